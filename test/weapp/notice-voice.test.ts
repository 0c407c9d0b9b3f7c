import { newSignUp } from '../../src/cloud/notice/signup-new'
import { day, hour } from '../../src/domain/time/clock'
import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { consent, dataAs, keys } from '../cloud/support/people'
import { documentOf } from '../cloud/support/content'
import { anEdition, aNoticeRow, noticeOf, putNotices } from '../cloud/support/notices'
import { agreedBefore, has, hides, openOn, shows, tap, type } from '../support/request-phone'
import type { Weapp } from '../support/weapp'

let cloud: LocalCloud
let openPage: ReturnType<typeof openOn>
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
  openPage = openOn(cloud)
})
afterAll(() => cloud.close())

const home = { b: 'heyuan-1', u: 'heyuan-1-u1' }
let people = 0
/** Somebody who has agreed, and lives in building 1 if a room is given. */
async function somebody(room?: string): Promise<string> {
  const openid = `oSays_${++people}`
  await consent(cloud, openid)
  if (room !== undefined) {
    await dataAs(cloud, openid, 'home.declare', { buildingId: 'heyuan-1', unitId: 'heyuan-1-u1', room })
  }
  return openid
}

const until = Date.now() + 2 * day
const about = { kind: 'meeting', what: 'consultation' } as const
type Consultation = NonNullable<ReturnType<typeof aNoticeRow>['consultation']>
const consultation: Consultation = {
  options: [
    { id: 'yes', text: '同意装晾衣架' },
    { id: 'no', text: '不同意' },
  ],
  ...({ most: 1, each: 'household', until, names: 'office', isSigned: false } as const),
}
const asks = (over: Partial<Consultation> = {}): string => {
  const now = Date.now() - hour
  const shown = anEdition(now, { about, span: null, title: '装不装晾衣架', body: '请说说', validUntil: until + day })
  return putNotices(cloud, aNoticeRow(now, { shown, consultation: { ...consultation, ...over } }))
}
function offers(places: number): string {
  const now = Date.now() - hour
  const about = { kind: 'meeting', what: 'sign-up' } as const
  const beginsAt = until + hour
  const shown = anEdition(now, { about, span: null, title: '护河队报名', body: '周六早上', validUntil: until + day })
  const id = putNotices(cloud, aNoticeRow(now, { shown, signUp: { places, until, beginsAt } }))
  const offer = { communityId: 'west-street', places, until, beginsAt, validUntil: until + day }
  cloud.database.insert('signUps', [{ _id: id, shape: 1, version: 1, ...newSignUp(keys, now, offer) }])
  return id
}
const open = (id: string, openid: string): Weapp =>
  openPage(openid, 'notice/view', { id, ...home }, { storage: agreedBefore })
/** Chooses, and waits until it is seen: nobody is so fast as to send before. */
async function choose(app: Weapp, option: string): Promise<void> {
  await tap(app, `#voice-choices-${option}`)
  await shows(app, `#voice-choices-${option}.choice-on`)
}
const voicesOf = (noticeId: string) => cloud.database.find('voices', { noticeId })

