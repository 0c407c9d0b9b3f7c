import {
  currentVoices,
  givenOutAt,
  hasRated,
  hasReminded,
  opinions,
  ownsFrom,
  takenIn,
} from '../../src/domain/request/act'
import { dueOf, isPaused, nationalAllowances } from '../../src/domain/request/clock'
import {
  mostExtensions,
  mostHolds,
  mostNeighbours,
  mostTasks,
  reopenWithin,
  silenceAfter,
} from '../../src/domain/request/limits'
import { silenceAt } from '../../src/domain/request/due'
import { workingDay } from '../../src/domain/request/office'
import type { Request } from '../../src/domain/request/request'
import { day, hour } from '../../src/domain/time/clock'
import { calendar } from '../../src/knowledge/calendar/calendar'
import { after, aRequest, aTask, deedOf, done, inState, plain, wednesday, whoIs } from '../support/request'

const owner = whoIs('owner')
const neighbour = whoIs('neighbour')
const handler = whoIs('handler')
const leader = whoIs('grid-leader')
const duty = whoIs('duty')
const later = wednesday + day
const refusal = (...given: Parameters<typeof after>) => {
  const acted = after(...given)
  return 'refused' in acted ? acted.refused : 'done'
}
const waiting = (over: Partial<Request> = {}) => inState('awaiting-confirmation', over)

describe('the confirmation', () => {
  it('of the owner ends the request', () => {
    const ended = done(waiting(), deedOf('confirm'), owner)
    expect(ended).toMatchObject({ state: 'resolved', endedBy: 'owner', endedAt: wednesday, proposedAt: null })
    expect(opinions(ended)).toEqual({ solved: 1, unsolved: 0 })
  })

  it('that is refused is not answered with 不予受理, wherever it lies then', () => {
    const contested = done(waiting(), deedOf('contest'), owner)
    expect(refusal(contested, deedOf('decline'), leader)).toBe('request.not-now')
    expect(refusal(done(contested, deedOf('accept'), leader), deedOf('decline'), leader)).toBe('request.not-now')
  })

  it('of a neighbour is a voice, once, and ends nothing, even where nobody else could confirm', () => {
    const heard = done(waiting({ person: null }), deedOf('confirm'), neighbour)
    expect(heard).toMatchObject({ state: 'awaiting-confirmation', endedAt: null, endedBy: null })
    expect(opinions(heard)).toEqual({ solved: 1, unsolved: 0 })
    expect(refusal(heard, deedOf('confirm'), neighbour)).toBe('request.once')
  })

  it('that is contested by a neighbour begins anew, with a fresh clock and a call-back due', () => {
    const again = done(waiting(), deedOf('contest'), { ...neighbour, now: later })
    expect(again).toMatchObject({ state: 'reopened', run: 2, mustCallBack: true, proposedAt: null })
    expect(again.resolution).toMatchObject({ startedAt: later, stoppedAt: null, extended: 0, pauses: [] })
    expect(opinions(again)).toEqual({ solved: 0, unsolved: 1 })
  })

  it('counts the newest word of each in the present run, and those of an earlier run no more', () => {
    const said = done(waiting(), deedOf('confirm'), neighbour)
    const contested = done(said, deedOf('contest'), { ...owner, now: later })
    expect(opinions(contested)).toEqual({ solved: 0, unsolved: 1 })
    const proposed = done(contested, deedOf('propose-resolution'), { ...handler, now: later + 1 })
    const ended = done(proposed, deedOf('confirm'), { ...owner, now: later + 2 })
    expect(opinions(ended)).toEqual({ solved: 1, unsolved: 0 })
    expect(ended.voices).toHaveLength(3)
  })
})

