import { derivedWish } from '../../src/cloud/wish/derive'
import type { WishRow } from '../../src/cloud/wish/load'
import type { myWishes, OutputOf, wishCard } from '../../src/contract'
import { day, hour } from '../../src/domain/time/clock'
import type { Appointment, Helper, WishEvent } from '../../src/domain/wish/wish'
import type { LocalCloud } from '../../src/local/start'
import { lastCall, startProduct } from './support/cloud'
import {
  callAs,
  consent,
  dataAs,
  dutyMember,
  gridLeader,
  handlerMember,
  keys,
  otherGridLeader,
  otherSecretary,
  secretary,
  volunteer,
} from './support/people'
import { alterWish, atHome, hung, newVolunteer, otherVolunteer, wisher, wishOf, wishShown } from './support/wishes'

jest.setTimeout(120_000)

let cloud: LocalCloud
const morning = Date.parse('2026-11-18T10:00:00+08:00')
const stranger = 'openid-of-somebody-who-passes-by'

beforeAll(async () => {
  cloud = await startProduct()
  for (const openid of [wisher]) await consent(cloud, openid)
})
afterAll(() => cloud.close())
beforeEach(() => {
  cloud.clock.moveTo(morning - Date.now())
  cloud.database.remove('wishes', {}, { multi: true })
})

/** Writes a wish as it would be had that happened, with what follows from it. */
function becomes(id: string, fields: Partial<WishRow>): void {
  alterWish(cloud, id, { ...fields, ...derivedWish({ ...wishOf(cloud, id), ...fields }, morning) })
}
const helper = (id: string, openid: string, over: Partial<Helper> = {}): Helper => ({
  ...{ id, person: keys.person(openid), offerId: null, by: 'claim', agreed: true, at: morning, ...over },
})
const visit = (over: Partial<Appointment> = {}): Appointment => ({
  ...{ id: 'a1', at: morning + day, minutes: 60, place: 'home', proposedBy: 'h1', state: 'agreed' },
  ...{ arrived: [], finished: [], standIns: [], hours: [], ...over },
})
const step = (at: number, over: Partial<WishEvent>): WishEvent => ({
  ...{ id: '2', at, verb: 'claim', actor: 'volunteer', person: null, role: null, side: null },
  ...{ from: 'open', to: 'open', words: '', wordsState: 'shown', note: '', data: {}, ...over },
})
const mine = (openid: string) => dataAs<OutputOf<typeof myWishes>>(cloud, openid, 'wish.mine', { cursor: null })
const card = (openid: string, wishId: string) =>
  dataAs<OutputOf<typeof wishCard>>(cloud, openid, 'wish.card', { wishId })

describe('who sees one wish', () => {
  it.each([
    ['the wisher', wisher, 'wisher', null],
    ['a helper', volunteer, 'helper', 'h1'],
    ['who was only proposed', otherVolunteer, 'helper', 'h2'],
    ['who stands in at the next visit', newVolunteer, 'helper', 'h1'],
    ['a duty member', dutyMember, 'duty', null],
    ['the grid leader', gridLeader, 'grid-leader', null],
    ['the secretary', secretary, 'secretary', null],
  ])('%s, in at most three reads', async (_, openid, viewer, helperId) => {
    const { wishId } = await hung(cloud, atHome)
    const standIns = [{ helperId: 'h1', person: keys.person(newVolunteer) }]
    becomes(wishId, {
      ...{ state: 'arranged', pairedAt: morning, appointments: [visit({ standIns })] },
      helpers: [helper('h1', volunteer), helper('h2', otherVolunteer, { by: 'proposal', agreed: false })],
    })
    expect(await wishShown(cloud, openid, wishId)).toMatchObject({ viewer, helperId })
    expect(lastCall(cloud).databaseTrips).toBeLessThanOrEqual(3)
  })

  it.each([
    ['a stranger', stranger],
    ['a volunteer who is not in it', otherVolunteer],
    ['the grid leader of another grid', otherGridLeader],
    ['the secretary of another community', otherSecretary],
    ['somebody who deals with requests', handlerMember],
  ])('not %s', async (_, openid) => {
    const { wishId } = await hung(cloud)
    expect(await callAs(cloud, openid, 'wish.show', { wishId })).toMatchObject({ refused: 'role.forbidden' })
  })

  it('no longer who stood in at a visit that is over', async () => {
    const { wishId } = await hung(cloud)
    const standIns = [{ helperId: 'h1', person: keys.person(newVolunteer) }]
    becomes(wishId, {
      ...{ state: 'standing', repeats: 'week', pairedAt: morning, helpers: [helper('h1', volunteer)] },
      appointments: [visit({ state: 'done', standIns }), visit({ id: 'a2', at: morning + 8 * day })],
    })
    expect(await callAs(cloud, newVolunteer, 'wish.show', { wishId })).toMatchObject({ refused: 'role.forbidden' })
  })

  it('no longer a duty member whose role was taken away', async () => {
    const { wishId } = await hung(cloud)
    const person = keys.person(dutyMember)
    cloud.database.modify('memberships', { person }, { $set: { state: 'revoked' } })
    const reply = await callAs(cloud, dutyMember, 'wish.show', { wishId })
    cloud.database.modify('memberships', { person }, { $set: { state: 'active' } })
    expect(reply).toMatchObject({ refused: 'role.forbidden' })
  })

  it('who helps and is of the office goes on seeing what the office sees', async () => {
    const { wishId } = await hung(cloud)
    becomes(wishId, { state: 'claimed', pairedAt: morning, helpers: [helper('h1', dutyMember)] })
    expect(await wishShown(cloud, dutyMember, wishId)).toMatchObject({ viewer: 'duty', helperId: 'h1' })
  })

  it('who wished and is of the office sees no more than a wisher', async () => {
    const { wishId } = await hung(cloud, {}, dutyMember)
    becomes(wishId, { events: [step(morning, { verb: 'note', note: '秘密备注' })] })
    const shown = await wishShown(cloud, dutyMember, wishId)
    expect(shown).toMatchObject({ viewer: 'wisher', events: [] })
  })
})

