import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { confirmed, newEstate, prepared, workbookOf, worked } from '../cloud/support/files'
import { dutyMember, gridLeader, otherGridLeader, secretary } from '../cloud/support/people'
import { membershipOf } from '../cloud/support/roles'
import { dialledBy, startAt } from '../support/door-app'
import type { Weapp, WeappOptions } from '../support/weapp'

jest.setTimeout(120_000)

let cloud: LocalCloud
/** One with 320 rooms in two units, and one without any. */
let full: string
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
  const sheets = newEstate(cloud, 1, 320)
  const buildings = (sheets['楼栋'] ?? []).map((row) =>
    row[0] === '新苑' ? [row[0], row[1] ?? '', '第一网格', row[3] ?? '', null] : row,
  )
  const importId = await prepared(cloud, workbookOf({ ...sheets, 楼栋: buildings }))
  await confirmed(cloud, importId, true)
  await worked(cloud, importId)
  full = cloud.database.find('households', {})[0]?.['buildingId'] as string
})
afterAll(() => cloud.close())

const own = (building: string) => ({ c: 'west-street', g: 'west-1', building })
function open(query: Record<string, string>, openid = gridLeader, options: WeappOptions = {}): Weapp {
  return startAt(cloud, query, {
    connect: { url: cloud.url, openid },
    cloud: (name, data) => cloud.invoke(name, data, { openid, source: 'wx_client' }),
    launch: { path: 'pages/directory/households/index', query, scene: 1001 },
    ...options,
  })
}
const has = (app: Weapp, selector: string) => app.page.findAll(selector).length > 0
/** Longer than the first call of a function takes on a busy computer (ms). */
const patience = 20_000
const shows = (app: Weapp, selector: string) => app.until(() => has(app, selector), patience)
const says = (app: Weapp, text: string) => app.untilText(text, patience)
const tap = async (app: Weapp, selector: string) => {
  await shows(app, selector)
  app.page.tap(selector)
}
const type = async (app: Weapp, selector: string, words: string) => {
  await shows(app, selector)
  app.page.type(selector, words)
  await app.until(() => app.page.find(selector).attribute('value') === words, patience)
}
const rooms = (app: Weapp) => app.page.findAll('.fact').length
const looks = (role = 'grid-leader') => cloud.database.find('audits', { verb: 'household.look', role }).length

describe('住户', () => {
  it('says that a look is logged before it is, and looks only then', async () => {
    const app = open(own(full))
    await says(app, '您看了就会记下来')
    expect(looks()).toBe(0)
    await tap(app, '#households-open')
    await says(app, '已经看到300户，后面还有')
    expect(looks()).toBe(1)
  })

  it('shows what to mind in words, and dials the number', async () => {
    const app = open(own(full))
    await tap(app, '#households-open')
    await says(app, '要注意：60岁以上、一个人住')
    expect(app.page.text).toContain('王阿姨')
    await tap(app, '.phone-sign')
    await app.until(() => dialledBy(app).length === 1, patience)
    expect(dialledBy(app)).toEqual(['13900000000'])
  })

  it('shows twenty at a time', async () => {
    const app = open(own(full))
    await tap(app, '#households-open')
    await app.until(() => rooms(app) === 20, patience)
    await tap(app, '#more')
    await app.until(() => rooms(app) === 40, patience)
  })

  it('finds a room by its number and unit, also among those of a further part', async () => {
    const app = open(own(full))
    await tap(app, '#households-open')
    await type(app, '#room-search', '259')
    await says(app, '前面的住户里没有“259”')
    await tap(app, '#further')
    await says(app, '一共320户')
    await app.until(() => rooms(app) === 2, patience)
    await tap(app, '#unit-1')
    await app.until(() => rooms(app) === 1, patience)
    await type(app, '#room-search', '9999')
    await says(app, '这栋楼没有登记“9999”')
  })

  it('leaves nothing on the phone', async () => {
    const app = open(own(full))
    await tap(app, '#households-open')
    await says(app, '王阿姨')
    expect(JSON.stringify([...app.storage])).not.toMatch(/王阿姨|13900000000|独居/)
  })

  it('says who may write down households where there are none', async () => {
    const app = open(own('heyuan-1'))
    await tap(app, '#households-open')
    await says(app, '这栋楼还没有登记住户')
  })

  it('lets a duty member choose the building first', async () => {
    const app = open({ c: 'west-street' }, dutyMember)
    await tap(app, '#estate-heyuan')
    await tap(app, '#building-heyuan-1')
    await tap(app, '#unit-none')
    await says(app, '您看了就会记下来')
  })

  it('asks a duty member whether they are on duty, and shows nobody before', async () => {
    const app = open({ c: 'west-street', building: full }, dutyMember)
    await tap(app, '#households-open')
    await says(app, '您正在值班吗？')
    await says(app, '12小时内有效')
    expect(app.page.text).not.toContain('王阿姨')
    expect(looks('duty')).toBe(0)
    await tap(app, '#on-duty')
    await says(app, '王阿姨')
    expect(looks('duty')).toBe(1)
    const again = open({ c: 'west-street', building: full }, dutyMember)
    await tap(again, '#households-open')
    await says(again, '王阿姨')
  })

  it('is a way of the workbench for those who may look', async () => {
    const openid = dutyMember
    const app = open({}, openid, { launch: { path: 'pages/work/index', query: {}, scene: 1001 } })
    await tap(app, `#households-${membershipOf(openid, 'duty')}`)
    await app.until(() => app.page.route === 'pages/directory/households/index', patience)
  })

  it('tells a secretary who sees them, and why not everybody', async () => {
    const app = open({ c: 'west-street', building: full }, secretary)
    await says(app, '住户只有本网格的网格长和值班党员能看')
    expect(has(app, '#households-open')).toBe(false)
  })

  it('is refused to the leader of another grid', async () => {
    const app = open({ c: 'west-street', g: 'west-2', building: full }, otherGridLeader)
    await tap(app, '#households-open')
    await says(app, '住户只有本网格的网格长和值班党员能看')
  })

  it('waits for the network, and goes on at a tap', async () => {
    const app = open(own(full))
    await shows(app, '#households-open')
    app.setOffline(true)
    await tap(app, '#households-open')
    await says(app, '现在没有网络')
    app.setOffline(false)
    await tap(app, '#state-action')
    await says(app, '王阿姨')
  })
})
