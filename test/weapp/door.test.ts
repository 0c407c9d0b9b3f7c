import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { demoDoor } from '../support/demo'
import { callsBy, dialledBy, keptBy, openDoorIn, startAt } from '../support/door-app'
import { startWeapp, type Weapp } from '../support/weapp'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
})
afterAll(() => cloud.close())

/** The arrow back; the page below has its turn before anybody can tap there. */
const back = (app: Weapp) => {
  app.back()
  return new Promise((done) => setImmediate(done))
}

describe('the compiled mini program, at the door', () => {
  it('opens from the code with one function call and at most three reads', async () => {
    const before = cloud.calls.length
    const app = await openDoorIn(cloud)
    expect(app.page.text).toContain(demoDoor.place)
    expect(callsBy(app)).toHaveLength(1)
    expect(cloud.calls.slice(before).map(({ roundTrips }) => roundTrips <= 3)).toEqual([true])
    expect(app.problems).toEqual([])
  })

  it('shows its content before any call on a later visit', async () => {
    const first = await openDoorIn(cloud)
    const kept = keptBy(first)
    const app = startAt(cloud, { scene: demoDoor.code }, { storage: kept, cloud: () => new Promise(() => undefined) })
    await app.until(() => app.page.findAll('#phones').length > 0)
    expect(app.page.text).toContain('数据更新于')
  })

  it('opens what was seen before without a network, and says so', async () => {
    const first = await openDoorIn(cloud)
    const kept = keptBy(first)
    const app = startAt(cloud, { scene: demoDoor.code }, { storage: kept })
    app.setOffline(true)
    await app.until(() => app.page.findAll('#phones').length > 0)
    await app.untilText('现在没有网络')
  })

  it('leads to the other door when its code is scanned while this one is open', async () => {
    const app = await openDoorIn(cloud)
    app.hide()
    app.show({ path: 'pages/door/index', query: { scene: 'J8NQW3ZTVX' }, scene: 1047 })
    await app.until(() => app.page.findAll('#phones').length > 0 && !app.page.text.includes(demoDoor.place))
    expect(app.stack).toHaveLength(1)
    expect(callsBy(app)).toHaveLength(2)
  })

  it('understands an ordinary link, which WeChat hands on encoded', async () => {
    const app = startAt(cloud, { q: encodeURIComponent(`https://example.org/d/${demoDoor.code}`) })
    await app.untilText(demoDoor.place)
  })

  it('takes two taps to the call from danger, a most-asked matter and a search hit, three through a group', async () => {
    const app = await openDoorIn(cloud)
    const toMatter = async (tap: () => void) => {
      tap()
      await app.until(() => app.page.findAll('.contact-main').length > 0)
      app.page.tap('#call-first')
      await back(app)
    }
    app.page.tap('#danger')
    await app.until(() => app.page.findAll('#danger-call-gas-leak').length > 0)
    app.page.tap('#danger-call-gas-leak')
    await back(app)
    await toMatter(() => app.page.tap('#common-heating-not-warm'))
    app.page.type('#search', '下水道堵了')
    await app.until(() => app.page.findAll('#hit-drain-blocked').length > 0)
    await toMatter(() => app.page.tap('#hit-drain-blocked'))
    app.page.type('#search', '')
    await app.until(() => !app.page.find('#group-drainage').isHidden)
    app.page.tap('#group-drainage')
    await app.until(() => app.page.findAll('#matter-drain-blocked').length > 0)
    await toMatter(() => app.page.tap('#matter-drain-blocked'))
    expect(dialledBy(app)).toHaveLength(4)
    expect(dialledBy(app).every((number) => /^\d{3,}$/.test(number))).toBe(true)
    expect(app.problems).toEqual([])
  })

  it('stores a wrong number, and once for two taps', async () => {
    const app = await openDoorIn(cloud)
    app.page.tap('#common-drain-blocked')
    await app.until(() => app.page.findAll('.contact-main').length > 0)
    app.page.tap('#call-first')
    await app.until(() => app.page.findAll('#after-wrong').length > 0)
    const button = app.page.find('#after-wrong')
    app.page.tap(button)
    app.page.tap(button)
    await app.untilText('已记下')
    expect(cloud.database.find('contactReports', { kind: 'wrong-number' })).toHaveLength(1)
  })

  it('shares the matter as a card that opens the same answer', async () => {
    const app = await openDoorIn(cloud)
    app.page.tap('#common-drain-blocked')
    await app.until(() => app.page.findAll('#share').length > 0)
    app.page.tap('#share')
    const [card] = app.shares
    expect(card?.title).toContain('和苑小区')
    expect(card?.path).toBe(`/pages/matter/index?id=drain-blocked&b=${demoDoor.buildingId}`)
    expect(app.shareFromMenu()).toEqual(card)

    const neighbour = startWeapp({
      cloud: (name, data) => cloud.invoke(name, data, { openid: 'oResident_b', source: 'wx_client' }),
      launch: { path: 'pages/matter/index', query: { id: 'drain-blocked', b: demoDoor.buildingId }, scene: 1008 },
    })
    await neighbour.until(() => neighbour.page.findAll('.contact-main').length > 0)
    expect(neighbour.page.find('.contact-main').text).toContain('和苑物业服务中心')
  })

  it('leads to WeChat’s update manager when the server no longer understands it', async () => {
    const app = startAt(
      cloud,
      { scene: demoDoor.code },
      { cloud: () => Promise.resolve({ ok: false, refused: 'client.too-old', requestId: 'r' }) },
    )
    await app.until(() => app.page.findAll('#update').length > 0)
    app.page.tap('#update')
    await app.until(() => app.callsOf('applyUpdate').length === 1)
  })

  it('takes the care edition, and its sizes, from the size of type that the person has set in WeChat', async () => {
    const usual = await openDoorIn(cloud)
    expect(usual.page.findAll('.care')).toEqual([])
    const large = await openDoorIn(cloud, { fontSize: 23 })
    expect(large.page.find('.care').style).toContain('--scale:')
    expect(Number(/--scale:\s*([\d.]+)/.exec(large.page.find('.care').style)?.[1])).toBeCloseTo(23 / 17)
  })

  it('starts anew at the place that was chosen by hand', async () => {
    const app = startAt(cloud, {})
    await app.untilText('您在哪个小区')
    app.page.tap('#state-action')
    await app.until(() => app.page.findAll('#estate-heyuan').length > 0)
    app.page.tap('#estate-heyuan')
    await app.until(() => app.page.findAll('#building-heyuan-1').length > 0)
    app.page.tap('#building-heyuan-1')
    await app.until(() => app.page.findAll('#unit-none').length > 0)
    app.page.tap('#unit-none')
    await app.until(() => app.page.route === 'pages/door/index' && app.page.findAll('#phones').length > 0)
    expect(app.stack).toHaveLength(1)
    expect(app.page.text).toContain(demoDoor.place)
  })

  it('folds a long group of numbers, and shows the rest of it on a tap', async () => {
    const app = await openDoorIn(cloud)
    app.page.tap('#phones')
    await app.until(() => app.page.findAll('#all-hotline').length > 0)
    const folded = app.page.findAll('#phones-hotline .phone-row').length
    app.page.tap('#all-hotline')
    await app.until(() => app.page.findAll('#all-hotline').length === 0)
    expect(folded).toBe(4)
    expect(app.page.findAll('#phones-hotline .phone-row').length).toBeGreaterThan(6)
  })

  it('sends little to the view: the landing within 16 KB, a keystroke within 8 KB, other pages within 32 KB', async () => {
    const app = await openDoorIn(cloud)
    expect(app.page.bytes).toBeLessThanOrEqual(16 * 1024)
    const before = app.page.bytes
    app.page.type('#search', '漏水')
    await app.until(() => app.page.findAll('#hits').length > 0)
    expect(app.page.bytes - before).toBeLessThanOrEqual(8 * 1024)
    app.page.type('#search', '')
    await app.until(() => app.page.findAll('#hits').length === 0)
    app.page.tap('#phones')
    await app.until(() => app.page.findAll('#phones-near').length > 0)
    expect(app.page.bytes).toBeLessThanOrEqual(32 * 1024)
  })
})
