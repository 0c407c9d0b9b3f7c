import type { LocalCloud } from '../../src/local/start'
import { addDays, dayOf, hour, startOf } from '../../src/domain/time/clock'
import { seenOf } from '../../src/domain/wish/act-said'
import { nextVisit } from '../../src/domain/wish/visits'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { callAs, consent, keys, volunteer } from '../cloud/support/people'
import { alterOffer, atHome, hung, offered, otherVolunteer, wisher, wishOf } from '../cloud/support/wishes'
import { agreedBefore, has, openOn, shows, tap } from '../support/request-phone'
import type { Weapp } from '../support/weapp'
import { emptyWall } from '../support/wish-phone'

let cloud: LocalCloud
let open: ReturnType<typeof openOn>
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
  open = openOn(cloud)
  for (const openid of [wisher, volunteer, otherVolunteer]) await consent(cloud, openid)
})
afterAll(() => cloud.close())
beforeEach(() => emptyWall(cloud))

const card = (openid: string, id: string, storage: Record<string, unknown> = agreedBefore): Weapp =>
  open(openid, 'wish/card', { id }, { storage })
const helpersOf = (wishId: string): number => wishOf(cloud, wishId).helpers.length

describe('one yellow card', () => {
  it('is claimed by one tap, and the page of the visit opens', async () => {
    const { wishId } = await hung(cloud)
    const app = card(volunteer, wishId)
    await tap(app, '#claim')
    await app.until(() => app.page.route === 'pages/wish/visit/index')
    expect(wishOf(cloud, wishId).state).toBe('claimed')
  })

  it('is claimed once by a double tap', async () => {
    const { wishId } = await hung(cloud, atHome)
    const app = card(volunteer, wishId)
    await shows(app, '#claim')
    app.page.tap('#claim')
    app.page.tap('#claim')
    await app.until(() => app.page.route === 'pages/wish/visit/index')
    expect(helpersOf(wishId)).toBe(1)
  })

  it('thanks whoever came second, and offers the next card on the same page', async () => {
    const first = await hung(cloud)
    const second = await hung(cloud, { words: '想有人帮我取一下快递', kinds: ['small-errands'] })
    const app = card(volunteer, first.wishId)
    await shows(app, '#claim')
    await callAs(cloud, otherVolunteer, 'wish.claim', { wishId: first.wishId, offerId: null })
    app.page.tap('#claim')
    await app.untilText('这张刚刚被别人接走了。还有一张在等人，您看看？')
    expect(app.page.find('#card-alone').text).toContain('想有人帮我取一下快递')
    await tap(app, '#claim')
    await app.until(() => app.page.route === 'pages/wish/visit/index')
    expect(wishOf(cloud, second.wishId).state).toBe('claimed')
  })

  it('sends whoever came second to the wall where nothing else fits', async () => {
    const { wishId } = await hung(cloud)
    const app = card(volunteer, wishId)
    await shows(app, '#claim')
    await callAs(cloud, otherVolunteer, 'wish.claim', { wishId, offerId: null })
    app.page.tap('#claim')
    await app.untilText('去墙上再看看')
    expect(has(app, '#claim')).toBe(false)
    expect(has(app, '#to-wall')).toBe(true)
  })

  it('asks for the agreement first, and then claims with the same tap', async () => {
    const { wishId } = await hung(cloud)
    const known = { _id: keys.person('demo-volunteer-3') }
    cloud.database.modify('people', known, { $set: { consents: [] } })
    const app = card('demo-volunteer-3', wishId, {})
    await tap(app, '#claim')
    await tap(app, '#consent-age-old')
    await shows(app, '#consent .choice-on')
    await tap(app, '#consent-main')
    await app.until(() => app.page.route === 'pages/wish/visit/index')
    expect(helpersOf(wishId)).toBe(1)
  })

  it('tells a resident how to become a volunteer', async () => {
    const { wishId } = await hung(cloud)
    const app = card('oJustLooks', wishId, {})
    await app.untilText('请到党群服务中心报名')
    expect(has(app, '#claim')).toBe(false)
  })

  it('leads whose it is to where it is followed', async () => {
    const { wishId } = await hung(cloud)
    const app = card(wisher, wishId)
    await tap(app, '#follow')
    await app.until(() => app.page.route === 'pages/wish/visit/index')
    expect(has(app, '#claim')).toBe(false)
  })

  it('says why somebody cannot claim it, and keeps the card', async () => {
    const { wishId } = await hung(cloud, atHome)
    await consent(cloud, 'demo-volunteer-3')
    const app = card('demo-volunteer-3', wishId)
    await tap(app, '#claim')
    await app.untilText('上门要先核过身份')
    expect(has(app, '#card-alone')).toBe(true)
  })

  it('is gone in a sentence once it was taken down', async () => {
    const { wishId } = await hung(cloud)
    await callAs(cloud, wisher, 'wish.act', {
      ...{ wishId, seen: seenOf(wishOf(cloud, wishId)), note: null },
      deed: { verb: 'withdraw', words: null },
    })
    const app = card('oJustLooks', wishId, {})
    await app.untilText('这张卡已经不在墙上了')
  })

  it('is reported with its words written down already', async () => {
    const { wishId } = await hung(cloud, { words: '想有人帮忙买点菜，五斤以内' })
    const app = card('oReports', wishId, {})
    await tap(app, '#report')
    await app.until(() => app.page.route === 'pages/mine/complaint/index')
    await app.until(() => String(app.page.findAll('textarea')[0]?.value).includes('五斤以内'))
  })

  it('is shared under the building and its words, and nobody’s name', async () => {
    const { wishId } = await hung(cloud, { words: '想有人帮忙买点菜' })
    const app = card('oShares', wishId, {})
    await tap(app, '#share')
    await app.until(() => app.shares.length === 1)
    expect(app.shares[0]).toMatchObject({
      title: '1号楼的一位居民：想有人帮忙买点菜',
      path: `/pages/wish/card/index?id=${wishId}`,
    })
  })
})

