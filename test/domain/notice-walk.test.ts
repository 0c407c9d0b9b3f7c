import fc from 'fast-check'
import { needsSecond, type NoticeDeed, type NoticeWho } from '../../src/domain/notice/act'
import { dutyOfNotice, nextNoticeLook } from '../../src/domain/notice/duty'
import { readingOf } from '../../src/domain/notice/for-me'
import type { Notice, NoticeContent } from '../../src/domain/notice/notice'
import {
  canNoticeMove,
  isOpenNotice,
  isOut,
  mayNoticeMove,
  noticeActors,
  noticeMoves,
  noticeStates,
  noticeVerbs,
  type NoticeActor,
} from '../../src/domain/notice/verbs'
import { day, hour, minute } from '../../src/domain/time/clock'
import * as a from './support/notices'

const verbs = [
  ...(['write', 'change', 'send', 'recall', 'discard', 'expire'] as const),
  ...(['release', 'review', 'restore', 'withdraw', 'send-back'] as const),
]

const people: readonly (readonly [NoticeActor, string])[] = [
  ['grid-leader', 'leader'],
  ['duty', 'duty-member'],
  ['secretary', 'secretary'],
  ['secretary', 'deputy'],
  // Somebody who is both may not be two pairs of eyes.
  ['secretary', 'leader'],
]

const audiences = [
  a.audience(),
  a.everybody,
  a.audience({ where: { kind: 'estates', ids: ['heyuan'] } }),
  a.audience({ where: { kind: 'buildings', ids: ['five'] } }),
  a.audience({ where: { kind: 'units', units: [{ buildingId: 'one', unitId: 'one-1' }] }, needs: ['over-60'] }),
]

const step = fc.record({
  verb: fc.constantFrom(...verbs),
  pick: fc.nat({ max: 10_000 }),
  isWild: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
  /** What ends it is rare, so that lives are long. */
  isRare: fc.integer({ min: 0, max: 5 }).map((one) => one === 0),
  person: fc.constantFrom(...people),
  actor: fc.constantFrom(...noticeActors),
  after: fc.constantFrom(0, minute, hour, 3 * hour, 20 * hour, 8 * day),
  audience: fc.constantFrom(...audiences),
  isEmergency: fc.integer({ min: 0, max: 3 }).map((one) => one === 0),
  hasEnd: fc.boolean(),
  words: fc.constantFrom(null, '有话说'),
})
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

const contentOf = ({ audience, isEmergency, hasEnd, pick }: Step, now: number): NoticeContent =>
  a.content({
    ...{ audience, isEmergency, validUntil: now + day },
    ...(pick % 3 === 0 ? { about: { kind: 'safety', what: 'fire' }, span: null } : {}),
    ...(pick % 3 === 1 ? { span: { from: now + hour, until: hasEnd ? now + 3 * hour : null, isNow: false } } : {}),
    ...(pick % 3 === 2 ? { span: { from: null, until: hasEnd ? now + hour : null, isNow: true } } : {}),
  })

function deedOf(verb: NoticeDeed['verb'], given: Step, now: number): NoticeDeed {
  switch (verb) {
    case 'write':
    case 'change':
      return { verb, content: contentOf(given, now) }
    case 'send-back':
      return { verb, words: '请改一改' }
    case 'release':
    case 'review':
    case 'restore':
    case 'withdraw':
      return { verb, words: given.words }
    default:
      return { verb }
  }
}

const ending: readonly string[] = ['discard', 'withdraw', 'restore']

/** All that anybody of the office can do now. */
const possible = (notice: Notice, given: Step, now: number) =>
  people.flatMap(([actor, person]) =>
    verbs
      .filter((verb) => given.isRare || !ending.includes(verb))
      .map((verb) => ({ deed: deedOf(verb, given, now), by: a.who(actor, person, now) }))
      .filter(({ deed, by }) => !('refused' in a.tried(notice, deed, by))),
  )

interface Looked {
  readonly before: Notice
  readonly after: Notice
  readonly deed: NoticeDeed | null
  readonly by: NoticeWho | null
  readonly now: number
}

/** A life: what people do, and what happens by itself in between. */
function lived(first: Step, steps: readonly Step[], look: (looked: Looked) => void): void {
  const [actor, person] = first.person
  let now = a.began
  let notice = a.draft(contentOf(first, now), a.who(actor, person, now))
  for (const given of steps) {
    now += given.after
    const late = a.byItself(notice, now)
    look({ before: notice, after: late, deed: null, by: null, now })
    const all = given.isWild ? [] : possible(late, given, now)
    const kinds = [...new Set(all.map(({ deed: { verb } }) => verb))]
    const some = all.filter(({ deed: { verb } }) => verb === kinds[given.pick % kinds.length])
    const wild = {
      deed: deedOf(given.verb, given, now),
      by: a.who(given.actor, given.actor === 'system' ? null : given.person[1], now),
    }
    const { deed, by } = some[given.pick % Math.max(1, some.length)] ?? wild
    const acted = a.tried(late, deed, by)
    notice = 'refused' in acted ? late : acted.notice
    if (!('refused' in acted)) look({ before: late, after: notice, deed, by, now })
  }
}

const lives = fc.tuple(step, fc.array(step, { minLength: 5, maxLength: 40 }))
const everyLife = (look: (looked: Looked) => void, numRuns = 80) =>
  fc.assert(
    fc.property(lives, ([first, steps]) => lived(first, steps, look)),
    { numRuns },
  )

/** Whether these words go to everybody. */
const isForAll = (edition: Notice['shown']): boolean =>
  edition !== null && needsSecond(edition, { ...a.rules, gridId: null })

