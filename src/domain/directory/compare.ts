import type { Directory, SettingValue } from './types'

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

/** Something that goes although it is needed. */
export interface Broken {
  readonly kind: 'building' | 'unit' | 'agency' | 'grid'
  readonly id: string
  readonly name: string
  readonly doorCodes: number
  readonly households: number
  /** Open requests and wishes. */
  readonly requests: number
  readonly members: number
}

export interface Compared {
  readonly changes: Readonly<
    Record<ComparedKind, { readonly comes: Change; readonly changes: Change; readonly goes: Change }>
  >
  readonly breaks: readonly Broken[]
}

/** What rests on the directory outside of it: one entry for each code, open request or membership. */
export interface InUse {
  readonly doorCodes: readonly { readonly buildingId: string; readonly unitId: string | null }[]
  readonly requests: readonly { readonly buildingId: string | null; readonly agencyId: string | null }[]
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

const countOf = <Of>(all: readonly Of[], fits: (one: Of) => boolean) => all.filter(fits).length

/** What goes while something still rests on it: a code on a door, people's rooms, open requests, somebody's role. */
function breaksOf(before: Things, directory: Directory, after: Things, use: InUse): readonly Broken[] {
  const gone = (kind: ComparedKind) => {
    const ids = new Set(after[kind].map(({ id }) => id))
    return before[kind].filter(({ id }) => !ids.has(id))
  }
  const none = { doorCodes: 0, households: 0, requests: 0, members: 0 }
  const buildings = gone('buildings')
  const goneIds = new Set(buildings.map(({ id }) => id))
  const unitsOfGone = new Set(
    directory.buildings.filter(({ id }) => goneIds.has(id)).flatMap(({ units }) => units.map(({ id }) => id)),
  )
  const all: readonly Broken[] = [
    ...buildings.map(({ id, name }) => ({
      ...{ ...none, kind: 'building' as const, id, name },
      doorCodes: countOf(use.doorCodes, ({ buildingId }) => buildingId === id),
      households: countOf(directory.households, ({ buildingId }) => buildingId === id),
      requests: countOf(use.requests, ({ buildingId }) => buildingId === id),
    })),
    ...gone('units')
      .filter(({ id }) => !unitsOfGone.has(id))
      .map(({ id, name }) => ({
        ...{ ...none, kind: 'unit' as const, id, name },
        doorCodes: countOf(use.doorCodes, ({ unitId }) => unitId === id),
        households: countOf(directory.households, ({ unitId }) => unitId === id),
      })),
    ...gone('agencies').map(({ id, name }) => ({
      ...{ ...none, kind: 'agency' as const, id, name },
      requests: countOf(use.requests, ({ agencyId }) => agencyId === id),
      members: countOf(use.members, ({ agencyId }) => agencyId === id),
    })),
    ...gone('grids').map(({ id, name }) => ({
      ...{ ...none, kind: 'grid' as const, id, name },
      members: countOf(use.members, ({ gridId }) => gridId === id),
    })),
  ]
  return all.filter(({ doorCodes, households, requests, members }) => doorCodes + households + requests + members > 0)
}

/** What an import would do, for the preview: what comes, changes and goes, and what would break by it. */
export function compareDirectories(before: Directory, after: Directory, use: InUse): Compared {
  const [old, next] = [thingsOf(before), thingsOf(after)]
  const changes = Object.fromEntries(comparedKinds.map((kind) => [kind, comparedOf(old[kind], next[kind])]))
  // Made of exactly these kinds.
  return { changes: changes as Compared['changes'], breaks: breaksOf(old, before, next, use) }
}
