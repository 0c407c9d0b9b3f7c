import { seenOf } from '../../src/domain/wish/act-said'
import { nextVisit } from '../../src/domain/wish/visits'
import type { LocalCloud } from '../../src/local/start'
import { startDemoCloud } from '../../src/tools/support/demo-cloud'
import { callAs, consent, dutyMember, keys, volunteer } from '../cloud/support/people'
import { anOffer, hung, offered, offerOf, wishOf } from '../cloud/support/wishes'
import { agreedBefore, has, hides, openOn, opensMatter, shows, tap, type } from '../support/request-phone'
import { begins, livesHere } from '../support/wish-phone'
import type { Weapp, WeappOptions } from '../support/weapp'

let cloud: LocalCloud
let open: ReturnType<typeof openOn>
beforeAll(async () => {
  cloud = await startDemoCloud({ dataFile: ':memory:' })
  open = openOn(cloud)
  for (const openid of [volunteer, dutyMember]) await consent(cloud, openid)
})
afterAll(() => cloud.close())
beforeEach(() => {
  cloud.database.remove('wishes', {}, { multi: true })
  cloud.database.remove('offers', {}, { multi: true })
})

let counted = 0
async function somebody(): Promise<string> {
  const openid = `oKeeps_${++counted}`
  await consent(cloud, openid)
  return openid
}
const kept = (value: unknown) => ({ form: 1, at: Date.now(), value })
/** The phone of somebody who holds a role. */
const withRole = { 'jmk:account': kept({ purposes: ['account'], hasRole: true }) }
const mine = (openid: string, options: WeappOptions = {}): Weapp =>
  open(openid, 'wish/mine', {}, { storage: withRole, ...options })
const offers = () => cloud.database.find('offers', {})

const call = async (openid: string, name: string, input: object) => {
  const reply = await callAs(cloud, openid, name, input)
  if (!reply.ok) throw new Error(`${name} was refused: ${reply.refused}`)
}
const step = (openid: string, wishId: string, deed: object) =>
  call(openid, 'wish.act', { wishId, seen: seenOf(wishOf(cloud, wishId)), deed, note: null })

async function pick(app: Weapp, chip: string): Promise<void> {
  await tap(app, chip)
  await shows(app, `${chip}.chip-on`)
}

/** The volunteer has helped somebody for so many minutes, and both have said so. */
async function helped(minutes: number): Promise<string> {
  const openid = await somebody()
  const { wishId } = await hung(cloud, {}, openid)
  await call(volunteer, 'wish.claim', { wishId, offerId: null })
  const at = Date.now() + 60_000
  await step(volunteer, wishId, { verb: 'arrange', side: null, at, minutes, place: 'other', words: null })
  const appointmentId = nextVisit(wishOf(cloud, wishId))?.id ?? ''
  await step(openid, wishId, { verb: 'accept', side: null, appointmentId })
  begins(cloud, wishId)
  const said = { verb: 'finish', side: null, appointmentId, done: true, minutes, words: null }
  await step(volunteer, wishId, said)
  await step(openid, wishId, { ...said, minutes: null })
  return wishId
}

describe('我的卡', () => {
  it('lists one’s own wishes, and opens one', async () => {
    const openid = await somebody()
    const { wishId } = await hung(cloud, {}, openid)
    const app = open(openid, 'wish/mine', {}, { storage: agreedBefore })
    await shows(app, '#wishing')
    expect(app.page.text).toContain('等人认领')
    expect(has(app, '#tab-hours')).toBe(false)
    await tap(app, `#wish-${wishId}`)
    await app.until(() => app.page.route.includes('wish/visit'))
  })

  it('says what waits for a word', async () => {
    const { wishId } = await hung(cloud, {}, await somebody())
    await call(volunteer, 'wish.claim', { wishId, offerId: null })
    const app = mine(volunteer)
    await shows(app, '#helping')
    expect(app.page.find('#helping').text).toContain('等您一句话')
  })

  it('is empty for who has none, and leads to the form', async () => {
    const app = open(await somebody(), 'wish/mine', {}, { storage: agreedBefore })
    await app.untilText('还没有心愿')
    await tap(app, '#write-wish')
    await app.until(() => app.page.route.includes('wish/form'))
  })

  it('is reached from 我的', async () => {
    const app = open(await somebody(), 'me', {}, { storage: agreedBefore })
    await tap(app, '#to-cards')
    await app.until(() => app.page.route.includes('wish/mine'))
  })
})

