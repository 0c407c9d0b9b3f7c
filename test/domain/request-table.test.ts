import type { DeedVerb } from '../../src/domain/request/act'
import {
  canMove,
  deskOf,
  isOpen,
  mayMove,
  movesOf,
  requestActors,
  requestStates,
  type RequestActor,
  type RequestState,
} from '../../src/domain/request/verbs'
import { after, aTask, deedOf, inState, moveOf, stepVerbs, whoIs } from '../support/request'

/** A request on which this verb has something to do: of tasks there is one, of the handler's own agency. */
const fitting = (state: RequestState, verb: DeedVerb) =>
  inState(state, verb.startsWith('task-') ? { tasks: [aTask({ agencyId: 'property' })] } : {})

const cells = requestStates.flatMap((state) =>
  stepVerbs.flatMap((verb) => requestActors.map((actor) => ({ state, verb, actor }))),
)
const isAllowed = ({ state, verb, actor }: (typeof cells)[number]) => canMove(state, verb) && mayMove(actor, verb)
const name = ({ state, verb, actor }: (typeof cells)[number]): [string, (typeof cells)[number]] => [
  `${actor}: ${verb} of what is ${state}`,
  { state, verb, actor },
]

describe('every state × verb × actor', () => {
  it('is walked: fifteen states, thirty-three steps, seven actors', () => {
    expect(cells).toHaveLength(15 * 33 * 7)
    expect(cells.filter(isAllowed).length).toBeGreaterThan(300)
  })

  it.each(cells.filter(isAllowed).map(name))('works: %s', (_, { state, verb, actor }) => {
    const before = fitting(state, verb)
    const acted = after(before, deedOf(verb), whoIs(actor))
    if ('refused' in acted) throw new Error(`refused: ${acted.refused}`)
    const { request, event } = acted
    expect(request.events).toEqual([...before.events, event])
    expect(event).toMatchObject({ id: '2', verb, actor, from: state, to: request.state })
    const { to } = moveOf(verb)
    if (to === 'same') expect(request.state).toBe(state)
    else if (to === 'back') expect(request.state).toBe(before.back)
    else if (to !== 'outcome') expect(request.state).toBe(to)
  })

  it('and everything else is refused and changes nothing', () => {
    const wrong = cells
      .filter((cell) => !isAllowed(cell))
      .flatMap((cell) => {
        const { state, verb, actor } = cell
        const before = fitting(state, verb)
        const kept = JSON.stringify(before)
        const acted = after(before, deedOf(verb), whoIs(actor))
        const expected = mayMove(actor, verb) ? 'request.not-now' : 'request.not-yours'
        const isRight = 'refused' in acted && acted.refused === expected && JSON.stringify(before) === kept
        return isRight ? [] : [name(cell)[0]]
      })
    expect(wrong).toEqual([])
  })
})

/** What the table must say, whoever edits it: these are promises, and not read from it. */
describe('the table', () => {
  const never: readonly (readonly [RequestActor, readonly DeedVerb[]])[] = [
    ['owner', ['accept', 'assign', 'propose-resolution', 'decline', 'merge', 'archive', 'extend', 'note', 'call-back']],
    ['neighbour', ['withdraw', 'supply-info', 'assign', 'propose-resolution', 'decline', 'note']],
    [
      'handler',
      ['confirm', 'decline', 'assign', 'extend', 'merge', 'call-back', 'refer', 'supervise', 'rate', 'archive'],
    ],
    ['duty', ['assign', 'propose-resolution', 'decline', 'merge', 'confirm', 'supervise']],
    ['grid-leader', ['confirm', 'contest', 'withdraw', 'rate', 'supervise', 'whistle', 'resolve-by-silence']],
    ['secretary', ['confirm', 'contest', 'withdraw', 'rate', 'resolve-by-silence', 'archive']],
    ['system', ['confirm', 'propose-resolution', 'decline', 'withdraw', 'merge']],
  ]
  it.each(never.flatMap(([actor, verbs]) => verbs.map((verb) => [actor, verb] as const)))(
    'lets no %s ever %s',
    (actor, verb) => {
      expect(mayMove(actor, verb)).toBe(false)
    },
  )

  it('lets nobody but the owner, a call-back or time end what was said to be done', () => {
    const ways = stepVerbs.filter((verb) => canMove('awaiting-confirmation', verb) && moveOf(verb).to !== 'same')
    expect(ways).toEqual(['confirm', 'contest', 'resolve-by-silence', 'withdraw', 'call-back'])
  })

  it('leaves every open state by somebody else than the resident, so that nothing is stuck', () => {
    const offices: readonly RequestActor[] = ['handler', 'duty', 'grid-leader', 'secretary', 'system']
    const stuck = requestStates.filter(
      (state) =>
        isOpen(state) &&
        !offices.some((actor) => movesOf(state, actor).some((verb) => moveOf(verb as DeedVerb).to !== 'same')),
    )
    expect(stuck).toEqual([])
  })

  it('has nothing to do in the archive', () => {
    expect(requestActors.flatMap((actor) => movesOf('archived', actor))).toEqual([])
  })

  it('puts an open request into a drawer of those who work, and a closed one not', () => {
    expect(requestStates.filter((state) => (deskOf(state) === 'closed') === isOpen(state))).toEqual([])
  })
})
