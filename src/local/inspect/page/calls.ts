import type { CallRecord } from '../../calls'
import { empty, fill, make } from './dom'
import { onState } from './state'
import type { Tab } from './tabs'
import { codeNames, faultKinds, hourOf, timeOf } from './words'

/** No more are on the page; the oldest go. */
const shown = 300

const callers = { user: '有身份', anonymous: '没有身份', system: '平台自己' } as const

/** 调用: what the functions were asked lately, the newest first. */
export function callsTab(): Tab {
  const list = make('div', { id: 'call-list', class: 'list' })
  const none = empty('还没有调用。打开家门口，点一点，这里就有了。')
  const search = make('input', { id: 'call-filter', set: { type: 'search', placeholder: '动作、人、结果、计划……' } })
  const bad = make('input', { id: 'call-bad', set: { type: 'checkbox' } })
  const sift = () => {
    const words = search.value.trim().toLowerCase().split(/\s+/)
    for (const row of list.children) {
      const text = (row.textContent ?? '').toLowerCase()
      const wanted = words.every((word) => text.includes(word)) && (!bad.checked || row.querySelector('.bad') !== null)
      ;(row as HTMLElement).hidden = !wanted
    }
  }
  search.addEventListener('input', sift)
  bad.addEventListener('change', sift)

  onState((state, restarted) => {
    if (restarted) fill(list)
    if (!state || state.calls.length === 0) return
    // One after the other: a call of another function ends before the one that made it, which then takes it in.
    for (const call of state.calls) list.prepend(rowOf(call, list))
    while (list.childElementCount > shown) list.lastElementChild?.remove()
    none.hidden = true
    sift()
  })

  const filters = make(
    'div',
    { class: 'bar' },
    make('label', { class: 'grow' }, make('span', { class: 'unseen' }, '筛选调用'), search),
    make('label', { class: 'check' }, bad, '只看拒绝和出错'),
  )
  return { id: 'calls', title: '调用', panel: make('section', {}, filters, none, list) }
}

function rowOf(call: CallRecord, list: HTMLElement): HTMLElement {
  const row = make('details', { class: 'row', set: { 'data-id': call.id, 'data-parent': call.parent } })
  row.append(
    make(
      'summary',
      { class: 'call' },
      make('span', { class: 'time' }, hourOf(call.at)),
      make('span', { class: 'who' }, callerOf(call)),
      make('strong', { class: 'what' }, call.action ?? call.function),
      badgeOf(call),
      make('span', { class: 'cost' }, costOf(call)),
    ),
    detailsOf(call),
  )
  const made = [...list.querySelectorAll<HTMLElement>(':scope > [data-parent]')]
  const nested = made.filter((other) => other.dataset.parent === call.id)
  if (nested.length > 0) row.append(make('div', { class: 'nested' }, '它又调用了：', ...nested))
  return row
}

function callerOf(call: CallRecord): string {
  return call.name ?? (call.caller === 'system' ? '平台' : '没有身份')
}

/** A word and a colour: never the colour alone. */
function badgeOf({ outcome, refused, fault }: CallRecord): HTMLElement {
  const onPurpose = fault === undefined ? '' : ` · 故意${faultKinds[fault]}`
  if (outcome !== 'ok')
    return make('span', { class: 'badge bad fault' }, `出错 ${codeNames[outcome] ?? outcome}${onPurpose}`)
  if (refused !== undefined) return make('span', { class: 'badge bad refused' }, `拒绝 ${refused}${onPurpose}`)
  return make('span', { class: 'badge good' }, `成功${onPurpose}`)
}

function costOf({ ms, roundTrips, documentsRead, documentsWritten }: CallRecord): string {
  return `${ms} 毫秒 · 往返 ${roundTrips} · 读 ${documentsRead} · 写 ${documentsWritten}`
}

function detailsOf(call: CallRecord): HTMLElement {
  const plans = call.plans.map((plan) => make('li', {}, make('code', {}, plan)))
  const entries: [string, Node | string][] = [
    ['函数', call.function],
    ['来访者', `${callerOf(call)}（${callers[call.caller]}）`],
    ['开始', timeOf(call.at)],
    ['结果', call.refused === undefined ? call.outcome : `${call.outcome}，拒绝 ${call.refused}`],
    ['查询的计划', plans.length > 0 ? make('ul', { class: 'plans' }, ...plans) : '没有查询'],
    ['编号', call.id],
  ]
  return make('dl', {}, ...entries.flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)]))
}
