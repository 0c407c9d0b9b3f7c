/**
 * What a browser needs while something stands over the page. A phone's screen reader keeps to what is modal by itself,
 * and the sheet takes the touches.
 */
export function useDialog(_id: string, _close: () => void): void {
  // Nothing to do; the twin for browsers does it.
}
