import * as v from 'valibot'
import { agency as agencyField, doorCode as doorCodeField } from '../../src/contract'
import { decide, knownAnswers } from '../../src/domain/routing/decide'
import { isShown } from '../../src/domain/routing'
import { knowledge } from '../../src/knowledge'
import { demo, type DemoCommunity } from '../../src/local/demo'

const repeated = (ids: readonly string[]) => ids.filter((id, at) => ids.indexOf(id) !== at)
const phonesOf = ({ agencies }: DemoCommunity) => agencies.flatMap(({ phones }) => phones)
const community = (id: string) => {
  const found = demo.communities.find(({ _id }) => _id === id)
  if (!found) throw new Error(`no community ${id}`)
  return found
}
const settingsOf = (id: string) => {
  const { settings, estates } = community(id)
  return { ...settings, ...estates[0]?.settings }
}
const responsible = (communityId: string, matterId: string, answered: Record<string, string> = {}) => {
  const matter = knowledge.matters.find(({ id }) => id === matterId)
  if (!matter) throw new Error(`no matter ${matterId}`)
  const settings = settingsOf(communityId)
  return decide(matter, settings, knownAnswers(matter, settings, answered)).responsible.map(({ role }) => role)
}

describe('the demo', () => {
  it('repeats no id', () => {
    expect(repeated(demo.communities.map(({ _id }) => _id))).toEqual([])
    expect(repeated(demo.buildings.map(({ _id }) => _id))).toEqual([])
    expect(repeated(demo.doorCodes.map(({ _id }) => _id))).toEqual([])
    expect(repeated(demo.communities.flatMap(({ agencies }) => agencies.map(({ id }) => id)))).toEqual([])
    expect(repeated(demo.communities.flatMap((one) => phonesOf(one).map(({ id }) => id)))).toEqual([])
    expect(repeated(demo.buildings.flatMap(({ units }) => units.map(({ id }) => id)))).toEqual([])
  })

  it('rings nobody: every number lies in an area code that does not exist', () => {
    for (const { number } of demo.communities.flatMap(phonesOf)) expect(number).toMatch(/^000-\d{4} \d{4}$/)
  })

  it('names offices and no people, with roles that exist', () => {
    for (const { agencies } of demo.communities)
      for (const agency of agencies) {
        expect(v.safeParse(agencyField, agency).success).toBe(true)
        expect(agency.roles.filter((role) => !knowledge.roles[role] || knowledge.roles[role].person)).toEqual([])
        for (const { owner } of agency.phones) expect(owner).toMatch(/(岗|厅|前台)$/)
      }
  })

  it('fills in settings that exist, with choices and agencies that exist', () => {
    for (const { settings, estates, agencies } of demo.communities)
      for (const filled of [settings, ...estates.map((estate) => estate.settings)])
        for (const [id, value] of Object.entries(filled)) {
          const spec = knowledge.settings.find((one) => one.id === id)
          if (!spec) throw new Error(`no setting ${id}`)
          const allowed =
            spec.kind === 'choice'
              ? spec.options.map((option) => option.id)
              : spec.kind === 'agency'
                ? agencies.filter(({ roles }) => roles.includes(spec.role)).map((agency) => agency.id)
                : [value]
          expect([id, allowed]).toEqual([id, expect.arrayContaining([value])])
        }
  })

  it('serves grids, estates and buildings that exist', () => {
    for (const { grids, estates, agencies, commonMatters } of demo.communities) {
      for (const { serviceArea } of agencies) {
        for (const id of serviceArea?.gridIds ?? []) expect(grids.map((grid) => grid.id)).toContain(id)
        for (const id of serviceArea?.estateIds ?? []) expect(estates.map((estate) => estate.id)).toContain(id)
      }
      expect(commonMatters.length).toBeGreaterThanOrEqual(6)
      expect(commonMatters.length).toBeLessThanOrEqual(8)
      for (const id of commonMatters) expect(knowledge.matters.map((matter) => matter.id)).toContain(id)
    }
    for (const { communityId, estateId, gridId } of demo.buildings) {
      expect(community(communityId).estates.map(({ id }) => id)).toContain(estateId)
      expect(community(communityId).grids.map(({ id }) => id)).toContain(gridId)
    }
  })

  it('puts a code on every door, opaque and fit for a QR code', () => {
    for (const code of demo.doorCodes) {
      expect(v.safeParse(doorCodeField, code._id).success).toBe(true)
      expect(code._id).toMatch(/^[2-9A-HJKMNP-Z]{10}$/)
      const building = demo.buildings.find(({ _id }) => _id === code.buildingId)
      expect(building?.communityId).toBe(code.communityId)
      if (code.unitId !== null) expect(building?.units.map(({ id }) => id)).toContain(code.unitId)
      expect(code.state === 'revoked').toBe(code.revokedAt !== null)
    }
    const open = demo.doorCodes.filter(({ state }) => state === 'active')
    for (const { _id } of demo.buildings) expect(open.map(({ buildingId }) => buildingId)).toContain(_id)
    expect(demo.doorCodes.some(({ state }) => state === 'revoked')).toBe(true)
    expect(demo.doorCodes.some(({ unitId }) => unitId !== null)).toBe(true)
  })

  it('has numbers that were never verified, and such as were long ago', () => {
    const verified = demo.communities.flatMap(phonesOf).map(({ verifiedAt }) => verifiedAt)
    expect(verified).toContain(null)
    expect(verified.some((at) => at !== null && at < Date.parse('2025-06-01'))).toBe(true)
  })

  it('lies inside the region of local laws once, and outside twice', () => {
    const regions = new Set(Object.values(knowledge.laws).flatMap(({ region }) => region ?? []))
    const inside = demo.communities.filter(({ province, city }) => regions.has(province) || regions.has(city))
    expect(inside.map(({ _id }) => _id)).toEqual(['west-street'])
  })
})

