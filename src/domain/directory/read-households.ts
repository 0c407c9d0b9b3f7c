import { personPhone, type RowReader } from './cells'
import { claimIds } from './ids'
import type { ColumnOf } from './layout'
import { longest } from './limits'
import { itemsOf, nameBook, type NameBook, placeKey, plain } from './names'
import { bookOf, choiceNamed, idNamed, onceOnly, type Reading, rowsOf } from './reading'
import { type Building, type Estate, type Household, type Need, needs, type Unit } from './types'

type Row = RowReader<ColumnOf<'households'>>

interface Place {
  readonly building: Building
  readonly units: NameBook<string>
}

/** The buildings of an estate by their names; 3栋 finds 3号楼 where only one is the third. */
function placesOf(buildings: readonly Building[]) {
  const byEstate = new Map<string, Building[]>()
  for (const building of buildings)
    byEstate.set(building.estateId, [...(byEstate.get(building.estateId) ?? []), building])
  const books = new Map([...byEstate].map(([estateId, of]) => [estateId, bookOf(of, placeKey)]))
  const unitBook = (units: readonly Unit[]) => bookOf(units, placeKey)
  const places = new Map(
    buildings.map((building): [string, Place] => [building.id, { building, units: unitBook(building.units) }]),
  )
  return { books, places }
}

/** undefined: it was said what is wrong. */
function unitOf(row: Row, { building, units }: Place, { problems }: Reading): string | null | undefined {
  if (!row.isBlank('unit')) return idNamed(row, 'unit', units, 'units', problems) ?? undefined
  const [only, ...others] = building.units
  if (only === undefined) return null
  if (others.length === 0) return only.id
  problems.add(row.where('unit'), 'unit-needed', { building: building.name, units: units.names })
  return undefined
}

function needsOf(row: Row, book: NameBook<string>, { problems }: Reading): readonly Need[] {
  const typed = row.list('needs')
  if (typed === null) return []
  const items = itemsOf(typed, (item) => book.find(item) !== null)
  const found = new Set(items.map((item) => choiceNamed(row, 'needs', item, book, problems)))
  return needs.filter((need) => found.has(need))
}

/** What is kept of people: with their consent alone. Without it, it is said that it will not be kept. */
function consented(row: Row, book: NameBook<string>, reading: Reading): Pick<Household, 'phone' | 'needs' | 'consent'> {
  const consent = row.isYes('consent')
  if (consent)
    return { consent, phone: personPhone(row, 'phone', reading.problems), needs: needsOf(row, book, reading) }
  for (const column of ['phone', 'needs'] as const)
    if (!row.isBlank(column)) reading.problems.add(row.where(column), 'no-consent', { head: row.head(column) })
  return { consent, phone: null, needs: [] }
}

const leastFloor = -5
const topFloor = 120

const keyOf = ({ unitId, room }: Pick<Household, 'unitId' | 'room'>) => `${unitId ?? ''} ${plain(room)}`

/** The rooms of one building get their ids together. */
function withIds(households: readonly Omit<Household, 'id'>[], { known }: Reading): readonly Household[] {
  const group = <Of extends { readonly buildingId: string }>(all: readonly Of[]) => {
    const groups = new Map<string, Of[]>()
    for (const one of all) {
      const of = groups.get(one.buildingId)
      if (of) of.push(one)
      else groups.set(one.buildingId, [one])
    }
    return groups
  }
  const before = group(known.before.households)
  const ids = new Map<Omit<Household, 'id'>, string>()
  for (const [buildingId, of] of group(households)) {
    const owned = (before.get(buildingId) ?? []).map((old) => ({ id: old.id, key: keyOf(old) }))
    const claims = of.map((household) => ({ code: null, key: keyOf(household) }))
    const made = claimIds(`${known.communityId} ${buildingId}`, 'household', claims, owned)
    of.forEach((household, at) => ids.set(household, made[at] ?? ''))
  }
  return households.map((household) => ({ id: ids.get(household) ?? '', ...household }))
}

export function readHouseholds(
  { estates, buildings }: { readonly estates: readonly Estate[]; readonly buildings: readonly Building[] },
  reading: Reading,
): readonly Household[] {
  const { known, problems, tables } = reading
  const rows = rowsOf(tables.households, reading)
  if (rows === null) return known.before.households
  const estateBook = bookOf(estates)
  const { books, places } = placesOf(buildings)
  const none = bookOf([])
  const needBook = nameBook<string>(needs.map((need) => ({ name: known.words.needs[need], thing: need })))
  const read = rows.flatMap((row) => {
    const isWhole = row.needed('estate', 'building', 'room')
    const estateId = idNamed(row, 'estate', estateBook, 'estates', problems)
    const buildingId =
      estateId === null ? null : idNamed(row, 'building', books.get(estateId) ?? none, 'buildings', problems)
    const place = places.get(buildingId ?? '')
    const unitId = place ? unitOf(row, place, reading) : undefined
    const room = row.label('room')
    const kept = {
      floor: row.whole('floor', leastFloor, topFloor),
      name: row.name('name', longest.person),
      ...consented(row, needBook, reading),
    }
    if (!isWhole || !place || unitId === undefined || room === null) return []
    const household = { buildingId: place.building.id, unitId, room, ...kept }
    return [{ household, name: room, key: `${place.building.id} ${keyOf(household)}`, at: row.where('room') }]
  })
  return withIds(
    onceOnly(read, problems).map(({ household }) => household),
    reading,
  )
}
