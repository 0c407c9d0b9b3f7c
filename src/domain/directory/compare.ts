import type { Directory, Household, SettingValue } from './types'

/** What may come, change or go. */
export const comparedKinds = [
  ...(['estates', 'grids', 'buildings', 'units', 'households', 'agencies', 'phones', 'members', 'settings'] as const),
] as const
export type ComparedKind = (typeof comparedKinds)[number]

export interface Change {
  readonly count: number
  /** The first few, as a keeper calls them. A setting is its id. */
  readonly examples: readonly string[]
}

/** Something that goes, on which something outside of the directory may rest. */
export interface Going {
  readonly kind: 'building' | 'unit' | 'agency' | 'grid'
  readonly id: string
  readonly name: string
  /** Of a unit, whose building stays; null for what else there is. */
  readonly buildingId: string | null
  /** Rooms with somebody in them. */
  readonly households: number
}

/** Something that goes although it is needed. */
export interface Broken extends Omit<Going, 'buildingId'> {
  readonly doorCodes: number
  /** Residents who said that they live there. */
  readonly homes: number
  /** Open requests and wishes. */
  readonly requests: number
  readonly members: number
}

export interface Compared {
  readonly changes: Readonly<
    Record<ComparedKind, { readonly comes: Change; readonly changes: Change; readonly goes: Change }>
  >
  readonly breaks: readonly Broken[]
  /** Rooms in which somebody is kept now and nobody afterwards. */
  readonly emptied: number
}

/** Where something is; of what is the whole building's, the unit is null. */
interface At {
  readonly buildingId: string | null
  readonly unitId: string | null
}

/** What rests on the directory outside of it: one entry for each code, home, open request or wish, and membership. */
export interface InUse {
  readonly doorCodes: readonly At[]
  readonly homes: readonly At[]
  readonly requests: readonly (At & { readonly agencyIds: readonly string[] })[]
  readonly members: readonly { readonly gridId: string | null; readonly agencyId: string | null }[]
}

export const mostExamples = 5

interface Thing {
  readonly id: string
  readonly name: string
  /** Everything of it that counts as a change. */
  readonly print: string
}

const printOf = (value: unknown): string => JSON.stringify(value)

type Things = Readonly<Record<ComparedKind, readonly Thing[]>>

function thingsOf(directory: Directory): Things {
  const estateName = new Map(directory.estates.map(({ id, name }) => [id, name]))
  const called = new Map(
    directory.buildings.map(({ id, estateId, name }) => [
      id,
      [estateName.get(estateId), name].filter(Boolean).join(' '),
    ]),
  )
  const unitName = new Map(directory.buildings.flatMap(({ units }) => units).map(({ id, name }) => [id, name]))
  const answers = (settings: readonly SettingValue[], of: string) =>
    settings.map(({ id, value }) => ({ id: `${of} ${id}`, name: id, print: value }))
  return {
    estates: directory.estates.map(({ id, name, address }) => ({ id, name, print: printOf([name, address]) })),
    grids: directory.grids.map(({ id, name }) => ({ id, name, print: name })),
    // Its units are told one by one, and its order follows from its name.
    buildings: directory.buildings.map(({ id, estateId, gridId, name, floors, roomsPerFloor }) => ({
      ...{ id, name: called.get(id) ?? name, print: printOf([estateId, gridId, name, floors, roomsPerFloor]) },
    })),
    units: directory.buildings.flatMap((building) =>
      building.units.map(({ id, name }) => ({ id, name: `${called.get(building.id) ?? ''} ${name}`, print: name })),
    ),
    households: directory.households.map((household) => ({
      id: household.id,
      name: [called.get(household.buildingId), unitName.get(household.unitId ?? ''), household.room]
        .filter(Boolean)
        .join(' '),
      print: printOf(household),
    })),
    agencies: directory.agencies.map(({ id, name, roles, serviceArea }) => ({
      id,
      name,
      print: printOf([name, roles, serviceArea]),
    })),
    phones: directory.agencies.flatMap((agency) =>
      agency.phones.map((phone) => ({
        id: `${agency.id} ${phone.id}`,
        name: `${agency.name} ${phone.number}`,
        print: printOf(phone),
      })),
    ),
    members: directory.members.map((member) => ({ id: member.id, name: member.name, print: printOf(member) })),
    settings: [
      ...answers(directory.settings, ''),
      ...directory.estates.flatMap(({ id, settings }) => answers(settings, id)),
    ],
  }
}

