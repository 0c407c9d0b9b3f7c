import type { NoticePlace } from '../../domain/notice/audience'
import { roomFinder } from '../../domain/notice/rooms'
import type { Surroundings } from '../handle'
import { homeId, sealedAt } from '../people/ids'
import type { Row } from '../store'
import type { HomeFields } from '../store/documents'
import { findBuilding } from '../store/visible'
import { placeOfRoom, roomsOf, unlistedRoom } from './voice-rooms'

/** Where somebody lives, as far as a question to residents asks. */
export interface VoiceHome {
  readonly place: NoticePlace
  /** The household; null: they said no room, or one that is not on the building's list. */
  readonly roomId: string | null
  /** A keeper has confirmed it. */
  readonly isConfirmed: boolean
}

type Looking = Pick<Surroundings, 'store' | 'keys'>

/** The home in this community that counts; null: none. */
export async function voiceHome(looking: Looking, person: string, communityId: string): Promise<VoiceHome | null> {
  const home = await whereHome(looking, person, communityId)
  return home === 'elsewhere' ? null : home
}

/**
 * The home that somebody has declared in this community, and which household of the directory it is. elsewhere: they live
 * in another one. null: nobody knows where, or a keeper has said that it is not theirs. Reads the home, its building, its
 * community and the building's rooms.
 */
export async function whereHome(
  { store, keys }: Looking,
  person: string,
  communityId: string,
): Promise<VoiceHome | 'elsewhere' | null> {
  const home = await store.homes.find(homeId(person))
  if (home && home.state !== 'declined' && home.communityId !== communityId) return 'elsewhere'
  return home ? voiceHomeOf({ store, keys }, home, communityId) : null
}

/** The same, of a home that was read: null where it lies elsewhere, too. */
export async function voiceHomeOf(
  { store, keys }: Looking,
  home: Row<HomeFields>,
  communityId: string,
): Promise<VoiceHome | null> {
  if (home.state === 'declined' || home.communityId !== communityId) return null
  const [building, community] = await Promise.all([
    findBuilding(store, home.buildingId),
    store.communities.find(communityId),
  ])
  if (!building || !community) return null
  const { unitId } = home
  const isConfirmed = home.state === 'confirmed'
  const elsewhere = {
    place: { ...placeOfRoom(building, { unitId, needs: [] }), needs: null },
    roomId: null,
    isConfirmed,
  }
  if (home.room === null) return elsewhere
  const said = { unitId, room: keys.unseal(home.room, sealedAt('homes', 'room', home._id)) }
  const rooms = await roomsOf({ store, keys }, community, building._id)
  // Nobody has entered them yet: what somebody says of their own home has to do.
  if (rooms.length === 0) return { ...elsewhere, roomId: unlistedRoom(keys, building._id, said) }
  const room = roomFinder(rooms)(said)
  return room ? { place: placeOfRoom(building, room), roomId: room.id, isConfirmed } : elsewhere
}
