import { admittedMark, marked, moveDue, never, nextLook, remindersDue } from '../../src/domain/wish/due'
import { dutyOf } from '../../src/domain/wish/duty'
import type { Wish } from '../../src/domain/wish/wish'
import { day, hour, minute } from '../../src/domain/time/clock'
import { calendar } from '../../src/knowledge/calendar/calendar'
import {
  aWish,
  arranged,
  began,
  byItself,
  claimedBy,
  done,
  finished,
  forTwo,
  ofAbsent,
  paired,
  who,
} from './support/wish-lives'

const whats = (wish: Wish, now: number, marks: readonly string[] = []) =>
  remindersDue({ ...wish, marks }, now).map(({ what, sides, office }) => [what, ...sides, ...office].join(' '))
const duty = (wish: Wish, now: number) => dutyOf(wish, now)
const visitAt = began + day + hour
const end = visitAt + hour
const standing = paired({ repeats: 'week' })

/** What is said if somebody looks at these moments, each matter once. */
function saidAt(wish: Wish, moments: readonly number[]): readonly string[] {
  let marks: readonly string[] = []
  return moments.flatMap((now) => {
    const due = remindersDue({ ...wish, marks }, now)
    marks = due.reduce(marked, marks)
    return due.map(({ what }) => what)
  })
}

describe('a wish that nobody comes for', () => {
  it('is the volunteers’ for seven days, then the duty member’s, then the secretary’s', () => {
    const owners = [6, 7, 13, 14, 30].map((days) => duty(aWish(), began + days * day)?.owner)
    expect(owners).toEqual(['volunteers', 'duty', 'duty', 'secretary', 'secretary'])
  })

  it('is told to the duty member once, and to the secretary each week', () => {
    const days = Array.from({ length: 36 }, (_, at) => began + at * day)
    expect(saidAt(aWish(), days)).toEqual(['aged', 'old', 'old', 'old', 'old'])
  })

  it('is told once also where somebody looks three times, or late', () => {
    expect(
      saidAt(
        aWish(),
        [8, 8, 8].map((days) => began + days * day),
      ),
    ).toEqual(['aged'])
    // Of what was missed only the latest is said.
    expect(saidAt(aWish(), [began + 40 * day])).toEqual(['old'])
  })

  it('waits anew once somebody says that it is still wished for, at its old place', () => {
    const kept = done(aWish(), { verb: 'keep', words: null }, who('wisher', 'old-woman', began + 6 * day))
    expect(duty(kept, began + 8 * day)).toEqual({ owner: 'volunteers', dueAt: began + 13 * day })
    expect(kept.hungAt).toBe(began)
  })

  it('is a keeper’s as long as its words are not shown', () => {
    expect(duty(aWish({ wordsState: 'waiting' }), began)).toEqual({ owner: 'duty', dueAt: began + day })
  })

  it('with one of two helpers is looked for another after three days', () => {
    const joining = claimedBy(aWish(forTwo), 'helper-one', began)
    expect(duty(joining, began)?.owner).toBe('volunteers')
    expect(duty(joining, began + 3 * day)?.owner).toBe('duty')
    expect(whats(joining, began + 3 * day)).toEqual(['joining duty'])
  })
})

describe('a promise that nobody keeps', () => {
  it('is reminded of the day before, and goes back to the wall after three days', () => {
    const claimed = claimedBy(aWish(), 'helper-one', began)
    expect(whats(claimed, began + 2 * day)).toEqual(['claimed h1'])
    expect(moveDue(claimed, began + 3 * day - 1, calendar)).toBeNull()
    expect(byItself(claimed, began + 3 * day)).toMatchObject({
      state: 'open',
      hungAt: began,
      waitsSince: began + 3 * day,
    })
  })

  it('lies with whoever has not answered the time that was proposed, until it is past', () => {
    const claimed = claimedBy(aWish(), 'helper-one', began)
    const deed = { verb: 'arrange', side: null, at: began + day, minutes: 60, place: 'station', words: null } as const
    const proposed = done(claimed, deed, who('helper', 'helper-one', began))
    expect(duty(proposed, began)).toEqual({ owner: 'wisher', dueAt: began + day })
    expect(duty(proposed, began + day)).toEqual({ owner: 'helpers', dueAt: began + 3 * day })
  })

  it('lapses where not all agree to a proposal, which is said to those who have not', () => {
    const proposal = { verb: 'propose', offerIds: ['o1'], words: null } as const
    const proposed = done(aWish(ofAbsent), proposal, who('duty', 'duty-member', began), {
      proposed: [{ offerId: 'o1', person: 'helper-one' }],
    })
    expect(duty(proposed, began)?.owner).toBe('helpers')
    // The old woman has no phone: the duty member asks her.
    expect(whats(proposed, began + 2 * day)).toEqual(['proposed h1 duty'])
    expect(byItself(proposed, began + 3 * day)).toMatchObject({ state: 'open', helpers: [] })
  })
})

