import { sealedAt } from '../../src/cloud/people/ids'
import type { myOffers, offerCard, OutputOf } from '../../src/contract'
import { limits } from '../../src/contract/limits'
import { day } from '../../src/domain/time/clock'
import { mostOpenCards } from '../../src/domain/wish/limits'
import type { LocalCloud } from '../../src/local/start'
import { lastCall, startProduct } from './support/cloud'
import {
  callAs,
  consent,
  dataAs,
  dutyMember,
  freshKey,
  gridLeader,
  keys,
  otherSecretary,
  secretary,
  volunteer,
} from './support/people'
import {
  alterOffer,
  newVolunteer,
  offered,
  offering,
  offerOf,
  otherVolunteer,
  wallOf,
  wisher,
  type Offering,
} from './support/wishes'

jest.setTimeout(120_000)

let cloud: LocalCloud
const morning = Date.parse('2026-11-18T10:00:00+08:00')
const atTime = (ms: number) => cloud.clock.moveTo(ms - Date.now())
const member = { name: '老党员', phone: '13900000051' }

beforeAll(async () => {
  cloud = await startProduct()
  await consent(cloud, wisher)
})
afterAll(() => cloud.close())
beforeEach(() => {
  atTime(morning)
  for (const name of ['offers', 'counters']) cloud.database.remove(name, {}, { multi: true })
})

const person = keys.person(volunteer)
const acting = (openid: string, offerId: string, verb: string) => callAs(cloud, openid, 'offer.act', { offerId, verb })
const mine = async (openid: string) => (await dataAs<OutputOf<typeof myOffers>>(cloud, openid, 'offer.mine', {})).offers
const membershipsOf = (openid: string) => ({ person: keys.person(openid) })

describe('an offer that is hung', () => {
  it('hangs on the wall, in one document', async () => {
    const { offerId, words } = await offered(cloud)
    expect(words).toBe('shown')
    expect(lastCall(cloud)).toMatchObject({ databaseTrips: 4, documentsWritten: 1 })
    expect(offerOf(cloud, offerId)).toMatchObject({
      ...{ person, filedBy: null, communityId: 'west-street', zone: 'wall', state: 'open', wishIds: [] },
      ...{ isChecked: true, kinds: ['buy-groceries'], isSure: true, capacity: 2, buildingIds: [], endedAt: null },
    })
  })

  it('names the buildings that it reaches, as people count them', async () => {
    const { offerId } = await offered(cloud, { buildingIds: ['heyuan-2', 'heyuan-1', 'heyuan-2'] })
    expect(offerOf(cloud, offerId)).toMatchObject({ buildingIds: ['heyuan-1', 'heyuan-2'] })
    const [card] = (await wallOf(cloud)).offers
    expect(card?.buildings).toHaveLength(2)
  })

  it('says whether homes can be visited, as the role does', async () => {
    expect(offerOf(cloud, (await offered(cloud, {}, newVolunteer)).offerId).isChecked).toBe(false)
    expect(offerOf(cloud, (await offered(cloud, {}, gridLeader)).offerId).isChecked).toBe(true)
  })

  it.each<[string, Partial<Offering>, string]>([
    ['a building of another community', { buildingIds: ['nowhere'] }, 'wish.no-place'],
    ['a kind that is none', { kinds: ['magic'] }, 'wish.no-kind'],
    ['words that the check refuses', { words: '【违规】' }, 'content.refused'],
    ['a number in the words', { words: '可以陪您看病，加微信13900000052' }, 'wish.held'],
    ['a limit that the check refuses', { limits: ['【违规】'] }, 'content.refused'],
    ['a number of a member that is none', { behalf: { ...member, phone: '1234' } }, 'phone.invalid'],
  ])('is refused with %s', async (_, over, refused) => {
    expect(await offering(cloud, over)).toMatchObject({ refused })
    expect(cloud.database.find('offers')).toHaveLength(0)
  })

  it('waits for a person where its writer asks for one', async () => {
    const { offerId, words } = await offered(cloud, { words: '可以陪您看病，加微信13900000052', asks: true })
    expect(words).toBe('waiting')
    expect(offerOf(cloud, offerId)).toMatchObject({ zone: 'off', keys: [], finds: [], judged: 'review' })
    expect(await callAs(cloud, wisher, 'offer.card', { offerId })).toMatchObject({ refused: 'offer.missing' })
  })

  it('is read by the office while it waits, and by nobody else', async () => {
    const { offerId } = await offered(cloud, { words: '我不想活了，没人说话', asks: true })
    const read = (openid: string) => callAs(cloud, openid, 'offer.card', { offerId })
    for (const openid of [dutyMember, secretary])
      expect(await read(openid)).toMatchObject({ data: { card: { words: '我不想活了，没人说话' }, mine: false } })
    for (const openid of [wisher, otherVolunteer, otherSecretary])
      expect(await read(openid)).toMatchObject({ refused: 'offer.missing' })
    alterOffer(cloud, offerId, { wordsState: 'refused' })
    expect(await read(dutyMember)).toMatchObject({ refused: 'offer.missing' })
  })

  it.each([
    ['somebody without a role', wisher],
    ['somebody of another community', otherSecretary],
  ])('is not for %s', async (_, openid) => {
    expect(await offering(cloud, {}, openid)).toMatchObject({ refused: 'role.forbidden' })
  })

  it('is not for a volunteer whose role was taken away', async () => {
    cloud.database.modify('memberships', membershipsOf(otherVolunteer), { $set: { state: 'revoked' } })
    const reply = await offering(cloud, {}, otherVolunteer)
    cloud.database.modify('memberships', membershipsOf(otherVolunteer), { $set: { state: 'active' } })
    expect(reply).toMatchObject({ refused: 'role.forbidden' })
  })

  it('sent again gives the same answer and hangs nothing more', async () => {
    const key = freshKey()
    const replies = await Promise.all([offered(cloud, {}, volunteer, key), offered(cloud, {}, volunteer, key)])
    expect(replies[0]).toEqual(replies[1])
    expect(await offered(cloud, {}, volunteer, key)).toEqual(replies[0])
    expect(cloud.database.find('offers')).toHaveLength(1)
  })

  it('is one of ten a day, and of as many as can be open at once', async () => {
    for (let n = 0; n < mostOpenCards; n++) await offered(cloud)
    expect(await offering(cloud)).toMatchObject({ refused: 'wish.too-many' })
    cloud.database.modify('offers', {}, { $set: { state: 'withdrawn' } }, { multi: true })
    expect(limits['offer.hang'].most).toBe(mostOpenCards)
    expect(await offering(cloud)).toMatchObject({ refused: 'rate.limited' })
    atTime(morning + day)
    expect(await offering(cloud)).toMatchObject({ ok: true })
  })
})

