import { ownVoiceId } from '../../src/cloud/notice/voice-say'
import { openingId } from '../../src/cloud/notice/open-count'
import type { OpeningFields } from '../../src/cloud/store/documents'
import type { openNotice, OutputOf } from '../../src/contract'
import { noticePartsKept } from '../../src/domain/notice/kept'
import { day, hour, minute } from '../../src/domain/time/clock'
import { lastCall, startProduct } from './support/cloud'
import { addAs, neighbour, resident } from './support/content'
import { aNoticeEvent, aNoticeRow, alterNotice, anEdition, putNotices, type NoticeOver } from './support/notices'
import { callAs, consent, dataAs, keys } from './support/people'

jest.setTimeout(120_000)

type Opened = OutputOf<typeof openNotice>
type Opening = OpeningFields & { readonly _id: string; readonly version: number }

let cloud: Awaited<ReturnType<typeof startProduct>>
const noon = Date.parse('2026-11-18T12:00:00+08:00')
const token = 'card-token-0001'

beforeAll(async () => {
  cloud = await startProduct()
  await consent(cloud, resident)
})
afterAll(() => cloud.close())
beforeEach(() => {
  cloud.clock.moveTo(noon - Date.now())
  for (const name of ['notices', 'openings', 'signUps', 'voices', 'noticeFiles', 'counters', 'resends'])
    cloud.database.remove(name, {}, { multi: true })
})

const put = (over: NoticeOver = {}) => putNotices(cloud, aNoticeRow(noon - hour, over))
const input = (noticeId: string, over: object = {}) => ({ noticeId, token: null, openedIn: null, ...over })
const openAs = (openid: string, noticeId: string, over: object = {}) =>
  dataAs<Opened>(cloud, openid, 'notice.open', input(noticeId, over))
const know = (openid: string, noticeId: string, at = noon, key?: string) =>
  callAs(cloud, openid, 'notice.acknowledge', { noticeId, at }, key)
const openings = () => cloud.database.find('openings') as unknown as readonly Opening[]
const only = (): Opening => {
  const [one, ...more] = openings()
  if (!one || more.length > 0) throw new Error(`${openings().length} openings`)
  return one
}
const words = { title: '1号楼今天下午停水', body: '因为水管抢修，请提前存水', pictures: [], file: null }
const second = anEdition(noon - minute, { number: 2, title: '停水改到明天' })

describe('what somebody reads', () => {
  it('is the words that hold, whom they concern and when', async () => {
    expect(await openAs(resident, put())).toMatchObject({
      ...{ communityId: 'west-street', communityName: '西街社区', state: 'out', words, placeNames: ['1号楼'] },
      facts: { about: { kind: 'outage', what: 'water' }, number: 1, isEmergency: false },
      ...{ end: null, answers: [], consultation: null, signUp: null },
    })
  })

  it('never says who wrote it, nor what waits to be released', async () => {
    const reply = JSON.stringify(await openAs(resident, put({ state: 'changing', next: second })))
    expect([keys.person('demo-grid-leader'), '改到明天'].filter((hidden) => reply.includes(hidden))).toEqual([])
  })

  it('is the new edition, once it was changed', async () => {
    const id = put()
    await openAs(resident, id)
    alterNotice(cloud, id, { shown: second })
    expect(await openAs(resident, id)).toMatchObject({ words: { title: '停水改到明天' }, me: { before: 1 } })
  })

  const over = { at: noon - minute, words: '', wordsState: 'shown' as const }
  it.each<[string, NoticeOver, object]>([
    ['withdrawn', { state: 'withdrawn', end: over }, { state: 'withdrawn', facts: null, end: { at: noon - minute } }],
    ['restored', { state: 'restored', end: over }, { state: 'restored', end: { at: noon - minute } }],
    ['expired', { state: 'expired', end: over }, { state: 'expired', facts: null }],
    [
      'past its time though nobody has looked at it since',
      { shown: anEdition(noon - 3 * day, { about: { kind: 'lost-found', what: 'lost' }, span: null }) },
      { state: 'expired', facts: null, end: { at: noon - 2 * day, words: null } },
    ],
    [
      'not checked yet',
      { shown: anEdition(noon - hour, { wordsState: 'waiting' }) },
      { state: 'out', facts: { about: { kind: 'outage', what: 'water' } } },
    ],
    [
      'never out',
      { state: 'draft', shown: null, next: anEdition(noon) },
      { state: 'draft', facts: null, placeNames: [] },
    ],
  ])('is its present state and no old words where it is %s', async (_, row, expected) => {
    const answers = [{ id: 'a', question: '几点来水', answer: '下午三点', at: noon }]
    const reply = await openAs(resident, put({ ...row, ...(row.state ? { answers } : {}) }))
    expect(reply).toMatchObject({ ...expected, words: null })
    expect(JSON.stringify(reply)).not.toMatch(/停水|存水|三点/)
  })

  it('says what is back, and the words with which that was said', async () => {
    const end = { at: noon - minute, words: '水来了，先放一会儿再用', wordsState: 'shown' as const }
    expect(await openAs(resident, put({ state: 'restored', end }))).toMatchObject({
      facts: { about: { kind: 'outage', what: 'water' } },
      end: { at: noon - minute, words: '水来了，先放一会儿再用' },
    })
  })

  it('keeps the words of an end to itself that nobody has checked', async () => {
    const end = { at: noon - minute, words: '水来了', wordsState: 'waiting' as const }
    expect((await openAs(resident, put({ state: 'restored', end }))).end).toEqual({ at: noon - minute, words: null })
  })

  it('is refused where there is no such notice', async () => {
    expect(await callAs(cloud, resident, 'notice.open', input('none'))).toMatchObject({ refused: 'notice.missing' })
  })
})

