import type { Deed } from '../../src/contract/request'
import { seenOf } from '../../src/domain/request/act-said'
import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { callAs, consent, dataAs, gridLeader, handlerMember, keys } from '../cloud/support/people'
import { alterRequest, filed, requestOf } from '../cloud/support/requests'
import { agreedBefore, has, hides, openOn, shows, tap, type } from '../support/request-phone'

let cloud: LocalCloud
let open: ReturnType<typeof openOn>
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
  open = openOn(cloud)
})
afterAll(() => cloud.close())
beforeEach(() => cloud.database.remove('requests', {}, { multi: true }))

let counted = 0
async function somebody(): Promise<string> {
  const openid = `oFollows_${++counted}`
  await consent(cloud, openid)
  return openid
}

/** A drain of 和苑小区 1号楼: nobody has to prove by a picture that it runs again. */
const drain = { matterId: 'drain-blocked', where: 'shared' as const, words: '一楼下水道返水' }
const stepOf = (openid: string, requestId: string, deed: Deed) =>
  callAs(cloud, openid, 'request.act', { requestId, seen: seenOf(requestOf(cloud, requestId)), deed, note: null })
async function step(openid: string, requestId: string, deed: Deed): Promise<void> {
  const reply = await stepOf(openid, requestId, deed)
  if (!reply.ok) throw new Error(`${deed.verb} was refused: ${reply.refused}`)
}
/** A request of somebody's, which the property company says is done. */
async function done(openid: string): Promise<string> {
  const { requestId } = await filed(cloud, drain, openid)
  await step(handlerMember, requestId, { verb: 'start', words: null })
  await step(handlerMember, requestId, { verb: 'propose-resolution', words: '疏通好了，水下得很快', pictures: [] })
  return requestId
}
const view = (openid: string, requestId: string, query: Record<string, string> = {}) =>
  open(openid, 'request/view', { id: requestId, ...query }, { storage: agreedBefore })

