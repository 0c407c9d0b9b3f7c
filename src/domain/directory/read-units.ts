import type { RowReader } from './cells'
import { claimIds } from './ids'
import type { ColumnOf } from './layout'
import { placeKey, plain } from './names'
import { ownedLoosely, type Reading } from './reading'
import type { Unit } from './types'
import { unitNames } from './unit-names'

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
