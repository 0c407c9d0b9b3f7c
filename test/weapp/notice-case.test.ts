import { day, hour } from '../../src/domain/time/clock'
import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { anEdition, aNoticeEvent, aNoticeRow, putNotices, type NoticeOver } from '../cloud/support/notices'
import { consent, dataAs, dutyMember, gridLeader, keys, secretary } from '../cloud/support/people'
import { startAt } from '../support/door-app'
import type { Weapp, WeappOptions } from '../support/weapp'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
  for (const openid of [secretary, dutyMember, gridLeader]) await consent(cloud, openid)
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['notices', 'counters']) cloud.database.remove(name, {}, { multi: true })
})

function put(over: NoticeOver = {}): string {
  const row = aNoticeRow(Date.now() - 1000, over)
  putNotices(cloud, row)
  return row._id
}
const stateOf = (id: string) =>
  (cloud.database.find('notices', { _id: id }) as unknown as readonly { state: string }[])[0]?.state

function open(page: string, query: Record<string, string>, openid = gridLeader, options: WeappOptions = {}): Weapp {
  return startAt(cloud, query, {
    connect: { url: cloud.url, openid },
    cloud: (name, data) => cloud.invoke(name, data, { openid, source: 'wx_client' }),
    launch: { path: `pages/${page}/index`, query, scene: 1001 },
    ...options,
  })
}
const has = (app: Weapp, selector: string) => app.page.findAll(selector).length > 0
const shows = (app: Weapp, selector: string) => app.until(() => has(app, selector))
const tap = async (app: Weapp, selector: string) => {
  await shows(app, selector)
  app.page.tap(selector)
}
const type = async (app: Weapp, selector: string, words: string) => {
  await shows(app, selector)
  app.page.type(selector, words)
  await app.until(() => app.page.find(selector).attribute('value') === words)
}
const grid = { c: 'west-street', g: 'west-1' }
const west = { c: 'west-street' }
/** Of the grid leader, for the whole community: it waits for the secretary. */
const waiting = (): NoticeOver => {
  const now = Date.now() - 1000
  const next = anEdition(now, {
    audience: { communityId: 'west-street', where: { kind: 'community' }, needs: [] },
    title: '全社区明天停水',
  })
  return { state: 'waiting', shown: null, next, outAt: null, events: [aNoticeEvent(now, { to: 'waiting' })] }
}

const everybody = { communityId: 'west-street', where: { kind: 'community' }, needs: [] } as const
/** Of the grid leader as well, out since a moment ago: the secretary has not read it yet. */
const emergency = (): NoticeOver => {
  const now = Date.now() - 1000
  const shown = anEdition(now, { audience: everybody, isEmergency: true, title: '全社区停水' })
  return { shown, unread: { since: now, writers: [keys.person(gridLeader)], isSecretarys: false } }
}
const asked = {
  options: [
    { id: 'o1', text: '装在楼顶' },
    { id: 'o2', text: '装在楼下空地' },
  ],
  ...({ most: 1, each: 'household', names: 'signers', isSigned: true } as const),
  // 2026-11-30, 24:00.
  until: Date.parse('2026-12-01T00:00:00+08:00'),
}
/** What waits is 征求意见, and so is what people read already, if any. */
const asking = (over: NoticeOver = {}): NoticeOver => {
  const now = Date.now() - 1000
  const next = anEdition(now, {
    ...{ about: { kind: 'meeting', what: 'consent' }, span: null, audience: everybody, title: '加装电梯，听您的' },
    validUntil: asked.until + 30 * day,
  })
  return { ...waiting(), next, consultation: asked, ...over }
}

describe('发通知', () => {
  it('stands at the workbench of a grid leader, and leads to the own notices', async () => {
    const app = open('work', {})
    await app.untilText('发通知')
    const [row] = app.page.findAll('.row').filter(({ id }) => id?.startsWith('notices-') ?? false)
    app.page.tap(`#${row?.id ?? ''}`)
    await app.until(() => app.page.route === 'pages/notices/index')
  })

  it('says how many wait, and opens with them', async () => {
    const id = put(waiting())
    const app = open('notices', west, secretary)
    await shows(app, `#notice-${id}`)
    expect(app.page.find('#drawer-asking').text).toContain('等人看的（1）')
    expect(app.page.find(`#notice-${id}`).text).toMatch(/全社区明天停水.*等人复核/)
  })

  it('has what went out unread among what waits', async () => {
    const id = put(emergency())
    const app = open('notices', west, secretary)
    await shows(app, `#notice-${id}`)
    expect(app.page.find('#drawer-asking').text).toContain('等人看的（1）')
    expect(app.page.find(`#notice-${id}`).text).toMatch(/全社区停水.*已发布.*还没人补看/)
  })

  it('says so where nothing is out', async () => {
    const app = open('notices', grid)
    await app.untilText('现在没有发布着的通知')
  })

  it('leads to the notice', async () => {
    const id = put()
    const app = open('notices', grid)
    await tap(app, `#notice-${id}`)
    await app.until(() => app.page.route === 'pages/notices/case/index')
    await app.untilText('已发布，居民看得到')
  })
})