describe('one request, to its owner', () => {
  it('says in one sentence who has it and until when', async () => {
    const openid = await somebody()
    const { requestId, number } = await filed(cloud, drain, openid)
    await step(handlerMember, requestId, { verb: 'start', words: '师傅明天上午到' })
    const app = view(openid, requestId)
    await shows(app, '#state')
    expect(app.page.find('#state').text).toContain('和苑物业服务中心已接单，正在办')
    expect(app.page.find('#state').text).toMatch(/最晚.+[点分半]前办好/)
    expect(app.page.find('#state').text).toContain(number)
    expect(app.page.text).toContain('师傅明天上午到')
  })

  it('says plainly that the time is over', async () => {
    const openid = await somebody()
    const { requestId } = await filed(cloud, drain, openid)
    const { resolution } = requestOf(cloud, requestId)
    alterRequest(cloud, requestId, { resolution: { ...resolution, startedAt: 1 } })
    const app = view(openid, requestId)
    await app.untilText('已经过了')
  })

  it('puts the newest step on top', async () => {
    const openid = await somebody()
    const { requestId } = await filed(cloud, drain, openid)
    await step(handlerMember, requestId, { verb: 'start', words: null })
    const app = view(openid, requestId)
    await shows(app, '#timeline')
    const { text } = app.page.find('#timeline')
    expect(text.indexOf('接单了，开始办')).toBeLessThan(text.indexOf('您提了这件诉求'))
  })

  it('is reminded of once a day', async () => {
    const openid = await somebody()
    const { requestId } = await filed(cloud, drain, openid)
    const app = view(openid, requestId)
    await tap(app, '#remind')
    await app.untilText('催过了')
    await app.untilText('今天已经催过了')
    app.page.tap('#remind')
    expect(requestOf(cloud, requestId).events.filter(({ verb }) => verb === 'remind')).toHaveLength(1)
  })

  it('is taken back after asking', async () => {
    const openid = await somebody()
    const { requestId } = await filed(cloud, drain, openid)
    const app = view(openid, requestId)
    await tap(app, '#withdraw')
    await tap(app, '#step-ask-main')
    await app.untilText('您撤回了')
    expect(requestOf(cloud, requestId).state).toBe('withdrawn')
    expect(has(app, '#withdraw')).toBe(false)
  })

  it('ends with their word, and asks what they thought of it', async () => {
    const openid = await somebody()
    const requestId = await done(openid)
    const app = view(openid, requestId)
    await app.untilText('疏通好了，水下得很快')
    await tap(app, '#confirm')
    // They have just said that it is done: that is not asked once more.
    await shows(app, '#rate-solved-yes.choice-on')
    await tap(app, '#rate-satisfied-no')
    await shows(app, '#rate-satisfied-no.choice-on')
    await tap(app, '#rate-send')
    await app.untilText('谢谢您的评价')
    await hides(app, '#rate')
    expect(requestOf(cloud, requestId)).toMatchObject({ state: 'resolved', endedBy: 'owner' })
    expect(requestOf(cloud, requestId).voices.at(-1)).toMatchObject({ solved: true, satisfied: false })
  })

  it('asks whether it is solved where it ended without their word', async () => {
    const openid = await somebody()
    const requestId = await done(openid)
    alterRequest(cloud, requestId, { state: 'resolved', endedBy: 'silence', endedAt: Date.now() })
    const app = view(openid, requestId)
    await tap(app, '#rate-send')
    await app.untilText('请先点一下解决了没有')
    await tap(app, '#rate-solved-no')
    await shows(app, '#rate-solved-no.choice-on')
    await tap(app, '#rate-send')
    await app.untilText('谢谢您的评价')
    expect(requestOf(cloud, requestId).voices.at(-1)).toMatchObject({ solved: false, satisfied: null })
  })

  it('begins anew where it is not good, with their words', async () => {
    const openid = await somebody()
    const requestId = await done(openid)
    const app = view(openid, requestId)
    await tap(app, '#contest')
    await tap(app, '#step-send')
    await app.untilText('请先写一两句')
    await type(app, '#step-words', '一下雨又返水')
    await tap(app, '#step-send')
    await app.untilText('记下了：没办好')
    await app.untilText('一下雨又返水')
    expect(requestOf(cloud, requestId)).toMatchObject({ state: 'reopened', mustCallBack: true })
  })

  it('is answered where somebody wants to know more', async () => {
    const openid = await somebody()
    const { requestId } = await filed(cloud, drain, openid)
    await step(gridLeader, requestId, { verb: 'request-info', words: '请问是哪个单元？' })
    const app = view(openid, requestId)
    await app.untilText('请问是哪个单元？')
    // It waits for them: there is nobody to be urged.
    expect(has(app, '#remind')).toBe(false)
    await tap(app, '#supply-info')
    await type(app, '#step-words', '二单元')
    await tap(app, '#step-send')
    await app.untilText('补充送到了')
    expect(requestOf(cloud, requestId).state).toBe('assigned')
  })

  it('shows what happened where somebody else was faster, and keeps what was typed', async () => {
    const openid = await somebody()
    const requestId = await done(openid)
    const app = view(openid, requestId)
    await tap(app, '#contest')
    await type(app, '#step-words', '一下雨又返水')
    await step(gridLeader, requestId, { verb: 'call-back', heard: 'no-answer', words: null })
    await tap(app, '#step-send')
    await app.untilText('刚才有人先办了一步')
    await app.untilText('没有接通')
    expect(app.page.find('#step-words').attribute('value')).toBe('一下雨又返水')
    await tap(app, '#step-send')
    await app.untilText('记下了：没办好')
  })

  it('without a network says so, and keeps what was typed', async () => {
    const openid = await somebody()
    const requestId = await done(openid)
    const app = view(openid, requestId)
    await tap(app, '#contest')
    await type(app, '#step-words', '一下雨又返水')
    app.setOffline(true)
    await tap(app, '#step-send')
    await app.untilText('没有送成')
    expect(app.page.find('#step-words').attribute('value')).toBe('一下雨又返水')
  })
})

