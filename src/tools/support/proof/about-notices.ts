import { randomUUID } from 'node:crypto'
import { subscriptionId } from '../../../cloud/message/ids'
import { markOf } from '../../../cloud/notice/group-count'
import type { ActionName } from '../../../contract'
import { householdBuilding } from './about-files'
import { fresh, freshKey, hour, put } from './documents'
import { about, anywhere, communityOf, list, ownerOf, somebody, type About, type Making } from './making'
import {
  asking,
  groupDocument,
  noticeDocument,
  noticeFileDocument,
  questionDocument,
  signUpDocument,
  type NoticeDocument,
} from './notice-document'
import { aRoom, livesIn, openingDocument, roomsDocument } from './notice-world'
import { here, placeOf, type Side, type Situation } from './situations'

export type NoticeAction = Extract<ActionName, `${'notice' | 'noticefile' | 'group' | 'voice' | 'signup'}.${string}`>

const places: readonly Side[] = ['community', 'grid']

/** What is written about, for the two buildings that every community of the proof has. */
export const contentFor = (now: number) => ({
  ...{ about: { kind: 'outage', what: 'water' }, span: { from: now, until: now + hour, isNow: true } },
  ...{ where: { kind: 'community' }, needs: [], isEmergency: false, title: '今天下午停水' },
  ...{ body: '水管抢修，请提前存水。', pictures: [], fileId: null, validUntil: now + 2 * hour },
  ...{ consultation: null, signUp: null },
})

const outIn = (making: Making, situation: Situation, over: Partial<NoticeDocument> = {}): NoticeDocument =>
  noticeDocument(somebody(making), placeOf(situation), making.now, over)

/** About a notice that is out, of the situation's grid. */
const notice = (
  inputOf: (noticeId: string, row: NoticeDocument | null, making: Making) => object,
  over: (making: Making) => Partial<NoticeDocument> = () => ({}),
): About => ({
  varies: places,
  canMiss: true,
  input(making, situation) {
    if (situation.missing) return inputOf(fresh('gone'), null, making)
    const row = outIn(making, situation, over(making))
    put(making.database, 'notices', [row])
    return inputOf(row._id, row, making)
  },
})

/** A notice of here, which anybody may open. */
const anybodys = (
  inputOf: (noticeId: string, making: Making, row: NoticeDocument) => object,
  over: (making: Making) => Partial<NoticeDocument> = () => ({}),
): About =>
  anywhere((making: Making) => {
    const row = noticeDocument(somebody(making), { communityId: here, gridId: 'west-1' }, making.now, over(making))
    put(making.database, 'notices', [row])
    return inputOf(row._id, making, row)
  })

/** A building with a household, and with a member of it who gets messages. */
function inhabited(making: Making, situation: Situation) {
  const { database, now } = making
  const { communityId } = placeOf(situation)
  const buildingId = householdBuilding(making, situation)._id
  put(database, 'households', [roomsDocument(communityId, buildingId, [aRoom(buildingId, '101')])])
  const person = somebody(making)
  put(database, 'homes', [livesIn(person, { communityId, buildingId }, '101')])
  const ledger = { person, template: 'progress', left: 1, banned: false, answeredAt: now, lastAnswer: 'accept' }
  put(database, 'subscriptions', [{ _id: subscriptionId(person, 'progress'), ...ledger }])
  return buildingId
}

/** The room that `inhabited` puts there. */
const roomIn = (buildingId: string): string => aRoom(buildingId, '101').id

/** Doors of a building of the situation's grid, which its notice concerns. */
const building = (
  inputOf: (at: { readonly noticeId: string; readonly buildingId: string }, making: Making) => object,
  over: (making: Making) => Partial<NoticeDocument> = () => ({}),
): About => ({
  varies: places,
  canMiss: true,
  input(making, situation) {
    const buildingId = situation.missing ? fresh('gone') : inhabited(making, situation)
    const row = outIn(making, situation, over(making))
    put(making.database, 'notices', [row])
    return inputOf({ noticeId: row._id, buildingId }, making)
  },
})

/** A sign-up of a notice; of who calls, where they have to be in it. */
const signUp = (inputOf: (noticeId: string) => object): About =>
  notice((noticeId, row, { database, now }) => {
    if (row) put(database, 'signUps', [signUpDocument(row, now)])
    return inputOf(noticeId)
  })
const anybodysSignUp = (isIn: boolean, over: object): About =>
  anybodys((noticeId, { database, now, caller }, row) => {
    put(database, 'signUps', [signUpDocument(row, now, isIn ? caller : null)])
    return { noticeId, ...over }
  })

