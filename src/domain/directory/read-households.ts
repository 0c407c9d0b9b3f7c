import { spoken } from '../notice/rooms'
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

type Consented = Pick<Household, 'name' | 'phone' | 'needs' | 'consent'>

/**
 * What is kept of people: with their consent alone. Without it, it is said that it will not be kept. A column that the sheet
 * does not have says nothing: what was kept of this room stays.
 */
function consented(row: Row, old: Household | undefined, book: NameBook<string>, reading: Reading): Consented {
  const consent = row.has('consent') ? row.isYes('consent') : (old?.consent ?? false)
  const name = row.name('name', longest.person)
  if (consent)
    return {
      consent,
      name: row.has('name') ? name : (old?.name ?? null),
      phone: row.has('phone') ? personPhone(row, 'phone', reading.problems) : (old?.phone ?? null),
      needs: row.has('needs') ? needsOf(row, book, reading) : (old?.needs ?? []),
    }
  for (const column of ['name', 'phone', 'needs'] as const)
    if (!row.isBlank(column)) reading.problems.add(row.where(column), 'no-consent', { head: row.head(column) })
  return { consent, name: null, phone: null, needs: [] }
}

const leastFloor = -5
const topFloor = 120

/** Two rooms of a building are one if they are called alike. */
export const roomKey = ({ unitId, room }: Pick<Household, 'unitId' | 'room'>) => `${unitId ?? ''} ${plain(room)}`

/** How people speak of a room of a building: 602室 is 602. */
export const spokenKey = ({ unitId, room }: Pick<Household, 'unitId' | 'room'>) => `${unitId ?? ''} ${spoken(room)}`

/** Rooms with their ids; those of one building get theirs together, and what is there already keeps its own. */
export function identifiedRooms(
  households: readonly Omit<Household, 'id'>[],
  { communityId, before: listed }: { readonly communityId: string; readonly before: readonly Household[] },
): readonly Household[] {
  const group = <Of extends { readonly buildingId: string }>(all: readonly Of[]) => {
    const groups = new Map<string, Of[]>()
    for (const one of all) {
      const of = groups.get(one.buildingId)
      if (of) of.push(one)
      else groups.set(one.buildingId, [one])
    }
    return groups
  }
  const before = group(listed)
  const ids = new Map<Omit<Household, 'id'>, string>()
  for (const [buildingId, of] of group(households)) {
    const owned = (before.get(buildingId) ?? []).map((old) => ({ id: old.id, key: roomKey(old) }))
    const claims = of.map((household) => ({ code: null, key: roomKey(household) }))
    const made = claimIds(`${communityId} ${buildingId}`, 'household', claims, owned)
    of.forEach((household, at) => ids.set(household, made[at] ?? ''))
  }
  return households.map((household) => ({ id: ids.get(household) ?? '', ...household }))
}

/** Rooms that are listed as 602 and as 602室 already. They stay: an import takes what an export gave. */
function twinsIn(households: readonly Household[]): ReadonlySet<string> {
  const keys = households.map((one) => `${one.buildingId} ${spokenKey(one)}`)
  const seen = new Set<string>()
  return new Set(keys.filter((key) => seen.has(key) || !seen.add(key)))
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
  const listed = new Map(known.before.households.map((old) => [`${old.buildingId} ${roomKey(old)}`, old]))
  const twins = twinsIn(known.before.households)
  const read = rows.flatMap((row) => {
    const isWhole = row.needed('estate', 'building', 'room')
    const estateId = idNamed(row, 'estate', estateBook, 'estates', problems)
    const buildingId =
      estateId === null ? null : idNamed(row, 'building', books.get(estateId) ?? none, 'buildings', problems)
    const place = places.get(buildingId ?? '')
    const unitId = place ? unitOf(row, place, reading) : undefined
    const room = row.label('room')
    const isPlaced = isWhole && place !== undefined && unitId !== undefined && room !== null
    const key = isPlaced ? `${place.building.id} ${roomKey({ unitId, room })}` : ''
    const old = listed.get(key)
    const kept = {
      floor: row.has('floor') ? row.whole('floor', leastFloor, topFloor) : (old?.floor ?? null),
      ...consented(row, old, needBook, reading),
    }
    if (!isPlaced) return []
    const household = { buildingId: place.building.id, unitId, room, ...kept }
    const spokenAs = `${place.building.id} ${spokenKey({ unitId, room })}`
    const once = old && twins.has(spokenAs) ? key : spokenAs
    return [{ household, name: room, key: once, at: row.where('room') }]
  })
  const { communityId, before } = known
  return identifiedRooms(
    onceOnly(read, problems).map(({ household }) => household),
    { communityId, before: before.households },
  )
}
