import { lookAtWish } from '../../src/cloud/wish/due'
import { lookAtCards } from '../../src/cloud/wish/timer'
import { definitions, type MessageFields } from '../../src/cloud/store/documents'
import { oldAfter, agedAfter, toldAgainEach } from '../../src/domain/wish/limits'
import { platform } from '../../src/cloud/store/platform'
import { day, hour, minute } from '../../src/domain/time/clock'
import { demoRows } from '../../src/local/demo-rows'
import { breaking } from './support/breaking'
import { connect, type Connected } from './support/cloud'
import { noon, surroundings } from './support/entry'
import { dutyMember, gridLeader, keys, secretary, volunteer } from './support/people'
import { put } from './support/somebody'
import { after, anOfferRow, aWishRow, heard, type OfferDocument, type WishDocument } from './support/wish-row'

jest.setTimeout(240_000)

let cloud: Connected
beforeAll(async () => void (cloud = await connect()))
afterAll(() => cloud.close())
beforeEach(() => begin())

function begin() {
  for (const { name } of Object.values(definitions)) cloud.database.remove(name, {}, { multi: true })
  for (const { collection, documents } of demoRows()) cloud.database.insert(collection, documents)
}

const run = (now: number, over: object = {}) =>
  lookAtCards({ ...surroundings(cloud.store, { now }), hasTime: () => true, ...over })
const hung = (...wishes: WishDocument[]) => put(cloud.database, { wishes })
const kept = (id: string) => cloud.database.get('wishes', id) as unknown as WishDocument
const card = (id: string) => cloud.database.get('offers', id) as unknown as OfferDocument

const wisher = 'demo-person-a'
const other = 'demo-volunteer-2'
const third = 'demo-volunteer-3'
const named = Object.fromEntries(
  [wisher, volunteer, other, third, dutyMember, gridLeader, secretary].map((openid) => [
    keys.person(openid),
    openid.replace('demo-', ''),
  ]),
)
/** Who was told what, in one order: "duty wish.todo aged". */
const said = () =>
  cloud.database
    .find('messages')
    .map((message) => {
      const { person, kind, params } = message as unknown as MessageFields
      return `${named[person] ?? 'somebody'} ${kind} ${params['step'] ?? ''}`.trim()
    })
    .sort()

const by = (openid: string, actor: 'wisher' | 'helper' | 'volunteer', now: number) => ({
  ...{ actor, person: keys.person(openid), now },
})
/** Taken on by the demo's volunteer at `now`, and everybody knows. */
const taken = (over: Partial<WishDocument> = {}, now = noon, offerId: string | null = null) =>
  heard(after(aWishRow(now, over), { verb: 'claim', offerId }, by(volunteer, 'volunteer', now)), now)
const aTime = (at: number) => ({ verb: 'arrange', side: null, at, minutes: 60, place: 'other', words: null }) as const
/** A visit is agreed for `at`. */
function agreed(at: number, over: Partial<WishDocument> = {}, now = noon): WishDocument {
  const proposed = after(taken(over, now), aTime(at), by(volunteer, 'helper', now))
  const deed = { verb: 'accept', side: null, appointmentId: 'a1' } as const
  return heard(after(proposed, deed, by(wisher, 'wisher', now)), now)
}

