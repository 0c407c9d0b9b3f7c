import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { callAs, consent, gridLeader, keys } from '../cloud/support/people'
import { demoDoor } from '../support/demo'
import { keptBy, startAt } from '../support/door-app'
import type { Weapp, WeappOptions } from '../support/weapp'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
})
afterAll(() => cloud.close())

let counted = 0
/** Somebody whom nobody has seen before; with `agreed` they agreed to everything. */
async function somebody(agreed = false): Promise<string> {
  const openid = `oPhone_of_${++counted}`
  if (agreed) await consent(cloud, openid)
  return openid
}

type Page = 'pages/mine/info/index' | 'pages/mine/home/index' | 'pages/work/homes/index' | 'pages/me/index'
/** A phone of theirs, opened on a page. */
const open = (openid: string, path: Page, query: Record<string, string> = {}, options: WeappOptions = {}): Weapp =>
  startAt(
    cloud,
    {},
    {
      connect: { url: cloud.url, openid },
      cloud: (name, data) => cloud.invoke(name, data, { openid, source: 'wx_client' }),
      launch: { path, query, scene: 1001 },
      ...options,
    },
  )
const has = (app: Weapp, selector: string) => app.page.findAll(selector).length > 0
const shows = (app: Weapp, selector: string) => app.until(() => has(app, selector))
const hides = (app: Weapp, selector: string) => app.until(() => !has(app, selector))

const personOf = (openid: string) => cloud.database.find('people', { _id: keys.person(openid) })[0]
const homeOf = (openid: string) => cloud.database.find('homes', { person: keys.person(openid) })[0]

/** Says that one is old enough, and agrees. */
async function agree(app: Weapp): Promise<void> {
  app.page.tap('#consent-age-old')
  await app.until(() => has(app, '#consent-age-old.choice-on'))
  app.page.tap('#consent-main')
}

async function openNameForm(openid: string, options: WeappOptions = {}): Promise<Weapp> {
  const app = open(openid, 'pages/mine/info/index', {}, options)
  await shows(app, '#fact-name-action')
  app.page.tap('#fact-name-action')
  await shows(app, '#name-form')
  return app
}

describe('我的信息, opened by a visitor', () => {
  it('says that there is nothing, and leaves nothing', async () => {
    const openid = await somebody()
    const app = open(openid, 'pages/mine/info/index')
    await app.untilText('您还没有留下任何信息')
    expect(has(app, '#consent')).toBe(false)
    expect(personOf(openid)).toBeUndefined()
  })

  it('shows the notice with the first thing that needs it, and goes on after a yes', async () => {
    const openid = await somebody()
    const app = await openNameForm(openid)
    app.page.type('#name', '王阿姨')
    app.page.tap('#name-save')
    await shows(app, '#consent')
    for (const part of ['记什么', '为什么', '记多久', '谁能看']) expect(app.page.find('#consent').text).toContain(part)
    expect(has(app, '#notice-phone')).toBe(false)

    app.page.tap('#consent-main')
    await app.untilText('请先选一下')
    await agree(app)
    await app.untilText('称呼改好了')
    await app.until(() => has(app, '#fact-name') && app.page.find('#fact-name').text.includes('王阿姨'))
    expect(personOf(openid)?.consents).toMatchObject([{ purpose: 'account' }])
  })

  it('keeps what was typed after a no, and keeps nothing else', async () => {
    const openid = await somebody()
    const app = await openNameForm(openid)
    app.page.type('#name', '王阿姨')
    app.page.tap('#name-save')
    await shows(app, '#consent')
    app.page.tap('#consent-other')
    await app.untilText('没关系，没有记下任何信息')
    expect(has(app, '#consent')).toBe(false)
    expect(app.page.find('#name').attribute('value')).toBe('王阿姨')
    expect(personOf(openid)).toBeUndefined()

    app.page.tap('#name-save')
    await shows(app, '#consent')
  })

  it('tells whoever is under fourteen kindly, with no way to agree', async () => {
    const openid = await somebody()
    const app = await openNameForm(openid)
    app.page.type('#name', '小明')
    app.page.tap('#name-save')
    await shows(app, '#consent')
    app.page.tap('#consent-age-young')
    await app.untilText('请家里大人来办')
    expect(has(app, '#consent-main')).toBe(false)
    app.page.tap('#consent-other')
    await hides(app, '#consent')
    expect(personOf(openid)).toBeUndefined()
  })

  it('asks for what is new only, without the age, where the account was agreed to on this phone', async () => {
    const openid = await somebody()
    const first = await openNameForm(openid)
    first.page.type('#name', '王阿姨')
    first.page.tap('#name-save')
    await shows(first, '#consent')
    await agree(first)
    await first.untilText('称呼改好了')
    await shows(first, '#fact-phone-action')
    first.page.tap('#fact-phone-action')
    await shows(first, '#phone-typed')
    first.page.tap('#phone-typed')
    await shows(first, '#phone')
    first.page.type('#phone', '13800138000')
    first.page.tap('#phone-save')
    await shows(first, '#consent')
    expect(has(first, '#notice-account')).toBe(false)
    expect(has(first, '#consent-age-old')).toBe(false)
    first.page.tap('#consent-main')
    await first.untilText('138****8000')
    expect(personOf(openid)?.consents).toMatchObject([{ purpose: 'account' }, { purpose: 'phone' }])
  })
})

