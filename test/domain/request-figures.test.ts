import fc from 'fast-check'
import { dueOf } from '../../src/domain/request/clock'
import { figuresOf, mostLines, type Counted } from '../../src/domain/request/figures'
import { requestActors } from '../../src/domain/request/verbs'
import { day, hour, minute } from '../../src/domain/time/clock'
import { aLife, deeds, livedOn, monday, told, type DeedName, type Life } from './support/request-lives'

const later = monday + 30 * day
const of = (rows: readonly Counted[], now = later) => figuresOf(rows, [], now)
const one = (text: string, now = later) => of([told(text)], now)

describe('whether somebody was in touch in time', () => {
  it.each([
    ['called within the hour', 'handler contact 1', { yes: 1, of: 1, silent: 0 }],
    ['called later', 'handler contact 1.1', { yes: 0, of: 1, silent: 0 }],
    ['never called', '', { yes: 0, of: 1, silent: 0 }],
    ['declined too late, without a call', 'grid-leader decline 3', { yes: 0, of: 1, silent: 0 }],
    ['declined before the hour was over', 'grid-leader decline 0.5', { yes: 0, of: 0, silent: 1 }],
    ['taken back before the hour was over', 'owner withdraw 0.5', { yes: 0, of: 0, silent: 1 }],
  ])('%s', (_, text, share) => {
    const given = text.startsWith('handler') ? `grid-leader toProperty, ${text}` : text
    expect(one(given).responded).toEqual(share)
  })

  it('nobody can tell while the hour runs', () => {
    expect(one('', monday + 59 * minute).responded).toEqual({ yes: 0, of: 0, silent: 1 })
    expect(one('', monday + 61 * minute).responded).toEqual({ yes: 0, of: 1, silent: 0 })
  })
})

const none = { yes: 0, of: 0, silent: 0 }
const done = 'grid-leader accept, grid-leader propose'
describe('whether the resident says that it is solved', () => {
  it.each([
    ['confirmed', `${done}, owner confirm`, { yes: 1, of: 1, silent: 0 }],
    ['heard by phone', `${done}, duty solvedByPhone`, { yes: 1, of: 1, silent: 0 }],
    ['contested, and still being mended', `${done}, owner contest`, { yes: 0, of: 1, silent: 0 }],
    ['heard by phone that it is not', `${done}, duty unsolvedByPhone`, { yes: 0, of: 1, silent: 0 }],
    ['confirmed, then taken up again', `${done}, owner confirm, owner reopen`, { yes: 0, of: 1, silent: 0 }],
    [
      'contested, mended, confirmed',
      `${done}, owner contest, grid-leader propose, owner confirm`,
      { yes: 1, of: 1, silent: 0 },
    ],
    ['confirmed, then taken up again by the office', `${done}, owner confirm, grid-leader reopen 1`, none],
    ['silent until it ended', `${done}, system silence`, { yes: 0, of: 0, silent: 1 }],
    ['silent, and in the archive', `${done}, system silence, system archive`, { yes: 0, of: 0, silent: 1 }],
    ['silent, and rated later', `${done}, system silence, owner rateWell`, { yes: 1, of: 1, silent: 0 }],
    ['declined', 'grid-leader decline', { yes: 0, of: 0, silent: 1 }],
    ['not asked yet', done, { yes: 0, of: 0, silent: 0 }],
    ['taken back', 'owner withdraw', { yes: 0, of: 0, silent: 0 }],
    ['taken back, and in the archive', 'owner withdraw, system archive', { yes: 0, of: 0, silent: 0 }],
    ['gone into another one', 'grid-leader merge, system archive', { yes: 0, of: 0, silent: 0 }],
  ])('%s', (_, text, share) => {
    expect(one(text).solved).toEqual(share)
  })

  it('a neighbour’s word is not the resident’s', () => {
    const joined = told(`${done}, neighbour confirm, system silence`, {
      neighbours: [{ person: 'neighbour', at: monday }],
    })
    expect(of([joined]).solved).toEqual({ yes: 0, of: 0, silent: 1 })
  })
})

