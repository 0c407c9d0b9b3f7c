import { getCurrentInstance } from '@tarojs/taro'

const hidden = 'taro_page_shade'

const withoutQuery = (path: string): string => path.split('?')[0] ?? ''

/** Shows the page on top again, whatever hid it. While a page is being left the address is the next one's by then. */
function unhide(): void {
  const path = getCurrentInstance().page?.path
  if (path === undefined || withoutQuery(location.hash.slice(1)) !== withoutQuery(path)) return
  document.getElementById(path)?.classList.remove(hidden)
}

/**
 * Taro's router hides the page below a third of a second after another has come over it, also where somebody has gone back
 * meanwhile: they would look at an empty page. It forgets the timer (4.2.1, router/page: `show` leaves `hideTimer` alone).
 */
export function keepInSight(): void {
  const watch = new MutationObserver((changes) => {
    const isHidden = changes.some(({ target }) => target instanceof HTMLElement && target.classList.contains(hidden))
    if (isHidden) unhide()
  })
  watch.observe(document.body, { subtree: true, attributes: true, attributeFilter: ['class'] })
}