describe('a wish that nobody takes', () => {
  it('goes to the duty member after seven days, to the secretary after fourteen, and to her again each week', async () => {
    hung(aWishRow(noon, { _id: 'waits' }))
    await run(noon + agedAfter - 1)
    expect(said()).toEqual([])
    await run(noon + agedAfter)
    expect(said()).toEqual(['duty wish.todo aged'])
    expect(kept('waits').owner).toBe('duty')
    await run(noon + oldAfter)
    await run(noon + oldAfter + toldAgainEach)
    expect(said()).toEqual(['duty wish.todo aged', 'secretary wish.todo old', 'secretary wish.todo old'])
    expect(kept('waits').owner).toBe('secretary')
  })

  it('is told once in three runs at the same time, and three more after', async () => {
    hung(...Array.from({ length: 30 }, (_, at) => aWishRow(noon, { _id: `many-${at}` })))
    const now = noon + agedAfter + hour
    await Promise.all([run(now), run(now), run(now)])
    for (let again = 0; again < 3; again++) await run(now)
    expect(said()).toEqual(Array.from({ length: 30 }, () => 'duty wish.todo aged'))
  })

  it('is told to the grid leader where the community has no duty member', async () => {
    cloud.database.modify('memberships', { person: keys.person(dutyMember) }, { $set: { state: 'revoked' } })
    hung(aWishRow(noon))
    await run(noon + agedAfter)
    expect(said()).toEqual(['grid-leader wish.todo aged'])
  })

  it('is told to nobody who is in it themselves', async () => {
    hung(aWishRow(noon, { person: keys.person(dutyMember) }))
    await run(noon + agedAfter)
    expect(said()).toEqual(['grid-leader wish.todo aged'])
  })

  it('and whose second helper is missing goes to the duty member after three days', async () => {
    hung(taken({ _id: 'half', places: 2 }))
    await run(noon + 3 * day)
    expect(kept('half')).toMatchObject({ state: 'joining', owner: 'duty' })
    expect(said()).toEqual(['duty wish.todo joining'])
  })

  it('is looked at again when the next thing is due, and not before', async () => {
    hung(aWishRow(noon, { _id: 'waits', nextAt: noon }))
    await run(noon)
    expect(kept('waits').nextAt).toBe(noon + agedAfter)
  })
})

describe('a claim that is not arranged', () => {
  it('is reminded of the day before, and goes back to the wall at its old place after three days', async () => {
    hung(taken({ _id: 'silent', hungAt: noon - 2 * day }))
    await run(noon + 2 * day)
    expect(said()).toEqual(['volunteer wish.ask soon'])
    await run(noon + 3 * day)
    expect(kept('silent')).toMatchObject({
      ...{ state: 'open', helpers: [], hungAt: noon - 2 * day, waitsSince: noon + 3 * day, zone: 'wall' },
    })
    expect(said()).toEqual([
      'person-a wish.progress return',
      'volunteer wish.ask soon',
      'volunteer wish.progress return-left',
    ])
  })

  it('gives its place back to the red card, in the same commit', async () => {
    put(cloud.database, { offers: [anOfferRow(noon, { _id: 'red', capacity: 1, wishIds: ['silent'] })] })
    hung(taken({ _id: 'silent' }, noon, 'red'))
    expect(card('red').zone).toBe('stack')
    await run(noon + 3 * day)
    expect(card('red')).toMatchObject({ wishIds: [], zone: 'wall' })
  })

  it('is told to the three volunteers whom it fits best, none of whom had it or heard of it', async () => {
    const people = [other, third, 'demo-person-b', 'demo-person-c', 'demo-person-d']
    const offers = people.map((openid) => anOfferRow(noon, { person: keys.person(openid) }))
    put(cloud.database, { offers: [...offers, anOfferRow(noon)] })
    const back = taken({ _id: 'silent' })
    hung(back)
    await Promise.all([run(noon + 3 * day), run(noon + 3 * day), run(noon + 3 * day)])
    const fits = () => cloud.database.find('messages', { kind: 'wish.fit' }).map(({ person }) => person)
    expect(fits()).toHaveLength(3)
    expect(fits()).not.toContain(keys.person(volunteer))
    // Taken and given back once more: the two who are left, nobody a second time.
    const again = after(
      { ...kept('silent') },
      { verb: 'claim', offerId: null },
      by(wisher2, 'volunteer', noon + 4 * day),
    )
    cloud.database.remove('wishes', {}, { multi: true })
    hung(heard(again, noon + 4 * day))
    await run(noon + 7 * day)
    expect(new Set(fits()).size).toBe(5)
    expect(fits()).toHaveLength(5)
  })
})
const wisher2 = 'openid-of-a-second-volunteer'