describe('what lies beside it', () => {
  const until = noon + day
  const consultation = {
    ...{ options: [{ id: 'yes', text: '同意' }], most: 1, each: 'person' as const, until },
    ...{ names: 'nobody' as const, isSigned: false },
  }
  const signUp = { places: 1, until, beginsAt: until + hour }
  const entry = { at: noon, movedUpAt: null, came: null, name: null, isNoted: false }

  it('comes in three calls of the database and one write, with pictures, a file, a sign-up and a voice', async () => {
    const pictureId = await addAs(cloud, resident)
    cloud.database.modify('pictures', { _id: pictureId }, { $set: { state: 'passed', used: true } })
    const shown = anEdition(noon - hour, { pictures: [pictureId], fileId: 'file-1' })
    const id = put({ shown, consultation, signUp })
    const kept = { shape: 1, version: 1 }
    const fileId = cloud.database.get('pictures', pictureId)?.['fileId']
    cloud.database.insert('noticeFiles', [
      {
        ...{ _id: 'file-1', communityId: 'west-street', person: null, name: '表.pdf', kind: 'pdf', size: 5, fileId },
        ...{ noticeId: null, used: true, madeAt: noon, ...kept },
      },
    ])
    cloud.database.insert('signUps', [
      {
        ...{ _id: id, communityId: 'west-street', ...signUp, people: [], nextAt: until, endsAt: until, keyId: 'k' },
        entries: [
          { ...entry, number: 1, who: 'somebody', state: 'in' },
          { ...entry, number: 2, who: 'somebody else', state: 'waiting' },
          { ...entry, number: 3, who: keys.person(resident), state: 'waiting' },
        ],
        ...kept,
      },
    ])
    await dataAs(cloud, resident, 'voice.say', { noticeId: id, choices: ['yes'], words: '', name: null })
    const reply = await openAs(resident, id)
    expect(lastCall(cloud)).toMatchObject({ documentsWritten: 1 })
    expect(lastCall(cloud).databaseTrips).toBeLessThanOrEqual(4)
    expect(reply).toMatchObject({
      words: { pictures: [{ pictureId, url: expect.any(String) as string }], file: { name: '表.pdf', size: 5 } },
      consultation,
      signUp: { taken: 1, waiting: 2, mine: { state: 'waiting', before: 1 } },
      me: { voice: { choices: ['yes'], words: '', name: null } },
    })
  })

  it('is not read where there is none: two calls, and the write', async () => {
    const id = put()
    await openAs(resident, id)
    expect(lastCall(cloud)).toMatchObject({ databaseTrips: 3, documentsWritten: 1 })
  })

  it('leaves out a picture that has not passed, and options of words that have not', async () => {
    const pictureId = await addAs(cloud, resident)
    cloud.database.modify('pictures', { _id: pictureId }, { $set: { state: 'review' } })
    expect(
      (await openAs(resident, put({ shown: anEdition(noon, { pictures: [pictureId] }) }))).words?.pictures,
    ).toEqual([])
    const unchecked = put({ shown: anEdition(noon, { wordsState: 'waiting' }), consultation })
    expect((await openAs(resident, unchecked)).consultation).toBeNull()
  })
})

