import type { StateView } from '../views'
import { withRefusal } from './ask'
import { button, fill, make } from './dom'
import { becomeFormer, hasSwitched, identity, identityName } from './identity'
import { moveClock, resetAll, switchFaults } from './moves'
import { onState, refresh } from './state'
import { distanceOf, faultName } from './words'

interface On {
  readonly what: string
  readonly undo: () => Promise<void>
}

/** Says above everything else what is switched on, each with its way back. */
export function showBanner(place: HTMLElement): void {
  let shown = ''
  onState((state) => {
    void (state ? switchedOn(state) : Promise.resolve(undefined)).then((all) => {
      const text = all ? JSON.stringify(all.map(({ what }) => what)) : 'gone'
      // Drawn anew only where something changed: a button keeps the focus.
      if (text === shown) return
      shown = text
      draw(place, all)
    })
  })
}

function draw(place: HTMLElement, all: readonly On[] | undefined): void {
  place.className = all?.length === 0 ? '' : 'on'
  if (!all) return fill(place, make('p', {}, '本地云没有回应。它停了吗？重新启动后，这一页会自己接上。'))
  if (all.length === 0) return fill(place)
  const refusal = make('p', { class: 'refusal', set: { role: 'alert' } })
  const entries = all.map(({ what, undo }) =>
    make(
      'li',
      {},
      what,
      button('撤销', () => void withRefusal(refusal, undo), { kind: 'plain' }),
    ),
  )
  fill(
    place,
    make(
      'p',
      {},
      make('strong', {}, '现在开着'),
      button('全部复位', () => void withRefusal(refusal, resetAll), { id: 'reset-all' }),
    ),
    make('ul', {}, ...entries),
    refusal,
  )
}

async function switchedOn({ offset, faults }: StateView): Promise<On[]> {
  const { networkDropped, next, every } = faults
  const all: (On | false)[] = [
    networkDropped && { what: '网络断开：手机发不出任何请求', undo: () => switchFaults({ networkDropped: false }) },
    next !== undefined && { what: `下一次调用：${faultName(next)}`, undo: () => switchFaults({ next: null }) },
    every !== undefined && { what: `每一次调用：${faultName(every)}`, undo: () => switchFaults({ every: null }) },
    offset !== 0 && {
      what: `时钟${offset > 0 ? '快' : '慢'}了 ${distanceOf(offset)}；已经打开的家门口要刷新一次`,
      undo: () => moveClock({ offset: 0 }),
    },
    hasSwitched() && {
      what: `这个浏览器现在是${identity() === undefined ? '新来的人' : await identityName()}`,
      undo: async () => {
        becomeFormer()
        await refresh()
      },
    },
  ]
  return all.filter((one): one is On => one !== false)
}
