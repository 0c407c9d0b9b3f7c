import { dayOf } from '../../src/domain/time/clock'
import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { consent, gridLeader, handlerMember, secretary } from '../cloud/support/people'
import { readWorkbook } from '../cloud/support/read-workbook'
import { aRequest } from '../cloud/support/request-row'
import { acted, filed, filer } from '../cloud/support/requests'
import { startAt } from '../support/door-app'
import type { Weapp, WeappOptions } from '../support/weapp'
import { inside } from '../support/weapp/fixture'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
  await consent(cloud, filer)
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['requests', 'audits']) cloud.database.remove(name, {}, { multi: true })
  cloud.database.modify('communities', { _id: 'west-street' }, { $unset: { requestClocks: '' } })
})

const west = { c: 'west-street' }
const openAs = (
  openid: string,
  page: string,
  query: Record<string, string> = west,
  options: WeappOptions = {},
): Weapp =>
  startAt(cloud, query, {
    cloud: (name, data) => cloud.invoke(name, data, { openid, source: 'wx_client' }),
    launch: { path: `pages/desk/${page}/index`, query, scene: 1001 },
    ...options,
  })
const shown = (app: Weapp, selector: string) => app.until(() => app.page.findAll(selector).length > 0)
const gone = (app: Weapp, selector: string) => app.until(() => app.page.findAll(selector).length === 0)
const tap = async (app: Weapp, selector: string) => {
  await shown(app, selector)
  app.page.tap(selector)
}

let counted = 0
/** Requests that were filed just now, told to everybody. */
function put(count: number, over: Parameters<typeof aRequest>[1] = {}) {
  const now = cloud.clock.now()
  const rows = Array.from({ length: count }, () => {
    const id = `seen-${++counted}`
    return {
      ...aRequest(now, { _id: id, turn: id, serial: 100 + counted, day: dayOf(now), ...over }),
      shape: 1,
      version: 1,
    }
  })
  cloud.database.insert('requests', rows)
  return rows
}

/** One that was done and confirmed. */
async function confirmed() {
  const { requestId } = await filed(cloud, { matterId: 'property-none' })
  await acted(cloud, gridLeader, requestId, { verb: 'accept', words: null })
  await acted(cloud, gridLeader, requestId, { verb: 'propose-resolution', words: '谈好了', pictures: [] })
  await acted(cloud, filer, requestId, { verb: 'confirm', words: null })
}

describe('办得怎样', () => {
  it('says how many of how many, and that silence is no yes', async () => {
    await confirmed()
    put(2, { state: 'resolved', endedAt: cloud.clock.now(), endedBy: 'silence' })
    put(1)
    const app = openAs(secretary, 'figures')
    await app.untilText('3件里1件')
    expect(app.page.text).toContain('1件居民说办好了，2件办结了但居民没说，不算办好。')
    expect(app.page.text).toContain('这段时间提出4件')
    expect(app.page.find('#satisfied').text).toContain('还说不上')
    await app.untilText('西街社区')
  })

  it('asks for another period on a tap', async () => {
    put(2, { filedAt: cloud.clock.now() - 20 * 86_400_000 })
    const app = openAs(secretary, 'figures')
    await app.untilText('这段时间提出2件')
    await tap(app, '#period-7')
    await app.untilText('这段时间没有人提诉求')
    await tap(app, '#period-90')
    await app.untilText('这段时间提出2件')
  })

  it('leads from a building to its list', async () => {
    put(1)
    const app = openAs(gridLeader, 'figures', { ...west, g: 'west-1' })
    await tap(app, '#building-heyuan-1')
    await app.until(() => app.page.route === 'pages/desk/index')
    expect(app.page.query).toMatchObject({ c: 'west-street', g: 'west-1', b: 'heyuan-1' })
    await app.untilText('和苑小区 1号楼')
    await shown(app, '#requests')
  })

  it('says why where it is not for somebody, and which desk where none is named', async () => {
    const app = openAs(handlerMember, 'figures')
    await shown(app, '.state')
    expect(app.page.findAll('#figures')).toEqual([])
    const nowhere = openAs(secretary, 'figures', {})
    await nowhere.untilText('请从工作台打开这一页')
  })
})

