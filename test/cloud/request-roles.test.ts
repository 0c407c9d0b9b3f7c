import { lastCall, startProduct } from './support/cloud'
import { addAs } from './support/content'
import { callAs, consent, dataAs, gridLeader, handlerMember, keys, otherGridLeader, secretary } from './support/people'
import { acted, acting, filed, filer, joiner, property, requestOf, shownTo, type Deed } from './support/requests'

jest.setTimeout(30_000)

let cloud: Awaited<ReturnType<typeof startProduct>>
beforeAll(async () => {
  cloud = await startProduct()
  for (const openid of [filer, joiner]) await consent(cloud, openid)
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['requests', 'checks', 'messages', 'audits', 'counters', 'resends']) {
    cloud.database.remove(name, {}, { multi: true })
  }
})

const doubtful = '请看【待审】'
const idOf = async (over: Parameters<typeof filed>[1] = {}, openid = filer) =>
  (await filed(cloud, over, openid)).requestId
const joined = (requestId: string, openid = joiner) => dataAs(cloud, openid, 'request.join', { requestId })
const proposal = async (openid = handlerMember): Promise<Deed> => ({
  ...{ verb: 'propose-resolution', words: '换了新灯泡' },
  pictures: [await addAs(cloud, openid)],
})
const split = (what: string): Deed => ({ verb: 'split', tasks: [{ agencyId: property, what }], words: null })

describe('somebody with a role who joined as a neighbour', () => {
  it.each([
    ['grid-leader', gridLeader],
    ['handler', handlerMember],
  ])('goes on seeing it as the %s, in three trips', async (viewer, openid) => {
    const id = await idOf({ pictures: [await addAs(cloud, filer)], isPublic: false })
    await acted(cloud, secretary, id, { verb: 'note' }, { note: '内部的话' })
    await joined(id, openid)
    expect(await shownTo(cloud, openid, id)).toMatchObject({ viewer, words: '楼道灯一直不亮' })
    expect(lastCall(cloud).databaseTrips).toBeLessThanOrEqual(3)
    expect(JSON.stringify(await shownTo(cloud, openid, id))).toContain('内部的话')
  })

  it('sees it as a neighbour where their role does not reach it', async () => {
    const id = await idOf()
    await joined(id, otherGridLeader)
    expect(await shownTo(cloud, otherGridLeader, id)).toMatchObject({ viewer: 'neighbour' })
  })

  it('sees their own as its owner', async () => {
    const id = await idOf({}, gridLeader)
    expect(await shownTo(cloud, gridLeader, id)).toMatchObject({ viewer: 'owner' })
  })

  it('goes on working on it, with notes, and keeps none as a neighbour', async () => {
    const id = await idOf()
    await joined(id, gridLeader)
    await acted(cloud, gridLeader, id, { verb: 'extend', days: 1, words: '等灯泡' }, { note: '带梯子' })
    expect(requestOf(cloud, id).events.at(-1)).toMatchObject({ actor: 'grid-leader', note: '带梯子' })
    const remind: Deed = { verb: 'remind', words: null }
    expect(await acting(cloud, gridLeader, id, remind, { note: '悄悄话' })).toMatchObject({
      refused: 'request.not-yours',
    })
  })
})

describe('a merge', () => {
  const merging = (openid: string, id: string, into: string) =>
    acting(cloud, openid, id, { verb: 'merge', into, words: null })

  it('into what the grid leader has nothing to do with is refused, and is the secretary’s', async () => {
    const [id, elsewhere] = [await idOf({}, joiner), await idOf({ buildingId: 'heyuan-4' })]
    const before = requestOf(cloud, elsewhere)
    expect(await merging(gridLeader, id, elsewhere)).toMatchObject({ refused: 'request.bad-merge' })
    expect(requestOf(cloud, elsewhere)).toEqual(before)
    expect(await merging(secretary, id, elsewhere)).toMatchObject({ ok: true })
  })

  it('into their own is refused, and into one that they joined is not', async () => {
    const [id, own] = [await idOf({}, joiner), await idOf({}, gridLeader)]
    expect(await merging(gridLeader, id, own)).toMatchObject({ refused: 'request.bad-merge' })
    const followed = await idOf()
    await joined(followed, gridLeader)
    expect(await merging(gridLeader, id, followed)).toMatchObject({ ok: true })
  })

  it('waits for those who still work on a part of it', async () => {
    const [id, into] = [await idOf({}, joiner), await idOf()]
    await acted(cloud, gridLeader, id, split('修灯'))
    expect(await merging(gridLeader, id, into)).toMatchObject({ refused: 'request.tasks-open' })
    await acted(cloud, handlerMember, id, { verb: 'task-done', taskId: '1', words: '好了', pictures: [] })
    expect(await merging(gridLeader, id, into)).toMatchObject({ ok: true })
  })
})

