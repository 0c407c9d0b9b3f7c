/** Enter and space press whatever has the focus and the role of a button, as on any page. */
export function enableKeyboard(): void {
  document.addEventListener('keydown', (event) => {
    const target = event.target
    if (!(target instanceof HTMLElement) || target.getAttribute('role') !== 'button') return
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    target.click()
  })
}