describe('what somebody sees of it', () => {
  /** A helper called off late and left; a second one came after. */
  async function withHistory(): Promise<string> {
    const { wishId } = await hung(cloud, { ...atHome, phone: '13900000042' })
    const first = keys.person(otherVolunteer)
    becomes(wishId, {
      ...{
        state: 'claimed',
        pairedAt: morning + 3 * hour,
        helpers: [helper('h2', volunteer, { at: morning + 3 * hour })],
      },
      events: [
        ...wishOf(cloud, wishId).events,
        step(morning + hour, { id: '2', verb: 'claim', person: first, data: { helperId: 'h1', lastHelper: 1 } }),
        step(morning + 2 * hour, {
          id: '3',
          verb: 'release',
          person: first,
          side: 'h1',
          words: '扭了脚',
          data: { left: 'h1', late: true },
        }),
        step(morning + 2.5 * hour, { id: '4', verb: 'note', actor: 'duty', note: '秘密备注' }),
        step(morning + 3 * hour, { id: '5', verb: 'claim', person: keys.person(volunteer), data: { helperId: 'h2' } }),
        step(morning + 4 * hour, {
          id: '6',
          verb: 'arrange',
          actor: 'wisher',
          side: 'wisher',
          words: '【待审】',
          wordsState: 'waiting',
        }),
      ],
    })
    return wishId
  }
  const verbsOf = (shown: { readonly events: readonly { readonly verb: string }[] }) =>
    shown.events.map(({ verb }) => verb)

  it('the office sees who called off late, and notes', async () => {
    const shown = await wishShown(cloud, dutyMember, await withHistory())
    expect(verbsOf(shown)).toEqual(['hang', 'claim', 'release', 'note', 'claim', 'arrange'])
    expect(shown.events[2]?.data).toMatchObject({ late: true })
    expect(shown.events[3]).toMatchObject({ note: '秘密备注' })
    expect(shown.events[5]).toMatchObject({ words: '【待审】' })
  })

  it('the wisher sees neither notes nor that somebody was late, and their own words before the check', async () => {
    const id = await withHistory()
    const { events } = wishOf(cloud, id)
    becomes(id, { events: events.map((one) => (one.id === '6' ? { ...one, person: keys.person(wisher) } : one)) })
    const shown = await wishShown(cloud, wisher, id)
    expect(verbsOf(shown)).toEqual(['hang', 'claim', 'release', 'claim', 'arrange'])
    expect(shown.events[2]).toMatchObject({ words: '扭了脚', data: {} })
    expect(shown.events[4]).toMatchObject({ words: '【待审】' })
    expect(JSON.stringify(shown)).not.toContain('late')
  })

  it('who came after others does not learn how it went with them', async () => {
    const shown = await wishShown(cloud, volunteer, await withHistory())
    expect(verbsOf(shown)).toEqual(['hang', 'claim', 'arrange'])
    expect(shown.events[2]).toMatchObject({ words: null })
    expect(JSON.stringify(shown)).not.toMatch(/扭了脚|秘密备注|late/)
  })

  it('nobody gets a number, a room, a name or a pseudonym', async () => {
    const id = await withHistory()
    for (const openid of [wisher, volunteer, dutyMember, secretary]) {
      const raw = JSON.stringify(await callAs(cloud, openid, 'wish.show', { wishId: id }))
      expect(raw).toContain(id)
      expect(raw).not.toMatch(/1390000004|三单元|老人的女儿|openid|demo-/)
      for (const one of [wisher, volunteer, otherVolunteer]) expect(raw).not.toContain(keys.person(one))
    }
  })

  it('words that a keeper has refused are the wisher’s alone', async () => {
    const { wishId } = await hung(cloud, { words: '请陪我聊聊【待审】', wants: ['有耐心'] })
    const wordsSeenBy = async (openid: string) => (await wishShown(cloud, openid, wishId)).card.words
    becomes(wishId, { helpers: [helper('h1', volunteer)] })
    expect([await wordsSeenBy(wisher), await wordsSeenBy(dutyMember), await wordsSeenBy(volunteer)]).toEqual([
      '请陪我聊聊【待审】',
      '请陪我聊聊【待审】',
      '',
    ])
    becomes(wishId, { wordsState: 'refused' })
    expect([await wordsSeenBy(wisher), await wordsSeenBy(dutyMember), await wordsSeenBy(volunteer)]).toEqual([
      '请陪我聊聊【待审】',
      '',
      '',
    ])
  })

  it('that the wisher can be called, by the number of the wish or of the account', async () => {
    const said = await hung(cloud, { phone: '13900000042' })
    const unsaid = await hung(cloud)
    expect(await wishShown(cloud, dutyMember, said.wishId)).toMatchObject({ hasPhone: true, hasEmergency: false })
    expect(await wishShown(cloud, dutyMember, unsaid.wishId)).toMatchObject({ hasPhone: false })
    const ofMember = await hung(cloud, {}, volunteer)
    expect(await wishShown(cloud, dutyMember, ofMember.wishId)).toMatchObject({ hasPhone: true })
  })
})