describe('a question to households', () => {
  it('takes the voice of a household, shows it, and what has come out with how many said something', async () => {
    const id = asks()
    const app = open(id, await somebody('101'))
    await choose(app, 'yes')
    await tap(app, '#voice-send')
    await app.untilText('您的意见收到了')
    await shows(app, '#voice-result')
    expect(app.page.find('#voice-mine').text).toContain('同意装晾衣架')
    expect(app.page.find('#result-yes').text).toContain('1户')
    expect(voicesOf(id)).toHaveLength(1)
  })

  it('can be answered otherwise until the deadline, and stays one voice', async () => {
    const id = asks()
    const openid = await somebody('102')
    const app = open(id, openid)
    await choose(app, 'yes')
    await tap(app, '#voice-send')
    await tap(app, '#voice-change')
    await choose(app, 'no')
    await tap(app, '#voice-send')
    await app.until(() => has(app, '#voice-mine') && app.page.find('#voice-mine').text.includes('不同意'))
    expect(voicesOf(id)).toMatchObject([{ choices: ['no'] }])
  })

  it('leads whoever has not said where they live to saying it, and keeps what they chose', async () => {
    const id = asks()
    const app = open(id, await somebody())
    await choose(app, 'yes')
    await tap(app, '#voice-send')
    await app.untilText('请先登记您住哪一户')
    expect(has(app, '#voice-choices-yes.choice-on')).toBe(true)
    await tap(app, '#voice-home')
    await app.until(() => app.page.route === 'pages/mine/home/index')
  })

  it('is not sent without a choice, nor a consent sheet without a name', async () => {
    const id = asks({ isSigned: true })
    const app = open(id, await somebody('103'))
    await tap(app, '#voice-send')
    await app.untilText('请先选一项')
    await choose(app, 'yes')
    await tap(app, '#voice-send')
    await app.untilText('请签上您的名字')
    await type(app, '#voice-name', '张大爷')
    await tap(app, '#voice-send')
    await app.untilText('您的意见收到了')
    expect(voicesOf(id)).toHaveLength(1)
  })

  it('asks for words where it has no options', async () => {
    const id = asks({ options: [], each: 'person' })
    const app = open(id, await somebody('104'))
    await tap(app, '#voice-send')
    await app.untilText('请写一写您的想法')
    await type(app, '#voice-words', '装在东边最好')
    await tap(app, '#voice-send')
    await app.untilText('您的意见收到了')
    await app.untilText('装在东边最好')
  })

  it('takes none after its deadline, and shows the result', async () => {
    const id = asks({ until: Date.now() - 1 })
    const app = open(id, await somebody('105'))
    await app.untilText('已经截止')
    await shows(app, '#voice-result')
    expect(has(app, '#voice-form')).toBe(false)
    expect(noticeOf(cloud, id).state).toBe('out')
  })
})

describe('a question whose notice is over', () => {
  it('shows what has come out, and what was said here, without a way to say more', async () => {
    const now = Date.now()
    const id = asks({ until: now + day })
    const openid = await somebody('106')
    await dataAs(cloud, openid, 'voice.say', { noticeId: id, choices: ['no'], words: '', name: null })
    const over = anEdition(now - 2 * day, { about, span: null, title: '装不装晾衣架', validUntil: now - hour })
    cloud.database.modify('notices', { _id: id }, { $set: { shown: over } })
    const app = open(id, openid)
    await app.untilText('这条通知已过期')
    await shows(app, '#voice-result')
    expect(app.page.find('#result-no').text).toContain('1户')
    expect(app.page.find('#voice-mine').text).toContain('不同意')
    expect([has(app, '#voice-form'), has(app, '#voice-change')]).toEqual([false, false])
  })

  it('shows nothing of it where it was withdrawn', async () => {
    const id = asks()
    cloud.database.modify('notices', { _id: id }, { $set: { state: 'withdrawn' } })
    const app = open(id, await somebody('107'))
    await app.untilText('这条通知已撤回')
    expect(has(app, '#voice')).toBe(false)
  })
})

describe('报名', () => {
  it('takes a name once, and gives the place back after asking', async () => {
    const id = offers(1)
    const app = open(id, await somebody())
    await tap(app, '#signup-join')
    await app.untilText('请先填称呼')
    await type(app, '#signup-name', '李阿姨')
    await tap(app, '#signup-join')
    await app.untilText('您报上名了')
    await tap(app, '#signup-leave')
    await tap(app, '#signup-ask-main')
    await app.untilText('您退出了')
    expect(documentOf(cloud, 'signUps', id)).toMatchObject({ entries: [{ state: 'left' }] })
  })

  it('offers a place in the queue where it is full, says how many wait before, and moves them up', async () => {
    const id = offers(1)
    const [first, second] = [await somebody(), await somebody()]
    await dataAs(cloud, first, 'signup.join', { noticeId: id, name: '赵' })
    const app = open(id, second)
    await app.untilText('名额满了，我要候补')
    await type(app, '#signup-name', '钱')
    await tap(app, '#signup-join')
    await app.untilText('您在候补的第一位')
    await dataAs(cloud, first, 'signup.leave', { noticeId: id })
    app.hide()
    app.show()
    await app.untilText('您报上名了')
    await hides(app, '#signup-form')
  })
})