describe('for a member without a phone', () => {
  it('is written by the office, and keeps name and number sealed', async () => {
    const { offerId } = await offered(cloud, { behalf: member }, dutyMember)
    const row = offerOf(cloud, offerId)
    expect(row).toMatchObject({ person: null, filedBy: keys.person(dutyMember), filedAs: 'duty', isChecked: false })
    expect(JSON.stringify(row)).not.toMatch(/1390000005|老党员/)
    const name = row.behalf?.name ?? ''
    expect(keys.unseal(name, sealedAt('offers', 'behalf.name', offerId))).toBe('老党员')
    expect(lastCall(cloud).databaseTrips).toBeLessThanOrEqual(6)
  })

  it('is vouched for by a keeper', async () => {
    const { offerId } = await offered(cloud, { behalf: member }, gridLeader)
    expect(offerOf(cloud, offerId)).toMatchObject({ person: null, filedAs: 'grid-leader', isChecked: true })
  })

  it('is theirs where WeChat vouches for the number, and as their own role says', async () => {
    const fields = { phoneLookup: keys.lookup('phone', member.phone), phoneFrom: 'wechat' }
    const { phoneLookup, phoneFrom } = cloud.database.find('people', { _id: keys.person(newVolunteer) })[0] ?? {}
    cloud.database.modify('people', { _id: keys.person(newVolunteer) }, { $set: fields })
    const { offerId } = await offered(cloud, { behalf: member }, secretary)
    cloud.database.modify('people', { _id: keys.person(newVolunteer) }, { $set: { phoneLookup, phoneFrom } as never })
    expect(offerOf(cloud, offerId)).toMatchObject({ person: keys.person(newVolunteer), isChecked: false })
  })

  it('is not written by a volunteer', async () => {
    expect(await offering(cloud, { behalf: member })).toMatchObject({ refused: 'wish.not-office' })
  })
})

