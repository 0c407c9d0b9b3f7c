import fc from 'fast-check'
import {
  contactFor,
  decide,
  holdsIn,
  isShown,
  questionsToAsk,
  route,
  type Place,
  type Schedule,
  type Settings,
} from '../../src/domain/routing'
import { aBook, aMatter, anAgency, anAnswer, aPhone, aPlace } from '../support/builders'

const now = Date.parse('2026-11-18T12:00:00+08:00')
const moment = { now, calendar: [{ year: 2026, holidays: {}, workdays: [] }] }
const book = aBook()
const committee = anAgency({
  id: 'a-committee',
  name: '居委会',
  roles: ['community'],
  phones: [aPhone({ id: 'p2', number: '000-2' })],
})
const street = anAgency({
  id: 'a-street',
  name: '街道办',
  roles: ['street'],
  phones: [aPhone({ id: 'p3', number: '000-3' })],
})
const property = anAgency()
const closedNow: Schedule[] = [{ days: 'every', opensAt: '01:00', closesAt: '02:00' }]
const contact = (role: string, place: Place) => contactFor(role, ['因为'], place, book, moment)

describe('who is called for a role', () => {
  it('is the agency that serves the place', () => {
    expect(contact('property', aPlace({ agencies: [property] }))).toMatchObject({
      key: 'a-property',
      standsInFor: null,
    })
  })

  it('is the one that serves it most closely', () => {
    const own = anAgency({ id: 'a-own', serviceArea: { buildingIds: ['b1'] } })
    const other = anAgency({ id: 'a-other', serviceArea: { buildingIds: ['b2'] } })
    expect(contact('property', aPlace({ agencies: [property, other, own] })).key).toBe('a-own')
  })

  it('is the one that a setting names', () => {
    const one = anAgency({ id: 'w1', roles: ['water'] })
    const two = anAgency({ id: 'w2', roles: ['water'] })
    expect(contact('water', aPlace({ agencies: [one, two], settings: { 'water.operator': 'w2' } })).key).toBe('w2')
  })

  it('is nobody with a phone for the resident themself', () => {
    expect(contact('self', aPlace())).toMatchObject({ key: 'self', line: null })
  })

  it.each([
    ['the committee', [committee, street], 'a-committee'],
    ['the street, where the committee is not listed', [street], 'a-street'],
    ['12345, where neither is', [], '12345'],
  ])('falls to %s when the agency is missing', (_, agencies, key) => {
    expect(contact('water', aPlace({ agencies }))).toMatchObject({
      key,
      standsInFor: { role: 'water', why: 'not-listed' },
    })
  })

  it('is the committee where there is no property company, even if an old one is still listed', () => {
    const place = aPlace({ agencies: [property, committee], settings: { 'property.exists': 'none' } })
    expect(contact('property', place)).toMatchObject({ key: 'a-committee', standsInFor: { why: 'none-here' } })
  })

  it('is the national number of an office that has a sure one', () => {
    expect(contact('police', aPlace())).toMatchObject({ key: '110', line: { number: '110', answersNow: true } })
  })

  it('is 12345 where the hotline is not sure', () => {
    expect(contact('womenfed', aPlace({ agencies: [committee] }))).toMatchObject({
      key: '12345',
      standsInFor: { why: 'unsure' },
    })
  })

  it('is 12345 for an office of the state without a number', () => {
    const { key, standsInFor } = contact('eco', aPlace({ agencies: [committee] }))
    expect([key, standsInFor?.why]).toEqual(['12345', 'unsure'])
  })

  it('is never a number that takes only messages', () => {
    const noCalls = aBook({ hotlines: book.hotlines.filter(({ number }) => number !== '110') })
    expect(contactFor('police', [], aPlace(), noCalls, moment).line?.number).toBe('12345')
  })

  it('is reached by the number that answers at this hour', () => {
    const desk = aPhone({ id: 'day', number: '000-1', schedules: closedNow })
    const duty = aPhone({
      id: 'night',
      number: '000-9',
      schedules: [{ days: 'every', opensAt: '08:00', closesAt: '20:00' }],
    })
    const place = aPlace({ agencies: [anAgency({ phones: [desk, duty] })] })
    expect(contact('property', place).line).toMatchObject({ number: '000-9', answersNow: true })
  })

  it('shows a number verified more than 180 days ago, or never, as one to be verified', () => {
    const day = 24 * 60 * 60 * 1000
    const confirmed = (verifiedAt: number | null) =>
      contact('property', aPlace({ agencies: [anAgency({ phones: [aPhone({ verifiedAt })] })] })).line?.confirmed
    expect([confirmed(now - 180 * day), confirmed(now - 181 * day), confirmed(null)]).toEqual([true, false, false])
  })
})

