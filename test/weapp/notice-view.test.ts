import { day, hour } from '../../src/domain/time/clock'
import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { consent, keys } from '../cloud/support/people'
import {
  alterNotice,
  anEdition,
  aNoticeRow,
  noticeOf,
  putNotices,
  type EditionFields,
  type NoticeOver,
} from '../cloud/support/notices'
import { callsBy, keptBy } from '../support/door-app'
import { agreedBefore, has, hides, openOn, shows, tap, type } from '../support/request-phone'
import type { Weapp, WeappOptions } from '../support/weapp'

let cloud: LocalCloud
let openPage: ReturnType<typeof openOn>
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
  openPage = openOn(cloud)
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['openings', 'noticeQuestions', 'requests', 'voices', 'signUps', 'counters'])
    cloud.database.remove(name, {}, { multi: true })
})

const home = { b: 'heyuan-1', u: 'heyuan-1-u1' }
let people = 0
const somebody = () => `oReads_${++people}`

/** A notice that is out since an hour, with what it says otherwise. */
function put(edition: Partial<EditionFields> = {}, over: NoticeOver = {}): string {
  const now = Date.now()
  return putNotices(cloud, aNoticeRow(now - hour, { shown: anEdition(now - hour, edition), ...over }))
}
const open = (
  id: string,
  { openid = somebody(), query = home, ...options }: WeappOptions & { openid?: string; query?: object } = {},
): Weapp => openPage(openid, 'notice/view', { id, ...query }, { storage: agreedBefore, ...options })
const lead = (app: Weapp) => app.page.find('#lead-line').text
const openingsOf = (id: string) => cloud.database.find('openings', { noticeId: id })
/** What the phone has kept, for the next start of the app. */
const phoneOf = (app: Weapp) => ({ ...keptBy(app) })
const withdrawn = (id: string) =>
  alterNotice(cloud, id, { state: 'withdrawn', end: { at: Date.now(), words: '写错了楼号', wordsState: 'shown' } })

describe('a notice that somebody opens', () => {
  it('says first what it means for their building, then the rest', async () => {
    const app = open(put())
    await shows(app, '#know')
    await app.until(() => /^您所在的1号楼：正在停水，预计.+恢复$/.test(lead(app)))
    const { text } = app.page
    expect(text.indexOf('您所在的1号楼')).toBeLessThan(text.indexOf('因为水管抢修'))
  })

  it('is one call, and is counted once', async () => {
    const id = put()
    const openid = somebody()
    const first = open(id, { openid })
    await first.until(() => has(first, '#lead-line') && lead(first).startsWith('您所在'))
    const again = open(id, { openid, storage: phoneOf(first) })
    await again.until(() => has(again, '#lead-line') && lead(again).startsWith('您所在'))
    // News are asked for by the app, whatever page it opens.
    const calls = callsBy(again).filter((call) => !JSON.stringify(call).includes('message.unread'))
    expect(calls).toHaveLength(1)
    expect(openingsOf(id)).toHaveLength(1)
  })

  it('says plainly that it does not concern another building', async () => {
    const app = open(put(), { query: { b: 'heyuan-5' } })
    await app.until(() => has(app, '#lead-line') && lead(app) === '不涉及您所在的5号楼')
  })

  it('reads without a door, and names the building once it was chosen', async () => {
    const app = open(put(), { query: {} })
    await shows(app, '#lead-line')
    expect(lead(app)).toMatch(/^正在停水/)
    await tap(app, '#place')
    await tap(app, '#estate-heyuan')
    await tap(app, '#building-heyuan-1')
    await tap(app, '#unit-none')
    await app.until(() => lead(app).startsWith('您所在的1号楼：'))
  })

  it('shows an emergency as one', async () => {
    const app = open(put({ isEmergency: true }))
    await shows(app, '#lead-line')
    expect(app.page.find('#lead').text).toMatch(/^紧急通知/)
  })

  it('says that it was changed to whoever saw the edition before', async () => {
    const id = put()
    const openid = somebody()
    await shows(open(id, { openid }), '#know')
    const shown = anEdition(Date.now(), { number: 2, body: '改到晚上八点来水' })
    alterNotice(cloud, id, { shown })
    const app = open(id, { openid })
    await app.untilText('改到晚上八点来水')
    expect(app.page.text).toContain('这条通知改过了')
  })

  it('shows no words that WeChat has not passed, but what it is about and when', async () => {
    const app = open(put({ wordsState: 'waiting' }))
    await app.untilText('具体内容正在审核')
    expect(lead(app)).toContain('正在停水')
    expect(app.page.text).not.toContain('水管抢修')
  })

  it('says kindly that it is not there', async () => {
    await open('nothing').untilText('没有找到通知')
  })

  it('shows what neighbours asked with the answer', async () => {
    const answers = [{ id: 'a1', question: '几点来水', answer: '晚上八点', at: Date.now() }]
    const app = open(put({}, { answers }))
    await app.untilText('问：几点来水')
    expect(app.page.text).toContain('答：晚上八点')
  })

  it('is passed on with a token of its own each time', async () => {
    const id = put()
    const app = open(id)
    await shows(app, '#know')
    const cards = [app.shareFromMenu(), app.shareFromMenu()]
    expect(cards.map((card) => card?.title)).toEqual(['1号楼今天下午停水', '1号楼今天下午停水'])
    const paths = cards.map((card) => card?.path ?? '')
    expect(paths[0]).toMatch(new RegExp(`^/pages/notice/view/index\\?id=${id}&t=[A-Za-z0-9_-]{8,32}$`))
    expect(paths[0]).not.toBe(paths[1])
  })

  it('brings along the token of its card, and none that no card carries', async () => {
    const id = put()
    const app = open(id, { query: { ...home, t: 'card-token-1' } })
    await shows(app, '#know')
    const other = open(id, { query: { ...home, t: 'a b' } })
    await shows(other, '#know')
    const tokens = [app, other].map((one) => callsBy(one).map((call) => JSON.stringify(call)))
    expect(tokens[0]?.[0]).toContain('"token":"card-token-1"')
    expect(tokens[1]?.[0]).toContain('"token":null')
  })

  it('asks to be counted once more where the server could not count it', async () => {
    const id = put()
    const openid = somebody()
    let calls = 0
    const app = open(id, {
      openid,
      connect: undefined,
      cloud: async (name, data) => {
        const reply = await cloud.invoke(name, data, { openid, source: 'wx_client' })
        const said = reply as { data?: { me?: { counted: boolean } } }
        if (said.data?.me && ++calls === 1) said.data.me.counted = false
        return reply
      },
    })
    await shows(app, '#know')
    await app.until(() => calls === 2, 40_000)
    await shows(app, '#know')
  }, 60_000)
})