describe('a proposal that nobody answers', () => {
  it('is reminded of, lapses after three days, and frees the red card', async () => {
    put(cloud.database, { offers: [anOfferRow(noon, { _id: 'red', wishIds: ['asked'] })] })
    const helper = { id: 'h1', person: keys.person(volunteer), offerId: 'red', by: 'proposal', agreed: false } as const
    const open = { state: 'proposed', wisherAgreed: false, helpers: [{ ...helper, at: noon }] } as const
    hung(aWishRow(noon, { _id: 'asked', ...open }))
    await run(noon + 2 * day)
    expect(said()).toEqual(['person-a wish.ask waiting', 'volunteer wish.ask waiting'])
    await run(noon + 3 * day)
    expect(kept('asked')).toMatchObject({ state: 'open', helpers: [], wisherAgreed: true })
    expect(card('red').wishIds).toEqual([])
    expect(said().slice(0)).toEqual([
      'person-a wish.ask waiting',
      'person-a wish.progress lapse',
      'volunteer wish.ask waiting',
      'volunteer wish.progress lapse-left',
    ])
  })
})

describe('a visit', () => {
  const at = noon + 3 * day

  it('is reminded of the day before and an hour before, each once, to both', async () => {
    hung(agreed(at))
    await run(at - day - minute)
    expect(said()).toEqual([])
    await Promise.all([run(at - day), run(at - day), run(at - day)])
    const first = ['person-a wish.visit day', 'volunteer wish.visit day']
    expect(said()).toEqual(first)
    await run(at - hour)
    await run(at - hour + minute)
    expect(said()).toEqual([
      'person-a wish.visit day',
      'person-a wish.visit hour',
      'volunteer wish.visit day',
      'volunteer wish.visit hour',
    ])
  })

  it('is not reminded of when the run comes only after it', async () => {
    hung(agreed(at))
    await run(at + minute)
    expect(said()).toEqual([])
  })

  it('of somebody without a phone: the duty member calls', async () => {
    const behalf = { kind: 'office', name: null, phone: null } as const
    const alone = { ...agreed(at), person: null, filedBy: keys.person(dutyMember), behalf }
    hung(heard(alone, noon))
    await run(at - day)
    expect(said()).toEqual(['duty wish.todo remind', 'volunteer wish.visit day'])
    await run(at - hour)
    expect(said()).toEqual(['duty wish.todo remind', 'volunteer wish.visit day', 'volunteer wish.visit hour'])
  })

  it('that nobody says anything of is asked about, is unsure a day later, and the secretary’s after two more', async () => {
    hung(agreed(at, { _id: 'silent' }))
    await run(at + 2 * hour)
    expect(said()).toEqual(['person-a wish.ask finish', 'volunteer wish.ask finish'])
    await run(at + hour + day)
    expect(kept('silent').state).toBe('unsure')
    expect(said()).toEqual([
      'duty wish.todo unsure',
      ...['person-a wish.ask finish', 'person-a wish.ask finish'],
      ...['volunteer wish.ask finish', 'volunteer wish.ask finish'],
    ])
    await run(at + hour + 3 * day)
    expect(said().filter((line) => line.startsWith('secretary'))).toEqual(['secretary wish.todo unsettled'])
    expect(kept('silent').owner).toBe('secretary')
  })

  it('that one of them has told of is asked of the other alone', async () => {
    const finish = { verb: 'finish', side: null, appointmentId: 'a1', done: true, minutes: null, words: null } as const
    const over = at + hour
    hung(heard(after(agreed(at), finish, by(volunteer, 'helper', over)), over))
    await run(at + 2 * hour)
    expect(said()).toEqual(['person-a wish.ask finish'])
  })
})

