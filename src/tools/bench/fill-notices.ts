import { ownVoiceId } from '../../cloud/notice/voice-say'
import { nameAbout } from '../../cloud/notice/signup-change'
import { sealedAt } from '../../cloud/people/ids'
import { firstDocument } from '../../cloud/store/collection'
import { definitions } from '../../cloud/store/documents'
import { longestBody, longestTitle } from '../../domain/notice/limits'
import { day } from '../../domain/time/clock'
import type { Database } from '../../local/start'
import { keys, put, type CollectionName } from '../support/proof/documents'
import {
  groupDocument,
  noticeDocument,
  questionDocument,
  signUpDocument,
  type NoticeDocument,
} from '../support/proof/notice-document'
import { aRoom, openingDocument, roomsDocument } from '../support/proof/notice-world'
import { fullDoor } from './fill'
import { fullPeople, type Spread } from './fill-people'

const padded = (number: number) => String(number).padStart(6, '0')
/** Notices of the full community: the first for its first building and with everything, the second for all of it. */
export const fullNotice = (number: number): string => `full-notice-${padded(number)}`
export const fullOutside = { communityId: 'full-00000', gridId: 'full-grid' } as const
/** What stands at doors at a time. */
const standing = 12
/** Of the first notice, however many there are elsewhere. */
const rooms = 60
const voices = 60

const at = Date.parse('2026-11-01T09:00:00+08:00')
const batch = 1000
const writer = keys.person(fullPeople.gridLeader)
const reader = keys.person(fullPeople.resident)

const ends = at + 1e11
type Shown = NonNullable<NoticeDocument['shown']>
/** As long as the contract lets it be, and good for years. */
const longest = ({ shown }: NoticeDocument, over: Partial<Shown> = {}): Shown => ({
  ...(shown as Shown),
  ...{ title: '停'.repeat(longestTitle), body: '水'.repeat(longestBody), validUntil: ends },
  ...{ span: { from: at, until: ends, isNow: false }, ...over },
})

const plain = noticeDocument(writer, fullOutside, at)
const made = (number: number, over: Partial<NoticeDocument>) =>
  noticeDocument(writer, fullOutside, at, {
    ...{ _id: fullNotice(number), madeAt: at + number, outAt: at + number, since: at + number },
    ...over,
  })

/** For one building: a question, a sign-up, and answers. */
function whole(): NoticeDocument {
  const where = { kind: 'buildings', ids: [fullDoor.buildingId] } as const
  const audience = { communityId: fullOutside.communityId, where, needs: [] }
  return made(0, {
    shown: longest(plain, { audience }),
    consultation: {
      options: Array.from({ length: 8 }, (_, number) => ({ id: `option-${number}`, text: '同'.repeat(30) })),
      ...{ most: 1, each: 'person', until: ends, names: 'office', isSigned: false },
    },
    signUp: { places: 20, until: ends, beginsAt: ends },
    answers: Array.from({ length: 20 }, (_, number) => ({
      ...{ id: `answer-${number}`, question: '问'.repeat(100), answer: '答'.repeat(300), at },
    })),
    shares: Array.from({ length: 20 }, (_, number) => ({
      ...{ token: `full-card-${number}`, groupId: `full-group-${number}`, person: writer, edition: 1, at },
    })),
    questions: 20,
  })
}

/** Those who answered, asked and signed up for the first notice. */
const person = (number: number) => (number === 0 ? reader : keys.person(`full-voice-${number}`))