describe('a visit', () => {
  const wish = arranged(claimedBy(aWish(), 'helper-one', began), began + 3 * day, began)
  const at = began + 3 * day

  it('is reminded of the day before and an hour before, and asked about after', () => {
    expect(whats(wish, at - day - 1)).toEqual([])
    expect(whats(wish, at - day)).toEqual(['day wisher h1'])
    expect(whats(wish, at - hour)).toEqual(['hour wisher h1'])
    expect(whats(wish, at)).toEqual([])
    expect(whats(wish, at + 2 * hour)).toEqual(['asked wisher h1'])
  })

  it('is said each once, however often somebody looks', () => {
    const moments = Array.from({ length: 6 * 24 * 4 }, (_, turn) => began + turn * 15 * minute)
    expect(saidAt(wish, moments)).toEqual(['day', 'hour', 'asked'])
  })

  it('of somebody without a phone is told to the duty member the day before, not the hour', () => {
    const hers = arranged(claimedBy(aWish(ofAbsent), 'helper-one', began), at, began)
    expect(whats(hers, at - day)).toEqual(['day h1 duty'])
    expect(whats(hers, at - hour)).toEqual(['hour h1'])
  })

  it('that was agreed today for today is reminded of once', () => {
    const soon = arranged(claimedBy(aWish(), 'helper-one', began), began + 5 * hour, began)
    expect(saidAt(soon, [began, began + 2 * hour, began + 4 * hour])).toEqual(['hour'])
  })

  it('is asked of those alone who have not said how it was', () => {
    const heard = finished(paired(forTwo), who('helper', 'helper-one', end), 'a1')
    expect(whats(heard, end + hour)).toEqual(['asked wisher h2'])
    expect(duty(heard, end)?.owner).toBe('both')
  })

  it('that is granted is asked of the second helper once, for their hours', () => {
    const granted = finished(
      finished(paired(forTwo), who('helper', 'helper-one', end), 'a1'),
      who('wisher', 'old-woman', end),
      'a1',
    )
    expect(whats(granted, end + hour)).toEqual(['asked h2'])
    expect(whats(granted, end + hour, ['a1.asked'])).toEqual([])
  })

  it('without a word is somebody’s to ask after a day, and the secretary’s after two more', () => {
    const unsure = byItself(wish, at + 26 * hour)
    expect(unsure.state).toBe('unsure')
    expect(unsure.events.at(-1)?.data).toMatchObject({ missing: 'wisher h1' })
    expect([duty(unsure, at + 27 * hour)?.owner, duty(unsure, at + 26 * hour + 2 * day)?.owner]).toEqual([
      'duty',
      'secretary',
    ])
    expect(whats(unsure, at + 26 * hour + 2 * day)).toEqual(['unsure secretary'])
  })

  it('for which nobody stands in is the duty member’s from the day before', () => {
    const wants = done(
      wish,
      { verb: 'want-stand-in', side: null, appointmentId: 'a1', words: null },
      who('helper', 'helper-one', began),
    )
    expect([duty(wants, began)?.owner, duty(wants, at - day)?.owner]).toEqual(['volunteers', 'duty'])
    expect(whats(wants, at - day)).toEqual(expect.arrayContaining(['stand-in duty']))
  })
})

