import type { Edition } from '../../../domain/notice/notice'
import type { RolePlace } from '../../../domain/people/roles'
import { day } from '../../../domain/time/clock'
import { eventPart, editionPart } from '../../../cloud/notice/words'
import type { LocalCloud } from '../../../local/start'
import { checkDocument, fresh, keys, pictureDocument, put } from './documents'
import { noticeDocument, noticeFileDocument, type NoticeDocument } from './notice-document'
import { seedVoices } from './secret-notice-people'
import { word } from './secret-word'
import type { Secret, SecretKind, Stand } from './secret-world'

/** What of a notice decides who may know what of it. */
export interface SecretNotice {
  readonly place: RolePlace
  /** Openid of who writes it. */
  readonly writer: string
  /** Anybody may read its words, where they have passed the check. */
  readonly isRead: boolean
  /** Who may see which name said what. */
  readonly names: 'nobody' | 'office' | 'signers'
  /** Openids of those who signed what they said. */
  readonly signers: readonly string[]
}

/** One kind of notice of which not everybody may know everything. */
interface Variant {
  readonly state: NoticeDocument['state']
  /** Of the words that are out; none: nothing is. */
  readonly shown?: Stand
  /** Of the words that are being written, or wait. */
  readonly next?: Stand
  /** Of what was said at its end. */
  readonly end?: Stand
  readonly asks?: SecretNotice['names']
  readonly hasSignUp?: true
  readonly hasFiles?: true
}

const variants: readonly Variant[] = [
  { state: 'out', shown: 'shown', hasFiles: true },
  { state: 'out', shown: 'waiting' },
  { state: 'out', shown: 'refused' },
  { state: 'changing', shown: 'shown', next: 'waiting' },
  { state: 'changing', shown: 'shown', next: 'refused' },
  { state: 'draft', next: 'shown' },
  { state: 'waiting', next: 'shown' },
  { state: 'restored', shown: 'shown', end: 'shown' },
  { state: 'withdrawn', shown: 'shown', end: 'waiting' },
  { state: 'withdrawn', shown: 'shown', end: 'refused' },
  { state: 'out', shown: 'shown', asks: 'office' },
  { state: 'out', shown: 'shown', asks: 'signers' },
  { state: 'out', shown: 'shown', asks: 'nobody' },
  { state: 'out', shown: 'shown', hasSignUp: true },
  { state: 'out', shown: 'refused', hasSignUp: true },
]

/** What seeding needs of the world that it fills. */
export interface NoticeSeeding {
  readonly cloud: LocalCloud
  readonly now: number
  readonly ids: {
    readonly notices: string[]
    readonly asking: string[]
    readonly questions: string[]
    readonly groups: string[]
    readonly checks: string[]
  }
  keep(secret: Secret): string
  /** A file that is there: its id in the cloud. */
  file(of: string, place: RolePlace, stand: Stand, more: Partial<Secret>): Promise<string>
}

/** Who writes, and who reads; openids. */
export interface NoticePeople {
  readonly writer: string
  readonly role: Edition['role']
  readonly residents: readonly string[]
}

/** What tells of a notice, and what people say to it. */
export type Told = (kind: SecretKind, sign: string, stand?: Stand, of?: string) => string
export interface NoticeTeller extends NoticeSeeding {
  readonly notice: SecretNotice
  readonly residents: readonly string[]
  readonly told: Told
  /** Keeps what is sealed as a secret of its own. */
  readonly sealed: (text: string, of: string) => string
}

/** Notices of a place, in every state in which words may stand, with what residents said to them. */
export async function seedNotices(seeding: NoticeSeeding, place: RolePlace, people: NoticePeople): Promise<void> {
  for (const variant of variants) await seedNotice(seeding, place, people, variant)
}

const standing = (stand: Stand) => (stand === 'withdrawn' ? 'shown' : stand)

