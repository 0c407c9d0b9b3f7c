import type { InputOf, listWishes, OutputOf, planWishes, wishFits, wishHours } from '../../src/contract'
import type { LocalCloud } from '../../src/local/start'
import { lastCall, startProduct } from './support/cloud'
import { callAs, consent, dataAs, dutyMember, gridLeader, keys, otherSecretary, volunteer } from './support/people'
import { alterWish, atHome, hung, offered, offerOf, otherVolunteer, wisher, wishOf, wallOf } from './support/wishes'

jest.setTimeout(120_000)

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startProduct()
  for (const openid of [wisher, 'openid-of-another-wisher']) await consent(cloud, openid)
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['wishes', 'offers', 'blocks', 'counters']) cloud.database.remove(name, {}, { multi: true })
})

type Fits = OutputOf<typeof wishFits>
const fitsOf = (wishId: string, openid = dutyMember) => dataAs<Fits>(cloud, openid, 'wish.fits', { wishId })
const groceries = { words: '每天早上去菜市场，可以给邻居带一份', kinds: ['buy-groceries'] }
const chess = { words: '退休在家，象棋能下两盘', kinds: ['play-chess-cards'], capacity: 1 }

describe('the offers for a wish', () => {
  it('are those that fit, the best first, each with reasons', async () => {
    const { wishId } = await hung(cloud)
    const { offerId } = await offered(cloud, groceries)
    await offered(cloud, chess, otherVolunteer)
    const { fits, seen } = await fitsOf(wishId)
    expect(seen).toBe(1)
    expect(fits[0]).toMatchObject({ offerId, hard: [], left: 2, isAbsent: false })
    expect(fits[0]?.reasons.map(({ code }) => code)).toContain('same-kind')
    expect(fits.map((fit) => fit.score)).toEqual(fits.map((fit) => fit.score).sort((a, b) => b - a))
  })

  it('name nobody', async () => {
    const { wishId } = await hung(cloud)
    await offered(cloud, groceries)
    const raw = JSON.stringify(await fitsOf(wishId))
    expect(raw).not.toContain(keys.person(volunteer))
    expect(raw).not.toContain('志愿者')
  })

  it('are none of whom the wisher does not want to be paired with', async () => {
    const { wishId } = await hung(cloud)
    await offered(cloud, groceries)
    const people = [keys.person(wisher), keys.person(volunteer)]
    cloud.database.insert('blocks', [{ _id: 'block', shape: 1, version: 1, people, by: people[1], at: 5 }])
    expect((await fitsOf(wishId)).fits).toEqual([])
  })

  it('are none of whom the family that wrote it does not want to meet, nor their own', async () => {
    const { wishId } = await hung(cloud, { behalf: { kind: 'family', name: '母亲', phone: null } }, otherVolunteer)
    await offered(cloud, groceries)
    await offered(cloud, groceries, otherVolunteer)
    expect((await fitsOf(wishId)).fits).toHaveLength(1)
    const people = [keys.person(otherVolunteer), keys.person(volunteer)]
    cloud.database.insert('blocks', [{ _id: 'block', shape: 1, version: 1, people, by: people[1], at: 5 }])
    expect((await fitsOf(wishId)).fits).toEqual([])
    const { wishes } = await dataAs<{ wishes: unknown[] }>(cloud, volunteer, 'wish.fitting', {
      communityId: 'west-street',
    })
    expect(wishes).toEqual([])
  })

  it('are none that has no place left', async () => {
    const { wishId } = await hung(cloud)
    const { offerId } = await offered(cloud, { ...groceries, capacity: 1 })
    const row = offerOf(cloud, offerId)
    cloud.database.modify('offers', { _id: offerId }, { $set: { wishIds: ['another'], version: row.version + 1 } })
    expect((await fitsOf(wishId)).fits).toEqual([])
  })

  it('cost eight reads, however many cards there are', async () => {
    const { wishId } = await hung(cloud)
    await offered(cloud, groceries)
    await fitsOf(wishId)
    expect(lastCall(cloud).databaseTrips).toBeLessThanOrEqual(8)
  })

  it('are not for whoever is not of the station', async () => {
    const { wishId } = await hung(cloud)
    for (const openid of [wisher, volunteer, otherSecretary])
      expect(await callAs(cloud, openid, 'wish.fits', { wishId })).toMatchObject({ refused: 'role.forbidden' })
  })
})

