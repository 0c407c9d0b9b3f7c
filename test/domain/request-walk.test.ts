import fc from 'fast-check'
import { actOn, type Acted, type DeedVerb, type RequestDeed } from '../../src/domain/request/act'
import { dueOf, isPaused } from '../../src/domain/request/clock'
import type { Request } from '../../src/domain/request/request'
import { deskOf, isOpen, movesOf, requestActors, requestStates } from '../../src/domain/request/verbs'
import { day, hour, minute } from '../../src/domain/time/clock'
import { calendar } from '../../src/knowledge/calendar/calendar'
import { aRequest, deedOf, plain, rules, stepVerbs, whoIs } from '../support/request'

/** Mostly what is possible now, sometimes anything at all; at any distance. */
const step = fc.record({
  pick: fc.nat({ max: 10_000 }),
  isWild: fc.integer({ min: 0, max: 9 }).map((at) => at === 0),
  verb: fc.constantFrom(...stepVerbs),
  actor: fc.constantFrom(...requestActors),
  after: fc.constantFrom(0, minute, hour, day, 8 * day),
  heard: fc.constantFrom('solved', 'unsolved', 'no-answer'),
  taskId: fc.constantFrom('1', '2', '3'),
  isOfPart: fc.boolean(),
})
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

/** What fits the moment at which it is done. */
function deedFor(verb: DeedVerb, { heard, taskId }: Step, now: number): RequestDeed {
  switch (verb) {
    case 'hold':
      return deedOf(verb, { until: now + 2 * day })
    case 'whistle':
    case 'meet':
      return deedOf(verb, { at: now + hour })
    case 'meet-note':
      return deedOf(verb, { followUpAt: now + day })
    case 'call-back':
      return deedOf(verb, { heard })
    case 'task-done':
    case 'task-return':
      return deedOf(verb, { taskId })
    default:
      return deedOf(verb)
  }
}

/** Who does what: of all that the table allows in this state one, or what was drawn. */
function drawn(request: Request, { pick, isWild, verb, actor }: Step) {
  const possible = requestActors.flatMap((one) =>
    movesOf(request.state, one).flatMap((any) => (any === 'submit' ? [] : [{ verb: any, actor: one }])),
  )
  return (isWild ? undefined : possible[pick % possible.length]) ?? { verb, actor }
}

/** Back from a pause to where it was: nothing begins anew. */
const goesOn = (verb: string) => verb === 'supply-info' || verb === 'resume'
const ended = ['resolved', 'declined', 'merged', 'withdrawn', 'archived']

/** What holds of every request that there can be. */
function expectSound(request: Request, now: number): void {
  const { state, resolution, response, events } = request
  const isOver = ended.includes(state)
  const waits = state === 'awaiting-confirmation'
  const stands = state === 'info-requested' || state === 'on-hold'
  expect(isOpen(state)).toBe(!isOver)
  expect(deskOf(state) === 'closed').toBe(isOver)
  // Whatever is open has a clock that runs or a pause that somebody can read the reason of; or it waits for the resident.
  expect(resolution.stoppedAt === null).toBe(!isOver && !waits)
  expect(isPaused(resolution)).toBe(stands)
  expect(isPaused(response)).toBe(false)
  expect(request.back !== null).toBe(stands)
  expect(request.holdUntil !== null).toBe(state === 'on-hold')
  expect(request.proposedAt !== null).toBe(waits)
  expect(request.endedAt !== null).toBe(isOver)
  expect(request.endedBy !== null).toBe(isOver)
  expect(request.agencyId === null).toBe(request.agencyName === null)
  expect(dueOf(resolution, calendar, now).at).toBeGreaterThan(request.filedAt)
  expect(events.map(({ id }) => id)).toEqual(events.map((_, at) => String(at + 1)))
  expect(request.run).toBe(
    1 + events.filter(({ verb, to, from }) => to === 'reopened' && from !== to && !goesOn(verb)).length,
  )
  expect(events.at(-1)?.to).toBe(state)
}

/** One after another, from a request that was filed just now; `look` sees each step that was done. */
function walk(steps: readonly Step[], look: (before: Request, acted: Acted, now: number) => void): void {
  let request = aRequest({ state: 'submitted', agencyId: null, agencyName: null })
  let now = request.filedAt
  for (const one of steps) {
    now += one.after
    const { verb, actor } = drawn(request, one)
    const agencyId = actor === 'handler' ? (one.isOfPart ? 'power' : request.agencyId) : null
    const acted = actOn(request, deedFor(verb, one, now), whoIs(actor, { now, agencyId }), plain, rules)
    if ('refused' in acted) continue
    look(request, acted, now)
    request = acted.request
  }
}

it('whatever is tried, a request stays sound, and its history only grows', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), (steps) =>
      walk(steps, (before, { request, event }, now) => {
        expect(request.events).toEqual([...before.events, event])
        expect(event).toMatchObject({ from: before.state, to: request.state, at: now })
        expect(request.voices.slice(0, before.voices.length)).toEqual(before.voices)
        expectSound(request, now)
      }),
    ),
    { numRuns: 200 },
  )
})

it('comes to every state there is on such walks, so that they say something of each', () => {
  const met = new Set<string>()
  const walks = fc.sample(fc.array(step, { minLength: 40, maxLength: 60 }), { seed: 6, numRuns: 200 })
  for (const steps of walks) walk(steps, (_, { request }) => met.add(request.state))
  expect([...met].sort()).toEqual([...requestStates].sort())
})
