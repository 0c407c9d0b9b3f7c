import { personOf } from '../cloud/support/wish-steps'
import { dataAs, dutyMember, volunteer } from '../cloud/support/people'
import { hung, offered, otherVolunteer, wallOf, wishOf, wishShown } from '../cloud/support/wishes'
import { takePicture } from '../support/chromium'
import {
  at,
  officeDoes,
  openStory,
  theOffers,
  theWish,
  toldTo,
  tuesday,
  type Actor,
  type Story,
} from '../support/wish-story'

jest.setTimeout(240_000)

let story: Story
beforeAll(async () => {
  story = await openStory()
})
afterAll(() => story.close())
beforeEach(async () => {
  story.empties()
  await story.isNow(tuesday)
})

const reading = { kinds: ['read-aloud', 'visit-chat'], limits: [], capacity: 1 }
const card = { name: '陈奶奶', room: '三单元402', emergency: '女儿', phone: '13900000041', own: '13900000077' }
const words = '眼睛看不清了，腿脚也不好，想有人上门读读报纸、聊聊天'

/** The duty member writes down what an old woman without a phone wishes. */
async function writesFor(duty: Actor): Promise<string> {
  await duty.goes('pair?c=west-street')
  await duty.taps('#pair-write-wish', '#estate-heyuan', '#building-heyuan-1', '#unit-none', '#start-own')
  await duty.types('#words', words)
  await duty.sees('#kinds-said')
  await duty.taps('#where-open', '#where-home')
  await duty.types('#room', card.room)
  await duty.types('#emergency-name', card.emergency)
  await duty.types('#emergency-phone', card.phone)
  await duty.types('#name', card.name)
  await duty.types('#behalf-phone', card.own)
  await takePicture(duty.phone.page, 'wish-story-written')
  await duty.taps('#send')
  await duty.sees('#hung')
  return theWish(story)._id
}

const agrees = async (one: Actor, wishId: string) => {
  await one.goes(`wish/visit?id=${wishId}`)
  await one.taps('#agree')
  await one.seesNot('#agree')
}
const says = async (one: Actor, wishId: string, step: string) => {
  await one.goes(`wish/visit?id=${wishId}`)
  await one.taps(`#${step}`)
}

describe('an old woman without a phone', () => {
  it('has her wish written down, planned, visited by two, and thanks them on the wall', async () => {
    for (const openid of [volunteer, otherVolunteer])
      await offered(story.app.cloud, { ...reading, words: '可以上门给老人读报聊天' }, openid)
    const duty = await story.actor(dutyMember)
    const wishId = await writesFor(duty)
    expect(theWish(story)).toMatchObject({ state: 'open', places: 2, person: null, filedAs: 'duty' })

    await duty.goes('pair/plan?c=west-street')
    await duty.sees(`#pair-${wishId}`)
    await takePicture(duty.phone.page, 'wish-story-plan')
    await duty.taps(`#plan-${wishId}`)
    await duty.seesNot(`#plan-${wishId}`)
    expect(theWish(story)).toMatchObject({ state: 'proposed', wisherAgreed: false })
    expect(theOffers(story).map(({ wishIds }) => wishIds)).toEqual([[wishId], [wishId]])

    await officeDoes(duty, wishId, 'agree-wisher')
    const first = await story.actor(volunteer)
    const second = await story.actor(otherVolunteer)
    await agrees(first, wishId)
    expect(theWish(story).state).toBe('proposed')
    await agrees(second, wishId)
    expect(theWish(story)).toMatchObject({ state: 'claimed', owner: 'helpers' })

    // How to find her is for those who come, once they are agreed, and each look is noted.
    await says(first, wishId, 'look')
    await first.reads(card.name)
    await first.reads(new RegExp(card.room))
    expect(story.app.cloud.database.count('audits', { actor: personOf(volunteer), verb: 'wish.look' })).toBeGreaterThan(
      0,
    )

    await says(first, wishId, 'arrange')
    await first.taps('#day-2026-11-25', '#part-morning', '#hour-10', '#arrange-send')
    await first.seesNot('#arrange-form')
    await officeDoes(duty, wishId, 'accept-wisher')
    expect(theWish(story)).toMatchObject({
      state: 'arranged',
      appointments: [{ state: 'agreed', at: at('2026-11-25', '10:00'), place: 'home' }],
    })

    await story.isNow(at('2026-11-25', '09:55'))
    await says(first, wishId, 'arrive')
    await first.seesNot('#arrive')
    await says(second, wishId, 'arrive')
    await second.seesNot('#arrive')
    await story.isNow(at('2026-11-25', '11:05'))
    for (const one of [first, second]) {
      await says(one, wishId, 'finish')
      await one.taps('#done-yes', '#finish-send')
      await one.seesNot('#finish-form')
    }
    await officeDoes(duty, wishId, 'finish-wisher', () => duty.taps('#outcome-done'))
    expect(theWish(story).state).toBe('granted')
    const [visit] = theWish(story).appointments
    expect(visit?.hours.map(({ person }) => person).sort()).toEqual([volunteer, otherVolunteer].map(personOf).sort())
    expect(theOffers(story).map(({ wishIds }) => wishIds)).toEqual([[], []])

    await officeDoes(duty, wishId, 'thank', () => duty.types('#step-words', '谢谢你们，报纸读得真好听'))
    await officeDoes(duty, wishId, 'show-wisher')
    const neighbour = await story.actor('story-neighbour')
    const turnsOver = async () => {
      await neighbour.goes('wish/wall?stack=1')
      await neighbour.taps(`#pair-${wishId}`)
      await neighbour.comesToRest()
      return neighbour.text()
    }
    expect(await turnsOver()).not.toContain('报纸读得真好听')
    for (const one of [first, second]) {
      await says(one, wishId, 'show-yes')
      await one.sees('#show-no')
    }
    const wall = await turnsOver()
    expect(wall).toContain('报纸读得真好听')
    for (const secret of [...Object.values(card), '刘志愿者', '周志愿者', '402']) expect(wall).not.toContain(secret)
    await takePicture(neighbour.phone.page, 'wish-story-thanks')
    for (const openid of [volunteer, otherVolunteer])
      expect(toldTo(story, personOf(openid))).toEqual(
        expect.arrayContaining(['wish.ask propose', 'wish.progress finish', 'wish.progress thank']),
      )
  })
})

