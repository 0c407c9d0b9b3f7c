import { seenOf } from '../../src/domain/wish/act'
import { mostOpenClaims, mostProposalsPerDay } from '../../src/domain/wish/limits'
import { day, hour, minute } from '../../src/domain/time/clock'
import type { LocalCloud } from '../../src/local/start'
import { startProduct } from './support/cloud'
import {
  callAs,
  consent,
  dataAs,
  dutyMember,
  freshKey,
  gridLeader,
  handlerMember,
  otherGridLeader,
  otherSecretary,
  secretary,
  volunteer,
} from './support/people'
import {
  alterWish,
  atHome,
  hung,
  newVolunteer,
  offered,
  offerOf,
  otherVolunteer,
  wisher,
  wishOf,
} from './support/wishes'
import {
  acting,
  arrangedWish,
  claimed,
  finishing,
  ofOldWoman,
  pairedWish,
  personOf,
  stepped,
} from './support/wish-steps'

jest.setTimeout(240_000)

let cloud: LocalCloud
/** A Wednesday without a holiday near. */
const morning = Date.parse('2026-11-18T09:00:00+08:00')

beforeAll(async () => {
  cloud = await startProduct()
  await consent(cloud, wisher)
})
afterAll(() => cloud.close())
const moveTo = (at: number) => cloud.clock.moveTo(at - Date.now())
beforeEach(() => {
  moveTo(morning)
  for (const name of ['wishes', 'offers', 'blocks', 'counters', 'checks', 'messages'])
    cloud.database.remove(name, {}, { multi: true })
})

const thirdOne = 'demo-volunteer-3'
const release = { verb: 'release', side: null, words: null } as const

