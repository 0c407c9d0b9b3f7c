import { isShown, route } from '../../src/domain/routing'
import { makeFinder } from '../../src/domain/search'
import { searchCues, searchEntries, searchModel } from '../../src/knowledge/search'
import { knowledge } from '../../src/knowledge'
import { calendar } from '../../src/knowledge/calendar/calendar'
import { walkedMoments, walkedPlaces } from '../../src/tools/support/walk'

const moments = {
  noon: { now: walkedMoments['a weekday at noon'], calendar },
  night: { now: walkedMoments['a weekday at two in the night'], calendar },
}
/** An old estate with a property company, a factory's compound without one, a southern estate of tall buildings. */
const buildings = { old: 'heyuan-1', compound: 'mill-1-building', tall: 'banyan-1' }
type At = keyof typeof buildings

const placeOf = (at: At) => {
  const place = walkedPlaces().find(({ buildingId }) => buildingId === buildings[at])
  if (!place) throw new Error(`no building ${buildings[at]}`)
  return place
}
const matterOf = (id: string) => {
  const matter = knowledge.matters.find((one) => one.id === id)
  if (!matter) throw new Error(`no matter ${id}`)
  return matter
}
const ask = (at: At, id: string, when: keyof typeof moments = 'noon', answered: Record<string, string> = {}) =>
  route(matterOf(id), placeOf(at), answered, moments[when], knowledge)
const keys = (...args: Parameters<typeof ask>) => ask(...args).contacts.map(({ key }) => key)
const dialled = (...args: Parameters<typeof ask>) =>
  ask(...args).contacts.flatMap(({ key, line }) => (line === null ? [] : [key]))
const words = (...args: Parameters<typeof ask>) => ask(...args).contacts.flatMap(({ reasons }) => reasons)

describe('at night in the compound without a property company', () => {
  it.each(['leak-from-upstairs', 'drain-backflow', 'manhole-cover', 'tree-fallen', 'load-bearing-wall'])(
    "%s goes to the street's desk, since the committee is closed",
    (id) => {
      const [first] = ask('compound', id, 'night').contacts.filter(({ line }) => line !== null)
      expect(first).toMatchObject({
        key: 'mill-street-office',
        line: { answersNow: true },
        standsInFor: { why: 'closed-now', name: '纺机社区居委会' },
      })
    },
  )

  it('a pipe that burst at home goes to the waterworks', () => {
    expect(dialled('compound', 'water-pipe-leak-home', 'night')[0]).toBe('mill-water')
  })

  it('an old person of whom nothing is heard goes to the police, by day first to those who know them', () => {
    expect(dialled('compound', 'elder-alone', 'night')[0]).toBe('110')
    expect(dialled('compound', 'elder-alone').slice(0, 3)).toEqual(['mill-grid', 'mill-committee', '110'])
    expect(keys('compound', 'elder-alone', 'noon', { now: 'yes' })).not.toContain('110')
  })
})

describe('whoever is missing', () => {
  it('is stood in for by 12345 where the supplier of bottled gas is closed', () => {
    expect(ask('tall', 'gas-no-supply', 'night').contacts).toMatchObject([
      { key: 'self' },
      { key: '12345', standsInFor: { why: 'closed-now', name: '临江液化气供应站' } },
      { key: 'river-bottled-gas' },
    ])
  })

  it("gives the committee its own words, not the property company's", () => {
    const committee = ask('compound', 'leak-from-upstairs').contacts.find(({ key }) => key === 'mill-committee')
    expect(committee).toMatchObject({ reasons: ['楼上联系不上或拒绝配合，请居委会、民警上门。'], standsInFor: null })
  })

  it("is no owners' committee that could still be listed", () => {
    for (const at of ['old', 'compound'] as const)
      for (const { id } of knowledge.matters)
        for (const { standsInFor } of ask(at, id).contacts)
          expect([at, id, standsInFor?.role === 'owners_committee' && standsInFor.why]).not.toContain('not-listed')
  })

  it('never stands before somebody who is there', () => {
    expect(keys('old', 'warranty-developer')[0]).toBe('west-property')
    expect(keys('compound', 'network-down')).toEqual(['10086', '10010', '10000', 'self', 'mill-committee'])
    expect(dialled('tall', 'network-down', 'noon', { isp: 'cable' })).toEqual(['river-property', 'river-committee'])
  })

  it('leaves a car in the way to the committee and not to 110', () => {
    expect(keys('compound', 'car-blocking')[0]).toBe('mill-committee')
  })
})

