import { mostClaimsEach, mostOpenClaims } from '../../src/domain/wish/limits'
import type { LocalCloud } from '../../src/local/start'
import { startProduct } from './support/cloud'
import { put } from './support/somebody'
import {
  callAs,
  consent,
  dutyMember,
  freshKey,
  handlerMember,
  members,
  otherSecretary,
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
import { claimed, claiming, personOf, pairedWish, stepped } from './support/wish-steps'
import { demoPeopleDocuments } from '../../src/local/demo/people'

jest.setTimeout(240_000)

let cloud: LocalCloud
/** Volunteers of West Street, as many as come at once. */
const crowd = Array.from({ length: 100 }, (_, at) => `openid-of-volunteer-${at}`)

beforeAll(async () => {
  cloud = await startProduct()
  await consent(cloud, wisher)
  const one = members.find(({ openid }) => openid === volunteer)
  if (!one) throw new Error('the demo has no volunteer')
  const { people, memberships } = demoPeopleDocuments(crowd.map((openid) => ({ ...one, openid })))
  put(cloud.database, { people, memberships })
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['wishes', 'offers', 'blocks', 'counters']) cloud.database.remove(name, {}, { multi: true })
})

describe('a wish on the wall', () => {
  it('is whose tap comes first', async () => {
    const { wishId } = await hung(cloud)
    expect(await claimed(cloud, wishId)).toEqual({ won: true, state: 'claimed', next: null })
    expect(wishOf(cloud, wishId)).toMatchObject({
      ...{ state: 'claimed', owner: 'helpers', zone: 'stack', keys: [], finds: [] },
      helpers: [{ id: 'h1', person: personOf(volunteer), offerId: null, by: 'claim', agreed: true }],
    })
  })

  it('is one person’s of a hundred who tap at once; the others are told kindly and shown the next', async () => {
    const { wishId } = await hung(cloud)
    const { wishId: nextId } = await hung(cloud, { words: '想有人帮忙代买一点降压仪的电池' })
    const replies = await Promise.all(crowd.map((openid) => claiming(cloud, wishId, openid)))
    const answers = replies.map((reply) => (reply.ok ? reply.data : reply.refused))
    const winners = crowd.filter((_, at) => (answers[at] as { won?: boolean }).won === true)
    expect(winners).toHaveLength(1)
    expect(wishOf(cloud, wishId).helpers.map(({ person }) => person)).toEqual(winners.map(personOf))
    const lost = answers.filter((answer) => (answer as { won?: boolean }).won !== true)
    expect(lost.every((answer) => typeof answer === 'object' && answer['won'] === false)).toBe(true)
    expect(new Set(lost.map((answer) => (answer as { next: { wishId: string } | null }).next?.wishId))).toEqual(
      new Set([nextId]),
    )
  })

  it('for two has two different helpers of many who tap at once', async () => {
    const { wishId } = await hung(cloud, atHome)
    // Everybody taps twice.
    const taps = crowd.slice(0, 20).flatMap((openid) => [openid, openid])
    const replies = await Promise.all(taps.map((openid) => claiming(cloud, wishId, openid)))
    const winners = new Set(
      taps.filter((_, at) => {
        const reply = replies[at]
        return reply?.ok && reply.data['won'] === true
      }),
    )
    expect(winners.size).toBe(2)
    expect(new Set(wishOf(cloud, wishId).helpers.map(({ person }) => person))).toEqual(
      new Set([...winners].map(personOf)),
    )
    expect(wishOf(cloud, wishId).state).toBe('claimed')
  })

  it('says the same for the same call once more, and counts it once', async () => {
    const { wishId } = await hung(cloud)
    const key = freshKey()
    const first = await claiming(cloud, wishId, volunteer, key)
    const again = await claiming(cloud, wishId, volunteer, key)
    expect(again).toMatchObject({ ok: true, data: (first as { data: unknown }).data })
    expect(wishOf(cloud, wishId).events.filter(({ verb }) => verb === 'claim')).toHaveLength(1)
  })

  it('is won still for whoever taps again once it is theirs', async () => {
    const { wishId } = await hung(cloud)
    await claimed(cloud, wishId)
    expect(await claimed(cloud, wishId)).toMatchObject({ won: true })
    expect(wishOf(cloud, wishId).helpers).toHaveLength(1)
  })

  it('still lacks somebody where two are needed', async () => {
    const { wishId } = await hung(cloud, atHome)
    expect(await claimed(cloud, wishId)).toMatchObject({ won: true, state: 'joining' })
    expect(await claimed(cloud, wishId, otherVolunteer)).toMatchObject({ won: true, state: 'claimed' })
  })
})

