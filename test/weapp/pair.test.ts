import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { consent, dataAs, dutyMember, gridLeader, volunteer } from '../cloud/support/people'
import { alterWish, atHome, hung, offered, offerOf, otherVolunteer, wisher, wishOf } from '../cloud/support/wishes'
import { dialledBy, startAt } from '../support/door-app'
import type { Weapp, WeappOptions } from '../support/weapp'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
  for (const openid of [wisher, dutyMember, gridLeader, volunteer]) await consent(cloud, openid)
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['wishes', 'offers', 'counters']) cloud.database.remove(name, {}, { multi: true })
})

function open(page: string, query: Record<string, string>, openid = dutyMember, options: WeappOptions = {}): Weapp {
  return startAt(cloud, query, {
    connect: { url: cloud.url, openid },
    cloud: (name, data) => cloud.invoke(name, data, { openid, source: 'wx_client' }),
    launch: { path: `pages/${page}/index`, query, scene: 1001 },
    ...options,
  })
}
const has = (app: Weapp, selector: string) => app.page.findAll(selector).length > 0
const shows = (app: Weapp, selector: string) => app.until(() => has(app, selector))
const tap = async (app: Weapp, selector: string) => {
  await shows(app, selector)
  app.page.tap(selector)
}
const type = async (app: Weapp, selector: string, words: string) => {
  await shows(app, selector)
  app.page.type(selector, words)
  await app.until(() => app.page.find(selector).attribute('value') === words)
}
const groceries = { words: '每天早上去菜市场，可以给邻居带一份', kinds: ['buy-groceries'] }
const west = { c: 'west-street' }

describe('结对的办理页', () => {
  it('lists what hangs, with whom it waits for and until when, and leads to the card', async () => {
    const { wishId } = await hung(cloud)
    const app = open('pair', west)
    await shows(app, `#wish-${wishId}`)
    expect(app.page.find(`#wish-${wishId}`).text).toMatch(/等人认领 · 等志愿者认领.*最晚/)
    await tap(app, `#wish-${wishId}`)
    await app.until(() => app.page.route === 'pages/pair/card/index')
  })

  it('puts a cry for help where somebody has to ask, in words', async () => {
    const { wishId } = await dataAs<{ wishId: string }>(cloud, wisher, 'wish.cry', {
      ...{ buildingId: 'heyuan-1', words: '我不想活了' },
    })
    const app = open('pair', { ...west, show: 'asking' })
    await shows(app, `#wish-${wishId}`)
    expect(app.page.find(`#wish-${wishId}`).text).toContain('求助，请马上联系')
  })

  it('says so where nothing hangs', async () => {
    const app = open('pair', west)
    await app.untilText('墙上没有等人的心愿')
  })
})

