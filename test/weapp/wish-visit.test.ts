import { addDays, day, dayOf } from '../../src/domain/time/clock'
import { seenOf } from '../../src/domain/wish/act-said'
import { agreedVisit, nextVisit } from '../../src/domain/wish/visits'
import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { callAs, consent, dutyMember, gridLeader, keys, volunteer } from '../cloud/support/people'
import { atHome, hung, newVolunteer, offered, otherVolunteer, wishOf } from '../cloud/support/wishes'
import { begins } from '../support/wish-phone'
import { dialledBy } from '../support/door-app'
import { agreedBefore, has, hides, inCare, openOn, shows, tap, type } from '../support/request-phone'
import type { Weapp, WeappOptions } from '../support/weapp'

const dayAhead = (days: number) => addDays(dayOf(Date.now()), days)

let cloud: LocalCloud
let open: ReturnType<typeof openOn>
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
  open = openOn(cloud)
  for (const openid of [volunteer, otherVolunteer, dutyMember, gridLeader]) await consent(cloud, openid)
})
afterAll(() => cloud.close())
beforeEach(() => {
  cloud.database.remove('wishes', {}, { multi: true })
  cloud.database.remove('offers', {}, { multi: true })
})

let counted = 0
async function somebody(): Promise<string> {
  const openid = `oMeets_${++counted}`
  await consent(cloud, openid)
  return openid
}

const call = async (openid: string, name: string, input: object) => {
  const reply = await callAs(cloud, openid, name, input)
  if (!reply.ok) throw new Error(`${name} was refused: ${reply.refused}`)
}
const claim = (openid: string, wishId: string) => call(openid, 'wish.claim', { wishId, offerId: null })
const step = (openid: string, wishId: string, deed: object) =>
  call(openid, 'wish.act', { wishId, seen: seenOf(wishOf(cloud, wishId)), deed, note: null })
const view = (openid: string, id: string, options: WeappOptions = {}): Weapp =>
  open(openid, 'wish/visit', { id }, { storage: agreedBefore, ...options })

/** A wish of somebody's that the demo's volunteer has claimed. */
async function paired(over: Parameters<typeof hung>[1] = {}) {
  const openid = await somebody()
  const { wishId } = await hung(cloud, over, openid)
  await claim(volunteer, wishId)
  return { openid, wishId }
}
/** The same, with a time that both agreed to. */
async function arranged(over: Parameters<typeof hung>[1] = {}) {
  const pair = await paired(over)
  const at = cloud.clock.now() + 3 * day
  await step(volunteer, pair.wishId, { verb: 'arrange', side: null, at, minutes: 60, place: 'other', words: null })
  const appointmentId = nextVisit(wishOf(cloud, pair.wishId))?.id ?? ''
  await step(pair.openid, pair.wishId, { verb: 'accept', side: null, appointmentId })
  return { ...pair, at, appointmentId }
}
async function pick(app: Weapp, chip: string): Promise<void> {
  await tap(app, chip)
  await shows(app, `${chip}.chip-on`)
}

describe('a wish that hangs, to its wisher', () => {
  it('says how it is, and until when somebody looks after it', async () => {
    const openid = await somebody()
    const { wishId } = await hung(cloud, {}, openid)
    const app = view(openid, wishId)
    await shows(app, '#state')
    expect(app.page.find('#state').text).toMatch(/挂在墙上.*到\d.+还没有人来，值班人员会帮您找/)
    expect(app.page.text).toContain('心愿进展')
    expect(has(app, '#look')).toBe(false)
  })

  it('is taken down after asking', async () => {
    const openid = await somebody()
    const { wishId } = await hung(cloud, {}, openid)
    const app = view(openid, wishId)
    await tap(app, '#withdraw')
    await tap(app, '#step-ask-main')
    await app.untilText('已经撤下了')
    expect(wishOf(cloud, wishId).state).toBe('withdrawn')
  })
})

