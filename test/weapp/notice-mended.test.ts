import { day, hour } from '../../src/domain/time/clock'
import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { consent, dataAs } from '../cloud/support/people'
import { anEdition, aNoticeRow, putNotices } from '../cloud/support/notices'
import { keptBy } from '../support/door-app'
import { agreedBefore, openOn, shows, tap } from '../support/request-phone'

let cloud: LocalCloud
let openPage: ReturnType<typeof openOn>
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
  openPage = openOn(cloud)
})
afterAll(() => cloud.close())

const home = { b: 'heyuan-1', u: 'heyuan-1-u1' }
const put = () => {
  const now = Date.now() - hour
  return putNotices(cloud, aNoticeRow(now, { shown: anEdition(now) }))
}
const signed = () => {
  const now = Date.now() - hour
  const about = { kind: 'meeting', what: 'consultation' } as const
  const shown = anEdition(now, { about, span: null, validUntil: now + 3 * day })
  const consultation = {
    ...{ options: [{ id: 'yes', text: '同意' }], most: 1, until: now + 2 * day, isSigned: true },
    ...({ each: 'person', names: 'office' } as const),
  }
  return putNotices(cloud, aNoticeRow(now, { shown, consultation }))
}

describe('the ordinary link of a poster', () => {
  it.each([
    ['as the runbook has it', 'https://example.cn/n/'],
    ['with another beginning', 'https://example.cn/jiamenkou/notice/'],
  ])('opens its notice %s', async (_, link) => {
    const app = openPage('oScans', 'notice/view', { q: encodeURIComponent(link + put()) })
    await app.untilText('水管抢修')
  })
})

describe('知道了 without a network', () => {
  it('still says that it waits when the app is opened again, and no longer once it has arrived', async () => {
    const id = put()
    const first = openPage('oKnows', 'notice/view', { id, ...home }, { storage: agreedBefore })
    await shows(first, '#know')
    first.setOffline(true)
    await tap(first, '#know')
    await first.untilText('记下了，有网络时自动告诉社区')
    const again = openPage('oKnows', 'notice/view', { id, ...home }, { storage: keptBy(first) })
    again.setOffline(true)
    await again.untilText('记下了，有网络时自动告诉社区')
    again.setOffline(false)
    await again.untilText('点了知道了')
    expect(again.page.text).not.toContain('记下了，有网络时自动告诉社区')
  })
})

describe('a phone that has shown a consent sheet', () => {
  it('keeps no signature', async () => {
    const id = signed()
    await consent(cloud, 'oSigns')
    await dataAs(cloud, 'oSigns', 'voice.say', { noticeId: id, choices: ['yes'], words: '', name: '张桂兰' })
    const app = openPage('oSigns', 'notice/view', { id, ...home }, { storage: agreedBefore })
    await app.untilText('张桂兰')
    await app.until(() => JSON.stringify(keptBy(app)).includes(id))
    expect(JSON.stringify(keptBy(app))).not.toContain('张桂兰')
  })
})
