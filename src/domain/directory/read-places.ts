import type { RowReader } from './cells'
import { longest, mostFloors, mostRoomsPerFloor } from './limits'
import { placeKey, plain } from './names'
import { bookOf, identified, idNamed, onceOnly, ownedByName, ownedLoosely, type Reading, rowsOf } from './reading'
import { readUnits } from './read-units'
import type { Building, Directory, Estate, Grid } from './types'
import { isSeveralBuildings } from './unit-names'

/** Rows that are told apart by their name alone. */
export function namedOnce<Row extends RowReader<'name' | 'code'>>(rows: readonly Row[], { problems }: Reading) {
  const named = rows.flatMap((row) => {
    const name = row.needed('name') ? row.name('name') : null
    return name === null ? [] : [{ row, name, key: plain(name), at: row.where('name') }]
  })
  return onceOnly(named, problems)
}

export function readGrids(reading: Reading): readonly Grid[] {
  const rows = rowsOf(reading.tables.grids, reading)
  const { before } = reading.known
  if (rows === null) return before.grids
  const read = identified('grid', namedOnce(rows, reading), ownedByName(before.grids), reading)
  return read.map(({ id, name }) => ({ id, name }))
}

/** With the answers that they have: those stand in a sheet of their own. */
export function readEstates(reading: Reading): readonly Estate[] {
  const rows = rowsOf(reading.tables.estates, reading)
  const { before } = reading.known
  if (rows === null) return before.estates
  const byId = new Map(before.estates.map((estate) => [estate.id, estate]))
  const read = identified('estate', namedOnce(rows, reading), ownedByName(before.estates), reading)
  return read.map(({ row, id, name }) => ({
    ...{ id, name },
    address: row.has('address') ? (row.text('address', longest.address) ?? '') : (byId.get(id)?.address ?? ''),
    settings: byId.get(id)?.settings ?? [],
  }))
}

/** What has no number comes after what has. */
const unnumbered = 10_000

/** 3号楼 is the third; what has no number keeps the order of the sheet. */
export function orderOf(name: string, at: number): number {
  const number = /\d+/.exec(placeKey(name))?.[0]
  return number === undefined ? unnumbered + at : Math.min(Number(number), unnumbered - 1)
}

export function readBuildings(
  { estates, grids }: Pick<Directory, 'estates' | 'grids'>,
  reading: Reading,
): readonly Building[] {
  const { known, problems, tables } = reading
  const rows = rowsOf(tables.buildings, reading)
  if (rows === null) return known.before.buildings
  const estateBook = bookOf(estates)
  const gridBook = bookOf(grids)
  const listed = new Set(known.before.buildings.map(({ estateId, name }) => `${estateId} ${plain(name)}`))
  const read = rows.flatMap((row) => {
    const isWhole = row.needed('estate', 'name')
    const estateId = idNamed(row, 'estate', estateBook, 'estates', problems)
    const name = row.label('name')
    if (!isWhole || estateId === null || name === null) return []
    const key = `${estateId} ${plain(name)}`
    if (!listed.has(key) && isSeveralBuildings(name)) problems.add(row.where('name'), 'one-a-row', { value: name })
    return [{ row, estateId, name, key, at: row.where('name') }]
  })
  const buildings = onceOnly(read, problems)
  const before = ownedLoosely(
    buildings.map(({ estateId, name }) => keysIn(estateId, name)),
    known.before.buildings.map(({ id, estateId, name }) => ({ id, ...keysIn(estateId, name) })),
  )
  const byId = new Map(known.before.buildings.map((building) => [building.id, building]))
  return identified('building', buildings, before, reading).map(({ row, id, estateId, name }, at) => {
    const old = byId.get(id)
    if (old && old.estateId !== estateId)
      problems.add(row.where('code'), 'other-estate', { code: row.label('code', longest.code) ?? '', name: old.name })
    const whole = (column: 'floors' | 'roomsPerFloor', most: number) =>
      row.has(column) ? row.whole(column, 1, most) : (old?.[column] ?? null)
    return {
      ...{ id, estateId, name },
      gridId: row.has('grid') ? idNamed(row, 'grid', gridBook, 'grids', problems) : (old?.gridId ?? null),
      order: old?.name === name ? old.order : orderOf(name, at),
      units: row.has('units') ? readUnits(row, id, old?.units ?? [], reading) : (old?.units ?? []),
      floors: whole('floors', mostFloors),
      roomsPerFloor: whole('roomsPerFloor', mostRoomsPerFloor),
    }
  })
}

const keysIn = (estateId: string, name: string) => ({
  key: `${estateId} ${plain(name)}`,
  loose: `${estateId} ${placeKey(name)}`,
})
