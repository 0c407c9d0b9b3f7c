import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { consent, volunteer } from '../cloud/support/people'
import { alterWish, hung, offered, wisher } from '../cloud/support/wishes'
import { keptBy } from '../support/door-app'
import { has, hides, openOn, shows, tap } from '../support/request-phone'
import { grantedAt, livesHere, emptyWall, manyOffers, manyWishes } from '../support/wish-phone'

let cloud: LocalCloud
let open: ReturnType<typeof openOn>
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
  open = openOn(cloud)
  await consent(cloud, wisher)
  await consent(cloud, volunteer)
})
afterAll(() => cloud.close())
beforeEach(() => emptyWall(cloud))

const kilobyte = 1024
const tab = (storage: Record<string, unknown> = livesHere) => open('oLooksAtTheWall', 'wishes', {}, { storage })
const wall = (query: Record<string, string> = {}, storage: Record<string, unknown> = livesHere) =>
  open('oLooksAtTheWall', 'wish/wall', query, { storage })
const inCare = { ...livesHere, 'jmk:care': { form: 1, at: Date.now(), value: true } }

describe('the tab 心愿墙', () => {
  it('hangs yellow cards on the left and red ones on the right', async () => {
    const { wishId } = await hung(cloud)
    const { offerId } = await offered(cloud)
    const app = tab()
    await shows(app, `#wish-${wishId}`)
    const [left, right] = app.page.findAll('.wall-zone')
    expect(left?.text).toContain('居民点单')
    expect(left?.findAll(`#wish-${wishId}`)).toHaveLength(1)
    expect(right?.text).toContain('党员接单')
    expect(right?.findAll(`#offer-${offerId}`)).toHaveLength(1)
  })

  it('says of a card the building and how long it has waited, and nothing else of whose it is', async () => {
    const behalf = { kind: 'family' as const, name: '赵奶奶', phone: '13900000044' }
    const { wishId } = await hung(cloud, { behalf, room: '三单元 402' })
    alterWish(cloud, wishId, { hungAt: Date.now() - 3 * 24 * 3_600_000 })
    const app = tab()
    await shows(app, `#wish-${wishId}`)
    const { text } = app.page.find(`#wish-${wishId}`)
    expect(text).toContain('1号楼 等了3天')
    for (const secret of ['赵奶奶', '402', '13900000044']) expect(app.page.text).not.toContain(secret)
  })

  it('asks first where somebody lives who has no door yet, and then shows that wall', async () => {
    const { wishId } = await hung(cloud)
    const app = tab({})
    await tap(app, '#estate-heyuan')
    await tap(app, '#building-heyuan-1')
    await tap(app, '#unit-none')
    await shows(app, `#wish-${wishId}`)
    expect(Object.keys(keptBy(app))).toContain('jmk:my-door')
  })

  it('says kindly that nothing hangs yet', async () => {
    const app = tab()
    await app.untilText('墙上还没有心愿')
    expect(app.page.text).toContain('还没有人接单')
    expect(has(app, '#to-stack')).toBe(false)
  })

  it('opens the stack by its pile', async () => {
    await manyWishes(cloud, 3, grantedAt(Date.now(), '谢谢您'))
    const app = tab()
    await shows(app, '#to-stack')
    expect(app.page.find('#to-stack').text).toContain('已结对 3 张')
    app.page.tap('#to-stack')
    await shows(app, '#pair-many-00000')
  })

  it('shows the wall of last time where there is no network, and says from when it is', async () => {
    const { wishId } = await hung(cloud)
    const before = tab()
    await shows(before, `#wish-${wishId}`)
    const app = open('oLooksAtTheWall', 'wishes', {}, { storage: keptBy(before) })
    app.setOffline(true)
    await shows(app, `#wish-${wishId}`)
    await app.untilText('看到的墙')
  })

  it('sends little to the view, also of a full wall', async () => {
    await manyWishes(cloud, 40)
    await manyOffers(cloud, 40)
    const app = tab()
    await shows(app, '#wish-many-00000')
    expect(Math.max(...app.page.payloads.map(({ bytes }) => bytes))).toBeLessThan(16 * kilobyte)
  })
})

