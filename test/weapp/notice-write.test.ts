import { addDays, dayOf } from '../../src/domain/time/clock'
import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { consent, dataAs, dutyMember, gridLeader, secretary } from '../cloud/support/people'
import { keptBy, startAt } from '../support/door-app'
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

interface Kept {
  readonly _id: string
  readonly state: string
  readonly shown: { readonly title: string; readonly body: string; readonly isEmergency: boolean } | null
  readonly next: { readonly title: string } | null
  readonly shares: readonly unknown[]
  readonly consultation: unknown
}
const notices = (): readonly Kept[] => cloud.database.find('notices', {}) as unknown as readonly Kept[]

const grid = { c: 'west-street', g: 'west-1' }
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
/** Taps one after the other, and says how many they were. */
const taps = async (app: Weapp, ...selectors: readonly string[]): Promise<number> => {
  for (const selector of selectors) await tap(app, selector)
  return selectors.length
}
const aPowerCut = ['#kind-outage', '#what-power', '#building-heyuan-1', '#time-tomorrow-am'] as const

describe('写一条停电通知', () => {
  it('takes eight taps at most, and nothing typed, from 发通知 to a shared card', async () => {
    const app = open('notices', grid)
    const before = await taps(app, '#write', ...aPowerCut, '#next', '#send')
    await app.until(() => app.page.route === 'pages/notices/share/index')
    await shows(app, '#share-anywhere')
    app.page.tap('#share-anywhere')
    await app.until(() => app.shares.length > 0)
    const [card] = app.shares
    const { _id, shown } = notices()[0] ?? {}
    expect(card).toMatchObject({ title: shown?.title })
    expect(card?.path).toContain(`pages/notice/view/index?id=${_id}&t=`)
    expect(before + 1).toBeLessThanOrEqual(8)
  })

  it('says in title and body where, when and what', async () => {
    const app = open('notices/write', grid)
    await taps(app, ...aPowerCut, '#next')
    await shows(app, '#preview-title')
    expect(app.page.find('#preview-title').text).toMatch(/^1号楼.*停电$/)
    expect(app.page.find('#preview-lead').text).toContain('您所在的1号楼：明天08:00–12:00停电')
    await tap(app, '#send')
    await app.until(() => notices().length > 0)
    expect(notices()[0]?.shown?.body).toContain('请提前给手机充好电')
  })

  it('begins with the own grid', async () => {
    const app = open('notices/write', grid)
    await tap(app, '#kind-outage')
    await shows(app, '#whole-grid')
    expect(app.page.find('#whole-grid').attribute('class')).toContain('chip-on')
  })

  it('says what is missing where nobody has said when', async () => {
    const app = open('notices/write', grid)
    await taps(app, '#kind-outage', '#next')
    await shows(app, '#time-error')
    expect(has(app, '#check')).toBe(false)
  })

  it('says in time that the whole community waits for the secretary, and then whose turn it is', async () => {
    const app = open('notices/write', grid)
    await taps(app, '#kind-outage', '#whole-community')
    await app.untilText('要等书记看过才发出')
    await taps(app, '#time-tomorrow-am', '#next', '#send')
    await shows(app, '#done-waits')
    expect(notices()[0]).toMatchObject({ state: 'waiting', shown: null })
  })

  it('says the same, and hands it to the secretary, where the own grid is the whole community', async () => {
    const before = cloud.database.find('buildings', { communityId: 'west-street' })
    cloud.database.modify('buildings', { communityId: 'west-street' }, { $set: { gridId: 'west-1' } }, { multi: true })
    const app = open('notices/write', grid)
    await tap(app, '#kind-outage')
    await app.untilText('要等书记看过才发出')
    expect(app.page.find('#whole-grid').attribute('class')).toContain('chip-on')
    await taps(app, '#time-tomorrow-am', '#next')
    await app.until(() => has(app, '#send') && app.page.find('#send').text.includes('交给书记看'))
    await tap(app, '#send')
    await shows(app, '#done-waits')
    for (const { _id, gridId } of before)
      cloud.database.modify('buildings', { _id: _id as string }, { $set: { gridId: gridId as string } })
  })

  it('sends an emergency at once, and says what that means', async () => {
    const app = open('notices/write', grid)
    await taps(app, '#kind-outage', '#whole-community', '#time-now', '#urgent-yes')
    await app.untilText('两小时内请书记补看')
    await taps(app, '#next', '#send')
    await app.until(() => app.page.route === 'pages/notices/share/index')
    expect(notices()[0]).toMatchObject({ state: 'out', shown: { isEmergency: true } })
  })
})

