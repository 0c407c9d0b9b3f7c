import { isAbsent, seenOf, sidesSpokenFor, type AnyWishDeed } from '../../src/domain/wish/act'
import { mostAppointments, mostWishEvents, spareWishEvents } from '../../src/domain/wish/limits'
import { agreedVisit, endOf } from '../../src/domain/wish/visits'
import type { Wish } from '../../src/domain/wish/wish'
import { day, hour, minute } from '../../src/domain/time/clock'
import {
  aWish,
  arranged,
  began,
  claimedBy,
  done,
  finished,
  forTwo,
  ofAbsent,
  paired,
  tried,
  who,
} from './support/wish-lives'

const wisherAt = (now: number) => who('wisher', 'old-woman', now)
const helperAt = (now: number, person = 'helper-one') => who('helper', person, now)
const dutyAt = (now: number) => who('duty', 'duty-member', now)
const refusal = (wish: Wish, deed: AnyWishDeed, by = wisherAt(began)) => {
  const acted = tried(wish, deed, by)
  return 'refused' in acted ? acted.refused : 'done'
}
const visitOf = (wish: Wish) => wish.appointments.map(({ state }) => state).join(' ')
/** The end of the first visit of `paired`. */
const over = began + day + 2 * hour
const proposing = { proposed: [{ offerId: 'o1', person: 'helper-three' }] }
const propose: AnyWishDeed = { verb: 'propose', offerIds: ['o1'], words: null }
const settle = (outcome: 'done' | 'missed', minutes: number | null = null): AnyWishDeed => ({
  ...{ verb: 'settle', appointmentId: 'a1', outcome, minutes, missing: ['h1'], words: null },
})

describe('a helper’s number', () => {
  it('is never given again, also not after all have left', () => {
    const first = claimedBy(aWish(), 'helper-one', began)
    const left = done(first, { verb: 'release', side: null, words: null }, helperAt(began))
    expect(claimedBy(left, 'helper-two', began).helpers.map(({ id }) => id)).toEqual(['h2'])
  })
})

describe('who was there before a proposal', () => {
  const joined = { ...claimedBy(aWish(forTwo), 'helper-one', began), since: began }
  const asked = done(joined, propose, dutyAt(began + hour), proposing)

  it('stays where the wisher does not want the second one', () => {
    const refused = done(asked, { verb: 'refuse', side: null, words: null }, wisherAt(began + 2 * hour))
    expect(refused).toMatchObject({ state: 'joining', wisherAgreed: true, helpers: [{ id: 'h1' }] })
  })

  it('stays where nobody answers', () => {
    const lapsed = done(asked, { verb: 'lapse' }, who('system', null, began + 4 * day))
    expect(lapsed).toMatchObject({ state: 'joining', helpers: [{ id: 'h1' }] })
    expect(lapsed.leavers).toMatchObject([{ helperId: 'h2', person: 'helper-three' }])
  })

  it('stays also where they were proposed themselves, and everybody agreed', () => {
    const first = done(aWish(forTwo), propose, dutyAt(began), { proposed: [{ offerId: 'o2', person: 'helper-one' }] })
    const agreed = done(first, { verb: 'agree', side: null }, helperAt(began))
    const alone = done(agreed, { verb: 'agree', side: null }, wisherAt(began))
    const second = done(alone, propose, dutyAt(began + hour), proposing)
    const refused = done(second, { verb: 'refuse', side: null, words: null }, wisherAt(began + hour))
    expect(refused).toMatchObject({ state: 'joining', helpers: [{ id: 'h1', person: 'helper-one' }] })
  })

  it('has not agreed for the wisher to whom the other one was proposed', () => {
    const two = { proposed: [...proposing.proposed, { offerId: 'o2', person: 'helper-two' }] }
    const both = done(aWish(forTwo), { ...propose, offerIds: ['o1', 'o2'] }, dutyAt(began), two)
    const yes = done(both, { verb: 'agree', side: null }, helperAt(began, 'helper-two'))
    const no = done(yes, { verb: 'refuse', side: null, words: null }, helperAt(began, 'helper-three'))
    expect(no).toMatchObject({ state: 'proposed', wisherAgreed: false })
  })
})

