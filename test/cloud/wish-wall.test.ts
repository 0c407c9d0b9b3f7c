import type { InputOf, OutputOf, pageWall } from '../../src/contract'
import { derivedWish } from '../../src/cloud/wish/derive'
import type { WishRow } from '../../src/cloud/wish/load'
import { day, minute } from '../../src/domain/time/clock'
import type { LocalCloud } from '../../src/local/start'
import { lastCall, startProduct } from './support/cloud'
import { callAs, consent, dataAs, dutyMember, keys, volunteer } from './support/people'
import {
  alterWish,
  atHome,
  hung,
  offered,
  offerOf,
  otherVolunteer,
  wallOf,
  wisher,
  wishOf,
  type Wishing,
} from './support/wishes'

jest.setTimeout(120_000)

let cloud: LocalCloud
const morning = Date.parse('2026-11-18T10:00:00+08:00')
const atTime = (ms: number) => cloud.clock.moveTo(ms - Date.now())
const stranger = 'openid-of-somebody-who-passes-by'
/** So that nobody's day or number of open cards is used up. */
const wishers = Array.from({ length: 6 }, (_, at) => `openid-of-a-wisher-${'abcdef'[at]}`)

beforeAll(async () => {
  cloud = await startProduct()
  for (const openid of [wisher, ...wishers]) await consent(cloud, openid)
})
afterAll(() => cloud.close())
beforeEach(() => {
  atTime(morning)
  for (const name of ['wishes', 'offers']) cloud.database.remove(name, {}, { multi: true })
})

/** Writes a wish as it would be had that happened, with what follows from it. */
function becomes(id: string, fields: Partial<WishRow>, now = morning): void {
  const row = { ...wishOf(cloud, id), ...fields }
  alterWish(cloud, id, { ...fields, ...derivedWish(row, now) })
}
const paired = (id: string, at: number) => {
  becomes(id, { state: 'claimed', pairedAt: at, since: at, helpers: [aHelper] }, at)
}
const aHelper = {
  ...{ id: 'h1', person: keys.person(volunteer), offerId: null, by: 'claim' as const, agreed: true, at: morning },
}
const partOf = (part: 'morning' | 'evening'): Wishing['times'] => ({
  ...{ weekdays: [], parts: [part], every: null, dates: [], note: '' },
})
const page = (over: Partial<InputOf<typeof pageWall>> = {}) =>
  dataAs<OutputOf<typeof pageWall>>(cloud, stranger, 'wall.page', {
    ...{ communityId: 'west-street', group: null, buildingId: null, part: null },
    ...{ zone: 'wishes', order: 'newest', cursor: null, ...over },
  })
const idsOf = (cards: readonly { readonly wishId: string }[]) => cards.map(({ wishId }) => wishId)

describe('the wall', () => {
  it('shows anybody both zones, and how many are glued together, in three reads at once', async () => {
    const { wishId } = await hung(cloud)
    const { offerId } = await offered(cloud)
    const other = await hung(cloud)
    paired(other.wishId, morning)
    const wall = await wallOf(cloud, {}, stranger)
    expect(lastCall(cloud)).toMatchObject({ databaseTrips: 3 })
    expect(idsOf(wall.wishes)).toEqual([wishId])
    expect(wall.offers.map((card) => card.offerId)).toEqual([offerId])
    expect(wall).toMatchObject({ paired: 1, wishCursor: null, offerCursor: null })
  })

  it('has the newest first, or those that wait longest', async () => {
    const ids: string[] = []
    for (let n = 0; n < 3; n++) {
      atTime(morning + n * minute)
      ids.push((await hung(cloud)).wishId)
    }
    expect(idsOf((await wallOf(cloud)).wishes)).toEqual([...ids].reverse())
    expect(idsOf((await wallOf(cloud, { order: 'longest' })).wishes)).toEqual(ids)
  })

  it.each<[string, object, readonly string[]]>([
    ['everything', {}, ['meal', 'chess', 'far']],
    ['a group', { group: 'company' }, ['chess']],
    ['a building', { buildingId: 'heyuan-1' }, ['meal', 'chess']],
    ['a part of the day', { part: 'evening' }, ['chess', 'far']],
    ['all of them', { group: 'errands', buildingId: 'heyuan-1', part: 'morning' }, ['meal']],
    ['what nothing fits', { group: 'goods' }, []],
  ])('is filtered by %s', async (_, filter, expected) => {
    const made = {
      meal: await hung(cloud, { kinds: ['meal-delivery'], times: partOf('morning') }),
      chess: await hung(cloud, { kinds: ['play-chess-cards'], times: partOf('evening') }),
      // Whoever names no part of the day can at any.
      far: await hung(cloud, { buildingId: 'heyuan-2' }),
    }
    const names = Object.fromEntries(Object.entries(made).map(([name, { wishId }]) => [wishId, name]))
    const { wishes } = await wallOf(cloud, filter)
    expect(wishes.map(({ wishId }) => names[wishId]).sort()).toEqual([...expected].sort())
  })

  it('shows the red cards that reach a building, and those that reach all', async () => {
    const all = await offered(cloud)
    const near = await offered(cloud, { buildingIds: ['heyuan-1', 'heyuan-2'] })
    const far = await offered(cloud, { buildingIds: ['heyuan-2'] })
    const reaching = async (buildingId: string) =>
      (await wallOf(cloud, { buildingId })).offers.map(({ offerId }) => offerId).sort()
    expect(await reaching('heyuan-1')).toEqual([all.offerId, near.offerId].sort())
    expect(await reaching('heyuan-2')).toEqual([all.offerId, near.offerId, far.offerId].sort())
  })

  it('is another one in another community', async () => {
    await hung(cloud)
    await offered(cloud)
    const wall = await wallOf(cloud, { communityId: 'spinning-mill' })
    expect(wall).toMatchObject({ wishes: [], offers: [], paired: 0 })
  })
})

