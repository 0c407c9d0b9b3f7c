import fc from 'fast-check'
import {
  admittedMark,
  archiveAt,
  askingDue,
  followUpsDue,
  moveDue,
  never,
  nextLook,
  remindersDue,
  silenceAt,
  type Timed,
} from '../../src/domain/request/due'
import {
  clockMarks,
  extendClock,
  nationalAllowances,
  pauseClock,
  requestClasses,
  startClock,
  stopClock,
} from '../../src/domain/request/clock'
import {
  archiveAfter,
  askedAgainAfter,
  askedInfoFor,
  lookedAtEach,
  silenceAfter,
  silenceAfterCallBackDue,
} from '../../src/domain/request/limits'
import type { RequestEvent } from '../../src/domain/request/request'
import { isOpen, requestStates } from '../../src/domain/request/verbs'
import { day, hour, minute } from '../../src/domain/time/clock'
import { calendar } from '../../src/knowledge/calendar/calendar'

/** A Wednesday in November, in office hours. */
const filedAt = Date.parse('2026-11-18T10:00:00+08:00')

function request(over: Partial<Timed> = {}): Timed {
  const kind = over.class ?? 'utilities'
  return {
    ...{ communityId: 'c', gridId: 'g', person: 'p', filedBy: null, filedAt, matterId: null, class: kind },
    ...{ isSeen: false, isDispute: false, state: 'assigned', back: null, agencyId: 'a', agencyName: 'A' },
    ...{ level: 'grid', tasks: [], run: 1, holdUntil: null, proposedAt: null, endedAt: null, endedBy: null },
    ...{ mustCallBack: false, supervised: false, extensions: 0, neighbours: [], voices: [], mergedInto: null },
    response: startClock(kind, 'response', 'grid', filedAt, nationalAllowances),
    resolution: startClock(kind, 'resolution', 'grid', filedAt, nationalAllowances),
    ...{ events: [], told: 0, marks: [admittedMark] },
    ...over,
  }
}

const anEvent = (over: Partial<RequestEvent> = {}): RequestEvent => ({
  ...{ id: '1', at: filedAt, verb: 'submit', actor: 'owner', person: 'p', role: null, from: 'submitted' },
  ...{ to: 'submitted', words: '', wordsState: 'shown', note: '', pictures: [], data: {} },
  ...over,
})

const reminders = (of: Timed, now: number) =>
  remindersDue(of, now, calendar).map(({ clock, reached }) => `${clock} ${reached}`)

describe('the reminders of a request', () => {
  it.each([
    [29 * minute, []],
    [30 * minute, ['response half']],
    [48 * minute, ['response ending']],
    [hour, ['response overdue']],
    [2 * hour, ['response twice']],
    [12 * hour, ['response twice', 'resolution half']],
    [24 * hour, ['response twice', 'resolution overdue']],
  ])('%d ms after a filing about water or power are %j', (after, due) => {
    expect(reminders(request(), filedAt + after)).toEqual(due)
  })

  it('say only the last of what was missed, and count all of it as said', () => {
    const [reminder] = remindersDue(request(), filedAt + hour, calendar)
    expect(reminder).toMatchObject({ marks: ['1.response.half', '1.response.ending', '1.response.overdue'] })
  })

  it('are not due again once they are said, and are in the next run of the clock', () => {
    const marks = [admittedMark, '1.response.half', '1.response.ending', '1.response.overdue']
    expect(reminders(request({ marks }), filedAt + hour)).toEqual([])
    expect(reminders(request({ marks, run: 2 }), filedAt + hour)).toEqual(['response overdue'])
  })

  it('of the end come again once it was given more time, the half does not', () => {
    const marks = [admittedMark, ...clockMarks.map((mark) => `1.response.${mark}`)]
    const late = request({ marks: [...marks, ...clockMarks.slice(0, 3).map((mark) => `1.resolution.${mark}`)] })
    expect(reminders(late, filedAt + 25 * hour)).toEqual([])
    const extended = { ...late, extensions: 1, resolution: extendClock(late.resolution, 2 * day) }
    expect(reminders(extended, filedAt + 50 * hour)).toEqual([])
    expect(nextLook(extended, filedAt + 25 * hour, calendar)).toBe(filedAt + Math.round(72 * 0.8 * hour))
    expect(reminders(extended, filedAt + 72 * hour)).toEqual(['resolution overdue'])
    const [reminder] = remindersDue(extended, filedAt + 72 * hour, calendar)
    expect(reminders({ ...extended, marks: [...late.marks, ...(reminder?.marks ?? [])] }, filedAt + 80 * hour)).toEqual(
      [],
    )
  })

  it('end with the clock that they belong to', () => {
    const now = filedAt + 13 * hour
    const met = request({ response: stopClock(request().response, filedAt + minute) })
    expect(reminders(met, now)).toEqual(['resolution half'])
  })

  it.each(requestStates.filter((state) => ['awaiting-confirmation', 'resolved', 'archived', 'merged'].includes(state)))(
    'hurry nobody where it is %s',
    (state) => {
      expect(reminders(request({ state }), filedAt + 90 * day)).toEqual([])
    },
  )
})

