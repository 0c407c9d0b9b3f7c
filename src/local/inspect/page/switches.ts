import { faultCodes, type CallFault } from '../../faults'
import { withRefusal } from './ask'
import { button, field, fill, make } from './dom'
import { askPeople, become, becomeFormer, becomeNew, hasSwitched, identity, identityName } from './identity'
import { moveClock, reloadApp, resetAll, switchFaults } from './moves'
import { onState, refresh } from './state'
import type { Tab } from './tabs'
import { codeNames, timeOf } from './words'

const hour = 3600_000
const refusal = make('p', { id: 'switch-refusal', class: 'refusal', set: { role: 'alert' } })
const run = (work: () => Promise<void>) => () => void withRefusal(refusal, work)

/** 开关: to see today how the product bears what may happen. */
export function switchesTab(): Tab {
  const people = make('div', { id: 'people', class: 'chips' })
  const who = make('p', { id: 'who', class: 'soft' })
  const panel = make(
    'section',
    {},
    make(
      'p',
      { class: 'soft' },
      '开关只记在内存里：本地云重新启动，就都回到平常；已经写进数据的时间不会跟着改。浏览器是谁，记在浏览器里。',
    ),
    refusal,
    section('我是谁', who, people),
    clockSection(),
    networkSection(),
    faultSection(),
    section('回到平常', button('全部复位', run(resetAll), { id: 'reset' })),
  )
  const show = run(() => showPeople(who, people))
  // What was reset elsewhere, such as in the banner, shows here as well.
  onState(() => {
    if (!panel.hidden && who.dataset.openid !== (identity() ?? '')) show()
  })
  return { id: 'switches', title: '开关', panel, show }
}

function section(title: string, ...children: (Node | string)[]): HTMLElement {
  return make('section', { class: 'card' }, make('h2', {}, title), ...children)
}

async function showPeople(who: HTMLElement, people: HTMLElement): Promise<void> {
  const me = identity()
  who.dataset.openid = me ?? ''
  who.textContent = `家门口在这个浏览器里是：${await identityName()}。换人立即生效，下一次调用就是新的人。`
  const change = (work: () => void) =>
    run(async () => {
      work()
      reloadApp()
      await refresh()
      await showPeople(who, people)
    })
  const choices = (await askPeople()).map(({ openid, name }) => {
    const chip = button(
      name,
      change(() => become(openid)),
      { id: openid, kind: 'chip' },
    )
    chip.setAttribute('aria-pressed', String(openid === me))
    return chip
  })
  const another = button('一个新来的人', change(becomeNew), { id: 'person-new', kind: 'chip' })
  const back = button('换回原来的我', change(becomeFormer), { id: 'person-former', kind: 'plain' })
  back.disabled = !hasSwitched()
  fill(people, ...choices, another, back)
}

function clockSection(): HTMLElement {
  let offset = 0
  const now = make('p', { id: 'cloud-time', class: 'soft' })
  onState((state) => {
    if (!state) return
    offset = state.offset
    now.textContent = `本地云的时间是 ${timeOf(state.now)}（北京时间）。数据库、函数、定时和家门口的页面都按它走。`
  })
  const at = make('input', { id: 'clock-at', set: { type: 'datetime-local' } })
  const moveTo = async () => {
    const moment = Date.parse(`${at.value}:00+08:00`)
    if (Number.isNaN(moment)) at.focus()
    else await moveClock({ at: moment })
  }
  return section(
    '时钟',
    now,
    make(
      'div',
      { class: 'chips' },
      button(
        '快 1 小时',
        run(() => moveClock({ offset: offset + hour })),
        { id: 'clock-hour', kind: 'chip' },
      ),
      button(
        '快 1 天',
        run(() => moveClock({ offset: offset + 24 * hour })),
        { id: 'clock-day', kind: 'chip' },
      ),
      button(
        '回到现在',
        run(() => moveClock({ offset: 0 })),
        { id: 'clock-real', kind: 'plain' },
      ),
    ),
    make('div', { class: 'bar' }, field('拨到（北京时间）', at), button('拨过去', run(moveTo), { id: 'clock-set' })),
  )
}

function networkSection(): HTMLElement {
  const box = make('input', { id: 'network', set: { type: 'checkbox', role: 'switch' } })
  box.addEventListener(
    'change',
    run(() => switchFaults({ networkDropped: box.checked })),
  )
  onState((state) => (box.checked = state?.faults.networkDropped ?? false))
  return section('网络', make('label', { class: 'check' }, box, '断开网络：手机的调用、上传和下载都到不了'))
}

function faultSection(): HTMLElement {
  const kinds: [string, string][] = [
    ['lost', '办完了，但回复丢了'],
    ['slow', '变慢'],
    ...faultCodes.map((code): [string, string] => [code, codeNames[code] ?? code]),
  ]
  const kind = make(
    'select',
    { id: 'fault-kind' },
    ...kinds.map(([value, name]) => make('option', { set: { value } }, name)),
  )
  const ms = make('input', {
    id: 'fault-ms',
    set: { type: 'number', min: '0', max: '60000', step: '100', value: '2000' },
  })
  const only = make('input', {
    id: 'fault-action',
    set: { type: 'text', placeholder: '不填就是随便哪个', list: 'known-actions', autocapitalize: 'off' },
  })
  const delay = field('慢多少毫秒', ms)
  const showDelay = () => (delay.hidden = kind.value !== 'slow')
  kind.addEventListener('change', showDelay)
  showDelay()
  const asked = () => faultOf(kind.value, ms.valueAsNumber, only.value.trim())
  return section(
    '调用出问题',
    make('p', { class: 'soft' }, '“回复丢了”：函数已经办完，手机却没有收到。手机会再发一次，事情只能算一件。'),
    make('div', { class: 'bar' }, field('怎样', kind), delay, field('只对动作', only), knownActions()),
    make(
      'div',
      { class: 'chips' },
      button(
        '下一次调用',
        run(() => switchFaults({ next: asked() })),
        { id: 'fault-next' },
      ),
      button(
        '每一次调用',
        run(() => switchFaults({ every: asked() })),
        { id: 'fault-every', kind: 'plain' },
      ),
    ),
  )
}

function faultOf(kind: string, ms: number, only: string): CallFault {
  const action = only === '' ? {} : { action: only }
  if (kind === 'lost') return { kind, ...action }
  if (kind === 'slow') return { kind, ms, ...action }
  return { kind: 'fail', code: faultCodes.find((code) => code === kind) ?? 'SYS_ERR', ...action }
}

/** The actions that were called so far, to choose from. */
function knownActions(): HTMLElement {
  const list = make('datalist', { id: 'known-actions' })
  const known = new Set<string>()
  onState((state) => {
    for (const { action } of state?.calls ?? []) {
      if (action === undefined || known.has(action)) continue
      known.add(action)
      list.append(make('option', { set: { value: action } }))
    }
  })
  return list
}