describe('page by page', () => {
  it('every card comes once, none twice', async () => {
    const ids: string[] = []
    for (const openid of wishers) for (let n = 0; n < 8; n++) ids.push((await hung(cloud, {}, openid)).wishId)
    const seen: string[] = []
    for (let cursor: string | null = null; ;) {
      const next: OutputOf<typeof pageWall> = await page({ cursor })
      expect(lastCall(cloud)).toMatchObject({ databaseTrips: 1 })
      expect(next.wishes.length).toBeLessThanOrEqual(20)
      seen.push(...idsOf(next.wishes))
      cursor = next.cursor
      if (cursor === null) break
    }
    expect([...seen].sort()).toEqual([...ids].sort())
    expect(seen).toHaveLength(48)
  })

  it('goes on where it was also when new cards were hung meanwhile', async () => {
    for (const openid of wishers.slice(0, 3)) for (let n = 0; n < 8; n++) await hung(cloud, {}, openid)
    const first = await page()
    await hung(cloud, {}, wishers[4])
    const second = await page({ cursor: first.cursor })
    expect(second.wishes).toHaveLength(4)
    expect(idsOf(second.wishes).some((id) => idsOf(first.wishes).includes(id))).toBe(false)
  })

  it('loses no red card where a building is asked for', async () => {
    const [row] = [offerOf(cloud, (await offered(cloud)).offerId)]
    cloud.database.remove('offers', {}, { multi: true })
    const made = Array.from({ length: 70 }, (_, at) => ({
      ...row,
      ...{ _id: `offer-${String(at).padStart(3, '0')}`, turn: `turn-${at}`, hungAt: morning + at },
      buildingIds: at % 3 === 0 ? ['heyuan-2'] : [],
    }))
    cloud.database.insert('offers', made)
    const seen: string[] = []
    for (let cursor: string | null = null; ;) {
      const next: OutputOf<typeof pageWall> = await page({ zone: 'offers', buildingId: 'heyuan-1', cursor })
      seen.push(...next.offers.map(({ offerId }) => offerId))
      cursor = next.cursor
      if (cursor === null) break
    }
    const wanted = made.filter(({ buildingIds }) => buildingIds.length === 0).map(({ _id }) => _id)
    expect([...seen].sort()).toEqual(wanted)
  })

  it('refuses a cursor that is none', async () => {
    const asked = {
      communityId: 'west-street',
      group: null,
      buildingId: null,
      part: null,
      zone: 'wishes',
      order: 'newest',
    }
    expect(await callAs(cloud, stranger, 'wall.page', { ...asked, cursor: 'no-cursor' })).toMatchObject({
      refused: 'place.bad-cursor',
    })
  })
})

