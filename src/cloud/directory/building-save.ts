import { isRefused, refuse, saveBuilding as contract, type InputOf, type Refused } from '../../contract'
import { claimIds } from '../../domain/directory/ids'
import { mostBuildings } from '../../domain/directory/limits'
import { placeKey, plain } from '../../domain/directory/names'
import { orderOf } from '../../domain/directory/read-places'
import { handle, written, type Context } from '../handle'
import { audit } from '../people/audit'
import type { Store, Write } from '../store'
import type { BuildingFields } from '../store/documents'
import { visible, visibleBuilding } from '../store/visible'
import { carryOver } from './grid-move'
import { isSecretary, loadBuildingPlace } from './load'
import { buildingMark } from './mark'
import { revised, type BuildingRow, type CommunityRow } from './revision'
import { isAnyUnitUsed } from './uses'
import { checkWords, isSeen, isTakenPlace } from './words'

type Input = InputOf<typeof contract>

/** Of one estate: those that are there, and as many that an import has laid ready. */
const mostLooked = 2 * mostBuildings

/** What the buildings of the estate are called that people see. */
async function siblingsOf(store: Store, community: CommunityRow, estateId: string) {
  const { rows } = await store.buildings.scan(
    { where: { estateId }, order: 'order' },
    { name: true, order: true, isNew: true, staged: true },
    { most: mostLooked },
  )
  return rows.flatMap((row) => {
    const seen = visible(row, community)
    return seen ? [{ id: seen._id, name: seen.name, order: seen.order }] : []
  })
}

/** Where it may go in the document: a new one takes the place that an import laid ready and nobody sees. */
async function placeOf(
  store: Store,
  community: CommunityRow,
  estateId: string,
  name: string,
): Promise<{ readonly id: string; readonly hidden: BuildingRow | null }> {
  const taken: { id: string; key: string }[] = []
  for (;;) {
    const [id] = claimIds(community._id, 'building', [{ code: null, key: `${estateId} ${plain(name)}` }], taken)
    if (id === undefined) throw new Error('a building without an id')
    const row = await store.buildings.find(id)
    if (!row || visibleBuilding(row, community) === null) return { id, hidden: row }
    taken.push({ id, key: '' })
  }
}

/** Units with their ids: those that were there keep theirs, the others get them as an import would. */
function unitsOf({ communityId, units: typed }: Input, buildingId: string, before: BuildingRow['units']) {
  const known = (id: string | null) => (before.some((unit) => unit.id === id) ? id : null)
  const kept = typed.map(({ id }, at) => (typed.findIndex((one) => one.id === id) === at ? known(id) : null))
  const fresh = typed.filter((_, at) => kept[at] === null)
  const ids = claimIds(
    `${communityId} ${buildingId}`,
    'unit',
    fresh.map(({ name }) => ({ code: null, key: plain(name) })),
    before.map(({ id }) => ({ id, key: '' })),
  )
  return typed.map((unit, at) => ({ id: kept[at] ?? ids[fresh.indexOf(unit)] ?? '', name: unit.name }))
}

/** Whether one of the units that go is somebody's. */
function losesUsed(context: Asking, before: BuildingRow, units: BuildingFields['units']): Promise<boolean> {
  const gone = before.units.filter(({ id }) => !units.some((unit) => unit.id === id))
  const ids = gone.map(({ id }) => id)
  return isAnyUnitUsed(context, context.loaded.community, before._id, ids)
}

/** Who may not do what the form says, though the place is theirs. */
async function refusalOf(input: Input, context: Asking) {
  const { as, loaded } = context
  const { community, building } = loaded
  const { estateId, gridId } = input
  if (!community.estates.some(({ id }) => id === estateId)) return refuse('estate.missing')
  if (building && building.estateId !== estateId) return refuse('building.missing')
  if (!isSeen(input.seen, building ? buildingMark(building) : null)) return refuse('building.moved')
  if (gridId !== null && !community.grids.some(({ id }) => id === gridId)) return refuse('grid.missing')
  const isElsewhere = as.role === 'grid-leader' && as.membership?.gridId !== gridId
  if (isElsewhere && !(await isSecretary(context, community._id))) return refuse('building.not-your-grid')
  const keys = new Set(input.units.map(({ name }) => placeKey(name)))
  return keys.size < input.units.length ? refuse('building.same-name') : null
}

type Asking = Context<{ readonly community: CommunityRow; readonly building: BuildingRow | null }>

/**
 * Whether homes and requests may still have another grid: that in which people see it, or while an import is being tidied
 * up the one of the document itself, whose move nobody would carry out any more.
 */
async function isMoved(store: Store, building: BuildingRow, gridId: string | null): Promise<boolean> {
  if (building.gridId !== gridId) return true
  if (building.staged === undefined) return false
  const own = await store.buildings.find(building._id)
  return own !== null && own.gridId !== gridId
}

type Saved = { readonly id: string; readonly write: Write; readonly isMoved: boolean }
type Clash = Refused<'directory.full' | 'building.same-name' | 'building.unit-in-use'>

/** The building as it is to be kept. */
async function savedOf(input: Input, context: Asking): Promise<Saved | Clash> {
  const { store, now, loaded } = context
  const { community, building } = loaded
  const { communityId, estateId, name, gridId, floors, roomsPerFloor } = input
  const siblings = await siblingsOf(store, community, estateId)
  if (!building && siblings.length >= mostBuildings) return refuse('directory.full')
  if (isTakenPlace(name, siblings, building?._id ?? null)) return refuse('building.same-name')
  const { id, hidden } = building ? { id: building._id, hidden: null } : await placeOf(store, community, estateId, name)
  const units = unitsOf(input, id, building?.units ?? [])
  if (building && (await losesUsed(context, building, units))) return refuse('building.unit-in-use')
  const order = input.order ?? (building?.name === name ? building.order : orderOf(name, siblings.length))
  const fields = { communityId, estateId, gridId, name, order, units, floors, roomsPerFloor }
  const row = building ?? hidden
  const moved = building && (await isMoved(store, building, gridId)) ? { gridMovedAt: now } : {}
  // What an import laid ready goes: it was compared with a directory that is no more.
  const write = row
    ? store.buildings.replacing({ ...row, ...fields, ...moved, isNew: undefined, staged: undefined })
    : store.buildings.inserting({ _id: id, ...fields })
  return { id, write, isMoved: 'gridMovedAt' in moved }
}

/**
 * Read: the community, the building, what its neighbours are called, what rests on units that go. Written: the building,
 * the community, what both were before, a line of the audit log.
 */
export const saveBuilding = handle(contract, {
  load: loadBuildingPlace,
  async work(input, context) {
    const { building, community } = context.loaded
    const refusal = await refusalOf(input, context)
    if (refusal) return refusal
    const row = await savedOf(input, context)
    if (isRefused(row)) return row
    const wordsOf = ({ name, units }: Pick<BuildingFields, 'name' | 'units'>) => [
      name,
      ...units.map((unit) => unit.name),
    ]
    const refused = await checkWords(
      context,
      wordsOf({ name: input.name, units: input.units.map((unit) => ({ id: '', name: unit.name })) }),
      building ? wordsOf(building) : [],
    )
    if (refused) return refused
    const { revision, writes } = revised(context, community, {}, [{ id: row.id, before: building }])
    const subject = { collection: 'buildings', id: row.id }
    const noted = audit(context, { verb: 'building.save', communityId: community._id, subject })
    const after = row.isMoved ? () => carryOver(context.store, { _id: row.id, gridId: input.gridId }) : undefined
    return written({ buildingId: row.id, revision }, [row.write, ...writes, noted], after)
  },
})