const inCommunity = (over: object): About => ({
  varies: ['community'],
  input: (_, situation) => ({ communityId: communityOf(situation), ...over }),
})

const token = 'card-of-the-proof'
export const aVoice = { choices: ['yes'], words: '', name: null }

/** How to ask for each action about notices. */
export const noticesAbout: Readonly<Record<NoticeAction, About>> = {
  'notice.door': anywhere({ buildingId: 'heyuan-1', unitId: null }),
  'notice.open': anybodys((noticeId) => ({ noticeId, token: null, openedIn: null })),
  'notice.acknowledge': anybodys((noticeId, { now }) => ({ noticeId, at: now })),
  'notice.ask': anybodys((noticeId) => ({ noticeId, words: '几点来水' })),
  'notice.questions': notice((noticeId) => ({ noticeId })),
  'notice.answer': notice((noticeId, row, making) => {
    const asked = row && questionDocument(somebody(making), row, making.now)
    if (asked) put(making.database, 'noticeQuestions', [asked])
    return { noticeId, questionIds: [asked?._id ?? fresh('gone')], question: '几点来水', answer: '下午三点' }
  }),
  'notice.save': {
    varies: places,
    input: ({ now }, situation) => {
      const { communityId, gridId } = placeOf(situation)
      return {
        ...{ noticeId: null, draftId: freshKey(), communityId, gridId, seen: null },
        ...{ content: contentFor(now), send: false },
      }
    },
  },
  'notice.act': notice((noticeId, row) => ({
    ...{ noticeId, seen: row?.events.length ?? 1, deed: { verb: 'restore', words: null } },
  })),
  'notice.list': list({ show: 'out' }),
  'notice.show': notice((noticeId) => ({ noticeId })),
  'notice.places': {
    varies: places,
    input: (_, situation) => {
      const { communityId, gridId } = placeOf(situation)
      return { communityId, gridId }
    },
  },
  'noticefile.begin': inCommunity({ name: '停水说明.pdf', size: 1000 }),
  'noticefile.add': about(
    'noticeFiles',
    ['owner'],
    (making, situation) => noticeFileDocument(ownerOf(making, situation), making.now),
    (fileId) => ({ fileId, uploaded: 'cloud://elsewhere.bucket/uploads/one.pdf' }),
  ),
  'notice.poster': notice((noticeId) => ({ noticeId, form: 'link' })),
  'group.list': inCommunity({}),
  'group.save': {
    varies: ['community'],
    input: (_, situation) => ({
      ...{ communityId: communityOf(situation), groupId: null, name: fresh('群'), buildingIds: [] },
    }),
  },
  'group.remove': about(
    'noticeGroups',
    ['owner'],
    (making, situation) => groupDocument(ownerOf(making, situation), here, making.now),
    (groupId) => ({ groupId }),
  ),
  'group.name': notice((noticeId, row, { database, caller, now }) => {
    const own = groupDocument(caller, row?.communityId ?? here, now)
    put(database, 'noticeGroups', [own])
    const group = fresh('hash-of-a-group')
    // Somebody has opened it there.
    if (row) put(database, 'openings', [openingDocument(row, fresh('person'), now, { group, openedIn: 'group' })])
    return { noticeId, mark: markOf(noticeId, group), groupId: own._id }
  }),
  'notice.share': notice((noticeId, _, { now }) => ({
    ...{ noticeId, shares: [{ token, groupId: null, edition: 1, at: now }] },
  })),
  'notice.groups': notice((noticeId) => ({ noticeId })),
  'notice.reach': notice((noticeId) => ({ noticeId })),
  'notice.visits': building((at) => at),
  'notice.tick': building((at, { now }) => ({
    ...{ ...at, ticks: [{ tickId: randomUUID(), roomId: roomIn(at.buildingId), at: now, isUndone: false }] },
  })),
  'notice.remind': building((at) => at),
  'voice.say': anybodys(
    (noticeId) => ({ noticeId, ...aVoice }),
    ({ now }) => asking(now),
  ),
  'voice.note': building(
    (at) => ({ ...at, roomId: roomIn(at.buildingId), ...aVoice }),
    ({ now }) => asking(now, 'household'),
  ),
  'voice.result': anybodys(
    (noticeId) => ({ noticeId }),
    ({ now }) => asking(now),
  ),
  'signup.join': anybodysSignUp(false, { name: '王阿姨' }),
  'signup.leave': anybodysSignUp(true, {}),
  'signup.show': signUp((noticeId) => ({ noticeId })),
  'signup.note': signUp((noticeId) => ({ noticeId, deed: { verb: 'add', name: '李大爷' } })),
}