describe('a pair', () => {
  it('is told what is to be done now, and until when', async () => {
    const { openid, wishId } = await paired()
    const helper = view(volunteer, wishId)
    await helper.untilText('请约个时间')
    expect(helper.page.find('#state').text).toMatch(/最晚.+约好时间/)
    const wisher = view(openid, wishId)
    await wisher.untilText('有人来帮您了')
  })

  it('agrees on a time by taps alone: a day, a time of day, an hour', async () => {
    const { openid, wishId } = await paired()
    const helper = view(volunteer, wishId)
    await tap(helper, '#arrange')
    await shows(helper, '#arrange-form')
    await pick(helper, `#day-${dayAhead(1)}`)
    await pick(helper, '#part-morning')
    await pick(helper, '#hour-9')
    await helper.untilText('就约明天上午9点')
    await tap(helper, '#arrange-send')
    await helper.untilText('等对方答应您约的时间')
    const wisher = view(openid, wishId)
    await wisher.untilText('对方约了个时间')
    expect(wisher.page.find('#state').text).toContain('明天上午9点')
    await tap(wisher, '#accept')
    await wisher.untilText('约好了，到时会提醒两边')
    expect(wishOf(cloud, wishId).state).toBe('arranged')
  })

  it('without a day and an hour says what is missing', async () => {
    const { wishId } = await paired()
    const app = view(volunteer, wishId)
    await tap(app, '#arrange')
    await tap(app, '#arrange-send')
    await app.untilText('请先点一下是哪一天、几点')
    expect(wishOf(cloud, wishId).appointments).toEqual([])
  })

  it('keeps what was chosen where somebody else was faster, and says what happened', async () => {
    const { openid, wishId } = await paired()
    const app = view(volunteer, wishId)
    await tap(app, '#arrange')
    await shows(app, '#arrange-form')
    await pick(app, `#day-${dayAhead(2)}`)
    await pick(app, '#part-afternoon')
    await pick(app, '#hour-15')
    const at = cloud.clock.now() + 5 * day
    await step(openid, wishId, { verb: 'arrange', side: null, at, minutes: 60, place: 'other', words: null })
    await tap(app, '#arrange-send')
    await app.untilText('刚才有人先动了一步')
    await app.untilText('对方约了个时间')
    expect(has(app, '#hour-15.chip-on')).toBe(true)
    await app.until(() => !has(app, '#arrange-send.button-busy'))
    await tap(app, '#arrange-send')
    await app.untilText('告诉对方了')
    expect(nextVisit(wishOf(cloud, wishId))?.proposedBy).toBe('h1')
  })

  it('sees the other side’s number at a tap, and calls', async () => {
    const openid = await somebody()
    const { wishId } = await hung(cloud, { phone: '13900000077' }, openid)
    await claim(volunteer, wishId)
    const app = view(volunteer, wishId)
    await tap(app, '#look')
    await tap(app, '#call-wisher')
    await app.until(() => dialledBy(app).length > 0)
    expect(dialledBy(app)).toEqual(['13900000077'])
  })

  it('is parted where somebody cannot come any more; it hangs again', async () => {
    const { wishId } = await paired()
    const app = view(volunteer, wishId)
    await tap(app, '#release')
    await type(app, '#step-words', '家里有急事，对不住')
    await tap(app, '#step-ask-main')
    await app.untilText('这张心愿不再归您办了')
    expect(wishOf(cloud, wishId)).toMatchObject({ state: 'open', helpers: [] })
  })

  it('keeps what was typed where the network fails, says so, and sends it at the next tap', async () => {
    const { wishId } = await paired()
    const app = view(volunteer, wishId)
    await tap(app, '#release')
    await type(app, '#step-words', '家里有急事，对不住')
    app.setOffline(true)
    await tap(app, '#step-ask-main')
    await app.until(() => has(app, '#step-ask') && app.page.find('#step-ask').text.includes('没有送成'))
    expect(app.page.find('#step-words').attribute('value')).toBe('家里有急事，对不住')
    app.setOffline(false)
    await tap(app, '#step-ask-main')
    await app.untilText('这张心愿不再归您办了')
    expect(wishOf(cloud, wishId).events.at(-1)).toMatchObject({ verb: 'release', words: '家里有急事，对不住' })
  })

  it('keeps what was typed where the step is refused, and says why', async () => {
    const { openid, wishId } = await paired()
    const app = view(openid, wishId)
    await tap(app, '#part')
    await type(app, '#step-words', '时间对不上')
    // The other side has proposed a time meanwhile.
    const at = cloud.clock.now() + 5 * day
    await step(volunteer, wishId, { verb: 'arrange', side: null, at, minutes: 60, place: 'other', words: null })
    await tap(app, '#step-ask-main')
    await app.until(() => has(app, '#step-ask') && app.page.find('#step-ask').text.includes('刚才有人先动了一步'))
    expect(app.page.find('#step-words').attribute('value')).toBe('时间对不上')
    expect(wishOf(cloud, wishId).state).toBe('claimed')
  })

  it('asks for the agreement in between, and goes on with what was typed', async () => {
    const { wishId } = await hung(cloud, {}, await somebody())
    await consent(cloud, newVolunteer)
    await claim(newVolunteer, wishId)
    cloud.database.modify('people', { _id: keys.person(newVolunteer) }, { $set: { consents: [] } })
    const app = view(newVolunteer, wishId)
    await tap(app, '#release')
    await type(app, '#step-words', '家里有急事')
    await tap(app, '#step-ask-main')
    await tap(app, '#consent-age-old')
    await shows(app, '#consent .choice-on')
    expect(has(app, '#step-ask')).toBe(false)
    await tap(app, '#consent-main')
    await app.untilText('这张心愿不再归您办了')
    expect(wishOf(cloud, wishId).events.at(-1)).toMatchObject({ verb: 'release', words: '家里有急事' })
  })

  it('hides the number again as soon as somebody else comes', async () => {
    const { openid, wishId } = await paired()
    const app = view(openid, wishId)
    await tap(app, '#look')
    await shows(app, '#call-h1')
    await step(volunteer, wishId, { verb: 'release', side: null, words: null })
    await claim(otherVolunteer, wishId)
    app.hide()
    app.show()
    await shows(app, '#look')
    expect(has(app, '#call-h1')).toBe(false)
    expect(app.page.text).not.toContain('刘志愿者')
  })

  it('may be kept from being paired again, without a word to the other', async () => {
    const { wishId } = await paired()
    const app = view(volunteer, wishId)
    await tap(app, '#block-wisher')
    await tap(app, '#block-ask-main')
    await app.untilText('以后不再和这位结对。')
    expect(has(app, '#block .card')).toBe(false)
    expect(cloud.database.find('blocks', {})).toHaveLength(1)
    expect(wishOf(cloud, wishId).state).toBe('claimed')
  })
})