describe('one request, to others', () => {
  it('gives a neighbour who joined a say, and no way to take it back', async () => {
    const requestId = await done(await somebody())
    const openid = await somebody()
    await dataAs(cloud, openid, 'request.join', { requestId })
    const app = view(openid, requestId)
    await shows(app, '#confirm')
    expect(has(app, '#withdraw')).toBe(false)
    await tap(app, '#leave')
    await tap(app, '#step-ask-main')
    await shows(app, '#join')
    expect(requestOf(cloud, requestId).neighbours).toEqual([])
  })

  it('opens from the register with 我也是, which leads to the page of those who follow it', async () => {
    const { requestId } = await filed(cloud, drain, await somebody())
    const openid = await somebody()
    const app = view(openid, requestId, { p: '1' })
    await tap(app, '#join')
    await shows(app, '#leave')
    expect(requestOf(cloud, requestId).neighbours).toMatchObject([{ person: keys.person(openid) }])
  })

  it('shows a stranger what everybody may see, by whatever link they came', async () => {
    const { requestId } = await filed(cloud, { ...drain, words: '我家的秘密', isPublic: false }, await somebody())
    const app = view(await somebody(), requestId)
    await shows(app, '#join')
    expect(app.page.text).not.toContain('我家的秘密')
  })

  it('leads whoever works on it to their desk', async () => {
    const { requestId } = await filed(cloud, drain, await somebody())
    const app = view(handlerMember, requestId)
    await shows(app, '#to-desk')
    expect(has(app, '#remind')).toBe(false)
  })

  it('says so where there is none', async () => {
    const app = view(await somebody(), 'nothing')
    await app.untilText('没有找到这件诉求')
  })
})

describe('the register', () => {
  const door = { b: 'heyuan-1', u: 'heyuan-1-u1' }

  it('lists what is open in the building, and opens it', async () => {
    const { requestId } = await filed(cloud, drain, await somebody())
    const app = open(await somebody(), 'request/register', door)
    await tap(app, `#request-${requestId}`)
    await shows(app, '#join')
  })

  it('shows the whole estate, and what has ended, on a tap', async () => {
    const requestId = await done(await somebody())
    await dataAs(cloud, await somebody(), 'request.join', { requestId })
    alterRequest(cloud, requestId, { state: 'resolved', open: false, endedAt: Date.now(), endedBy: 'silence' })
    const app = open(await somebody(), 'request/register', door)
    await app.untilText('现在没有还在办的事')
    app.page.tap(app.page.byRole('button', '办完的'))
    await shows(app, `#request-${requestId}`)
    app.page.tap(app.page.byRole('button', '全小区'))
    await app.until(() => !app.page.text.includes('正在打开'))
    await shows(app, `#request-${requestId}`)
  })

  it('asks for a place where none is known', async () => {
    const app = open(await somebody(), 'request/register')
    await app.untilText('先选小区和楼栋')
  })
})

describe('the tab 诉求', () => {
  it('shows the newest of one’s own, and asks nothing where nobody is known', async () => {
    const openid = await somebody()
    const { requestId } = await filed(cloud, drain, openid)
    const app = open(openid, 'requests', {}, { storage: agreedBefore })
    await tap(app, `#request-${requestId}`)
    await shows(app, '#remind')

    const visitor = open(openid, 'requests')
    await visitor.untilText('您还没有提过诉求')
    expect(visitor.callsOf('cloud.callFunction')).toEqual([])
  })

  it('leads to the form and to the register', async () => {
    const app = open(await somebody(), 'requests', {}, { storage: agreedBefore })
    await tap(app, '#write')
    await app.untilText('您在哪个小区？')
  })
})