describe('a card whose helper looks for a stand-in', () => {
  const call = async (openid: string, deed: object, wishId: string) => {
    const seen = seenOf(wishOf(cloud, wishId))
    const reply = await callAs(cloud, openid, 'wish.act', { wishId, seen, deed, note: null })
    if (!reply.ok) throw new Error(`a step was refused: ${reply.refused}`)
  }
  /** A visit tomorrow at nine for which the helper has asked for somebody else. */
  async function wanted(): Promise<string> {
    const { wishId } = await hung(cloud)
    await callAs(cloud, volunteer, 'wish.claim', { wishId, offerId: null })
    const at = startOf(addDays(dayOf(cloud.clock.now()), 1)) + 9 * hour
    await call(volunteer, { verb: 'arrange', side: null, at, minutes: 60, place: 'other', words: null }, wishId)
    const appointmentId = nextVisit(wishOf(cloud, wishId))?.id ?? ''
    await call(wisher, { verb: 'accept', side: null, appointmentId }, wishId)
    await call(volunteer, { verb: 'want-stand-in', side: null, appointmentId, words: null }, wishId)
    return wishId
  }

  it('says when to another volunteer, who takes the visit at a tap', async () => {
    const wishId = await wanted()
    const app = card(otherVolunteer, wishId)
    await shows(app, '#stand-in-ask')
    expect(app.page.find('#stand-in-ask').text).toContain('明天上午9点，1小时。替班只管这一次。')
    expect(has(app, '#claim')).toBe(false)
    await tap(app, '#stand-in')
    await app.until(() => app.page.route === 'pages/wish/visit/index')
    await app.untilText('这一次您替班')
    expect(nextVisit(wishOf(cloud, wishId))?.standIns).toMatchObject([{ person: keys.person(otherVolunteer) }])
  })

  it('says nothing of it to a resident', async () => {
    const wishId = await wanted()
    const app = card('oJustLooks', wishId, {})
    await shows(app, '#wish-card .card-alone')
    expect(has(app, '#stand-in')).toBe(false)
    expect(app.page.text).not.toContain('上午9点')
  })

  it('leads whoever asked for it to their own page', async () => {
    const wishId = await wanted()
    const app = card(volunteer, wishId)
    await shows(app, '#follow')
    expect(has(app, '#stand-in')).toBe(false)
  })
})

describe('one red card', () => {
  it('leads somebody who needs it to a wish for it', async () => {
    const { offerId } = await offered(cloud)
    const app = open('oNeeds', 'wish/card', { o: offerId }, { storage: agreedBefore })
    await shows(app, '#card-alone')
    expect(app.page.text).toContain('2户')
    await tap(app, '#ask')
    await app.until(() => app.page.route === 'pages/wish/form/index')
    expect(app.page.query).toMatchObject({ for: offerId })
  })

  it('says so while every place of it is taken', async () => {
    const { offerId } = await offered(cloud)
    alterOffer(cloud, offerId, { zone: 'stack', wishIds: ['one-wish', 'another-wish'] })
    const app = open('oNeeds', 'wish/card', { o: offerId }, { storage: agreedBefore })
    await app.untilText('这张接单卡现在停着')
    expect(has(app, '#ask')).toBe(false)
  })

  it('is gone in a sentence once it was taken down', async () => {
    const { offerId } = await offered(cloud)
    await callAs(cloud, volunteer, 'offer.act', { offerId, verb: 'withdraw' })
    const app = open('oNeeds', 'wish/card', { o: offerId }, { storage: agreedBefore })
    await app.untilText('这张卡已经不在墙上了')
  })
})
