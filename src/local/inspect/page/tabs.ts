import { fill, make } from './dom'

export interface Tab {
  readonly id: string
  readonly title: string
  readonly panel: HTMLElement
  /** Runs each time the tab comes into sight. */
  readonly show?: () => void
}

/** One row of tabs: the address remembers which is open, arrow keys go from one to the next. */
export function buildTabs(list: HTMLElement, panels: HTMLElement, tabs: readonly Tab[]): void {
  const heads = tabs.map(({ id, title }) =>
    make(
      'button',
      { id: `tab-${id}`, set: { type: 'button', role: 'tab', 'aria-controls': id }, on: { click: () => open(id) } },
      title,
    ),
  )
  tabs.forEach(({ id, panel }) => {
    panel.id = id
    panel.setAttribute('role', 'tabpanel')
    panel.setAttribute('aria-labelledby', `tab-${id}`)
  })

  const open = (id: string) => {
    const chosen = tabs.find((tab) => tab.id === id) ?? tabs[0]
    tabs.forEach((tab, i) => {
      const isChosen = tab === chosen
      tab.panel.hidden = !isChosen
      heads[i]?.setAttribute('aria-selected', String(isChosen))
      heads[i]?.setAttribute('tabindex', isChosen ? '0' : '-1')
    })
    history.replaceState(null, '', `#${chosen?.id ?? ''}`)
    chosen?.show?.()
  }

  list.addEventListener('keydown', ({ key }) => {
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
    const now = heads.findIndex((head) => head === document.activeElement)
    if (step === 0 || now < 0) return
    const next = (now + step + tabs.length) % tabs.length
    open(tabs[next]?.id ?? '')
    heads[next]?.focus()
  })
  fill(list, ...heads)
  fill(panels, ...tabs.map(({ panel }) => panel))
  window.addEventListener('hashchange', () => open(location.hash.slice(1)))
  open(location.hash.slice(1))
}
