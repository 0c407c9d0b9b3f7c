import { dutyOfNotice, nextNoticeLook } from '../../src/domain/notice/duty'
import { mostNoticeEvents } from '../../src/domain/notice/limits'
import { problemsOf } from '../../src/domain/notice/problems'
import { noticeDeskOf, noticeMovesOf, noticeStates } from '../../src/domain/notice/verbs'
import { day, hour } from '../../src/domain/time/clock'
import * as a from './support/notices'

const send = { verb: 'send' } as const
const release = { verb: 'release', words: null } as const
const review = { verb: 'review', words: null } as const
const restore = { verb: 'restore', words: null } as const
const withdraw = { verb: 'withdraw', words: null } as const
const emergency = { isEmergency: true, span: { from: null, until: null, isNow: true } }
const refused = (code: string) => ({ refused: `notice.${code}` })

describe('sending a notice', () => {
  it('to the own grid, people read it at once', () => {
    const notice = a.sent()
    expect(notice).toMatchObject({ state: 'out', next: null, unread: null, outAt: a.began })
    expect(notice.shown?.number).toBe(1)
  })

  it('to the whole community, it waits and nobody reads it', () => {
    expect(a.sent({ audience: a.everybody })).toMatchObject({ state: 'waiting', shown: null, outAt: null })
  })

  it('to the whole community, named building by building, it waits as well', () => {
    const all = a.audience({ where: { kind: 'buildings', ids: ['one', 'two', 'five'] } })
    expect(a.sent({ audience: all }, a.duty()).state).toBe('waiting')
  })

  it('beyond the own grid, it waits; of somebody without a grid it does not', () => {
    const five = a.audience({ where: { kind: 'buildings', ids: ['five'] } })
    expect(a.sent({ audience: five }).state).toBe('waiting')
    expect(a.sent({ audience: five }, a.duty()).state).toBe('out')
  })

  it('in an emergency, it goes to everybody at once and is read by a second person afterwards', () => {
    const notice = a.sent({ ...emergency, audience: a.everybody })
    expect(notice).toMatchObject({ state: 'out', unread: { writers: ['leader'], since: a.began } })
    expect(dutyOfNotice(notice, a.began)).toEqual({ owner: 'second', dueAt: a.began + 2 * hour })
    expect(a.done(notice, review, a.secretary()).unread).toBeNull()
  })

  it('is refused where something is missing, and to whoever did not write it', () => {
    expect(a.tried(a.draft({ title: ' ' }), send, a.leader())).toEqual(refused('not-ready'))
    expect(a.tried(a.draft(), send, a.secretary())).toEqual(refused('not-yours'))
  })

  it('is refused where the check refused its words', () => {
    const draft = a.draft()
    const bad = { ...draft, next: draft.next && { ...draft.next, wordsState: 'refused' as const } }
    expect(a.tried(bad, send, a.leader())).toEqual(refused('refused-words'))
  })
})

describe('the second pair of eyes', () => {
  const waiting = a.sent({ audience: a.everybody })

  it('is the secretary’s', () => {
    expect(a.done(waiting, release, a.secretary())).toMatchObject({ state: 'out', shown: { number: 1 }, next: null })
    expect(a.tried(waiting, release, a.duty())).toEqual(refused('not-second'))
  })

  it('is never the writer’s, in whatever role', () => {
    expect(a.tried(waiting, release, a.who('secretary', 'leader'))).toEqual(refused('own'))
    expect(a.tried(waiting, { verb: 'send-back', words: '改' }, a.who('secretary', 'leader'))).toEqual(refused('own'))
  })

  it('of a secretary’s own words is anybody’s else of the office', () => {
    const notice = a.sent({ audience: a.everybody }, a.secretary())
    expect(a.tried(notice, release, a.secretary())).toEqual(refused('own'))
    expect(a.done(notice, release, a.duty()).state).toBe('out')
  })

  it('sends it back only with words, and the writer goes on from there', () => {
    expect(a.tried(waiting, { verb: 'send-back', words: '  ' }, a.secretary())).toEqual(refused('no-words'))
    const back = a.done(waiting, { verb: 'send-back', words: '请写清哪天' }, a.secretary())
    expect(back).toMatchObject({ state: 'sent-back', shown: null })
    expect(back.events.at(-1)?.words).toBe('请写清哪天')
    const again = a.done(
      a.done(back, { verb: 'write', content: a.content({ audience: a.everybody }) }, a.leader()),
      send,
      a.leader(),
    )
    expect(a.done(again, release, a.secretary()).state).toBe('out')
  })

  it('comes too late once its time is over', () => {
    const late = a.began + 3 * day
    expect(a.tried(waiting, release, a.secretary(late))).toEqual(refused('over'))
  })
})

