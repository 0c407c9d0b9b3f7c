import * as fc from 'fast-check'
import * as v from 'valibot'
import { deed } from '../../src/contract/request'
import { movesOf, requestStates } from '../../src/domain/request/verbs'
import { addDays, dayOf, day, hour } from '../../src/domain/time/clock'
import { followUpDays, holdDays, meetingDays, meetingHours } from '../../src/pages/desk/parts/days'
import { mainMove, movesFor, type Case } from '../../src/pages/desk/parts/moves'
import { dataOf, deedOf, missingIn } from '../../src/pages/desk/parts/step-deed'
import { emptyStep, never, stepAsks, unclear, type StepFields } from '../../src/pages/desk/parts/step-fields'
import { longestHoldDays } from '../../src/domain/request/limits'
import type { DeskVerb } from '../../src/text/desk-steps'

const verbs = Object.keys(stepAsks) as DeskVerb[]
/** Everything that any step asks. */
const full: StepFields = {
  words: ' 修好了 ',
  note: '换了阀门',
  pictures: [{ path: 'wxfile://1', pictureId: 'picture-1' }],
  agency: 'west-property',
  agencies: ['west-property', 'west-water'],
  parts: { 'west-property': '清理楼道', 'west-water': '换水管' },
  task: '1',
  to: ' 街道城管科 ',
  days: 3,
  day: '2026-11-23',
  hour: 15,
  place: '五号楼下',
  who: '三层和四层',
  reached: true,
  heard: 'solved',
  into: 'another',
}