describe('what becomes of it', () => {
  it('pauses, comes back, and is taken down for good', async () => {
    const { offerId } = await offered(cloud)
    const { hungAt } = offerOf(cloud, offerId)
    const zone = () => offerOf(cloud, offerId).zone
    expect(await acting(volunteer, offerId, 'pause')).toMatchObject({ data: { state: 'paused' } })
    expect(zone()).toBe('off')
    expect(await acting(volunteer, offerId, 'pause')).toMatchObject({ refused: 'wish.not-now' })
    atTime(morning + day)
    expect(await acting(volunteer, offerId, 'resume')).toMatchObject({ data: { state: 'open' } })
    const back = offerOf(cloud, offerId)
    expect(back).toMatchObject({ zone: 'wall', hungAt })
    expect(back.confirmedAt).toBeGreaterThanOrEqual(morning + day)
    expect(await acting(volunteer, offerId, 'withdraw')).toMatchObject({ data: { state: 'withdrawn' } })
    expect(offerOf(cloud, offerId)).toMatchObject({ zone: 'off', keys: [], finds: [] })
    expect(offerOf(cloud, offerId).endedAt).toBeGreaterThanOrEqual(morning + day)
    for (const verb of ['pause', 'resume', 'renew', 'withdraw'])
      expect(await acting(volunteer, offerId, verb)).toMatchObject({ refused: 'wish.not-now' })
  })

  it('still holds when its person says so', async () => {
    const { offerId } = await offered(cloud)
    atTime(morning + 90 * day)
    await acting(volunteer, offerId, 'renew')
    expect(offerOf(cloud, offerId).confirmedAt).toBeGreaterThanOrEqual(morning + 90 * day)
  })

  it('is asked about anew in its time, and its words are not checked again', async () => {
    const { offerId } = await offered(cloud)
    alterOffer(cloud, offerId, { marks: ['admitted', `asked.${morning}`] })
    await acting(volunteer, offerId, 'renew')
    expect(offerOf(cloud, offerId).marks).toEqual(['admitted'])
  })

  it('does not come back with words that were refused', async () => {
    const { offerId } = await offered(cloud)
    alterOffer(cloud, offerId, { wordsState: 'refused', state: 'paused', zone: 'off' })
    await acting(volunteer, offerId, 'resume')
    expect(offerOf(cloud, offerId)).toMatchObject({ state: 'open', zone: 'off', finds: [] })
  })

  it('keeps the wishes that it is glued to when it is taken down', async () => {
    const { offerId } = await offered(cloud)
    alterOffer(cloud, offerId, { wishIds: ['some-wish'] })
    await acting(volunteer, offerId, 'withdraw')
    expect(offerOf(cloud, offerId).wishIds).toEqual(['some-wish'])
  })

  it.each([
    ['a duty member of the community', dutyMember, { data: { state: 'paused' } }],
    ['the secretary', secretary, { data: { state: 'paused' } }],
    ['another volunteer', otherVolunteer, { refused: 'role.forbidden' }],
    ['a resident', wisher, { refused: 'role.forbidden' }],
    ['a secretary elsewhere', otherSecretary, { refused: 'role.forbidden' }],
  ])('%s pauses it, or may not', async (_, openid, expected) => {
    const { offerId } = await offered(cloud)
    expect(await acting(openid, offerId, 'pause')).toMatchObject(expected)
  })

  it('is taken up again by whoever has paused it, not by the office', async () => {
    const { offerId } = await offered(cloud)
    await acting(volunteer, offerId, 'pause')
    for (const verb of ['resume', 'renew'])
      for (const openid of [dutyMember, secretary])
        expect(await acting(openid, offerId, verb)).toMatchObject({ refused: 'wish.not-yours' })
    expect(offerOf(cloud, offerId).state).toBe('paused')
  })

  it('of a member without a phone is taken up again by the office', async () => {
    const { offerId } = await offered(cloud, { behalf: member }, dutyMember)
    await acting(dutyMember, offerId, 'pause')
    expect(await acting(secretary, offerId, 'resume')).toMatchObject({ data: { state: 'open' } })
  })

  it('of two who change it at once, both are heard in turn', async () => {
    const { offerId } = await offered(cloud)
    const replies = await Promise.all([acting(volunteer, offerId, 'pause'), acting(dutyMember, offerId, 'withdraw')])
    expect(replies[1]).toMatchObject({ ok: true })
    expect(offerOf(cloud, offerId).state).toBe('withdrawn')
  })
})

describe('one’s own red cards', () => {
  it('and those written for others, newest first, in two reads at once', async () => {
    const own = await offered(cloud, {}, dutyMember)
    atTime(morning + 1000)
    const other = await offered(cloud, { behalf: member }, dutyMember)
    await offered(cloud)
    const cards = await mine(dutyMember)
    expect(lastCall(cloud)).toMatchObject({ databaseTrips: 2 })
    expect(cards.map(({ offerId }) => offerId)).toEqual([other.offerId, own.offerId])
    expect(await mine(wisher)).toEqual([])
  })

  it('say how many they can still take', async () => {
    const { offerId } = await offered(cloud, { capacity: 3 })
    alterOffer(cloud, offerId, { wishIds: ['some-wish'] })
    expect(await mine(volunteer)).toMatchObject([{ capacity: 3, left: 2, state: 'open', wordsState: 'shown' }])
    alterOffer(cloud, offerId, { capacity: null })
    expect(await mine(volunteer)).toMatchObject([{ capacity: null, left: null }])
  })

  it('are known by their link, and nobody learns whose they are', async () => {
    const { offerId } = await offered(cloud, { behalf: member }, dutyMember)
    const shown = (openid: string) => dataAs<OutputOf<typeof offerCard>>(cloud, openid, 'offer.card', { offerId })
    expect(await shown(dutyMember)).toMatchObject({ mine: true })
    expect(await shown(wisher)).toMatchObject({ mine: false, state: 'open', communityId: 'west-street' })
    expect(lastCall(cloud)).toMatchObject({ databaseTrips: 1 })
    for (const openid of [wisher, volunteer, dutyMember]) {
      const raw = JSON.stringify(await shown(openid)) + JSON.stringify(await mine(openid))
      expect(raw).not.toMatch(/1390000005|老党员|demo-/)
      expect(raw).not.toContain(keys.person(dutyMember))
    }
    await acting(dutyMember, offerId, 'withdraw')
    expect(await callAs(cloud, wisher, 'offer.card', { offerId })).toMatchObject({ refused: 'offer.missing' })
    expect(await shown(dutyMember)).toMatchObject({ state: 'withdrawn' })
  })
})