describe('知道了', () => {
  it('is said once, however often it is tapped, and still stands when the notice is opened again', async () => {
    const id = put()
    const openid = somebody()
    const app = open(id, { openid })
    await shows(app, '#know')
    app.page.tap('#know')
    await hides(app, '#know')
    await app.untilText('点了知道了')
    expect(openingsOf(id)).toMatchObject([{ acknowledgedAt: expect.any(Number) as number }])
    await open(id, { openid }).untilText('点了知道了')
  })

  it('is asked for again once the words are others', async () => {
    const id = put()
    const openid = somebody()
    const app = open(id, { openid })
    await tap(app, '#know')
    await app.untilText('点了知道了')
    alterNotice(cloud, id, { shown: anEdition(Date.now(), { number: 2, title: '停水改到明天' }), wordsSince: 2 })
    const next = open(id, { openid })
    await tap(next, '#know')
    await next.untilText('点了知道了')
    expect(openingsOf(id)).toMatchObject([{ edition: 2, acknowledgedAt: expect.any(Number) as number }])
  })

  it('is kept without a network, and arrives once when it is back', async () => {
    const id = put()
    const openid = somebody()
    const first = open(id, { openid })
    await shows(first, '#know')
    first.setOffline(true)
    await tap(first, '#know')
    await first.untilText('记下了，有网络时自动告诉社区')
    expect(openingsOf(id)).toMatchObject([{ acknowledgedAt: null }])
    const next = open(id, { openid, storage: phoneOf(first) })
    await next.until(() => openingsOf(id).some(({ acknowledgedAt }) => acknowledgedAt !== null))
    expect(openingsOf(id)).toHaveLength(1)
  })
})

describe('a notice that is over', () => {
  it('shows the present state from an old card, and none of its words', async () => {
    const id = put()
    withdrawn(id)
    const app = open(id)
    await app.untilText('这条通知已撤回')
    expect(app.page.text).toContain('写错了楼号')
    expect(app.page.text).not.toContain('水管抢修')
  })

  it('changes on the page that somebody comes back to', async () => {
    const id = put()
    const app = open(id)
    await app.untilText('水管抢修')
    withdrawn(id)
    app.hide()
    app.show()
    await app.untilText('这条通知已撤回')
    expect(app.page.text).not.toContain('水管抢修')
  })

  it('is not read from memory either, once the phone knows', async () => {
    const id = put()
    const openid = somebody()
    const first = open(id, { openid })
    await first.untilText('水管抢修')
    withdrawn(id)
    const second = open(id, { openid, storage: phoneOf(first) })
    await second.untilText('这条通知已撤回')
    expect(JSON.stringify(phoneOf(second))).not.toContain('水管抢修')
  })

  it('is over by the clock of the phone, also without a network', async () => {
    const now = Date.now()
    const id = put({ about: { kind: 'safety', what: 'weather' }, span: null, validUntil: now + day })
    const first = open(id)
    await first.untilText('水管抢修')
    const name = `jmk:notice:${id}`
    const kept = phoneOf(first)[name] as { form: number; at: number; value: { facts: { validUntil: number } } }
    kept.value.facts.validUntil = now - 1
    const storage = { ...phoneOf(first), [name]: kept }
    const app = open(id, { storage, cloud: () => Promise.reject(new Error('no network')) })
    await app.untilText('这条通知已过期')
    expect(app.page.text).not.toContain('水管抢修')
  })

  it('that came back says so, and help can still be asked for', async () => {
    const id = put()
    alterNotice(cloud, id, {
      state: 'restored',
      end: { at: Date.now(), words: '水压还在慢慢升', wordsState: 'shown' },
    })
    const app = open(id)
    await shows(app, '#help')
    await app.until(() => lead(app) === '您所在的1号楼：已恢复供水')
    expect(app.page.text).toContain('水压还在慢慢升')
    expect(app.page.text).not.toContain('水管抢修')
  })
})