describe('a pair of every week', () => {
  const nationalDay = Date.parse('2026-10-01T10:00:00+08:00')
  /** Thursdays at ten, from three weeks before National Day on. */
  const before = nationalDay - 7 * day
  const pair = arranged(claimedBy(aWish({ repeats: 'week' }), 'helper-one', before - day), before, before - day)
  const says = (wish: Wish, id: string, now: number) =>
    finished(finished(wish, who('helper', 'helper-one', now), id), who('wisher', 'old-woman', now), id)

  it('does not meet on a public holiday, says so, and goes on the next week that is none', () => {
    const next = says(pair, 'a1', before + hour)
    expect(next.appointments.at(-1)).toMatchObject({ state: 'agreed', at: nationalDay })
    const skipped = byItself(next, before + hour + minute)
    expect(skipped).toMatchObject({
      state: 'standing',
      appointments: [{}, { state: 'skipped' }, { state: 'agreed', at: nationalDay + 7 * day }],
    })
    expect(skipped.events.at(-1)).toMatchObject({
      verb: 'skip',
      actor: 'system',
      data: { holiday: '国庆节', visitAt: nationalDay },
    })
  })

  it('meets on a holiday where both have said so', () => {
    const next = says(pair, 'a1', before + hour)
    const onTheDay = arranged(next, nationalDay + hour, before + hour)
    expect(byItself(onTheDay, before + 2 * hour).appointments.at(-1)).toMatchObject({
      state: 'agreed',
      at: nationalDay + hour,
    })
  })

  it('learns of a holiday also when its table comes late', () => {
    const next = says(pair, 'a1', before + hour)
    const without = calendar.map((year) => ({ ...year, holidays: {} }))
    expect(moveDue(next, before + hour, without)).toBeNull()
    expect(moveDue(next, before + 2 * hour, calendar)).toMatchObject({ verb: 'skip' })
  })

  it('goes on where every day is called a holiday', () => {
    const holidays = Object.fromEntries(
      Array.from({ length: 400 }, (_, at) => [new Date(began + at * day).toISOString().slice(0, 10), '假']),
    )
    let next = says(pair, 'a1', before + hour)
    const endless = [{ year: 2026, holidays, workdays: [] }]
    let skips = 0
    for (let move = moveDue(next, before + hour, endless); move; move = moveDue(next, before + hour, endless)) {
      next = done(next, move, who('system', null, before + hour), { calendar: endless })
      skips += 1
    }
    expect(skips).toBe(8)
    expect(next.state).toBe('standing')
  })

  it('is looked at in the future, also by whoever comes weeks too late', () => {
    const late = byItself(standing, began + 40 * day)
    expect(late.state).toBe('unsure')
    const settle = {
      verb: 'settle',
      appointmentId: 'a1',
      outcome: 'done',
      minutes: null,
      missing: [],
      words: null,
    } as const
    const settled = done(late, settle, who('duty', 'duty-member', began + 40 * day))
    expect(settled.appointments.at(-1)?.at).toBeGreaterThan(began + 40 * day)
    expect(((settled.appointments.at(-1)?.at ?? 0) - visitAt) % (7 * day)).toBe(0)
  })
})

describe('a cry for help', () => {
  const cry = aWish({ state: 'crying' })

  it('is the duty member’s for ten minutes, then grid leader and secretary hear of it, and again each hour', () => {
    expect(duty(cry, began)).toEqual({ owner: 'duty', dueAt: began + 10 * minute })
    expect(whats(cry, began + 9 * minute)).toEqual([])
    expect(whats(cry, began + 10 * minute)).toEqual(['cry grid-leader secretary'])
    const moments = Array.from({ length: 4 * 60 }, (_, turn) => began + turn * minute)
    expect(saidAt(cry, moments)).toHaveLength(4)
  })

  it('does not fill its document with marks', () => {
    let marks: readonly string[] = [admittedMark]
    for (let at = 0; at < 100; at++) marks = remindersDue({ ...cry, marks }, began + at * hour).reduce(marked, marks)
    expect(marks).toHaveLength(2)
  })
})

describe('when somebody looks again', () => {
  const look = (wish: Wish, now: number, marks: readonly string[] = []) =>
    nextLook({ ...wish, marks, told: wish.events.length }, now, calendar)

  it('is at once where something was not told', () => {
    expect(nextLook({ ...standing, marks: [], told: 0 }, began, calendar)).toBe(began)
  })

  it('is never where it is over and everybody has said what there was', () => {
    const granted = finished(
      finished(paired(), who('helper', 'helper-one', end), 'a1'),
      who('wisher', 'old-woman', end),
      'a1',
    )
    expect(look(granted, end)).toBe(never)
  })

  it('is at the next reminder', () => {
    expect(look(aWish(), began)).toBe(began + 7 * day)
    expect(look(claimedBy(aWish(), 'helper-one', began), began)).toBe(began + 2 * day)
  })

  it('is by the time by which somebody has to do something, also where nothing is said then', () => {
    expect(look(aWish({ wordsState: 'waiting' }), began)).toBe(began + day)
  })
})