describe('changing what people read', () => {
  const longer = {
    verb: 'change',
    content: a.content({ span: { from: a.began, until: a.began + 10 * hour, isNow: false } }),
  } as const
  const forAll = a.done(a.sent({ audience: a.everybody }), release, a.secretary())
  const moreForAll = { verb: 'change', content: a.content({ audience: a.everybody, body: '改到明天' }) } as const

  it('makes a new edition, at once in the own grid', () => {
    const notice = a.done(a.sent(), longer, a.duty())
    expect(notice).toMatchObject({ state: 'out', shown: { number: 2, writer: 'duty-member' } })
  })

  it('waits for a second person where everybody reads it, who read the old words until then', () => {
    const changing = a.done(forAll, moreForAll, a.leader())
    expect(changing).toMatchObject({ state: 'changing', shown: { number: 1 }, next: { number: 2, body: '改到明天' } })
    expect(a.tried(changing, release, a.leader())).toEqual(refused('own'))
    expect(a.done(changing, release, a.secretary())).toMatchObject({
      state: 'out',
      shown: { number: 2, body: '改到明天' },
    })
  })

  it('cannot make it smaller alone either: whoever is left out would read other words', () => {
    expect(a.done(forAll, { verb: 'change', content: a.content() }, a.leader()).state).toBe('changing')
  })

  it('leaves the old words up where it is sent back or taken back, and keeps what was typed', () => {
    const changing = a.done(forAll, moreForAll, a.leader())
    const back = a.done(changing, { verb: 'send-back', words: '日子不对' }, a.secretary())
    expect(back).toMatchObject({ state: 'out', shown: { number: 1 }, next: { body: '改到明天' } })
    expect(a.done(changing, { verb: 'recall' }, a.leader())).toMatchObject({ state: 'out', shown: { number: 1 } })
  })

  it('in an emergency goes out at once; none of those who wrote reviews it', () => {
    const change = { verb: 'change', content: a.content({ ...emergency, audience: a.everybody }) } as const
    const notice = a.done(a.sent({ ...emergency, audience: a.everybody }), change, a.secretary())
    expect(notice).toMatchObject({ state: 'out', unread: { writers: ['leader', 'secretary'] } })
    expect(a.tried(notice, review, a.secretary())).toEqual(refused('own'))
    expect(a.tried(notice, review, a.leader())).toEqual(refused('own'))
    expect(a.done(notice, review, a.duty()).unread).toBeNull()
  })
})

describe('the end of a notice', () => {
  it('an outage is restored by whoever is there, with or without words', () => {
    expect(a.done(a.sent(), { verb: 'restore', words: '来电了' }, a.duty())).toMatchObject({
      ...{ state: 'restored', end: { words: '来电了', at: a.began }, unread: null },
    })
  })

  it('nothing but an outage comes back', () => {
    const safety = a.sent({ about: { kind: 'safety', what: 'fire' }, span: null })
    expect(a.tried(safety, restore, a.leader())).toEqual(refused('no-outage'))
  })

  it('an emergency that is over has to be read all the same', () => {
    const restored = a.done(a.sent(emergency), restore, a.leader())
    expect(dutyOfNotice(restored, a.began)).toEqual({ owner: 'second', dueAt: a.began + 2 * hour })
    expect(dutyOfNotice(a.done(restored, review, a.secretary()), a.began)).toBeNull()
  })

  it('withdrawn by a second person it was read; withdrawn by its writer it was not', () => {
    const notice = a.sent(emergency)
    expect(a.done(notice, withdraw, a.secretary()).unread).toBeNull()
    expect(a.done(notice, withdraw, a.leader()).unread).not.toBeNull()
  })

  it('words to everybody that one person adds at the end are read afterwards', () => {
    const notice = a.done(a.sent({ audience: a.everybody }), release, a.secretary())
    expect(a.done(notice, restore, a.leader()).unread).toBeNull()
    expect(a.done(notice, { verb: 'restore', words: '好了' }, a.leader()).unread).toMatchObject({ writers: ['leader'] })
  })

  it('a draft is put away by its writer only, or by itself after a month', () => {
    const draft = a.draft()
    expect(a.tried(draft, { verb: 'discard' }, a.secretary())).toEqual(refused('not-yours'))
    expect(a.done(draft, { verb: 'discard' }, a.leader())).toMatchObject({ state: 'withdrawn', shown: null })
    expect(a.byItself(draft, a.began + 29 * day).state).toBe('draft')
    expect(a.byItself(draft, a.began + 30 * day)).toMatchObject({ state: 'expired', next: { number: 1 } })
  })

  it('can be made also where the history is as long as it may be', () => {
    const notice = a.sent()
    const [event] = notice.events
    const full = { ...notice, events: Array.from({ length: mostNoticeEvents }, () => event!) }
    expect(a.tried(full, { verb: 'change', content: a.content() }, a.leader())).toEqual(refused('full'))
    expect(a.done(full, restore, a.leader()).state).toBe('restored')
  })
})

