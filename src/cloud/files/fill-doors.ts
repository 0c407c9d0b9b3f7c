import { fillDoorCodes, refuse, type InputOf } from '../../contract'
import { codesFor } from '../directory/door-codes'
import { handle, written, type Context } from '../handle'
import type { Store } from '../store'
import { buildingsOf, type BuildingRow } from './load'
import { inPieces } from './plan'

/** How long (ms) a call begins something new: a phone waits for it. */
const budget = 5_000
/** Buildings whose codes are read at once: with thirty units each they stay below a thousand. */
const together = 30
const mostCodes = 1000
const atOnce = 4

/** A building as it is kept, and the doors of it that have no code in force. */
interface Lacking {
  readonly kept: BuildingRow
  readonly doors: readonly (string | null)[]
}

/**
 * The codes that an estate's doors still lack, in commits of their own, each with its line of the audit log: whatever is
 * killed in between is gone on with by the next call. Reads the community, the estate's buildings by the hundred, and
 * their codes.
 */
export const fillDoors = handle(fillDoorCodes, {
  async load({ communityId, gridId }, { store }) {
    const loaded = await store.communities.find(communityId)
    return loaded
      ? { loaded, belongs: { owner: null, communityId, gridId, agencyId: null } }
      : refuse('import.no-community')
  },
  async work({ gridId, estateId, per }, context) {
    const { loaded: community, store } = context
    if (!community.estates.some(({ id }) => id === estateId)) return refuse('estate.missing')
    const ends = Date.now() + budget
    const all = await buildingsOf(store, community, estateId)
    const buildings = all.filter((building) => gridId === null || building.gridId === gridId)
    let [made, left] = [0, 0]
    for (const some of inPieces(buildings, together)) {
      const lacking = await lackingOf(store, some, per)
      for (const turn of inPieces(lacking, atOnce)) {
        const done = await Promise.all(turn.map((one) => filled(context, one, ends)))
        made += sum(done)
        left += sum(turn.map(({ doors }) => doors.length)) - sum(done)
      }
    }
    return written({ made, left }, [])
  },
})

const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0)

/** Two reads: the documents themselves before their codes, so that a code made in between is seen by the commit. */
async function lackingOf(
  store: Store,
  buildings: readonly BuildingRow[],
  per: InputOf<typeof fillDoorCodes>['per'],
): Promise<readonly Lacking[]> {
  const values = buildings.map(({ _id }) => _id)
  const kept = new Map((await store.buildings.findAll(values)).map((row) => [row._id, row]))
  const codes = await store.doorCodes.holding({ state: 'active' }, { field: 'buildingId', values }, mostCodes)
  const coded = new Set(codes.map(({ buildingId, unitId }) => `${buildingId} ${unitId ?? ''}`))
  return buildings.flatMap(({ _id, units }) => {
    const row = kept.get(_id)
    const wanted = per === 'building' || units.length === 0 ? [null] : units.map(({ id }) => id)
    const doors = wanted.filter((unitId) => !coded.has(`${_id} ${unitId ?? ''}`))
    return row && doors.length > 0 ? [{ kept: row, doors }] : []
  })
}

/** How many were made: fewer where time is up, or where somebody else writes at the same moment. */
async function filled(context: Context<unknown>, { kept, doors }: Lacking, ends: number): Promise<number> {
  let made = 0
  for (let row = kept; made < doors.length && Date.now() < ends; row = { ...row, version: row.version + 1 }) {
    const { codes, writes } = codesFor(context, row, doors.slice(made))
    if ((await context.store.commit(writes)) !== 'done') break
    made += codes.length
  }
  return made
}