describe('登记表', () => {
  it('shows the day’s lines as on paper', async () => {
    const [row] = put(1)
    const app = openAs(secretary, 'sheet')
    await shown(app, `#line-${row?._id ?? ''}`)
    for (const text of [
      '来源：本人',
      '楼门口的下水井堵了',
      '责任单位：和苑物业',
      '已派单；按职责派给了和苑物业',
      '时限：',
    ]) {
      expect(app.page.text).toContain(text)
    }
  })

  it('is taken along as a workbook that WeChat opens, once for two taps', async () => {
    put(2)
    const app = openAs(secretary, 'sheet')
    await shown(app, '#take-sheet')
    app.page.tap('#take-sheet')
    app.page.tap('#take-sheet')
    await app.until(() => app.callsOf('openDocument').length > 0)
    await gone(app, '.button-busy')
    const [{ filePath }] = app.callsOf('openDocument') as [{ filePath: string }]
    expect(filePath).toMatch(/登记表-\d{4}-\d\d-\d\d\.xlsx$/)
    const bytes = inside(app, `wx.getFileSystemManager().readFileSync('${filePath}', 'base64')`) as string
    expect(readWorkbook(Buffer.from(bytes, 'base64')).rows).toHaveLength(6)
    expect(app.callsOf('openDocument')).toHaveLength(1)
    expect(cloud.database.find('audits', { verb: 'request.sheet' })).toHaveLength(1)
  })

  it('says so where the phone could not open it', async () => {
    put(1)
    const app = openAs(secretary, 'sheet')
    await shown(app, '#take-sheet')
    app.fail('openDocument', 'not supported')
    app.fail('saveFileToDisk', 'not supported')
    app.page.tap('#take-sheet')
    await app.untilText('表格没能打开')
  })

  it('goes back a day, and a week', async () => {
    const yesterday = cloud.clock.now() - 86_400_000
    put(1, { filedAt: yesterday, day: dayOf(yesterday) })
    const app = openAs(secretary, 'sheet')
    await app.untilText('这一天没有登记')
    expect(app.page.findAll('#take-sheet')).toEqual([])
    await tap(app, `#day-${dayOf(yesterday)}`)
    await app.untilText('楼门口的下水井堵了')
    await tap(app, '#day-earlier')
    await shown(app, `#day-${dayOf(cloud.clock.now() - 7 * 86_400_000)}`)
    await tap(app, '#day-later')
    await shown(app, `#day-${dayOf(yesterday)}`)
  })
})

describe('办理时限', () => {
  it('lets the secretary promise more, and says from when it counts', async () => {
    const app = openAs(secretary, 'clocks')
    await tap(app, '#normal-response-action')
    await app.untilText('还按原来答应的')
    await tap(app, `#time-${30 * 60_000}`)
    await shown(app, `#time-${30 * 60_000}.choice-on`)
    await tap(app, '#tighten-main')
    await app.untilText('改好了')
    expect(app.page.find('#normal-response').text).toContain('30分钟（上班时间）内')
    expect(app.page.find('#normal-response').text).toContain('统一时限是1个工作小时内')
    const [community] = cloud.database.find('communities', { _id: 'west-street' })
    expect(community?.['requestClocks']).toEqual([{ class: 'normal', response: 0.5, resolution: null }])
  })

  it('keeps the other promise of the class, and goes back to the table', async () => {
    const app = openAs(secretary, 'clocks')
    for (const [clock, choice] of [
      ['utilities-response', 15 * 60_000],
      ['utilities-resolution', 8 * 3_600_000],
      ['utilities-response', 'table'],
    ] as const) {
      await tap(app, `#${clock}-action`)
      await tap(app, `#time-${choice}`)
      await shown(app, `#time-${choice}.choice-on`)
      await tap(app, '#tighten-main')
      await gone(app, '#tighten')
    }
    const [community] = cloud.database.find('communities', { _id: 'west-street' })
    expect(community?.['requestClocks']).toEqual([{ class: 'utilities', response: null, resolution: 8 }])
  })

  it('changes nothing where the secretary turns back', async () => {
    const app = openAs(secretary, 'clocks')
    await tap(app, '#complex-resolution-action')
    await tap(app, '#tighten-other')
    await gone(app, '#tighten')
    expect(cloud.database.find('audits', {})).toEqual([])
  })

  it('are only read by a grid leader', async () => {
    const app = openAs(gridLeader, 'clocks', { ...west, g: 'west-1' })
    await app.untilText('只有社区书记能改')
    await shown(app, '#clocks')
    expect(app.page.findAll('#normal-response-action')).toEqual([])
  })
})
