import fc from 'fast-check'
import {
  changePlaces,
  entryOf,
  leaveSignUp,
  noteCame,
  signUpCounts,
  signUpFor,
  waitingBefore,
  type SignUp,
  type SignUpDone,
  type SignUpRefused,
} from '../../src/domain/notice/sign-up'

/** The river patrol. */
const patrol = (places = 2): SignUp => ({ places, until: 100, beginsAt: 200, entries: [] })
function done(outcome: SignUpDone | SignUpRefused): SignUp {
  if ('refused' in outcome) throw new Error(`refused: ${outcome.refused}`)
  return outcome.signUp
}
const joined = (signUp: SignUp, ...people: readonly string[]): SignUp =>
  people.reduce((so, who) => done(signUpFor(so, who, 1)), signUp)
const stateOf = (signUp: SignUp, who: string) => entryOf(signUp, who)?.state

describe('a sign-up', () => {
  const full = joined(patrol(), 'a', 'b', 'c', 'd')

  it('fills its places in the order in which people come, and the others wait in theirs', () => {
    expect(full.entries.map(({ state }) => state)).toEqual(['in', 'in', 'waiting', 'waiting'])
    expect([waitingBefore(full, 'a'), waitingBefore(full, 'c'), waitingBefore(full, 'd')]).toEqual([null, 0, 1])
  })

  it('takes nobody twice', () => {
    expect(signUpFor(full, 'a', 2)).toEqual({ refused: 'already' })
    expect(signUpFor(full, 'c', 2)).toEqual({ refused: 'already' })
  })

  it('lets the first who waits move up when somebody leaves, and says so once', () => {
    const left = leaveSignUp(full, 'a', 5)
    expect(left).toMatchObject({ movedUp: [{ who: 'c', movedUpAt: 5 }] })
    expect(stateOf(done(left), 'c')).toBe('in')
    expect(leaveSignUp(done(left), 'a', 6)).toEqual({ refused: 'not-there' })
  })

  it('moves nobody when somebody leaves who only waited', () => {
    expect(leaveSignUp(full, 'c', 5)).toMatchObject({ movedUp: [] })
  })

  it('puts whoever comes again behind everybody', () => {
    const again = joined(done(leaveSignUp(full, 'a', 5)), 'a')
    expect(waitingBefore(again, 'a')).toBe(1)
    expect(again.entries.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
  })

  it('closes at its deadline; leaving and moving up go on until it begins', () => {
    expect(signUpFor(full, 'e', 100)).toEqual({ refused: 'over' })
    expect(leaveSignUp(full, 'a', 199)).toMatchObject({ movedUp: [{ who: 'c' }] })
    expect(leaveSignUp(full, 'a', 200)).toEqual({ refused: 'begun' })
  })

  it('with more places lets as many move up; with fewer puts nobody out', () => {
    expect(changePlaces(full, 4, 5)).toMatchObject({ movedUp: [{ who: 'c' }, { who: 'd' }] })
    expect(changePlaces(full, 1, 5)).toEqual({ refused: 'too-few' })
  })

  it('says who came, and of whom nobody has said', () => {
    expect(noteCame(full, 'a', true, 199)).toEqual({ refused: 'not-begun' })
    expect(noteCame(full, 'c', true, 200)).toEqual({ refused: 'not-there' })
    const came = done(noteCame(full, 'a', true, 200))
    expect(signUpCounts(came)).toEqual({ places: 2, in: 2, waiting: 2, came: 1, unsaid: 1 })
    expect(signUpCounts(done(noteCame(came, 'a', false, 201))).came).toBe(0)
  })
})

const steps = fc.array(
  fc.record({
    who: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    what: fc.constantFrom('join', 'join', 'leave', 'places'),
    places: fc.integer({ min: 0, max: 6 }),
    after: fc.nat({ max: 12 }),
  }),
  { maxLength: 40 },
)
type Steps = typeof steps extends fc.Arbitrary<infer All> ? All : never

function lived(given: Steps, look: (before: SignUp, outcome: SignUpDone) => void): void {
  let signUp = patrol()
  let now = 0
  for (const { who, what, places, after } of given) {
    now += after
    const outcome =
      what === 'join'
        ? signUpFor(signUp, who, now)
        : what === 'leave'
          ? leaveSignUp(signUp, who, now)
          : changePlaces(signUp, places, now)
    if ('refused' in outcome) continue
    look(signUp, outcome)
    signUp = outcome.signUp
  }
}

describe('whoever comes and goes', () => {
  it('there are never more than there are places, nobody is in it twice, and nobody waits beside a free place', () => {
    fc.assert(
      fc.property(steps, (given) =>
        lived(given, (_, { signUp: { places, entries } }) => {
          const active = entries.filter(({ state }) => state !== 'left')
          const inside = active.filter(({ state }) => state === 'in').length
          expect(inside).toBeLessThanOrEqual(places)
          expect(new Set(active.map(({ who }) => who)).size).toBe(active.length)
          if (inside < places) expect(inside).toBe(active.length)
        }),
      ),
      { numRuns: 300 },
    )
  })

  it('whoever came first is in before whoever came later, and each moves up once', () => {
    fc.assert(
      fc.property(steps, (given) => {
        const told: number[] = []
        lived(given, (before, { signUp, movedUp }) => {
          const active = signUp.entries.filter(({ state }) => state !== 'left')
          const states = active.map(({ state }) => state).join(' ')
          expect(states).toMatch(/^(in ?)*(waiting ?)*$/)
          for (const { number, who } of movedUp) {
            expect(entryOf(before, who)?.state).toBe('waiting')
            told.push(number)
          }
          expect(signUp.entries.length).toBeGreaterThanOrEqual(before.entries.length)
        })
        expect(new Set(told).size).toBe(told.length)
      }),
      { numRuns: 300 },
    )
  })
})