describe('a write of a page', () => {
  it('happens once for two taps', async () => {
    const openid = await somebody(true)
    const app = await openNameForm(openid)
    app.page.type('#name', '王阿姨')
    const button = app.page.find('#name-save')
    app.page.tap(button)
    app.page.tap(button)
    await app.untilText('称呼改好了')
    expect(personOf(openid)).toMatchObject({ version: 2 })
  })

  it('happens once where every reply was lost and the person sends it again', async () => {
    const openid = await somebody(true)
    let lost = 0
    const app = await openNameForm(openid, {
      cloud: async (name, data) => {
        const reply = await cloud.invoke(name, data, { openid, source: 'wx_client' })
        if ((data as { action: string }).action !== 'me.name' || lost === 2) return reply
        lost++
        throw new Error('lost')
      },
    })
    app.page.type('#name', '王阿姨')
    app.page.tap('#name-save')
    await app.untilText('没有连上')
    expect(app.page.find('#name').attribute('value')).toBe('王阿姨')
    app.page.tap('#name-save')
    await app.untilText('称呼改好了')
    expect(lost).toBe(2)
    expect(personOf(openid)).toMatchObject({ version: 2 })
  })

  it('says why it was refused, beside what was typed', async () => {
    const openid = await somebody(true)
    const app = await openNameForm(openid)
    app.page.type('#name', '【违规】')
    app.page.tap('#name-save')
    await shows(app, '#name-error')
    expect(app.page.find('#name').attribute('value')).toBe('【违规】')
    app.page.type('#name', '王阿姨')
    await hides(app, '#name-error')
  })
})

describe('my phone number', () => {
  async function openPhoneForm(openid: string): Promise<Weapp> {
    const app = open(openid, 'pages/mine/info/index')
    await shows(app, '#fact-phone-action')
    app.page.tap('#fact-phone-action')
    await shows(app, '#phone-wechat')
    return app
  }

  it('comes from WeChat’s button, is shown masked, and in full on a tap', async () => {
    const openid = await somebody(true)
    const app = await openPhoneForm(openid)
    app.page.tap('#phone-wechat')
    await app.untilAsked('getPhoneNumber')
    app.answer({ phoneNumber: '13900139000' })
    await app.untilText('号码记下了：139****9000')
    await shows(app, '#phone-look')
    expect(app.page.text).not.toContain('13900139000')
    app.page.tap('#phone-look')
    await app.untilText('13900139000')
    app.page.tap('#phone-look')
    await app.until(() => !app.page.text.includes('13900139000'))
    expect(cloud.database.find('audits', { actor: keys.person(openid) })).toHaveLength(1)
    expect(JSON.stringify(keptBy(app))).not.toMatch(/139/)
  })

  it.each([
    ['refused', undefined, '没关系，您可以自己填'],
    ['out of quota', { errno: 1400001 }, '微信现在给不了号码'],
  ])('is typed where the button was %s', async (_, answer, words) => {
    const openid = await somebody(true)
    const app = await openPhoneForm(openid)
    app.page.tap('#phone-wechat')
    await app.untilAsked('getPhoneNumber')
    app.answer(answer)
    await app.untilText(words)
    app.page.type('#phone', '1380013800')
    app.page.tap('#phone-save')
    await shows(app, '#phone-error')
    app.page.type('#phone', '13800138000')
    app.page.tap('#phone-save')
    await app.untilText('号码记下了：138****8000')
  })

  it('may be left out', async () => {
    const openid = await somebody(true)
    const app = await openPhoneForm(openid)
    app.page.tap('#phone-skip')
    await shows(app, '#fact-phone-action')
    expect(personOf(openid)?.phone).toBeNull()
  })
})

