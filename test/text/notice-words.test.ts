import { reachOf, type Happened, type ReachBuilding, type ReachHome } from '../../src/domain/notice/reach'
import * as forMe from '../../src/text/notice-for-me'
import * as names from '../../src/text/notice-names'
import { elsewhereText, reachLines, visiting } from '../../src/text/notice-reach'
import * as templates from '../../src/text/notice-template-words'
import { audience } from '../domain/support/notices'

/** Every word that a person may read, with where it stands; texts with gaps are filled in. */
function wordsOf(value: unknown, where: string): readonly (readonly [where: string, words: string])[] {
  if (typeof value === 'string') return [[where, value]]
  if (typeof value === 'function')
    return wordsOf(
      (value as (...gaps: string[]) => unknown)(...Array.from({ length: value.length }, () => '某处')),
      where,
    )
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => wordsOf(inner, `${where}.${name}`))
}
// Functions at the top put notices into words; they have tests of their own.
const objects = Object.entries({ ...forMe, ...names, ...templates, visiting }).filter(
  ([, value]) => typeof value !== 'function',
)
const all = objects.flatMap(([name, value]) => wordsOf(value, name))

describe('every word of a notice', () => {
  it('is there, tidy and without an exclamation', () => {
    expect(all.length).toBeGreaterThan(120)
    expect(
      all.filter(([, words]) => words !== words.trim() || words === '' || /undefined| {2}|[！!]/.test(words)),
    ).toEqual([])
  })

  it('has Chinese punctuation between Chinese characters', () => {
    const mixed = /\p{Script=Han}[,.;:?!()"']|[,.;:?!()"']\p{Script=Han}/u
    expect(all.filter(([, words]) => mixed.test(words))).toEqual([])
  })
})

describe('whom a notice has reached, in words', () => {
  const rooms = ['101', '102', '201'].map((id) => ({
    ...{ id, unitId: null, floor: 1, room: id, hasPhone: true, needs: [] },
  }))
  const building = (of: ReachBuilding['rooms']): ReachBuilding => ({ id: 'one', estateId: 'heyuan', rooms: of })
  const homes: readonly ReachHome[] = [
    { person: 'a', buildingId: 'one', roomId: '101', state: 'confirmed' },
    { person: 'b', buildingId: 'one', roomId: '102', state: 'declared' },
    { person: 'c', buildingId: 'one', roomId: null, state: 'declared' },
  ]
  const happened: Happened = {
    openings: ['a', 'b', 'c', 'd'].map((person) => ({ person })),
    ...{ acknowledgements: [], helps: [], ticks: [] },
  }
  const reach = (of: ReachBuilding['rooms']) => reachOf(audience(), [building(of)], homes, happened)

  it('says how sure it is, and whom it could not place', () => {
    expect(reachLines(reach(rooms).buildings[0]!)).toEqual([
      ...['共3户', '有人打开过：2户（1户住址核实过，其余是自己登记的）', '点了知道了：0户', '要帮忙：0户'],
      ...['上门告知了：0户', '还不清楚：1户', '另有1人打开过，只知道住这栋楼，不知道是哪一户。'],
    ])
    expect(elsewhereText(reach(rooms))).toBe('还有1人打开过，不知道住在哪里，或者住在别的楼，没有算进上面的楼。')
  })

  it('says so of a building without households', () => {
    expect(reachLines(reach([]).buildings[0]!)[0]).toBe('这栋楼还没有录入住户，算不出有多少户知道。')
  })

  it('never says 已读', () => {
    expect(all.filter(([, words]) => words.includes('已读'))).toEqual([])
  })
})
