import { sealedAt } from '../../src/cloud/people/ids'
import type { noticeReach, OutputOf } from '../../src/contract'
import { day, hour } from '../../src/domain/time/clock'
import type { LocalCloud } from '../../src/local/start'
import { put } from '../../src/tools/support/proof/documents'
import { aRoom, roomsDocument } from '../../src/tools/support/proof/notice-world'
import { callApi, lastCall, startProduct } from './support/cloud'
import { aNoticeRow, anEdition, noticeOf, putNotices } from './support/notices'
import { aContent, acting, saved, saving, stepped } from './support/notice-steps'
import { callAs, consent, dataAs, gridLeader, keys, otherGridLeader, secretary } from './support/people'
import { aRequest } from './support/request-row'
import { filed, filer, requestOf } from './support/requests'

jest.setTimeout(240_000)

let cloud: LocalCloud
const morning = Date.parse('2026-11-18T09:00:00+08:00')

beforeAll(async () => {
  cloud = await startProduct()
  await consent(cloud, filer)
})
afterAll(() => cloud.close())
beforeEach(() => {
  cloud.clock.moveTo(morning - Date.now())
  for (const name of ['notices', 'signUps', 'counters', 'checks', 'messages', 'audits', 'openings', 'noticeQuestions'])
    cloud.database.remove(name, {}, { multi: true })
  cloud.database.modify('communities', { _id: 'west-street' }, { $set: { notices: [] } })
})

const now = () => cloud.clock.now()
const own = { gridId: 'west-1' }
const doubtful = () => aContent(now(), { where: { kind: 'community' }, body: '【待审】' })

describe('words that still wait for a look', () => {
  test('are sent again after they were called back: the look that waits goes on', async () => {
    const { noticeId } = await saved(cloud, gridLeader, { ...own, content: doubtful() })
    await stepped(cloud, gridLeader, noticeId, { verb: 'recall' })
    expect(await acting(cloud, gridLeader, noticeId, { verb: 'send' })).toMatchObject({ ok: true })
    expect(cloud.database.find('checks')).toHaveLength(1)
  })

  test('are sent again as they lie there from the form, after somebody sent them back', async () => {
    const content = doubtful()
    const { noticeId } = await saved(cloud, gridLeader, { ...own, content })
    await stepped(cloud, secretary, noticeId, { verb: 'send-back', words: '写明几点' })
    const seen = noticeOf(cloud, noticeId).events.length
    expect((await saved(cloud, gridLeader, { ...own, noticeId, seen, content })).state).toBe('waiting')
    expect(cloud.database.find('checks')).toHaveLength(1)
  })
})

describe('words that a person has refused', () => {
  test('are not sent again as they were', async () => {
    const content = doubtful()
    const { noticeId } = await saved(cloud, gridLeader, { ...own, content })
    const [check] = cloud.database.find('checks')
    await dataAs(cloud, secretary, 'check.decide', { checkId: check?.['_id'], shown: false, why: '不合适' })
    await stepped(cloud, gridLeader, noticeId, { verb: 'recall' })
    const refused = { refused: 'notice.refused-words' }
    expect(await acting(cloud, gridLeader, noticeId, { verb: 'send' })).toMatchObject(refused)
    const seen = noticeOf(cloud, noticeId).events.length
    expect(await saving(cloud, gridLeader, { ...own, noticeId, seen, content })).toMatchObject(refused)
  })
})

describe('somebody with two roles', () => {
  test('answers by the one that may, whichever of them lasts longer', async () => {
    const [held] = cloud.database.find('memberships', { person: keys.person(otherGridLeader), role: 'grid-leader' })
    const until = Number(held?.['until']) - day
    cloud.database.insert('memberships', [{ ...held, _id: 'second-role', role: 'duty', gridId: null, until }])
    const noticeId = putNotices(cloud, aNoticeRow(now()))
    const question = {
      ...{ _id: 'question-1', input: '', turn: 'question-1', noticeId, communityId: 'west-street', person: null },
      ...{ words: '几点来水', wordsState: 'shown', at: now(), state: 'open', until: now() + day, shape: 1, version: 1 },
    }
    cloud.database.insert('noticeQuestions', [question])
    const input = { noticeId, questionIds: ['question-1'], question: null, answer: '下午三点' }
    const reply = await callAs(cloud, otherGridLeader, 'notice.answer', input)
    cloud.database.remove('memberships', { _id: 'second-role' }, {})
    expect(reply).toMatchObject({ ok: true })
  })
})