function beside(database: Database, notice: NoticeDocument): void {
  const { _id: noticeId, communityId } = notice
  const numbers = Array.from({ length: voices }, (_, number) => number)
  put(
    database,
    'openings',
    numbers.map((number) =>
      openingDocument(notice, person(number), at + number, { token: `full-card-${number % 20}` }),
    ),
  )
  put(
    database,
    'voices',
    numbers.map((number) => {
      const _id = ownVoiceId(noticeId, person(number))
      const name = keys.seal('王'.repeat(20), sealedAt('voices', 'name', _id))
      return {
        ...{ _id, noticeId, communityId, person: person(number), notedBy: null, roomId: null, at: at + number },
        ...{
          household: 'declared',
          choices: [`option-${number % 8}`],
          words: '想'.repeat(200),
          wordsState: 'shown',
          name,
        },
        ...{ until: ends, keyId: keys.currentKey },
      }
    }),
  )
  put(
    database,
    'noticeQuestions',
    numbers
      .slice(0, 20)
      .map((number) => ({ ...questionDocument(person(number), notice, at), words: '问'.repeat(100) })),
  )
  const entries = numbers.map((number) => ({
    ...{ number: number + 1, who: person(number), at, state: number < 20 ? ('in' as const) : ('waiting' as const) },
    ...{ movedUpAt: null, came: null, isNoted: false, name: keys.seal('王'.repeat(20), nameAbout(noticeId)) },
  }))
  const times = { until: ends, beginsAt: ends, endsAt: ends, isReminded: true }
  const signUp = { ...signUpDocument(notice, at), ...times, places: 20, entries, people: numbers.map(person) }
  put(database, 'signUps', [signUp])
  put(
    database,
    'noticeGroups',
    numbers.slice(0, 20).map((number) => ({
      ...groupDocument(writer, communityId, at + number),
      ...{ _id: `full-group-${number}`, name: `第${number}个群`, buildingIds: [fullDoor.buildingId] },
    })),
  )
  const inside = Array.from({ length: rooms }, (_, number) => aRoom(fullDoor.buildingId, `${number + 101}`))
  put(database, 'households', [roomsDocument(communityId, fullDoor.buildingId, inside)])
}

/**
 * `count` notices of the full community, of which `ofOne` are out and a few stand at doors: the others were withdrawn long
 * ago. Beside them `count` openings, questions, ticks and voices, and one notice that has a page of each.
 */
export function fillNotices(database: Database, { count, ofOne }: Spread): void {
  const first = whole()
  const out = Array.from({ length: Math.min(ofOne, count) - 1 }, (_, number) =>
    made(number + 1, number + 1 < standing ? { shown: longest(plain) } : { shown: longest(plain), ...waiting }),
  )
  put(database, 'notices', [first, ...out])
  beside(database, first)
  others(database, count, Math.min(ofOne, count))
}

/** Nobody reads it yet: it waits on the desk. */
const waiting: Partial<NoticeDocument> = { state: 'waiting', shown: null, next: longest(plain), outAt: null }

/** What is of other notices is worked out and checked once for all: only ids and times differ. */
function others(database: Database, count: number, from: number): void {
  const far = keys.person('far')
  const notice = { _id: 'far-notice', communityId: fullOutside.communityId }
  const end = { at: at - 300 * day, words: '', wordsState: 'shown' as const }
  const over = firstDocument(definitions.notices, made(0, { state: 'withdrawn', end }))
  const question = firstDocument(definitions.noticeQuestions, {
    ...questionDocument(far, { ...plain, ...notice }, at),
    ...{ state: 'open' as const, wordsState: 'shown' as const },
  })
  const opening = firstDocument(definitions.openings, openingDocument(notice, far, at))
  for (let first = from; first < count; first += batch) {
    const many = (collection: CollectionName, make: (_id: string, number: number) => object) =>
      database.insert(
        collection,
        Array.from({ length: Math.min(batch, count - first) }, (_, number) =>
          make(`far-${collection}-${padded(first + number)}`, first + number),
        ),
      )
    many('notices', (_, number) => {
      const closedAt = at - 300 * day - number * 1000
      return { ...over, _id: fullNotice(number), madeAt: closedAt, closedAt, dueAt: -closedAt }
    })
    many('openings', (_id, number) => ({
      ...opening,
      _id,
      noticeId: `far-notice-${number % 1000}`,
      person: `far-${number}`,
    }))
    many('noticeQuestions', (_id, number) => ({ ...question, _id, turn: _id, noticeId: `far-notice-${number % 1000}` }))
  }
}