describe('a call-back', () => {
  const called = (state: Parameters<typeof inState>[0], heard: 'solved' | 'unsolved' | 'no-answer', over = {}) =>
    done(inState(state, { mustCallBack: true, ...over }), deedOf('call-back', { heard }), duty)

  it('that hears it is solved ends it, in the owner’s name', () => {
    const ended = called('awaiting-confirmation', 'solved', { person: null })
    expect(ended).toMatchObject({ state: 'resolved', endedBy: 'call-back', mustCallBack: false })
    expect(currentVoices(ended)).toMatchObject([{ actor: 'owner', person: null, solved: true, satisfied: null }])
  })

  it('that hears it is not takes it up again, also after it was resolved', () => {
    expect(called('awaiting-confirmation', 'unsolved')).toMatchObject({ state: 'reopened', run: 2 })
    expect(called('resolved', 'unsolved')).toMatchObject({ state: 'reopened', run: 2, endedAt: null, endedBy: null })
  })

  it('is due again when it is done once more, for whom no message reaches', () => {
    expect(called('awaiting-confirmation', 'unsolved', { person: null }).mustCallBack).toBe(true)
    expect(called('awaiting-confirmation', 'unsolved').mustCallBack).toBe(false)
  })

  it('that nobody was waiting for writes down the owner’s word, and still waits for their own hand', () => {
    const heard = called('awaiting-confirmation', 'solved', { mustCallBack: false })
    expect(heard).toMatchObject({ state: 'awaiting-confirmation', endedBy: null, mustCallBack: false })
    expect(currentVoices(heard)).toMatchObject([{ actor: 'owner', person: 'owner', solved: true }])
    expect(silenceAt(heard)).toBe(wednesday + silenceAfter)
  })

  it('is never by whoever said that it is done, and is by them once it was taken up again', () => {
    const proposed = done(aRequest({ mustCallBack: true }), deedOf('propose-resolution'), leader)
    const call = deedOf('call-back', { heard: 'solved' })
    expect(refusal(proposed, call, leader)).toBe('request.not-yours')
    expect(refusal(proposed, call, whoIs('secretary'))).toBe('done')
    const again = done(proposed, deedOf('contest'), owner)
    expect(refusal(again, deedOf('call-back', { heard: 'unsolved' }), leader)).toBe('done')
  })

  it('that nobody answers changes nothing and stays due', () => {
    expect(called('awaiting-confirmation', 'no-answer')).toMatchObject({
      state: 'awaiting-confirmation',
      mustCallBack: true,
      voices: [],
      response: { stoppedAt: null },
    })
  })

  it('meets the response clock where somebody answered', () => {
    expect(called('reopened', 'unsolved').response.stoppedAt).toBe(wednesday)
  })
})

describe('a neighbour who joined after it was said to be done', () => {
  const proposed = done(aRequest(), deedOf('propose-resolution'), handler)
  const late = { ...neighbour, person: 'late' }
  const joined = { ...proposed, neighbours: [...proposed.neighbours, { person: 'late', at: wednesday + 1 }] }

  it('has a voice, once, and takes nothing up again', () => {
    const heard = done(joined, deedOf('contest'), late)
    expect(heard).toMatchObject({ state: 'awaiting-confirmation', run: 1, mustCallBack: false })
    expect(opinions(heard)).toEqual({ solved: 0, unsolved: 1 })
    expect(refusal(heard, deedOf('contest'), late)).toBe('request.once')
  })

  it('takes it up no more after it was confirmed', () => {
    const ended = done(joined, deedOf('confirm'), owner)
    expect(done(ended, deedOf('reopen'), late)).toMatchObject({ state: 'resolved', run: 1 })
    expect(done(ended, deedOf('reopen'), neighbour)).toMatchObject({ state: 'reopened', run: 2 })
  })

  it('is one of those whom it concerns the next time', () => {
    const again = done(done(joined, deedOf('contest'), owner), deedOf('propose-resolution'), { ...handler, now: later })
    expect(done(again, deedOf('contest'), { ...late, now: later }).state).toBe('reopened')
  })
})

describe('what was resolved', () => {
  it.each([owner, neighbour, leader])(
    'can be taken up again by $actor within the stated time, and not later',
    (who) => {
      const last = wednesday + reopenWithin
      expect(done(inState('resolved'), deedOf('reopen'), { ...who, now: last }).state).toBe('reopened')
      expect(refusal(inState('resolved'), deedOf('reopen'), { ...who, now: last + 1 })).toBe('request.not-now')
    },
  )

  it('is not taken up again by a late call-back either', () => {
    const late = { ...duty, now: wednesday + reopenWithin + 1 }
    expect(refusal(inState('resolved'), deedOf('call-back', { heard: 'unsolved' }), late)).toBe('request.not-now')
  })

  it('is rated once by each, in the run that it is about', () => {
    const rated = done(inState('resolved'), deedOf('rate', { satisfied: true }), owner)
    expect(rated.voices.at(-1)).toMatchObject({ solved: true, satisfied: true, words: '修得快' })
    expect(rated.events.at(-1)).toMatchObject({ words: '', data: { solved: true, satisfied: true } })
    expect(hasRated(rated, 'owner')).toBe(true)
    expect(refusal(rated, deedOf('rate'), owner)).toBe('request.once')
    expect(refusal(rated, deedOf('rate'), neighbour)).toBe('done')
    expect(hasRated(done(rated, deedOf('reopen'), owner), 'owner')).toBe(false)
  })

  it('by silence says so', () => {
    expect(done(waiting(), deedOf('resolve-by-silence'), whoIs('system'))).toMatchObject({
      state: 'resolved',
      endedBy: 'silence',
      voices: [],
    })
  })
})

