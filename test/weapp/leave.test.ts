import { day, minute } from '../../src/domain/time/clock'
import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { keys, otherSecretary } from '../cloud/support/people'
import { known, lifeOf, listedForKeepers, put } from '../cloud/support/somebody'
import { callsBy, startAt } from '../support/door-app'
import { inside } from '../support/weapp/fixture'
import type { Weapp, WeappOptions } from '../support/weapp'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
})
afterAll(() => cloud.close())

let leavers = 0
/** Somebody of whom one of everything is kept. */
function aPerson(): string {
  const openid = `openid-of-leaver-${++leavers}`
  put(cloud.database, lifeOf(openid, cloud.clock.now() - day))
  return openid
}

const account = { 'jmk:account': { form: 1, at: 1, value: { purposes: ['account'], hasRole: true } } }
const care = { 'jmk:care': { form: 1, at: 1, value: true } }

function open(openid: string, options: WeappOptions = {}): Weapp {
  return startAt(
    cloud,
    {},
    {
      cloud: (name, data) => cloud.invoke(name, data, { openid, source: 'wx_client' }),
      storage: { ...account, 'jmk:my-door': { form: 1, at: 1, value: {} } },
      launch: { path: 'pages/mine/leave/index', query: {} },
      ...options,
    },
  )
}
const asked = (app: Weapp, action: string) =>
  callsBy(app).filter((call) => (call as { data: { action: string } }).data.action === action)
const isKept = (openid: string) =>
  cloud.database.find('people', { _id: keys.person(openid) }).some(({ name }) => name !== null)
/** Taps what is there, or as soon as it is. */
async function tap(app: Weapp, selector: string) {
  await app.until(() => app.page.findAll(selector).length > 0)
  app.page.tap(selector)
}
/** By way of both questions. */
async function eraseIn(app: Weapp) {
  for (const id of ['#erase-start', '#erase-ask-main', '#erase-sure-main']) await tap(app, id)
}

describe.each([
  ['the usual', {}],
  ['the care', care],
])('导出或删除 in %s edition', (_, edition) => {
  const storage = { ...account, ...edition }

  it('makes a file of everything and forwards it to a chat', async () => {
    const app = open(aPerson(), { storage })
    await tap(app, '#export-start')
    await app.until(() => app.page.findAll('#export-save').length > 0)
    expect(app.page.text).toContain('准备好了，一共 45 条')
    await tap(app, '#export-save')
    await app.untilAsked('shareFileMessage')
    const [{ filePath, fileName }] = app.callsOf('shareFileMessage') as [{ filePath: string; fileName: string }]
    expect(fileName).toMatch(/^家门口-我的信息-\d+年\d+月\d+日\.txt$/)
    const text = inside(app, `wx.getFileSystemManager().readFileSync('${filePath}', 'utf8')`) as string
    expect(text).toContain(known.words)
    app.answer({})
    await app.untilText('已经发出去了')
    expect(app.page.text).not.toContain(known.words)
  })

  it('says what goes and what stays, asks twice, erases, and takes leave', async () => {
    const openid = aPerson()
    const app = open(openid, { storage })
    await app.untilText('三年后自动删除')
    await eraseIn(app)
    await app.until(() => app.page.findAll('#farewell').length > 0)
    expect(isKept(openid)).toBe(false)
    expect([...app.storage.keys()].filter((key) => key.startsWith('jmk:'))).toEqual([])
    await tap(app, '#farewell-home')
    await app.until(() => app.page.route === 'pages/door/index')
  })
})