describe('whoever goes on with what somebody else took back', () => {
  it('does not get what that one had answered, tried and shown', async () => {
    const called = [{ name: '物业前台', outcome: 'no-help' }] as const
    const id = await idOf({ where: 'home', room: '301', spot: null, isPublic: false, called: [...called] })
    await joined(id)
    await acted(cloud, handlerMember, id, await proposal())
    const seen = await addAs(cloud, filer)
    await acted(cloud, filer, id, { verb: 'contest', words: '我家里还是黑的', pictures: [seen] })
    await acted(cloud, filer, id, { verb: 'withdraw', words: null })
    expect(await shownTo(cloud, joiner, id)).toMatchObject({ viewer: 'owner', called: [], answers: [] })
    expect(JSON.stringify(requestOf(cloud, id))).not.toMatch(new RegExp(`我家里还是黑的|物业前台|${seen}`))
  })

  it('is asked what that one was asked, and the handler may go on without an answer', async () => {
    const id = await idOf()
    await joined(id)
    await acted(cloud, handlerMember, id, { verb: 'request-info', words: '是哪一层？' })
    cloud.database.remove('messages', {}, { multi: true })
    await acted(cloud, filer, id, { verb: 'withdraw', words: null })
    const heard = cloud.database.find('messages', { person: keys.person(joiner) })
    expect(heard).toMatchObject([{ kind: 'request.ask', params: { to: 'info-requested' } }])
    await acted(cloud, handlerMember, id, { verb: 'resume', words: '电话里说清楚了' })
    expect(requestOf(cloud, id)).toMatchObject({ state: 'assigned', desk: 'doing' })
  })
})

describe('the handlers of an agency that has it no more', () => {
  const lostBy = (openid: string) =>
    cloud.database
      .find('messages', { person: keys.person(openid), kind: 'request.todo' })
      .filter(({ params }) => (params as { step?: string }).step === 'lost')

  it.each<[string, string, Deed]>([
    ['given to another', gridLeader, { verb: 'assign', agencyId: 'west-water', words: null }],
    ['referred', gridLeader, { verb: 'refer', to: '街道', words: '归街道管' }],
  ])('hear that it is not theirs: %s', async (_, openid, deed) => {
    const id = await idOf()
    await acted(cloud, openid, id, deed)
    expect(lostBy(handlerMember)).toMatchObject([{ path: null }])
    expect(lostBy(gridLeader)).toEqual([])
  })

  it('hear it of a merge, and of what was declined while they had a part', async () => {
    const [id, into] = [await idOf({}, joiner), await idOf()]
    await acted(cloud, gridLeader, id, { verb: 'merge', into, words: null })
    expect(lostBy(handlerMember)).toHaveLength(1)
    const split_ = await idOf({ matterId: null })
    await acted(cloud, gridLeader, split_, split('修灯'))
    await acted(cloud, gridLeader, split_, { verb: 'decline', whose: '业主', words: '自己换' })
    expect(lostBy(handlerMember)).toHaveLength(2)
  })

  it('hear nothing of it where it is theirs again, or went on for a neighbour', async () => {
    const id = await idOf()
    await acted(cloud, gridLeader, id, { verb: 'assign', agencyId: property, words: null })
    await joined(id)
    await acted(cloud, filer, id, { verb: 'withdraw', words: null })
    expect(lostBy(handlerMember)).toEqual([])
  })
})

describe('what an agency has to do', () => {
  const whatOf = async (openid: string, id: string) => {
    const { tasks, events } = await shownTo(cloud, openid, id)
    return { tasks: tasks.map(({ what }) => what), text: JSON.stringify(events) }
  }

  it('is for whose it is to read once the check has passed it, wherever it stands', async () => {
    const id = await idOf()
    await acted(cloud, gridLeader, id, split(doubtful))
    await acted(cloud, handlerMember, id, { verb: 'task-done', taskId: '1', words: '好了', pictures: [] })
    const [owner, handler] = [await whatOf(filer, id), await whatOf(handlerMember, id)]
    expect(owner.tasks).toEqual([''])
    expect(owner.text).not.toContain(doubtful)
    expect(handler.tasks).toEqual([doubtful])
    const other = await idOf()
    await acted(cloud, gridLeader, other, split('修灯'))
    expect((await whatOf(filer, other)).tasks).toEqual(['修灯'])
  })

  it('was said to the one who took it back, and not to who goes on with it', async () => {
    const id = await idOf()
    await joined(id)
    await acted(cloud, gridLeader, id, split('到三门八零一修灯'))
    await acted(cloud, filer, id, { verb: 'withdraw', words: null })
    const { tasks, text } = await whatOf(joiner, id)
    expect([tasks, text.includes('三门八零一')]).toEqual([[''], false])
  })
})

it('whoever said that it is done does not call back to hear it', async () => {
  const id = await idOf({ matterId: null })
  await acted(cloud, gridLeader, id, { verb: 'accept', words: null })
  await acted(cloud, gridLeader, id, await proposal(gridLeader))
  const call: Deed = { verb: 'call-back', heard: 'solved', words: null }
  expect(await acting(cloud, gridLeader, id, call)).toMatchObject({ refused: 'request.not-yours' })
  // A call that nobody waited for ends nothing: the resident can say so with their own hand.
  await acted(cloud, secretary, id, call)
  expect(requestOf(cloud, id)).toMatchObject({ state: 'awaiting-confirmation', endedBy: null })
  expect(await callAs(cloud, filer, 'request.show', { requestId: id })).toMatchObject({ data: { solved: 1 } })
})
