import type { Agency, Phone } from '../routing/types'
import { dayOf, startOf } from '../time/clock'
import type { RowReader } from './cells'
import { readHours } from './hours'
import { claimIds } from './ids'
import type { ColumnOf } from './layout'
import { longest, mostPhones, mostRoles, mostSchedules } from './limits'
import { itemsOf, nameBook, placeKey, plain } from './names'
import { officeNumber } from './phone-number'
import { bookOf, choiceNamed, identified, idNamed, onceOnly, ownedByName, type Reading, rowsOf } from './reading'
import { namedOnce } from './read-places'
import type { Directory } from './types'

type Places = Pick<Directory, 'estates' | 'buildings' | 'grids'>
/** "estate:…", "building:…" or "grid:…". */
type PlaceId = string
type Area = NonNullable<Agency['serviceArea']>

/**
 * Every place an agency may serve: by its name, and by its id where names do not tell. A building goes by its own name
 * too, where no other is called so.
 */
export function areaNames({ estates, buildings, grids }: Places) {
  const estateName = new Map(estates.map(({ id, name }) => [id, name]))
  return [
    ...grids.map(({ id, name }) => ({ name, also: [id], thing: `grid:${id}` })),
    ...estates.map(({ id, name }) => ({ name, also: [id], thing: `estate:${id}` })),
    ...buildings.map(({ id, estateId, name }) => ({
      ...{ name: `${estateName.get(estateId) ?? ''}${name}`, also: [name, id] },
      thing: `building:${id}`,
    })),
  ]
}

const kinds = ['estates', 'buildings', 'grids'] as const

/** The book that names with the kind before them (楼栋：甲楼) are looked up in, else the book of all. */
function areaBooks(places: Places, { known }: Reading) {
  const all = nameBook<PlaceId>(areaNames(places), placeKey)
  const ofKind = kinds.map((kind) => {
    const only: Places = { ...{ grids: [], buildings: [], estates: places.estates }, [kind]: places[kind] }
    const names = areaNames(only).filter(({ thing }) => `${thing.slice(0, thing.indexOf(':'))}s` === kind)
    return { prefix: plain(known.words.sheets[kind].name), book: nameBook<PlaceId>(names, placeKey) }
  })
  return (item: string): { readonly found: ReturnType<typeof all.find>; readonly nearest: () => string | null } => {
    const [, prefix = '', rest = ''] = /^([^:：]+)[:：](.+)$/.exec(item) ?? []
    const special = ofKind.find((one) => one.prefix === plain(prefix))
    const found = all.find(item)
    if (!special || (found !== null && found !== 'ambiguous')) return { found, nearest: () => all.nearest(item) }
    return { found: special.book.find(rest), nearest: () => special.book.nearest(rest) }
  }
}

function areaOf(
  row: RowReader<ColumnOf<'agencies'>>,
  lookUp: ReturnType<typeof areaBooks>,
  { problems }: Reading,
): Area | undefined {
  const typed = row.list('area')
  if (typed === null) return undefined
  const items = itemsOf(typed, (item) => lookUp(item).found !== null)
  // A cell with nothing but marks in it names no place, and is not blank.
  const found = (items.length > 0 ? items : [typed]).flatMap((name) => {
    const { found, nearest } = lookUp(name)
    if (found === 'ambiguous') problems.add(row.where('area'), 'ambiguous-name', { name })
    else if (found === null)
      problems.add(row.where('area'), 'unknown-name', () => ({ kind: 'places', name, nearest: nearest() }))
    return found === null || found === 'ambiguous' ? [] : [found]
  })
  return areaFrom(found)
}

/** Only the lists that name something. */
function areaFrom(found: readonly PlaceId[]): Area {
  const of = (kind: string) =>
    [...new Set(found.filter((id) => id.startsWith(`${kind}:`)))].map((id) => id.slice(kind.length + 1))
  const [estateIds, buildingIds, gridIds] = [of('estate'), of('building'), of('grid')]
  return {
    ...(estateIds.length > 0 && { estateIds }),
    ...(buildingIds.length > 0 && { buildingIds }),
    ...(gridIds.length > 0 && { gridIds }),
  }
}

/** Agencies without their phones: those that are there keep theirs. */
function readOffices(places: Places, reading: Reading): readonly Agency[] {
  const { known, problems, tables } = reading
  const rows = rowsOf(tables.agencies, reading)
  if (rows === null) return known.before.agencies
  const roleBook = nameBook<string>(
    known.roles.map(({ id, name }) => ({ name, also: [id, ...otherNames(name)], thing: id })),
  )
  const lookUp = areaBooks(places, reading)
  const byId = new Map(known.before.agencies.map((agency) => [agency.id, agency]))
  const read = identified('agency', namedOnce(rows, reading), ownedByName(known.before.agencies), reading)
  return read.map(({ row, id, name }) => {
    const typed = row.needed('roles') ? (row.list('roles') ?? '') : ''
    const items = itemsOf(typed, (item) => roleBook.find(item) !== null)
    const roles = items.flatMap((item) => choiceNamed(row, 'roles', item, roleBook, problems) ?? [])
    const serviceArea = row.has('area') ? areaOf(row, lookUp, reading) : byId.get(id)?.serviceArea
    if (!row.has('area') && !byId.has(id)) problems.add(row.where('name'), 'area-blank', { agency: name })
    if (roles.length > mostRoles) problems.add(row.where('roles'), 'too-many', { kind: 'roles', most: mostRoles })
    return {
      id,
      name,
      roles: [...new Set(roles)],
      ...(serviceArea && { serviceArea }),
      phones: byId.get(id)?.phones ?? [],
    }
  })
}

