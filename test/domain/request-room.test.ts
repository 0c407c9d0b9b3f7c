import { mostEvents } from '../../src/domain/request/limits'
import type { Request, RequestEvent } from '../../src/domain/request/request'
import { after, aRequest, aTask, deedOf, done, inState, whoIs } from '../support/request'

const owner = whoIs('owner')
const neighbour = whoIs('neighbour')
const handler = whoIs('handler')
const leader = whoIs('grid-leader')

const refusal = (...given: Parameters<typeof after>) => {
  const acted = after(...given)
  return 'refused' in acted ? acted.refused : 'done'
}

/** So many more in its history of what somebody did. */
function filled(request: Request, count: number, over: Partial<RequestEvent>): Request {
  const [first] = request.events
  if (!first) throw new Error('no event')
  const more = Array.from({ length: count }, (_, at) => ({ ...first, id: String(at + 2), ...over }))
  return { ...request, events: [...request.events, ...more] }
}
const reminders = { verb: 'remind', actor: 'neighbour', from: 'assigned', to: 'assigned', person: 'another' } as const
const notes = { ...reminders, verb: 'note', actor: 'handler' } as const
const remindedOf = (request: Request, count = mostEvents) => filled(request, count, reminders)
const notedOf = (request: Request) => filled(request, mostEvents * 2, notes)

describe('a history full of what residents say', () => {
  const full = remindedOf(aRequest({ tasks: [aTask({ agencyId: 'property' })] }))

  it('takes no more of it from neighbours, and of the owner, who is one, still some', () => {
    expect(refusal(full, deedOf('remind'), neighbour)).toBe('request.full')
    expect(refusal(full, deedOf('remind'), owner)).toBe('done')
    expect(refusal(remindedOf(full, mostEvents), deedOf('remind'), owner)).toBe('request.full')
  })

  it('is in the way of nobody who works on it, to the confirmed end', () => {
    expect(['contact', 'note', 'task-done'].map((verb) => refusal(full, deedOf(verb as 'note'), handler))).toEqual([
      ...['done', 'done', 'done'],
    ])
    expect(refusal(full, deedOf('extend'), leader)).toBe('done')
    const waiting = done(done(full, deedOf('task-done'), handler), deedOf('propose-resolution'), handler)
    expect(refusal(waiting, deedOf('contest'), neighbour)).toBe('done')
    expect(done(waiting, deedOf('confirm'), owner).state).toBe('resolved')
  })

  it('has no room for a neighbour’s confirmation either, which ends nothing', () => {
    expect(refusal(remindedOf(inState('awaiting-confirmation')), deedOf('confirm'), neighbour)).toBe('request.full')
  })

  it('keeps nobody who wants to go, and says so of the first of them only', () => {
    const leaves = filled(aRequest(), mostEvents / 4, { ...reminders, verb: 'leave' })
    const left = done(leaves, deedOf('leave'), neighbour)
    expect(left.neighbours).toEqual([])
    expect(left.events).toEqual(leaves.events)
  })
})

describe('a history full of what was done', () => {
  it.each(['note', 'contact', 'start', 'hold', 'request-info'] as const)('takes no more of it: %s', (verb) => {
    expect(refusal(notedOf(inState('assigned')), deedOf(verb), handler)).toBe('request.full')
  })

  it.each([
    ['submitted', 'accept', leader],
    ['submitted', 'decline', leader],
    ['assigned', 'merge', leader],
    ['assigned', 'propose-resolution', handler],
    ['info-requested', 'resume', handler],
    ['info-requested', 'supply-info', owner],
    ['on-hold', 'resume', handler],
    ['in-progress', 'withdraw', owner],
    ['awaiting-confirmation', 'confirm', owner],
    ['awaiting-confirmation', 'resolve-by-silence', whoIs('system')],
    ['resolved', 'archive', whoIs('system')],
  ] as const)('locks nobody out of ending what is %s: %s', (state, verb, who) => {
    expect(refusal(notedOf(inState(state)), deedOf(verb), who)).toBe('done')
  })

  it('lets a task be done, and whom no message reaches end it by phone', () => {
    const request = notedOf(aRequest({ tasks: [aTask({ agencyId: 'property' })] }))
    expect(refusal(request, deedOf('task-done'), handler)).toBe('done')
    const waiting = notedOf(inState('awaiting-confirmation', { mustCallBack: true }))
    expect(refusal(waiting, deedOf('call-back', { heard: 'solved' }), whoIs('duty'))).toBe('done')
    expect(refusal(waiting, deedOf('call-back', { heard: 'no-answer' }), whoIs('duty'))).toBe('request.full')
  })

  it('leaves residents their own room', () => {
    expect(refusal(notedOf(aRequest()), deedOf('remind'), neighbour)).toBe('done')
  })
})
