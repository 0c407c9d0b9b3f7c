import { hour } from '../../src/domain/time/clock'
import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { anEdition, aNoticeRow, noticeOf, putNotices } from '../cloud/support/notices'
import { consent, dataAs, dutyMember, gridLeader } from '../cloud/support/people'
import { keptBy, startAt } from '../support/door-app'
import type { Weapp, WeappOptions } from '../support/weapp'

jest.setTimeout(60_000)

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
  for (const openid of [dutyMember, gridLeader]) await consent(cloud, openid)
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['notices', 'noticeGroups', 'counters', 'resends'])
    cloud.database.remove(name, {}, { multi: true })
})

interface Kept {
  readonly _id: string
  readonly state: string
  readonly shown: { readonly title: string; readonly number: number } | null
}
const notices = (): readonly Kept[] => cloud.database.find('notices', {}) as unknown as readonly Kept[]

/** What becomes of the replies of an action: the server does its work in each case but `fails`. */
type Fate = 'lost' | 'fails' | Promise<void>
const fates = new Map<string, Fate>()
beforeEach(() => fates.clear())

const own = { c: 'west-street', g: 'west-1' }
function open(page: string, query: Record<string, string>, openid = gridLeader, options: WeappOptions = {}): Weapp {
  return startAt(cloud, query, {
    connect: { url: cloud.url, openid },
    cloud: async (name, data) => {
      const fate = fates.get((data as { readonly action: string }).action)
      if (fate === 'fails') return { ok: false, refused: 'server.failed', requestId: 'test' }
      const reply = await cloud.invoke(name, data, { openid, source: 'wx_client' })
      if (fate === 'lost') throw new Error('the reply was lost')
      await fate
      return reply
    },
    launch: { path: `pages/${page}/index`, query, scene: 1001 },
    ...options,
  })
}
/** Holds the replies of an action until it is called. */
function held(action: string): () => void {
  let release = (): void => undefined
  fates.set(action, new Promise<void>((done) => (release = done)))
  return () => {
    fates.delete(action)
    release()
  }
}
const has = (app: Weapp, selector: string) => app.page.findAll(selector).length > 0
const shows = (app: Weapp, selector: string) => app.until(() => has(app, selector))
const hides = (app: Weapp, selector: string) => app.until(() => !has(app, selector))
const tap = async (app: Weapp, selector: string) => {
  await shows(app, selector)
  app.page.tap(selector)
}
const taps = async (app: Weapp, ...selectors: readonly string[]) => {
  for (const selector of selectors) await tap(app, selector)
}
const type = async (app: Weapp, selector: string, words: string) => {
  await shows(app, selector)
  app.page.type(selector, words)
  await app.until(() => app.page.find(selector).attribute('value') === words)
}
const group = async (name: string, buildingIds = ['heyuan-1']) =>
  (
    await dataAs<{ groupId: string }>(cloud, gridLeader, 'group.save', {
      ...{ communityId: 'west-street', groupId: null, name, buildingIds },
    })
  ).groupId
const aPowerCut = ['#kind-outage', '#what-power', '#building-heyuan-1', '#time-tomorrow-am', '#next'] as const

describe('发布, whose reply is lost', () => {
  /** Sent; the server has it, and the page says that nobody knows. */
  const sentUnheard = async () => {
    const app = open('notices/write', own)
    await taps(app, ...aPowerCut)
    fates.set('notice.save', 'lost')
    await tap(app, '#send')
    await app.until(() => notices()[0]?.state === 'out')
    await app.untilText('不会重复')
    fates.clear()
    return app
  }

  it('makes one notice, where a word is corrected before the next tap, and says that it was out', async () => {
    const app = await sentUnheard()
    await type(app, '#title', '1号楼明天停电，改一个字')
    await tap(app, '#send')
    await app.untilText('刚才那次其实已经发布了')
    expect(notices()).toMatchObject([{ shown: { number: 1 } }])
    expect(app.page.find('#title').attribute('value')).toBe('1号楼明天停电，改一个字')
    await hides(app, '#save-draft')
    await tap(app, '#send')
    await app.until(() => app.page.route === 'pages/notices/share/index')
    expect(notices()).toMatchObject([{ shown: { number: 2, title: '1号楼明天停电，改一个字' } }])
  })

  it('makes one notice, where WeChat was closed and the kept draft goes on', async () => {
    const first = await sentUnheard()
    const again = open('notices/write', own, gridLeader, { storage: keptBy(first) })
    await tap(again, '#send')
    await again.until(() => again.page.route === 'pages/notices/share/index')
    expect(notices()).toMatchObject([{ shown: { number: 1 } }])
  })

  it('makes another one, where somebody begins anew', async () => {
    const first = await sentUnheard()
    const again = open('notices/write', own, gridLeader, { storage: keptBy(first) })
    await taps(again, '#anew', '#anew-ask-main', ...aPowerCut, '#send')
    await again.until(() => again.page.route === 'pages/notices/share/index')
    expect(notices()).toHaveLength(2)
  })
})