describe('a question whose time is over', () => {
  const shown = anEdition(noon - 3 * day, { validUntil: noon - minute, span: null })
  const consultation = {
    ...{ options: [{ id: 'yes', text: '同意' }], most: 1, each: 'person' as const, until: noon - hour },
    ...{ names: 'nobody' as const, isSigned: false },
  }
  const saidBefore = (noticeId: string) => {
    const _id = ownVoiceId(noticeId, keys.person(resident))
    const said = {
      household: 'declared',
      choices: ['yes'],
      words: '',
      wordsState: 'shown',
      name: null,
      at: noon - 2 * hour,
      until: noon,
    }
    cloud.database.insert('voices', [
      {
        ...{ _id, noticeId, communityId: 'west-street', person: keys.person(resident), roomId: null, notedBy: null },
        ...{ ...said, keyId: null, shape: 1, version: 1 },
      },
    ])
  }

  it('still gives its options and what the caller said, and none of the words', async () => {
    const id = put({ shown, consultation })
    saidBefore(id)
    expect(await openAs(resident, id)).toMatchObject({
      ...{ state: 'expired', words: null, consultation, me: { voice: { choices: ['yes'] } } },
    })
  })

  it('gives none of it where it was taken back', async () => {
    const id = put({ shown, consultation, state: 'withdrawn', end: { at: noon, words: '', wordsState: 'shown' } })
    saidBefore(id)
    expect(await openAs(resident, id)).toMatchObject({ consultation: null, me: { voice: null } })
  })
})

describe('an opening', () => {
  it('is kept with its card, where it was opened, and until half a year after the notice is over', async () => {
    const id = put()
    await openAs(resident, id, { token, openedIn: 'chat' })
    const until = noon - hour + day + noticePartsKept
    expect(only()).toMatchObject({
      ...{ _id: openingId(id, keys.person(resident)), noticeId: id, at: expect.any(Number) as number, token },
      ...{ openedIn: 'chat', group: null, edition: 1, acknowledgedAt: null, until },
    })
  })

  it('keeps of a group of WeChat no more than a keyed hash', async () => {
    const id = put()
    const group = { $cloudID: 'local-group-building-1' }
    await fetch(`${cloud.url}/call/api`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json', 'x-local-openid': resident } },
      body: JSON.stringify({
        data: {
          ...{ release: 1, action: 'notice.open', group },
          input: input(id, { token, openedIn: 'group', group: 'local-group-building-1' }),
        },
      }),
    })
    expect(only().group).toBe(keys.lookup('group', 'building-1'))
  })

  it('knows of no group where what came is none', async () => {
    const id = put()
    await openAs(resident, id, { token, openedIn: 'group', group: { cloudID: 'x', errCode: -601006 } })
    expect(only().group).toBeNull()
  })

  it('is counted once, however often it comes, and costs two calls the second time', async () => {
    const id = put()
    expect((await openAs(resident, id)).me).toMatchObject({ counted: true, before: null })
    expect((await openAs(resident, id)).me).toMatchObject({ counted: true, before: 1 })
    expect(lastCall(cloud)).toMatchObject({ databaseTrips: 2, documentsWritten: 0 })
    expect(only().version).toBe(1)
  })

  it('is counted once when it comes many times at the same moment', async () => {
    const id = put()
    const replies = await Promise.all(Array.from({ length: 12 }, () => openAs(resident, id)))
    expect(replies.map(({ me }) => me.counted)).toEqual(Array(12).fill(true))
    expect(only().version).toBe(1)
  })

  it('of sixty people, each three times and in any order, is counted once each and written once', async () => {
    const id = put()
    const people = Array.from({ length: 60 }, (_, at) => `openid-of-reader-${at}`)
    const sent = [...people, ...people, ...people].map((openid) => ({ openid, at: Math.random() }))
    const left = sent.sort((a, b) => a.at - b.at).map(({ openid }) => openid)
    const phone = async () => {
      for (let openid = left.pop(); openid !== undefined; openid = left.pop()) await openAs(openid, id)
    }
    await Promise.all(Array.from({ length: 24 }, phone))
    expect(new Set(openings().map(({ person }) => person))).toEqual(
      new Set(people.map((openid) => keys.person(openid))),
    )
    expect(openings().filter(({ version }) => version > 1)).toEqual([])
  })

  it('grows by one write where the notice was changed since', async () => {
    const id = put()
    await openAs(resident, id, { token })
    alterNotice(cloud, id, { shown: second })
    await Promise.all([openAs(resident, id), openAs(resident, id)])
    expect(only()).toMatchObject({ edition: 2, token, version: 2 })
  })

  it('of nobody known is served and not counted', async () => {
    const id = put()
    const reply = await callAs(cloud, undefined, 'notice.open', input(id))
    expect(reply).toMatchObject({ ok: true, data: { words, me: { counted: null } } })
    expect(openings()).toEqual([])
  })

  it('of what was never out is not counted', async () => {
    const id = put({ state: 'draft', shown: null, next: anEdition(noon) })
    expect((await openAs(resident, id)).me.counted).toBeNull()
    expect(openings()).toEqual([])
  })
})