describe('这条通知', () => {
  it('shows what residents see first, and when somebody has to say that it is back', async () => {
    const app = open('notices/case', { ...grid, notice: put() })
    await shows(app, '#shown')
    expect(app.page.find('#shown').text).toContain('您所在的1号楼：正在停水')
    expect(app.page.find('#case-due').text).toContain('前请说恢复')
  })

  it.each(['withdrawn', 'restored', 'expired'] as const)(
    'that is %s is not called what residents see',
    async (state) => {
      const end = { at: Date.now(), words: '', wordsState: 'shown' } as const
      const app = open('notices/case', { ...grid, notice: put({ state, end }) })
      await shows(app, '#shown')
      expect(app.page.text).not.toContain('居民现在看到')
      expect(app.page.find('#shown').text).toMatch(/原来的内容，居民已经看不到了.*1号楼今天下午停水/)
    },
  )

  it('whose time is over is not called so either, also before anybody has looked at it', async () => {
    const then = Date.now() - 2 * day
    const shown = anEdition(then, { about: { kind: 'safety', what: 'fire' }, span: null, validUntil: then + day })
    const app = open('notices/case', { ...grid, notice: put({ shown }) })
    await app.untilText('原来的内容，居民已经看不到了')
    expect(app.page.find('#shown').text).toContain('这条通知已过期')
  })

  it('shows whoever releases it what residents will be asked', async () => {
    const app = open('notices/case', { ...west, notice: put(asking()) }, secretary)
    await shows(app, '#step-release')
    const { text } = app.page.find('#next')
    for (const words of ['装在楼顶', '装在楼下空地', '只选一个', '一户一次', '11月30日（周一）24:00截止'])
      expect(text).toContain(words)
    for (const words of ['要写名字签名', '签了名的人都能看到']) expect(text).toContain(words)
    expect(text).not.toContain('原来是')
    const most = Array.from({ length: 8 }, (_, at) => ({ id: `o${at}`, text: '一'.repeat(30) }))
    const full = open(
      'notices/case',
      { ...west, notice: put(asking({ consultation: { ...asked, options: most } })) },
      secretary,
    )
    await shows(full, '#next')
    expect(full.page.bytes).toBeLessThanOrEqual(32 * 1024)
  })

  it('says that words are asked for, and of no names where nobody signs', async () => {
    const consultation = { ...asked, options: [], isSigned: false }
    const app = open('notices/case', { ...west, notice: put(asking({ consultation })) }, secretary)
    await shows(app, '#next-mode')
    expect(app.page.find('#next').text).toContain('不用签名')
    expect([has(app, '#next-names'), has(app, '#next-most')]).toEqual([false, false])
  })

  it('shows a deadline that would be put off beside what it was', async () => {
    const { next } = asking()
    const shown = next && { ...next, number: 1 }
    const later = next && { ...next, number: 2 }
    const over: NoticeOver = { state: 'changing', shown, next: later, nextUntil: asked.until + 3 * day }
    const app = open('notices/case', { ...west, notice: put(asking({ ...over, outAt: Date.now() - day })) }, secretary)
    await shows(app, '#next-ask-until')
    expect(app.page.find('#next-ask-until').text).toMatch(/12月3日（周四）24:00截止.*原来是11月30日（周一）24:00截止/)
    expect(app.page.find('#shown-ask-until').text).toMatch(/11月30日（周一）24:00截止$/)
  })

  it('shows whoever releases a sign-up how many places there are, and its times', async () => {
    const about = { kind: 'meeting', what: 'sign-up' } as const
    const { next } = asking()
    const signUp = { places: 8, until: asked.until, beginsAt: asked.until + 33 * hour }
    const notice = put(asking({ next: next && { ...next, about }, consultation: null, signUp }))
    const app = open('notices/case', { ...west, notice }, secretary)
    await shows(app, '#next-places')
    const { text } = app.page.find('#next')
    for (const words of ['8个', '12月2日（周三）09:00', '11月30日（周一）24:00']) expect(text).toContain(words)
  })

  it('says that it is back after a question', async () => {
    const id = put()
    const app = open('notices/case', { ...grid, notice: id })
    await tap(app, '#step-restore')
    expect(stateOf(id)).toBe('out')
    await tap(app, '#step-main')
    await app.untilText('说过恢复了')
    expect(stateOf(id)).toBe('restored')
    await shows(app, '#to-share')
  })

  it('withdraws with a word to readers', async () => {
    const id = put()
    const app = open('notices/case', { ...grid, notice: id })
    await tap(app, '#step-withdraw')
    await type(app, '#step-words', '停水取消了')
    await tap(app, '#step-main')
    await app.until(() => stateOf(id) === 'withdrawn')
    await app.untilText('“停水取消了”')
  })

  it('lets the secretary release what waits', async () => {
    const id = put(waiting())
    const app = open('notices/case', { ...west, notice: id }, secretary)
    await tap(app, '#step-release')
    await tap(app, '#step-main')
    await app.until(() => stateOf(id) === 'out')
  })

  it('sends back with words only', async () => {
    const id = put(waiting())
    const app = open('notices/case', { ...west, notice: id }, secretary)
    await tap(app, '#step-send-back')
    await tap(app, '#step-main')
    await shows(app, '#step-words-error')
    expect(stateOf(id)).toBe('waiting')
    await type(app, '#step-words', '时间写错了')
    await tap(app, '#step-main')
    await app.until(() => stateOf(id) === 'sent-back')
  })

  it('offers who wrote it to take it back, and not to release it', async () => {
    const app = open('notices/case', { ...grid, notice: put(waiting()) })
    await shows(app, '#step-recall')
    expect(has(app, '#step-release')).toBe(false)
  })

  it('shows what happened where somebody else was faster, and does nothing twice', async () => {
    const id = put()
    const app = open('notices/case', { ...grid, notice: id })
    await tap(app, '#step-withdraw')
    await dataAs(cloud, secretary, 'notice.act', { noticeId: id, seen: 1, deed: { verb: 'restore', words: null } })
    await tap(app, '#step-main')
    await app.untilText('刚才有别人处理过')
    await app.untilText('已恢复')
    expect(stateOf(id)).toBe('restored')
  })

  it('says so where there is no such notice', async () => {
    const app = open('notices/case', { ...grid, notice: 'nothing' })
    await app.untilText('没有找到这条通知')
  })
})
