import { isRefused, noteVoice, refuse, sayVoice } from '../../contract'
import { concerns } from '../../domain/notice/audience'
import { handle, written, type Found, type Surroundings } from '../handle'
import { hashOf } from '../hash'
import { findBuilding } from '../store/visible'
import type { BuildingRow } from '../files/load'
import { loadNotice, type NoticeRow } from './load'
import { askedBy, refusalOf } from './voice-asked'
import { whereHome, type VoiceHome } from './voice-home'
import { hasSpoken, placeOfRoom, roomsOf } from './voice-rooms'
import { voiceWritten } from './voice-write'

/** The `_id` of somebody's own voice, and of what the office wrote down for a household. */
export const ownVoiceId = (noticeId: string, person: string): string => hashOf('voice', noticeId, person)
export const notedVoiceId = (noticeId: string, roomId: string): string => hashOf('voice', noticeId, 'room', roomId)

/** Reads the notice, the caller's home with its building, community and rooms, and the voice before. */
export const say = handle(sayVoice, {
  load: loadNotice,
  async work({ choices, words, name }, context) {
    const { loaded: notice, person, now } = context
    const asked = askedBy(notice, now)
    if (isRefused(asked)) return asked
    if (asked.isOver) return refusalOf('over')
    const home = await whereHome(context, person, notice.communityId)
    // Whoever lives elsewhere is not asked; of whom nobody knows where they live, only a question to people can.
    if (home === 'elsewhere' || (home && concerns(asked.edition.audience, home.place) === 'no'))
      return refuse('voice.not-asked')
    const said = { choices, words, name, person, notedBy: null, ...householdOf(home) }
    const done = await voiceWritten(context, notice, asked, { ...said, id: ownVoiceId(notice._id, person) })
    if (isRefused(done)) return done
    return written({ at: done.at, words: done.wordsState }, done.writes, done.after)
  },
})

/** Whose household it is said for, and whether a keeper knows that. */
export const householdOf = (home: VoiceHome | null) => {
  const roomId = home?.roomId ?? null
  const household = roomId !== null && home?.isConfirmed ? ('confirmed' as const) : ('declared' as const)
  return { roomId, household }
}

interface Noting {
  readonly notice: NoticeRow
  readonly building: BuildingRow
}

/** Whose it is to note is decided by the building: a grid leader's own. */
async function loadNoting(
  input: { readonly noticeId: string; readonly buildingId: string },
  { store }: Surroundings,
): Promise<Found<Noting> | { readonly refused: 'notice.missing' | 'notice.no-place' }> {
  const [notice, building] = await Promise.all([
    store.notices.find(input.noticeId),
    findBuilding(store, input.buildingId),
  ])
  if (!notice) return refuse('notice.missing')
  if (!building || building.communityId !== notice.communityId) return refuse('notice.no-place')
  const { communityId, gridId } = building
  return { loaded: { notice, building }, belongs: { owner: null, communityId, gridId, agencyId: null } }
}

/** Reads the notice, the building, its community and rooms, and the voice before. */
export const note = handle(noteVoice, {
  load: loadNoting,
  async work({ roomId, choices, words, name }, context) {
    const { person, now, store } = context
    const { notice, building } = context.loaded
    const asked = askedBy(notice, now)
    if (isRefused(asked)) return asked
    const community = await store.communities.find(notice.communityId)
    const rooms = community ? await roomsOf(context, community, building._id) : []
    const room = rooms.find(({ id }) => id === roomId)
    if (!room) return refuse('notice.no-place')
    if (concerns(asked.edition.audience, placeOfRoom(building, room)) === 'no') return refuse('voice.not-asked')
    if (await hasSpoken(context, notice._id, room)) return refuse('voice.said')
    const said = { choices, words, name, person: null, notedBy: person, roomId, household: 'noted' as const }
    const done = await voiceWritten(context, notice, asked, { ...said, id: notedVoiceId(notice._id, roomId) })
    if (isRefused(done)) return done
    return written({ at: done.at }, done.writes, done.after)
  },
})
