import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { known, leftAtWeChat, leftWithUs, messageRow, saidTo } from '../cloud/support/messages'
import { demoDoor } from '../support/demo'
import { callsBy, keptBy, startAt } from '../support/door-app'
import type { Weapp, WeappOptions } from '../support/weapp'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
})
afterAll(() => cloud.close())

let visitors = 0
/** Somebody new, who agreed to the notice unless said. */
function aPerson(purposes?: readonly ['account'] | readonly []): string {
  const openid = `openid-of-reader-${++visitors}`
  if (purposes?.length !== 0) known(cloud, openid, purposes as never)
  return openid
}

/** What a phone keeps of an account. */
const accountWith = (purposes: readonly string[]) => ({
  'jmk:account': { form: 1, at: 1, value: { purposes, hasRole: false } },
})
const account = accountWith(['account', 'messages'])
const care = { 'jmk:care': { form: 1, at: 1, value: true } }

function open(openid: string, path: string, options: WeappOptions = {}): Weapp {
  return startAt(
    cloud,
    {},
    {
      connect: { url: cloud.url, openid },
      cloud: (name, data) => cloud.invoke(name, data, { openid, source: 'wx_client' }),
      storage: account,
      launch: { path, query: path === 'pages/door/index' ? { scene: demoDoor.code } : {} },
      ...options,
    },
  )
}
const phonesPath = `/pages/door/phones/index?b=${demoDoor.buildingId}`
const messagesPage = 'pages/mine/messages/index'
const asked = (app: Weapp, action: string) =>
  callsBy(app).filter((call) => (call as { data: { action: string } }).data.action === action)

describe.each([
  ['the usual', {}],
  ['the care', care],
])('消息 in %s edition', (_, edition) => {
  const storage = { ...account, ...edition }

  it('shows the unread first, and marks what leads somewhere when it is opened', async () => {
    const openid = aPerson()
    const old = saidTo(cloud, openid, {}, { unread: false, at: 3000 })
    const closed = saidTo(cloud, openid, { params: { state: 'closed' }, path: phonesPath }, { at: 1000 })
    const app = open(openid, messagesPage, { storage })
    await app.until(() => app.page.findAll('#earlier').length > 0)
    const { text } = app.page
    expect(text.indexOf('您提的意见办结了')).toBeLessThan(text.indexOf('您提的意见有答复了'))
    expect(app.page.find(`#message-${closed}`).text).toContain('未读')
    expect(app.page.find(`#message-${old}`).text).not.toContain('未读')

    app.page.tap(`#message-${closed}`)
    await app.until(() => !messageRow(cloud, closed).unread)
    await app.until(() => app.page.route === 'pages/door/phones/index')
  })

  it('marks everything that is shown, and says how much', async () => {
    const openid = aPerson()
    const ids = [1000, 2000].map((at) => saidTo(cloud, openid, {}, { at }))
    const app = open(openid, messagesPage, { storage })
    await app.until(() => app.page.findAll('#read-all').length > 0)
    app.page.tap('#read-all')
    await app.untilText('已把2条标为看过')
    expect(ids.map((id) => messageRow(cloud, id).unread)).toEqual([false, false])
    await app.until(() => app.page.findAll('#earlier .row').length === 2)
    expect(app.page.findAll('#fresh')).toEqual([])
  })

  it('says that there is nothing where there is nothing', async () => {
    const app = open(aPerson(), messagesPage, { storage })
    await app.untilText('还没有消息')
  })
})

describe('消息', () => {
  it('goes on to older ones, page by page', async () => {
    const openid = aPerson()
    for (let at = 1; at <= 45; at++) saidTo(cloud, openid, {}, { at })
    const app = open(openid, messagesPage)
    const shown = () => app.page.findAll('#fresh .row').length
    await app.until(() => app.page.findAll('#more').length > 0)
    expect(shown()).toBe(20)
    app.page.tap('#more')
    await app.until(() => shown() === 40)
    app.page.tap('#more')
    await app.until(() => shown() === 45)
    expect(app.page.findAll('#more')).toHaveLength(0)
  })

  it('marks it later where there is no network now', async () => {
    const openid = aPerson()
    const id = saidTo(cloud, openid, { path: null })
    const app = open(openid, messagesPage)
    await app.until(() => app.page.findAll(`#message-${id}`).length > 0)
    app.setOffline(true)
    app.page.tap(`#message-${id}`)
    await app.until(() => !app.page.find(`#message-${id}`).text.includes('未读'))
    expect(messageRow(cloud, id).unread).toBe(true)
    // It waits on the phone; the app comes to the front again when the network is back.
    await app.until(() => asked(app, 'message.read').length > 0 && 'jmk:outbox' in keptBy(app))
    app.setOffline(false)
    await app.until(() => {
      app.hide()
      app.show()
      return !messageRow(cloud, id).unread
    })
  })

  it('says what helps where nothing could be fetched, and fetches it then', async () => {
    const openid = aPerson()
    const id = saidTo(cloud, openid)
    let isDown = true
    const app = open(openid, messagesPage, {
      cloud: async (name, data) => {
        if (isDown) throw new Error('no way')
        return cloud.invoke(name, data, { openid, source: 'wx_client' })
      },
    })
    await app.until(() => app.page.findAll('#state-action').length > 0)
    isDown = false
    app.page.tap('#state-action')
    await app.until(() => app.page.findAll(`#message-${id}`).length > 0)
  })
})