describe('nobody claims', () => {
  it('their own', async () => {
    await consent(cloud, volunteer)
    const { wishId } = await hung(cloud, {}, volunteer)
    expect(await claiming(cloud, wishId)).toMatchObject({ refused: 'wish.own' })
  })

  it('what they wrote for their family; what they wrote at the station they may', async () => {
    const family = await hung(cloud, { behalf: { kind: 'family', name: '姥姥', phone: null } }, dutyMember)
    const visitor = await hung(cloud, { behalf: { kind: 'office', name: '陈奶奶', phone: null } }, dutyMember)
    expect(await claiming(cloud, family.wishId, dutyMember)).toMatchObject({ refused: 'wish.own' })
    expect(await claimed(cloud, visitor.wishId, dutyMember)).toMatchObject({ won: true })
  })

  it('a visit at home before a keeper has seen who they are', async () => {
    const { wishId } = await hung(cloud, atHome)
    expect(await claiming(cloud, wishId, newVolunteer)).toMatchObject({ refused: 'wish.not-checked' })
    expect(await claimed(cloud, (await hung(cloud)).wishId, newVolunteer)).toMatchObject({ won: true })
  })

  it('more than one person can keep', async () => {
    for (let at = 0; at < mostOpenClaims; at++) await claimed(cloud, (await hung(cloud)).wishId)
    expect(await claiming(cloud, (await hung(cloud)).wishId)).toMatchObject({ refused: 'wish.enough' })
  })

  it('more than that by tapping on all of them at once', async () => {
    const wishes = []
    for (let at = 0; at < mostOpenClaims + 2; at++) wishes.push((await hung(cloud)).wishId)
    await Promise.all(wishes.map((wishId) => claiming(cloud, wishId)))
    expect(wishes.filter((wishId) => wishOf(cloud, wishId).state === 'claimed').length).toBeLessThanOrEqual(
      mostOpenClaims,
    )
  })

  it('the wish of somebody who is not to meet them, which looks as if somebody else had been first', async () => {
    const wishId = await pairedWish(cloud)
    await callAs(cloud, wisher, 'wish.block', { wishId, helperId: 'h1', block: true })
    const next = await hung(cloud)
    expect(await claimed(cloud, next.wishId)).toEqual({ won: false, state: 'claimed', next: null })
    expect(wishOf(cloud, next.wishId).state).toBe('open')
    await callAs(cloud, wisher, 'wish.block', { wishId, helperId: 'h1', block: false })
    expect(await claimed(cloud, next.wishId)).toMatchObject({ won: true })
  })

  it('the same wish for ever, having given it back again and again', async () => {
    const { wishId } = await hung(cloud)
    for (let at = 0; at < mostClaimsEach; at++) {
      await claimed(cloud, wishId)
      await stepped(cloud, volunteer, wishId, { verb: 'release', side: null, words: null })
    }
    expect(await claimed(cloud, wishId)).toMatchObject({ won: false })
    expect(await claimed(cloud, wishId, otherVolunteer)).toMatchObject({ won: true })
  })

  it('what nobody sees', async () => {
    const { wishId } = await hung(cloud)
    alterWish(cloud, wishId, { wordsState: 'waiting' })
    expect(await claiming(cloud, wishId)).toMatchObject({ refused: 'wish.missing' })
    alterWish(cloud, wishId, { wordsState: 'shown', state: 'withdrawn' })
    expect(await claiming(cloud, wishId)).toMatchObject({ refused: 'wish.missing' })
    expect(await claiming(cloud, 'no-such-wish')).toMatchObject({ refused: 'wish.missing' })
  })

  it('without a role here', async () => {
    const { wishId } = await hung(cloud)
    for (const openid of [otherSecretary, handlerMember, 'openid-of-a-stranger'])
      expect(await claiming(cloud, wishId, openid)).toMatchObject({ refused: 'role.forbidden' })
  })

  it('once their role was taken away', async () => {
    const { wishId } = await hung(cloud)
    const [leaving] = crowd
    const openid = leaving ?? ''
    cloud.database.modify('memberships', { person: personOf(openid) }, { $set: { state: 'revoked' } })
    expect(await claiming(cloud, wishId, openid)).toMatchObject({ refused: 'role.forbidden' })
    cloud.database.modify('memberships', { person: personOf(openid) }, { $set: { state: 'active' } })
  })
})

