import type { RequestRow } from '../../src/cloud/request/load'
import { agreed } from '../cloud/support/messages'
import { callAs, dataAs, gridLeader, secretary } from '../cloud/support/people'
import { personOf } from '../cloud/support/wish-steps'
import { takePicture } from '../support/chromium'
import { demoDoor } from '../support/demo'
import {
  building,
  cardOf,
  does,
  emptyNotices,
  inGrid,
  livesAt,
  noteShares,
  roomOf,
  theNotice,
  west,
} from '../support/notice-story'
import { at, openStory, toldTo, tuesday, type Actor, type Story } from '../support/wish-story'

jest.setTimeout(240_000)

let story: Story
beforeAll(async () => {
  story = await openStory()
})
afterAll(() => story.close())
beforeEach(() => story.isNow(tuesday))

const rowsOf = (name: string) => story.app.cloud.database.find(name)
/** Until the line that stands first says it, and says what it says. */
const leads = async (one: Actor, words: string): Promise<void> => {
  await one.phone.page.locator('#lead-line', { hasText: words }).locator('visible=true').first().waitFor()
}

/** A group of the grid leader's, in which the building's residents are. */
const group = async (): Promise<string> => {
  const input = { communityId: west, groupId: null, name: '1号楼业主群', buildingIds: [building] }
  return (await dataAs<{ groupId: string }>(story.app.cloud, gridLeader, 'group.save', input)).groupId
}

describe('the cable fire', () => {
  it('reaches the building at once, brings help to who asks, and the old card says that the power is back', async () => {
    emptyNotices(story, [roomOf('301'), roomOf('302'), roomOf('401')])
    for (const [openid, room] of [['story-reader', '301'] as const, ['story-oxygen', '302'] as const])
      await livesAt(story.app, openid, room)
    const groupId = await group()

    const leader = await story.actor(gridLeader)
    await noteShares(leader)
    await leader.goes('work')
    await leader.taps('[id^="notices-"]', '#write', '#kind-outage', '#what-power', '#time-now', '#urgent-yes', '#next')
    await takePicture(leader.phone.page, 'notice-story-emergency')
    await leader.taps('#send', `#share-${groupId}`, `#sent-${groupId}`)
    await leader.reads('您的群都发到了')
    const { _id: id, gridId } = theNotice(story.app)
    expect(theNotice(story.app)).toMatchObject({ state: 'out', gridId, shown: { isEmergency: true } })
    const card = await cardOf(leader)

    const reader = await story.actor('story-reader')
    await reader.goes(card)
    await leads(reader, '您所在的1号楼：正在停电')
    await reader.taps('#know')
    await reader.seesNot('#know')

    const passerBy = await story.actor('story-passer-by', true)
    await passerBy.goes(`door?scene=${demoDoor.code}`)
    await passerBy.sees(`#emergency-${id}`)
    await takePicture(passerBy.phone.page, 'notice-story-door')
    await passerBy.taps(`#emergency-${id}`)
    await leads(passerBy, '正在停电')

    const asker = await story.actor('story-oxygen')
    await asker.goes(card)
    await asker.taps('#help')
    await asker.taps('#send')
    await asker.sees('#sent')
    const [request] = rowsOf('requests') as unknown as readonly RequestRow[]
    expect(request).toMatchObject({ noticeId: id, matterId: 'power-outage-building' })
    expect(rowsOf('openings')).toHaveLength(3)

    await leader.goes(`desk?${inGrid}`)
    await leader.taps(`#request-${request?._id}`)
    await leader.reads('从通知来的')

    const whole = await story.actor(secretary)
    expect(toldTo(story, personOf(secretary))).toContain('notice.todo review')
    await does(whole, id, `c=${west}`, 'review')
    expect(theNotice(story.app)).toMatchObject({ state: 'out', unread: null })

    await story.isNow(tuesday + 3 * 3_600_000)
    await does(leader, id, inGrid, 'restore', '电已经送上了')
    await story.timer()
    for (const one of [reader, passerBy]) {
      await one.goes(card)
      await leads(one, '已恢复供电')
      expect(await one.text()).not.toMatch(/正在停电|抢修/)
    }
    await takePicture(reader.phone.page, 'notice-story-restored')
    expect(toldTo(story, personOf('story-reader'))).toEqual(['notice.progress restored'])
    expect(toldTo(story, personOf('story-passer-by'))).toEqual([])
    await reader.goes('mine/messages')
    await reader.taps('[id^="message-"]')
    await leads(reader, '已恢复供电')
    await passerBy.goes(`door?scene=${demoDoor.code}`)
    await passerBy.sees('#notices')
    await passerBy.seesNot(`#emergency-${id}`)
  })
})

