import type { RowReader } from './cells'
import { claimIds } from './ids'
import type { ColumnOf } from './layout'
import { longest, mostUnits } from './limits'
import { itemsOf, placeKey, plain, tidy } from './names'
import { ownedLoosely, type Reading } from './reading'
import type { Unit } from './types'

const numbered = (count: number, suffix: string) => Array.from({ length: count }, (_, at) => `${at + 1}${suffix}`)

/** A bare number, letter or 甲 gets its word: 2 → 2单元. What has a word keeps it. */
const spelled = (item: string, suffix: string) =>
  /^(?:\d+|[A-Za-z]|[甲乙丙丁戊己庚辛东西南北中]|[一二三四五六七八九十]+)$/.test(item) ? `${item}${suffix}` : item

/**
 * The names of the units: a count (3, 3个单元), a span (1-3单元), or a list (甲,乙). Null where it cannot be told. One
 * number alone is a count, so that a single second unit is written 2单元. Names that are there already stay as they are.
 */
export function unitNames(typed: string, suffix: string, before: readonly string[] = []): readonly string[] | null {
  const isKnown = (item: string) => before.some((name) => plain(name) === plain(item))
  const items = itemsOf(typed, isKnown)
  if (items.length > 0 && items.every(isKnown)) return items.map(tidy)
  const text = typed.normalize('NFKC').replace(/[\u2010-\u2015\u2212~至到]/g, '-')
  const count = /^(\d+)(?:个(?:单元|门)?)?$/.exec(text.trim())?.[1]
  if (count !== undefined) return Number(count) <= mostUnits ? numbered(Number(count), suffix) : null
  const [, first, last] = /^(\d+)(?:单元)?\s*-\s*(\d+)(?:单元)?$/.exec(text.trim()) ?? []
  if (first !== undefined && last !== undefined) {
    const from = Number(first)
    const many = Number(last) - from + 1
    return many < 1 || many > mostUnits ? null : Array.from({ length: many }, (_, at) => `${from + at}${suffix}`)
  }
  const names = items.map((item) => (isKnown(item) ? tidy(item) : spelled(tidy(item), suffix)))
  const isShort = names.every((name) => [...name].length <= longest.label)
  return names.length > 0 && names.length <= mostUnits && isShort ? names : null
}

/** The units of a building as a cell says them; those that are there keep their ids. */
export function readUnits(
  row: RowReader<ColumnOf<'buildings'>>,
  buildingId: string,
  before: readonly Unit[],
  { known, problems }: Reading,
): readonly Unit[] {
  const typed = row.list('units')
  if (typed === null) return []
  const names = unitNames(
    typed,
    known.words.unitSuffix,
    before.map(({ name }) => name),
  )
  if (names === null) {
    problems.add(row.where('units'), 'units-unclear', { value: typed })
    return []
  }
  const keys = names.map((name) => plain(name))
  const twice = names.find((_, at) => keys.indexOf(keys[at] ?? '') !== at)
  if (twice !== undefined) {
    problems.add(row.where('units'), 'duplicate-unit', { name: twice })
    return []
  }
  const keysOf = (name: string) => ({ key: plain(name), loose: placeKey(name) })
  const owned = ownedLoosely(
    names.map(keysOf),
    before.map(({ id, name }) => ({ id, ...keysOf(name) })),
  )
  const claims = keys.map((key) => ({ code: null, key }))
  // A unit is called 1单元 in every building, so that the building is part of what it is derived from.
  const ids = claimIds(`${known.communityId} ${buildingId}`, 'unit', claims, owned)
  return names.map((name, at) => ({ id: ids[at] ?? '', name }))
}

/** Units as they are written into a cell, so that `unitNames` gives them back. */
export function unitsCell(units: readonly Unit[], suffix: string, mark: string): number | string | null {
  if (units.length === 0) return null
  const isCounted = units.every(({ name }, at) => name === `${at + 1}${suffix}`)
  return isCounted ? units.length : units.map(({ name }) => name).join(mark)
}
