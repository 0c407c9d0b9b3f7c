import type { FileView, MessageView, TimerView } from '../views'
import { ask, askBytes, withRefusal } from './ask'
import { button, empty, fill, make } from './dom'
import type { Tab } from './tabs'
import { bytesOf, timeOf } from './words'

/** A tab that asks for a list each time it comes into sight. */
function listTab<One>(
  { id, title, route, none }: { id: string; title: string; route: string; none: string },
  rowOf: (one: One, show: (all: readonly One[]) => void, refusal: HTMLElement) => HTMLElement,
): Tab {
  const refusal = make('p', { class: 'refusal', set: { role: 'alert' } })
  const list = make('div', { id: `${id}-list`, class: 'list' })
  const show = (all: readonly One[]) =>
    fill(list, ...(all.length > 0 ? all.map((one) => rowOf(one, show, refusal)) : [empty(none)]))
  const load = () => void withRefusal(refusal, async () => show(await ask<One[]>(route)))
  const again = make('div', { class: 'bar' }, button('刷新', load, { kind: 'plain' }))
  return { id, title, panel: make('section', {}, again, refusal, list), show: load }
}

/** 消息: what WeChat would have sent to phones. */
export const messagesTab = (): Tab =>
  listTab<MessageView>(
    { id: 'messages', title: '消息', route: 'messages', none: '还没有要发到手机上的消息。' },
    ({ to, at, templateId, page, fields, outcome }) =>
      make(
        'article',
        { class: 'row card' },
        make(
          'p',
          {},
          make('span', { class: 'time' }, timeOf(at)),
          make('strong', {}, `发给 ${to}`),
          outcome === 'sent'
            ? make('span', { class: 'badge good' }, '发出了')
            : make('span', { class: 'badge bad fault' }, `没发出 ${outcome}`),
        ),
        make(
          'dl',
          {},
          ...Object.entries(fields).flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)]),
        ),
        make('p', { class: 'soft' }, `模板 ${templateId}${page === undefined ? '' : `，打开 ${page}`}`),
      ),
  )

/** 文件: what lies in the cloud's storage. */
export const filesTab = (): Tab =>
  listTab<FileView>(
    { id: 'files', title: '文件', route: 'files', none: '云存储里还没有文件。' },
    ({ path, bytes, contentType, at, preview, fileID }, _show, refusal) => {
      const row = make(
        'article',
        { class: 'row card' },
        make('p', {}, make('strong', {}, path)),
        make('p', { class: 'soft' }, `${bytesOf(bytes)} · ${contentType} · ${timeOf(at)}`),
      )
      if (preview)
        row.append(
          button('看一看', () => void withRefusal(refusal, () => showPicture(row, path, fileID)), { kind: 'plain' }),
        )
      return row
    },
  )

async function showPicture(row: HTMLElement, path: string, fileID: string): Promise<void> {
  const url = URL.createObjectURL(await askBytes('file', { fileID }))
  const picture = make('img', { set: { src: url, alt: path } })
  row.querySelector('button, img')?.replaceWith(picture)
}

/** 定时: what runs by itself. */
export const timersTab = (): Tab =>
  listTab<TimerView>(
    { id: 'timers', title: '定时', route: 'timers', none: '没有函数会自己定时运行。' },
    ({ function: name, name: trigger, cron, next, lastRun }, show, refusal) => {
      const last = lastRun && `上次 ${timeOf(lastRun.at)}，用了 ${lastRun.ms} 毫秒，结果 ${lastRun.outcome}`
      const run = button('现在运行一次', () => {
        run.disabled = true
        void withRefusal(refusal, async () => show(await ask<TimerView[]>('run-timer', { function: name }))).finally(
          () => (run.disabled = false),
        )
      })
      return make(
        'article',
        { class: 'row card' },
        make('p', {}, make('strong', {}, name), make('span', { class: 'soft' }, trigger), make('code', {}, cron)),
        make('p', {}, next === undefined ? '不会再运行' : `下次 ${timeOf(next)}`),
        make('p', { class: 'soft' }, last ?? '还没有运行过'),
        run,
      )
    },
  )