describe('the pension certification', () => {
  it('is opened by some, reminded, and told at the last twelve doors without a network, each once', async () => {
    const old = ['101', '102', '103', '104', '201', '202', '203', '204', '301', '302', '303', '304', '401', '402']
    const late = ['403', '404']
    const needs = ['over-60'] as const
    emptyNotices(story, [
      ...[...old, ...late].map((room) => roomOf(room, { needs, ...(room === '401' ? { phone: null } : {}) })),
      ...['105', '106'].map((room) => roomOf(room)),
    ])
    const homes = [
      ['story-101', '101'],
      ['story-102', '102'],
      ['story-103', '103'],
      ['story-104', '104'],
    ] as const
    for (const [openid, room] of homes) await livesAt(story.app, openid, room)
    agreed(story.app.cloud, 'story-104', 1)

    const leader = await story.actor(gridLeader)
    await noteShares(leader)
    await leader.goes(`notices?${inGrid}`)
    await leader.taps('#write', '#kind-service', '#what-certification', `#building-${building}`)
    await leader.types('#where', '党群服务中心')
    await leader.taps('#needs-open', '#needs-over-60', '#next', '#send', '#share-anywhere')
    const { _id: id } = theNotice(story.app)
    const card = await cardOf(leader)

    const first = await story.actor('story-101')
    await first.goes(card)
    await leads(first, '60岁以上')
    await first.taps('#know')
    await first.seesNot('#know')
    const second = await story.actor('story-102')
    await second.goes(card)
    await second.taps('#help', '#send')
    await second.sees('#sent')
    const third = await story.actor('story-103')
    await third.goes(`door?scene=${demoDoor.code}`)
    await third.taps('#notices', `#notice-${id}`)
    await leads(third, '60岁以上')

    await leader.goes(`notices/reach?${inGrid}&notice=${id}`)
    await leader.reads('还不清楚：13户')
    await leader.taps(`#remind-${building}`, '#remind-main')
    await leader.reads('提醒了1人')
    expect(toldTo(story, personOf('story-104'))).toEqual(['notice.remind '])
    for (const openid of ['story-101', 'story-102', 'story-103'])
      expect(toldTo(story, personOf(openid)).filter((line) => line.startsWith('notice.remind'))).toEqual([])
    const fourth = await story.actor('story-104')
    await fourth.goes('mine/messages')
    await fourth.taps('[id^="message-"]')
    await leads(fourth, '60岁以上')

    await leader.goes(`notices/reach?${inGrid}&notice=${id}`)
    await leader.reads('还不清楚：12户')
    await takePicture(leader.phone.page, 'notice-story-reach')
    await leader.taps(`#visit-${building}`)
    const left = [...old, ...late].slice(4)
    for (const room of left) await leader.sees(`#tick-r${room}`)
    expect(left).toHaveLength(12)
    await leader.seesNot('#tick-r105')
    await ticksOffLine(leader, left)
    const said = { households: 16, reached: 16, unknown: 0, told: 12 }
    const sure = (households: number) => ({ households, confirmed: 0 })
    const reached = await dataAs<{ buildings: readonly object[] }>(story.app.cloud, gridLeader, 'notice.reach', {
      noticeId: id,
    })
    expect(reached.buildings).toEqual([
      expect.objectContaining({
        buildingId: building,
        ...said,
        opened: sure(4),
        acknowledged: sure(1),
        asked: sure(1),
      }),
    ])
    await leader.goes(`notices/reach?${inGrid}&notice=${id}`)
    for (const line of [
      '每一户都有消息了',
      '共16户',
      '上门告知了：12户',
      '点了知道了：1户',
      '要帮忙：1户',
      '还不清楚：0户',
    ])
      await leader.reads(line)
    await leader.reads(/有人打开过：4户/)
  })
})