describe('the proposal of a resolution', () => {
  it('needs a picture where the matter can be seen, and only there', () => {
    const bare = deedOf('propose-resolution', { pictures: [] })
    expect(refusal(aRequest(), bare, handler)).toBe('request.no-proof')
    expect(refusal(aRequest({ isSeen: false }), bare, handler)).toBe('done')
  })

  it('stops both clocks, and the wait for the resident begins', () => {
    expect(done(aRequest(), deedOf('propose-resolution'), handler)).toMatchObject({
      proposedAt: wednesday,
      response: { stoppedAt: wednesday },
      resolution: { stoppedAt: wednesday },
    })
  })

  it('waits until every agency has done its task', () => {
    const open = aRequest({ tasks: [aTask({ agencyId: 'property' }), aTask({ id: '2' })] })
    expect(refusal(open, deedOf('propose-resolution'), leader)).toBe('request.tasks-open')
    const one = done(open, deedOf('task-done', { taskId: '1' }), handler)
    expect(one.tasks[0]).toMatchObject({ state: 'done', doneAt: wednesday })
    const both = done(one, deedOf('task-done', { taskId: '2' }), leader)
    expect(refusal(both, deedOf('propose-resolution'), handler)).toBe('done')
  })

  it('over a task that was given back is the keepers’, who know whether it has to be done', () => {
    const given = aRequest({ tasks: [aTask({ agencyId: 'property' })] })
    const returned = done(given, deedOf('task-return', { agencyId: null }), handler)
    expect(refusal(returned, deedOf('propose-resolution'), handler)).toBe('request.tasks-open')
    expect(refusal(returned, deedOf('propose-resolution'), leader)).toBe('done')
  })

  it('over a task that was given back is the handler’s again, once a keeper has said who does what', () => {
    const given = aRequest({ tasks: [aTask({ agencyId: 'property' })] })
    const returned = done(given, deedOf('task-return', { agencyId: null }), handler)
    const spoken = done(returned, deedOf('contact'), leader)
    expect(refusal(spoken, deedOf('propose-resolution'), handler)).toBe('request.tasks-open')
    const anew = done(spoken, deedOf('split', { tasks: [{ agencyId: 'property', what: '关总阀' }] }), leader)
    expect(refusal(anew, deedOf('propose-resolution'), handler)).toBe('request.tasks-open')
    const both = done(anew, deedOf('task-done', { taskId: '2' }), handler)
    expect(refusal(both, deedOf('propose-resolution'), handler)).toBe('done')
    const back = done(both, deedOf('split', { tasks: [{ agencyId: 'property', what: '再看看' }] }), leader)
    const twice = done(back, deedOf('task-return', { taskId: '3', agencyId: null }), handler)
    expect(refusal(twice, deedOf('propose-resolution'), handler)).toBe('request.tasks-open')
  })
})

describe('the response clock', () => {
  it.each([
    ['contact', { reached: true }, handler],
    ['request-info', {}, handler],
    ['propose-resolution', {}, handler],
  ] as const)('is met by %s', (verb, over, who) => {
    expect(done(aRequest(), deedOf(verb, over), who).response.stoppedAt).toBe(wednesday)
  })

  it.each([
    ['contact', { reached: false }],
    ['start', {}],
    ['hold', {}],
    ['task-done', {}],
  ] as const)('is not met by %s', (verb, over) => {
    const request = aRequest({ tasks: [aTask({ agencyId: 'property' })] })
    expect(done(request, deedOf(verb, over), handler).response.stoppedAt).toBeNull()
  })

  it('keeps the moment at which it was met first', () => {
    const met = done(aRequest(), deedOf('contact'), handler)
    expect(done(met, deedOf('contact'), { ...handler, now: later }).response.stoppedAt).toBe(wednesday)
  })
})