describe('the forms of the steps', () => {
  it.each(verbs)('%s, filled in, is what the contract takes', (verb) => {
    expect(missingIn(verb, full, true)).toBeNull()
    const made = deedOf(verb, full)
    expect(v.parse(deed, made)).toEqual(made)
  })

  it.each(verbs.filter((verb) => !['accept', 'start', 'resume'].includes(verb)))(
    '%s, left empty, says what is missing',
    (verb) => {
      expect(missingIn(verb, emptyStep, true)).not.toBeNull()
    },
  )

  it('whatever is filled in, what is sent is never refused for its form', () => {
    const text = fc.constantFrom('', '  ', '好', '街道办')
    const fields: fc.Arbitrary<StepFields> = fc.record({
      words: text,
      note: text,
      pictures: fc.constantFrom([], full.pictures),
      agency: fc.constantFrom(null, unclear, 'west-property'),
      agencies: fc.constantFrom<readonly string[]>([], ['west-property'], ['west-property', 'west-water']),
      parts: fc.constantFrom<Readonly<Record<string, string>>>({}, { 'west-property': ' ' }, full.parts),
      task: fc.constantFrom(null, '1'),
      to: text,
      days: fc.constantFrom(null, 1, 15),
      day: fc.constantFrom(null, never, '2026-11-23'),
      hour: fc.constantFrom(null, 9),
      place: text,
      who: text,
      reached: fc.constantFrom(null, true, false),
      heard: fc.constantFrom(null, 'solved' as const, 'unsolved' as const, 'no-answer' as const),
      into: fc.constantFrom(null, 'another'),
    })
    fc.assert(
      fc.property(fc.constantFrom(...verbs), fields, fc.boolean(), (verb, filled, isSeen) => {
        if (missingIn(verb, filled, isSeen) !== null) return
        expect(v.safeParse(deed, deedOf(verb, filled)).success).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('asks for a picture of what can be seen, and of nothing else', () => {
    const without = { ...full, pictures: [] }
    expect(missingIn('propose-resolution', without, true)).toBe('proof')
    expect(missingIn('propose-resolution', without, false)).toBeNull()
    expect(missingIn('task-done', without, true)).toBeNull()
  })

  it('"not ours" may say that it is unclear whose it is', () => {
    expect(deedOf('return', { ...full, agency: unclear })).toMatchObject({ agencyId: null })
    expect(missingIn('assign', { ...full, agency: unclear }, false)).toBe('agency')
  })

  it('what is shown beforehand has the names and times that are sent', () => {
    expect(dataOf(full, (id) => `name of ${id}`)).toMatchObject({
      agencyName: 'name of west-property',
      to: '街道城管科',
      until: Date.parse('2026-11-23T15:00:00+08:00'),
    })
  })
})

describe('the days and hours to choose from', () => {
  const now = Date.parse('2026-11-22T19:40:00+08:00')

  it('of a pause lie ahead, and no further than it may last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * 24 * 60 }), (minutes) => {
        const at = now + minutes * 60_000
        for (const { id } of holdDays(at)) {
          const made = deedOf('hold', { ...full, day: id, hour: null })
          if (made.verb !== 'hold') throw new Error('another step')
          expect(made.until).toBeGreaterThan(at)
          expect(made.until).toBeLessThanOrEqual(at + longestHoldDays * day)
        }
      }),
    )
  })

  it('of a meeting today are only those that are still to come', () => {
    expect(meetingHours(dayOf(now), now)).toEqual([20])
    expect(meetingHours(addDays(dayOf(now), 1), now)[0]).toBe(8)
    expect(meetingHours(dayOf(now), now + hour)).toEqual([])
  })

  it('are named as people say them', () => {
    expect(meetingDays(now).map(({ label }) => label)).toEqual([
      '今天（11月22日）',
      '明天（11月23日）',
      '后天（11月24日）',
      '周三（11月25日）',
      '周四（11月26日）',
      '周五（11月27日）',
      '周六（11月28日）',
      '一周后（11月29日）',
    ])
    expect(followUpDays(now, '不用再看').map(({ id }) => id)).toContain(never)
  })
})

const request = {
  viewer: 'grid-leader',
  state: 'submitted',
  agencyId: null,
  isDispute: true,
  mustCallBack: false,
  tasks: [{ taskId: '1', agencyId: 'west-water', agencyName: '水司', what: '关水', state: 'open', doneAt: null }],
  events: [{ verb: 'whistle' }],
} as unknown as Case
const workers = ['handler', 'duty', 'grid-leader', 'secretary'] as const

describe('what can be done', () => {
  it.each(workers.flatMap((viewer) => requestStates.map((state) => [viewer, state] as const)))(
    'by a %s with a request that is %s is what the table says',
    (viewer, state) => {
      const mine = { ...request, viewer, state, agencyId: 'west-property' }
      const shown = movesFor(mine, ['west-property', 'west-water'])
      expect([...shown].sort()).toEqual([...movesOf(state, viewer)].sort())
      const main = mainMove(mine, shown)
      expect(main === null || shown.includes(main)).toBe(true)
    },
  )

  it('by an agency that has only a part in it is its part', () => {
    const theirs = { ...request, viewer: 'handler' as const, state: 'in-progress' as const, agencyId: 'west-property' }
    expect(movesFor(theirs, ['west-water'])).toEqual(['task-done', 'contact', 'task-return', 'note'])
    expect(mainMove(theirs, movesFor(theirs, ['west-water']))).toBe('task-done')
  })

  it('by the street, a neighbour or the owner is nothing here', () => {
    for (const viewer of ['street', 'neighbour', 'owner'] as const)
      expect(movesFor({ ...request, viewer }, [])).toEqual([])
  })

  it('about a table, a whistle or a part is left out where there is none', () => {
    const plain = { ...request, isDispute: false, tasks: [], events: [] }
    const shown = movesFor({ ...plain, state: 'assigned' }, [])
    for (const verb of ['meet', 'meet-note', 'whistle-note', 'task-done'] as const) expect(shown).not.toContain(verb)
  })

  it('next is the call-back, where somebody has no phone and it is said to be done', () => {
    const waiting = { ...request, state: 'awaiting-confirmation' as const, mustCallBack: true }
    expect(mainMove(waiting, movesFor(waiting, []))).toBe('call-back')
  })
})
