import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { consent, dutyMember, gridLeader, keys } from '../cloud/support/people'
import { keptBy, startAt } from '../support/door-app'
import type { Weapp, WeappOptions } from '../support/weapp'

let cloud: LocalCloud
beforeEach(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
  await consent(cloud, dutyMember)
})
afterEach(() => cloud.close())

/** The phone of somebody who has agreed before. */
const agreed = { 'jmk:account': { form: 1, at: Date.now(), value: { purposes: ['account'], hasRole: true } } }
const open = (openid = dutyMember, options: WeappOptions = {}): Weapp =>
  startAt(
    cloud,
    { c: 'west-street' },
    {
      connect: { url: cloud.url, openid },
      cloud: (name, data) => cloud.invoke(name, data, { openid, source: 'wx_client' }),
      launch: { path: 'pages/desk/write/index', query: { c: 'west-street' }, scene: 1001 },
      storage: agreed,
      ...options,
    },
  )
const has = (app: Weapp, selector: string) => app.page.findAll(selector).length > 0
const shows = (app: Weapp, selector: string) => app.until(() => has(app, selector))
const tap = async (app: Weapp, selector: string) => {
  await shows(app, selector)
  app.page.tap(selector)
}
const typed = async (app: Weapp, selector: string, words: string) => {
  await shows(app, selector)
  app.page.type(selector, words)
  await app.until(() => app.page.find(selector).attribute('value') === words)
}
const filedBy = (openid = dutyMember) => cloud.database.find('requests', { filer: keys.person(openid) })

/** Everything that somebody at the station says. */
async function fill(app: Weapp, phone = ''): Promise<void> {
  await typed(app, '#words', '楼道里的灯不亮')
  await tap(app, '#guess-corridor-light')
  await tap(app, '#write-place')
  await tap(app, '#building-heyuan-2')
  await tap(app, '#unit-none')
  await typed(app, '#name', '王奶奶')
  if (phone !== '') await typed(app, '#phone', phone)
}

describe('替居民登记', () => {
  it('suggests the matter, takes the rest, and shows a number to be read out', async () => {
    const app = open()
    await fill(app)
    app.page.tap('#send')
    await app.untilText('请把编号念给他')
    expect(app.page.find('#sent-number').text).toMatch(/^\d{8}-\d{3}$/)
    expect(filedBy()).toMatchObject([
      {
        ...{ matterId: 'corridor-light', buildingId: 'heyuan-2', words: '楼道里的灯不亮', isPublic: false },
        ...{ person: null, filedAs: 'duty', mustCallBack: true, reach: 'visit' },
      },
    ])
    expect(JSON.stringify(keptBy(app))).not.toContain('王奶奶')
  })

  it('tapped twice is written down once', async () => {
    const app = open()
    await fill(app)
    app.page.tap('#send')
    app.page.tap('#send')
    await app.untilText('请把编号念给他')
    expect(filedBy()).toHaveLength(1)
  })

  it('with a number means a call, without one a visit', async () => {
    const app = open()
    await fill(app, '13900001234')
    await shows(app, '#reach-call.choice-on')
    app.page.tap('#send')
    await app.untilText('请把编号念给他')
    expect(filedBy()).toMatchObject([{ reach: 'call' }])
  })

  it('goes on with another one, which is empty', async () => {
    const app = open()
    await fill(app)
    app.page.tap('#send')
    await tap(app, '#again')
    await shows(app, '#words')
    expect(app.page.find('#words').attribute('value')).toBe('')
    expect(app.page.text).not.toContain('2号楼')
  })

  it('says what is missing, one thing after the other', async () => {
    const app = open()
    await tap(app, '#send')
    await app.untilText('请先写一两句')
    await typed(app, '#words', '楼道里的灯不亮')
    app.page.tap('#send')
    await app.untilText('请先选哪栋楼')
    expect(filedBy()).toEqual([])
  })

  it('stops at a danger, with the number to call first', async () => {
    const app = open()
    await shows(app, '#words')
    app.page.type('#words', '屋里有很浓的煤气味')
    await shows(app, '#danger-stop')
    app.page.tap('#danger-done')
    await app.until(() => has(app, '#words') && !has(app, '#danger-stop'))
    expect(app.page.find('#words').attribute('value')).toBe('屋里有很浓的煤气味')
  })

  it('without a network waits on the phone, says so, and is sent once', async () => {
    const app = open()
    await fill(app)
    app.setOffline(true)
    app.page.tap('#send')
    await app.untilText('已记在手机里')
    expect(filedBy()).toEqual([])
    app.setOffline(false)
    await app.until(() => filedBy().length > 0)
    expect(filedBy()).toHaveLength(1)
  })

  it('keeps what was typed when the app ends', async () => {
    const first = open()
    await fill(first)
    const again = open(dutyMember, { storage: keptBy(first) })
    await shows(again, '#words')
    expect(again.page.find('#words').attribute('value')).toBe('楼道里的灯不亮')
    expect(again.page.find('#name').attribute('value')).toBe('王奶奶')
    expect(again.page.text).toContain('2号楼')
  })

  it('asks whoever has not agreed yet, and goes on after a yes', async () => {
    cloud.database.modify('people', { _id: keys.person(gridLeader) }, { $set: { consents: [] } })
    const app = open(gridLeader, { storage: {} })
    await fill(app)
    app.page.tap('#send')
    await tap(app, '#consent-age-old')
    await shows(app, '#consent-age-old.choice-on')
    app.page.tap('#consent-main')
    await app.untilText('请把编号念给他')
    expect(filedBy(gridLeader)).toHaveLength(1)
  })

  it('tells of what is open there already', async () => {
    const one = open()
    await fill(one)
    one.page.tap('#send')
    await one.untilText('请把编号念给他')
    const app = open()
    await fill(app)
    await app.untilText('这栋楼已有同一类的事在办')
  })
})