describe('who is told to be called', () => {
  it.each(['network-down', 'mobile-signal', 'telecom-complaint', 'network-access', 'tv-signal'])(
    'all three operators for %s, until it is said whose line it is',
    (id) => {
      expect(dialled('old', id).slice(0, 3)).toEqual(['10086', '10010', '10000'])
    },
  )

  it('120 first after a bite, by day and by night', () => {
    for (const at of ['old', 'compound', 'tall'] as const)
      for (const when of ['noon', 'night'] as const) expect(dialled(at, 'dog-bite', when)[0]).toBe('120')
  })

  it('the waterworks where they run the pumps', () => {
    expect(keys('tall', 'water-no-supply')).toEqual(['river-water', 'river-property'])
    expect(keys('tall', 'water-quality')).toEqual(['river-water', 'river-property'])
    expect(words('tall', 'water-quality')[1]).toBe('请物业开门配合。')
  })

  it('in the compound the waterworks, the committee in its own words, and no property company', () => {
    const ways: Record<string, string>[] = [{}, { scope: 'many' }]
    for (const answered of ways) {
      expect(keys('compound', 'water-no-supply', 'noon', answered)).toEqual(['mill-water', 'mill-committee'])
      expect(ask('compound', 'water-no-supply', 'noon', answered).contacts[1]?.standsInFor).toBeNull()
    }
    expect(keys('compound', 'power-outage-building')).toEqual(['95598', 'mill-committee', 'mill-street-office'])
    expect(words('compound', 'power-outage-building').join('')).not.toContain('物业（单位）')
  })

  it('12345 in its own words where whoever enforces is not listed', () => {
    for (const [id, answered] of [
      ['illegal-building', {}],
      ['illegal-building', { stage: 'doing' }],
      ['restaurant-fume', {}],
    ] as const)
      expect(ask('compound', id, 'noon', answered).contacts[0]).toMatchObject({ key: '12345', standsInFor: null })
  })

  it('the termite service for pests, where there is one', () => {
    expect(keys('tall', 'pests')).toContain('river-termite')
    expect(dialled('tall', 'pests', 'noon', { kind: 'termite' })[0]).toBe('river-termite')
    expect(words('old', 'pests').join('')).not.toContain('白蚁')
  })

  it('nobody for an estate without a property company where there is one', () => {
    expect(words('old', 'garbage-uncollected').join('')).not.toContain('没有物业的小区')
  })

  it('the committee for a wall that falls where the fund is used up', () => {
    expect(words('old', 'exterior-wall-falling').join('')).not.toContain('动用维修资金')
    expect(ask('old', 'exterior-wall-falling').contacts.map(({ key, standsInFor }) => [key, standsInFor])).toEqual([
      ['west-property', null],
      ['west-committee', null],
      ['119', null],
    ])
  })
})

describe('what a place does not have', () => {
  const shown = (at: At, id: string) => isShown(matterOf(id), placeOf(at).settings)

  it('hides the lifts where there are none, but not the wish for one', () => {
    for (const id of ['elevator-trapped', 'elevator-broken', 'elevator-inspection', 'elevator-replace'])
      expect([shown('old', id), shown('compound', id), shown('tall', id)]).toEqual([false, false, true])
    expect(shown('old', 'elevator-add')).toBe(true)
  })

  it('hides the dangers of heating where nobody heats', () => {
    expect([shown('old', 'heating-leak'), shown('compound', 'heating-leak'), shown('tall', 'heating-leak')]).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('how people say it', () => {
  const finder = makeFinder({ entries: searchEntries, model: searchModel, cues: searchCues })
  it.each([
    ['厕所堵了污水往上冒', 'drain-backflow'],
    ['有人在楼道给电动车充电', 'ebike-upstairs'],
    ['厕所堵了', 'drain-blocked'],
  ])('“%s” finds %s', (said, id) => {
    expect(finder.find(said)[0]?.id).toBe(id)
  })
})
