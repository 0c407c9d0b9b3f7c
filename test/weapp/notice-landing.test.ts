import { doorRowOf, doorUntilOf } from '../../src/domain/notice/door-row'
import { day, hour } from '../../src/domain/time/clock'
import type { DoorNotice } from '../../src/contract/notice-open'
import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { anEdition, aNoticeRow, putNotices, type NoticeDocument } from '../cloud/support/notices'
import { keptBy } from '../support/door-app'
import { openOn, shows, tap, has } from '../support/request-phone'
import type { Weapp } from '../support/weapp'

let cloud: LocalCloud
let openPage: ReturnType<typeof openOn>
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
  openPage = openOn(cloud)
})
afterAll(() => cloud.close())

const home = { b: 'heyuan-1', u: 'heyuan-1-u1' }
const now = Date.now()

/** Power off at building 1 from one hour ago until in two. */
const outage = (over: Partial<DoorNotice> = {}): DoorNotice => ({
  ...{ noticeId: 'landing-out', title: '1号楼今天停电', about: { kind: 'outage', what: 'power' } },
  ...{ span: { from: now - hour, until: now + 2 * hour, isNow: true } },
  ...{ where: { kind: 'buildings', ids: ['heyuan-1'] }, needs: [], isEmergency: false, isChanged: false },
  ...{ state: 'out', endAt: null, outAt: now - hour, writtenAt: now - hour, validUntil: now + day },
  ...over,
})
const emergency = outage({ noticeId: 'landing-fire', isEmergency: true, title: '电缆起火，正在抢修' })
const meeting = outage({
  ...{ noticeId: 'landing-meeting', title: '楼长会', about: { kind: 'meeting', what: 'meeting' } },
  span: { from: now + 2 * day, until: now + 2 * day + hour, isNow: false },
  validUntil: now + 3 * day,
})

/** As a step would have written it. */
const atDoors = (row: NoticeDocument): NoticeDocument => ({
  ...row,
  door: doorRowOf(row._id, row, now),
  doorUntil: doorUntilOf(row),
})

/** What stands at the doors of the community. */
const stand = (...notices: readonly DoorNotice[]) =>
  cloud.database.modify('communities', { _id: 'west-street' }, { $set: { notices } })
const landing = (openid = 'oLanding', query: Record<string, string> = home, options = {}): Weapp =>
  openPage(openid, 'door', query, options)

describe('notices on the landing', () => {
  it('stand in a row with their number, and with what the first means here', async () => {
    stand(outage(), meeting)
    const app = landing()
    await shows(app, '#notices')
    expect(app.page.find('#notices').text).toMatch(/通知.*您所在的1号楼：正在停电，预计.+恢复.*2条/)
  })

  it('of an emergency stand above everything else, and lead to it', async () => {
    const shown = anEdition(now, { isEmergency: true, title: '电缆起火', body: '正在抢修' })
    putNotices(cloud, aNoticeRow(now, { _id: 'landing-fire', shown }))
    stand(outage(), emergency)
    const app = landing()
    await shows(app, '#emergency-landing-fire')
    const { text } = app.page
    expect(text.indexOf('紧急通知')).toBeLessThan(text.indexOf('有危险'))
    await tap(app, '#emergency-landing-fire')
    await app.untilText('正在抢修')
    expect(app.page.route).toBe('pages/notice/view/index')
  })

  it('do not stand at a door that they do not concern', async () => {
    stand(emergency)
    const app = landing('oLanding', { b: 'heyuan-5' })
    await app.untilText('现在没有通知')
    expect(has(app, '#emergency-landing-fire')).toBe(false)
  })

  it('are worked out by the phone: what is over by now is gone, also without a network', async () => {
    stand(outage(), outage({ noticeId: 'landing-old', about: { kind: 'safety', what: 'ice' }, span: null }))
    const first = landing()
    await shows(first, '#notices')
    const storage = { ...keptBy(first) }
    for (const [name, kept] of Object.entries(storage)) {
      if (!name.startsWith('jmk:door:')) continue
      const { value } = kept as { value: { notices: { noticeId: string; validUntil: number }[] } }
      for (const row of value.notices) if (row.noticeId === 'landing-old') row.validUntil = now - 1
    }
    const app = landing('oLanding', home, { storage })
    app.setOffline(true)
    await shows(app, '#notices')
    expect(app.page.find('#notices').text).toContain('1条')
  })

  it('do not trouble a phone that kept its door before there were any', async () => {
    stand()
    const first = landing()
    await shows(first, '#notices')
    const storage = { ...keptBy(first) }
    for (const [name, kept] of Object.entries(storage))
      if (name.startsWith('jmk:door:')) delete (kept as { value: { notices?: unknown } }).value.notices
    const app = landing('oLanding', home, { storage, cloud: () => Promise.reject(new Error('no network')) })
    await app.untilText('现在没有通知')
  })
})

describe('the notices of a door', () => {
  it('stand as what is so now, and as what comes, by days', async () => {
    const later = anEdition(now, {
      ...{ about: { kind: 'meeting', what: 'meeting' }, title: '楼长会' },
      span: { from: now + 2 * day, until: now + 2 * day + hour, isNow: false },
      validUntil: now + 3 * day,
    })
    putNotices(
      cloud,
      atDoors(aNoticeRow(now, { _id: 'door-now' })),
      atDoors(aNoticeRow(now, { _id: 'door-later', shown: later })),
    )
    const app = openPage('oLanding', 'notice/door', home)
    await shows(app, '#present #notice-door-now')
    await shows(app, '#coming #notice-door-later')
    expect(app.page.find('#coming').text).toContain('楼长会')
    expect(has(app, '#present #notice-door-later')).toBe(false)
  })

  it('lead from the row of the landing, and to the notice', async () => {
    stand(outage())
    const app = landing()
    await tap(app, '#notices')
    await app.until(() => app.page.route === 'pages/notice/door/index')
    await tap(app, '#notice-door-now')
    await app.until(() => app.page.route === 'pages/notice/view/index')
  })

  it('are those that were seen last, where there is no network', async () => {
    stand(outage())
    const first = landing()
    await shows(first, '#notices')
    const app = openPage('oLanding', 'notice/door', home, {
      ...{ storage: { ...keptBy(first) }, cloud: () => Promise.reject(new Error('no network')) },
    })
    await shows(app, '#notice-landing-out')
    expect(app.page.text).toContain('现在没有网络')
  })

  it('say so where there is none, and ask which building where nobody knows', async () => {
    await openPage('oLanding', 'notice/door', { b: 'heyuan-5' }).untilText('现在没有通知')
    await openPage('oNobody', 'notice/door').untilText('请先选您住的楼')
  })
})