describe('a visit', () => {
  it('is called off after asking; the pair stays', async () => {
    const { openid, wishId } = await arranged()
    const app = view(openid, wishId)
    await tap(app, '#cancel')
    await tap(app, '#step-ask-main')
    await app.untilText('已取消')
    expect(wishOf(cloud, wishId).state).toBe('claimed')
  })

  it('is not said to have ended before it began', async () => {
    const { wishId } = await arranged()
    const app = view(volunteer, wishId)
    await shows(app, '#state')
    expect(has(app, '#finish')).toBe(false)
    expect(has(app, '#arrive')).toBe(false)
  })

  it('comes true where both say so; then there is a word of thanks, which both may let hang', async () => {
    const { openid, wishId } = await arranged()
    begins(cloud, wishId)
    const helper = view(volunteer, wishId)
    await shows(helper, '#arrive')
    expect(helper.page.find('#arrive').text).toBe('到了')
    await tap(helper, '#arrive')
    await helper.untilText('好的，记下了')
    await tap(helper, '#finish')
    await shows(helper, '#finish-form')
    expect(helper.page.find('#finish-form').text.match(/办得怎么样/g)).toHaveLength(1)
    await pick(helper, '#done-yes')
    await pick(helper, '#took-90')
    await tap(helper, '#finish-send')
    await helper.untilText('等对方也说一声')
    const wisher = view(openid, wishId)
    await shows(wisher, '#arrive')
    expect(wisher.page.find('#arrive').text).toBe('人到了')
    await tap(wisher, '#finish')
    await pick(wisher, '#done-yes')
    expect(has(wisher, '#took')).toBe(false)
    await tap(wisher, '#finish-send')
    await wisher.untilText('心愿圆满了')
    expect(wishOf(cloud, wishId).state).toBe('granted')
    await tap(wisher, '#thank')
    await tap(wisher, '#usual-0')
    await wisher.until(() => wisher.page.find('#thank-words').attribute('value') !== '')
    await tap(wisher, '#thank-send')
    await tap(wisher, '#show-yes')
    await shows(wisher, '#show-no')
    expect(wishOf(cloud, wishId)).toMatchObject({ shows: ['wisher'], thanks: { words: '谢谢您，帮了大忙！' } })
  })

  it('of two helpers asks the second afterwards for the hours’ sake', async () => {
    const openid = await somebody()
    const { wishId } = await hung(cloud, { ...atHome }, openid)
    await claim(volunteer, wishId)
    await claim(otherVolunteer, wishId)
    const at = cloud.clock.now() + 3 * day
    await step(volunteer, wishId, { verb: 'arrange', side: null, at, minutes: 60, place: 'other', words: null })
    const appointmentId = nextVisit(wishOf(cloud, wishId))?.id ?? ''
    await step(openid, wishId, { verb: 'accept', side: null, appointmentId })
    begins(cloud, wishId)
    const said = { verb: 'finish', side: null, appointmentId, done: true, words: null }
    await step(volunteer, wishId, { ...said, minutes: 60 })
    await step(openid, wishId, { ...said, minutes: null })
    const second = view(otherVolunteer, wishId)
    await second.untilText('您也说一声，才记得上时长')
    await shows(second, '#finish')
    const first = view(volunteer, wishId)
    await first.untilText('圆满了，谢谢您')
    expect(first.page.text).not.toContain('才记得上时长')
  })

  it('that came to nothing is told with a word, and the office asks', async () => {
    const { openid, wishId } = await arranged()
    begins(cloud, wishId)
    const app = view(openid, wishId)
    await tap(app, '#finish')
    await pick(app, '#done-no')
    await type(app, '#finish-words', '没等到人')
    await tap(app, '#finish-send')
    await app.untilText('还没弄清')
    expect(wishOf(cloud, wishId).state).toBe('unsure')
  })

  it('of every week is left out once', async () => {
    const { openid, wishId } = await arranged({ repeats: 'week' })
    const app = view(openid, wishId)
    await app.untilText('每周都来')
    expect(has(app, '#cancel')).toBe(false)
    const first = agreedVisit(wishOf(cloud, wishId))?.id
    await tap(app, '#skip')
    await tap(app, '#step-ask-main')
    await app.untilText('下一次照旧')
    expect(agreedVisit(wishOf(cloud, wishId))?.id).not.toBe(first)
  })
})

