import type { InputOf, openNotice, OutputOf, saveNotice } from '../../src/contract'
import { day, hour } from '../../src/domain/time/clock'
import { lastCall, startProduct } from './support/cloud'
import { neighbour, resident } from './support/content'
import { noticeOf } from './support/notices'
import { aContent, saved, saving, stepped } from './support/notice-steps'
import { callAs, consent, dataAs, gridLeader, keys, secretary } from './support/people'

jest.setTimeout(240_000)

let cloud: Awaited<ReturnType<typeof startProduct>>
const monday = Date.parse('2026-11-23T09:00:00+08:00')
const saturday = monday + 5 * day
const sunday = saturday + day
const own = { gridId: 'west-1' }

beforeAll(async () => {
  cloud = await startProduct()
  for (const openid of [resident, neighbour]) await consent(cloud, openid)
})
afterAll(() => cloud.close())
beforeEach(() => {
  cloud.clock.moveTo(monday - Date.now())
  for (const name of ['notices', 'signUps', 'openings', 'messages', 'counters', 'resends', 'checks'])
    cloud.database.remove(name, {}, { multi: true })
})

type Content = Partial<InputOf<typeof saveNotice>['content']>
const offer = { places: 8, until: saturday, beginsAt: saturday }
const content = (from: number | null, over: Content = {}) =>
  aContent(monday, {
    ...{ about: { kind: 'meeting', what: 'sign-up' }, title: '河道巡查报名', body: '一起去河边走一走。' },
    ...{ span: { from, until: null, isNow: false }, validUntil: sunday + 5 * day, signUp: offer },
    ...over,
  })
const begun = async (over: Content = {}) =>
  (await saved(cloud, gridLeader, { ...own, content: content(saturday, over) })).noticeId
const moving = (noticeId: string, from: number | null, over: Content = {}) =>
  saving(cloud, gridLeader, {
    ...{ ...own, noticeId, seen: noticeOf(cloud, noticeId).events.length, content: content(from, over) },
  })
const signUpOf = (id: string) => cloud.database.get('signUps', id) as Record<string, unknown>
const join = (noticeId: string, openid = resident) => callAs(cloud, openid, 'signup.join', { noticeId, name: '王师傅' })
const open = (noticeId: string, openid = resident) =>
  dataAs<OutputOf<typeof openNotice>>(cloud, openid, 'notice.open', { noticeId, token: null, openedIn: null })
const goTo = (ms: number) => cloud.clock.moveTo(ms - Date.now())
const timer = () => cloud.invoke('timer', {}, { openid: '', source: 'wx_trigger' })
const told = (kind: string) => cloud.database.find('messages', { kind, person: keys.person(resident) })

describe('an activity that is put off', () => {
  it('moves its sign-up: until when one can, when it begins, and when people are reminded', async () => {
    const id = await begun()
    expect(await moving(id, sunday)).toMatchObject({ ok: true })
    expect(signUpOf(id)).toMatchObject({ until: sunday, beginsAt: sunday, isReminded: false })
    expect((await open(id)).signUp).toMatchObject({ until: sunday, beginsAt: sunday })
    goTo(saturday + hour)
    expect(await join(id)).toMatchObject({ ok: true })
    const deed = { verb: 'came', number: 1, came: true }
    expect(await callAs(cloud, gridLeader, 'signup.note', { noticeId: id, deed })).toMatchObject({
      refused: 'signup.not-begun',
    })
  })

  it('keeps the last day that was named, and never one after it has begun', async () => {
    const until = saturday - day
    const id = await begun({ signUp: { ...offer, until } })
    await moving(id, sunday, { signUp: { ...offer, until } })
    expect(signUpOf(id)).toMatchObject({ until, beginsAt: sunday })
    await moving(id, until - day, { signUp: { ...offer, until } })
    expect(signUpOf(id)).toMatchObject({ until: until - day, beginsAt: until - day })
  })

  it('tells whoever is in it of the change, and reminds them anew the day before', async () => {
    const id = await begun()
    await open(id)
    await join(id)
    goTo(saturday - 20 * hour)
    await timer()
    expect(told('signup.soon')).toHaveLength(1)
    await moving(id, sunday + day)
    expect(told('notice.progress')).toMatchObject([{ params: { step: 'changed' } }])
    goTo(saturday + 2 * hour)
    await timer()
    expect(told('signup.soon')).toHaveLength(1)
    goTo(sunday + 2 * hour)
    await timer()
    await timer()
    expect(told('signup.soon')).toHaveLength(2)
  })

  it('moves only once a second person has let the change out', async () => {
    const where = { kind: 'community' } as const
    const id = await begun({ where })
    await stepped(cloud, secretary, id, { verb: 'release', words: null })
    expect(await moving(id, sunday, { where })).toMatchObject({ data: { state: 'changing' } })
    expect(signUpOf(id)).toMatchObject({ beginsAt: saturday })
    await stepped(cloud, secretary, id, { verb: 'release', words: null })
    expect(signUpOf(id)).toMatchObject({ until: sunday, beginsAt: sunday })
  })

  it('loses nobody who signs up at the same moment', async () => {
    const id = await begun()
    const [, joined] = await Promise.all([moving(id, sunday), join(id), join(id, neighbour)])
    expect(joined).toMatchObject({ ok: true })
    expect(signUpOf(id)).toMatchObject({ beginsAt: sunday, entries: [{ state: 'in' }, { state: 'in' }] })
  })
})

it('a change of the words alone leaves the sign-up as it is, and reads nothing more', async () => {
  const id = await begun()
  const before = signUpOf(id)
  await moving(id, saturday, { body: '一起去河边走一走，请带水。' })
  const trips = lastCall(cloud).documentsWritten
  expect(signUpOf(id)).toEqual(before)
  await moving(id, sunday)
  expect(lastCall(cloud).documentsWritten).toBe(trips + 1)
})

it('an activity to which people have signed up cannot lose its time', async () => {
  const id = await begun()
  expect(await moving(id, null)).toMatchObject({ refused: 'notice.fixed' })
  expect(await moving(id, null, { span: null })).toMatchObject({ refused: 'notice.fixed' })
})
