import { day } from '../../src/domain/time/clock'
import type { NoticeFields } from '../../src/cloud/store/documents'
import type { Connected } from './support/cloud'
import {
  afternoon,
  ask,
  dataOf,
  leader,
  otherLeader,
  putNotice,
  putPerson,
  putResident,
  putRooms,
  secretary,
  startVoices,
} from './support/notice-voices'
import { freshKey, keys } from './support/people'

jest.setTimeout(60_000)

let cloud: Connected
beforeAll(async () => {
  cloud = await startVoices()
  putResident(cloud, 'r101', '101室')
  putResident(cloud, 'r101-son', '101')
  putResident(cloud, 'r102', '１０２', { unitId: null })
  putResident(cloud, 'r201', '201')
  putResident(cloud, 'no-room', null)
  putResident(cloud, 'unknown-room', '909')
  putResident(cloud, 'declined', '101', { state: 'declined' })
  putResident(cloud, 'elsewhere', '101', { buildingId: 'new-1' })
  putPerson(cloud, 'no-home')
})
afterAll(() => cloud.close())

type Consultation = NonNullable<NoticeFields['consultation']>
const until = afternoon + 2 * day
const asked = (over: Partial<Consultation> = {}): Consultation => ({
  options: [
    { id: 'north', text: '北边' },
    { id: 'south', text: '南边' },
  ],
  ...{ most: 1, each: 'household', until, names: 'office', isSigned: false },
  ...over,
})
const rack = (over: Partial<Consultation> = {}, edition: Parameters<typeof putNotice>[2] = {}) =>
  putNotice(cloud, { consultation: asked(over) }, edition)

interface Said {
  readonly choices?: readonly string[]
  readonly words?: string
  readonly name?: string | null
}
const say = (noticeId: string, openid: string, over: Said = {}, asking: Parameters<typeof ask>[4] = {}) =>
  ask<{ at: number; words: string }>(
    cloud,
    openid,
    'voice.say',
    { noticeId, choices: ['north'], words: '', name: null, ...over },
    asking,
  )
const noted = (noticeId: string, roomId: string, over: object = {}, by = leader) =>
  ask(cloud, by, 'voice.note', {
    ...{ noticeId, buildingId: 'old-1', roomId, choices: ['south'], words: '', name: null },
    ...over,
  })
interface Result {
  readonly isShown: boolean
  readonly isOver: boolean
  readonly n: number
  readonly of: number | null
  readonly options: readonly { readonly id: string; readonly count: number }[]
  readonly words: number
  readonly voices: readonly {
    readonly words: string
    readonly name: string | null
    readonly isMine: boolean
    readonly isNoted: boolean
    readonly choices: readonly string[]
  }[]
}
const result = (noticeId: string, openid = leader, now = afternoon) =>
  dataOf<Result>(cloud, openid, 'voice.result', { noticeId }, { now })
const counts = async (noticeId: string) => (await result(noticeId)).options.map(({ count }) => count)

describe('a question to households', () => {
  it('counts a household once, by the last that anybody of it has said', async () => {
    const id = rack()
    await say(id, 'r101')
    await say(id, 'r101-son', { choices: ['south'] }, { now: afternoon + 1 })
    await say(id, 'r102')
    expect(await result(id)).toMatchObject({ n: 2, of: 3, options: [{ count: 1 }, { count: 1 }] })
    await say(id, 'r101', { choices: ['north'] }, { now: afternoon + 2 })
    expect(await counts(id)).toEqual([2, 0])
  })

  it.each([
    ['who has declared none', 'no-home'],
    ['who has said no room', 'no-room'],
    ['whose room is not on the list', 'unknown-room'],
    ['of whom a keeper said that it is not theirs', 'declined'],
  ])('kindly asks for the home of somebody %s', async (_, openid) => {
    expect(await say(rack(), openid)).toMatchObject({ refused: 'voice.no-home' })
  })

  it('is not for whoever lives elsewhere', async () => {
    expect(await say(rack(), 'elsewhere')).toMatchObject({ refused: 'voice.not-asked' })
  })

  it('asks only households with a need, where it is for them', async () => {
    const audience = { communityId: 'lane', where: { kind: 'buildings', ids: ['old-1'] }, needs: ['over-60'] } as const
    const id = rack({}, { audience })
    expect(await say(id, 'r101')).toMatchObject({ refused: 'voice.not-asked' })
    expect(await say(id, 'r201')).toMatchObject({ ok: true })
    expect(await result(id)).toMatchObject({ n: 1, of: 1 })
  })

  it('takes what is said before the rooms were entered, and counts it for its room once they are', async () => {
    putResident(cloud, 'early', '301室', { buildingId: 'old-2' })
    const audience = { communityId: 'lane', where: { kind: 'buildings', ids: ['old-2'] }, needs: [] } as const
    const id = rack({}, { audience })
    await say(id, 'early')
    expect(await result(id)).toMatchObject({ n: 1, of: null })
    putRooms(cloud, 'old-2', ['301', '302'])
    expect(await result(id)).toMatchObject({ n: 1, of: 2 })
    await say(id, 'early', { choices: ['south'] }, { now: afternoon + 1 })
    expect(await counts(id)).toEqual([0, 1])
  })
})

