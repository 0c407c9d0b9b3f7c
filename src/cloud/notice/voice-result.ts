import { isRefused, voiceResult as contract, type OutputOf } from '../../contract'
import { permissions } from '../../contract/permissions'
import { permit } from '../../domain/people/permit'
import {
  resultOf,
  standingFor,
  voicesFor,
  type SeenVoice,
  type Voice,
  type VoiceReader,
} from '../../domain/notice/voices'
import { handle, type Context } from '../handle'
import { sealedAt } from '../people/ids'
import type { Lean } from '../store/page'
import type { VoiceFields } from '../store/documents'
import { belongsOfNotice, loadNotice, type NoticeRow } from './load'
import { askedBy, voicesKept, type Asked } from './voice-asked'
import { voiceHome } from './voice-home'
import { askedRooms, type AskedRooms } from './voice-rooms'
import { notedVoiceId } from './voice-say'

/** Voices of one question: more than any community has people. */
const mostVoices = 10_000
/** As many as one page shows. */
const mostShown = 100

/** As much of each as a result needs. */
const wanted = {
  person: true,
  roomId: true,
  household: true,
  choices: true,
  words: true,
  wordsState: true,
  name: true,
  at: true,
} as const
type VoiceLean = Lean<VoiceFields, typeof wanted>

const nothing = {
  ...{ isGone: false, standing: null, n: 0, of: null, confirmed: 0 },
  ...{ options: [], words: 0, voices: [], isMore: false },
}

/**
 * What has come out: reads every voice by the five hundred; of a question to households also the directory's rooms.
 * Nothing is counted up anywhere, so that it is true whatever came twice or in whatever order.
 */
export const result = handle(contract, {
  load: loadNotice,
  async work(_input, context) {
    const { loaded: notice, now } = context
    const asked = askedBy(notice, now)
    if (isRefused(asked)) return asked
    // The first voices have gone: what is left of them is no result.
    if (now >= voicesKept(asked)) return { ...nothing, isShown: true, isOver: true, isGone: true }
    // Before it is over it is for those who have said something: nobody knows of whoever has no name, and nothing is read.
    if (!asked.isOver && context.person === null) return { isShown: false, isOver: false, ...nothing }
    const [reader, rooms, kept] = await Promise.all([
      readerOf(context, notice, asked),
      askedRoomsOf(context, asked),
      voicesOf(context, notice),
    ])
    // Who had to sign has signed when it was said; since then somebody may have had their name erased.
    const consultation = { ...asked.consultation, isSigned: false }
    const voices = kept.map((row) => voiceOf(row, rooms))
    const mine = { ...reader, roomId: reader.roomId === null ? null : rooms.roomOf(reader.roomId) }
    const seen = voicesFor(consultation, voices, rooms.rooms, mine)
    const { isOver } = asked
    const standing = standingFor(consultation, voices, rooms.rooms, mine)
    const isShown = isOver || reader.isOffice || standing !== null || hasSaid(kept, reader)
    if (!isShown) return { isShown, isOver, ...nothing }
    const { n, of, confirmed, options, words } = resultOf(consultation, voices, rooms.rooms)
    const shown = [...seen].sort((one, other) => Number(other.isMine) - Number(one.isMine))
    return {
      ...{ isShown, isOver, isGone: false, standing, n, of, confirmed, options: [...options], words },
      voices: shown.slice(0, mostShown).map(viewer(context, kept, notice, reader)),
      isMore: shown.length > mostShown,
    }
  },
})

const hasSaid = (kept: readonly VoiceLean[], { person }: VoiceReader) =>
  person !== null && kept.some((row) => row.person === person)

async function readerOf(context: Context<NoticeRow>, notice: NoticeRow, asked: Asked): Promise<VoiceReader> {
  const { person, now } = context
  if (person === null) return { isOffice: false, person, roomId: null }
  // Whoever may see who has signed up belongs to the office; the result itself is open to everybody.
  const posts = permissions['signup.show']
  const isOffice = permit(posts, person, await context.memberships(), belongsOfNotice(notice), now) !== null
  const isOfHome = asked.consultation.each === 'household'
  const home = isOfHome ? await voiceHome(context, person, notice.communityId) : null
  return { isOffice, person, roomId: home?.roomId ?? null }
}

const askedRoomsOf = (context: Context<NoticeRow>, { consultation, edition }: Asked): Promise<AskedRooms> =>
  consultation.each === 'household'
    ? askedRooms(context, edition.audience)
    : Promise.resolve({ rooms: null, roomOf: (roomId) => roomId })

async function voicesOf({ store }: Context<NoticeRow>, { _id }: NoticeRow): Promise<readonly VoiceLean[]> {
  const { rows } = await store.voices.scan({ where: { noticeId: _id }, order: 'noticeId' }, wanted, {
    most: mostVoices,
  })
  return rows
}

/** As the rules know it. Words that were refused were never said; who signed, and how, is opened for those who see it. */
const voiceOf = (row: VoiceLean, { roomOf }: AskedRooms): Voice => ({
  // Of somebody erased nobody knows whose it was; it still is one person's.
  ...{ id: row._id, person: row.person ?? row._id, roomId: row.roomId === null ? null : roomOf(row.roomId) },
  household: row.household,
  ...{ choices: row.choices, words: row.wordsState === 'refused' ? '' : row.words, name: row.name, at: row.at },
})

type Shown = OutputOf<typeof contract>['voices'][number]

/** One voice for a reader: words of others for the office alone, and only what WeChat's check, or a person, has passed. */
function viewer(context: Context<NoticeRow>, kept: readonly VoiceLean[], notice: NoticeRow, reader: VoiceReader) {
  const rows = new Map(kept.map((row) => [row._id, row]))
  return ({ id, choices, words, name, isMine }: SeenVoice): Shown => {
    const row = rows.get(id)
    const seesWords = isMine || (row?.wordsState === 'shown' && reader.isOffice)
    return {
      ...{ choices: [...choices], words: seesWords ? words : '', isMine },
      name: name === null ? null : context.keys.unseal(name, sealedAt('voices', 'name', id)),
      isNoted: row?.roomId !== undefined && row.roomId !== null && id === notedVoiceId(notice._id, row.roomId),
    }
  }
}