describe('给一张心愿找人', () => {
  it('shows who fits and why, and proposes the chosen one to both sides', async () => {
    const { wishId } = await hung(cloud)
    const { offerId } = await offered(cloud, groceries)
    const app = open('pair/card', { id: wishId })
    await shows(app, `#fit-${offerId}`)
    expect(app.page.find(`#fit-${offerId}`).text).toContain('都是“代买菜买日用品”')
    await tap(app, `#choose-${offerId}`)
    await tap(app, '#propose')
    await app.untilText('牵线了，等两边回话')
    expect(wishOf(cloud, wishId)).toMatchObject({ state: 'proposed', helpers: [{ offerId, agreed: false }] })
    expect(offerOf(cloud, offerId).wishIds).toEqual([wishId])
  })

  it('asks for two where two are needed', async () => {
    const { wishId } = await hung(cloud, { ...atHome, words: '想有人来家里陪我说说话', kinds: ['visit-chat'] })
    const chat = { words: '每周能上门陪老人聊聊天', kinds: ['visit-chat'] }
    const one = await offered(cloud, chat)
    const other = await offered(cloud, chat, otherVolunteer)
    const app = open('pair/card', { id: wishId })
    await tap(app, `#choose-${one.offerId}`)
    await app.untilText('要选2位')
    await tap(app, `#choose-${other.offerId}`)
    await app.untilText('给这两位牵线')
    await tap(app, '#propose')
    await app.untilText('牵线了，等两边回话')
    expect(wishOf(cloud, wishId).helpers).toHaveLength(2)
  })

  it('speaks for somebody without a phone, and says so in the history', async () => {
    const { wishId } = await hung(cloud, { behalf: { kind: 'office', name: '张奶奶', phone: null } }, dutyMember)
    const { offerId } = await offered(cloud, groceries)
    const app = open('pair/card', { id: wishId })
    await tap(app, `#choose-${offerId}`)
    await tap(app, '#propose')
    await tap(app, '#step-agree-wisher')
    await tap(app, '#step-send')
    await app.untilText('好的，记下了')
    expect(wishOf(cloud, wishId)).toMatchObject({ state: 'proposed', wisherAgreed: true })
    await app.untilText('值班代记')
  })

  it('takes a card down only with a reason', async () => {
    const { wishId } = await hung(cloud)
    const app = open('pair/card', { id: wishId })
    await tap(app, '#step-close')
    await tap(app, '#step-send')
    await shows(app, '#step-error')
    await type(app, '#step-words', '居民说已经解决了')
    await tap(app, '#step-send')
    await app.untilText('下墙了')
    expect(wishOf(cloud, wishId).state).toBe('closed')
  })

  it('keeps a note for the office', async () => {
    const { wishId } = await hung(cloud)
    const app = open('pair/card', { id: wishId })
    await tap(app, '#step-note')
    await type(app, '#step-words', '儿子下月回来')
    await tap(app, '#step-send')
    await app.untilText('内部备注：儿子下月回来')
    expect(wishOf(cloud, wishId).events.at(-1)).toMatchObject({ verb: 'note', note: '儿子下月回来' })
  })

  it('shows what happened where somebody else was faster', async () => {
    const { wishId } = await hung(cloud)
    const app = open('pair/card', { id: wishId })
    await tap(app, '#step-close')
    await type(app, '#step-words', '居民说已经解决了')
    await dataAs(cloud, wisher, 'wish.act', { wishId, seen: 1, deed: { verb: 'keep', words: null }, note: null })
    await tap(app, '#step-send')
    await app.untilText('刚才有人先动了一步')
    expect(app.page.find('#step-words').attribute('value')).toBe('居民说已经解决了')
  })

  it('dials whoever cries for help', async () => {
    const { wishId } = await dataAs<{ wishId: string }>(cloud, volunteer, 'wish.cry', {
      ...{ buildingId: 'heyuan-1', words: '我不想活了' },
    })
    const app = open('pair/card', { id: wishId })
    await tap(app, '#look')
    await tap(app, '#call-wisher')
    await app.until(() => dialledBy(app).length === 1)
  })
})

describe('结对方案', () => {
  it('proposes nothing before a tap, and each pair with one', async () => {
    const { wishId } = await hung(cloud)
    await offered(cloud, groceries)
    const app = open('pair/plan', west)
    await shows(app, `#pair-${wishId}`)
    expect(wishOf(cloud, wishId).state).toBe('open')
    await tap(app, `#plan-${wishId}`)
    await app.untilText('牵好了1对')
    expect(wishOf(cloud, wishId).state).toBe('proposed')
  })

  it('proposes all at once after a question, says what failed, and goes on with the rest', async () => {
    const first = await hung(cloud)
    const second = await hung(cloud, { words: '想有人陪着下象棋', kinds: ['play-chess-cards'], place: 'station' })
    await offered(cloud, groceries)
    await offered(cloud, { words: '象棋能下两盘', kinds: ['play-chess-cards'] }, otherVolunteer)
    const app = open('pair/plan', west)
    await shows(app, '#plan-all')
    // Somebody was faster with one of them.
    alterWish(cloud, first.wishId, { state: 'withdrawn', zone: 'off' })
    await tap(app, '#plan-all')
    await tap(app, '#plan-ask-main')
    await app.untilText('有1对没牵成')
    expect(wishOf(cloud, second.wishId).state).toBe('proposed')
  })

  it('says why a wish stays without, and leads to its card', async () => {
    const { wishId } = await hung(cloud, { words: '想学拉二胡', kinds: ['teach-arts-adult'], place: 'station' })
    const app = open('pair/plan', west)
    await shows(app, `#without-${wishId}`)
    expect(app.page.find(`#without-${wishId}`).text).toContain('还没有合适的接单卡')
  })
})
