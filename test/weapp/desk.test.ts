import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { consent, dutyMember, gridLeader, handlerMember, secretary, street } from '../cloud/support/people'
import { acted, alterRequest, filed, filer, property, requestOf } from '../cloud/support/requests'
import { keptBy, startAt } from '../support/door-app'
import type { Weapp, WeappOptions } from '../support/weapp'

let cloud: LocalCloud
beforeEach(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
  for (const openid of [filer, handlerMember, gridLeader, dutyMember]) await consent(cloud, openid)
})
afterEach(() => cloud.close())

const open = (openid: string, page: string, query: Record<string, string>, options: WeappOptions = {}): Weapp =>
  startAt(cloud, query, {
    connect: { url: cloud.url, openid },
    cloud: (name, data) => cloud.invoke(name, data, { openid, source: 'wx_client' }),
    launch: { path: `pages/${page}`, query, scene: 1001 },
    ...options,
  })
const has = (app: Weapp, selector: string) => app.page.findAll(selector).length > 0
const shows = (app: Weapp, selector: string) => app.until(() => has(app, selector))
const tap = async (app: Weapp, selector: string) => {
  await shows(app, selector)
  app.page.tap(selector)
}
const west = { c: 'west-street' }
const grid = { ...west, g: 'west-1' }
const agency = { ...west, a: property }
const late = { dueAt: Date.now() - 60_000 }

describe('诉求办理', () => {
  it('lists what is due first, with where, how it stands and until when', async () => {
    const first = await filed(cloud)
    const urgent = await filed(cloud, { matterId: 'water-no-supply', words: '停水了', where: 'home' })
    const app = open(secretary, 'desk/index', west)
    await shows(app, `#request-${first.requestId}`)
    const rows = app.page.findAll('#requests .row').map((row) => row.attribute('id'))
    expect(rows.indexOf(`request-${urgent.requestId}`)).toBeLessThan(rows.indexOf(`request-${first.requestId}`))
    const row = app.page.find(`#request-${first.requestId}`).text
    for (const part of ['楼道灯', '1号楼', '已派单', first.number]) expect(row).toContain(part)
    expect(row).toMatch(/前联系/)
  })

  it('says by a word that something is late, that it is watched over, and that somebody has to be called', async () => {
    const { requestId } = await filed(cloud)
    alterRequest(cloud, requestId, { ...late, supervised: true, mustCallBack: true })
    const app = open(gridLeader, 'desk/index', grid)
    await shows(app, `#request-${requestId}`)
    const row = app.page.find(`#request-${requestId}`).text
    for (const part of ['超时', '督办', '要回访']) expect(row).toContain(part)
    expect(has(app, `#request-${requestId} .icon-alarm`)).toBe(true)
  })

  it('a handler finds what was given to the own agency, and no way to write for others', async () => {
    const theirs = await filed(cloud)
    const others = await filed(cloud, { matterId: null, words: '说不清' })
    const app = open(handlerMember, 'desk/index', agency)
    await shows(app, `#request-${theirs.requestId}`)
    expect(has(app, `#request-${others.requestId}`)).toBe(false)
    expect(has(app, '#desk-write')).toBe(false)
    expect(has(app, '#desk-building')).toBe(false)
  })

  it('shows a drawer at a time, and says so where it is empty', async () => {
    const { requestId } = await filed(cloud)
    const app = open(gridLeader, 'desk/index', grid)
    await shows(app, `#request-${requestId}`)
    app.page.tap('#drawer-paused')
    await app.untilText('没有挂起的')
    app.page.tap('#drawer-doing')
    await shows(app, `#request-${requestId}`)
  })

  it('can be asked for one building, and for all of them again', async () => {
    const here = await filed(cloud)
    const there = await filed(cloud, { buildingId: 'heyuan-2' })
    const app = open(secretary, 'desk/index', west)
    await shows(app, `#request-${there.requestId}`)
    app.page.tap('#desk-building')
    await tap(app, '#building-heyuan-1')
    await app.until(() => has(app, `#request-${here.requestId}`) && !has(app, `#request-${there.requestId}`))
    app.page.tap('#desk-building')
    await tap(app, '#pick-back')
    await shows(app, `#request-${there.requestId}`)
  })

  it('comes twenty at a time', async () => {
    const { requestId } = await filed(cloud)
    const row = requestOf(cloud, requestId)
    cloud.database.insert(
      'requests',
      Array.from({ length: 24 }, (_, at) => ({ ...row, _id: `more-${at}`, serial: 500 + at, turn: `more-${at}` })),
    )
    const app = open(secretary, 'desk/index', west)
    await shows(app, '#requests')
    expect(app.page.findAll('#requests .row')).toHaveLength(20)
    app.page.tap('#more')
    await app.until(() => app.page.findAll('#requests .row').length === 25)
  })

  it('is read anew when one comes back from a request', async () => {
    const { requestId } = await filed(cloud)
    const app = open(handlerMember, 'desk/index', agency)
    await tap(app, `#request-${requestId}`)
    await shows(app, '#case')
    await acted(cloud, handlerMember, requestId, { verb: 'start', words: null })
    app.back()
    await app.until(
      () => has(app, `#request-${requestId}`) && app.page.find(`#request-${requestId}`).text.includes('处理中'),
    )
  })

  it('without a network says so, and keeps nothing of anybody on the phone', async () => {
    const { requestId } = await filed(cloud)
    const app = open(secretary, 'desk/index', west)
    await shows(app, `#request-${requestId}`)
    expect(JSON.stringify(keptBy(app))).not.toContain('楼道灯一直不亮')
    app.setOffline(true)
    app.page.tap('#drawer-todo')
    await app.untilText('现在没有网络')
  })

  it('opened without a place leads to the workbench', async () => {
    const app = open(secretary, 'desk/index', {})
    await app.untilText('请从工作台打开这一页')
  })

  it('the street sees the whole community and writes for nobody', async () => {
    const { requestId } = await filed(cloud)
    const app = open(street, 'desk/index', west)
    await shows(app, `#request-${requestId}`)
    expect(has(app, '#desk-write')).toBe(false)
  })
})

describe('the workbench', () => {
  it.each([
    ['a handler', handlerMember, '1件'],
    ['a grid leader', gridLeader, '1件'],
    ['a duty member', dutyMember, '1件'],
    ['the street', street, '1件'],
  ])('leads %s to the requests, with how many wait', async (_, openid, waiting) => {
    const given = await filed(cloud)
    await filed(cloud, { matterId: null, words: '说不清' })
    const app = open(openid, 'work/index', {})
    await app.until(() => app.page.text.includes('诉求'))
    const row = app.page.findAll('.row').find((one) => one.text.startsWith('诉求'))
    expect(row?.text).toContain(waiting)
    if (!row) throw new Error('no row')
    app.page.tap(row)
    await shows(app, openid === handlerMember ? `#request-${given.requestId}` : '#requests')
  })

  it('says first what is late', async () => {
    const { requestId } = await filed(cloud)
    alterRequest(cloud, requestId, late)
    const app = open(handlerMember, 'work/index', {})
    await app.untilText('1件超时')
  })
})