async function seedNotice(
  seeding: NoticeSeeding,
  place: RolePlace,
  { writer, role, residents }: NoticePeople,
  variant: Variant,
) {
  const { now, ids, cloud } = seeding
  const { state, shown, next, end, asks = 'nobody' } = variant
  const notice: SecretNotice = {
    ...{ place, writer, names: asks, signers: variant.asks === undefined ? [] : residents.slice(0, 2) },
    isRead: state === 'out' || state === 'changing',
  }
  const teller: NoticeTeller = {
    ...{ ...seeding, notice, residents },
    told: (kind, sign, stand = 'shown', of = writer) =>
      seeding.keep({ kind, text: word(sign), of, place, stand, notice }),
    sealed: (text, of) => seeding.keep({ kind: 'sealed', text, of, place }),
  }
  const { told } = teller
  const kind = state === 'draft' ? 'notice draft' : 'notice words'
  const edition = (number: number, stand: Stand) => ({
    ...{ number, writer: keys.person(writer), role, writtenAt: now + number, wordsState: standing(stand) },
    ...{ title: told(kind, '告', stand), body: told(kind, '告', stand) },
  })
  const first = noticeDocument(keys.person(writer), place, now)
  const basis = first.shown as Edition
  const attached = variant.hasFiles ? await filesOf(teller) : {}
  const ended =
    end === undefined ? null : { at: now + 9, words: told('notice end', '毕', end), wordsState: standing(end) }
  const row = noticeDocument(keys.person(writer), place, now, {
    ...{ state, outAt: shown === undefined ? null : now },
    shown: shown === undefined ? null : { ...basis, ...attached, ...edition(1, shown) },
    next: next === undefined ? null : { ...basis, ...edition(2, next) },
    end: ended,
    consultation: variant.asks === undefined ? null : asking(teller, variant.asks),
    signUp: variant.hasSignUp ? { places: 8, until: now + 20 * hourOf, beginsAt: now + 21 * hourOf } : null,
    answers: [
      { id: fresh('answer'), question: told('notice answer', '答'), answer: told('notice answer', '答'), at: now },
    ],
    events: [...steps(teller, first), ...(ended ? [lastStep(first, ended)] : [])] as NoticeDocument['events'],
    told: 5,
  })
  ids.notices.push(row._id)
  if (variant.asks !== undefined || variant.hasSignUp) ids.asking.push(row._id)
  put(cloud.database, 'notices', [row])
  stands(seeding, row)
  checksOf(teller, row)
  if (shown !== undefined) seedVoices(teller, row)
}

const hourOf = day / 24

/** A question to whoever reads it. */
const asking = ({ told, now }: NoticeTeller, names: SecretNotice['names']): NoticeDocument['consultation'] => ({
  options: [
    { id: 'yes', text: told('notice words', '告') },
    { id: 'no', text: '不同意' },
  ],
  ...{ most: 1, each: 'person', until: now + day / 2, names, isSigned: false },
})

/** Words that somebody said beside a step, in every standing. */
function steps({ told, now, notice }: NoticeTeller, { events: [first] }: NoticeDocument) {
  const said = (['shown', 'waiting', 'refused'] as const).map((stand, at) => ({
    ...{ ...first, id: String(at + 2), at: now + at + 2, verb: 'review', person: keys.person(notice.writer) },
    ...{ from: 'out', to: 'out', words: told('notice step', '段', stand), wordsState: stand },
  }))
  return [first, ...said]
}

const lastStep = ({ events: [first] }: NoticeDocument, ended: object) => ({
  ...{ ...first, id: '9', verb: 'withdraw', from: 'out', to: 'withdrawn', ...ended },
})

/** Pictures in every standing, and a file with a name. */
async function filesOf({ cloud, now, notice, told, file }: NoticeTeller) {
  const { place, writer } = notice
  const person = keys.person(writer)
  const pictures: string[] = []
  for (const stand of ['shown', 'waiting', 'refused'] as const) {
    const fileId = await file(writer, place, stand, { kind: 'notice file', notice })
    const state = { shown: 'passed', waiting: 'review', refused: 'refused' }[stand]
    const picture = pictureDocument(person, now, { fileId, state, type: 'jpeg', used: true })
    put(cloud.database, 'pictures', [picture])
    pictures.push(picture._id)
  }
  const fileId = await file(writer, place, 'shown', { kind: 'notice file', notice })
  const name = `${told('notice words', '告')}.pdf`
  const { communityId } = place
  const paper = { ...noticeFileDocument(person, now), communityId, name, used: true, fileId }
  put(cloud.database, 'noticeFiles', [paper])
  return { pictures, fileId: paper._id }
}

/** Its copy at the community's doors, as the server lays it there. */
function stands({ cloud: { database } }: NoticeSeeding, { communityId, door }: NoticeDocument) {
  if (door) database.modify('communities', { _id: communityId }, { $push: { notices: door } })
}

/** What waits for somebody to look at it. */
function checksOf({ cloud, now, ids, notice }: NoticeTeller, { _id: id, shown, next, events }: NoticeDocument) {
  const parts = [
    ...[shown, next].flatMap((one) => (one?.wordsState === 'waiting' ? [editionPart(one)] : [])),
    ...events.filter(({ wordsState }) => wordsState === 'waiting').map(eventPart),
  ]
  const checks = parts.map((part) =>
    checkDocument(keys.person(notice.writer), notice.place, now, {
      ...{ kind: 'notice', about: { collection: 'notices', id, part } },
    }),
  )
  put(cloud.database, 'checks', checks)
  ids.checks.push(...checks.map(({ _id }) => _id))
}