describe('the end of a visit', () => {
  it('is granted by the wisher’s side and one of two helpers; the second has hours once they say so', () => {
    const one = finished(finished(paired(forTwo), helperAt(over), 'a1', true, 45), wisherAt(over), 'a1')
    expect(one.state).toBe('granted')
    expect(one.appointments[0]?.hours).toEqual([{ person: 'helper-one', minutes: 45 }])
    const both = finished(one, helperAt(over + day, 'helper-two'), 'a1', true, 50)
    expect(both.appointments[0]?.hours.map(({ person }) => person)).toEqual(['helper-one', 'helper-two'])
    expect(both.endedAt).toBe(one.endedAt)
  })

  it('is not granted by two helpers without the wisher', () => {
    const both = finished(finished(paired(forTwo), helperAt(over), 'a1'), helperAt(over, 'helper-two'), 'a1')
    expect(both).toMatchObject({ state: 'arranged', appointments: [{ hours: [] }] })
  })

  it('counts no longer than was planned or the other side says', () => {
    const long = (heard: number | null) =>
      finished(finished(paired(), helperAt(over), 'a1', true, 480), wisherAt(over), 'a1', true, heard).appointments[0]
        ?.hours[0]?.minutes
    expect([long(null), long(90)]).toEqual([60, 90])
  })

  it('counts for nobody who came later', () => {
    const first = finished(finished(paired({ repeats: 'week' }), helperAt(over), 'a1'), wisherAt(over), 'a1')
    const left = done(first, { verb: 'release', side: null, words: null }, helperAt(over))
    const next = arranged(claimedBy(left, 'helper-two', over), over + day, over)
    expect(
      refusal(
        next,
        { verb: 'finish', side: null, appointmentId: 'a1', done: true, minutes: null, words: null },
        helperAt(over + hour, 'helper-two'),
      ),
    ).toBe('wish.not-now')
    // And whoever has left keeps theirs.
    expect(next.appointments[0]?.hours).toEqual([{ person: 'helper-one', minutes: 60 }])
  })

  it('cannot be said long before it begins', () => {
    const at = agreedVisit(paired())?.at ?? 0
    const says = (now: number) => refusal(paired(), { verb: 'arrive', side: null, appointmentId: 'a1' }, helperAt(now))
    expect([says(at - 3 * hour), says(at - 2 * hour)]).toEqual(['wish.bad-time', 'done'])
  })
})

describe('what a duty member has found out', () => {
  const missed = done(paired(), { verb: 'miss' }, who('system', null, over + day))

  it('grants it, with the hours of whoever said themselves that they were there', () => {
    const heard = finished(paired(), helperAt(over), 'a1', true, 40)
    const settled = done(
      done(heard, { verb: 'miss' }, who('system', null, over + day)),
      settle('done'),
      dutyAt(over + day),
    )
    expect(settled).toMatchObject({
      state: 'granted',
      appointments: [{ hours: [{ person: 'helper-one', minutes: 40 }] }],
    })
    expect(done(missed, settle('done'), dutyAt(over + day)).appointments[0]?.hours).toEqual([])
  })

  it('takes it back to the wall at its old place, and says who did not come to the office alone', () => {
    const back = done(missed, settle('missed'), dutyAt(over + day))
    expect(back).toMatchObject({ state: 'open', hungAt: began, waitsSince: over + day, helpers: [] })
    expect(back.events.at(-1)?.data).toMatchObject({ outcome: 'missed', missing: 'h1', left: 'h1' })
  })

  it('leaves the pair where both have another day already', () => {
    const next = arranged({ ...missed, state: 'unsure' }, over + 3 * day, over + day)
    expect(next).toMatchObject({ state: 'arranged' })
    expect(visitOf(next)).toBe('missed agreed')
  })

  it('is nothing before the visit', () => {
    expect(refusal(paired(), settle('done'), dutyAt(began + hour))).toBe('wish.bad-time')
  })
})

