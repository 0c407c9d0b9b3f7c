import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { demoDoor } from '../support/demo'
import { callsBy, dialledBy, keptBy, openDoorIn, startAt } from '../support/door-app'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
})
afterAll(() => cloud.close())

describe('what goes wrong on the way', () => {
  it('a page opened while the place is still on its way gets the place too', async () => {
    let answer: (() => void) | undefined
    const slow = new Promise<void>((done) => (answer = done))
    const app = startAt(
      cloud,
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
    const first = await openDoorIn(cloud)
    const kept = keptBy(first)
    const card = startAt(
      cloud,
      {},
      {
        storage: kept,
        launch: { path: 'pages/matter/index', query: { id: 'drain-blocked', b: otherBuilding() }, scene: 1008 },
      },
    )
    await card.until(() => card.page.findAll('.contact-main').length > 0)
    const after = keptBy(card)
    const next = startAt(cloud, {}, { storage: after })
    await next.until(() => next.page.findAll('#phones').length > 0)
    expect(next.page.text).toContain(demoDoor.place)
  })

  it('a card opened again after half a year asks for the numbers anew', async () => {
    const first = await openDoorIn(cloud)
    const kept = Object.fromEntries(
      [...first.storage].map(([key, text]) => {
        const entry = JSON.parse(text) as { at?: number }
        return [key, entry.at === undefined ? entry : { ...entry, at: entry.at - 200 * 24 * 3600_000 }]
      }),
    )
    const card = startAt(
      cloud,
      {},
      {
        storage: kept,
        launch: { path: 'pages/matter/index', query: { id: 'drain-blocked', b: demoDoor.buildingId }, scene: 1008 },
      },
    )
    await card.until(() => callsBy(card).length === 1)
    await card.untilText('数据更新于 今天')
  })

  it('a package that cannot be fetched is said, with a number to call', async () => {
    const app = await openDoorIn(cloud)
    app.fail('navigateTo /pages/matter/index', 'loadSubpackage fail')
    app.page.tap('#common-drain-blocked')
    await app.until(() => app.dialogue !== undefined)
    app.page.tap('#danger')
    await app.until(() => app.page.route === 'pages/door/danger/index')
    app.answer({ confirm: true })
    await app.until(() => dialledBy(app).includes('12345'))
    expect(app.problems).toEqual([])
  })

  it('nobody who turned back before calling is asked how it went', async () => {
    const app = await openDoorIn(cloud)
    app.page.tap('#common-drain-blocked')
    await app.until(() => app.page.findAll('#call-first').length > 0)
    app.fail('makePhoneCall', 'cancel')
    app.page.tap('#call-first')
    await new Promise((done) => setImmediate(done))
    app.fail('makePhoneCall', undefined)
    app.page.tap('#call-first')
    await app.until(() => app.page.findAll('#after-call').length > 0)
    expect(dialledBy(app)).toHaveLength(2)
    app.page.tap('#after-through')
    await app.untilText('希望事情很快解决')
    app.page.tap('#call-first')
    await app.untilText('打通了吗')
  })

  it('a phone without room is not told that the report is kept', async () => {
    const app = await openDoorIn(cloud)
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
    const app = startAt(
      cloud,
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

  it('a write that this release no longer knows is refused once by the server, and waits no longer', async () => {
    const first = await openDoorIn(cloud)
    const at = Date.now()
    const gone = { action: 'contact.gone', input: {}, key: 'key-of-an-older-release', release: 1, at }
    const app = await openDoorIn(cloud, {
      storage: { ...keptBy(first), 'jmk:outbox': { form: 1, at, value: [gone] } },
    })
    await app.until(() => keptBy(app)['jmk:outbox'] !== undefined && outboxOf(keptBy(app)).length === 0)
    app.hide()
    app.show()
    const asked = callsBy(app).filter((call) => JSON.stringify(call).includes(gone.action))
    expect(asked).toHaveLength(1)
  })

  it('hidden dangers are hidden on the danger page too', async () => {
    const app = startAt(cloud, { scene: 'J8NQW3ZTVX' })
    await app.until(() => app.page.findAll('#phones').length > 0)
    app.page.tap('#danger')
    await app.until(() => app.page.findAll('#danger-fire').length > 0)
    expect(app.page.findAll('#danger-heating-leak')).toEqual([])
    expect(app.page.find('#danger-gas-leak').text).toContain('不开关任何电器')
  })
})

describe('a number behind an exchange', () => {
  it('is dialled without its extension, which is said where it is pressed', async () => {
    extend('west-property', '-8012')
    const app = await openDoorIn(cloud)
    app.page.tap('#common-drain-blocked')
    await app.until(() => app.page.findAll('.contact-main').length > 0)
    expect(app.page.find('.contact-main').text).toContain('0371-68001234转8012：接通后再拨8012')
    app.page.tap('#call-first')
    await app.until(() => dialledBy(app).length > 0)
    expect(dialledBy(app)).toEqual(['037168001234'])
  })
})

/** Every number of an agency is that of an exchange with an extension behind it. */
function extend(agencyId: string, extension: string): void {
  const [community] = cloud.database.find('communities', { _id: 'west-street' }) as unknown as readonly {
    readonly agencies: readonly { readonly id: string; readonly phones: readonly object[] }[]
  }[]
  const agencies = (community?.agencies ?? []).map((agency) =>
    agency.id === agencyId
      ? { ...agency, phones: agency.phones.map((phone) => ({ ...phone, number: `0371-68001234${extension}` })) }
      : agency,
  )
  cloud.database.modify('communities', { _id: 'west-street' }, { $set: { agencies } })
}

const outboxOf = (kept: Record<string, unknown>) => (kept['jmk:outbox'] as { value: readonly unknown[] }).value

/** A building of another community than the one that tests scan. */
const otherBuilding = () => {
  const [row] = cloud.database.find('doorCodes', { _id: 'J8NQW3ZTVX' })
  return String((row as { buildingId?: unknown } | undefined)?.buildingId)
}