describe('a visit that came to nothing', () => {
  const missedBy = (id: string): Partial<Appointment> => ({
    ...{ at: morning - day, proposedBy: id, state: 'missed' },
    finished: [{ side: 'wisher', at: morning - hour, done: false, minutes: 60 }],
  })

  it('is told on no card, and to nobody but those who are in it and the office', async () => {
    const { wishId } = await hung(cloud)
    becomes(wishId, {
      ...{ state: 'unsure', pairedAt: morning, helpers: [helper('h1', volunteer)] },
      appointments: [visit({ state: 'unsure', at: morning - hour })],
    })
    expect(await card(stranger, wishId)).toMatchObject({ card: { state: 'arranged' } })
    for (const openid of [wisher, volunteer, dutyMember])
      expect(await wishShown(cloud, openid, wishId)).toMatchObject({ card: { state: 'unsure' } })
  })

  it('is not told to who comes after', async () => {
    const { wishId } = await hung(cloud)
    becomes(wishId, {
      ...{ state: 'claimed', pairedAt: morning, helpers: [helper('h2', volunteer)] },
      appointments: [visit(missedBy('h1')), visit({ id: 'a2', at: morning + day, proposedBy: 'h2' })],
    })
    const visitsOf = async (openid: string) =>
      (await wishShown(cloud, openid, wishId)).appointments.map(({ appointmentId }) => appointmentId)
    expect([await visitsOf(volunteer), await visitsOf(wisher), await visitsOf(dutyMember)]).toEqual([
      ['a2'],
      ['a1', 'a2'],
      ['a1', 'a2'],
    ])
  })

  it('is told to who stood in at it', async () => {
    const { wishId } = await hung(cloud)
    const standIns = [{ helperId: 'h1', person: keys.person(newVolunteer) }]
    becomes(wishId, {
      ...{ state: 'unsure', pairedAt: morning, helpers: [helper('h1', volunteer, { at: morning - 2 * day })] },
      appointments: [visit({ state: 'unsure', at: morning - day, standIns })],
    })
    expect((await wishShown(cloud, newVolunteer, wishId)).appointments).toMatchObject([{ appointmentId: 'a1' }])
  })
})

describe('thanks on the back of a card', () => {
  const thanks = { words: '谢谢王师傅', wordsState: 'shown', at: morning } as const
  const granted: Partial<WishRow> = { state: 'standing', repeats: 'week', pairedAt: morning, thanks }
  const shownOn = async (fields: Partial<WishRow>) => {
    const { wishId } = await hung(cloud)
    becomes(wishId, { ...granted, helpers: [helper('h1', volunteer, { at: morning - day })], ...fields })
    return (await card(stranger, wishId)).card.thanks
  }
  const left = { leavers: [{ event: '2', helperId: 'h1', person: keys.person(volunteer) }] }
  const release = step(morning + hour, { verb: 'release', side: 'h1' })

  it('are shown where both sides let them be', async () => {
    expect(await shownOn({ shows: ['wisher', 'h1'] })).toBe(thanks.words)
    expect(await shownOn({ shows: ['wisher'] })).toBeNull()
    expect(await shownOn({ shows: ['h1'] })).toBeNull()
  })

  it('are gone once whoever was thanked has left', async () => {
    const gone = { ...left, events: [release] }
    expect(await shownOn({ ...gone, state: 'open', helpers: [], shows: ['wisher'] })).toBeNull()
    const next = helper('h2', otherVolunteer, { at: morning + 2 * hour })
    expect(await shownOn({ ...gone, helpers: [next], shows: ['wisher', 'h2'] })).toBeNull()
  })
})