describe('a pair that the duty member proposes', () => {
  it('is one once both sides have agreed', async () => {
    const { offerId } = await offered(cloud)
    const { wishId } = await hung(cloud)
    await stepped(cloud, dutyMember, wishId, { verb: 'propose', offerIds: [offerId], words: null })
    expect(wishOf(cloud, wishId)).toMatchObject({ state: 'proposed', zone: 'off', wisherAgreed: false, owner: 'both' })
    expect(offerOf(cloud, offerId).wishIds).toEqual([wishId])
    expect(await stepped(cloud, volunteer, wishId, { verb: 'agree', side: null })).toMatchObject({ state: 'proposed' })
    expect(await stepped(cloud, wisher, wishId, { verb: 'agree', side: null })).toMatchObject({ state: 'claimed' })
  })

  it('is agreed to by both at once', async () => {
    const { offerId } = await offered(cloud)
    const { wishId } = await hung(cloud)
    await stepped(cloud, dutyMember, wishId, { verb: 'propose', offerIds: [offerId], words: null })
    const replies = await Promise.all(
      [wisher, volunteer].map((openid) => acting(cloud, openid, wishId, { verb: 'agree', side: null })),
    )
    expect(replies.every(({ ok }) => ok)).toBe(true)
    expect(wishOf(cloud, wishId).state).toBe('claimed')
  })

  it('goes back to the wall where one of them says that it does not suit, and frees the card', async () => {
    const { offerId } = await offered(cloud)
    const { wishId } = await hung(cloud)
    const { hungAt } = wishOf(cloud, wishId)
    await stepped(cloud, dutyMember, wishId, { verb: 'propose', offerIds: [offerId], words: null })
    moveTo(morning + day)
    await stepped(cloud, volunteer, wishId, { verb: 'refuse', side: null, words: null })
    expect(wishOf(cloud, wishId)).toMatchObject({
      state: 'open',
      zone: 'wall',
      helpers: [],
      wisherAgreed: true,
      hungAt,
    })
    expect(offerOf(cloud, offerId).wishIds).toEqual([])
  })

  it('keeps the one who has agreed where the other of two does not', async () => {
    const one = await offered(cloud, {}, volunteer)
    const other = await offered(cloud, {}, otherVolunteer)
    const { wishId } = await hung(cloud, atHome)
    await stepped(cloud, dutyMember, wishId, {
      verb: 'propose',
      offerIds: [one.offerId, other.offerId],
      words: '都在上午',
    })
    await stepped(cloud, volunteer, wishId, { verb: 'agree', side: null })
    await stepped(cloud, otherVolunteer, wishId, { verb: 'refuse', side: null, words: null })
    // The wisher has not said anything yet about the one who stays.
    expect(wishOf(cloud, wishId)).toMatchObject({ state: 'proposed', wisherAgreed: false })
    expect(await stepped(cloud, wisher, wishId, { verb: 'agree', side: null })).toMatchObject({ state: 'joining' })
    expect([offerOf(cloud, one.offerId).wishIds, offerOf(cloud, other.offerId).wishIds]).toEqual([[wishId], []])
  })

  it('takes no card that is full, hangs no more, or is of another place', async () => {
    const { offerId } = await offered(cloud, { capacity: 1 })
    const first = await hung(cloud)
    const propose = (wishId: string, offerIds: string[]) =>
      acting(cloud, dutyMember, wishId, { verb: 'propose', offerIds, words: null })
    expect(await propose(first.wishId, [offerId])).toMatchObject({ ok: true })
    const second = await hung(cloud)
    expect(await propose(second.wishId, [offerId])).toMatchObject({ refused: 'offer.full' })
    expect(await propose(second.wishId, ['no-such-card'])).toMatchObject({ refused: 'offer.missing' })
    expect(await propose(second.wishId, [offerId, offerId])).toMatchObject({ refused: 'offer.full' })
  })

  it('takes no card twice where two propose it at once', async () => {
    const { offerId } = await offered(cloud, { capacity: 1 })
    const wishes = [(await hung(cloud)).wishId, (await hung(cloud)).wishId]
    const replies = await Promise.all(
      wishes.map((wishId, at) =>
        acting(cloud, at === 0 ? dutyMember : secretary, wishId, { verb: 'propose', offerIds: [offerId], words: null }),
      ),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(offerOf(cloud, offerId).wishIds).toHaveLength(1)
  })

  it('is no home visit of somebody who is not checked', async () => {
    const { offerId } = await offered(cloud, {}, newVolunteer)
    const { wishId } = await hung(cloud, atHome)
    const deed = { verb: 'propose', offerIds: [offerId], words: '就近' } as const
    expect(await acting(cloud, dutyMember, wishId, { ...deed, offerIds: [offerId] })).toMatchObject({
      refused: 'wish.not-checked',
    })
  })

  it('is none that a hard rule forbids, unless the duty member says why; and never of two who are not to meet', async () => {
    const times = { weekdays: [6], parts: ['evening' as const], every: null, dates: [], note: '' }
    const { offerId } = await offered(cloud, { times })
    const { wishId } = await hung(cloud, { times: { ...times, weekdays: [2], parts: ['morning'] } })
    const propose = (words: string | null) =>
      acting(cloud, dutyMember, wishId, { verb: 'propose', offerIds: [offerId], words })
    expect(await propose(null)).toMatchObject({ refused: 'wish.not-fit' })
    expect(await propose('电话里说好了，周二也行')).toMatchObject({ ok: true })
    await stepped(cloud, wisher, wishId, { verb: 'refuse', side: null, words: null })
    const people = [personOf(volunteer), personOf(wisher)]
    cloud.database.insert('blocks', [{ _id: 'block', shape: 1, version: 1, people, by: people[0], at: 5 }])
    expect(await propose('电话里说好了，周二也行')).toMatchObject({ refused: 'wish.not-fit' })
  })
})

describe('what a pair asks of a helper', () => {
  const propose = (wishId: string, offerId: string) =>
    acting(cloud, dutyMember, wishId, { verb: 'propose', offerIds: [offerId], words: null })
  const revoke = (openid: string, state: 'revoked' | 'active') =>
    cloud.database.modify('memberships', { person: personOf(openid) }, { $set: { state } })

  it('is not that they have answered everything else that they were asked for', async () => {
    const { offerId } = await offered(cloud, { capacity: 10 })
    const wishes = []
    for (let at = 0; at < mostOpenClaims + 1; at++) {
      const { wishId } = await hung(cloud)
      await stepped(cloud, dutyMember, wishId, { verb: 'propose', offerIds: [offerId], words: null })
      wishes.push(wishId)
    }
    const agree = { verb: 'agree', side: null } as const
    for (const wishId of wishes.slice(0, -1))
      expect(await acting(cloud, volunteer, wishId, agree)).toMatchObject({ ok: true })
    for (const wishId of wishes.slice(0, -1)) await stepped(cloud, wisher, wishId, agree)
    // What they have said yes to counts.
    expect(await acting(cloud, volunteer, wishes.at(-1) ?? '', agree)).toMatchObject({ refused: 'wish.enough' })
  })

  it('is that they still are a volunteer here, when it is proposed and when they agree', async () => {
    const { offerId } = await offered(cloud)
    const { wishId } = await hung(cloud)
    revoke(volunteer, 'revoked')
    expect(await propose(wishId, offerId)).toMatchObject({ refused: 'offer.missing' })
    revoke(volunteer, 'active')
    expect(await propose(wishId, offerId)).toMatchObject({ ok: true })
    revoke(volunteer, 'revoked')
    expect(await acting(cloud, volunteer, wishId, { verb: 'agree', side: null })).toMatchObject({
      refused: 'wish.not-yours',
    })
    revoke(volunteer, 'active')
  })

  it('is nothing for a card whose words nobody may read yet', async () => {
    const { offerId } = await offered(cloud)
    const { wishId } = await hung(cloud)
    alterWish(cloud, wishId, { wordsState: 'waiting' })
    expect(await propose(wishId, offerId)).toMatchObject({ refused: 'wish.not-now' })
  })
})

describe('the words of a step', () => {
  const address = '她住三单元402，电话13900001111'

  it('tell nobody’s room and number before a pair is one: a person looks first', async () => {
    const { offerId } = await offered(cloud)
    const { wishId } = await hung(cloud)
    const deed = { verb: 'propose', offerIds: [offerId], words: address } as const
    expect(await stepped(cloud, dutyMember, wishId, { ...deed, offerIds: [offerId] })).toMatchObject({
      words: 'waiting',
    })
    const raw = JSON.stringify(await dataAs(cloud, volunteer, 'wish.show', { wishId }))
    expect(raw).not.toContain('13900001111')
    expect(cloud.database.find('checks').filter(({ kind }) => kind === 'wish-step')).toHaveLength(1)
  })

  it('are the pair’s own afterwards', async () => {
    const wishId = await pairedWish(cloud)
    const at = cloud.clock.now() + day
    const deed = { verb: 'arrange', side: null, at, minutes: 30, place: 'other', words: address } as const
    expect(await stepped(cloud, wisher, wishId, deed)).toMatchObject({ words: 'shown' })
  })

  it('that would be held back on a card wait as thanks, also where WeChat cannot be asked', async () => {
    const wishId = await arrangedWish(cloud)
    moveTo(morning + 27 * hour)
    for (const openid of [volunteer, wisher]) await stepped(cloud, openid, wishId, finishing('a1'))
    const thank = { verb: 'thank', words: `谢谢小刘！${address}` } as const
    expect(await stepped(cloud, wisher, wishId, thank)).toMatchObject({ words: 'waiting' })
    expect(cloud.database.find('checks').filter(({ kind }) => kind === 'thanks')).toMatchObject([{ state: 'review' }])
  })

  it('that cry for help come to a person, also where the check would refuse them', async () => {
    const wishId = await pairedWish(cloud)
    const part = { verb: 'part', helperId: 'h1', words: '我不想活了【违规】' } as const
    expect(await stepped(cloud, wisher, wishId, part)).toMatchObject({ words: 'waiting' })
  })

  it('that cry for help are told to the duty member at once, and shown to nobody before', async () => {
    const wishId = await pairedWish(cloud)
    const deed = { verb: 'part', helperId: 'h1', words: '别来了，我不想活了' } as const
    expect(await stepped(cloud, wisher, wishId, deed)).toMatchObject({ words: 'waiting' })
    const cries = cloud.database
      .find('messages')
      .filter(({ kind, path }) => kind === 'wish.cry' && typeof path === 'string' && path.includes(wishId))
    expect(cries.map(({ person }) => person)).toContain(personOf(dutyMember))
  })
})

describe('somebody without a phone', () => {
  it('is spoken for by the office from the proposal to the thanks', async () => {
    const cards = [await offered(cloud, {}, volunteer), await offered(cloud, {}, otherVolunteer)]
    const { wishId } = await hung(cloud, ofOldWoman(atHome), dutyMember)
    expect(wishOf(cloud, wishId).people).toEqual([])
    const offerIds = cards.map(({ offerId }) => offerId)
    await stepped(cloud, gridLeader, wishId, { verb: 'propose', offerIds, words: null })
    await stepped(cloud, volunteer, wishId, { verb: 'agree', side: null })
    await stepped(cloud, otherVolunteer, wishId, { verb: 'agree', side: null })
    expect(wishOf(cloud, wishId).owner).toBe('duty')
    expect(await stepped(cloud, dutyMember, wishId, { verb: 'agree', side: 'wisher' })).toMatchObject({
      state: 'claimed',
    })
    const at = morning + day
    await stepped(cloud, volunteer, wishId, {
      verb: 'arrange',
      side: null,
      at,
      minutes: 60,
      place: 'home',
      words: null,
    })
    expect(wishOf(cloud, wishId).owner).toBe('duty')
    const accept = { verb: 'accept', side: 'wisher', appointmentId: 'a1' } as const
    expect(await stepped(cloud, dutyMember, wishId, accept)).toMatchObject({ state: 'arranged' })
    moveTo(at)
    for (const openid of [volunteer, otherVolunteer])
      await stepped(cloud, openid, wishId, { verb: 'arrive', side: null, appointmentId: 'a1' })
    moveTo(at + hour)
    await stepped(cloud, volunteer, wishId, finishing('a1', { minutes: 50 }))
    expect(await stepped(cloud, dutyMember, wishId, finishing('a1', { side: 'wisher' }))).toMatchObject({
      state: 'granted',
    })
    // The second one says so afterwards, for the hours.
    await stepped(cloud, otherVolunteer, wishId, finishing('a1', { minutes: 50 }))
    await stepped(cloud, dutyMember, wishId, { verb: 'thank', words: '陈奶奶说：谢谢两位' })
    const row = wishOf(cloud, wishId)
    expect(row).toMatchObject({
      state: 'granted',
      open: false,
      thanks: { words: '陈奶奶说：谢谢两位', wordsState: 'shown' },
    })
    expect(row.appointments[0]?.hours).toEqual(
      [volunteer, otherVolunteer].map((openid) => ({ person: personOf(openid), minutes: 50 })),
    )
    expect(cards.map(({ offerId }) => offerOf(cloud, offerId).wishIds)).toEqual([[], []])
    expect(row.events.filter(({ data }) => data['byOffice'] === true).map(({ verb }) => verb)).toEqual([
      ...['agree', 'accept', 'finish', 'thank'],
    ])
  })

  it('is spoken for by nobody who helps with it', async () => {
    const { wishId } = await hung(cloud, ofOldWoman(), dutyMember)
    await claimed(cloud, wishId, dutyMember)
    const arrange = {
      verb: 'arrange',
      side: null,
      at: morning + day,
      minutes: 30,
      place: 'other',
      words: null,
    } as const
    await stepped(cloud, dutyMember, wishId, arrange)
    const accept = { verb: 'accept', side: 'wisher', appointmentId: 'a1' } as const
    expect(await acting(cloud, dutyMember, wishId, accept)).toMatchObject({ refused: 'wish.not-yours' })
    expect(await acting(cloud, secretary, wishId, accept)).toMatchObject({ ok: true })
    moveTo(morning + day + hour)
    await stepped(cloud, dutyMember, wishId, finishing('a1'))
    expect(await acting(cloud, dutyMember, wishId, finishing('a1', { side: 'wisher' }))).toMatchObject({
      refused: 'wish.not-yours',
    })
    const settle = {
      verb: 'settle',
      appointmentId: 'a1',
      outcome: 'done',
      minutes: null,
      missing: [],
      words: null,
    } as const
    expect(await acting(cloud, dutyMember, wishId, { ...settle, missing: [] })).toMatchObject({
      refused: 'wish.not-yours',
    })
    expect(await acting(cloud, secretary, wishId, { ...settle, missing: [] })).toMatchObject({ ok: true })
    expect(wishOf(cloud, wishId).appointments[0]?.hours).toEqual([{ person: personOf(dutyMember), minutes: 30 }])
  })

  it('is not somebody who can speak for themselves: nobody says yes for them', async () => {
    const wishId = await pairedWish(cloud)
    const arrange = {
      verb: 'arrange',
      side: 'h1',
      at: morning + day,
      minutes: 30,
      place: 'other',
      words: '电话里约的',
    } as const
    await stepped(cloud, dutyMember, wishId, arrange)
    const accept = { verb: 'accept', side: 'wisher', appointmentId: 'a1' } as const
    expect(await acting(cloud, dutyMember, wishId, accept)).toMatchObject({ refused: 'wish.not-yours' })
    expect(await acting(cloud, dutyMember, wishId, { verb: 'thank', words: '好' })).toMatchObject({ ok: false })
    expect(wishOf(cloud, wishId).events.at(-1)).toMatchObject({ verb: 'arrange', side: 'h1', data: { byOffice: true } })
  })
})

describe('a visit', () => {
  it('is agreed on by both sides, and changed by both', async () => {
    const wishId = await arrangedWish(cloud)
    const arrange = {
      verb: 'arrange',
      side: null,
      at: morning + 3 * day,
      minutes: 30,
      place: 'other',
      words: '改个时间',
    } as const
    await stepped(cloud, wisher, wishId, arrange)
    expect(wishOf(cloud, wishId)).toMatchObject({
      state: 'arranged',
      appointments: [{ state: 'agreed' }, { state: 'proposed' }],
    })
    await stepped(cloud, volunteer, wishId, { verb: 'accept', side: null, appointmentId: 'a2' })
    expect(wishOf(cloud, wishId)).toMatchObject({
      state: 'arranged',
      appointments: [{ state: 'cancelled' }, { state: 'agreed' }],
    })
  })

  it('is not in the past, and at home only where home was asked for', async () => {
    const wishId = await pairedWish(cloud)
    const arrange = { verb: 'arrange', side: null, minutes: 30, words: null } as const
    const at = (moment: number, place: 'home' | 'other') =>
      acting(cloud, volunteer, wishId, { ...arrange, at: moment, place })
    expect(await at(morning - minute, 'other')).toMatchObject({ refused: 'wish.bad-time' })
    expect(await at(morning + 61 * day, 'other')).toMatchObject({ refused: 'wish.bad-time' })
    expect(await at(morning + day, 'home')).toMatchObject({ refused: 'wish.not-checked' })
  })

  it('that both confirm is granted; each says it once', async () => {
    const wishId = await arrangedWish(cloud)
    moveTo(morning + 27 * hour)
    const replies = await Promise.all(
      [wisher, volunteer].map((openid) => acting(cloud, openid, wishId, finishing('a1'))),
    )
    expect(replies.every(({ ok }) => ok)).toBe(true)
    expect(wishOf(cloud, wishId)).toMatchObject({ state: 'granted', zone: 'stack', open: false })
    expect(await acting(cloud, volunteer, wishId, finishing('a1'))).toMatchObject({ refused: 'wish.not-now' })
  })

  it('of which one side says that it was not is somebody’s to ask about', async () => {
    const wishId = await arrangedWish(cloud)
    const { hungAt } = wishOf(cloud, wishId)
    moveTo(morning + 27 * hour)
    await stepped(cloud, wisher, wishId, finishing('a1', { done: false, words: '没有等到人' }))
    expect(wishOf(cloud, wishId)).toMatchObject({ state: 'unsure', owner: 'duty' })
    const settle = {
      verb: 'settle',
      appointmentId: 'a1',
      outcome: 'missed',
      minutes: null,
      missing: ['h1'],
      words: null,
    } as const
    expect(await acting(cloud, volunteer, wishId, { ...settle, missing: ['h1'] })).toMatchObject({
      refused: 'wish.not-yours',
    })
    expect(await stepped(cloud, dutyMember, wishId, { ...settle, missing: ['h1'] })).toMatchObject({ state: 'open' })
    expect(wishOf(cloud, wishId)).toMatchObject({ hungAt, helpers: [] })
  })

  it('is not proposed without an end', async () => {
    const wishId = await pairedWish(cloud)
    const deed = { verb: 'arrange', side: null, minutes: 30, place: 'other', words: null } as const
    const propose = (turn: number) => acting(cloud, volunteer, wishId, { ...deed, at: morning + day + turn * hour })
    for (let turn = 0; turn < mostProposalsPerDay; turn++) expect(await propose(turn)).toMatchObject({ ok: true })
    expect(await propose(9)).toMatchObject({ refused: 'wish.full' })
    // Only the last one is there to be answered.
    expect(wishOf(cloud, wishId).appointments).toMatchObject([{ id: `a${mostProposalsPerDay}`, state: 'proposed' }])
  })

  it('of which somebody says that it was is settled before anybody leaves', async () => {
    const wishId = await arrangedWish(cloud)
    moveTo(morning + 27 * hour)
    await stepped(cloud, volunteer, wishId, finishing('a1'))
    expect(await acting(cloud, wisher, wishId, { verb: 'withdraw', words: null })).toMatchObject({
      refused: 'wish.not-now',
    })
    expect(await acting(cloud, wisher, wishId, { verb: 'part', helperId: 'h1', words: null })).toMatchObject({
      refused: 'wish.not-now',
    })
    await stepped(cloud, wisher, wishId, finishing('a1', { done: false }))
    expect(await acting(cloud, volunteer, wishId, release)).toMatchObject({ refused: 'wish.not-now' })
    expect(await acting(cloud, dutyMember, wishId, { verb: 'close', words: '重复了' })).toMatchObject({
      refused: 'wish.not-now',
    })
    const settle = {
      verb: 'settle',
      appointmentId: 'a1',
      outcome: 'done',
      minutes: null,
      missing: [],
      words: null,
    } as const
    expect(await stepped(cloud, dutyMember, wishId, { ...settle, missing: [] })).toMatchObject({ state: 'granted' })
    expect(wishOf(cloud, wishId).appointments[0]?.hours).toHaveLength(1)
  })

  it('holds no wisher who has said how it was', async () => {
    const wishId = await arrangedWish(cloud)
    moveTo(morning + 27 * hour)
    await stepped(cloud, volunteer, wishId, finishing('a1'))
    await stepped(cloud, wisher, wishId, finishing('a1', { done: false }))
    expect(await stepped(cloud, wisher, wishId, { verb: 'part', helperId: 'h1', words: null })).toMatchObject({
      state: 'open',
    })
  })

  it('that is called off late says so to the office alone', async () => {
    const wishId = await arrangedWish(cloud, {}, morning + 20 * hour)
    await stepped(cloud, volunteer, wishId, { verb: 'cancel', side: null, appointmentId: 'a1', words: '孩子病了' })
    expect(wishOf(cloud, wishId)).toMatchObject({ state: 'claimed', helpers: [{ id: 'h1' }] })
    const seenBy = async (openid: string) => {
      const { events } = await dataAs<{ events: { data: Record<string, unknown> }[] }>(cloud, openid, 'wish.show', {
        wishId,
      })
      return events.at(-1)?.data['late']
    }
    expect([await seenBy(dutyMember), await seenBy(wisher), await seenBy(volunteer)]).toEqual([
      true,
      undefined,
      undefined,
    ])
  })
})

describe('a helper who cannot come any more', () => {
  it('gives it back to its old place on the wall, and the red card is free', async () => {
    const { offerId } = await offered(cloud, { capacity: 1 })
    const { wishId } = await hung(cloud)
    const { hungAt, finds } = wishOf(cloud, wishId)
    moveTo(morning + day)
    await claimed(cloud, wishId, volunteer, offerId)
    await stepped(cloud, volunteer, wishId, release)
    expect(wishOf(cloud, wishId)).toMatchObject({
      ...{ state: 'open', zone: 'wall', hungAt, finds },
    })
    expect(wishOf(cloud, wishId).waitsSince).toBeGreaterThanOrEqual(morning + day)
    expect(offerOf(cloud, offerId).wishIds).toEqual([])
  })

  it('of two leaves the other, who waits for a second one', async () => {
    const wishId = await arrangedWish(cloud, atHome)
    expect(await stepped(cloud, volunteer, wishId, release)).toMatchObject({ state: 'joining' })
    expect(wishOf(cloud, wishId)).toMatchObject({ helpers: [{ id: 'h2' }], appointments: [{ state: 'cancelled' }] })
    // A number that somebody had is never given again.
    await claimed(cloud, wishId, volunteer)
    expect(wishOf(cloud, wishId).helpers.map(({ id }) => id)).toEqual(['h2', 'h3'])
  })
})

describe('a pair of every week', () => {
  const weekly = { repeats: 'week' } as const

  it('has its next visit after each', async () => {
    const at = morning + 26 * hour
    const wishId = await arrangedWish(cloud, weekly, at)
    expect(wishOf(cloud, wishId).state).toBe('standing')
    moveTo(morning + 27 * hour)
    await stepped(cloud, volunteer, wishId, finishing('a1'))
    expect(await stepped(cloud, wisher, wishId, finishing('a1'))).toMatchObject({ state: 'standing' })
    expect(wishOf(cloud, wishId).appointments).toMatchObject([
      { id: 'a1', state: 'done', at },
      { id: 'a2', state: 'agreed', at: at + 7 * day },
    ])
  })

  it('stays one where somebody does not come this week', async () => {
    const wishId = await arrangedWish(cloud, weekly)
    await stepped(cloud, wisher, wishId, { verb: 'skip', side: null, appointmentId: 'a1', words: '去女儿家了' })
    expect(wishOf(cloud, wishId)).toMatchObject({
      state: 'standing',
      appointments: [{ state: 'skipped' }, { state: 'agreed' }],
    })
  })

  it('has a stand-in for once: of two who want to be it one is, and only they say how it was', async () => {
    const wishId = await arrangedWish(cloud, weekly)
    await stepped(cloud, volunteer, wishId, { verb: 'want-stand-in', side: null, appointmentId: 'a1', words: null })
    const deed = { verb: 'stand-in', appointmentId: 'a1', helperId: 'h1' } as const
    const replies = await Promise.all([otherVolunteer, thirdOne].map((openid) => acting(cloud, openid, wishId, deed)))
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    const standIn = replies[0]?.ok ? otherVolunteer : thirdOne
    moveTo(morning + 27 * hour)
    expect(await acting(cloud, volunteer, wishId, finishing('a1'))).toMatchObject({ refused: 'wish.not-yours' })
    await stepped(cloud, standIn, wishId, finishing('a1', { minutes: 40 }))
    await stepped(cloud, wisher, wishId, finishing('a1'))
    expect(wishOf(cloud, wishId).appointments[0]?.hours).toEqual([{ person: personOf(standIn), minutes: 40 }])
    // The next week it is the helper again.
    expect(wishOf(cloud, wishId).people).not.toContain(personOf(standIn))
  })

  it('keeps its helper where a stand-in gives the one visit back', async () => {
    const wishId = await arrangedWish(cloud, weekly)
    await stepped(cloud, volunteer, wishId, { verb: 'want-stand-in', side: null, appointmentId: 'a1', words: null })
    await stepped(cloud, otherVolunteer, wishId, { verb: 'stand-in', appointmentId: 'a1', helperId: 'h1' })
    expect(await acting(cloud, otherVolunteer, wishId, { verb: 'stop', side: null, words: null })).toMatchObject({
      refused: 'wish.not-yours',
    })
    expect(await stepped(cloud, otherVolunteer, wishId, release)).toMatchObject({ state: 'standing' })
    expect(wishOf(cloud, wishId)).toMatchObject({
      helpers: [{ id: 'h1' }],
      appointments: [{ standIns: [{ helperId: 'h1', person: null }] }],
    })
  })

  it('ends with thanks, and its red card is free', async () => {
    const { offerId } = await offered(cloud, { capacity: 1 })
    const { wishId } = await hung(cloud, weekly)
    await claimed(cloud, wishId, volunteer, offerId)
    const arrange = {
      verb: 'arrange',
      side: null,
      at: morning + hour,
      minutes: 30,
      place: 'other',
      words: null,
    } as const
    await stepped(cloud, volunteer, wishId, arrange)
    await stepped(cloud, wisher, wishId, { verb: 'accept', side: null, appointmentId: 'a1' })
    moveTo(morning + 2 * hour)
    await stepped(cloud, volunteer, wishId, finishing('a1'))
    await stepped(cloud, wisher, wishId, finishing('a1'))
    expect(offerOf(cloud, offerId).wishIds).toEqual([wishId])
    expect(await stepped(cloud, wisher, wishId, { verb: 'stop', side: null, words: '谢谢' })).toMatchObject({
      state: 'granted',
    })
    expect(offerOf(cloud, offerId).wishIds).toEqual([])
  })
})

describe('a step', () => {
  it('of somebody who has not seen the last one is none, and they are told', async () => {
    const wishId = await arrangedWish(cloud)
    const seen = seenOf(wishOf(cloud, wishId))
    await stepped(cloud, volunteer, wishId, { verb: 'cancel', side: null, appointmentId: 'a1', words: null })
    const deed = { verb: 'part', helperId: 'h1', words: null } as const
    expect(await acting(cloud, wisher, wishId, deed, { seen })).toMatchObject({ refused: 'wish.moved' })
  })

  it('is done once, whether it is sent once or twice, or at once', async () => {
    const wishId = await pairedWish(cloud)
    const deed = { verb: 'arrange', side: null, at: morning + day, minutes: 30, place: 'other', words: null } as const
    const seen = seenOf(wishOf(cloud, wishId))
    const key = freshKey()
    const replies = await Promise.all([1, 2, 3].map(() => acting(cloud, volunteer, wishId, deed, { seen }, key)))
    expect(replies.map((reply) => reply.ok && reply.data)).toEqual(
      Array(3).fill({ state: 'claimed', seen: 3, words: 'shown' }),
    )
    expect(wishOf(cloud, wishId).appointments).toHaveLength(1)
  })

  it('of two who do another at once is one of them', async () => {
    const wishId = await pairedWish(cloud)
    const seen = seenOf(wishOf(cloud, wishId))
    const replies = await Promise.all([
      acting(cloud, volunteer, wishId, release, { seen }),
      acting(cloud, wisher, wishId, { verb: 'part', helperId: 'h1', words: null }, { seen }),
    ])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(wishOf(cloud, wishId).events.slice(seen)).toHaveLength(1)
  })

  it('is of those who are in it, and of the office of the place', async () => {
    const wishId = await pairedWish(cloud)
    const close = { verb: 'close', words: '重复了' } as const
    for (const openid of [otherSecretary, otherGridLeader, handlerMember])
      expect(await acting(cloud, openid, wishId, close)).toMatchObject({ refused: 'role.forbidden' })
    for (const openid of [otherVolunteer, volunteer, wisher])
      expect(await acting(cloud, openid, wishId, close)).toMatchObject({ refused: 'wish.not-yours' })
    expect(await acting(cloud, gridLeader, wishId, close)).toMatchObject({ ok: true })
  })

  it('is no more of whoever’s role was taken away', async () => {
    const wishId = await pairedWish(cloud)
    cloud.database.modify('memberships', { person: personOf(dutyMember) }, { $set: { state: 'revoked' } })
    expect(await acting(cloud, dutyMember, wishId, { verb: 'close', words: '重复了' })).toMatchObject({
      refused: 'role.forbidden',
    })
    cloud.database.modify('memberships', { person: personOf(dutyMember) }, { $set: { state: 'active' } })
  })

  it('has a note of the office alone', async () => {
    const wishId = await pairedWish(cloud)
    const note = { verb: 'note' } as const
    expect(await acting(cloud, dutyMember, wishId, note)).toMatchObject({ refused: 'wish.not-now' })
    expect(await acting(cloud, dutyMember, wishId, note, { note: '老人耳背' })).toMatchObject({ ok: true })
    expect(await acting(cloud, volunteer, wishId, release, { note: '老人耳背' })).toMatchObject({
      refused: 'wish.not-yours',
    })
  })

  it('is none with words that the check does not let pass', async () => {
    const wishId = await pairedWish(cloud)
    const deed = { verb: 'release', side: null, words: '请看【违规】' } as const
    expect(await acting(cloud, volunteer, wishId, deed)).toMatchObject({ refused: 'content.refused' })
    expect(wishOf(cloud, wishId).state).toBe('claimed')
  })

  it('is none of nobody: who never agreed to the privacy notice', async () => {
    const { wishId } = await hung(cloud)
    const reply = await callAs(cloud, 'openid-of-a-stranger', 'wish.act', {
      wishId,
      seen: 1,
      deed: release,
      note: null,
    })
    expect(reply).toMatchObject({ ok: false })
  })

  it('is kept from wishes that are over', async () => {
    const { wishId } = await hung(cloud)
    await stepped(cloud, wisher, wishId, { verb: 'withdraw', words: null })
    expect(wishOf(cloud, wishId)).toMatchObject({ state: 'withdrawn', zone: 'off', open: false, owner: 'nobody' })
    expect(await acting(cloud, wisher, wishId, { verb: 'keep', words: null })).toMatchObject({
      refused: 'wish.not-now',
    })
  })
})