describe('who has to do something next', () => {
  const end = a.began + 9 * hour

  it('of what waits, a second person within four hours, and before it begins; then the secretary', () => {
    const waiting = a.sent({ audience: a.everybody })
    expect(dutyOfNotice(waiting, a.began)).toEqual({ owner: 'second', dueAt: a.began + 4 * hour })
    expect(dutyOfNotice(waiting, a.began + 5 * hour)).toEqual({ owner: 'secretary', dueAt: a.began + 4 * hour })
    const span = { from: a.began + hour, until: a.began + 2 * hour, isNow: false }
    expect(dutyOfNotice(a.sent({ audience: a.everybody, span }), a.began)?.dueAt).toBe(a.began + hour)
  })

  it('of what a secretary wrote, a second person also when it is late', () => {
    const waiting = a.sent({ audience: a.everybody }, a.secretary())
    expect(dutyOfNotice(waiting, a.began + 5 * hour)?.owner).toBe('second')
  })

  it('of an outage past its end, the author for an hour, then the secretary, until it expires', () => {
    const notice = a.sent({ validUntil: end })
    expect(dutyOfNotice(notice, end)).toEqual({ owner: 'author', dueAt: end + hour })
    expect(dutyOfNotice(notice, end + 2 * hour)).toEqual({ owner: 'secretary', dueAt: end + hour })
    expect(a.byItself(notice, end + 24 * hour).state).toBe('out')
    expect(a.byItself(notice, end + 25 * hour).state).toBe('expired')
  })

  it('of an outage whose end nobody knows, the author after some hours, and anew after each word', () => {
    const notice = a.sent(emergency)
    const reviewed = a.done(notice, review, a.secretary())
    expect(dutyOfNotice(reviewed, a.began)).toEqual({ owner: 'author', dueAt: a.began + 5 * hour })
    const later = a.began + 5 * hour
    const span = { from: a.began, until: null, isNow: true }
    const change = { verb: 'change', content: a.content({ ...emergency, span }) } as const
    const said = a.done(a.done(reviewed, change, a.leader(later)), review, a.secretary(later))
    expect(dutyOfNotice(said, later)).toEqual({ owner: 'author', dueAt: later + 5 * hour })
  })

  it('is looked at again when somebody’s time is up', () => {
    expect(nextNoticeLook(a.sent({ audience: a.everybody }), a.began)).toBe(a.began + 4 * hour)
  })
})

it('says of a draft everything that keeps it from going out', () => {
  const wrong = a.content({
    ...{ title: '一'.repeat(25), body: '', isEmergency: true, about: { kind: 'lost-found', what: 'found' } },
    audience: a.audience({ where: { kind: 'estates', ids: [] } }),
    ...{ span: { from: a.began + hour, until: a.began, isNow: false }, validUntil: a.began },
  })
  expect(problemsOf(wrong, a.began)).toEqual([
    ...['title-long', 'body-empty', 'nowhere', 'valid-past', 'no-emergency', 'span-order'],
  ])
  expect(problemsOf(a.content({ span: null }), a.began)).toEqual(['span-missing'])
  expect(problemsOf(a.content({ validUntil: a.began + 8 * hour }), a.began)).toEqual(['valid-short'])
  expect(problemsOf(a.content(), a.began)).toEqual([])
})

it('every state stands in one drawer, and what a duty member can do in it is known', () => {
  expect(noticeStates.map((state) => noticeDeskOf({ state, unread: null }))).toEqual([
    ...['writing', 'asking', 'writing', 'out', 'asking', 'closed', 'closed', 'closed'],
  ])
  expect(noticeMovesOf('out', 'duty')).toEqual(['change', 'restore', 'review', 'withdraw'])
})

it('what went out unread stands with what waits for a second person until they have read it, also once it is over', () => {
  const out = a.sent({ ...emergency, audience: a.everybody })
  const restored = a.done(out, restore, a.leader())
  expect([out, restored].map(noticeDeskOf)).toEqual(['asking', 'asking'])
  expect([out, restored].map((one) => noticeDeskOf(a.done(one, review, a.secretary())))).toEqual(['out', 'closed'])
})
