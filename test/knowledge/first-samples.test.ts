import type { Place } from '../../src/domain/routing'
import { route } from '../../src/domain/routing'
import { knowledge } from '../../src/knowledge'
import { matterRules } from '../../src/knowledge/rules'
import { findSetting } from '../../src/knowledge/setting-words'
import { roles } from '../../src/knowledge/book'
import { sampleCalls, sampleIds } from '../../src/pages/directory/parts/first-samples'
import { importantRoles } from '../../src/pages/directory/parts/first-roles'
import { momentAt } from '../../src/pages/place'

const noon = Date.parse('2026-11-18T12:00:00+08:00')
const night = Date.parse('2026-11-22T03:00:00+08:00')
const hours = {
  always: [],
  office: [{ days: 'workday', opensAt: '08:30', closesAt: '17:30' }],
} as const

/** Offices that have each of these roles; the odd ones answer by day only. */
const officesOf = (having: readonly string[]): Place['agencies'] =>
  having.map((role, at) => ({
    ...{ id: `office-${role}`, name: role, roles: [role] },
    phones: [
      {
        ...{ id: `phone-${role}`, number: `000-8888${String(at).padStart(4, '0')}`, owner: '值班', verifiedAt: noon },
        schedules: at % 2 === 1 ? hours.office : hours.always,
      },
    ],
  }))

/** Every way to leave some of these offices out. */
const someOf = (all: readonly string[]): readonly (readonly string[])[] =>
  all.reduce<readonly (readonly string[])[]>((before, one) => [...before, ...before.map((few) => [...few, one])], [[]])

/** Every way to answer these questions, or not. */
function answersTo(ids: readonly string[]): readonly Readonly<Record<string, string>>[] {
  const [id, ...rest] = ids
  if (id === undefined) return [{}]
  const spec = findSetting(id)
  const choices = spec?.kind === 'choice' ? spec.options.map((option) => option.id) : []
  return answersTo(rest).flatMap((others) => [others, ...choices.map((choice) => ({ ...others, [id]: choice }))])
}

const placeWith = (settings: Place['settings'], agencies: Place['agencies']): Place => ({
  ...{ communityId: 'c', gridId: null, estateId: 'e', buildingId: 'b', unitId: null, region: [] },
  ...{ settings, agencies },
})

describe('the preview of the first hour', () => {
  it.each(sampleIds)('says of %s whom the rule of 找谁 names first, whatever is entered and answered', (id) => {
    const matter = knowledge.matters.find((one) => one.id === id)
    if (!matter) throw new Error(`no matter ${id}`)
    const asked = answersTo(matter.settings.filter((setting) => findSetting(setting)?.kind === 'choice'))
    const offices = someOf(['property', 'community', 'water', 'heat', 'elevator_maint', 'street'])
    for (const settings of asked)
      for (const having of offices)
        for (const now of [noon, night]) {
          const place = placeWith(settings, officesOf(having))
          const shown = sampleCalls(place, momentAt(now)).find((call) => call.id === id)
          const rule = route(matter, place, {}, momentAt(now), knowledge)
          // What is not there at all is not asked: the landing hides it.
          if (!shown) continue
          const [first] = rule.contacts.filter(({ line }) => line !== null)
          expect([settings, having, shown.contact.key]).toEqual([settings, having, first?.key])
        }
  })

  it('shows each of its matters where nothing was answered yet', () => {
    expect(sampleCalls(placeWith({}, []), momentAt(noon)).map(({ id }) => id)).toEqual(sampleIds)
  })
})

describe('the most important numbers', () => {
  /** How many matters name a role first, of those that somebody can call. */
  const firstIn = (role: string) =>
    Object.values(matterRules).filter(({ answers }) =>
      answers.some(({ responsible }) => responsible.find((named) => roles[named.role]?.person !== true)?.role === role),
    ).length

  it('are those whom most matters name first, of offices without a national number', () => {
    expect(importantRoles.slice(0, 4).map(firstIn)).toEqual([82, 29, 9, 7])
    expect(importantRoles.every((role) => roles[role]?.local && roles[role]?.phone === null)).toBe(true)
  })
})