describe('one’s own red cards', () => {
  it('are paused and hung again', async () => {
    const { offerId } = await offered(cloud)
    const app = mine(volunteer)
    await tap(app, '#tab-offers')
    await tap(app, `#pause-${offerId}`)
    await shows(app, `#resume-${offerId}`)
    expect(offerOf(cloud, offerId).state).toBe('paused')
    await tap(app, `#resume-${offerId}`)
    await shows(app, `#pause-${offerId}`)
    expect(offerOf(cloud, offerId).state).toBe('open')
  })

  it('are taken down after asking', async () => {
    const { offerId } = await offered(cloud)
    const app = mine(volunteer)
    await tap(app, '#tab-offers')
    await tap(app, `#withdraw-${offerId}`)
    await tap(app, '#offer-ask-main')
    await hides(app, '#offer-ask')
    await app.until(() => offerOf(cloud, offerId).state === 'withdrawn')
  })
})

describe('what fits a volunteer', () => {
  it('is listed, and opens as a card', async () => {
    await offered(cloud)
    const { wishId } = await hung(cloud, {}, await somebody())
    const app = mine(volunteer)
    await tap(app, '#tab-fitting')
    await tap(app, `#fit-${wishId}`)
    await app.until(() => app.page.route.includes('wish/card'))
  })

  it('without a red card is whoever waits longest, and says so', async () => {
    await hung(cloud, {}, await somebody())
    const app = mine(volunteer)
    await tap(app, '#tab-fitting')
    await app.untilText('您还没有接单卡')
  })
})

describe('the hours of a volunteer', () => {
  it('are what both sides have confirmed, and go into a file', async () => {
    await helped(45)
    const app = mine(volunteer)
    await tap(app, '#tab-hours')
    await app.untilText('一共45分钟，1次')
    await tap(app, '#export-start')
    await tap(app, '#export-save')
    await app.untilAsked('shareFileMessage')
    const [asked] = app.callsOf('shareFileMessage') as { fileName: string }[]
    expect(asked?.fileName).toBe('我的帮忙时长.csv')
  })

  it('are none before anybody was helped', async () => {
    const openid = await somebody()
    const app = mine(openid)
    await tap(app, '#tab-hours')
    await app.untilText('还没有记录')
  })
})