describe('the stack', () => {
  it('has on top what was glued together last, wherever it hung', async () => {
    const ids = [await hung(cloud), await hung(cloud), await hung(cloud)].map(({ wishId }) => wishId)
    const [first = '', second = '', third = ''] = ids
    paired(first, morning + 2 * day)
    paired(second, morning + day)
    const { wishes } = await page({ zone: 'stack' })
    expect(idsOf(wishes)).toEqual([first, second])
    expect(idsOf((await wallOf(cloud)).wishes)).toEqual([third])
    expect(wishes[0]).toMatchObject({ stackAt: morning + 2 * day, taken: 1 })
  })

  it.each<[string, readonly string[], 'shown' | 'waiting' | 'refused', string | null]>([
    ['both sides let it', ['wisher', 'h1'], 'shown', '谢谢您常来'],
    ['the wisher alone does', ['wisher'], 'shown', null],
    ['the helper alone does', ['h1'], 'shown', null],
    ['a check has not looked yet', ['wisher', 'h1'], 'waiting', null],
    ['the check has refused it', ['wisher', 'h1'], 'refused', null],
  ])('shows thanks on the back only where both let it and it was checked: %s', async (_, shows, wordsState, thanks) => {
    const { wishId } = await hung(cloud)
    becomes(wishId, {
      ...{ state: 'granted', pairedAt: morning, endedAt: morning + day, helpers: [aHelper], shows },
      thanks: { words: '谢谢您常来', wordsState, at: morning },
    })
    expect((await page({ zone: 'stack' })).wishes).toMatchObject([{ thanks, state: 'granted', stackAt: morning + day }])
  })
})

describe('what does not hang', () => {
  it.each<[string, Partial<WishRow>]>([
    ['a proposal', { state: 'proposed' }],
    ['what was taken down', { state: 'withdrawn' }],
    ['what the office has closed', { state: 'closed' }],
    ['a cry for help', { state: 'crying' }],
    ['words that wait for a check', { wordsState: 'waiting' }],
    ['words that a keeper has refused', { wordsState: 'refused' }],
    ['a pair whose words were refused', { state: 'granted', wordsState: 'refused', pairedAt: 1, endedAt: 2 }],
  ])('%s', async (_, fields) => {
    const { wishId } = await hung(cloud)
    becomes(wishId, fields)
    const wall = await wallOf(cloud)
    expect(wall).toMatchObject({ wishes: [], paired: 0 })
    expect((await page({ zone: 'stack' })).wishes).toEqual([])
    expect(await callAs(cloud, stranger, 'wish.card', { wishId })).toMatchObject({ refused: 'wish.missing' })
  })
})

describe('raw replies', () => {
  const secrets = /1390000004|三单元|老人的女儿|赵奶奶|刘志愿者|周志愿者|openid|demo-|秘密备注/

  it('of every way to look at the wall tell of nobody', async () => {
    const { wishId } = await hung(cloud, {
      ...atHome,
      phone: '13900000042',
      behalf: { kind: 'family', name: '赵奶奶', phone: '13900000043' },
    })
    const { offerId } = await offered(cloud)
    const glued = await hung(cloud, atHome)
    const [event] = wishOf(cloud, glued.wishId).events
    becomes(glued.wishId, {
      ...{ state: 'granted', pairedAt: morning, endedAt: morning, shows: ['wisher', 'h1'] },
      helpers: [aHelper, { ...aHelper, id: 'h2', person: keys.person(otherVolunteer), agreed: false }],
      events: event ? [event, { ...event, id: '2', verb: 'note', note: '秘密备注' }] : [],
    })
    const asked = {
      communityId: 'west-street',
      group: null,
      buildingId: null,
      part: null,
      order: 'newest',
      cursor: null,
    }
    for (const openid of [stranger, wisher, volunteer, dutyMember, undefined])
      for (const [action, input] of [
        ['wall.open', { ...asked, cursor: undefined }],
        ...(['wishes', 'offers', 'stack'] as const).map((zone) => ['wall.page', { ...asked, zone }] as const),
        ['wish.card', { wishId }],
        ['wish.card', { wishId: glued.wishId }],
        ['offer.card', { offerId }],
      ] as const) {
        const reply = await callAs(cloud, openid, action, input)
        expect(reply.ok).toBe(true)
        const raw = JSON.stringify(reply)
        expect(raw).not.toMatch(secrets)
        for (const one of [wisher, volunteer, otherVolunteer]) expect(raw).not.toContain(keys.person(one))
      }
  })
})