describe('taking an agreement back', () => {
  it('asks once, erases what was kept for it, and is asked for again when it is needed', async () => {
    const openid = await somebody(true)
    await callAs(cloud, openid, 'phone.give', { by: 'typed', number: '13800138000' })
    const app = open(openid, 'pages/mine/info/index')
    await shows(app, '#consent-phone-action')
    app.page.tap('#consent-phone-action')
    await shows(app, '#withdraw')
    app.page.tap('#withdraw-other')
    await hides(app, '#withdraw')
    expect(personOf(openid)?.phone).not.toBeNull()

    app.page.tap('#consent-phone-action')
    await shows(app, '#withdraw')
    app.page.tap('#withdraw-main')
    await app.untilText('已经取消')
    await shows(app, '#fact-phone')
    expect(app.page.find('#fact-phone').text).toContain('没有')
    expect(has(app, '#consent-phone')).toBe(false)
    expect(personOf(openid)).toMatchObject({ phone: null, phoneLookup: null })
    expect(await callAs(cloud, openid, 'phone.give', { by: 'typed', number: '13800138000' })).toMatchObject({
      refused: 'consent.needed',
    })
  })

  it('to one’s home is possible where it is shown', async () => {
    const openid = await somebody(true)
    await callAs(cloud, openid, 'home.declare', { buildingId: 'heyuan-1', unitId: null, room: '301' })
    const app = open(openid, 'pages/mine/home/index')
    await shows(app, '#home-remove')
    app.page.tap('#home-remove')
    await shows(app, '#withdraw')
    app.page.tap('#withdraw-main')
    await app.untilText('住处删掉了')
    await shows(app, '#estate-heyuan')
    expect(homeOf(openid)).toBeUndefined()
  })

  it('to the account leads to the page that erases everything', async () => {
    const app = open(await somebody(true), 'pages/mine/info/index')
    await shows(app, '#consent-account-action')
    app.page.tap('#consent-account-action')
    await app.until(() => app.page.route === 'pages/mine/leave/index')
  })
})

describe('我住哪', () => {
  it('asks one question after the other, and shows what was said', async () => {
    const openid = await somebody(true)
    const app = open(openid, 'pages/mine/home/index')
    await shows(app, '#estate-heyuan')
    app.page.tap('#estate-heyuan')
    await shows(app, '#building-heyuan-1')
    app.page.tap('#building-heyuan-1')
    await shows(app, '#unit-heyuan-1-u2')
    app.page.tap('#unit-heyuan-1-u2')
    await shows(app, '#room')
    app.page.type('#room', '301')
    app.page.tap('#home-save')
    await shows(app, '#home-shown')
    expect(app.page.text).toContain('和苑小区 1号楼 2单元')
    expect(app.page.find('#home-room').text).toContain('301')
    expect(app.page.find('#home-state').text).toContain('等网格长核对')
    expect(homeOf(openid)).toMatchObject({ buildingId: 'heyuan-1', unitId: 'heyuan-1-u2', state: 'declared' })
    expect(JSON.stringify(keptBy(app))).not.toContain('301')
  })

  it('guesses the door that was scanned', async () => {
    const openid = await somebody(true)
    const door = open(
      openid,
      'pages/me/index',
      {},
      { launch: { path: 'pages/door/index', query: { scene: demoDoor.code } } },
    )
    await shows(door, '#phones')
    const app = open(openid, 'pages/mine/home/index', {}, { storage: keptBy(door) })
    await app.untilText('您住在这里吗')
    expect(app.page.text).toContain(demoDoor.place)
    app.page.tap('#home-yes')
    await shows(app, '#room')
    app.page.tap('#home-save')
    await shows(app, '#home-shown')
    expect(homeOf(openid)).toMatchObject({ buildingId: demoDoor.buildingId, room: null })
  })

  it('lets a wrong guess be put right', async () => {
    const openid = await somebody(true)
    const door = open(
      openid,
      'pages/me/index',
      {},
      { launch: { path: 'pages/door/index', query: { scene: demoDoor.code } } },
    )
    await shows(door, '#phones')
    const app = open(openid, 'pages/mine/home/index', {}, { storage: keptBy(door) })
    await shows(app, '#home-other')
    app.page.tap('#home-other')
    await shows(app, '#estate-heyuan')
  })

  it('keeps the room that was typed where the network fails', async () => {
    const openid = await somebody(true)
    await callAs(cloud, openid, 'home.declare', { buildingId: 'heyuan-1', unitId: null, room: null })
    const app = open(openid, 'pages/mine/home/index')
    await shows(app, '#home-change')
    app.page.tap('#home-change')
    await shows(app, '#estate-heyuan')
    app.page.tap('#estate-heyuan')
    await shows(app, '#building-heyuan-1')
    app.page.tap('#building-heyuan-1')
    await shows(app, '#unit-none')
    app.page.tap('#unit-none')
    await shows(app, '#room')
    app.page.type('#room', '301')
    app.setOffline(true)
    app.page.tap('#home-save')
    await app.untilText('现在没有网络')
    expect(app.page.find('#room').attribute('value')).toBe('301')
    app.setOffline(false)
    app.page.tap('#home-save')
    await shows(app, '#home-shown')
    expect(app.page.find('#home-room').text).toContain('301')
  })

  it('opened without a network says so, and comes by itself when it is back', async () => {
    const openid = await somebody(true)
    await callAs(cloud, openid, 'home.declare', { buildingId: 'heyuan-1', unitId: null, room: '301' })
    const app = open(openid, 'pages/mine/home/index')
    app.setOffline(true)
    await shows(app, '#state-action')
    app.setOffline(false)
    await shows(app, '#home-shown')
  })
})

