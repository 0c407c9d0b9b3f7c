/** Phones in WeChat have no keyboard to walk a page with. */
export function enableKeyboard(): void {
  // Nothing to do; the twin for browsers does it.
}
