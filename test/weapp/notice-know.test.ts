import { minute } from '../../src/domain/time/clock'
import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { put } from '../../src/tools/support/proof/documents'
import { aRoom, livesIn, openingDocument, roomsDocument } from '../../src/tools/support/proof/notice-world'
import { alterNotice, aNoticeRow, anEdition, putNotices, type NoticeOver } from '../cloud/support/notices'
import { dataAs, gridLeader } from '../cloud/support/people'
import { keptBy, startAt } from '../support/door-app'
import type { Weapp, WeappOptions } from '../support/weapp'

jest.setTimeout(120_000)

const unit = (at: number) => `heyuan-1-u${at}`
/** 301, 1001 in unit 1; 201, of whom nobody has a number, in unit 1 too; 302 in unit 2. */
const rooms = [
  aRoom('heyuan-1', '1001', { id: 'r1001', unitId: unit(1), floor: 10 }),
  aRoom('heyuan-1', '301', { id: 'r301', unitId: unit(1), floor: 3 }),
  aRoom('heyuan-1', '801', { id: 'r801', unitId: unit(1), floor: 8, phone: null, consent: false }),
  aRoom('heyuan-1', '302', { id: 'r302', unitId: unit(2), floor: 3 }),
]

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['notices', 'noticeVisits', 'openings', 'homes', 'households', 'counters', 'resends'])
    cloud.database.remove(name, {}, { multi: true })
  put(cloud.database, 'households', [roomsDocument('west-street', 'heyuan-1', rooms)])
})

const own = { c: 'west-street', g: 'west-1' }
function open(page: string, query: Record<string, string>, options: WeappOptions = {}): Weapp {
  const openid = gridLeader
  return startAt(cloud, query, {
    connect: { url: cloud.url, openid },
    cloud: (name, data) => cloud.invoke(name, data, { openid, source: 'wx_client' }),
    launch: { path: `pages/notices/${page}/index`, query, scene: 1001 },
    ...options,
  })
}
const patience = 20_000
const has = (app: Weapp, selector: string) => app.page.findAll(selector).length > 0
const shows = (app: Weapp, selector: string) => app.until(() => has(app, selector), patience)
const says = (app: Weapp, text: string) => app.untilText(text, patience)
const tap = async (app: Weapp, selector: string) => {
  await shows(app, selector)
  app.page.tap(selector)
}
const notice = (over: NoticeOver = {}) => putNotices(cloud, aNoticeRow(Date.now(), over))
const ticks = () =>
  cloud.database
    .find('noticeVisits', {})
    .flatMap((document) => document['ticks'] as unknown as readonly { roomId: string; isUndone: boolean }[])
const doors = (app: Weapp) =>
  ['r801', 'r301', 'r1001', 'r302'].sort(
    (one, other) => app.page.text.indexOf(one.slice(1)) - app.page.text.indexOf(other.slice(1)),
  )
const visit = (id: string, options?: WeappOptions) => open('visit', { ...own, notice: id, b: 'heyuan-1' }, options)