describe('a red card that goes with a claim', () => {
  it('gives one of its places, and gets it back with the helper', async () => {
    const { offerId } = await offered(cloud, { capacity: 1 })
    const { wishId } = await hung(cloud)
    await claimed(cloud, wishId, volunteer, offerId)
    expect(offerOf(cloud, offerId)).toMatchObject({ wishIds: [wishId], zone: 'stack', keys: [] })
    await stepped(cloud, volunteer, wishId, { verb: 'release', side: null, words: null })
    expect(offerOf(cloud, offerId)).toMatchObject({ wishIds: [], zone: 'wall' })
    expect(offerOf(cloud, offerId).keys.length).toBeGreaterThan(0)
  })

  it('is never given more often than it says, also by taps on several wishes at once', async () => {
    const { offerId } = await offered(cloud, { capacity: 2 })
    const wishes = []
    for (let at = 0; at < 5; at++) wishes.push((await hung(cloud)).wishId)
    const replies = await Promise.all(wishes.map((wishId) => claiming(cloud, wishId, volunteer, undefined, offerId)))
    expect(replies.filter((reply) => reply.ok)).toHaveLength(2)
    expect(replies.filter((reply) => !reply.ok).map((reply) => !reply.ok && reply.refused)).toEqual(
      Array(3).fill('offer.full'),
    )
    expect(offerOf(cloud, offerId).wishIds.slice().sort()).toEqual(
      wishes.filter((wishId) => wishOf(cloud, wishId).state === 'claimed').sort(),
    )
  })

  it('is the caller’s own, and hangs', async () => {
    const { offerId } = await offered(cloud, {}, otherVolunteer)
    const { wishId } = await hung(cloud)
    expect(await claiming(cloud, wishId, volunteer, undefined, offerId)).toMatchObject({ refused: 'offer.missing' })
    await callAs(cloud, otherVolunteer, 'offer.act', { offerId, verb: 'pause' })
    expect(await claiming(cloud, wishId, otherVolunteer, undefined, offerId)).toMatchObject({
      refused: 'offer.missing',
    })
  })
})

describe('a claim', () => {
  it('names nobody in its answer', async () => {
    const { wishId } = await hung(cloud, { room: '三单元 402', phone: '13900000099' })
    await hung(cloud, { room: '三单元 402', phone: '13900000099' })
    await claimed(cloud, wishId, otherVolunteer)
    const raw = JSON.stringify(await claiming(cloud, wishId))
    for (const secret of [personOf(wisher), personOf(otherVolunteer), '402', '13900000099', '周志愿者'])
      expect(raw).not.toContain(secret)
  })
})