/** A time for a visit, chosen as one chooses it on the page. */
async function proposes(one: Actor, wishId: string, day: string, part: string, hour: number): Promise<void> {
  await says(one, wishId, 'arrange')
  await one.taps(`#day-${day}`, `#part-${part}`, `#hour-${hour}`, '#arrange-send')
  await one.seesNot('#arrange-form')
}

describe('a volunteer who calls off late', () => {
  it('gives the card back to its old place; the next is told, the duty member sees it, and nobody is shamed', async () => {
    const { cloud } = story.app
    const resident = await story.actor('story-resident')
    const { wishId } = await hung(cloud, {}, resident.openid)
    await story.isNow(tuesday + 60_000)
    const later = await hung(cloud, { words: '想有人帮忙带一袋米' }, resident.openid)
    const errand = { words: '每天去菜场，可以给邻居带一份' }
    for (const openid of [volunteer, otherVolunteer]) await offered(cloud, errand, openid)
    const hungAt = wishOf(cloud, wishId).hungAt

    const first = await story.actor(volunteer)
    await first.goes(`wish/card?id=${wishId}`)
    await first.taps('#claim')
    await first.sees('#wish-visit')
    await proposes(first, wishId, '2026-11-25', 'morning', 10)
    await says(resident, wishId, 'accept')
    await resident.seesNot('#accept')
    expect(wishOf(cloud, wishId).state).toBe('arranged')

    await story.isNow(at('2026-11-25', '08:00'))
    await says(first, wishId, 'release')
    await first.taps('#step-ask-main')
    await first.seesNot('#step-ask')

    const back = wishOf(cloud, wishId)
    expect(back).toMatchObject({ state: 'open', zone: 'wall', hungAt, helpers: [] })
    const { wishes } = await wallOf(cloud, { order: 'longest' })
    expect(wishes.map((card) => card.wishId)).toEqual([wishId, later.wishId])
    expect(toldTo(story, personOf(otherVolunteer))).toContain('wish.fit ')
    expect(toldTo(story, personOf(volunteer)).filter((line) => line.startsWith('wish.fit'))).toEqual([])
    expect(toldTo(story, personOf(dutyMember))).toContain('wish.todo late')

    const late = '临近才说来不了'
    const duty = await story.actor(dutyMember)
    await duty.goes(`pair/card?id=${wishId}`)
    await duty.reads(new RegExp(late))
    for (const one of [resident, first]) {
      await one.goes(`wish/card?id=${wishId}`)
      await one.sees('#wish-card')
      expect(await one.text()).not.toMatch(/临近|爽约|没来/)
    }
    await resident.goes(`wish/visit?id=${wishId}`)
    await resident.sees('#state')
    expect(await resident.text()).not.toContain(late)
    expect(JSON.stringify(await wishShown(cloud, resident.openid, wishId))).not.toContain('late')

    const second = await story.actor(otherVolunteer)
    await second.goes('mine/messages')
    await second.taps(`[id^="message-"]`)
    await second.taps('#claim')
    await second.sees('#wish-visit')
    expect(wishOf(cloud, wishId)).toMatchObject({ state: 'claimed', helpers: [{ person: personOf(otherVolunteer) }] })
    // Whoever comes next learns nothing of whoever was there before.
    const seen = await wishShown(cloud, otherVolunteer, wishId)
    expect(seen.appointments).toEqual([])
    expect(seen.events.map(({ verb }) => verb)).toEqual(['hang', 'claim'])
  })
})