describe('a pause', () => {
  it.each(['request-info', 'hold'] as const)(
    'by %s stops the clock, and what comes after it goes on where it was',
    (verb) => {
      const held = done(inState('in-progress'), deedOf(verb), handler)
      expect(held).toMatchObject({ back: 'in-progress', holdUntil: verb === 'hold' ? wednesday + 2 * day : null })
      expect(isPaused(held.resolution)).toBe(true)
      const ends = verb === 'hold' ? deedOf('resume') : deedOf('supply-info')
      const gone = done(held, ends, { ...leader, now: later })
      expect(gone).toMatchObject({ state: 'in-progress', back: null, holdUntil: null })
      expect(gone.resolution.pauses).toEqual([{ from: wednesday, until: later }])
    },
  )

  it('for a question ends without the answer too: it was told by phone, or nobody answers', () => {
    const asked = done(inState('in-progress'), deedOf('request-info'), handler)
    for (const who of [handler, leader, whoIs('system')]) {
      const gone = done(asked, deedOf('resume'), { ...who, now: later })
      expect(gone).toMatchObject({ state: 'in-progress', back: null })
      expect(gone.resolution.pauses).toEqual([{ from: wednesday, until: later }])
    }
  })

  it('by hold is taken three times in a run, and again in the next', () => {
    let request = inState('in-progress')
    for (let count = 0; count < mostHolds; count++) {
      request = done(done(request, deedOf('hold'), handler), deedOf('resume'), handler)
    }
    expect(refusal(request, deedOf('hold'), leader)).toBe('request.no-more')
    const contested = done(done(request, deedOf('propose-resolution'), handler), deedOf('contest'), owner)
    expect(refusal(done(contested, deedOf('start'), handler), deedOf('hold'), handler)).toBe('done')
  })

  it.each([
    ['that ends at once', wednesday],
    ['that lasts too long', wednesday + 31 * day],
  ])('%s is refused', (_, until) => {
    expect(refusal(aRequest(), deedOf('hold', { until }), handler)).toBe('request.bad-time')
  })
})

describe('more time', () => {
  const due = (request: Request) => dueOf(request.resolution, calendar, wednesday).at

  it('by extension comes in working days, twice at most', () => {
    let request = aRequest()
    for (let count = 0; count < mostExtensions; count++) request = done(request, deedOf('extend'), leader)
    expect(request.resolution.extended).toBe(mostExtensions * 2 * workingDay)
    expect(due(request)).toBeGreaterThan(due(aRequest()))
    expect(refusal(request, deedOf('extend'), leader)).toBe('request.no-more')
  })

  it('comes with going beyond the grid, and what was used stays used', () => {
    const referred = done(aRequest(), deedOf('refer'), leader)
    expect(referred).toMatchObject({ state: 'referred', level: 'street', agencyId: null, agencyName: null })
    expect(referred.resolution).toMatchObject({
      allowance: nationalAllowances.normal.resolution.street.time,
      startedAt: wednesday - hour,
    })
  })
})

describe('whose it is', () => {
  it('is whom it is assigned to, of the directory', () => {
    expect(done(aRequest(), deedOf('assign'), leader)).toMatchObject({ agencyId: 'power', agencyName: '供电公司' })
    expect(refusal(aRequest(), deedOf('assign', { agencyId: 'nobody' }), leader)).toBe('request.no-agency')
  })

  it('is the grid leader’s again when it is given back, with the one who is named', () => {
    const back = done(aRequest(), deedOf('return'), handler)
    expect(back).toMatchObject({ state: 'returned', agencyId: null, agencyName: null })
    expect(back.events.at(-1)?.data).toEqual({
      ...{ agencyId: 'water', agencyName: '供水公司', fromAgencyId: 'property', from: '物业' },
    })
  })

  it('may be unclear, and is nobody’s who is not there or who gives it back', () => {
    expect(refusal(aRequest(), deedOf('return', { agencyId: null }), handler)).toBe('done')
    expect(refusal(aRequest(), deedOf('return', { agencyId: 'nobody' }), handler)).toBe('request.no-agency')
    expect(refusal(aRequest(), deedOf('return', { agencyId: 'property' }), handler)).toBe('request.no-agency')
  })

  it('is not for an agency that has a part in it only', () => {
    const water = { ...handler, agencyId: 'water' }
    const request = aRequest({ tasks: [aTask()] })
    for (const verb of ['start', 'hold', 'request-info', 'propose-resolution', 'return'] as const) {
      expect(refusal(request, deedOf(verb), water)).toBe('request.not-yours')
    }
    for (const verb of ['contact', 'note', 'task-done', 'task-return'] as const) {
      expect(refusal(request, deedOf(verb), water)).toBe('done')
    }
    expect(refusal(request, deedOf('task-done'), handler)).toBe('request.no-task')
  })
})