describe('what was typed', () => {
  it('is there again after the app was closed', async () => {
    const first = open('notices/write', grid)
    await tap(first, '#kind-outage')
    await type(first, '#more', '送水车停在南门')
    const again = open('notices/write', grid, gridLeader, { storage: keptBy(first) })
    await shows(again, '#more')
    expect(again.page.find('#more').attribute('value')).toBe('送水车停在南门')
  })

  it('is not lost by one tap on another kind', async () => {
    const app = open('notices/write', grid)
    await tap(app, '#kind-outage')
    await type(app, '#more', '送水车停在南门')
    await taps(app, '#other-kind', '#other-kind-ask-other')
    await app.until(() => !has(app, '#other-kind-ask-other'))
    expect(app.page.find('#more').attribute('value')).toBe('送水车停在南门')
    await taps(app, '#other-kind', '#other-kind-ask-main')
    await shows(app, '#kinds')
  })

  it('is not asked about where nothing was filled in', async () => {
    const app = open('notices/write', grid)
    await taps(app, '#kind-outage', '#other-kind')
    await shows(app, '#kinds')
  })

  it('is put away after a question only', async () => {
    const first = open('notices/write', grid)
    await tap(first, '#kind-outage')
    await type(first, '#more', '送水车停在南门')
    const again = open('notices/write', grid, gridLeader, { storage: keptBy(first) })
    await taps(again, '#anew', '#anew-ask-main')
    await shows(again, '#kinds')
  })

  it('lies on the server as a draft where it is kept for later, to be written on', async () => {
    const app = open('notices/write', grid)
    await taps(app, ...aPowerCut, '#next')
    await type(app, '#title', '1号楼停电，请准备')
    await taps(app, '#save-draft', '#to-case')
    await app.untilText('还在写，没有发布')
    await tap(app, '#write-on')
    await shows(app, '#title')
    expect(app.page.find('#title').attribute('value')).toBe('1号楼停电，请准备')
    await tap(app, '#send')
    await app.until(() => notices()[0]?.state === 'out')
    expect(notices()).toHaveLength(1)
  })

  it('stays where somebody else was faster, and goes out once that was seen', async () => {
    const app = open('notices/write', grid)
    await taps(app, ...aPowerCut, '#next', '#send')
    await app.until(() => notices()[0]?.state === 'out')
    const { _id: noticeId = '' } = notices()[0] ?? {}
    const change = open('notices/write', { ...grid, notice: noticeId })
    await type(change, '#title', '1号楼停电改到后天')
    const { seen, shown } = await dataAs<{ seen: number; shown: Record<string, unknown> }>(
      cloud,
      secretary,
      'notice.show',
      {
        noticeId,
      },
    )
    const { about, span, where, needs, isEmergency, body, validUntil } = shown
    await dataAs(cloud, secretary, 'notice.save', {
      ...{ noticeId, draftId: null, communityId: 'west-street', gridId: null, seen, send: true },
      content: {
        ...{ about, span, where, needs, isEmergency, body, validUntil },
        ...{ title: '书记改过的', pictures: [], fileId: null, consultation: null, signUp: null },
      },
    })
    await tap(change, '#send')
    await shows(change, '#between')
    expect(change.page.find('#between').text).toContain('社区书记')
    expect(change.page.find('#title').attribute('value')).toBe('1号楼停电改到后天')
    await tap(change, '#send')
    await change.until(() => notices()[0]?.shown?.title === '1号楼停电改到后天')
  })
})

describe('征求意见和报名', () => {
  it('asks for options and a last day before it can go on, and takes them along', async () => {
    const app = open('notices/write', { c: 'west-street' }, dutyMember)
    await taps(app, '#kind-meeting', '#what-consultation', '#building-heyuan-1')
    await type(app, '#topic', '晾衣架装在哪里')
    await tap(app, '#next')
    await app.untilText('至少写两个不一样的选择')
    await type(app, '#option-1', '楼顶')
    await type(app, '#option-2', '楼下空地')
    await tap(app, `#ask-until-${addDays(dayOf(Date.now()), 7)}`)
    await taps(app, '#next', '#send')
    await app.until(() => notices()[0]?.state === 'out')
    expect(notices()[0]?.consultation).toMatchObject({
      options: [
        { id: 'o1', text: '楼顶' },
        { id: 'o2', text: '楼下空地' },
      ],
      each: 'household',
    })
  })
})