describe('a question to people', () => {
  it('counts everybody for themselves, whether or not anybody knows where they live', async () => {
    const id = rack({ each: 'person' })
    for (const openid of ['r101', 'r101-son', 'no-home']) await say(id, openid)
    expect(await result(id)).toMatchObject({ n: 3, of: null })
  })
})

describe('a voice', () => {
  it('sent twice is one, whether by the same key or by two taps at once', async () => {
    const id = rack()
    const key = freshKey()
    const replies = await Promise.all([say(id, 'r101', {}, { key }), say(id, 'r101', {}, { key }), say(id, 'r101')])
    expect(replies.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(cloud.database.find('voices', { noticeId: id })).toHaveLength(1)
    expect(await counts(id)).toEqual([1, 0])
  })

  it('is too late at the very moment of the deadline, however long somebody has typed', async () => {
    const id = rack()
    expect(await say(id, 'r101', {}, { now: until - 1 })).toMatchObject({ ok: true })
    expect(await say(id, 'r101', { choices: ['south'] }, { now: until })).toMatchObject({ refused: 'voice.over' })
    expect(await result(id, leader, until)).toMatchObject({ isOver: true, options: [{ count: 1 }, { count: 0 }] })
  })

  it('is taken by no notice that was withdrawn, or asks nothing', async () => {
    const id = rack()
    cloud.database.modify('notices', { _id: id }, { $set: { state: 'withdrawn' } })
    expect(await say(id, 'r101')).toMatchObject({ refused: 'voice.over' })
    expect(await say(putNotice(cloud), 'r101')).toMatchObject({ refused: 'voice.none' })
    expect(await say('no-such-notice', 'r101')).toMatchObject({ refused: 'notice.missing' })
  })

  it.each([
    [{ choices: [] }, {}, 'voice.no-choice'],
    [{ choices: ['north', 'south'] }, {}, 'voice.too-many'],
    [{ choices: ['west'] }, {}, 'voice.no-such-choice'],
    [{ choices: [] }, { options: [] }, 'voice.no-words'],
    [{ name: null }, { isSigned: true }, 'voice.no-name'],
    [{ words: '坏话' }, {}, 'content.refused'],
    [{ name: '坏话' }, {}, 'content.refused'],
    [{ name: '断线' }, {}, 'content.unchecked'],
  ] as const)('%j to %j is refused: %s', async (said, over, refused) => {
    expect(await say(rack(over as Partial<Consultation>), 'r101', said)).toMatchObject({ refused })
  })

  it('keeps a signature sealed, and shows it to the office', async () => {
    const id = rack({ isSigned: true })
    await say(id, 'r101', { name: '魏大姐' })
    expect(JSON.stringify(cloud.database.find('voices', { noticeId: id }))).not.toContain('魏大姐')
    expect((await result(id)).voices).toMatchObject([{ name: '魏大姐', isMine: false }])
  })
})

describe('words that are not simply passed', () => {
  it('wait for a person: until then nobody but who wrote them reads them, and they count', async () => {
    const id = rack()
    expect(await say(id, 'r101', { words: '可疑的话' })).toMatchObject({ data: { words: 'waiting' } })
    expect(await result(id)).toMatchObject({ words: 1, voices: [{ words: '' }] })
    expect((await result(id, 'r101')).voices).toMatchObject([{ words: '可疑的话', isMine: true }])
    expect(cloud.database.find('checks', { kind: 'opinion', open: true })).toHaveLength(1)
  })

  it.each([
    [true, '可疑的话', 1],
    [false, '', 0],
  ])('that a keeper looked at, passed: %s, are read so by the office', async (shown, words, count) => {
    cloud.database.remove('checks', {}, { multi: true })
    const id = rack()
    await say(id, 'r101', { words: '可疑的话' })
    const checkId = cloud.database.find('checks', { kind: 'opinion' })[0]?._id
    expect(await ask(cloud, secretary, 'check.decide', { checkId, shown, why: '看过了' })).toMatchObject({ ok: true })
    expect(await result(id)).toMatchObject({ n: 1, words: count, voices: [{ words }] })
  })

  it('that were changed meanwhile are nobody’s to judge any more', async () => {
    cloud.database.remove('checks', {}, { multi: true })
    const id = rack()
    await say(id, 'r101', { words: '可疑的话' })
    await say(id, 'r101', { words: '北边好' }, { now: afternoon + 1 })
    expect(cloud.database.find('checks', { kind: 'opinion' })).toEqual([])
    expect((await result(id)).voices).toMatchObject([{ words: '北边好' }])
  })

  it('that nobody could be asked about wait for the timer', async () => {
    cloud.database.remove('checks', {}, { multi: true })
    expect(await say(rack(), 'r101', { words: '断线时写的' })).toMatchObject({ data: { words: 'waiting' } })
    expect(cloud.database.find('checks', { kind: 'opinion' })).toMatchObject([{ state: 'unchecked', open: true }])
  })
})

describe('a result', () => {
  it('is shown to a resident once they have said something, and to everybody when it is over', async () => {
    const id = rack()
    await say(id, 'r101')
    expect(await result(id, 'r102')).toMatchObject({ isShown: false, n: 0, voices: [] })
    expect(await result(id, 'r101')).toMatchObject({ isShown: true, n: 1 })
    expect(await result(id, 'r101-son')).toMatchObject({ isShown: true, n: 1, standing: 'household', voices: [] })
    expect(await result(id, '', until)).toMatchObject({ isShown: true, isOver: true, n: 1, voices: [] })
  })

  it('shows other residents no words, and names only where those who signed may see each other', async () => {
    const id = rack({ names: 'signers' })
    await say(id, 'r101', { words: '北边太阳好', name: '魏大姐' })
    await say(id, 'r102', { name: '老李' })
    await say(id, 'r201')
    const seen = (await result(id, 'r102')).voices
    expect(seen.map(({ name, words }) => [name, words])).toContainEqual(['魏大姐', ''])
    expect((await result(id, 'r201')).voices).toMatchObject([{ isMine: true, name: null }])
  })

  it('stays as it was shown when somebody is erased afterwards', async () => {
    const id = rack({ isSigned: true, each: 'person' })
    await say(id, 'r101', { name: '魏大姐' })
    cloud.database.modify('voices', { noticeId: id }, { $set: { person: null, name: null } })
    expect(await result(id, leader, until)).toMatchObject({ n: 1, options: [{ count: 1 }, { count: 0 }] })
  })
})

describe('what the office writes down', () => {
  it('is the household’s voice, and says that it was written down', async () => {
    const id = rack()
    expect(await noted(id, 'old-1-102')).toMatchObject({ ok: true })
    expect(await result(id)).toMatchObject({ n: 1, voices: [{ isNoted: true, choices: ['south'] }] })
    await say(id, 'r102', {}, { now: afternoon + 1 })
    expect(await counts(id)).toEqual([1, 0])
  })

  it('is the own grid’s matter, and only of a room that is there and asked', async () => {
    const id = rack()
    expect(await noted(id, 'old-1-102', {}, otherLeader)).toMatchObject({ refused: 'role.forbidden' })
    expect(await noted(id, 'old-1-102', {}, secretary)).toMatchObject({ refused: 'role.forbidden' })
    expect(await noted(id, 'old-1-999')).toMatchObject({ refused: 'notice.no-place' })
    expect(await noted(id, 'old-1-102', { buildingId: 'nowhere' })).toMatchObject({ refused: 'notice.no-place' })
    expect(await noted(rack({ each: 'person' }), 'old-1-102')).toMatchObject({ refused: 'voice.nobody' })
  })

  it('of several, last and first, in any order, makes the same result', async () => {
    const id = rack()
    const rooms = ['old-1-101', 'old-1-102', 'old-1-201']
    for (const room of rooms) await Promise.all([noted(id, room), noted(id, room)])
    expect(await result(id)).toMatchObject({ n: 3, of: 3, options: [{ count: 0 }, { count: 3 }] })
    expect(cloud.database.find('voices', { noticeId: id })).toHaveLength(3)
    expect(cloud.database.find('voices', { noticeId: id })[0]).toMatchObject({
      person: null,
      notedBy: keys.person(leader),
    })
  })
})

it('keeps what was said half a year beyond the notice', async () => {
  const id = rack()
  await say(id, 'r101')
  expect(cloud.database.find('voices', { noticeId: id })).toMatchObject([{ until: afternoon + 190 * day }])
})