describe('a notice without a network', () => {
  it('reads as it was seen last, and says when that was', async () => {
    const id = put()
    const first = open(id)
    await shows(first, '#know')
    const app = open(id, { storage: phoneOf(first) })
    app.setOffline(true)
    await app.untilText('现在没有网络')
    await app.untilText('水管抢修')
  })

  it('that was never seen here says so, and comes when the network is back', async () => {
    const app = open(put())
    app.setOffline(true)
    await app.untilText('现在没有网络')
    app.setOffline(false)
    await shows(app, '#know')
  })

  it('keeps twenty notices, the last ones', async () => {
    const ids = Array.from({ length: 21 }, () => put())
    let storage: WeappOptions['storage'] = agreedBefore
    const openid = somebody()
    for (const id of ids) {
      const app = open(id, { openid, storage: storage ?? {} })
      await shows(app, '#know')
      await app.until(() => `jmk:notice:${id}` in phoneOf(app))
      storage = phoneOf(app)
      app.close()
    }
    const kept = Object.keys(storage ?? {}).filter((key) => key.startsWith('jmk:notice:'))
    expect(kept.sort()).toEqual(
      ids
        .slice(1)
        .map((id) => `jmk:notice:${id}`)
        .sort(),
    )
  }, 120_000)
})

describe('我需要帮忙', () => {
  it('is a request of the fitting matter that can be sent as it is, and knows its notice', async () => {
    const id = put()
    const openid = somebody()
    await consent(cloud, openid)
    const app = open(id, { openid })
    await tap(app, '#help')
    await shows(app, '#request-form')
    expect(app.page.find('#words').value).toBe('看到“停水”的通知，我家需要帮忙。')
    await tap(app, '#send')
    await shows(app, '#sent')
    expect(cloud.database.find('requests', { person: keys.person(openid) })).toMatchObject([
      { noticeId: id, matterId: 'water-no-supply', buildingId: 'heyuan-1', where: 'home' },
    ])
  })
})

describe('many answers', () => {
  it('show the newest first, and those before them on a tap', async () => {
    const answers = Array.from({ length: 10 }, (_, at) => ({
      ...{ id: `a${at + 1}`, question: `第${at + 1}个问题`, answer: '是的', at: Date.now() },
    }))
    const app = open(put({}, { answers }))
    await shows(app, '#answer-a10')
    expect([has(app, '#answer-a3'), has(app, '#answer-a2')]).toEqual([true, false])
    await tap(app, '#answers-before')
    await shows(app, '#answer-a1')
    await hides(app, '#answers-before')
  })
})

describe('问一问', () => {
  it('asks for an agreement, sends the question once, and says where the answer will stand', async () => {
    const id = put()
    const openid = somebody()
    const app = open(id, { openid, storage: {} })
    await tap(app, '#ask')
    await type(app, '#ask-words', '几点来水')
    await tap(app, '#ask-send')
    await tap(app, '#consent-age-old')
    await shows(app, '#consent-age-old.choice-on')
    await tap(app, '#consent-main')
    await app.untilText('问题送出了')
    expect(cloud.database.find('noticeQuestions', { noticeId: id })).toMatchObject([{ words: '几点来水' }])
    await hides(app, '#ask-form')
  })

  it('is not sent empty, and loses nothing without a network', async () => {
    const id = put()
    const openid = somebody()
    await consent(cloud, openid)
    const app = open(id, { openid })
    await tap(app, '#ask')
    await tap(app, '#ask-send')
    await app.untilText('请先写您想问的')
    await type(app, '#ask-words', '几点来水')
    app.setOffline(true)
    await tap(app, '#ask-send')
    await app.untilText('没有送成')
    expect(app.page.find('#ask-words').value).toBe('几点来水')
    expect(noticeOf(cloud, id).questions).toBe(0)
  })
})
