import { noticeReach as contract } from '../../contract'
import { permissions } from '../../contract/permissions'
import type { Audience } from '../../domain/notice/audience'
import { noticePartUntil } from '../../domain/notice/kept'
import { permit } from '../../domain/people/permit'
import { reachOf } from '../../domain/notice/reach'
import type { BuildingRow, HouseholdRow } from '../files/load'
import { handle, type MembershipRow } from '../handle'
import type { Store } from '../store'
import { loadNotice } from './load'
import { concernedBuildings, type Concerned } from './know-places'
import {
  audienceOf,
  happenedIn,
  knownBuilding,
  reachBuilding,
  reachHomes,
  type Known,
  type KnownHome,
} from './know-world'

/** Documents of one read; and more of anything than a notice, or a community, ever has. */
const batch = 1000
const most = 50_000
/** Buildings whose rooms are read at once: each has a few documents of them. */
const together = 50

/**
 * Whom a notice has reached, counted anew from what is there: its openings, ticks and requests, the homes that people
 * declared, the households of the concerned buildings. Their reads go at once; openings and homes by the thousand.
 */
export const reach = handle(contract, {
  load: loadNotice,
  async work({ noticeId }, { store, keys, now, person, memberships, loaded: notice }) {
    const audience = audienceOf(notice)
    const nothing = { at: now, isGone: false, buildings: [], people: 0, elsewhere: 0, outdated: 0 }
    if (!audience) return nothing
    // The first openings have gone by now: what is left of them would read as nobody.
    if (now >= noticePartUntil(notice, 0)) return { ...nothing, isGone: true }
    const [places, homes, known] = await Promise.all([
      concernedBuildings(store, audience),
      homesIn(store, audience),
      knownOf(store, noticeId),
    ])
    if (!places) return nothing
    const rooms = await householdsOf(store, places)
    const buildings = new Map(
      places.buildings.map((row) => [row._id, knownBuilding(keys, row, rooms.get(row._id) ?? [], places.community)]),
    )
    const counted = reachOf(
      audience,
      [...buildings.values()].map(reachBuilding),
      reachHomes(keys, homes, buildings),
      happenedIn(keys, known, buildings, notice),
    )
    const held = await memberships()
    const lastReminded = (id: string) =>
      notice.reminds.reduce<number | null>(
        (last, one) => (one.buildingId === id ? Math.max(last ?? 0, one.at) : last),
        null,
      )
    return {
      ...{ at: now, isGone: false, people: counted.people, elsewhere: counted.elsewhere, outdated: counted.outdated },
      buildings: counted.buildings.map((one, at) => ({
        ...one,
        ...named(places, places.buildings[at]),
        mayVisit: mayDo('notice.visits', person, held, places.buildings[at], now),
        mayRemind: mayDo('notice.remind', person, held, places.buildings[at], now),
        remindedAt: lastReminded(one.buildingId),
      })),
    }
  },
})

const named = ({ estateName }: Concerned, building: BuildingRow | undefined) => ({
  ...{ name: building?.name ?? '', estateName: building ? estateName(building) : '' },
})

/** Rooms are for whoever goes there, reminders for whoever answers for it: the table of permissions says who that is. */
function mayDo(
  action: 'notice.visits' | 'notice.remind',
  person: string | null,
  held: readonly MembershipRow[],
  building: BuildingRow | undefined,
  now: number,
): boolean {
  if (!building) return false
  const { communityId, gridId } = building
  const belongs = { owner: null, communityId, gridId, agencyId: null }
  return permit(permissions[action], person, held, belongs, now) !== null
}

/** Every home of the community that somebody has declared, and no keeper has declined. */
async function homesIn({ homes }: Store, { communityId }: Audience): Promise<readonly KnownHome[]> {
  const wanted = { person: true, buildingId: true, unitId: true, room: true, state: true } as const
  const scans = (['declared', 'confirmed'] as const).map((state) =>
    homes.scan({ where: { communityId, state }, order: 'declaredAt' }, wanted, { most, batch }),
  )
  return (await Promise.all(scans)).flatMap(({ rows }) => rows)
}

/** All that is known of a notice, with no more than what counts of each. */
async function knownOf(store: Store, noticeId: string): Promise<Known> {
  const where = { noticeId }
  const [openings, helps, visits] = await Promise.all([
    store.openings.scan(
      { where, order: 'person' },
      { person: true, acknowledgedAt: true, at: true, edition: true },
      { most, batch },
    ),
    store.requests.scan(
      { where, order: '_id' },
      { person: true, filedAs: true, buildingId: true, unitId: true, room: true },
      { most, batch },
    ),
    store.noticeVisits.scan({ where, order: 'buildingId' }, { buildingId: true, ticks: true }, { most, batch }),
  ])
  return { openings: openings.rows, helps: helps.rows, visits: visits.rows }
}

/** Their rooms, sealed, by building; a read for each fifty buildings. */
async function householdsOf(
  { households }: Store,
  { community, buildings }: Concerned,
): Promise<ReadonlyMap<string, readonly HouseholdRow[]>> {
  const ids = buildings.map(({ _id }) => _id)
  const parts = ids.flatMap((_, at) => (at % together === 0 ? [ids.slice(at, at + together)] : []))
  const where = { communityId: community._id }
  const read = await Promise.all(
    parts.map((values) => households.holding(where, { field: 'buildingId', values }, batch)),
  )
  const byBuilding = new Map<string, HouseholdRow[]>()
  for (const row of read.flat()) byBuilding.set(row.buildingId, [...(byBuilding.get(row.buildingId) ?? []), row])
  return byBuilding
}
