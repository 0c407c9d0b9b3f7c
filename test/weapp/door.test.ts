import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { demoDoor } from '../support/demo'
import { startWeapp, type Weapp, type WeappOptions } from '../support/weapp'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
})
afterAll(() => cloud.close())

/** The compiled mini program, talking to the real function through the local cloud. */
const start = (query: Record<string, string>, options: WeappOptions = {}) =>
  startWeapp({
    cloud: (name, data) => cloud.invoke(name, data, { openid: 'oResident_a', source: 'wx_client' }),
    launch: { path: 'pages/door/index', query, scene: 1047 },
    ...options,
  })

const opened = async (options: WeappOptions = {}): Promise<Weapp> => {
  const app = start({ scene: demoDoor.code }, options)
  await app.until(() => app.page.findAll('#phones').length > 0)
  return app
}

/** The arrow back; the page below has its turn before anybody can tap there. */
const back = (app: Weapp) => {
  app.back()
  return new Promise((done) => setImmediate(done))
}

const dialled = (app: Weapp) =>
  app.callsOf('makePhoneCall').map((call) => (call as { phoneNumber: string }).phoneNumber)
const calls = (app: Weapp) => app.callsOf('cloud.callFunction')

describe('the compiled mini program, at the door', () => {
  it('opens from the code with one function call and at most three reads', async () => {
    const before = cloud.calls.length
    const app = await opened()
    expect(app.page.text).toContain(demoDoor.place)
    expect(calls(app)).toHaveLength(1)
    expect(cloud.calls.slice(before).map(({ roundTrips }) => roundTrips <= 3)).toEqual([true])
    expect(app.problems).toEqual([])
  })

  it('shows its content before any call on a later visit', async () => {
    const first = await opened()
    const kept = Object.fromEntries([...first.storage].map(([key, text]) => [key, JSON.parse(text) as unknown]))
    const app = start({ scene: demoDoor.code }, { storage: kept, cloud: () => new Promise(() => undefined) })
    await app.until(() => app.page.findAll('#phones').length > 0)
    expect(app.page.text).toContain('数据更新于')
  })

  it('opens what was seen before without a network, and says so', async () => {
    const first = await opened()
    const kept = Object.fromEntries([...first.storage].map(([key, text]) => [key, JSON.parse(text) as unknown]))
    const app = start({ scene: demoDoor.code }, { storage: kept })
    app.setOffline(true)
    await app.until(() => app.page.findAll('#phones').length > 0)
    await app.untilText('现在没有网络')
  })

  it('understands an ordinary link, which WeChat hands on encoded', async () => {
    const app = start({ q: encodeURIComponent(`https://example.org/d/${demoDoor.code}`) })
    await app.untilText(demoDoor.place)
  })

  it('takes two taps to the call from danger, a most-asked matter and a search hit, three through a group', async () => {
    const app = await opened()
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
    await app.until(() => app.page.findAll('#group-drainage').length > 0)
    app.page.tap('#group-drainage')
    await app.until(() => app.page.findAll('#matter-drain-blocked').length > 0)
    await toMatter(() => app.page.tap('#matter-drain-blocked'))
    expect(dialled(app)).toHaveLength(4)
    expect(dialled(app).every((number) => /^\d{3,}$/.test(number))).toBe(true)
    expect(app.problems).toEqual([])
  })

  it('stores a wrong number, and once for two taps', async () => {
    const app = await opened()
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
    const app = await opened()
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
    const app = start(
      { scene: demoDoor.code },
      { cloud: () => Promise.resolve({ ok: false, refused: 'client.too-old', requestId: 'r' }) },
    )
    await app.until(() => app.page.findAll('#update').length > 0)
    app.page.tap('#update')
    await app.until(() => app.callsOf('applyUpdate').length === 1)
  })

  it('takes the care edition, and its sizes, from the size of type that the person has set in WeChat', async () => {
    const usual = await opened()
    expect(usual.page.findAll('.care')).toEqual([])
    const large = await opened({ fontSize: 23 })
    expect(large.page.find('.care').style).toContain('--scale:')
    expect(Number(/--scale:\s*([\d.]+)/.exec(large.page.find('.care').style)?.[1])).toBeCloseTo(23 / 17)
  })

  it('starts anew at the place that was chosen by hand', async () => {
    const app = start({})
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

  it('sends little to the view: the landing within 16 KB, a keystroke within 8 KB, other pages within 32 KB', async () => {
    const app = await opened()
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

describe('what goes wrong on the way', () => {
  it('a page opened while the place is still on its way gets the place too', async () => {
    let answer: (() => void) | undefined
    const slow = new Promise<void>((done) => (answer = done))
    const app = start(
      { scene: demoDoor.code },
      {
        cloud: async (name, data) => {
          await slow
          return cloud.invoke(name, data, { openid: 'oResident_a', source: 'wx_client' })
        },
      },
    )
    await app.until(() => app.page.findAll('#group-drainage').length > 0)
    app.page.tap('#group-drainage')
    await app.until(() => app.page.findAll('#matter-drain-blocked').length > 0)
    app.page.tap('#matter-drain-blocked')
    await app.untilText('先这样做')
    answer?.()
    await app.until(() => app.page.findAll('.contact-main').length > 0)
    expect(app.page.find('.contact-main').text).toContain('和苑物业服务中心')
  })

  it('a neighbour’s card does not change my door', async () => {
    const first = await opened()
    const kept = Object.fromEntries([...first.storage].map(([key, text]) => [key, JSON.parse(text) as unknown]))
    const card = start(
      {},
      {
        storage: kept,
        launch: { path: 'pages/matter/index', query: { id: 'drain-blocked', b: otherBuilding() }, scene: 1008 },
      },
    )
    await card.until(() => card.page.findAll('.contact-main').length > 0)
    const after = Object.fromEntries([...card.storage].map(([key, text]) => [key, JSON.parse(text) as unknown]))
    const next = start({}, { storage: after })
    await next.until(() => next.page.findAll('#phones').length > 0)
    expect(next.page.text).toContain(demoDoor.place)
  })

  it('a card opened again after half a year asks for the numbers anew', async () => {
    const first = await opened()
    const kept = Object.fromEntries(
      [...first.storage].map(([key, text]) => {
        const entry = JSON.parse(text) as { at?: number }
        return [key, entry.at === undefined ? entry : { ...entry, at: entry.at - 200 * 24 * 3600_000 }]
      }),
    )
    const card = start(
      {},
      {
        storage: kept,
        launch: { path: 'pages/matter/index', query: { id: 'drain-blocked', b: demoDoor.buildingId }, scene: 1008 },
      },
    )
    await card.until(() => calls(card).length === 1)
    await card.untilText('数据更新于 今天')
  })

  it('a package that cannot be fetched is said, with a number to call', async () => {
    const app = await opened()
    app.fail('navigateTo /pages/matter/index', 'loadSubpackage fail')
    app.page.tap('#common-drain-blocked')
    await app.until(() => app.dialogue !== undefined)
    app.page.tap('#danger')
    await app.until(() => app.page.route === 'pages/door/danger/index')
    app.answer({ confirm: true })
    await app.until(() => dialled(app).includes('12345'))
    expect(app.problems).toEqual([])
  })

  it('nobody who turned back before calling is asked how it went', async () => {
    const app = await opened()
    app.page.tap('#common-drain-blocked')
    await app.until(() => app.page.findAll('#call-first').length > 0)
    app.fail('makePhoneCall', 'cancel')
    app.page.tap('#call-first')
    await new Promise((done) => setImmediate(done))
    app.fail('makePhoneCall', undefined)
    app.page.tap('#call-first')
    await app.until(() => app.page.findAll('#after-call').length > 0)
    expect(dialled(app)).toHaveLength(2)
    app.page.tap('#after-through')
    await app.untilText('希望事情很快解决')
    app.page.tap('#call-first')
    await app.untilText('打通了吗')
  })

  it('a phone without room is not told that the report is kept', async () => {
    const app = await opened()
    app.page.tap('#common-drain-blocked')
    await app.until(() => app.page.findAll('#call-first').length > 0)
    app.page.tap('#call-first')
    await app.until(() => app.page.findAll('#after-wrong').length > 0)
    app.fail('setStorage', 'exceed max size')
    app.setOffline(true)
    app.page.tap('#after-wrong')
    await app.untilText('现在没有网络')
    expect(app.page.text).not.toContain('自动送出')
  })

  it('a report waits through a fault of ours and through a release that is too old', async () => {
    const refusals = ['server.failed', 'client.too-old']
    let told = 0
    const app = start(
      { scene: demoDoor.code },
      {
        cloud: (name, data) =>
          (data as { action: string }).action === 'contact.report' && told < refusals.length
            ? Promise.resolve({ ok: false, refused: refusals[told++], requestId: 'r' })
            : cloud.invoke(name, data, { openid: 'oResident_c', source: 'wx_client' }),
      },
    )
    await app.until(() => app.page.findAll('#phones').length > 0)
    app.page.tap('#common-drain-blocked')
    await app.until(() => app.page.findAll('#call-first').length > 0)
    const before = cloud.database.find('contactReports', {}).length
    app.page.tap('#call-first')
    await app.until(() => app.page.findAll('#after-wrong').length > 0)
    app.page.tap('#after-wrong')
    await app.untilText('自动送出')
    app.hide()
    app.show()
    await app.until(() => told === 2)
    app.hide()
    app.show()
    await app.until(() => cloud.database.find('contactReports', {}).length === before + 1)
  })

  it('hidden dangers are hidden on the danger page too', async () => {
    const app = start({ scene: 'J8NQW3ZTVX' })
    await app.until(() => app.page.findAll('#phones').length > 0)
    app.page.tap('#danger')
    await app.until(() => app.page.findAll('#danger-fire').length > 0)
    expect(app.page.findAll('#danger-heating-leak')).toEqual([])
    expect(app.page.find('#danger-gas-leak').text).toContain('不开关任何电器')
  })
})

/** A building of another community than the one that tests scan. */
const otherBuilding = () => {
  const [row] = cloud.database.find('doorCodes', { _id: 'J8NQW3ZTVX' })
  return String((row as { buildingId?: unknown } | undefined)?.buildingId)
}