const changeOf = (things: readonly Thing[]): Change => ({
  count: things.length,
  examples: things.slice(0, mostExamples).map(({ name }) => name),
})

function comparedOf(before: readonly Thing[], after: readonly Thing[]) {
  const old = new Map(before.map((thing) => [thing.id, thing]))
  const ids = new Set(after.map(({ id }) => id))
  return {
    comes: changeOf(after.filter(({ id }) => !old.has(id))),
    changes: changeOf(after.filter(({ id, print }) => (old.get(id)?.print ?? print) !== print)),
    goes: changeOf(before.filter(({ id }) => !ids.has(id))),
  }
}

/** A list of rooms that a plan has made is nobody's. */
export const isLivedIn = ({ name, phone, needs }: Household) => name !== null || phone !== null || needs.length > 0

const countOf = <Of>(all: readonly Of[], fits: (one: Of) => boolean) => all.filter(fits).length

/** Rooms that had somebody and have nobody after it: no revision keeps who lived there, so that this is not undone. */
function emptiedBetween(before: Directory, after: Directory): number {
  const stay = new Set(after.households.filter(isLivedIn).map(({ id }) => id))
  return countOf(before.households, (room) => isLivedIn(room) && !stay.has(room.id))
}

function goingOf(before: Things, directory: Directory, after: Things): readonly Going[] {
  const gone = (kind: ComparedKind) => {
    const ids = new Set(after[kind].map(({ id }) => id))
    return before[kind].filter(({ id }) => !ids.has(id))
  }
  const none = { buildingId: null, households: 0 }
  const buildings = gone('buildings')
  const goneIds = new Set(buildings.map(({ id }) => id))
  const homeOf = new Map(directory.buildings.flatMap(({ id, units }) => units.map((unit) => [unit.id, id])))
  const isGoneWith = (unitId: string) => goneIds.has(homeOf.get(unitId) ?? '')
  const lived = directory.households.filter(isLivedIn)
  return [
    ...buildings.map(({ id, name }) => ({
      ...{ ...none, kind: 'building' as const, id, name },
      households: countOf(lived, ({ buildingId }) => buildingId === id),
    })),
    ...gone('units')
      .filter(({ id }) => !isGoneWith(id))
      .map(({ id, name }) => ({
        ...{ kind: 'unit' as const, id, name, buildingId: homeOf.get(id) ?? null },
        households: countOf(lived, ({ unitId }) => unitId === id),
      })),
    ...gone('agencies').map(({ id, name }) => ({ ...none, kind: 'agency' as const, id, name })),
    ...gone('grids').map(({ id, name }) => ({ ...none, kind: 'grid' as const, id, name })),
  ]
}

/** What goes by an import. */
export const goingBetween = (before: Directory, after: Directory): readonly Going[] =>
  goingOf(thingsOf(before), before, thingsOf(after))

/** What goes while something still rests on it: a code on a door, people's rooms and homes, open requests, somebody's role. */
export function breaksOf(going: readonly Going[], use: InUse): readonly Broken[] {
  const all = going.map(({ buildingId: _, ...thing }) => {
    const { kind, id } = thing
    const isThere = (at: At) =>
      kind === 'building' ? at.buildingId === id : kind === 'unit' ? at.unitId === id : false
    return {
      ...thing,
      doorCodes: countOf(use.doorCodes, isThere),
      homes: countOf(use.homes, isThere),
      requests: countOf(use.requests, (one) => isThere(one) || (kind === 'agency' && one.agencyIds.includes(id))),
      members: countOf(
        use.members,
        ({ agencyId, gridId }) => (kind === 'agency' && agencyId === id) || (kind === 'grid' && gridId === id),
      ),
    }
  })
  return all.filter(
    ({ doorCodes, households, homes, requests, members }) => doorCodes + households + homes + requests + members > 0,
  )
}

/** What an import would do, for the preview: what comes, changes and goes, and what would break by it. */
export function compareDirectories(before: Directory, after: Directory, use: InUse): Compared {
  const [old, next] = [thingsOf(before), thingsOf(after)]
  const changes = Object.fromEntries(comparedKinds.map((kind) => [kind, comparedOf(old[kind], next[kind])]))
  // Made of exactly these kinds.
  return {
    changes: changes as Compared['changes'],
    breaks: breaksOf(goingOf(old, before, next), use),
    emptied: emptiedBetween(before, after),
  }
}
