/** A browser's standard size for text that asks for none. */
const standard = 16

/** How much larger than usual the person has set type in this browser: 1 = as usual, never below. */
export function typeScale(): number {
  const probe = document.createElement('span')
  probe.style.cssText = 'font-size:medium;position:absolute;visibility:hidden'
  document.body.append(probe)
  const size = parseFloat(getComputedStyle(probe).fontSize)
  probe.remove()
  return Math.min(1.6, Math.max(1, size / standard))
}
