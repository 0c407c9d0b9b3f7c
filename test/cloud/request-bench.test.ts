import type { LocalCloud } from '../../src/local/start'
import { crowdOn } from '../../src/tools/support/proof/request-crowd'
import { letMinutesPass } from '../../src/tools/support/proof/request-minutes'
import { expectedOf, requestCells, walkRequests, type RequestCell } from '../../src/tools/support/proof/request-walk'
import { startProduct } from './support/cloud'

let cloud: LocalCloud
beforeEach(async () => {
  cloud = await startProduct()
})
afterEach(() => cloud.close())

/** The bench asks all of them; coprime to how many roles, verbs and states there are. */
const every = 17
const slice = requestCells.filter((_, at) => at % every === 0)

/** What the product promises, said by hand. */
const promised: readonly (readonly [
  who: RequestCell['by'],
  verb: RequestCell['verb'],
  state: RequestCell['state'],
  answer: string,
  to: RequestCell['state'] | null,
])[] = [
  ['owner', 'confirm', 'awaiting-confirmation', 'done', 'resolved'],
  ['neighbour', 'confirm', 'awaiting-confirmation', 'done', 'awaiting-confirmation'],
  ['handler', 'confirm', 'awaiting-confirmation', 'request.not-yours', null],
  ['grid-leader', 'confirm', 'awaiting-confirmation', 'request.not-yours', null],
  ['owner', 'confirm', 'in-progress', 'request.not-now', null],
  ['owner', 'contest', 'awaiting-confirmation', 'done', 'reopened'],
  ['handler', 'start', 'assigned', 'done', 'in-progress'],
  ['handler elsewhere', 'start', 'assigned', 'role.forbidden', null],
  ['handler, revoked', 'start', 'assigned', 'role.forbidden', null],
  ['owner', 'start', 'assigned', 'request.not-yours', null],
  ['duty', 'assign', 'submitted', 'request.not-yours', null],
  ['grid-leader', 'assign', 'submitted', 'done', 'assigned'],
  ['grid leader elsewhere', 'assign', 'submitted', 'role.forbidden', null],
  ['grid-leader', 'decline', 'in-progress', 'request.not-now', null],
  ['secretary', 'supervise', 'in-progress', 'done', 'in-progress'],
  ['grid-leader', 'supervise', 'in-progress', 'request.not-yours', null],
  ['secretary elsewhere', 'supervise', 'in-progress', 'role.forbidden', null],
  ['street', 'note', 'in-progress', 'role.forbidden', null],
  ['handler', 'return', 'assigned', 'done', 'returned'],
  ['handler', 'resume', 'on-hold', 'done', 'assigned'],
  ['stranger', 'withdraw', 'assigned', 'role.forbidden', null],
  ['visitor', 'remind', 'assigned', 'caller.unknown', null],
  ['secretary', 'archive', 'resolved', 'input.invalid', null],
  ['secretary', 'note', 'archived', 'request.not-now', null],
]
const asCells = promised.map(([by, verb, state]) => ({ by, verb, state }))

describe('the table of the lifecycle', () => {
  it.each(promised)('answers %s who wants to %s what is %s: %s', (by, verb, state, answer, to) => {
    expect(expectedOf({ by, verb, state })).toEqual({ answer, to })
  })

  it(`is what the real function does in every ${every}th of all cells, and in all that are promised by hand`, async () => {
    const { wrong, allowed } = await walkRequests(cloud, [...slice, ...asCells])
    expect(wrong).toEqual([])
    expect(allowed).toBeGreaterThan(15)
  }, 180_000)
})

describe('fifty people who act on one request at once', () => {
  it('each step has one winner, and the history has each accepted act once', async () => {
    const { people, tied, wrong, faults, accepted, told } = await crowdOn(cloud)
    expect({ people, tied, wrong, faults }).toEqual({ people: 50, tied: 0, wrong: 0, faults: [] })
    expect(accepted).toBeGreaterThan(5)
    expect(told).toBeGreaterThan(0)
  }, 180_000)
})

describe('the timer, three times over each minute and then an hour late', () => {
  it('says each reminder and escalation once to each whom it concerns, and forgets nobody', async () => {
    const { expected, missing, repeated, unasked, moved, notMovedOnce } = await letMinutesPass(cloud, {
      ...{ requests: 64, runs: 3, minutes: 4 },
    })
    expect({ missing, repeated, unasked, notMovedOnce }).toEqual({
      missing: 0,
      repeated: 0,
      unasked: 0,
      notMovedOnce: 0,
    })
    expect(expected).toBeGreaterThan(64)
    expect(moved).toBeGreaterThan(3)
  }, 180_000)
})