describe('a pair that meets every week', () => {
  it('rests on a holiday and once when asked, has a stand-in, and keeps its hours', async () => {
    const { cloud } = story.app
    const wednesday = (day: string) => at(day, '14:00')
    // The demo's members have come later than that.
    const early = at('2026-09-01', '09:00')
    cloud.database.modify('memberships', {}, { $set: { from: early } }, { multi: true })
    await story.isNow(at('2026-09-21', '09:00'))
    const resident = await story.actor('story-chess')
    const { wishId } = await hung(
      cloud,
      { words: '想每周有人陪着下盘象棋', kinds: ['play-chess-cards'], place: 'station', repeats: 'week' },
      resident.openid,
    )
    const wish = () => wishOf(cloud, wishId)
    const visits = () => wish().appointments.map((visit) => [visit.at, visit.state])
    const first = await story.actor(volunteer)
    await first.goes(`wish/card?id=${wishId}`)
    await first.taps('#claim')
    await first.sees('#wish-visit')
    await proposes(first, wishId, '2026-09-23', 'afternoon', 14)
    await says(resident, wishId, 'accept')
    await resident.seesNot('#accept')
    expect(wish().state).toBe('standing')

    const isOver = async (day: string, who: Actor) => {
      await story.isNow(at(day, '15:35'))
      await story.timer()
      for (const one of [who, resident]) {
        await says(one, wishId, 'finish')
        await one.taps('#done-yes', '#finish-send')
        await one.seesNot('#finish-form')
      }
    }
    await isOver('2026-09-23', first)
    expect(visits()).toEqual([
      [wednesday('2026-09-23'), 'done'],
      [wednesday('2026-09-30'), 'agreed'],
    ])
    await isOver('2026-09-30', first)
    expect(visits().slice(2)).toEqual([
      [wednesday('2026-10-07'), 'skipped'],
      [wednesday('2026-10-14'), 'agreed'],
    ])
    const person = personOf(resident.openid)
    expect(toldTo(story, person)).toContain('wish.progress holiday')
    await resident.goes(`wish/visit?id=${wishId}`)
    await resident.reads(/10月14日/)
    await takePicture(resident.phone.page, 'wish-story-holiday')

    await story.isNow(at('2026-10-12', '09:00'))
    await says(resident, wishId, 'skip')
    await resident.taps('#step-ask-main')
    await resident.seesNot('#step-ask')
    expect(visits().slice(3)).toEqual([
      [wednesday('2026-10-14'), 'skipped'],
      [wednesday('2026-10-21'), 'agreed'],
    ])

    await story.isNow(at('2026-10-19', '09:00'))
    await says(first, wishId, 'want-stand-in')
    await first.taps('#step-ask-main')
    await first.seesNot('#step-ask')
    const visit = wish().appointments.at(-1)?.id ?? ''
    const second = await story.actor(otherVolunteer)
    await second.goes(`wish/visit?id=${wishId}&visit=${visit}&stand=h1`)
    await second.taps('#stand-in')
    await second.sees('#state')
    await isOver('2026-10-21', second)
    expect(visits().slice(4)).toEqual([
      [wednesday('2026-10-21'), 'done'],
      [wednesday('2026-10-28'), 'agreed'],
    ])

    const hoursOf = async (openid: string) =>
      (await dataAs<{ hours: readonly { at: number }[] }>(cloud, openid, 'wish.hours', { cursor: null })).hours
        .map((hour) => hour.at)
        .sort()
    expect(await hoursOf(volunteer)).toEqual([wednesday('2026-09-23'), wednesday('2026-09-30')])
    expect(await hoursOf(otherVolunteer)).toEqual([wednesday('2026-10-21')])
    await first.goes('wish/mine?tab=hours')
    await first.sees('#hours')
  })
})