describe('the three communities differ', () => {
  it('in who heats them', () => {
    const warm = knowledge.matters.find(({ id }) => id === 'heating-not-warm')!
    expect(isShown(warm, settingsOf('west-street'))).toBe(true)
    expect(isShown(warm, settingsOf('spinning-mill'))).toBe(true)
    expect(isShown(warm, settingsOf('riverside'))).toBe(false)
    expect(responsible('west-street', 'heating-outage')).toEqual(['heat', 'property', 'housing'])
    expect(responsible('spinning-mill', 'heating-outage')).toEqual(['heat', 'property', 'street'])
  })

  it('in whether there is a property company', () => {
    expect(responsible('west-street', 'corridor-light')[0]).toBe('property')
    expect(responsible('spinning-mill', 'corridor-light')[0]).toBe('community')
    expect(responsible('spinning-mill', 'property-fee')).not.toContain('property')
  })

  it('in what they cook with', () => {
    expect(responsible('west-street', 'gas-no-supply')).toContain('gas')
    expect(responsible('riverside', 'gas-no-supply')).toEqual(['self', 'gas_bottle'])
    expect(responsible('riverside', 'gas-leak')[0]).toBe('fire')
  })

  it('in whether there are lifts', () => {
    const there = demo.communities.map(({ _id, agencies }) => [
      settingsOf(_id)['elevator.exists'],
      agencies.some(({ roles }) => roles.includes('elevator_maint')),
    ])
    expect(there).toEqual([
      ['none', false],
      ['none', false],
      ['yes', true],
    ])
  })

  it('in who pumps the water', () => {
    expect(responsible('west-street', 'water-pump')[0]).toBe('property')
    expect(responsible('riverside', 'water-pump')[0]).toBe('water')
    expect(responsible('spinning-mill', 'water-no-supply', { scope: 'many' })[0]).toBe('water')
  })
})