describe('a request that waits for the resident’s word', () => {
  const waiting = (over: Partial<Timed> = {}) =>
    request({ state: 'awaiting-confirmation', proposedAt: filedAt, ...over })

  it('asks again at each of the stated times, once', () => {
    const [first, second] = askedAgainAfter
    expect(askingDue(waiting(), filedAt + first - 1)).toEqual([])
    expect(askingDue(waiting(), filedAt + first)).toEqual(['1.asked.1'])
    expect(askingDue(waiting({ marks: ['1.asked.1'] }), filedAt + second)).toEqual(['1.asked.2'])
    expect(askingDue(waiting({ marks: ['1.asked.1', '1.asked.2'] }), filedAt + 90 * day)).toEqual([])
  })

  it('ends by silence after the stated time, and later where somebody has to be called', () => {
    expect(moveDue(waiting(), filedAt + silenceAfter - 1)).toBeNull()
    expect(moveDue(waiting(), filedAt + silenceAfter)).toBe('resolve-by-silence')
    expect(moveDue(waiting({ mustCallBack: true }), filedAt + silenceAfterCallBackDue - 1)).toBeNull()
    expect(silenceAt(waiting({ mustCallBack: true }))).toBe(filedAt + silenceAfterCallBackDue)
  })
})

describe('a request whose resident was asked something', () => {
  const asking = anEvent({ id: '3', verb: 'request-info', to: 'info-requested' })
  const asked = request({ state: 'info-requested', events: [asking], told: 1 })
  const [first, second] = askedAgainAfter

  it('asks again at each of the stated times, once', () => {
    expect(askingDue(asked, filedAt + first - 1)).toEqual([])
    expect(askingDue(asked, filedAt + first)).toEqual(['info.3.1'])
    const again = { ...asked, marks: [...asked.marks, 'info.3.1'] }
    expect(askingDue(again, filedAt + second - 1)).toEqual([])
    expect(askingDue(again, filedAt + second)).toEqual(['info.3.2'])
  })

  it('asks whoever goes on with it from the beginning', () => {
    const handover = anEvent({ id: '4', at: filedAt + second, verb: 'withdraw', data: { handedOver: true } })
    const left = { ...asked, events: [asking, handover], told: 2 }
    expect(askingDue(left, filedAt + second)).toEqual([])
    expect(askingDue(left, filedAt + second + first)).toEqual(['info.4.1'])
  })

  it('goes on without the answer at last, for whoever goes on with it later', () => {
    expect(moveDue(asked, filedAt + askedInfoFor - 1)).toBeNull()
    expect(moveDue(asked, filedAt + askedInfoFor)).toBe('resume')
    const handover = anEvent({ id: '4', at: filedAt + day, verb: 'withdraw', data: { handedOver: true } })
    expect(moveDue({ ...asked, events: [asking, handover] }, filedAt + askedInfoFor)).toBeNull()
  })

  it('is looked at when the next of it comes', () => {
    const told = [...asked.marks, ...clockMarks.map((mark) => `1.response.${mark}`)]
    const paused = { ...asked, marks: told, resolution: pauseClock(asked.resolution, filedAt) }
    expect(nextLook(paused, filedAt, calendar)).toBe(filedAt + first)
    const silent = { ...paused, marks: [...told, 'info.3.1', 'info.3.2'] }
    expect(nextLook(silent, filedAt + 10 * day, calendar)).toBe(filedAt + askedInfoFor)
  })

  it('asks no more once it was answered', () => {
    expect(askingDue({ ...asked, state: 'assigned' }, filedAt + second)).toEqual([])
  })
})