describe('有多少户知道了', () => {
  it('says how many households it concerns and of how many nobody knows', async () => {
    const app = open('reach', { ...own, notice: notice() })
    await shows(app, '#reach-heyuan-1')
    expect(app.page.find('#reach-total').text).toContain('还不清楚：4户')
    expect(app.page.find('#reach-heyuan-1').text).toContain('有人打开过：0户')
  })

  it('says how many have seen only what held before a change', async () => {
    const id = notice()
    alterNotice(cloud, id, { shown: anEdition(Date.now(), { number: 2, title: '停水改到明天' }), wordsSince: 2 })
    put(cloud.database, 'homes', [
      livesIn('early-reader', { communityId: 'west-street', buildingId: 'heyuan-1', unitId: unit(1) }, '301'),
    ])
    const at = Date.now() - minute
    put(cloud.database, 'openings', [openingDocument({ _id: id, communityId: 'west-street' }, 'early-reader', at)])
    const app = open('reach', { ...own, notice: id })
    await shows(app, '#reach-heyuan-1')
    expect(app.page.find('#reach-total').text).toContain('改过之后有0人打开过，另有1人只看过改之前的')
    expect(app.page.find('#reach-heyuan-1').text).toContain('还不清楚：4户，其中1户只知道改之前的')
  })

  it('leads to the visiting list', async () => {
    const app = open('reach', { ...own, notice: notice() })
    await tap(app, '#visit-heyuan-1')
    await app.until(() => app.page.route === 'pages/notices/visit/index')
    await shows(app, '#room-r301')
  })

  it('leads there also where every household has been told, so that a wrong tick can be taken back', async () => {
    const id = notice()
    const input = { noticeId: id, buildingId: 'heyuan-1' }
    const all = ['r1001', 'r301', 'r801', 'r302'].map((roomId) => ({
      tickId: `tick-${roomId}`,
      roomId,
      at: Date.now(),
    }))
    await dataAs(cloud, gridLeader, 'notice.tick', { ...input, ticks: all.map((one) => ({ ...one, isUndone: false })) })
    const app = open('reach', { ...own, notice: id })
    await shows(app, '#reach-heyuan-1')
    expect(app.page.find('#reach-heyuan-1').text).toContain('还不清楚：0户')
    expect(has(app, '#remind-heyuan-1')).toBe(false)
    await tap(app, '#visit-heyuan-1')
    await tap(app, '#undo-r302')
    await app.until(() => ticks().some(({ roomId, isUndone }) => roomId === 'r302' && isUndone))
    await says(app, '4户要上门，已经告知3户')
  })

  it('reminds only after a question', async () => {
    const app = open('reach', { ...own, notice: notice() })
    await tap(app, '#remind-heyuan-1')
    await shows(app, '#remind')
    expect(app.page.find('#remind').text).toContain('每人收到一条微信消息')
    await tap(app, '#remind-main')
    await shows(app, '#reminded')
    expect(app.page.find('#reminded').text).toContain('没有可以提醒的人')
  })
})

describe('上门名单', () => {
  it('puts those without a phone first, and goes floor by floor when asked', async () => {
    const app = visit(notice())
    await shows(app, '#room-r301')
    expect(doors(app)).toEqual(['r801', 'r301', 'r1001', 'r302'])
    await tap(app, '#first-floor')
    await app.until(() => doors(app)[0] === 'r301')
    await tap(app, '#direction-down')
    await app.until(() => doors(app)[0] === 'r1001')
  })

  it('ticks a door, and takes it back', async () => {
    const app = visit(notice())
    await tap(app, '#tick-r301')
    await says(app, '4户要上门，已经告知1户')
    await app.until(() => ticks().length === 1)
    await tap(app, '#undo-r301')
    await says(app, '已经告知0户')
    await app.until(() => ticks().some(({ isUndone }) => isUndone))
  })

  it('works without a network, and says what is not sent yet', async () => {
    const id = notice()
    const app = visit(id)
    await shows(app, '#tick-r301')
    app.setOffline(true)
    await tap(app, '#tick-r301')
    await tap(app, '#tick-r801')
    await says(app, '有2户还没发出去')
    expect(ticks()).toEqual([])
    app.setOffline(false)
    await app.until(() => ticks().length === 2)
    await app.until(() => !app.page.text.includes('没发出去'))
  })

  it('opens again without a network, with what was ticked', async () => {
    const id = notice()
    const app = visit(id)
    await shows(app, '#tick-r301')
    app.setOffline(true)
    await tap(app, '#tick-r301')
    await says(app, '有1户还没发出去')
    const again = visit(id, { storage: keptBy(app), cloud: () => Promise.reject(new Error('no network')) })
    await says(again, '没有网络，下面是')
    expect(again.page.text).toContain('4户要上门，已经告知1户')
  })

  it('keeps rooms on the phone, and nobody’s name or number', async () => {
    const app = visit(notice())
    await shows(app, '#tick-r301')
    const kept = JSON.stringify(keptBy(app))
    expect(kept).toContain('"room":"301"')
    expect(kept).not.toMatch(/1390000|"name"|"phone"|"needs"/)
  })

  it('keeps nothing once the notice is over', async () => {
    const id = notice()
    const app = visit(id)
    await shows(app, '#tick-r301')
    cloud.database.modify('notices', { _id: id }, { $set: { state: 'withdrawn' } })
    const again = visit(id, { storage: keptBy(app) })
    await says(again, '这条通知已经结束，不用再上门了')
    expect(JSON.stringify(keptBy(again))).not.toContain('"room":"301"')
  })

  it('says so where nobody has entered who lives there', async () => {
    cloud.database.remove('households', {}, { multi: true })
    await says(visit(notice()), '这栋楼还没有录入住户')
  })
})