describe('a red card', () => {
  const form = (openid: string, query: Record<string, string> = {}) =>
    open(openid, 'wish/offer', query, { storage: withRole })

  it('hangs with what it can, when, for how many, and where', async () => {
    const app = form(volunteer)
    await type(app, '#words', anOffer().words)
    await app.untilText('能帮的是：代买菜买日用品')
    await pick(app, '#when-days')
    await pick(app, '#weekday-2')
    await pick(app, '#part-morning')
    await tap(app, '#more-open')
    await pick(app, '#capacity-2')
    await pick(app, '#reach-some')
    await pick(app, '#in-heyuan-heyuan-1')
    await pick(app, '#limit-0')
    await tap(app, '#send')
    await shows(app, '#hung')
    expect(offers()).toMatchObject([
      {
        person: keys.person(volunteer),
        communityId: 'west-street',
        kinds: ['buy-groceries'],
        times: { weekdays: [2], parts: ['morning'], every: 'week' },
        capacity: 2,
        buildingIds: ['heyuan-1'],
        limits: ['不上门'],
      },
    ])
  })

  it('says what must not hang', async () => {
    const app = form(volunteer)
    await type(app, '#words', '每天去菜市场可以带菜，电话13812345678')
    await tap(app, '#send')
    await shows(app, '#held')
    expect(offers()).toEqual([])
  })

  it('is written by the duty member for a member without a phone', async () => {
    const app = form(dutyMember, { c: 'west-street', behalf: 'office' })
    await type(app, '#words', anOffer().words)
    await tap(app, '#send')
    await app.untilText('请写称呼和电话')
    await type(app, '#name', '老赵')
    await type(app, '#phone', '13900000055')
    await tap(app, '#send')
    await shows(app, '#hung')
    expect(offers()).toMatchObject([{ person: null }])
  })

  describe('of whoever helps nobody here', () => {
    const resident = async () => form(await somebody())
    const fromTheWall = async () => form(await somebody(), { c: 'west-street' })
    const stranger = async () => open('oNeverSeenBefore', 'wish/offer', { c: 'west-street' }, { storage: {} })
    const elsewhere = async () => form(volunteer, { c: 'spinning-mill' })
    it.each([
      ['a resident', resident],
      ['a resident, from the wall', fromTheWall],
      ['somebody who has agreed to nothing', stranger],
      ['a volunteer of another community', elsewhere],
    ])('is not written in vain: %s learns whom to ask, and finds the way back', async (_, opened) => {
      const app = await opened()
      await app.untilText('请到党群服务中心报名')
      expect(has(app, '#words')).toBe(false)
      await tap(app, '#state-action')
      await app.until(() => app.page.route === 'pages/wishes/index')
    })
  })

  it('is written without a network too, by whoever helps; it is sent once there is one', async () => {
    const app = form(volunteer, { c: 'west-street' })
    app.setOffline(true)
    await type(app, '#words', anOffer().words)
    await tap(app, '#send')
    await app.untilText('有网时自动挂上')
    expect(offers()).toEqual([])
    app.setOffline(false)
    await app.until(() => offers().length === 1)
  })

  describe('with words that are a cry for help', () => {
    const cry = '活着没意思，不想活了'
    const wishes = () => cloud.database.find('wishes', {})

    it('tells the duty member at once, from one’s own door, and opens what helps now', async () => {
      const app = open(volunteer, 'wish/offer', {}, { storage: { ...withRole, ...livesHere } })
      await type(app, '#words', cry)
      await opensMatter(app)
      await app.until(() => wishes().length === 1)
      expect(wishes()).toMatchObject([{ state: 'crying', words: cry, buildingId: 'heyuan-1' }])
      app.back()
      await app.untilText('已告诉值班人员')
      expect(has(app, '#call-hotline')).toBe(true)
      expect(has(app, '#held')).toBe(false)
      expect(has(app, '#send')).toBe(false)
    })

    it('says so where no door of theirs is known: the community’s duty member is told all the same', async () => {
      const app = form(volunteer)
      await type(app, '#words', cry)
      await opensMatter(app)
      await app.until(() => wishes().length === 1)
      expect(wishes()).toMatchObject([{ communityId: 'west-street', state: 'crying' }])
      expect(wishes()[0]?.['words']).toBe(`${cry}（写接单卡时说的，住哪栋楼不清楚）`)
    })

    it('tells nobody that somebody was told where nobody could be, and tries again at a tap', async () => {
      let isLost = true
      const app = open(
        volunteer,
        'wish/offer',
        {},
        {
          storage: withRole,
          cloud: (name, data) => {
            if (isLost && (data as { action: string }).action === 'place.list') throw new Error('lost')
            return cloud.invoke(name, data, { openid: volunteer, source: 'wx_client' })
          },
        },
      )
      await type(app, '#words', cry)
      await opensMatter(app)
      app.back()
      await app.untilText('还没能告诉值班人员')
      expect(app.page.text).not.toContain('已告诉值班人员')
      expect(app.page.text).not.toContain('已经收到')
      expect(wishes()).toEqual([])
      isLost = false
      await tap(app, '#danger-tell')
      await app.untilText('已告诉值班人员')
      expect(wishes()).toHaveLength(1)
    })

    it('that is none waits for a person to look at it', async () => {
      const app = form(volunteer)
      await type(app, '#words', cry)
      await opensMatter(app)
      app.back()
      await app.untilText('已告诉值班人员')
      await tap(app, '#danger-ask')
      await app.untilText('会先请值班人员看一看')
      await tap(app, '#send')
      await shows(app, '#hung')
      expect(offers()).toMatchObject([{ wordsState: 'waiting' }])
    })
  })
})
