const pressable: readonly (string | null)[] = ['button', 'radio', 'checkbox']

/** Enter and space press whatever has the focus and the role of something to press, as on any page. */
function pressWithKeys(event: KeyboardEvent): void {
  const target = event.target
  if (!(target instanceof HTMLElement) || !pressable.includes(target.getAttribute('role'))) return
  if (event.key !== 'Enter' && event.key !== ' ') return
  event.preventDefault()
  target.click()
}

/** In the search Enter is the search key, as WeChat's keyboards have it, and begins no new line. */
function searchWithEnter(event: KeyboardEvent): void {
  const target = event.target
  if (event.key !== 'Enter' || event.isComposing) return
  if (target instanceof HTMLTextAreaElement && target.closest('.search')) event.preventDefault()
}

export function enableKeyboard(): void {
  document.addEventListener('keydown', pressWithKeys)
  // Before the field itself, which keeps its keys from going further up.
  document.addEventListener('keydown', searchWithEnter, true)
}