describe('a notice that somebody else has changed', () => {
  it('says so also where it cannot be fetched as it stands now', async () => {
    const now = Date.now() - hour
    const id = putNotices(cloud, aNoticeRow(now, { shown: anEdition(now) }))
    const app = open('notices/write', { ...own, notice: id })
    await type(app, '#title', '1号楼停水改到后天')
    const events = noticeOf(cloud, id).events as unknown as readonly object[]
    cloud.database.modify('notices', { _id: id }, { $set: { events: [...events, ...events.slice(-1)] } })
    fates.set('notice.show', 'fails')
    await tap(app, '#send')
    await app.untilText('现在取不来最新的样子')
    fates.clear()
    await tap(app, '#send')
    await shows(app, '#between')
  })
})

describe('发到了', () => {
  it('says that it is on its way, and two answers at once leave no question behind', async () => {
    const now = Date.now() - hour
    const id = putNotices(cloud, aNoticeRow(now, { shown: anEdition(now) }))
    const [one, two] = [await group('一群'), await group('二群')]
    const app = open('notices/share', { ...own, notice: id })
    await tap(app, `#share-${one}`)
    await shows(app, `#sent-${one}`)
    await tap(app, `#share-${two}`)
    await shows(app, `#sent-${two}`)
    const release = held('notice.share')
    await tap(app, `#sent-${one}`)
    await app.until(() => app.page.find(`#sent-${one}`).classes.includes('button-busy'))
    expect(app.page.find(`#sent-${two}`).classes).not.toContain('button-busy')
    await tap(app, `#sent-${two}`)
    await app.until(() => app.page.find(`#sent-${two}`).classes.includes('button-busy'))
    release()
    await app.untilText('您的群都发到了')
    expect(app.page.text).not.toContain('发到了吗')
    expect(JSON.stringify(keptBy(app))).not.toContain(`shared:${id}`)
  })
})

describe('what was read before', () => {
  const anOpenOne = () => {
    const now = Date.now() - hour
    return putNotices(cloud, aNoticeRow(now, { shown: anEdition(now) }))
  }
  const failure = '服务器出了点问题'

  it('is not passed off as new, where how many know cannot be counted again', async () => {
    const app = open('notices/reach', { ...own, notice: anOpenOne() })
    await shows(app, '#reach')
    fates.set('notice.reach', 'fails')
    await tap(app, '#again')
    await shows(app, '#unrenewed')
    expect(app.page.find('#unrenewed').text).toContain(failure)
    fates.clear()
    await tap(app, '#again')
    await hides(app, '#unrenewed')
  })

  it('is not passed off as new, where questions cannot be fetched again', async () => {
    const app = open('notices/questions', { ...own, notice: anOpenOne() })
    await shows(app, '#questions')
    fates.set('notice.questions', 'fails')
    app.hide()
    app.show()
    await shows(app, '#unrenewed')
  })

  it('is not passed off as new, where the list of groups cannot be fetched again', async () => {
    const app = open('notices/groups', own)
    await tap(app, '#group-new')
    await type(app, '#group-name', '和苑1号楼群')
    await tap(app, '#building-heyuan-1')
    await shows(app, '#building-heyuan-1.choice-on')
    fates.set('group.list', 'fails')
    await tap(app, '#group-save')
    await shows(app, '#unrenewed')
  })

  it('of a notice does not say that there is no network, where there is one, and can be asked for again', async () => {
    const id = anOpenOne()
    const query = { id, b: 'heyuan-1', u: 'heyuan-1-u1' }
    const first = open('notice/view', query)
    await shows(first, '#lead-line')
    await first.until(() => JSON.stringify(keptBy(first)).includes(`notice:${id}`))
    fates.set('notice.open', 'fails')
    const again = open('notice/view', query, gridLeader, { storage: keptBy(first) })
    await again.untilText(failure)
    expect(again.page.text).not.toContain('没有网络')
    fates.clear()
    await tap(again, '#again')
    await hides(again, '#again')
  })

  it('of a door is asked for again, where only its name could not be fetched', async () => {
    anOpenOne()
    fates.set('door.open', 'fails')
    const app = open('notice/door', { b: 'heyuan-1', u: 'heyuan-1-u1' })
    await app.untilText(failure)
    fates.clear()
    await app.until(() => has(app, '.button'))
    app.page.tap('.button')
    await app.untilText('停水')
  })
})