/** Door by door without a network, the page closed meanwhile; then the first answer of the server is lost on its way. */
async function ticksOffLine(leader: Actor, rooms: readonly string[]): Promise<void> {
  const { page, context } = leader.phone
  const url = page.url().split('/pages/')[1] ?? ''
  const ticks = () => rowsOf('noticeVisits').flatMap((row) => row['ticks'] as { roomId: string }[])
  await context.route('**/call/**', (route) => route.abort())
  for (const room of rooms.slice(0, 7)) await leader.taps(`#tick-r${room}`)
  await leader.reads('有7户还没发出去')
  await leader.goes(url.replace('/index?', '?'))
  await leader.reads('12户要上门，已经告知7户')
  for (const room of rooms.slice(7)) await leader.taps(`#tick-r${room}`)
  await leader.reads('12户要上门，已经告知12户')
  await takePicture(page, 'notice-story-visits')
  expect(ticks()).toEqual([])

  await context.unroute('**/call/**')
  let lost = 0
  await context.route('**/call/**', async (route) => {
    if (lost > 0 || !route.request().postData()?.includes('notice.tick')) return route.continue()
    lost += 1
    await route.fetch()
    return route.abort()
  })
  for (const without of [true, false]) await context.setOffline(without)
  await page.getByText('还没发出去').waitFor({ state: 'detached' })
  expect(lost).toBe(1)
  expect(
    ticks()
      .map(({ roomId }) => roomId)
      .sort(),
  ).toEqual(rooms.map((room) => `r${room}`))
  await context.unroute('**/call/**')
}

describe('the drying rack', () => {
  it('is asked of every household once, also of one without a phone, and its result is shown with how many said it', async () => {
    const rooms = ['101', '102', '103', '201', '202', '203', '301', '302', '303', '401', '402', '403']
    emptyNotices(
      story,
      rooms.map((room) => roomOf(room, room === '402' ? { phone: null } : {})),
    )
    const homes = [
      ['story-husband', '101'],
      ['story-wife', '101'],
      ['story-changes', '102'],
      ['story-roof', '201'],
      ['story-silent', '301'],
      ['story-late', '302'],
    ] as const
    for (const [openid, room] of homes) await livesAt(story.app, openid, room)

    const leader = await story.actor(gridLeader)
    await noteShares(leader)
    await leader.goes(`notices?${inGrid}`)
    await leader.taps('#write', '#kind-meeting', '#what-consultation', `#building-${building}`)
    await leader.types('#topic', '晾衣架装在哪里')
    await leader.types('#option-1', '楼顶')
    await leader.types('#option-2', '楼下空地')
    await leader.taps('#ask-until-2026-11-27', '#next', '#send', '#share-anywhere')
    const { _id: id, shown } = theNotice(story.app)
    // What came out stands for a week.
    expect(shown?.validUntil).toBe(at('2026-12-05', '00:00'))
    const card = await cardOf(leader)

    const opens = async (openid: string) => {
      const one = await story.actor(openid)
      await one.goes(card)
      return one
    }
    const says = async (one: Actor, option: string) => {
      await one.taps(`#voice-choices-${option}`, '#voice-send')
      await one.reads('您的意见收到了')
    }
    await says(await opens('story-husband'), 'o1')
    const wife = await opens('story-wife')
    await says(wife, 'o2')
    const changes = await opens('story-changes')
    await says(changes, 'o1')
    await changes.taps('#voice-change')
    await says(changes, 'o2')
    await says(await opens('story-roof'), 'o1')
    // Somebody without a phone has said it at the door.
    await leader.goes(`notices/voices?${inGrid}&notice=${id}`)
    await leader.taps('#note-begin', '#room-r402', '#note-choice-o2', '#note-save')
    await leader.seesNot('#note-save')

    const silent = await opens('story-silent')
    await silent.sees('#voice-form')
    expect(await silent.text()).not.toContain('户说过')
    const late = await opens('story-late')
    await late.taps('#voice-choices-o1')
    await story.isNow(at('2026-11-28', '00:00'))
    await late.taps('#voice-send')
    await late.reads('截止')
    expect(
      await callAs(story.app.cloud, 'story-late', 'voice.say', {
        noticeId: id,
        choices: ['o1'],
        words: '',
        name: null,
      }),
    ).toMatchObject({
      refused: 'voice.over',
    })

    for (const one of [silent, wife]) {
      await one.goes(card)
      await one.reads('涉及12户，4户说过，没说的不算同意也不算反对')
      await one.reads('1户，说过的户里占25%')
      await one.reads('3户，说过的户里占75%')
      await one.seesNot('#voice-form')
    }
    await takePicture(silent.phone.page, 'notice-story-rack')
  })
})