describe('知道了', () => {
  it('is noted with the moment at which it was pressed', async () => {
    const id = put()
    await openAs(resident, id, { token })
    expect(await know(resident, id, noon - minute)).toMatchObject({ ok: true, data: { acknowledgedAt: noon - minute } })
    expect(only()).toMatchObject({ acknowledgedAt: noon - minute, token, version: 2 })
    expect((await openAs(resident, id)).me.acknowledgedAt).toBe(noon - minute)
  })

  it('counts as an opening where that was lost', async () => {
    await know(resident, put(), noon - minute)
    expect(only()).toMatchObject({ at: noon - minute, edition: 1, acknowledgedAt: noon - minute })
  })

  it('was of the edition that was out when it was pressed', async () => {
    const events = [
      aNoticeEvent(noon - hour),
      aNoticeEvent(noon - minute, { id: '2', verb: 'change', from: 'out', edition: 2 }),
    ]
    const id = put({ shown: second, events })
    await know(resident, id, noon - 30 * minute)
    await know(neighbour, id, noon)
    expect(
      openings()
        .map(({ edition }) => edition)
        .sort(),
    ).toEqual([1, 2])
  })

  it('is neither before the notice was out nor in the future', async () => {
    const id = put()
    await know(resident, id, 5)
    await know(neighbour, id, noon + day)
    const [first, last] = openings()
      .map(({ acknowledgedAt }) => acknowledgedAt ?? 0)
      .sort((a, b) => a - b)
    expect(first).toBe(noon - hour)
    expect(last).toBeLessThan(noon + hour)
  })

  it('pressed twice at once, with two keys, is one and says the same', async () => {
    const id = put()
    const replies = await Promise.all([noon - 2, noon - 1].map((at) => know(resident, id, at)))
    expect(new Set(replies.map((reply) => (reply.ok ? reply.data['acknowledgedAt'] : reply.refused))).size).toBe(1)
    expect(only().acknowledgedAt).not.toBeNull()
  })

  it('together with the opening at one moment is one document with both', async () => {
    const id = put()
    await Promise.all([openAs(resident, id), know(resident, id), openAs(resident, id)])
    expect(only()).toMatchObject({ edition: 1, acknowledgedAt: expect.any(Number) as number })
  })

  it('is refused of what was never out', async () => {
    const id = put({ state: 'draft', shown: null, next: anEdition(noon) })
    expect(await know(resident, id)).toMatchObject({ refused: 'notice.missing' })
  })
})
