import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate'
import type { Building, Directory, Household } from '../../domain/directory'
import type { Surroundings } from '../handle'
import { hashOf } from '../hash'
import { sealedAt } from '../people/ids'
import type { Row, Write } from '../store'
import type { CommunityFields, DirectoryFields } from '../store/documents'
import { buildingOf, type BuildingRow, type CommunityRow } from './load'
import { communityPart, type CommunityPart } from './plan'
import { partId } from './stage'

/** Letters of one part: sealed it is a third longer. */
const partLength = 300_000

/** What undoes a change. A save keeps what it touched, an import the whole. */
export type Undo =
  | { readonly whole: Directory }
  | {
      readonly community: CommunityPart
      readonly buildings: readonly { readonly id: string; readonly before: Building | null }[]
      /** Those that went with a building. What was kept before there were any has none. */
      readonly rooms?: readonly Household[]
    }

const squeezed = (value: unknown): string => Buffer.from(deflateSync(strToU8(JSON.stringify(value)))).toString('base64')
const unsqueezed = (text: string): unknown => JSON.parse(strFromU8(inflateSync(Buffer.from(text, 'base64'))))

/** Rooms as a revision keeps them: where they are. Who lives there can go at any time, and then is kept nowhere. */
const nobodyIn = (room: Household): Household => ({ ...room, name: null, phone: null, needs: [], consent: false })

/** A revision with whoever lives now in the rooms that it has. */
export function peopled(target: Directory, present: Directory): Directory {
  const now = new Map(present.households.map((room) => [room.id, room]))
  const households = target.households.map((room) => {
    const { name, phone, needs, consent } = now.get(room.id) ?? nobodyIn(room)
    return { ...room, name, phone, needs, consent }
  })
  return { ...target, households }
}

/** A whole directory, without the people in it, as texts of a size that a document holds. */
export const keptParts = (whole: Directory): readonly string[] => {
  const text = squeezed({ whole: { ...whole, households: whole.households.map(nobodyIn) } } satisfies Undo)
  const count = Math.ceil(text.length / partLength)
  return Array.from({ length: count }, (_, at) => text.slice(at * partLength, (at + 1) * partLength))
}

export type DirectoryRow = Row<DirectoryFields>
type With = Pick<Surroundings, 'store' | 'keys' | 'now'>

/** One for each revision that was ended: whoever ends it writes it in the same commit. */
export const headId = (communityId: string, revision: number): string =>
  hashOf('directory', communityId, String(revision))

interface Head {
  readonly endedBy: DirectoryFields['endedBy']
  readonly plan: string | null
  readonly parts: number
  readonly text: string
}

export function headOf({ store, keys, now }: With, community: CommunityRow, head: Head): Write {
  const { _id: communityId, revision } = community
  const { endedBy, plan, parts, text } = head
  const _id = headId(communityId, revision)
  return store.directories.inserting({
    ...{ _id, communityId, kind: 'head', revision, endedBy, plan, parts, at: now, keyId: keys.currentKey },
    data: keys.seal(text, sealedAt('directories', 'data', _id)),
  })
}

/**
 * Keeps what a save of a keeper is about to change, for the commit that makes revision + 1: the directory's part of the
 * community as it is, each building that the save touches as it was (null: it was not there), and rooms that go.
 */
export function keepRevision(
  context: With,
  community: Row<CommunityFields>,
  buildings: readonly { readonly id: string; readonly before: BuildingRow | null }[] = [],
  rooms: readonly Household[] = [],
): Write[] {
  const undo: Undo = {
    community: communityPart(community),
    buildings: buildings.map(({ id, before }) => ({ id, before: before && buildingOf(before) })),
    rooms: rooms.map(nobodyIn),
  }
  return [headOf(context, community, { endedBy: 'save', plan: null, parts: 0, text: squeezed(undo) })]
}

/** What a head undoes. Null where a part of it is gone. */
export async function readUndo(
  { store, keys }: Pick<With, 'store' | 'keys'>,
  head: DirectoryRow,
): Promise<Undo | null> {
  const open = (row: DirectoryRow) => keys.unseal(row.data, sealedAt('directories', 'data', row._id))
  if (head.plan === null) return unsqueezed(open(head)) as Undo
  const texts: string[] = []
  for (let number = 0; number < head.parts; number++) {
    const part = await store.directories.find(partId(head.plan, number))
    if (!part) return null
    texts.push(open(part))
  }
  return unsqueezed(texts.join('')) as Undo
}

/** The directory one revision earlier. */
export function undone(directory: Directory, undo: Undo): Directory {
  if ('whole' in undo) return undo.whole
  const touched = new Map(undo.buildings.map(({ id, before }) => [id, before]))
  const buildings = [
    ...directory.buildings.filter(({ id }) => !touched.has(id)),
    ...undo.buildings.flatMap(({ before }) => before ?? []),
  ]
  const ids = new Set(buildings.map(({ id }) => id))
  return {
    ...directory,
    ...undo.community,
    buildings,
    // Rooms of a building that was not there yet.
    households: [...directory.households.filter(({ buildingId }) => ids.has(buildingId)), ...(undo.rooms ?? [])],
  }
}