describe('the answer to a matter', () => {
  const scope = {
    id: 'scope',
    text: '只有您家？',
    options: [
      { id: 'mine', label: '是' },
      { id: 'many', label: '不是' },
    ],
  }
  const matter = aMatter({
    questions: [scope],
    answers: [
      anAnswer({ when: { scope: 'mine' }, responsible: [{ role: 'self', reason: '先看阀门。' }] }),
      anAnswer({
        setting: { 'property.exists': ['none'] },
        responsible: [{ role: 'community', reason: '没有物业。' }],
      }),
      anAnswer(),
    ],
  })

  it('is the first line that holds, by answer, by setting, or by default', () => {
    expect(decide(matter, {}, { scope: 'mine' })).toBe(matter.answers[0])
    expect(decide(matter, { 'property.exists': 'none' }, { scope: 'many' })).toBe(matter.answers[1])
    expect(decide(matter, {}, {})).toBe(matter.answers[2])
  })

  it('asks nothing that a setting answers already', () => {
    const answeredBy = { setting: 'property.exists', map: { none: 'many' } }
    const silent = aMatter({ ...matter, questions: [{ ...scope, answeredBy }] })
    expect(questionsToAsk(silent, { 'property.exists': 'none' }, {})).toEqual([])
    expect(questionsToAsk(silent, {}, {})).toHaveLength(1)
  })

  it('asks nothing on which the answer no longer hangs, and at most two questions', () => {
    const second = { ...scope, id: 'second' }
    const third = { ...scope, id: 'third' }
    const chained = aMatter({
      questions: [scope, second, third],
      answers: [
        anAnswer({ when: { scope: 'mine' } }),
        anAnswer({ when: { scope: 'many', second: 'mine' } }),
        anAnswer({ when: { third: 'mine' } }),
        anAnswer(),
      ],
    })
    expect(questionsToAsk(chained, {}, {}).map(({ id }) => id)).toEqual(['scope', 'second'])
    expect(questionsToAsk(chained, {}, { scope: 'mine' }).map(({ id }) => id)).toEqual(['scope'])
  })

  it('always has somebody to call, also where the answer names only the resident', () => {
    const own = route(matter, aPlace(), { scope: 'mine' }, moment, book)
    expect(own.contacts.map(({ key }) => key)).toEqual(['self', '12345'])
  })

  it('puts those who answer now first where it is urgent, and leaves the order where it is not', () => {
    const two = anAnswer({
      responsible: [
        { role: 'property', reason: '一' },
        { role: 'community', reason: '二' },
      ],
    })
    const agencies = [anAgency({ phones: [aPhone({ schedules: closedNow })] }), committee]
    const keys = (urgency: 'normal' | 'urgent') =>
      route(aMatter({ urgency, answers: [two] }), aPlace({ agencies }), {}, moment, book).contacts.map(({ key }) => key)
    expect(keys('normal')).toEqual(['a-property', 'a-committee'])
    expect(keys('urgent')).toEqual(['a-committee', 'a-property'])
  })

  const answerOf = (...roles: string[]) =>
    anAnswer({ responsible: roles.map((role) => ({ role, reason: `${role}的事` })) })
  const contactsOf = (
    urgency: 'normal' | 'urgent' | 'emergency',
    roles: readonly string[],
    agencies: Place['agencies'],
    settings: Settings = {},
  ) =>
    route(aMatter({ urgency, answers: [answerOf(...roles)] }), aPlace({ agencies, settings }), {}, moment, book)
      .contacts
  const closed = (over: Parameters<typeof anAgency>[0]) =>
    anAgency({ ...over, phones: [aPhone({ id: `${over?.id}-p`, number: '000-9', schedules: closedNow })] })

  it('names the same people once, with every reason', () => {
    const both = anAgency({ id: 'a-both', roles: ['community', 'street'] })
    expect(contactsOf('normal', ['community', 'street'], [both])).toMatchObject([
      { key: 'a-both', reasons: ['community的事', 'street的事'], standsInFor: null },
    ])
  })

  it('gives nobody a reason as their own that was written for those whom they stand in for', () => {
    const none = { 'property.exists': 'none' }
    expect(contactsOf('normal', ['property', 'street', 'community'], [committee, street], none)).toMatchObject([
      { key: 'a-committee', reasons: ['community的事'], standsInFor: null },
      { key: 'a-street' },
    ])
    expect(contactsOf('normal', ['property'], [committee], none)).toMatchObject([
      { key: 'a-committee', reasons: ['property的事'], standsInFor: { role: 'property', why: 'none-here' } },
    ])
  })

  it('says of one stand-in all whom they stand in for', () => {
    expect(contactsOf('normal', ['property', 'water'], [committee])).toMatchObject([
      { reasons: ['property的事', 'water的事'], standsInFor: { name: 'property、water', why: 'not-listed' } },
    ])
  })

  it('leaves out work that does not exist here while somebody else is named', () => {
    const none = { 'committee.exists': 'none' }
    const keys = (...roles: string[]) => contactsOf('normal', roles, [property, committee], none).map(({ key }) => key)
    expect(keys('owners_committee', 'property')).toEqual(['a-property'])
    expect(keys('owners_committee', 'self')).toEqual(['a-committee', 'self'])
    expect(contactsOf('normal', ['owners_committee'], [committee], none)).toMatchObject([
      { standsInFor: { role: 'owners_committee', why: 'none-here' } },
    ])
  })

  it('puts nobody who only passes a call on before somebody who is there, even if they are closed', () => {
    const shut = closed({ id: 'a-shut', roles: ['property'] })
    const keys = (urgency: 'normal' | 'urgent', settings: Settings = {}) =>
      contactsOf(urgency, ['water', 'property', 'police'], [shut, committee], settings).map(({ key }) => key)
    expect(keys('normal')).toEqual(['a-shut', '110', 'a-committee'])
    expect(keys('urgent')).toEqual(['110', 'a-committee', 'a-shut'])
  })

  it('leaves whoever took work over in its place, unless it is urgent', () => {
    const keys = (urgency: 'normal' | 'urgent') =>
      contactsOf(urgency, ['property', 'police'], [committee], { 'property.exists': 'none' }).map(({ key }) => key)
    expect([keys('normal'), keys('urgent')]).toEqual([
      ['a-committee', '110'],
      ['110', 'a-committee'],
    ])
  })

  it('leaves those without a number where the answer names them', () => {
    const shut = closed({ id: 'a-shut', roles: ['property'] })
    const keys = contactsOf('urgent', ['self', 'property', 'community'], [shut, committee]).map(({ key }) => key)
    expect(keys).toEqual(['self', 'a-committee', 'a-shut'])
  })

  describe('where it presses and everybody named is closed', () => {
    const shut = closed({ id: 'a-shut', name: '物业', roles: ['property'] })
    const shutCommittee = closed({ id: 'a-committee', name: '居委会', roles: ['community'] })

    it('lifts the first of the chain who answers, and says who is closed', () => {
      const { contacts, chain } = route(
        aMatter({ urgency: 'urgent' }),
        aPlace({ agencies: [shut, shutCommittee, street] }),
        {},
        moment,
        book,
      )
      expect(contacts).toMatchObject([
        { key: 'a-street', reasons: [], standsInFor: { role: 'property', name: '物业', why: 'closed-now' } },
        { key: 'a-shut', reasons: ['归物业管。'] },
      ])
      expect(chain.map(({ key }) => key)).toEqual(['a-committee', '12345'])
    })

    it('lifts 12345 where nobody else answers, and never an emergency number', () => {
      const urgent = aMatter({ urgency: 'urgent', escalation: ['police', 'hotline12345'] })
      const found = route(urgent, aPlace({ agencies: [shut, shutCommittee] }), {}, moment, book)
      expect(found.contacts.map(({ key }) => key)).toEqual(['12345', 'a-shut'])
    })

    it('lifts nobody for an ordinary matter', () => {
      expect(contactsOf('normal', ['property'], [shut, street]).map(({ key }) => key)).toEqual(['a-shut'])
    })
  })

  it('marks the fitting one of 110, 119, 120 for a danger, in a fixed order', () => {
    const { emergency } = route(aMatter({ urgency: 'emergency', emergency: '119' }), aPlace(), {}, moment, book)
    expect(emergency).toEqual([
      { number: '110', fits: false },
      { number: '119', fits: true },
      { number: '120', fits: false },
    ])
  })

  it('goes on to those not named yet and ends with 12345', () => {
    const { chain } = route(aMatter(), aPlace({ agencies: [property, committee, street] }), {}, moment, book)
    expect(chain.map(({ key }) => key)).toEqual(['a-committee', 'a-street', '12345'])
  })

  it('shows a local law in its region only, and says that the community must confirm what rests on it alone', () => {
    const local = aMatter({ answers: [anAnswer({ basis: ['L1'] })] })
    const here = route(local, aPlace(), {}, moment, book)
    const elsewhere = route(local, aPlace({ region: ['山西省', '太原市', '某区'] }), {}, moment, book)
    expect([here.ground, here.basis.length]).toEqual(['local', 1])
    expect([elsewhere.ground, elsewhere.basis.length]).toEqual(['local', 0])
    expect(
      holdsIn({ title: '', article: '', gist: '', verified: true, scope: 'local', region: '浙江' }, [
        '浙江省',
        '丽水市',
      ]),
    ).toBe(true)
  })

  it('says that a national law which nobody has read in the original is unchecked', () => {
    const law = {
      title: '某条例',
      article: '第一条',
      gist: '…',
      verified: false,
      scope: 'national',
      region: null,
    } as const
    const unread = aBook({ laws: { N1: law } })
    expect(route(aMatter(), aPlace(), {}, moment, unread).ground).toBe('unchecked')
  })

  it('says that hours are provisional when the next opening falls into a year without a table', () => {
    const newYearsEve = { now: Date.parse('2026-12-31T20:00:00+08:00'), calendar: moment.calendar }
    const office = anAgency({
      phones: [aPhone({ schedules: [{ days: 'every', opensAt: '08:00', closesAt: '18:00' }] })],
    })
    const provisional = (agencies: Place['agencies']) =>
      route(aMatter(), aPlace({ agencies }), {}, newYearsEve, book).provisionalHours
    expect([provisional([office]), provisional([anAgency()])]).toEqual([true, false])
  })

  it("shows the community's own words on the matters that list them", () => {
    const place = aPlace({ settings: { 'water.note': '提前一天通知' } })
    expect(route(aMatter({ settings: ['water.note'] }), place, {}, moment, book).notes).toEqual([
      { label: '停水规定', text: '提前一天通知' },
    ])
    expect(route(aMatter(), place, {}, moment, book).notes).toEqual([])
  })

  it('hides a matter only where a filled-in setting says so', () => {
    const heating = { ...aMatter(), shownWhere: { 'heating.exists': ['central'] } }
    const places: Settings[] = [{}, { 'heating.exists': 'central' }, { 'heating.exists': 'none' }]
    expect(places.map((settings) => isShown(heating, settings))).toEqual([true, true, false])
  })
})