describe('tasks', () => {
  it('are given out by whoever takes it upon themselves', () => {
    const split = done(inState('submitted', { agencyId: null, agencyName: null }), deedOf('split'), leader)
    expect(split).toMatchObject({ state: 'accepted', tasks: [{ id: '1', agencyId: 'power', state: 'open' }] })
    expect(split.events.at(-1)?.data).toMatchObject({ agencyIds: 'power', agencies: '供电公司' })
    expect(done(aRequest(), deedOf('split'), leader).state).toBe('assigned')
  })

  it('are for agencies of the directory, and not without number', () => {
    const nobody = deedOf('split', { tasks: [{ agencyId: 'nobody', what: '看一看' }] })
    expect(refusal(aRequest(), nobody, leader)).toBe('request.no-agency')
    const many = Array.from({ length: mostTasks }, (_, at) => aTask({ id: String(at + 1) }))
    expect(refusal(aRequest({ tasks: many }), deedOf('split'), leader)).toBe('request.full')
  })

  it('that are not theirs go to the one who is named, or back to the grid leader', () => {
    const request = aRequest({ tasks: [aTask({ agencyId: 'property' })] })
    expect(done(request, deedOf('task-return'), handler).tasks).toMatchObject([{ agencyId: 'power', state: 'open' }])
    const unclear = deedOf('task-return', { agencyId: null })
    expect(done(request, unclear, handler).tasks).toMatchObject([{ agencyId: 'property', state: 'returned' }])
    const own = deedOf('task-return', { agencyId: 'property' })
    expect(refusal(request, own, handler)).toBe('request.no-agency')
  })

  it('that somebody still works on go nowhere with a merge: it is refused until they are done', () => {
    expect(refusal(aRequest({ tasks: [aTask()] }), deedOf('merge'), leader)).toBe('request.tasks-open')
    expect(refusal(aRequest({ tasks: [aTask({ state: 'done' })] }), deedOf('merge'), leader)).toBe('done')
  })

  it('stand in the history where they were given out', () => {
    const two = deedOf('split', {
      tasks: [
        { agencyId: 'power', what: '一' },
        { agencyId: 'water', what: '二' },
      ],
    })
    const split = done(done(aRequest(), two, leader), deedOf('split'), leader)
    expect(['1', '2', '3', '4'].map((id) => givenOutAt(split.events, id))).toEqual([1, 1, 2, -1])
  })

  it('are done once', () => {
    const request = aRequest({ tasks: [aTask({ state: 'done' })] })
    expect(refusal(request, deedOf('task-done'), leader)).toBe('request.no-task')
  })
})

describe('a request that is taken back', () => {
  it('ends where nobody else follows it', () => {
    const ended = done(aRequest({ neighbours: [] }), deedOf('withdraw'), owner)
    expect(ended).toMatchObject({ state: 'withdrawn', endedBy: 'owner', endedAt: wednesday })
  })

  it('goes on for the neighbour who came first, who reads as its owner what comes from now on', () => {
    const neighbours = [
      { person: 'first', at: 1 },
      { person: 'second', at: 2 },
    ]
    const on = done(aRequest({ neighbours, filedBy: 'child' }), deedOf('withdraw'), owner)
    expect(on).toMatchObject({ state: 'assigned', person: 'first', filedBy: null, neighbours: [neighbours[1]] })
    expect([ownsFrom(aRequest()), ownsFrom(on)]).toEqual([0, 2])
  })

  it('while it waits for a word gives whoever goes on with it as much time for it', () => {
    const on = done(waiting(), deedOf('withdraw'), { ...owner, now: later })
    expect(on).toMatchObject({ state: 'awaiting-confirmation', person: 'neighbour', proposedAt: later })
    expect(done(aRequest(), deedOf('withdraw'), owner).proposedAt).toBeNull()
  })

  it('by a neighbour is left, and nothing else', () => {
    const left = done(aRequest(), deedOf('leave'), neighbour)
    expect(left).toMatchObject({ state: 'assigned', person: 'owner', neighbours: [] })
  })
})

describe('a reminder', () => {
  it('is taken once a day from each', () => {
    const reminded = done(aRequest(), deedOf('remind'), owner)
    expect(hasReminded(reminded, 'owner', wednesday + 13 * hour)).toBe(true)
    expect(refusal(reminded, deedOf('remind'), { ...owner, now: wednesday + 13 * hour })).toBe('request.once')
    expect(refusal(reminded, deedOf('remind'), neighbour)).toBe('done')
    // The day of China begins, whatever hours have passed.
    expect(refusal(reminded, deedOf('remind'), { ...owner, now: wednesday + 15 * hour })).toBe('done')
  })
})