describe('help that is asked for below a notice', () => {
  const reached = async (noticeId: string) =>
    (await dataAs<{ people: number }>(cloud, secretary, 'notice.reach', { noticeId })).people

  test('is no help of a notice that is not of this community', async () => {
    const elsewhere = aNoticeRow(now(), { communityId: 'mill' })
    const { requestId } = await filed(cloud, { noticeId: putNotices(cloud, elsewhere) })
    expect('noticeId' in requestOf(cloud, requestId)).toBe(false)
  })

  test('is none of a notice that nobody could open, and is filed all the same', async () => {
    const draft = aNoticeRow(now(), { state: 'draft', shown: null, next: anEdition(now()) })
    const noticeId = putNotices(cloud, draft)
    const { requestId } = await filed(cloud, { noticeId })
    expect('noticeId' in requestOf(cloud, requestId)).toBe(false)
    expect(await reached(noticeId)).toBe(0)
  })
})

describe('how sure it is who asked for help', () => {
  const rooms = [aRoom('heyuan-1', '301', { id: 'r301', unitId: 'heyuan-1-u1', floor: 3 })]
  const asked = async (over: object) => {
    for (const name of ['households', 'requests']) cloud.database.remove(name, {}, { multi: true })
    put(cloud.database, 'households', [roomsDocument('west-street', 'heyuan-1', rooms)])
    const noticeId = putNotices(cloud, aNoticeRow(now()))
    const _id = `help-below-${noticeId}`
    const room = keys.seal('301', sealedAt('requests', 'room', _id))
    put(cloud.database, 'requests', [
      aRequest(now(), { _id, person: null, noticeId, where: 'home', unitId: 'heyuan-1-u1', room, ...over }),
    ])
    const reach = await dataAs<OutputOf<typeof noticeReach>>(cloud, secretary, 'notice.reach', { noticeId })
    return reach.buildings.find(({ buildingId }) => buildingId === 'heyuan-1')?.asked
  }

  test('is what somebody says who writes for another family: not known', async () => {
    expect(await asked({ filedBy: 'somebody', filedAs: null })).toEqual({ households: 1, confirmed: 0 })
  })

  test('is known where the office wrote it down', async () => {
    expect(await asked({ filedBy: 'somebody', filedAs: 'duty' })).toEqual({ households: 1, confirmed: 1 })
  })
})

describe('上门名单', () => {
  const visits = (noticeId: string) => callAs(cloud, gridLeader, 'notice.visits', { noticeId, buildingId: 'heyuan-1' })

  test('of what somebody is still writing is nobody’s: not even its title', async () => {
    const draft = { state: 'draft', shown: null, next: anEdition(now(), { writer: keys.person(secretary) }) } as const
    expect(await visits(putNotices(cloud, aNoticeRow(now(), draft)))).toMatchObject({ refused: 'notice.missing' })
  })

  test('does not say words that were refused', async () => {
    const shown = anEdition(now(), { wordsState: 'refused', writer: keys.person(secretary) })
    expect(await visits(putNotices(cloud, aNoticeRow(now(), { shown })))).toMatchObject({ data: { title: '' } })
  })
})

describe('what has come out of a question', () => {
  test('costs one read for whoever has no name, before it is over', async () => {
    const consultation = { options: [], most: 1, each: 'household', until: now() + day, names: 'nobody' } as const
    const noticeId = putNotices(cloud, aNoticeRow(now(), { consultation: { ...consultation, isSigned: false } }))
    expect(await callApi(cloud, { action: 'voice.result', input: { noticeId } })).toMatchObject({
      data: { isShown: false },
    })
    expect(lastCall(cloud).databaseTrips).toBe(1)
  })
})

describe('what a notice asks', () => {
  const consultation = {
    options: [
      { id: 'a', text: '东边' },
      { id: 'b', text: '西边' },
    ],
    ...({ most: 1, each: 'household', names: 'nobody', isSigned: false } as const),
  }
  const about = { kind: 'meeting', what: 'consultation' } as const

  test('does not go out with a deadline that is over', async () => {
    const content = aContent(now(), { about, span: null, consultation: { ...consultation, until: now() - hour } })
    expect((await saved(cloud, gridLeader, { ...own, content })).state).toBe('draft')
  })

  test('does not go out as a sign-up of something that has begun', async () => {
    const signUp = { places: 8, until: now() - 2 * hour, beginsAt: now() - hour }
    const content = aContent(now(), { about: { kind: 'meeting', what: 'sign-up' }, span: null, signUp })
    expect((await saved(cloud, gridLeader, { ...own, content })).state).toBe('draft')
  })
})
