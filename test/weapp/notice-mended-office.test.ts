import { newSignUp } from '../../src/cloud/notice/signup-new'
import { addDays, day, dayOf, hour, minute, startOf } from '../../src/domain/time/clock'
import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { put } from '../../src/tools/support/proof/documents'
import { aRoom, roomsDocument } from '../../src/tools/support/proof/notice-world'
import { anEdition, aNoticeEvent, aNoticeRow, putNotices, type NoticeDocument } from '../cloud/support/notices'
import { consent, dataAs, gridLeader, keys, secretary } from '../cloud/support/people'
import { agreedBefore, has, hides, openOn, shows, tap, type } from '../support/request-phone'
import type { Weapp } from '../support/weapp'

jest.setTimeout(120_000)

let cloud: LocalCloud
let openPage: ReturnType<typeof openOn>
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
  openPage = openOn(cloud)
  for (const openid of [secretary, gridLeader]) await consent(cloud, openid)
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['notices', 'counters', 'signUps', 'noticeGroups', 'voices', 'households'])
    cloud.database.remove(name, {}, { multi: true })
})

const grid = { c: 'west-street', g: 'west-1' }
const open = (page: string, query: Record<string, string>, openid = gridLeader): Weapp =>
  openPage(openid, page, query, { storage: agreedBefore })
const taps = async (app: Weapp, ...selectors: readonly string[]) => {
  for (const selector of selectors) await tap(app, selector)
}
const notices = () => cloud.database.find('notices', {}) as unknown as readonly NoticeDocument[]

const whole = { communityId: 'west-street', where: { kind: 'community' }, needs: [] } as const
/** Of the secretary for everybody: of no grid. */
function ofSecretary(over: Partial<NoticeDocument> = {}): string {
  const now = Date.now() - 1000
  const writer = keys.person(secretary)
  const shown = anEdition(now, { audience: whole, title: '全社区明天停水', writer, role: 'secretary' })
  const events = [aNoticeEvent(now, { actor: 'secretary', person: writer })]
  return putNotices(cloud, aNoticeRow(now, { gridId: null, shown, events, placeNames: ['西街社区'], ...over }))
}

describe('a grid leader and a notice of the whole community', () => {
  it('finds it from the own desk, is told whose it is, and comes to share, to count and to visit', async () => {
    const noticeId = ofSecretary()
    put(cloud.database, 'households', [roomsDocument('west-street', 'heyuan-1', [aRoom('heyuan-1', '301')])])
    const app = open('notices', grid)
    await app.untilText('现在没有发布着的通知')
    await tap(app, '#whose-all')
    await tap(app, `#notice-${noticeId}`)
    await app.untilText('可以看，也可以发到群里')
    expect(has(app, '#to-questions')).toBe(false)
    await tap(app, '#to-reach')
    await shows(app, '#remind-heyuan-1')
    expect(has(app, '#remind-heyuan-4')).toBe(false)
    await tap(app, '#visit-heyuan-1')
    await app.until(() => app.page.route === 'pages/notices/visit/index')
    await app.untilText('301')
  })

  it('shares it into the own groups, and hears of no building of another grid without one', async () => {
    const noticeId = ofSecretary()
    const input = { communityId: 'west-street', groupId: null, name: '1号楼群', buildingIds: ['heyuan-1'] }
    const { groupId } = await dataAs<{ groupId: string }>(cloud, gridLeader, 'group.save', input)
    const app = open('notices/case', { ...grid, notice: noticeId })
    await tap(app, '#to-share')
    await shows(app, `#share-${groupId}`)
    await app.untilText('2号楼、3号楼没有对应的群')
  })

  it('is offered no second choice at a desk of the whole community, nor told that the own is another’s', async () => {
    const noticeId = ofSecretary()
    const app = open('notices', { c: 'west-street' }, secretary)
    await tap(app, `#notice-${noticeId}`)
    await shows(app, '#to-questions')
    expect([has(app, '#whose'), app.page.text.includes('不归您这里管')]).toEqual([false, false])
  })
})

/** Chips that depend on each other: nobody is so fast as to tap the next before the last is seen. */
async function chosen(app: Weapp, ...selectors: readonly string[]): Promise<void> {
  for (const selector of selectors) {
    await tap(app, selector)
    await shows(app, `${selector}.chip-on`)
  }
}