describe('whether the resident is satisfied', () => {
  it.each([
    ['rated well', `${done}, owner confirm, owner rateWell`, { yes: 1, of: 1, silent: 0 }],
    ['rated badly, though it is solved', `${done}, owner confirm, owner rateBadly`, { yes: 0, of: 1, silent: 0 }],
    [
      'a call afterwards does not take the rating away',
      `${done}, owner confirm, owner rateBadly, duty solvedByPhone`,
      { yes: 0, of: 1, silent: 0 },
    ],
    ['confirmed and not rated', `${done}, owner confirm`, { yes: 0, of: 0, silent: 1 }],
    ['silent', `${done}, system silence`, { yes: 0, of: 0, silent: 1 }],
    ['goes on', done, { yes: 0, of: 0, silent: 0 }],
  ])('%s', (_, text, share) => {
    expect(one(text).satisfied).toEqual(share)
  })
})

describe('what comes up most', () => {
  it('is counted by matter and by building, under the name that the building has last', () => {
    const rows = [
      aLife({ buildingId: 'b1', buildingName: '新名' }),
      aLife({ buildingId: 'b2', matterId: null }),
      aLife({ buildingId: 'b1', buildingName: '旧名', matterId: null }),
      aLife({ buildingId: 'b1', matterId: null }),
    ]
    const { matters, buildings } = of(rows)
    expect(matters).toEqual([
      { matterId: null, count: 3 },
      { matterId: 'street-lamp', count: 1 },
    ])
    expect(buildings).toEqual([
      { buildingId: 'b1', name: '西街小区 新名', count: 3 },
      { buildingId: 'b2', name: '西街小区 5号楼', count: 1 },
    ])
  })
})

const thrice = (text: string) => of([told(text), told(text), told(text)]).handOvers
const agency = (name: string) => ({ kind: 'agency', name })
const filed = { kind: 'filed', name: null }
const leader = { kind: 'leader', name: null }

describe('the slowest hand-overs', () => {
  it('say how long it lay on a desk until it was touched there', () => {
    expect(thrice('grid-leader toProperty 2, handler start 5')).toEqual([
      { from: leader, to: agency('物业'), count: 3, ms: 5 * hour },
      { from: filed, to: leader, count: 3, ms: 2 * hour },
    ])
  })

  it('of what routing gives at once begin with the resident', () => {
    const routed = {
      ...told(''),
      state: 'assigned' as const,
      agencyId: 'property',
      agencyName: '物业',
      events: [
        ...told('').events,
        {
          ...told('').events[0]!,
          ...{ id: '2', verb: 'assign' as const, actor: 'system' as const, data: { agencyName: '物业' } },
        },
      ],
    }
    const rows = [1, 2, 9].map((after) => livedOn(routed, [{ deed: 'start', by: 'handler', after }]))
    expect(of(rows).handOvers).toEqual([{ from: filed, to: agency('物业'), count: 3, ms: 2 * hour }])
  })

  it('follow it back to the grid leader and on', () => {
    const text = 'grid-leader toProperty, handler giveBack 3, grid-leader toHeating 4, handler start 1'
    expect(thrice(text)).toEqual([
      { from: agency('物业'), to: leader, count: 3, ms: 4 * hour },
      { from: leader, to: agency('物业'), count: 3, ms: 3 * hour },
      { from: leader, to: agency('热力'), count: 3, ms: hour },
      { from: filed, to: leader, count: 3, ms: 0 },
    ])
  })

  it('end where the grid leader takes it upon themselves', () => {
    expect(thrice('grid-leader accept 1, grid-leader start 5')).toEqual([
      { from: filed, to: leader, count: 3, ms: hour },
    ])
  })

  it('count it as lying there where it is taken away untouched', () => {
    expect(thrice('grid-leader toProperty, grid-leader toHeating 6')).toContainEqual({
      ...{ from: leader, to: agency('物业'), count: 3, ms: 6 * hour },
    })
  })

  it('are none where it was taken back, still lies there, or happened twice only', () => {
    const toAgency = (text: string) => thrice(text).filter(({ to }) => to.kind === 'agency')
    expect(toAgency('grid-leader toProperty, owner withdraw 5')).toEqual([])
    expect(toAgency('grid-leader toProperty')).toEqual([])
    expect(of([told('grid-leader accept 1'), told('grid-leader accept 1')]).handOvers).toEqual([])
  })

  it('name the office beyond only as such', () => {
    expect(thrice('grid-leader refer 1, grid-leader start 8')[0]).toEqual({
      ...{ from: leader, to: { kind: 'outside', name: null }, count: 3, ms: 8 * hour },
    })
  })
})

