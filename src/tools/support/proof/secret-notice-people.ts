import { nameAbout } from '../../../cloud/notice/signup-change'
import { newSignUp } from '../../../cloud/notice/signup-new'
import { ownVoiceId } from '../../../cloud/notice/voice-say'
import { voicePart } from '../../../cloud/notice/voice-write'
import { sealedAt } from '../../../cloud/people/ids'
import { day } from '../../../domain/time/clock'
import { checkDocument, fresh, keys, put } from './documents'
import { groupDocument, questionDocument, type NoticeDocument } from './notice-document'
import { openingDocument } from './notice-world'
import type { NoticeSeeding, NoticeTeller } from './secret-notices'
import { word } from './secret-word'
import type { Viewer } from './secret-world'

/** Somebody without a phone, of whom the office wrote something down. */
const nobody = 'openid-of-nobody'
const stands = ['shown', 'waiting', 'refused'] as const

/** What residents did with a notice that is out: opened it, asked, said something, signed up. */
export function seedVoices(teller: NoticeTeller, notice: NoticeDocument): void {
  const { cloud, now, residents } = teller
  const openings = residents.map((of, at) => openingDocument(notice, keys.person(of), now + at))
  put(cloud.database, 'openings', openings)
  seedQuestions(teller, notice)
  if (notice.consultation) seedOpinions(teller, notice)
  if (notice.signUp) seedSignUp(teller, notice)
}

function check({ cloud, now, ids, notice }: NoticeTeller, of: string, kind: string, about: object) {
  const one = checkDocument(keys.person(of), notice.place, now, { kind, about })
  put(cloud.database, 'checks', [one])
  ids.checks.push(one._id)
}

function seedQuestions(teller: NoticeTeller, notice: NoticeDocument) {
  const { cloud, now, ids, residents, told } = teller
  stands.forEach((stand, at) => {
    const of = residents[at % residents.length] ?? nobody
    const words = told('notice question', '问', stand, of)
    const row = { ...questionDocument(keys.person(of), notice, now), words, wordsState: stand }
    ids.questions.push(row._id)
    put(cloud.database, 'noticeQuestions', [row])
    if (stand === 'waiting')
      check(teller, of, 'notice-question', { collection: 'noticeQuestions', id: row._id, part: null })
  })
}

/** A voice of each resident, in every standing; the first ones signed theirs. */
function seedOpinions(teller: NoticeTeller, { _id: noticeId, communityId }: NoticeDocument) {
  const { cloud, now, residents, told, sealed, notice } = teller
  residents.forEach((of, at) => {
    const stand = stands[at % stands.length] ?? 'shown'
    const person = keys.person(of)
    const _id = ownVoiceId(noticeId, person)
    const name = () => sealed(keys.seal(told('voice name', '签', 'shown', of), sealedAt('voices', 'name', _id)), of)
    const row = {
      ...{ _id, noticeId, communityId, person, notedBy: null, roomId: null, choices: ['yes'], at: now + at },
      ...{ household: 'declared', words: told('voice words', '声', stand, of), wordsState: stand },
      ...{ name: notice.signers.includes(of) ? name() : null, until: now + 181 * day, keyId: keys.currentKey },
    }
    put(cloud.database, 'voices', [row])
    if (stand === 'waiting') check(teller, of, 'opinion', { collection: 'voices', id: _id, part: voicePart(row.at) })
  })
}

/** Each resident is in it, and somebody without a phone. */
function seedSignUp({ cloud, now, residents, told, sealed }: NoticeTeller, notice: NoticeDocument) {
  const { _id, communityId, signUp } = notice
  if (!signUp) return
  const entries = [...residents, nobody].map((of, at) => ({
    ...{ number: at + 1, who: of === nobody ? fresh('noted') : keys.person(of), at: now, movedUpAt: null, came: null },
    state: 'in' as const,
    name: sealed(keys.seal(told('sign-up name', '席', 'shown', of), nameAbout(_id)), of),
    isNoted: of === nobody,
  }))
  const fields = newSignUp(keys, now, { communityId, ...signUp, validUntil: now + day })
  const people = residents.map((of) => keys.person(of))
  const row = { _id, ...fields, entries, people }
  put(cloud.database, 'signUps', [row])
}

/**
 * Residents' groups that somebody keeps, of one of which WeChat's own id is known; a card that they shared, and which
 * was opened there and in a group of which nobody has said which it is.
 */
export function seedGroups(seeding: NoticeSeeding, { openid, roles: [role] }: Viewer): void {
  const { cloud, now, ids, keep } = seeding
  if (openid === null || !role) return
  const person = keys.person(openid)
  const { communityId } = role
  const groupId = () =>
    keep({ kind: 'group id', text: keys.lookup('group', fresh('opengid-of-wechat')), of: openid, place: role })
  const groups = [groupId(), null].map((wechatId, at) => {
    const name = keep({ kind: 'group name', text: word('群'), of: openid, place: role })
    return { ...groupDocument(person, communityId, now + at), name, wechatId }
  })
  ids.groups.push(...groups.map(({ _id }) => _id))
  put(cloud.database, 'noticeGroups', groups)

  const { database } = cloud
  const noticeId = ids.notices.find((id) => database.get('notices', id)?.['communityId'] === communityId)
  if (noticeId === undefined) return
  const token = fresh('card-of-a-group')
  const share = { token, groupId: groups[0]?._id ?? null, person, edition: 1, at: now }
  database.modify('notices', { _id: noticeId }, { $push: { shares: share, actors: person } })
  const notice = { _id: noticeId, communityId }
  const openings = [groups[0]?.wechatId ?? null, groupId()].map((group) =>
    openingDocument(notice, keys.person(fresh('openid-of-a-group')), now, { token, group, openedIn: 'group' }),
  )
  put(database, 'openings', openings)
}