describe('the red dot on 我的', () => {
  it('comes where something is unread, once the first screen is there, and goes when all is read', async () => {
    const openid = aPerson()
    const id = saidTo(cloud, openid)
    const app = open(openid, 'pages/door/index')
    await app.until(() => app.tabDots.has(3))
    const actions = callsBy(app).map((call) => (call as { data: { action: string } }).data.action)
    expect(actions.indexOf('door.open')).toBeLessThan(actions.indexOf('message.unread'))
    expect(asked(app, 'message.unread')).toHaveLength(1)
    cloud.database.modify('messages', { _id: id }, { $set: { unread: false } })
  })

  it('is not even asked for by the phone of a plain visitor', async () => {
    const app = open(aPerson([]), 'pages/door/index', { storage: {} })
    await app.until(() => app.page.findAll('#phones').length > 0)
    expect(asked(app, 'message.unread')).toEqual([])
    expect([app.callsOf('showTabBarRedDot'), app.callsOf('hideTabBarRedDot')]).toEqual([[], []])
  })
})

describe('being told by WeChat', () => {
  const offer = async (openid: string, storage: Record<string, unknown> = account) => {
    const app = open(openid, messagesPage, { storage })
    await app.until(() => app.page.findAll('#news-ask').length > 0)
    app.page.tap('#news-ask')
    return app
  }

  it('is asked for in the tap itself, and what was agreed to is counted once', async () => {
    const openid = aPerson()
    const app = await offer(openid)
    const { options } = await app.untilAsked('requestSubscribeMessage')
    expect(options).toMatchObject({ tmplIds: ['local-progress', 'local-verdict'] })
    app.answer({ 'local-progress': 'accept', 'local-verdict': 'reject' })
    await app.untilText('有进展会用微信告诉您')
    expect([leftWithUs(cloud, openid), leftAtWeChat(cloud, openid)]).toEqual([1, 1])
    expect(leftWithUs(cloud, openid, 'verdict')).toBe(0)
  })

  it('is not kept where the person says no, and that is all right', async () => {
    const openid = aPerson()
    const app = await offer(openid)
    await app.untilAsked('requestSubscribeMessage')
    app.answer({ 'local-progress': 'reject', 'local-verdict': 'reject' })
    await app.untilText('好的，不打扰您')
    expect(asked(app, 'message.subscribe')).toEqual([])
  })

  it('is told to be off where WeChat’s own switch is off', async () => {
    const app = await offer(aPerson())
    await app.untilAsked('requestSubscribeMessage')
    app.answer()
    await app.untilText('您在微信里关掉了消息提醒')
  })

  it('asks for the agreement to keep it where that is missing, and goes on after it', async () => {
    const openid = aPerson(['account'])
    const app = await offer(openid, accountWith(['account']))
    await app.untilAsked('requestSubscribeMessage')
    app.answer({ 'local-progress': 'accept', 'local-verdict': 'accept' })
    await app.until(() => app.page.findAll('#consent-main').length > 0)
    app.page.tap('#consent-main')
    await app.untilText('有进展会用微信告诉您')
    expect(leftWithUs(cloud, openid)).toBe(1)
  })

  it('is not offered where enough is left', async () => {
    const openid = aPerson()
    for (const _ of [1, 2]) {
      const input = { answers: ['progress', 'verdict'].map((key) => ({ key, answer: 'accept' })) }
      const event = { action: 'message.subscribe', input, release: 1, key: `offer-enough-${visitors}-${_}-000` }
      await cloud.invoke('api', event, { openid, source: 'wx_client' })
    }
    const app = open(openid, messagesPage)
    await app.untilText('还没有消息')
    await app.until(() => asked(app, 'message.unread').length > 0)
    expect(app.page.findAll('#news-ask')).toEqual([])
  })
})