describe('住处核对', () => {
  const query = { c: 'west-street', g: 'west-1' }

  it('takes a leader’s word on a home, and lets it be turned round', async () => {
    cloud.database.remove('homes', {}, { multi: true })
    const openid = await somebody(true)
    await callAs(cloud, openid, 'me.name', { name: '王阿姨' })
    await callAs(cloud, openid, 'home.declare', { buildingId: 'heyuan-1', unitId: 'heyuan-1-u2', room: '301' })
    const app = open(gridLeader, 'pages/work/homes/index', query)
    await app.untilText('王阿姨')
    expect(app.page.text).toContain('1号楼 2单元 301')
    const id = homeOf(openid)?._id as string
    app.page.tap(`#confirmed-${id}`)
    await app.untilText('已记下：属实')
    expect(homeOf(openid)).toMatchObject({ state: 'confirmed' })
    app.page.tap(`#declined-${id}`)
    await app.untilText('已记下：对不上')
    expect(homeOf(openid)).toMatchObject({ state: 'declined' })
  })

  it('says that the place was changed meanwhile, and changes nothing', async () => {
    cloud.database.remove('homes', {}, { multi: true })
    const openid = await somebody(true)
    await callAs(cloud, openid, 'home.declare', { buildingId: 'heyuan-1', unitId: null, room: '301' })
    const app = open(gridLeader, 'pages/work/homes/index', query)
    await shows(app, '#homes')
    await callAs(cloud, openid, 'home.declare', { buildingId: 'heyuan-1', unitId: null, room: '502' })
    app.page.tap(`#confirmed-${homeOf(openid)?._id as string}`)
    await app.untilText('这条登记刚刚有变动')
    expect(homeOf(openid)).toMatchObject({ state: 'declared' })
  })

  it('is not for a resident', async () => {
    const app = open(await somebody(true), 'pages/work/homes/index', query)
    await app.untilText('您现在不能看或办这件事')
  })

  it('says that there is nothing to do', async () => {
    cloud.database.remove('homes', {}, { multi: true })
    const app = open(gridLeader, 'pages/work/homes/index', query)
    await app.untilText('没有要核对的住处')
  })

  it('shows a full page within 32 KB', async () => {
    cloud.database.remove('homes', {}, { multi: true })
    cloud.database.insert(
      'homes',
      Array.from({ length: 30 }, (_, at) => ({
        ...{ _id: `home-${at}`, person: `person-${at}`, communityId: 'west-street', gridId: 'west-1' },
        ...{ estateId: 'heyuan', buildingId: 'heyuan-1', unitId: 'heyuan-1-u2', room: null, state: 'declared' },
        ...{ declaredAt: 1000 + at, decidedBy: null, decidedAt: null, keyId: keys.currentKey, shape: 1, version: 1 },
      })),
    )
    const app = open(gridLeader, 'pages/work/homes/index', query)
    await shows(app, '#confirmed-home-19')
    expect(app.page.bytes).toBeLessThanOrEqual(32 * 1024)
    app.page.tap('#more')
    await shows(app, '#confirmed-home-29')
  })
})

describe('我的', () => {
  it('leads a visitor to what concerns them, and asks the server nothing of them', async () => {
    const before = cloud.calls.length
    const app = open(await somebody(), 'pages/me/index')
    await shows(app, '#to-info')
    expect(cloud.calls.slice(before)).toEqual([])
    app.page.tap('#to-info')
    await app.until(() => app.page.route === 'pages/mine/info/index')
  })

  it('shows the workbench to whoever has a role, once this phone has learnt of it', async () => {
    const info = open(gridLeader, 'pages/mine/info/index')
    await info.untilText('网格长')
    const app = open(gridLeader, 'pages/me/index', {}, { storage: keptBy(info) })
    await shows(app, '#to-work')
    expect(app.page.find('#to-work').text).toContain('工作台')
    expect(app.page.text).not.toContain('进工作台')
  })

  it('forgets the account with everything else that the phone keeps', async () => {
    const openid = await somebody(true)
    const info = open(openid, 'pages/mine/info/index')
    await shows(info, '#agreements')
    const app = open(openid, 'pages/me/index', {}, { storage: keptBy(info) })
    await shows(app, '#clear')
    app.page.tap('#clear')
    await shows(app, '#clear-yes')
    app.page.tap('#clear-yes')
    await app.untilText('已清除')
    expect([...app.storage.keys()].filter((key) => key.includes('account'))).toEqual([])
  })
})