describe('a plan for the wall', () => {
  type Plan = OutputOf<typeof planWishes>
  const planned = (openid = dutyMember) =>
    dataAs<Plan>(cloud, openid, 'wish.plan', { communityId: 'west-street', gridId: null })

  it('pairs as many as possible, and not whoever came first', async () => {
    // Whoever also plays chess could take either; the other offer does groceries alone.
    const both = await offered(cloud, {
      words: '会下象棋，也能帮着买菜',
      kinds: ['play-chess-cards', 'buy-groceries'],
      capacity: 1,
    })
    const one = await offered(cloud, { ...groceries, capacity: 1 }, otherVolunteer)
    const bought = await hung(cloud)
    const played = await hung(
      cloud,
      { words: '想有人陪着下象棋', kinds: ['play-chess-cards'], place: 'station' },
      'openid-of-another-wisher',
    )
    const { pairs, without, cut, wishes, offers } = await planned()
    const pairOf = (wishId: string) =>
      pairs.find((pair) => pair.wishId === wishId)?.offers.map(({ offerId }) => offerId)
    expect(pairOf(bought.wishId)).toEqual([one.offerId])
    expect(pairOf(played.wishId)).toEqual([both.offerId])
    expect({ without, cut, wishes, offers }).toEqual({ without: [], cut: false, wishes: 2, offers: 2 })
  })

  it('says why a wish stays without', async () => {
    const { wishId } = await hung(cloud, { words: '想学拉二胡', kinds: ['teach-arts-adult'], place: 'station' })
    expect((await planned()).without).toEqual([{ wishId, wish: '想学拉二胡', why: 'no-fit' }])
  })

  it('gives a visit at home two different helpers, or none', async () => {
    const chat = { words: '每周能上门陪老人聊聊天', kinds: ['visit-chat'] }
    const { wishId } = await hung(cloud, { ...atHome, words: '想有人来家里陪我说说话', kinds: ['visit-chat'] })
    await offered(cloud, chat)
    expect((await planned()).without).toMatchObject([{ wishId, why: 'one-fits' }])
    await offered(cloud, chat, otherVolunteer)
    const { pairs } = await planned()
    expect(pairs).toMatchObject([{ wishId, offers: [{}, {}] }])
    expect(new Set(pairs[0]?.offers.map(({ offerId }) => offerId)).size).toBe(2)
  })

  it('changes nothing', async () => {
    await hung(cloud)
    await offered(cloud, groceries)
    const before = JSON.stringify([cloud.database.find('wishes'), cloud.database.find('offers')])
    await planned()
    expect(JSON.stringify([cloud.database.find('wishes'), cloud.database.find('offers')])).toBe(before)
  })
})

describe('wishes that fit a volunteer', () => {
  type Fitting = { wishes: { wishId: string }[]; hasOffer: boolean }
  const fitting = (openid = volunteer) => dataAs<Fitting>(cloud, openid, 'wish.fitting', { communityId: 'west-street' })

  it('are those that go with their red card', async () => {
    const { wishId } = await hung(cloud)
    await hung(cloud, { words: '想学拉二胡', kinds: ['teach-arts-adult'], place: 'station' })
    await offered(cloud, groceries)
    expect(await fitting()).toMatchObject({ wishes: [{ wishId }], hasOffer: true })
  })

  it('are those that wait longest for whoever has no card yet', async () => {
    const first = await hung(cloud)
    const second = await hung(cloud, { words: '想学拉二胡', kinds: ['teach-arts-adult'], place: 'station' })
    alterWish(cloud, second.wishId, { hungAt: wishOf(cloud, first.wishId).hungAt - 1000 })
    const { wishes, hasOffer } = await fitting()
    expect(wishes.map(({ wishId }) => wishId)).toEqual([second.wishId, first.wishId])
    expect(hasOffer).toBe(false)
  })

  it('are never their own', async () => {
    await consent(cloud, volunteer)
    await hung(cloud, {}, volunteer)
    await offered(cloud, groceries)
    expect((await fitting()).wishes).toEqual([])
  })

  it('show what the wall shows and no more', async () => {
    await hung(cloud)
    const [card] = (await wallOf(cloud)).wishes
    expect((await fitting()).wishes).toEqual([card])
  })
})

describe('the desk of the station', () => {
  const listed = (show: InputOf<typeof listWishes>['show'], openid = dutyMember, gridId: string | null = null) =>
    dataAs<OutputOf<typeof listWishes>>(cloud, openid, 'wish.list', {
      communityId: 'west-street',
      gridId,
      show,
      cursor: null,
    })

  it('has what is due first on top', async () => {
    const late = await hung(cloud)
    const early = await hung(cloud)
    alterWish(cloud, early.wishId, { dueAt: wishOf(cloud, late.wishId).dueAt - 5000 })
    expect((await listed('wall')).wishes.map(({ wishId }) => wishId)).toEqual([early.wishId, late.wishId])
  })

  it('shows a grid leader what is in the own grid', async () => {
    await hung(cloud)
    expect((await listed('wall', gridLeader, 'west-1')).wishes).toHaveLength(1)
    const input = { communityId: 'west-street', gridId: 'west-2', show: 'wall', cursor: null }
    expect(await callAs(cloud, gridLeader, 'wish.list', input)).toMatchObject({ refused: 'role.forbidden' })
  })

  it('has a cry for help among what has to be asked about', async () => {
    await dataAs(cloud, wisher, 'wish.cry', { buildingId: 'heyuan-1', words: '我不想活了' })
    expect((await listed('asking')).wishes).toMatchObject([{ state: 'crying', owner: 'duty' }])
  })
})

describe('somebody’s hours', () => {
  it('are those that both sides have confirmed, and nobody else’s', async () => {
    const { wishId } = await hung(cloud)
    const mine = keys.person(volunteer)
    const visit = {
      ...{ id: 'a1', at: 5, minutes: 60, place: 'other' as const, proposedBy: 'h1', state: 'done' as const },
      ...{ arrived: [], finished: [], standIns: [] },
      hours: [
        { person: mine, minutes: 45 },
        { person: 'somebody-else', minutes: 60 },
      ],
    }
    alterWish(cloud, wishId, { appointments: [visit], actors: [mine] })
    const rows = await dataAs<OutputOf<typeof wishHours>>(cloud, volunteer, 'wish.hours', { cursor: null })
    expect(rows).toEqual({ hours: [{ wishId, at: 5, minutes: 45, kinds: ['buy-groceries'] }], cursor: null })
  })
})