describe('another day', () => {
  const deed = { verb: 'arrange', side: null, at: began + 3 * day, minutes: 30, place: 'station', words: null } as const

  it('stands beside the one that is agreed until the other side says yes, and then instead of it', () => {
    const asked = done(paired(), deed, wisherAt(began))
    expect([asked.state, visitOf(asked)]).toEqual(['arranged', 'agreed proposed'])
    const agreed = done(asked, { verb: 'accept', side: null, appointmentId: 'a2' }, helperAt(began))
    expect([agreed.state, visitOf(agreed)]).toEqual(['arranged', 'cancelled agreed'])
  })

  it('is answered by the other side alone, as long as it lies ahead', () => {
    const asked = done(paired(forTwo), { ...deed, place: 'home' }, helperAt(began))
    const accept = { verb: 'accept', side: null, appointmentId: 'a2' } as const
    expect(refusal(asked, accept, helperAt(began, 'helper-two'))).toBe('wish.not-yours')
    expect(refusal(asked, accept, wisherAt(began))).toBe('done')
    const later = { ...asked, appointments: asked.appointments.slice(1) }
    expect(refusal(later, accept, wisherAt(began + 3 * day))).toBe('wish.bad-time')
  })
})

describe('a stand-in', () => {
  const wants = done(paired(), { verb: 'want-stand-in', side: null, appointmentId: 'a1', words: null }, helperAt(began))
  const come = { verb: 'stand-in', appointmentId: 'a1', helperId: 'h1' } as const
  const stood = done(wants, come, who('volunteer', 'helper-two', began))
  const finish = { verb: 'finish', side: null, appointmentId: 'a1', done: true, minutes: 30, words: null } as const

  it('says themselves how it was, and has the hours', () => {
    expect(refusal(stood, finish, helperAt(over))).toBe('wish.not-yours')
    const heard = finished(finished(stood, helperAt(over, 'helper-two'), 'a1'), wisherAt(over), 'a1')
    expect(heard.appointments[0]?.hours).toEqual([{ person: 'helper-two', minutes: 60 }])
  })

  it('does nothing else in the helper’s name', () => {
    const by = helperAt(began, 'helper-two')
    const others: AnyWishDeed[] = [
      { verb: 'cancel', side: null, appointmentId: 'a1', words: null },
      { verb: 'arrange', side: null, at: began + 2 * day, minutes: 30, place: 'station', words: null },
      { verb: 'want-stand-in', side: null, appointmentId: 'a1', words: null },
    ]
    expect(others.map((deed) => refusal(stood, deed, by))).toEqual(Array(3).fill('wish.not-yours'))
  })

  it('gives back the one visit, and nobody else’s place', () => {
    const given = done(stood, { verb: 'release', side: null, words: null }, helperAt(began, 'helper-two'))
    expect(given).toMatchObject({ state: 'arranged', helpers: [{ person: 'helper-one' }] })
    expect(given.appointments[0]?.standIns).toEqual([{ helperId: 'h1', person: null }])
  })

  it('is one, and none of those who are in it', () => {
    expect(refusal(stood, come, who('volunteer', 'helper-three', began))).toBe('wish.not-now')
    expect(refusal(wants, come, helperAt(began))).toBe('wish.not-yours')
    expect(refusal(wants, come, who('volunteer', 'old-woman', began))).toBe('wish.own')
  })

  it('for whom nobody has come leaves the helper to say that they came after all', () => {
    expect(refusal(wants, finish, helperAt(over))).toBe('done')
  })
})

