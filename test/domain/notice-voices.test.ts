import fc from 'fast-check'
import {
  resultOf,
  standingFor,
  voiceProblem,
  voicesFor,
  type Consultation,
  type Voice,
} from '../../src/domain/notice/voices'

/** The drying rack: one voice a household. */
const rack = (over: Partial<Consultation> = {}): Consultation => ({
  ...{ options: ['north', 'south', 'none'], most: 1, each: 'household', until: 100 },
  ...{ names: 'office', isSigned: false },
  ...over,
})
const voice = (roomId: string | null, choice: string, at: number, over: Partial<Voice> = {}): Voice => ({
  ...{
    id: `${roomId ?? 'none'} ${at}`,
    person: `of-${roomId ?? 'none'}`,
    roomId,
    household: 'declared',
    choices: [choice],
    words: '',
    name: null,
    at,
  },
  ...over,
})
const counts = (consultation: Consultation, voices: readonly Voice[], rooms: readonly string[] | null = null) =>
  resultOf(consultation, voices, rooms).options.map(({ count }) => count)

describe('a consultation', () => {
  it('counts one voice a household, and of it the last one', () => {
    const voices = [
      voice('101', 'north', 1),
      voice('101', 'south', 2, { person: 'daughter' }),
      voice('102', 'north', 3),
    ]
    expect(resultOf(rack(), voices, ['101', '102', '103'])).toEqual({
      ...{ n: 2, of: 3, confirmed: 0, words: 0 },
      options: [
        { id: 'north', count: 1 },
        { id: 'south', count: 1 },
        { id: 'none', count: 0 },
      ],
    })
  })

  it('counts of a household what a keeper has confirmed before what anybody may have declared', () => {
    const confirmed = voice('101', 'north', 1, { household: 'confirmed' })
    const declared = voice('101', 'south', 2, { person: 'stranger' })
    expect(counts(rack(), [confirmed, declared])).toEqual([1, 0, 0])
    expect(counts(rack(), [confirmed, declared, voice('101', 'none', 3, { household: 'confirmed' })])).toEqual([
      0, 0, 1,
    ])
    expect(resultOf(rack(), [confirmed, declared, voice('102', 'north', 1)], null)).toMatchObject({
      n: 2,
      confirmed: 1,
    })
  })

  it('counts one voice a person where that was set, of however many households', () => {
    const voices = [voice('101', 'north', 1), voice('101', 'south', 2, { person: 'daughter' })]
    expect(resultOf(rack({ each: 'person' }), voices, ['101', '102'])).toMatchObject({ n: 2, of: null })
  })

  it('counts what was said in time, to the moment', () => {
    expect(counts(rack(), [voice('101', 'north', 99), voice('101', 'south', 100)])).toEqual([1, 0, 0])
  })

  it('counts of two of one household at the same moment always the same one', () => {
    const two = [voice('101', 'north', 1, { id: 'x' }), voice('101', 'south', 1, { id: 'y' })]
    expect(counts(rack(), two)).toEqual(counts(rack(), [...two].reverse()))
  })

  it('counts households whom it concerns only', () => {
    expect(counts(rack(), [voice('101', 'north', 1), voice('999', 'south', 1)], ['101'])).toEqual([1, 0, 0])
  })

  it('counts of several options each that was named', () => {
    const two = voice('101', 'north', 1, { choices: ['north', 'south'] })
    expect(counts(rack({ most: 2 }), [two])).toEqual([1, 1, 0])
  })

  it.each([
    ['over', {}, { at: 100 }],
    ['no-home', {}, { roomId: null }],
    ['nobody', { each: 'person' }, { person: null }],
    ['no-choice', {}, { choices: [] }],
    ['too-many', {}, { choices: ['north', 'south'] }],
    ['no-such-choice', {}, { choices: ['west'] }],
    ['no-words', { options: [] }, { choices: [], words: ' ' }],
    ['no-name', { isSigned: true }, { name: ' ' }],
    [null, { isSigned: true }, { name: '李阿姨' }],
    [null, { options: [] }, { choices: [], words: '都行' }],
    [null, {}, { person: null }],
  ] as readonly (readonly [string | null, Partial<Consultation>, Partial<Voice>])[])(
    'finds in a voice: %s',
    (problem, how, said) => {
      expect(voiceProblem(rack(how), voice('101', 'north', 1, said))).toBe(problem)
    },
  )
})