const step = fc.record({
  deed: fc.constantFrom(...(Object.keys(deeds) as DeedName[])),
  by: fc.constantFrom(...requestActors),
  after: fc.integer({ min: 1, max: 30 }),
})
const lives = fc.array(
  fc
    .record({
      matterId: fc.constantFrom('a', 'b', null),
      buildingId: fc.constantFrom('b1', 'b2', 'b3'),
      neighbours: fc.constantFrom([], [{ person: 'neighbour', at: monday }]),
      steps: fc.array(step, { maxLength: 25 }),
    })
    .map(({ steps, ...over }) => livedOn(aLife(over), steps)),
  { maxLength: 12 },
)

/** Reckoned anew in another way: by what happened, step by step. */
function naive(rows: readonly Life[], now: number) {
  const solved = { yes: 0, of: 0, silent: 0 }
  const responded = { yes: 0, of: 0, silent: 0 }
  for (const row of rows) {
    let word: boolean | null = null
    let end: 'over' | 'left' | null = null
    let touched: number | null = null
    for (const { verb, actor, at, from, to, data } of row.events) {
      const isAgain = to === 'reopened' && from !== 'reopened'
      if (isAgain) [word, end] = [null, null]
      if (actor === 'owner' && (verb === 'confirm' || verb === 'rate')) word = true
      if (actor === 'owner' && (verb === 'contest' || verb === 'reopen')) word = false
      if (verb === 'call-back' && from !== 'reopened') word = data['heard'] === 'solved'
      if (to === 'resolved' || to === 'declined') end = 'over'
      if (to === 'withdrawn' || to === 'merged') end = 'left'
      const isTouch = ['contact', 'request-info', 'propose-resolution', 'call-back'].includes(verb)
      if (isTouch) touched ??= at
    }
    if (word !== null) {
      solved.of += 1
      if (word) solved.yes += 1
    } else if (end === 'over') solved.silent += 1
    const due = dueOf(row.response, [], now).at
    const over = touched ?? Math.min(now, row.endedAt ?? now)
    if (touched !== null && touched <= due) responded.yes += 1
    if (touched !== null || over > due) responded.of += 1
    else responded.silent += 1
  }
  return { solved, responded }
}

describe('of any requests whatever', () => {
  it('the figures are what one gets by going through the steps', () => {
    fc.assert(
      fc.property(lives, fc.integer({ min: 0, max: 40 }), (rows, days) => {
        const now = Math.max(monday + days * day, ...rows.map(({ events }) => events.at(-1)?.at ?? 0))
        const { solved, responded } = of(rows, now)
        expect({ solved, responded }).toEqual(naive(rows, now))
      }),
      { numRuns: 400 },
    )
  })

  it('those who said so and those who did not add up', () => {
    fc.assert(
      fc.property(lives, (rows) => {
        const { filed: all, responded, solved, satisfied, matters, buildings } = of(rows)
        expect(all).toBe(rows.length)
        expect(responded.of + responded.silent).toBe(all)
        expect(satisfied.of + satisfied.silent).toBe(solved.of + solved.silent)
        for (const share of [responded, solved, satisfied]) expect(share.yes).toBeLessThanOrEqual(share.of)
        const sum = (lines: readonly { readonly count: number }[]) => lines.reduce((most, { count }) => most + count, 0)
        expect(sum(matters)).toBe(all)
        expect(sum(buildings)).toBe(all)
      }),
    )
  })

  it('no list is longer than somebody reads', () => {
    const rows = Array.from({ length: 30 }, (_, at) => aLife({ matterId: `m${at}`, buildingId: `b${at}` }))
    expect(of(rows).matters).toHaveLength(mostLines)
    expect(of(rows).buildings).toHaveLength(mostLines)
  })
})