describe('whatever happens to a notice', () => {
  it('people read one wording while it is out, and none before; its history only grows', () => {
    everyLife(({ before, after }) => {
      const { state, shown, next, outAt, end, events } = after
      if (isOut(state) || state === 'restored') expect(shown).not.toBeNull()
      if (['draft', 'waiting', 'sent-back'].includes(state)) expect(shown).toBeNull()
      if (state === 'waiting' || state === 'changing') expect(next).not.toBeNull()
      expect(outAt !== null).toBe(shown !== null)
      expect(end !== null).toBe(!isOpenNotice(state))
      expect(shown?.number ?? 0).toBeGreaterThanOrEqual(before.shown?.number ?? 0)
      expect((shown?.number ?? 0) - (before.shown?.number ?? 0)).toBeLessThanOrEqual(1)
      expect(events.slice(0, before.events.length)).toEqual(before.events)
      expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => String(index + 1)))
      expect(events.at(-1)?.to).toBe(state)
    })
  })

  it('nobody puts words before the whole community alone: a second person released them, or reads them afterwards', () => {
    everyLife(({ before, after, deed, by }) => {
      if (after.shown === before.shown || after.shown === null || by === null) return
      if (!isForAll(after.shown)) return
      if (deed?.verb === 'release') expect(by.person).not.toBe(after.shown.writer)
      else {
        expect(after.shown.isEmergency).toBe(true)
        expect(after.unread?.writers).toContain(after.shown.writer)
      }
    })
  })

  it('what went out unread is read by somebody who did not write it', () => {
    everyLife(({ before, after, by }) => {
      if (before.unread === null || after.unread !== null) return
      expect(by?.person).not.toBeNull()
      expect(before.unread.writers).not.toContain(by?.person)
    })
  })

  it('somebody has to do something by a time while it is open, or unread, and it is looked at by then', () => {
    everyLife(({ after, now }) => {
      const notice = a.byItself(after, now)
      const duty = dutyOfNotice(notice, now)
      expect(duty !== null).toBe(isOpenNotice(notice.state) || notice.unread !== null)
      const next = nextNoticeLook(notice, now)
      expect(next).toBeGreaterThan(now)
      if (duty && duty.dueAt > now) expect(next).toBeLessThanOrEqual(duty.dueAt)
    })
  })

  it('there is a way on from every open state, and time alone ends it', () => {
    everyLife(({ after, now }) => {
      const notice = a.byItself(after, now)
      if (!isOpenNotice(notice.state)) return
      const ways = people.flatMap(([actor, person]) =>
        (['send', 'discard', 'recall', 'release', 'send-back', 'withdraw'] as const).filter((verb) => {
          const deed: NoticeDeed =
            verb === 'send-back'
              ? { verb, words: '改' }
              : verb === 'release' || verb === 'withdraw'
                ? { verb, words: null }
                : { verb }
          const acted = a.tried(notice, deed, a.who(actor, person, now))
          return !('refused' in acted) && acted.notice.state !== notice.state
        }),
      )
      expect(ways.length).toBeGreaterThan(0)
      expect(isOpenNotice(a.byItself(notice, now + 200 * day).state)).toBe(false)
    }, 50)
  })

  it('what is over, or should be, shows none of its words', () => {
    everyLife(({ after, now }) => {
      for (const later of [now, now + hour, now + 2 * day, now + 40 * day]) {
        const { lead, edition } = readingOf(after, a.place(), later)
        if (lead.kind !== 'out') expect(edition).toBeNull()
        const seen = JSON.stringify(lead)
        for (const words of [after.shown?.title, after.shown?.body]) if (words) expect(seen).not.toContain(words)
        if (!isOpenNotice(a.byItself(after, later).state)) expect(lead.kind).not.toBe('out')
      }
    }, 50)
  })

  it('such lives come to every state, so that they say something of each', () => {
    const met = new Set<string>()
    for (const [first, steps] of fc.sample(lives, { seed: 9, numRuns: 300 }))
      lived(first, steps, ({ after }) => met.add(after.state))
    expect([...met].sort()).toEqual([...noticeStates].sort())
  })
})

describe('the table of verbs', () => {
  it('refuses whoever may not, in every state, before anything else', () => {
    const [given] = fc.sample(step, 1)
    for (const state of noticeStates)
      for (const verb of verbs)
        for (const actor of noticeActors) {
          const acted = a.tried({ ...a.sent(), state }, deedOf(verb, given!, a.began), a.who(actor, 'leader'))
          if (!mayNoticeMove(actor, verb)) expect(acted).toEqual({ refused: 'notice.not-yours' })
          else if (!canNoticeMove(state, verb)) expect(acted).toEqual({ refused: 'notice.not-now' })
        }
  })

  it('goes where it says', () => {
    everyLife(({ before, after }) => {
      for (const { verb, from, to, actor } of after.events.slice(before.events.length)) {
        const move = noticeMoves[verb]
        expect(canNoticeMove(from, verb) && mayNoticeMove(actor, verb)).toBe(true)
        if (move.to === 'same') expect(to).toBe(from)
        else if (move.to !== 'outcome') expect(to).toBe(move.to)
      }
    })
  })

  it('lets somebody out of every open state, and out of none that is over', () => {
    for (const state of noticeStates) {
      const leading = noticeVerbs.filter((verb) => canNoticeMove(state, verb) && noticeMoves[verb].to !== 'same')
      expect(leading.length > 0).toBe(isOpenNotice(state))
    }
  })
})
