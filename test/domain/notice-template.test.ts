import { noticeKinds } from '../../src/domain/notice/kinds'
import {
  aboutOf,
  blanksOf,
  fittingTitle,
  freshFilling,
  gapsOf,
  noticeTemplates,
  type Filling,
} from '../../src/domain/notice/template'

const one = { kind: 'buildings', ids: ['one'] } as const
const fresh = (kind: (typeof noticeKinds)[number], over: Partial<Filling> = {}): Filling => ({
  ...freshFilling(kind, one),
  ...over,
})
const span = { from: 1, until: 2, isNow: false }

describe('a template', () => {
  it('of an outage asks for two typed texts at most, and needs none', () => {
    const typed = noticeTemplates.outage.filter(({ fill }) => fill === 'words')
    expect(typed.length).toBeLessThanOrEqual(2)
    expect(gapsOf('outage', fresh('outage', { span }))).toEqual([])
  })

  it.each(noticeKinds)('of %s begins with every choice made and the writer’s own places', (kind) => {
    const why = gapsOf(kind, fresh(kind)).filter(({ blank }) => blank === 'what' || blank === 'places')
    expect(why).toEqual([])
    expect(aboutOf(kind, fresh(kind))?.kind).toBe(kind)
  })

  it('says what is missing, in the order in which it is asked', () => {
    const filling = fresh('service', { where: { kind: 'units', units: [] }, words: { bring: '一'.repeat(61) } })
    expect(gapsOf('service', filling)).toEqual([
      { blank: 'places', why: 'empty' },
      { blank: 'where', why: 'empty' },
      { blank: 'bring', why: 'too-long' },
    ])
  })

  it('asks for a name only where none of the choices is it', () => {
    const names = (what: string) => blanksOf('work', { choices: { what } }).map(({ id }) => id)
    expect(names('pipes')).not.toContain('name')
    expect(names('other')).toContain('name')
  })

  it.each([
    ['meeting', true],
    ['sign-up', true],
    ['consultation', false],
    ['consent', false],
  ])('of a meeting (%s) asks for a time: %s; what asks for voices has a deadline instead', (what, asks) => {
    expect(blanksOf('meeting', { choices: { what } }).some(({ fill }) => fill === 'time')).toBe(asks)
  })

  it('takes no choice that it does not have', () => {
    const filling = fresh('outage', { span, choices: { what: 'sunshine', reason: 'none' } })
    expect(gapsOf('outage', filling)).toEqual([{ blank: 'what', why: 'unknown' }])
    expect(aboutOf('outage', filling)).toBeNull()
  })

  it.each([
    ['empty', null],
    ['empty', { from: null, until: 5, isNow: false }],
    ['order', { from: 5, until: 5, isNow: false }],
  ] as const)('finds the time of an outage %s', (why, wrong) => {
    expect(gapsOf('outage', fresh('outage', { span: wrong }))).toEqual([{ blank: 'time', why }])
  })

  it('takes an outage that is so now without a time', () => {
    expect(gapsOf('outage', fresh('outage', { span: { from: null, until: null, isNow: true } }))).toEqual([])
  })
})

describe('a title', () => {
  const parts = { places: ['AAAAAA', 'AA'], times: ['TTTT', 'TT'], whats: ['WWWW', 'WW'] }

  it.each([
    [14, 'AAAAAATTTTWWWW'],
    [13, 'AATTTTWWWW'],
    [9, 'AATTTTWW'],
    [7, 'AATTWW'],
    [6, 'AATTWW'],
    [5, 'TTWW'],
  ])('within %i shortens the place first, then what it is about, then the time', (most, title) => {
    expect(fittingTitle(parts, most)).toBe(title)
  })

  it('cuts a place that is too long, never the time', () => {
    const title = fittingTitle({ places: ['很长很长的小区名字'], times: ['11月24日'], whats: ['停电'] }, 12)
    expect(title).toBe('很长很…11月24日停电')
    expect([...title]).toHaveLength(12)
  })

  it('is never longer than it may be', () => {
    for (let most = 1; most < 20; most++) expect([...fittingTitle(parts, most)].length).toBeLessThanOrEqual(most)
  })
})
