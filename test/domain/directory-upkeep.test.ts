import fc from 'fast-check'
import {
  openQuestions,
  type PhoneReport,
  phonesToVerify,
  type QuestionsKnown,
  verificationOf,
} from '../../src/domain/directory'
import { contactFor } from '../../src/domain/routing/contacts'
import type { Agency, Phone, Settings } from '../../src/domain/routing/types'
import { day } from '../../src/domain/time/clock'
import { knowledge } from '../../src/knowledge'
import { now } from './support/directory'

const known: QuestionsKnown = {
  settings: knowledge.settings,
  matters: knowledge.matters,
  agencyIds: new Set(['heat-co']),
}
const open = (settings: Settings) => openQuestions(settings, known)
const asked = (settings: Settings) => open(settings).map(({ setting }) => setting.id)

describe('the questions that a community has not answered', () => {
  it('are all of them in the beginning, those that improve most first', () => {
    const all = open({})
    const counts = all.map(({ matters }) => matters.length)
    expect(all).toHaveLength(knowledge.settings.length)
    expect(counts).toEqual([...counts].sort((one, other) => other - one))
    expect(all[0]?.setting.id).toBe('property.exists')
  })

  it('name the matters that they improve', () => {
    const question = open({}).find(({ setting }) => setting.id === 'heating.secondaryOperator')
    expect(question?.why).toBe('blank')
    expect(question?.matters.map(({ id }) => id)).toContain('heating-outage')
  })

  it('are fewer by one for each answer that is right', () => {
    const choices = knowledge.settings.flatMap((spec) => (spec.kind === 'choice' && !spec.absence ? [spec] : []))
    fc.assert(
      fc.property(fc.subarray(choices), (answered) => {
        const settings = Object.fromEntries(answered.map(({ id, options }) => [id, options[0]?.id ?? '']))
        for (const { id } of answered) expect(asked(settings)).not.toContain(id)
      }),
      { numRuns: 50 },
    )
  })

  it.each<[string, Settings, string]>([
    ['a choice that is not offered', { 'heating.boundary': 'nobody' }, 'heating.boundary'],
    ['an agency that is gone', { 'heating.operator': 'gone' }, 'heating.operator'],
  ])('come back for %s', (_, settings, id) => {
    expect(open(settings).find(({ setting }) => setting.id === id)?.why).toBe('stale')
  })

  it('are not asked again once an agency that is there is named', () => {
    expect(asked({ 'heating.operator': 'heat-co' })).not.toContain('heating.operator')
  })

  it('are not asked about what there is not: who heats where nobody does', () => {
    const left = asked({ 'heating.exists': 'none' })
    expect(left).not.toContain('heating.operator')
    expect(left).not.toContain('heating.stopPolicy')
  })

  it('all improve something', () => {
    expect(open({ 'heating.exists': 'none', 'gas.supply': 'bottle' }).every(({ matters }) => matters.length > 0)).toBe(
      true,
    )
  })
})

const phone = (over: Partial<Phone> = {}): Phone => ({
  ...{ id: 'p1', number: '0371-68001234', schedules: [], owner: '前台', verifiedAt: now - day },
  ...over,
})
const agency = (...phones: Phone[]): Agency => ({ id: 'a1', name: '和苑物业', roles: ['property'], phones })
const report = (over: Partial<PhoneReport> = {}): PhoneReport => ({
  ...{ agencyId: 'a1', phoneId: 'p1', number: '0371-68001234', kind: 'wrong-number', reporter: 'x', receivedAt: now },
  ...over,
})
const why = (one: Phone, ...reports: PhoneReport[]) =>
  phonesToVerify([agency(one)], now, reports).map((doubt) => doubt.why)

describe('the numbers that somebody should ring', () => {
  it.each<[string, Phone, string[][]]>([
    ['verified yesterday', phone(), []],
    ['verified 180 days ago', phone({ verifiedAt: now - 180 * day }), []],
    ['verified longer ago', phone({ verifiedAt: now - 180 * day - 1 }), [['old']]],
    ['never verified', phone({ verifiedAt: null }), [['never']]],
  ])('%s', (_, one, expected) => expect(why(one)).toEqual(expected))

  const twice = [report({ reporter: 'x' }), report({ reporter: 'y' })]
  it('are those that two residents called wrong', () => expect(why(phone(), ...twice)).toEqual([['reported']]))

  it.each<[string, PhoneReport[]]>([
    ['one resident alone', [report(), report({ receivedAt: now - 5 })]],
    ['a report about the number before', [report(), report({ reporter: 'y', number: '0371-68000000' })]],
    ['a report about another phone', [report(), report({ reporter: 'y', phoneId: 'p2' })]],
    ['a report about another agency', [report(), report({ reporter: 'y', agencyId: 'a2' })]],
    ['a call that nobody answered', [report(), report({ reporter: 'y', kind: 'no-answer' })]],
    ['a report before it was verified', [report(), report({ reporter: 'y', receivedAt: now - 2 * day })]],
    [
      'what a keeper has answered',
      [report({ answer: { as: 'confirmed' } }), report({ reporter: 'y' }), report({ reporter: 'z', answer: {} })],
    ],
    [
      'reporters who cannot be told apart any more',
      [report({ reporter: null }), report({ reporter: null, receivedAt: now - 5 })],
    ],
  ])('are not made of %s', (_, reports) => expect(why(phone(), ...reports)).toEqual([]))

  it('are reported ones first, then unverified ones, then the oldest', () => {
    const phones = [
      phone({ id: 'old', verifiedAt: now - 200 * day }),
      phone({ id: 'older', verifiedAt: now - 300 * day }),
      phone({ id: 'never', verifiedAt: null }),
      phone({ id: 'p1' }),
      phone({ id: 'fine' }),
    ]
    const list = phonesToVerify([agency(...phones)], now, twice)
    expect(list.map(({ phone: { id } }) => id)).toEqual(['p1', 'never', 'older', 'old'])
  })
})

describe('what residents are told of a number', () => {
  it.each<[string, Phone, number, string]>([
    ['verified lately', phone(), 0, 'verified'],
    ['reported once', phone(), 1, 'verified'],
    ['reported twice', phone(), 2, 'to-verify'],
    ['verified too long ago', phone({ verifiedAt: now - 181 * day }), 0, 'to-verify'],
    ['never verified', phone({ verifiedAt: null }), 0, 'to-verify'],
  ])('%s', (_, one, reporters, told) => expect(verificationOf(one, now, reporters)).toBe(told))

  it('is what 找谁 says of its age', () => {
    const place = {
      communityId: 'c',
      gridId: null,
      estateId: 'e',
      buildingId: 'b',
      unitId: null,
      region: [],
      settings: {},
    }
    for (const verifiedAt of [null, now, now - 180 * day, now - 181 * day]) {
      const one = phone({ verifiedAt })
      const contact = contactFor('property', [], { ...place, agencies: [agency(one)] }, knowledge, {
        now,
        calendar: [],
      })
      expect(verificationOf(one, now) === 'verified').toBe(contact.line?.confirmed)
    }
  })
})
