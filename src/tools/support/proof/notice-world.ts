import { householdId } from '../../../cloud/files/plan'
import { sealRooms } from '../../../cloud/files/load'
import { openingId } from '../../../cloud/notice/open-count'
import type { OpeningFields } from '../../../cloud/store/documents'
import type { Household } from '../../../domain/directory'
import { day } from '../../../domain/time/clock'
import { homeDocument, keys, sealedRoom } from './documents'

/** A household of a directory: with a number, without needs, unless said otherwise. */
export const aRoom = (buildingId: string, room: string, over: Partial<Household> = {}): Household => ({
  ...{ id: `${buildingId}-${over.unitId ?? ''}${room}`, buildingId, unitId: null, room, floor: null },
  ...{ name: '住户', phone: '0000000000', needs: [], consent: true },
  ...over,
})

/** The document of a building's households, as an import leaves it. */
export function roomsDocument(communityId: string, buildingId: string, rooms: readonly Household[]) {
  const _id = householdId(buildingId, 0)
  return {
    ...{ _id, communityId, buildingId, part: 0, keyId: keys.currentKey },
    rooms: sealRooms(keys, _id, 'rooms', rooms),
  }
}

/** Somebody says that they live there. */
export const livesIn = (
  person: string,
  place: { readonly communityId: string; readonly buildingId: string; readonly unitId?: string | null },
  room: string | null,
  state: 'declared' | 'confirmed' | 'declined' = 'declared',
) =>
  homeDocument(person, { communityId: place.communityId, gridId: null }, 1, {
    ...{ buildingId: place.buildingId, unitId: place.unitId ?? null, state },
    room: room === null ? null : sealedRoom(person, room),
  })

/** Somebody opened it, as the server keeps it. */
export const openingDocument = (
  notice: { readonly _id: string; readonly communityId: string },
  person: string,
  at: number,
  over: Partial<OpeningFields> = {},
): OpeningFields & { readonly _id: string } => ({
  ...{ _id: openingId(notice._id, person), noticeId: notice._id, communityId: notice.communityId, person, at },
  ...{ token: null, group: null, openedIn: null, edition: 1, acknowledgedAt: null, until: at + 180 * day },
  ...over,
})