describe('a standing pair', () => {
  const sunday = Date.parse('2026-09-27T10:00:00+08:00')

  it('keeps the day that both said yes to, holiday or not', async () => {
    const thursday = Date.parse('2026-10-01T10:00:00+08:00')
    hung(agreed(thursday, { _id: 'weekly', repeats: 'week' }, sunday))
    await run(sunday)
    const { appointments, state } = kept('weekly')
    expect(state).toBe('standing')
    expect(appointments.at(-1)?.state).toBe('agreed')
    await run(thursday - day)
    expect(said()).toEqual(['person-a wish.visit day', 'volunteer wish.visit day'])
  })

  it('whose next visit by itself falls on the holiday is skipped, with the next day named', async () => {
    const before = Date.parse('2026-09-24T10:00:00+08:00')
    const wish = agreed(before, { _id: 'weekly', repeats: 'week' }, Date.parse('2026-09-21T10:00:00+08:00'))
    const finish = { verb: 'finish', side: null, appointmentId: 'a1', done: true, minutes: 60, words: null } as const
    const end = before + hour
    const one = after(wish, finish, by(volunteer, 'helper', end))
    hung(heard(after(one, finish, by(wisher, 'wisher', end)), end))
    await Promise.all([run(end + minute), run(end + minute)])
    expect(kept('weekly').appointments.map(({ state }) => state)).toEqual(['done', 'skipped', 'agreed'])
    expect(kept('weekly').appointments.at(-1)?.at).toBe(Date.parse('2026-10-08T10:00:00+08:00'))
    expect(said()).toEqual(['person-a wish.progress holiday', 'volunteer wish.progress holiday'])
  })
})

describe('a cry for help', () => {
  it('goes to the duty member, after ten minutes to grid leader and secretary, and again each hour', async () => {
    const crying = aWishRow(noon, { _id: 'cry', state: 'crying', told: 0 })
    hung(crying)
    await run(noon)
    expect(said()).toEqual(['duty wish.cry first'])
    await run(noon + 10 * minute)
    const again = ['grid-leader wish.cry again', 'secretary wish.cry again']
    expect(said()).toEqual(['duty wish.cry first', ...again])
    await run(noon + 70 * minute)
    expect(said()).toEqual(['duty wish.cry first', again[0], ...again, again[1]])
  })

  it('is looked at before everything else that is due', async () => {
    hung(
      ...Array.from({ length: 20 }, () => aWishRow(noon - agedAfter - day)),
      aWishRow(noon, { state: 'crying', told: 0 }),
    )
    let looks = 0
    await run(noon, { hasTime: () => ++looks < 16 })
    expect(said()).toContain('duty wish.cry first')
  })
})

describe('a red card', () => {
  it('is asked about after ninety days, and paused two weeks after nobody said anything', async () => {
    put(cloud.database, { offers: [anOfferRow(noon, { _id: 'red' })] })
    await run(noon + 90 * day - 1)
    expect(said()).toEqual([])
    await Promise.all([run(noon + 90 * day), run(noon + 90 * day), run(noon + 90 * day)])
    expect(said()).toEqual(['volunteer offer.ask holds'])
    expect(card('red').state).toBe('open')
    await run(noon + 104 * day)
    expect(card('red')).toMatchObject({ state: 'paused', zone: 'off', keys: [] })
    expect(said()).toEqual(['volunteer offer.ask holds', 'volunteer offer.ask paused'])
  })

  it('that a late run asks about is not paused before there was time to answer', async () => {
    put(cloud.database, { offers: [anOfferRow(noon, { _id: 'red' })] })
    await run(noon + 120 * day)
    await run(noon + 121 * day)
    expect(card('red').state).toBe('open')
    await run(noon + 134 * day)
    expect(card('red').state).toBe('paused')
  })
})

describe('a run that dies', () => {
  const kills = [0, 1, 2, 3, 4, 5, 6, 7, 8].flatMap((steps) => [
    { steps, late: false, what: 'before' },
    { steps, late: true, what: 'after' },
  ])
  it.each(kills)('right $what its call $steps loses nothing and says nothing twice', async ({ steps, late }) => {
    const people = [other, third]
    put(cloud.database, {
      offers: [
        anOfferRow(noon, { _id: 'red', wishIds: ['silent'] }),
        ...people.map((openid) => anOfferRow(noon, { person: keys.person(openid) })),
      ],
    })
    hung(taken({ _id: 'silent' }, noon, 'red'))
    const now = noon + 3 * day
    const { store } = breaking(cloud.store, platform, steps, late)
    await lookAtWish({ store, now, hasTime: () => true }, 'silent', 40).catch(() => undefined)
    await run(now)
    await run(now + minute)
    expect(said()).toEqual([
      'person-a wish.progress return',
      ...['volunteer wish.progress return-left', 'volunteer-2 wish.fit', 'volunteer-3 wish.fit'],
    ])
    expect(card('red').wishIds).toEqual([])
  })
})