describe('the rule, for any directory', () => {
  const phone = fc.record({
    schedules: fc.constantFrom<Schedule[]>([], closedNow, [{ days: 'workday', opensAt: '08:00', closesAt: '18:00' }]),
  })
  const agencies = fc.array(
    fc.record({
      role: fc.constantFrom('property', 'community', 'street', 'water'),
      phones: fc.array(phone, { maxLength: 2 }),
    }),
    { maxLength: 5 },
  )
  const anyPlace = fc.record({ agencies, property: fc.constantFrom('yes', 'none', undefined) }).map((given) =>
    aPlace({
      settings: given.property === undefined ? {} : { 'property.exists': given.property },
      agencies: given.agencies.map(({ role, phones }, index) =>
        anAgency({
          id: `a${index}`,
          roles: [role],
          phones: phones.map(({ schedules }, at) =>
            aPhone({ id: `p${index}-${at}`, number: `000-${index}${at}`, schedules }),
          ),
        }),
      ),
    }),
  )
  const anyMatter = fc
    .array(
      fc.constantFrom('self', 'property', 'community', 'street', 'water', 'eco', 'police', 'womenfed', 'hotline12345'),
      { minLength: 1, maxLength: 4 },
    )
    .chain((roles) =>
      fc
        .constantFrom('normal' as const, 'urgent' as const, 'emergency' as const)
        .map((urgency) =>
          aMatter({ urgency, answers: [anAnswer({ responsible: roles.map((role) => ({ role, reason: role })) })] }),
        ),
    )

  it('always gives a number to call and always reaches 12345, each number once', () => {
    fc.assert(
      fc.property(anyMatter, anyPlace, (matter, place) => {
        const { contacts, chain } = route(matter, place, {}, moment, book)
        const keys = [...contacts, ...chain].map(({ key }) => key)
        expect(contacts.some(({ line }) => line !== null)).toBe(true)
        expect(keys).toContain('12345')
        expect(new Set(keys).size).toBe(keys.length)
        expect(chain.every(({ line }) => line !== null)).toBe(true)
      }),
    )
  })

  it('never begins with a closed number where it presses', () => {
    fc.assert(
      fc.property(anyMatter, anyPlace, (matter, place) => {
        const { contacts } = route(matter, place, {}, moment, book)
        const first = contacts.find(({ line }) => line !== null)
        expect(matter.urgency === 'normal' || first?.line?.answersNow !== false).toBe(true)
      }),
    )
  })
})
