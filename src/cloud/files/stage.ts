import type { Surroundings } from '../handle'
import { sealedAt } from '../people/ids'
import type { Store } from '../store'
import { sealRooms, type BuildingRow, type HouseholdRow, type ImportRow } from './load'
import { unpack } from './packed'
import { inPieces, type Change } from './plan'

type With = Pick<Surroundings, 'store' | 'keys'>

/** The `_id` of a part. Parts of another reading of the same file have other ids. */
export const partId = (plan: string, number: number): string => `${plan}.${number}`
/** What a part is sealed about. */
export const partAbout = (id: string): string => `importParts.data:${id}`

/** What one part says becomes of its documents; null where the part is gone. */
export async function readPart({ store, keys }: With, { plan }: ImportRow, number: number) {
  const id = partId(plan ?? '', number)
  const part = await store.importParts.find(id)
  return part && unpack<Change[]>(keys, part.data, partAbout(id))
}

/** They hold people's data: once everything of them is done, they go. */
export async function removeParts(store: Store, { _id }: ImportRow): Promise<void> {
  const parts = await store.importParts.holding({}, { field: 'importId', values: [_id] }, 1000)
  for (const some of inPieces(parts, 100)) await store.importParts.remove(some.map((part) => part._id))
}

/** Whether a document holds nothing that a later import has laid ready. */
const isOurs = ({ staged }: Pick<BuildingRow | HouseholdRow, 'staged'>, { _id, startedAt }: ImportRow) =>
  staged === undefined || staged.importId === _id || staged.at < startedAt

/** Another import has begun since, so that this one is over. */
export class Overtaken extends Error {}

/**
 * Lays the documents of a part ready, each by a compare-and-set of its own: nobody sees them before the import is
 * confirmed, so that half of it does no harm. A second time changes nothing.
 */
export async function stage(context: With, row: ImportRow, changes: readonly Change[]): Promise<void> {
  const { buildings, households } = await documentsOf(context.store, changes)
  await Promise.all(
    changes.map(async (change) => {
      const done =
        change.collection === 'buildings'
          ? await stageBuilding(context, row, change, buildings.get(change.id))
          : await stageRooms(context, row, change, households.get(change.id))
      if (!done) throw new Contended()
    }),
  )
}

/** Somebody else wrote at the same moment: look again. */
export class Contended extends Error {}

async function documentsOf(store: Store, changes: readonly Change[]) {
  const ids = (collection: Change['collection']) =>
    changes.filter((change) => change.collection === collection).map(({ id }) => id)
  const [buildings, households] = await Promise.all([
    store.buildings.findAll(ids('buildings')),
    store.households.findAll(ids('households')),
  ])
  return {
    buildings: new Map(buildings.map((row) => [row._id, row])),
    households: new Map(households.map((row) => [row._id, row])),
  }
}

type ChangeOf<Collection> = Extract<Change, { readonly collection: Collection }>

async function stageBuilding(
  { store }: With,
  row: ImportRow,
  { id, after }: ChangeOf<'buildings'>,
  present: BuildingRow | undefined,
): Promise<boolean> {
  const { _id: importId, startedAt: at, communityId } = row
  if (present && !isOurs(present, row)) throw new Overtaken()
  if (present?.staged?.importId === importId) return true
  const fields = after && {
    ...{ communityId, estateId: after.estateId, gridId: after.gridId, name: after.name, order: after.order },
    ...{ units: [...after.units], floors: after.floors, roomsPerFloor: after.roomsPerFloor },
  }
  const staged = { importId, at, fields }
  if (present) return store.buildings.replace({ ...present, staged })
  return fields === null || store.buildings.insert({ _id: id, ...fields, isNew: true, staged })
}

async function stageRooms(
  { store, keys }: With,
  row: ImportRow,
  { id, buildingId, part, after }: ChangeOf<'households'>,
  present: HouseholdRow | undefined,
): Promise<boolean> {
  const { _id: importId, startedAt: at, communityId } = row
  if (present && !isOurs(present, row)) throw new Overtaken()
  if (present?.staged?.importId === importId) return true
  const fields = after && { rooms: sealRooms(keys, id, 'staged.fields.rooms', after) }
  const staged = { importId, at, fields }
  if (present) return store.households.replace({ ...present, staged })
  const own = { communityId, buildingId, part, rooms: sealRooms(keys, id, 'rooms', []), keyId: keys.currentKey }
  return fields === null || store.households.insert({ _id: id, ...own, isNew: true, staged })
}

/** Makes what the confirmed import has staged the documents' own. A second time changes nothing. */
export async function fold(context: With, { _id: importId }: ImportRow, changes: readonly Change[]): Promise<void> {
  const { store, keys } = context
  const { buildings, households } = await documentsOf(store, changes)
  const tasks = [...buildings.values(), ...households.values()]
    .filter(({ staged }) => staged?.importId === importId)
    .map(async (row) => {
      if ('rooms' in row) {
        if (!row.staged?.fields) return (await store.households.removeOne(row)) || lost()
        const text = keys.unseal(row.staged.fields.rooms, sealedAt('households', 'staged.fields.rooms', row._id))
        const rooms = keys.seal(text, sealedAt('households', 'rooms', row._id))
        const folded = { ...row, rooms, keyId: keys.currentKey, isNew: undefined, staged: undefined }
        return (await store.households.replace(folded)) || lost()
      }
      if (!row.staged?.fields) return (await store.buildings.removeOne(row)) || lost()
      // What is carried over with it into another grid is the timer's work: `directory/grid-move`.
      const moved = row.gridId === row.staged.fields.gridId ? {} : { gridMovedAt: row.staged.at }
      const folded = { ...row, ...row.staged.fields, ...moved, isNew: undefined, staged: undefined }
      return (await store.buildings.replace(folded)) || lost()
    })
  await Promise.all(tasks)
}

/** Takes back what an import that is over has laid ready. A second time changes nothing. */
export async function unstage(context: With, { _id: importId }: ImportRow, changes: readonly Change[]): Promise<void> {
  const { store } = context
  const { buildings, households } = await documentsOf(store, changes)
  await Promise.all([
    ...[...buildings.values()]
      .filter(({ staged }) => staged?.importId === importId)
      .map(async (row) => {
        const done = row.isNew ? store.buildings.removeOne(row) : store.buildings.replace({ ...row, staged: undefined })
        return (await done) || lost()
      }),
    ...[...households.values()]
      .filter(({ staged }) => staged?.importId === importId)
      .map(async (row) => {
        const done = row.isNew
          ? store.households.removeOne(row)
          : store.households.replace({ ...row, staged: undefined })
        return (await done) || lost()
      }),
  ])
}

function lost(): never {
  throw new Contended()
}
