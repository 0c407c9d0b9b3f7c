import type { CollectionView, DocumentsView } from '../views'
import { ask, withRefusal } from './ask'
import { button, empty, fill, make } from './dom'
import type { Tab } from './tabs'

const perPage = 20

/** 数据: the collections and what lies in them; nothing is changed here. */
export function documentsTab(): Tab {
  const choices = make('div', { id: 'collections', class: 'chips', set: { role: 'group', 'aria-label': '集合' } })
  const indexes = make('div', { id: 'indexes', class: 'soft' })
  const filter = make('input', {
    id: 'document-filter',
    set: { type: 'search', placeholder: '字段 = 值，或 {"字段": "值"}', autocapitalize: 'off', spellcheck: 'false' },
  })
  const refusal = make('p', { id: 'document-refusal', class: 'refusal', set: { role: 'alert' } })
  const result = make('div', { id: 'documents' })
  let chosen = ''

  const showCollections = () =>
    withRefusal(refusal, async () => {
      const collections = await ask<CollectionView[]>('collections')
      // An empty collection is a poor place to begin.
      const first = collections.find(({ count }) => count > 0) ?? collections[0]
      if (!collections.some(({ name }) => name === chosen)) chosen = first?.name ?? ''
      fill(choices, ...collections.map((one) => choiceOf(one, one.name === chosen, () => choose(one.name))))
      fill(indexes, ...describeIndexes(collections.find(({ name }) => name === chosen)))
      if (chosen === '') fill(result, empty('还没有集合。'))
      else await showPage(0)
    })
  const choose = (name: string) => {
    chosen = name
    filter.value = ''
    void showCollections()
  }
  const showPage = async (skip: number) => {
    const view = await ask<DocumentsView>('documents', { collection: chosen, filter: filter.value, skip })
    const isFiltered = filter.value.trim() !== ''
    fill(result, ...pageOf(view, { skip, isFiltered }, (to) => void withRefusal(refusal, () => showPage(to))))
  }

  const apply = (event: Event) => {
    event.preventDefault()
    void withRefusal(refusal, () => showPage(0))
  }
  const form = make(
    'form',
    { class: 'bar', on: { submit: apply } },
    make('label', { class: 'grow' }, make('span', { class: 'unseen' }, '筛选文档'), filter),
    make('button', { set: { type: 'submit' } }, '筛选'),
  )
  const panel = make('section', {}, choices, indexes, form, refusal, result)
  return { id: 'data', title: '数据', panel, show: () => void showCollections() }
}

function choiceOf({ name, count }: CollectionView, isChosen: boolean, choose: () => void): HTMLElement {
  const chip = button(`${name} ${count}`, choose, { id: `collection-${name}`, kind: 'chip' })
  chip.setAttribute('aria-pressed', String(isChosen))
  return chip
}

function describeIndexes(collection: CollectionView | undefined): HTMLElement[] {
  if (!collection) return []
  const own = collection.indexes.map(({ name, fields, unique }) =>
    make('code', {}, `${name}(${fields.join(', ')})${unique ? ' 唯一' : ''}`),
  )
  return [make('span', {}, '索引'), make('code', {}, '_id_(_id) 唯一'), ...own]
}

function pageOf(
  { total, plan, documents }: DocumentsView,
  { skip, isFiltered }: { skip: number; isFiltered: boolean },
  turn: (skip: number) => void,
): HTMLElement[] {
  if (total === 0) return [empty('没有符合的文档。')]
  const last = skip + documents.length
  const found = `共 ${total} 份，这里是第 ${skip + 1}–${last} 份。`
  const how = plan === 'scan' ? '没有用索引：在函数里，这样的查询会被拒绝。' : `用索引 ${plan}。`
  const before = button('上一页', () => turn(Math.max(0, skip - perPage)), { id: 'page-before', kind: 'plain' })
  const after = button('下一页', () => turn(skip + perPage), { id: 'page-after', kind: 'plain' })
  before.disabled = skip === 0
  after.disabled = last >= total
  const rows = documents.map(({ id, text }) =>
    make('details', { class: 'row' }, make('summary', {}, make('code', {}, id)), make('pre', {}, text)),
  )
  return [
    make('p', { class: 'soft' }, `${found}${isFiltered ? how : ''}`),
    make('div', { class: 'list' }, ...rows),
    make('div', { class: 'bar' }, before, after),
  ]
}