describe('an outage over night', () => {
  const begun = async () => {
    const app = open('notices/write', grid)
    const tomorrow = addDays(dayOf(Date.now()), 1)
    await taps(app, '#kind-outage', '#what-power', '#building-heyuan-1', '#time-own')
    await chosen(app, `#day-${tomorrow}`)
    return { app, tomorrow: startOf(tomorrow) }
  }
  const sentSpan = async (app: Weapp) => {
    await taps(app, '#next', '#send')
    await app.until(() => notices()[0]?.state === 'out')
    const { from, until } = notices()[0]?.shown?.span ?? {}
    return [from, until]
  }

  it('ends on the next day, where its end lies before its beginning', async () => {
    const { app, tomorrow } = await begun()
    await chosen(app, '#from-22')
    await tap(app, '#until-night')
    await chosen(app, '#until-6')
    await shows(app, '#until-day-1.chip-on')
    expect(app.page.find('#until-day-1').text).toContain('次日')
    expect(await sentSpan(app)).toEqual([tomorrow + 22 * hour, tomorrow + 30 * hour])
  })

  it('can begin half an hour after midnight; the night’s hours come at a tap', async () => {
    const { app, tomorrow } = await begun()
    await shows(app, '#from-night')
    expect(has(app, '#from-0')).toBe(false)
    await tap(app, '#from-night')
    await chosen(app, '#from-0', '#from-half-past')
    await tap(app, '#until-night')
    await chosen(app, '#until-5')
    expect(await sentSpan(app)).toEqual([tomorrow + 30 * minute, tomorrow + 5 * hour])
  })

  it('can end half an hour after midnight', async () => {
    const { app, tomorrow } = await begun()
    await chosen(app, '#from-22', '#until-24', '#until-half-past')
    await shows(app, '#until-day-1.chip-on')
    expect(await sentSpan(app)).toEqual([tomorrow + 22 * hour, tomorrow + 24.5 * hour])
  })
})

describe('a draft for the whole community', () => {
  it('is not said to be out when it only went to a second person', async () => {
    const now = Date.now() - 1000
    const next = anEdition(now, { audience: whole, title: '全社区明天停水' })
    const events = [aNoticeEvent(now, { verb: 'begin', to: 'draft' })]
    const id = putNotices(cloud, aNoticeRow(now, { state: 'draft', shown: null, next, outAt: null, events }))
    const app = open('notices/case', { ...grid, notice: id })
    await taps(app, '#step-send', '#step-main')
    await app.untilText('交给第二个人看了')
    expect(app.page.text).not.toContain('发布了')
    await app.untilText('交来发布')
  })
})

describe('a household that had to say first where it lives', () => {
  it('comes back to what it had chosen, and sends it', async () => {
    const until = Date.now() + 2 * day
    const now = Date.now() - hour
    const about = { kind: 'meeting', what: 'consultation' } as const
    const shown = anEdition(now, { about, span: null, title: '装不装晾衣架', validUntil: until + day })
    const consultation = {
      options: [
        { id: 'yes', text: '装' },
        { id: 'no', text: '不装' },
      ],
      ...({ most: 1, each: 'household', until, names: 'office', isSigned: false } as const),
    }
    const id = putNotices(cloud, aNoticeRow(now, { shown, consultation }))
    const openid = 'oComesBack'
    await consent(cloud, openid)
    const app = open('notice/view', { id, b: 'heyuan-1', u: 'heyuan-1-u1' }, openid)
    await taps(app, '#voice-choices-yes')
    await shows(app, '#voice-choices-yes.choice-on')
    await tap(app, '#voice-send')
    await tap(app, '#voice-home')
    await app.until(() => app.page.route === 'pages/mine/home/index')
    await dataAs(cloud, openid, 'home.declare', { buildingId: 'heyuan-1', unitId: 'heyuan-1-u1', room: '101' })
    app.back()
    await hides(app, '#voice-home')
    expect(app.page.text).not.toContain('请先登记您住哪一户')
    await tap(app, '#voice-send')
    await app.untilText('您的意见收到了')
  })
})

describe('somebody without a phone', () => {
  it('who is added to a full sign-up is said to wait', async () => {
    const now = Date.now() - hour
    const beginsAt = now + 3 * day
    const about = { kind: 'meeting', what: 'sign-up' } as const
    const times = { until: beginsAt - hour, beginsAt }
    const shown = anEdition(now, { about, span: null, title: '护河队报名', validUntil: beginsAt })
    const id = putNotices(cloud, aNoticeRow(now, { shown, signUp: { places: 1, ...times } }))
    const offer = { communityId: 'west-street', places: 1, ...times, validUntil: beginsAt }
    cloud.database.insert('signUps', [{ _id: id, shape: 1, version: 1, ...newSignUp(keys, now, offer) }])
    const app = open('notices/signup', { ...grid, notice: id })
    await type(app, '#add-name', '孙奶奶')
    await tap(app, '#add-go')
    await app.untilText('孙奶奶报上了')
    await type(app, '#add-name', '李奶奶')
    await tap(app, '#add-go')
    await app.untilText('李奶奶排到候补了')
    expect(app.page.text).not.toContain('李奶奶报上了')
  })
})

describe('a group that serves a building which was removed', () => {
  it('says so, and is kept without it', async () => {
    const input = { communityId: 'west-street', groupId: null, name: '1号楼群', buildingIds: ['heyuan-1'] }
    const { groupId } = await dataAs<{ groupId: string }>(cloud, gridLeader, 'group.save', input)
    cloud.database.modify('noticeGroups', { _id: groupId }, { $set: { buildingIds: ['heyuan-1', 'gone'] } })
    const app = open('notices/groups', grid)
    await tap(app, `#edit-${groupId}`)
    await app.untilText('还管着1栋不在上面的楼')
    await tap(app, '#drop-outside')
    await hides(app, '#outside')
    await tap(app, '#group-save')
    await app.untilText('记下了')
    expect(cloud.database.find('noticeGroups', {})).toMatchObject([{ buildingIds: ['heyuan-1'] }])
  })
})