describe('a stand-in', () => {
  it('is asked for, comes by a link, and has that one visit', async () => {
    const { wishId, appointmentId } = await arranged()
    const helper = view(volunteer, wishId)
    await tap(helper, '#want-stand-in')
    await tap(helper, '#step-ask-main')
    await shows(helper, '#share')
    const link = { id: wishId, visit: appointmentId, stand: 'h1' }
    const other = open(otherVolunteer, 'wish/visit', link, { storage: agreedBefore })
    await tap(other, '#stand-in')
    await other.untilText('这一次您替班')
    expect(has(other, '#arrange')).toBe(false)
    expect(nextVisit(wishOf(cloud, wishId))?.standIns).toHaveLength(1)
    begins(cloud, wishId)
    const coming = view(otherVolunteer, wishId)
    await shows(coming, '#finish')
    const away = view(volunteer, wishId)
    await shows(away, '#state')
    expect(has(away, '#finish')).toBe(false)
  })
})

describe('a pair that the duty member proposed', () => {
  it('is agreed to by both with one tap each', async () => {
    const openid = await somebody()
    const { wishId } = await hung(cloud, {}, openid)
    const { offerId } = await offered(cloud)
    await step(dutyMember, wishId, { verb: 'propose', offerIds: [offerId], words: null })
    const wisher = view(openid, wishId)
    await tap(wisher, '#agree')
    await wisher.untilText('等对方回话')
    expect(has(wisher, '#agree')).toBe(false)
    const helper = view(volunteer, wishId)
    await tap(helper, '#agree')
    await helper.untilText('请约个时间')
    expect(wishOf(cloud, wishId).state).toBe('claimed')
  })

  it('is turned down without a reason', async () => {
    const openid = await somebody()
    const { wishId } = await hung(cloud, {}, openid)
    const { offerId } = await offered(cloud)
    await step(dutyMember, wishId, { verb: 'propose', offerIds: [offerId], words: null })
    const app = view(openid, wishId)
    await tap(app, '#refuse')
    await tap(app, '#step-ask-main')
    await app.untilText('好的，这次就不结了')
    expect(wishOf(cloud, wishId).state).toBe('open')
  })
})

describe('the page', () => {
  it('tells the history by sides, never by name', async () => {
    const { openid, wishId } = await arranged()
    const app = view(openid, wishId)
    await shows(app, '#history')
    const { text } = app.page.find('#history')
    expect(text).toContain('有人说“我来”')
    expect(text.indexOf('您答应了')).toBeLessThan(text.indexOf('来帮忙的人提了个时间'))
  })

  it('sends whoever is not in it to the card', async () => {
    const { wishId } = await paired()
    const app = view(await somebody(), wishId)
    await app.untilText('这张心愿不归您办')
  })

  it('sends the office to its own page', async () => {
    const { wishId } = await paired()
    const app = view(gridLeader, wishId)
    await app.until(() => app.page.route === 'pages/pair/card/index')
    expect(app.page.query).toMatchObject({ id: wishId })
    expect(app.stack).toHaveLength(1)
    await shows(app, '#pair-card')
  })

  it('of two who come together tells them apart', async () => {
    const openid = await somebody()
    const { wishId } = await hung(cloud, { ...atHome }, openid)
    await claim(volunteer, wishId)
    await claim(otherVolunteer, wishId)
    const app = view(openid, wishId, { storage: inCare })
    await shows(app, '#part-1')
    await tap(app, '#look')
    await shows(app, '#call-h1')
    expect(app.page.find('#call-h1').text).toContain('第一位 · 刘志愿者')
    expect(app.page.find('#call-h2').text).toContain('第二位 · 周志愿者')
    await tap(app, '#part-2')
    await tap(app, '#step-ask-main')
    await app.until(() => wishOf(cloud, wishId).state === 'joining')
    await hides(app, '#step-ask')
    await app.untilText('还差一位同行')
  })
})