/** 业主委员会（物管会） is the one and the other. */
function otherNames(name: string): readonly string[] {
  const [, outside, inside] = /^(.+?)[（(](.+?)[）)]$/.exec(name) ?? []
  return [outside, inside].filter((other) => other !== undefined)
}

type PhoneRow = RowReader<ColumnOf<'phones'>>

/** A number that is there already is not judged again: an office may have one of a kind that we do not know. */
function numberOf(row: PhoneRow, before: Agency | undefined, { problems }: Reading): string | null {
  const typed = row.text('number')
  if (typed === null) return null
  if (before?.phones.some(({ number }) => number === typed)) return typed
  const read = officeNumber(typed)
  if ('number' in read) return read.number
  if ('lostZero' in read) problems.add(row.where('number'), 'phone-lost-zero', { value: typed, meant: read.lostZero })
  else problems.add(row.where('number'), read.unclear, { value: typed })
  return null
}

function hoursOf(row: PhoneRow, old: Phone | undefined, { problems }: Reading): Phone['schedules'] {
  if (old && !row.has('hours')) return old.schedules
  const typed = row.text('hours', longest.answer)
  if (typed === null) {
    if (row.isBlank('hours')) problems.add(row.where('hours'), 'hours-blank', {})
    return []
  }
  const read = readHours(typed)
  if ('schedules' in read) {
    if (read.schedules.length > mostSchedules)
      problems.add(row.where('hours'), 'too-many', { kind: 'hours', most: mostSchedules })
    return read.schedules
  }
  if (read.unclear === 'hours-backwards')
    problems.add(row.where('hours'), read.unclear, { part: read.part, meant: read.meant })
  else problems.add(row.where('hours'), read.unclear, { part: read.part })
  return []
}

/**
 * A day in a sheet; a verification of that very day keeps its hour. A later one of the same number stays: somebody has rung
 * it after the sheet was written.
 */
function verifiedOf(row: PhoneRow, old: Phone | undefined, { known, problems }: Reading): number | null {
  const before = old?.verifiedAt ?? null
  const day = row.day('verified')
  if (day === null || (before !== null && dayOf(before) >= day)) return before
  if (startOf(day) <= known.now) return startOf(day)
  problems.add(row.where('verified'), 'date-ahead', { value: day })
  return null
}

const digitsOf = (number: string) => number.replace(/\D/g, '')

/** Agencies with their phones. */
export function readAgencies(places: Places, reading: Reading): readonly Agency[] {
  const { known, problems, tables } = reading
  const offices = readOffices(places, reading)
  const rows = rowsOf(tables.phones, reading)
  if (rows === null) return offices
  const book = bookOf(offices)
  const byId = new Map(offices.map((agency) => [agency.id, agency]))
  const before = new Map(known.before.agencies.map((agency) => [agency.id, agency]))
  const read = rows.flatMap((row) => {
    const isWhole = row.needed('agency', 'number')
    const agencyId = idNamed(row, 'agency', book, 'agencies', problems)
    const number = numberOf(row, before.get(agencyId ?? ''), reading)
    const old = before.get(agencyId ?? '')?.phones.find((phone) => digitsOf(phone.number) === digitsOf(number ?? ''))
    const rest = {
      schedules: hoursOf(row, old, reading),
      description: row.has('description') ? row.text('description') : (old?.description ?? null),
      owner: row.has('owner') ? row.text('owner', longest.owner) : (old?.owner ?? null),
      verifiedAt: verifiedOf(row, old, reading),
    }
    if (!isWhole || agencyId === null || number === null) return []
    const key = `${agencyId} ${digitsOf(number)}`
    return [{ agencyId, phone: { number, ...rest }, name: number, key, at: row.where('number') }]
  })
  const phones = onceOnly(read, problems)
  return offices.map((agency) => {
    const of = phones.filter(({ agencyId }) => agencyId === agency.id)
    const own = of.map(({ phone }) => phone)
    const tooMany = of[mostPhones]
    if (tooMany) problems.add(tooMany.at, 'too-many', { kind: 'phones', most: mostPhones })
    const owned = (before.get(agency.id)?.phones ?? []).map(({ id, number }) => ({ id, key: digitsOf(number) }))
    const claims = own.map(({ number }) => ({ code: null, key: digitsOf(number) }))
    const ids = claimIds(`${known.communityId} ${agency.id}`, 'phone', claims, owned)
    return { ...agency, phones: own.map((phone, at) => phoneOf(ids[at] ?? '', phone, byId.get(agency.id)?.name ?? '')) }
  })
}

/** Where nobody is named to keep the number true, the agency itself is. */
const phoneOf = (
  id: string,
  {
    number,
    description,
    schedules,
    owner,
    verifiedAt,
  }: Omit<Phone, 'id' | 'description' | 'owner'> & {
    readonly description: string | null
    readonly owner: string | null
  },
  agencyName: string,
): Phone => ({
  id,
  number,
  ...(description !== null && { description }),
  schedules,
  owner: owner ?? agencyName,
  verifiedAt,
})