describe('导出或删除', () => {
  it('offers the file before anything is erased', async () => {
    const openid = aPerson()
    const app = open(openid)
    await tap(app, '#erase-start')
    await app.until(() => app.page.findAll('#erase-ask-other').length > 0)
    expect(app.page.find('#erase-ask').text).toContain('先导出一份')
    await tap(app, '#erase-ask-other')
    await app.until(() => app.page.findAll('#erase-ask').length === 0)
    expect(asked(app, 'me.erase')).toEqual([])
    expect(isKept(openid)).toBe(true)
  })

  it('erases nothing where the last question is answered with no', async () => {
    const openid = aPerson()
    const app = open(openid)
    await tap(app, '#erase-start')
    await tap(app, '#erase-ask-main')
    await app.until(() => app.page.findAll('#erase-sure-other').length > 0)
    await tap(app, '#erase-sure-other')
    await app.until(() => app.page.findAll('#erase-sure').length === 0)
    expect(isKept(openid)).toBe(true)
  })

  it('sends once for a double tap', async () => {
    const openid = aPerson()
    const app = open(openid)
    await tap(app, '#erase-start')
    await tap(app, '#erase-ask-main')
    await app.until(() => app.page.findAll('#erase-sure-main').length > 0)
    app.page.tap('#erase-sure-main')
    app.page.tap('#erase-sure-main')
    await app.until(() => app.page.findAll('#farewell').length > 0)
    expect(asked(app, 'me.erase')).toHaveLength(1)
  })

  it('sends the same again where the reply was lost, and erases once', async () => {
    const openid = aPerson()
    let lost = 0
    const app = open(openid, {
      cloud: async (name, data) => {
        const reply = await cloud.invoke(name, data, { openid, source: 'wx_client' })
        if ((data as { action: string }).action === 'me.erase' && ++lost <= 2) throw new Error('lost')
        return reply
      },
    })
    await eraseIn(app)
    await app.untilText('没有连上')
    expect(app.storage.has('jmk:account')).toBe(true)
    await eraseIn(app)
    await app.until(() => app.page.findAll('#farewell').length > 0)
    const sent = asked(app, 'me.erase').map((call) => (call as { data: { key: string } }).data.key)
    expect(new Set(sent).size).toBe(1)
    expect(cloud.database.find('audits', { verb: 'me.erase', actor: keys.person(openid) })).toHaveLength(1)
  })

  it('keeps what the phone keeps, and says why, where the only secretary may not leave', async () => {
    const app = open(otherSecretary)
    await eraseIn(app)
    await app.untilText('唯一的书记')
    expect(app.storage.has('jmk:account')).toBe(true)
  })

  it('says so where there is no network, and goes on when it is back', async () => {
    const app = open(aPerson())
    app.setOffline(true)
    await tap(app, '#export-start')
    await app.untilText('看过的内容还能打开')
    app.setOffline(false)
    await tap(app, '#export-start')
    await app.until(() => app.page.findAll('#export-save').length > 0)
  })

  it('copies the text where no file can be forwarded', async () => {
    const app = open(aPerson())
    app.fail('shareFileMessage', 'fail not supported')
    await tap(app, '#export-start')
    await app.until(() => app.page.findAll('#export-save').length > 0)
    await tap(app, '#export-save')
    await app.untilText('内容已经复制好了')
  })

  it('never shows the text itself: what the page is told stays small', async () => {
    const app = open(aPerson())
    await tap(app, '#export-start')
    await app.until(() => app.page.findAll('#export-save').length > 0)
    expect(JSON.stringify(app.page.payloads)).not.toContain(known.words)
    expect(Math.max(...app.page.payloads.map(({ bytes }) => bytes))).toBeLessThan(32 * 1024)
  })
})

describe('the lists of keepers', () => {
  const at = Date.parse('2026-11-18T12:00:00+08:00')
  const secretary = 'demo-secretary'
  const openList = (page: string, openid = secretary, options: WeappOptions = {}) =>
    open(openid, { launch: { path: `pages/work/${page}/index`, query: { c: 'west-street' } }, ...options })
  beforeAll(() => put(cloud.database, listedForKeepers))

  it.each([
    ['the usual', account],
    ['the care', { ...account, ...care }],
  ])('show what was done, by whom and why, in %s edition', async (_, storage) => {
    const app = openList('audits', secretary, { storage })
    await app.untilText('看了成员的电话号码')
    expect(app.page.find('#audit-listed').text).toContain('原因：今晚换班')
  })

  it.each([
    ['the usual', account],
    ['the care', { ...account, ...care }],
  ])('show which numbers fail and what was not found, in %s edition', async (_, storage) => {
    const app = openList('reports', 'demo-street', { storage })
    await app.until(() => app.page.findAll('#report-listed').length > 0)
    expect(app.page.find('#report-listed').text).toContain('名录里已经换了号码')
    await tap(app, '#report-listed-action')
    await app.until(() => app.callsOf('makePhoneCall').length > 0)
    app.page.tap(app.page.byText('没找到的事'))
    await app.until(() => app.page.findAll('#miss-listed').length > 0)
    expect(app.page.find('#miss-listed').text).toMatch(/哪里能修伞.*3次.*当时显示的是：/)
  })

  it('say kindly who may not see them', async () => {
    const app = openList('audits', 'demo-volunteer')
    await app.untilText('您现在不能看或办这件事')
  })

  it.each(['audits', 'reports'])(
    'say what helps where nothing could be fetched, and fetch it then: %s',
    async (page) => {
      let isDown = true
      const app = openList(page, secretary, {
        cloud: async (name, data) => {
          if (isDown) throw new Error('down')
          return cloud.invoke(name, data, { openid: secretary, source: 'wx_client' })
        },
      })
      await app.untilText('没有连上')
      isDown = false
      await tap(app, '#state-action')
      await app.until(() => app.page.findAll('.fact').length > 0)
    },
  )

  it('opened without a community lead to the workbench', async () => {
    const app = open(secretary, { launch: { path: 'pages/work/reports/index', query: {} } })
    await tap(app, '#state-action')
    await app.until(() => app.page.route === 'pages/work/index')
  })

  it('come twenty at a time, within what one setData may carry', async () => {
    const many = Array.from({ length: 45 }, (_, i) => ({
      ...listedForKeepers.audits?.[0],
      _id: `m-${i}`,
      at: at - minute * (i + 1),
    }))
    put(cloud.database, { audits: many })
    const app = openList('audits')
    await app.until(() => app.page.findAll('.fact').length === 20)
    expect(Math.max(...app.page.payloads.map(({ bytes }) => bytes))).toBeLessThan(32 * 1024)
    await tap(app, '#more')
    await app.until(() => app.page.findAll('.fact').length === 40)
  })
})