describe('who may see which name said what', () => {
  const voices = [voice('101', 'north', 1, { name: '李' }), voice('102', 'south', 2, { name: '王' })]
  const office = { isOffice: true, person: 'keeper', roomId: null }
  const own = { isOffice: false, person: 'of-101', roomId: '101' }
  const stranger = { isOffice: false, person: 'x', roomId: '103' }
  const names = (of: Consultation['names'], reader: typeof own | typeof office) =>
    voicesFor(rack({ names: of }), voices, null, reader).map(({ name }) => name)

  it.each([
    ['nobody', office, [null, null]],
    ['office', office, ['李', '王']],
    ['signers', office, ['李', '王']],
    ['nobody', own, ['李']],
    ['office', own, ['李']],
    ['signers', own, ['李', '王']],
    ['signers', stranger, []],
  ] as const)('%s', (of, reader, seen) => {
    expect(names(of, reader)).toEqual(seen)
  })

  it('shows nothing of a voice to whoever says that they live in the same room', () => {
    const housemate = { isOffice: false, person: 'x', roomId: '101' }
    for (const names of ['nobody', 'office', 'signers'] as const)
      expect(voicesFor(rack({ names }), voices, null, housemate)).toEqual([])
    expect(standingFor(rack(), voices, null, housemate)).toBe('household')
    expect(standingFor(rack(), voices, null, own)).toBe('mine')
    expect(standingFor(rack(), voices, null, stranger)).toBeNull()
  })

  it('marks one’s own', () => {
    const [mine] = voicesFor(rack(), voices, null, own)
    expect(mine).toMatchObject({ isMine: true, choices: ['north'] })
  })
})

const said = fc.record({
  id: fc.constantFrom('v1', 'v2', 'v3', 'v4', 'v5', 'v6'),
  person: fc.constantFrom('a', 'b', 'c', null),
  roomId: fc.constantFrom('101', '102', '103', null),
  household: fc.constantFrom('declared', 'confirmed', 'noted'),
  choices: fc.uniqueArray(fc.constantFrom('north', 'south', 'none', 'west'), { maxLength: 3 }),
  words: fc.constantFrom('', '都行'),
  name: fc.constant(null),
  at: fc.constantFrom(1, 2, 3, 99, 100, 120),
})
/** An id is one voice: what comes twice under it is the same. */
const someVoices = fc.uniqueArray(said, { selector: ({ id }) => id })
const consultations = fc.record({ each: fc.constantFrom('household', 'person'), most: fc.integer({ min: 1, max: 3 }) })

describe('whatever was said', () => {
  it('comes to the same in any order and however often it comes', () => {
    fc.assert(
      fc.property(
        consultations,
        someVoices.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
        ),
        (how, [all, mixed]) => {
          expect(resultOf(rack(how), mixed, null)).toEqual(resultOf(rack(how), all, null))
        },
      ),
    )
  })

  it('has no more voices than households or people, and no option more than voices', () => {
    fc.assert(
      fc.property(consultations, someVoices, (how, all) => {
        const { n, of, options } = resultOf(rack(how), all, ['101', '102'])
        expect(n).toBeLessThanOrEqual(of ?? 3)
        for (const { count } of options) expect(count).toBeLessThanOrEqual(n)
        const sum = options.reduce((total, { count }) => total + count, 0)
        expect(sum).toBeGreaterThanOrEqual(n)
        expect(sum).toBeLessThanOrEqual(n * how.most)
      }),
    )
  })

  it('nothing that comes after the deadline changes anything', () => {
    fc.assert(
      fc.property(consultations, someVoices, said, (how, all, late) => {
        const before = resultOf(rack(how), all, null)
        expect(resultOf(rack(how), [...all, { ...late, id: 'late', at: 100 + late.at }], null)).toEqual(before)
      }),
    )
  })
})