describe('while a visit is under way', () => {
  const now = began + day + hour + minute
  it.each<[string, AnyWishDeed]>([
    ['cancelled', { verb: 'cancel', side: null, appointmentId: 'a1', words: null }],
    [
      'moved to another day',
      { verb: 'arrange', side: null, at: now + day, minutes: 30, place: 'station', words: null },
    ],
  ])('it is not %s: first somebody says how it was', (_, deed) => {
    expect(['wish.bad-time', 'wish.not-now']).toContain(refusal(paired(), deed, helperAt(now)))
  })

  it('a pair of every week is not ended', () => {
    expect(refusal(paired({ repeats: 'week' }), { verb: 'stop', side: null, words: null }, wisherAt(now))).toBe(
      'wish.not-now',
    )
  })

  it('whoever leaves has not come', () => {
    const left = done(paired(), { verb: 'release', side: null, words: null }, helperAt(now))
    expect(visitOf(left)).toBe('missed')
    expect(left.events.at(-1)?.data).toMatchObject({ late: true })
  })
})

describe('a pair whose document is full', () => {
  const full = (wish: Wish): Wish => ({
    ...wish,
    events: Array.from({ length: mostWishEvents - spareWishEvents }, (_, at) => ({
      ...wish.events[0]!,
      id: String(at + 1),
    })),
  })

  it('ends with thanks once a visit is over, instead of falling silent', () => {
    const last = finished(full(paired({ repeats: 'week' })), helperAt(over), 'a1')
    expect(finished(last, wisherAt(over), 'a1')).toMatchObject({ state: 'granted', endedAt: over })
  })

  it('ends where there have been visits enough', () => {
    const wish = paired({ repeats: 'week' })
    const past = Array.from({ length: mostAppointments - 1 }, (_, at) => ({
      ...wish.appointments[0]!,
      id: `p${at}`,
      state: 'done' as const,
    }))
    const many = { ...wish, appointments: [...past, ...wish.appointments] }
    expect(finished(finished(many, helperAt(over), 'a1'), wisherAt(over), 'a1').state).toBe('granted')
  })

  it('begins nothing new', () => {
    const events = Array.from({ length: mostWishEvents }, (_, at) => ({ ...paired().events[0]!, id: String(at + 1) }))
    expect(refusal(aWish({ events }), { verb: 'claim', offerId: null }, who('volunteer', 'helper-one', began))).toBe(
      'wish.full',
    )
    expect(refusal(aWish({ events }), { verb: 'withdraw', words: null })).toBe('done')
  })
})

describe('the office', () => {
  it('speaks for whoever has no phone, and says yes for nobody else', () => {
    expect(isAbsent(aWish(ofAbsent), 'wisher')).toBe(true)
    expect(isAbsent(aWish({ person: null, filedBy: 'daughter', behalf: { kind: 'family' } }), 'wisher')).toBe(false)
    expect(sidesSpokenFor(paired(ofAbsent), 'accept')).toEqual(['wisher'])
    expect(sidesSpokenFor(paired(), 'accept')).toEqual([])
    expect(sidesSpokenFor(paired(), 'cancel')).toEqual(['wisher', 'h1'])
    expect(sidesSpokenFor(paired(), 'release')).toEqual(['h1'])
  })

  it('thanks for nobody who can thank', () => {
    const granted = finished(finished(paired(), helperAt(over), 'a1'), wisherAt(over), 'a1')
    expect(refusal(granted, { verb: 'thank', words: '谢谢' }, dutyAt(over))).toBe('wish.not-yours')
    expect(refusal(granted, { verb: 'thank', words: '谢谢' }, wisherAt(over))).toBe('done')
  })
})

describe('how much somebody has seen', () => {
  it('is not less because the other side agreed, came, or noted something', () => {
    const before = paired()
    const after = done(before, { verb: 'arrive', side: null, appointmentId: 'a1' }, helperAt(over - hour))
    expect(seenOf(after)).toBe(seenOf(before))
    expect(seenOf(done(before, { verb: 'release', side: null, words: null }, helperAt(began)))).toBe(seenOf(before) + 1)
  })

  it('has a visit that ends when it was planned to', () => {
    expect(endOf({ at: began, minutes: 90 })).toBe(began + 90 * minute)
  })
})