describe('what happens by itself', () => {
  it('a pause ends when it was promised to', () => {
    const paused = request({ state: 'on-hold', holdUntil: filedAt + day })
    expect([moveDue(paused, filedAt + day - 1), moveDue(paused, filedAt + day)]).toEqual([null, 'resume'])
  })

  it.each(['resolved', 'declined', 'merged', 'withdrawn'] as const)('%s goes into the archive on its day', (state) => {
    const over = request({ state, endedAt: filedAt })
    expect([archiveAt(over), moveDue(over, filedAt + archiveAfter)]).toEqual([filedAt + archiveAfter, 'archive'])
  })

  it('what was agreed at the table is looked at again on its day, once', () => {
    const event = anEvent({ id: '7', verb: 'meet-note', data: { followUpAt: filedAt + day } })
    const met = request({ events: [event], told: 1 })
    expect([followUpsDue(met, filedAt), followUpsDue(met, filedAt + day)]).toEqual([[], ['follow-up.7']])
    expect(followUpsDue({ ...met, marks: ['follow-up.7'] }, filedAt + day)).toEqual([])
    expect(nextLook({ ...met, class: 'complex' }, filedAt, calendar)).toBeLessThanOrEqual(filedAt + day)
  })
})

describe('when it is looked at next', () => {
  const someTimed = fc.record({
    state: fc.constantFrom(...requestStates),
    class: fc.constantFrom(...requestClasses),
    run: fc.integer({ min: 1, max: 3 }),
    holdUntil: fc.option(fc.integer({ min: filedAt, max: filedAt + 30 * day })),
    proposedAt: fc.option(fc.integer({ min: filedAt, max: filedAt + 30 * day })),
    endedAt: fc.option(fc.integer({ min: filedAt, max: filedAt + 30 * day })),
    mustCallBack: fc.boolean(),
    marks: fc.subarray(['1.response.half', '1.resolution.half', '1.asked.1', '2.asked.1']),
  })
  const somewhen = fc.integer({ min: filedAt, max: filedAt + 90 * day })
  const isDue = (one: Timed, now: number) =>
    remindersDue(one, now, calendar).length > 0 || askingDue(one, now).length > 0 || moveDue(one, now) !== null

  it('is now just where something is due: nothing is looked at in vain, and nothing overslept', () => {
    fc.assert(
      fc.property(someTimed, somewhen, ({ marks, ...over }, now) => {
        const one = request({ ...over, marks: [admittedMark, ...marks] })
        expect(nextLook(one, now, calendar) <= now).toBe(isDue(one, now))
      }),
      { numRuns: 300 },
    )
  })

  it('comes before the first thing that is due after it', () => {
    fc.assert(
      fc.property(someTimed, somewhen, ({ marks, ...over }, now) => {
        const one = request({ ...over, marks: [admittedMark, ...marks] })
        const next = nextLook(one, now, calendar)
        if (next <= now || next === never) return
        expect(isDue(one, next - 1)).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it('is never out of sight while it is open, whatever it waits for', () => {
    fc.assert(
      fc.property(someTimed, somewhen, fc.boolean(), ({ marks, ...over }, now, isPaused) => {
        const one = request({ ...over, marks: [admittedMark, ...marks] })
        const paused = isPaused ? { ...one, resolution: pauseClock(one.resolution, filedAt) } : one
        const next = nextLook(paused, now, calendar)
        if (isOpen(one.state)) expect(next).toBeLessThanOrEqual(now + lookedAtEach)
      }),
      { numRuns: 300 },
    )
  })

  it('is at once where something is untold, or nobody has looked at what was filed', () => {
    expect(nextLook(request({ marks: [] }), filedAt, calendar)).toBe(filedAt)
    expect(nextLook(request({ events: [anEvent()] }), filedAt, calendar)).toBe(filedAt)
  })

  it('is each day where the days hang on a year that is not announced', () => {
    const kind = 'normal'
    const inAYear = Date.parse('2027-03-01T10:00:00+08:00')
    const clock = startClock(kind, 'resolution', 'grid', inAYear, nationalAllowances)
    const told = [admittedMark, ...clockMarks.flatMap((mark) => [`1.response.${mark}`, `1.resolution.${mark}`])]
    const one = request({ class: kind, filedAt: inAYear, response: clock, resolution: clock, marks: told })
    expect(nextLook(one, inAYear, calendar)).toBe(inAYear + day)
    expect(nextLook({ ...one, state: 'withdrawn', endedAt: inAYear }, inAYear, calendar)).toBe(inAYear + archiveAfter)
  })

  it('is never where nothing will come by itself', () => {
    expect(nextLook(request({ state: 'archived', endedAt: filedAt }), filedAt, calendar)).toBe(never)
  })
})