describe('one card by its link', () => {
  it('says whose it is and whether they could claim it', async () => {
    const { wishId } = await hung(cloud)
    expect(await card(stranger, wishId)).toMatchObject({ mine: false, isVolunteer: false, communityId: 'west-street' })
    expect(await card(volunteer, wishId)).toMatchObject({ mine: false, isVolunteer: true })
    expect(await card(otherSecretary, wishId)).toMatchObject({ mine: false, isVolunteer: false })
    expect(await card(wisher, wishId)).toMatchObject({ mine: true, isVolunteer: false })
    expect(lastCall(cloud).databaseTrips).toBe(2)
  })

  it('is there for those who are in it also where it does not hang', async () => {
    const { wishId } = await hung(cloud, { words: '请陪我聊聊【待审】' })
    becomes(wishId, { state: 'proposed', helpers: [helper('h1', volunteer, { by: 'proposal', agreed: false })] })
    expect(await card(wisher, wishId)).toMatchObject({ mine: true, card: { words: '请陪我聊聊【待审】' } })
    expect(await card(volunteer, wishId)).toMatchObject({ mine: true, card: { words: '' } })
    expect(await callAs(cloud, otherVolunteer, 'wish.card', { wishId })).toMatchObject({ refused: 'wish.missing' })
  })
})

describe('我的卡', () => {
  it('has what is one’s own and what one helps with, newest first, in one read', async () => {
    const own = await hung(cloud)
    cloud.clock.moveTo(morning + hour - Date.now())
    const other = await hung(cloud, {}, volunteer)
    becomes(other.wishId, { state: 'claimed', pairedAt: morning, helpers: [helper('h1', wisher)] })
    const { wishes } = await mine(wisher)
    expect(lastCall(cloud)).toMatchObject({ databaseTrips: 1 })
    expect(wishes.map(({ wishId, as, waits }) => [wishId, as, waits])).toEqual([
      [other.wishId, 'helper', true],
      [own.wishId, 'wisher', false],
    ])
    expect(await mine(stranger)).toEqual({ wishes: [], cursor: null })
  })

  it.each<[string, Partial<WishRow>, { wisher: boolean; helper: boolean }]>([
    [
      'a pair was proposed',
      { state: 'proposed', wisherAgreed: false, helpers: [helper('h1', volunteer, { agreed: false })] },
      { wisher: true, helper: true },
    ],
    ['the helper has agreed to it', { state: 'proposed', wisherAgreed: false }, { wisher: true, helper: false }],
    ['no time is proposed', { state: 'claimed' }, { wisher: false, helper: true }],
    [
      'the helper has proposed a time',
      { state: 'claimed', appointments: [visit({ state: 'proposed' })] },
      { wisher: true, helper: false },
    ],
    [
      'the wisher has',
      { state: 'claimed', appointments: [visit({ state: 'proposed', proposedBy: 'wisher' })] },
      { wisher: false, helper: true },
    ],
    ['a time is agreed', { state: 'arranged', appointments: [visit()] }, { wisher: false, helper: false }],
    [
      'a visit is over',
      { state: 'arranged', appointments: [visit({ at: morning - day })] },
      { wisher: true, helper: true },
    ],
    [
      'the helper has said how it was',
      {
        state: 'unsure',
        appointments: [
          visit({
            state: 'unsure',
            at: morning - day,
            finished: [{ side: 'h1', at: morning, done: true, minutes: 60 }],
          }),
        ],
      },
      { wisher: true, helper: false },
    ],
    ['it is granted', { state: 'granted', appointments: [visit({ state: 'done' })] }, { wisher: false, helper: false }],
  ])('says for whose word it waits: %s', async (_, fields, expected) => {
    const { wishId } = await hung(cloud)
    becomes(wishId, { pairedAt: morning, helpers: [helper('h1', volunteer)], ...fields })
    const waits = async (openid: string) => (await mine(openid)).wishes.find((one) => one.wishId === wishId)?.waits
    expect({ wisher: await waits(wisher), helper: await waits(volunteer) }).toEqual(expected)
  })
})