describe('people at one table', () => {
  it('are for disputes', () => {
    expect(refusal(aRequest({ isDispute: false }), deedOf('meet'), leader)).toBe('request.not-now')
    expect(refusal(aRequest({ isDispute: false }), deedOf('meet-note'), leader)).toBe('request.not-now')
  })

  it.each(['whistle', 'meet'] as const)('by %s come at a time that is not over, and not next year', (verb) => {
    const secretary = whoIs('secretary')
    const at = (moment: number) => refusal(aRequest(), deedOf(verb, { at: moment }), secretary)
    expect([at(wednesday), at(wednesday - 2 * hour), at(wednesday + 61 * day)]).toEqual([
      'done',
      'request.bad-time',
      'request.bad-time',
    ])
  })

  it('are of the directory where departments are called', () => {
    const nobody = deedOf('whistle', { agencyIds: ['water', 'nobody'] })
    expect(refusal(aRequest(), nobody, whoIs('secretary'))).toBe('request.no-agency')
    expect(done(aRequest(), deedOf('whistle'), whoIs('secretary')).events.at(-1)?.data).toMatchObject({
      agencyIds: 'water,power',
      agencies: '供水公司,供电公司',
    })
  })

  it('look at it again on a day to come', () => {
    expect(refusal(aRequest(), deedOf('meet-note', { followUpAt: wednesday }), leader)).toBe('request.bad-time')
  })
})

describe('what is said beside a step', () => {
  it('stands in its event, with how it was judged', () => {
    const acted = after(aRequest(), deedOf('start', { words: '马上去' }), handler, {
      wordsState: 'waiting',
      note: '带梯子',
    })
    expect(acted).toMatchObject({ event: { words: '马上去', wordsState: 'waiting', note: '带梯子', role: 'handler' } })
  })
})

describe('a request that takes another in', () => {
  const merging = (id: string, over: Partial<Request> = {}) => ({
    ...aRequest({ neighbours: [], ...over }),
    ...{ _id: id, isPrivate: false, behalf: null as { kind: 'family' | 'office' } | null },
  })
  const taken = (target: ReturnType<typeof merging>, source: ReturnType<typeof merging>) => {
    const outcome = takenIn(target, source, '20261118-002', leader)
    return 'refused' in outcome ? outcome.refused : outcome.request.neighbours.map(({ person }) => person)
  }
  const target = merging('one', { neighbours: [{ person: 'a', at: 1 }] })

  it('gets its people, each once', () => {
    const neighbours = [
      { person: 'a', at: 1 },
      { person: 'owner', at: 2 },
      { person: 'b', at: 3 },
    ]
    expect(taken(target, merging('two', { person: 'c', neighbours }))).toEqual(['a', 'c', 'b'])
    expect(
      taken(target, { ...merging('two', { person: null, filedBy: 'child' }), behalf: { kind: 'family' } }),
    ).toEqual(['a', 'child'])
  })

  it.each<[string, ReturnType<typeof merging>, ReturnType<typeof merging>]>([
    ['is another one', target, target],
    ['is of the same community', target, merging('two', { communityId: 'east' })],
    ['is open', merging('one', { state: 'resolved' }), merging('two')],
    ['loses nobody whom no message reaches', target, merging('two', { person: null })],
    ['shows nobody’s private trouble', target, { ...merging('two', { person: 'c' }), isPrivate: true }],
  ])('%s', (_, into, from) => {
    expect(taken(into, from)).toBe('request.bad-merge')
  })

  it('has room for them', () => {
    const neighbours = Array.from({ length: mostNeighbours }, (_, at) => ({ person: `n${at}`, at }))
    expect(taken(merging('one', { neighbours }), merging('two', { person: 'c' }))).toBe('request.full')
  })

  it('says so in its own history and stays where it is', () => {
    const outcome = takenIn(target, merging('two', { person: 'c' }), '20261118-002', leader)
    expect(outcome).toMatchObject({
      request: { state: 'assigned' },
      event: { id: '2', verb: 'merge', from: 'assigned', to: 'assigned', data: { from: '20261118-002', joined: 1 } },
    })
  })
})

// `plain` is what the table's walk says; without it a step has no words at all.
it('a step without words says nothing', () => {
  expect(after(aRequest(), deedOf('start'), handler, plain)).toMatchObject({ event: { words: '', note: '' } })
})