describe('the whole wall', () => {
  it('is sifted by the kind of help', async () => {
    const groceries = await hung(cloud)
    const chess = await hung(cloud, { words: '想找人下下象棋', kinds: ['play-chess-cards'], place: 'station' })
    const app = wall()
    await shows(app, `#wish-${groceries.wishId}`)
    await tap(app, '#sieve-group')
    await tap(app, '#sift-to-company')
    await hides(app, `#wish-${groceries.wishId}`)
    await shows(app, `#wish-${chess.wishId}`)
    expect(app.page.find('#sieve-group').text).toContain('陪伴')
  })

  it('is sifted by building', async () => {
    const here = await hung(cloud)
    const there = await hung(cloud, { buildingId: 'heyuan-2' })
    const app = wall()
    await shows(app, `#wish-${there.wishId}`)
    await tap(app, '#sieve-buildingId')
    await tap(app, '#sift-to-heyuan-1')
    await hides(app, `#wish-${there.wishId}`)
    await shows(app, `#wish-${here.wishId}`)
  })

  it('is sifted by the time of day', async () => {
    const times = { weekdays: [], parts: ['evening' as const], every: null, dates: [], note: '' }
    const evening = await hung(cloud, { times })
    const morning = await hung(cloud, { times: { ...times, parts: ['morning'] } })
    const app = wall()
    await shows(app, `#wish-${evening.wishId}`)
    await tap(app, '#sieve-part')
    await tap(app, '#sift-to-morning')
    await hides(app, `#wish-${evening.wishId}`)
    await shows(app, `#wish-${morning.wishId}`)
  })

  it('puts those first that have waited longest, when asked', async () => {
    await manyWishes(cloud, 30)
    const app = wall()
    await shows(app, '#wish-many-00000')
    await tap(app, '#sieve-order')
    await tap(app, '#sift-to-longest')
    await shows(app, '#wish-many-00029')
    expect(has(app, '#wish-many-00000')).toBe(false)
  })

  it('shows one zone at a time in the care edition', async () => {
    const { wishId } = await hung(cloud)
    const { offerId } = await offered(cloud)
    const app = wall({}, inCare)
    await shows(app, `#wish-${wishId}`)
    expect(has(app, `#offer-${offerId}`)).toBe(false)
    await tap(app, '#zone-offer')
    await shows(app, `#offer-${offerId}`)
    expect(has(app, `#wish-${wishId}`)).toBe(false)
  })
})

describe('a wall of 400 cards on each side', () => {
  it('never has more than a few screens of them in the view, however far somebody scrolls', async () => {
    await manyWishes(cloud, 400)
    await manyOffers(cloud, 400)
    const app = wall()
    await shows(app, '#wish-many-00000')
    app.page.contentHeight = 400 * 224 + 400
    let most = 0
    for (let at = 0; at < 400; at += 10) {
      app.page.scroll(at * 224)
      await shows(app, `#wish-many-${String(at).padStart(5, '0')}`)
      await shows(app, `#offer-offer-${String(at).padStart(5, '0')}`)
      most = Math.max(most, app.page.findAll('.heart').length)
    }
    expect(most).toBeLessThanOrEqual(40)
    expect(Math.max(...app.page.payloads.map(({ bytes }) => bytes))).toBeLessThanOrEqual(32 * kilobyte)
    app.page.scroll(0)
    await shows(app, '#wish-many-00000')
    expect(has(app, '#wish-many-00399')).toBe(false)
  }, 90_000)

  it('keeps its place while a card is looked at', async () => {
    await manyWishes(cloud, 100)
    const app = wall()
    await shows(app, '#wish-many-00000')
    app.page.contentHeight = 100 * 224 + 400
    for (const at of [10, 20, 30, 40]) {
      app.page.scroll(at * 224)
      await shows(app, `#wish-many-000${at}`)
    }
    app.page.tap('#wish-many-00040')
    await shows(app, '#card-alone')
    app.back()
    await shows(app, '#wish-many-00040')
    expect(app.page.scrollTop).toBe(40 * 224)
  })
})

describe('the stack', () => {
  it('turns a pair over: its back says that it was granted, with the thanks that may be shown', async () => {
    await manyWishes(cloud, 1, grantedAt(Date.now(), '谢谢您，象棋下得真好'))
    const app = wall({ stack: '1' })
    await shows(app, '#pair-many-00000')
    expect(app.page.find('#pair-many-00000').label).toContain('心愿第1张')
    expect(has(app, '.glued-turned')).toBe(false)
    app.page.tap('#pair-many-00000')
    await shows(app, '.glued-turned')
    expect(app.page.find('#pair-many-00000').label).toContain('心愿圆了，谢谢您，象棋下得真好')
  })

  it('says so where nothing was paired yet', async () => {
    const app = wall({ stack: '1' })
    await app.untilText('还没有结成的对子')
  })
})
