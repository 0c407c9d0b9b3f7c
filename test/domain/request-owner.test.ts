import fc from 'fast-check'
import { ownerOf, type Owner } from '../../src/domain/request/owner'
import {
  route,
  type Agency,
  type Answered,
  type Contact,
  type Matter,
  type Place,
  type Schedule,
} from '../../src/domain/routing'
import { knowledge } from '../../src/knowledge'
import { calendar } from '../../src/knowledge/calendar/calendar'
import { answersTo, walkedMoments, walkedPlaces } from '../../src/tools/support/walk'
import { aBook, aMatter, anAgency, anAnswer, aPhone, aPlace } from '../support/builders'

const book = aBook()
const property = anAgency({ id: 'a-property', name: '物业', roles: ['property'] })
const water = anAgency({ id: 'a-water', name: '供水公司', roles: ['water'] })
const committee = anAgency({ id: 'a-committee', name: '居委会', roles: ['community'] })
const street = anAgency({ id: 'a-street', name: '街道办', roles: ['street'] })
const named = (...roles: string[]) =>
  aMatter({ answers: [anAnswer({ responsible: roles.map((role) => ({ role, reason: `归${role}` })) })] })
const owner = (
  matter: Matter | null,
  agencies: readonly Agency[],
  handled: readonly string[],
  over: Partial<Place> = {},
) => ownerOf({ matter, place: aPlace({ agencies, ...over }), answered: {} }, new Set(handled), book)

describe('whose a request is', () => {
  it('is the first that the rule names', () => {
    expect(owner(named('water', 'property'), [property, water], ['a-property', 'a-water'])).toEqual({
      agencyId: 'a-water',
      because: 'routed',
      agencyName: '供水公司',
      others: ['a-property'],
    })
  })

  it('is the next that has a handler, where the first has none', () => {
    expect(owner(named('water', 'property'), [property, water], ['a-property'])).toMatchObject({
      agencyId: 'a-property',
      because: 'routed',
      others: ['a-water'],
    })
  })

  it('is for the grid leader to say where nobody who is named has a handler, and it says whose it would be', () => {
    expect(owner(named('water', 'property'), [property, water], [])).toEqual({
      agencyId: null,
      because: 'no-handler',
      agencyName: '供水公司',
      others: ['a-water', 'a-property'],
    })
  })

  it('is not the resident’s, who stands before those with a desk', () => {
    expect(owner(named('self', 'property'), [property], ['a-property']).agencyId).toBe('a-property')
  })

  it('is not a hotline’s', () => {
    expect(owner(named('police', 'hotline12345'), [property], ['a-property'])).toEqual({
      agencyId: null,
      because: 'no-agency',
      agencyName: null,
      others: [],
    })
  })

  it('is that of a police station or a street which the directory lists and which has a handler', () => {
    const station = anAgency({ id: 'a-station', name: '派出所', roles: ['police'] })
    expect(owner(named('police'), [station], ['a-station']).agencyId).toBe('a-station')
    expect(owner(named('street'), [street], ['a-street']).agencyId).toBe('a-street')
  })

  it('is not the committee’s, which only passes a call on for somebody who is not listed', () => {
    expect(owner(named('water'), [committee, street], ['a-committee', 'a-street'])).toMatchObject({
      agencyId: null,
      because: 'no-agency',
      others: [],
    })
  })

  it('is not the committee’s where it was added only so that there is a number', () => {
    expect(owner(named('self'), [committee], ['a-committee']).because).toBe('no-agency')
  })

  it('is the committee’s where there is no property company, whose work it then has', () => {
    const settings = { 'property.exists': 'none' }
    expect(owner(named('property'), [property, committee], ['a-property', 'a-committee'], { settings }).agencyId).toBe(
      'a-committee',
    )
  })

  it('is that of an agency which has a handler and no number', () => {
    const silent = anAgency({ id: 'a-silent', roles: ['property'], phones: [] })
    expect(owner(named('property'), [silent, committee], ['a-silent', 'a-committee']).agencyId).toBe('a-silent')
  })

  it('is the first that the rule names in a hurry too, though only the second answers at night', () => {
    const closed = anAgency({
      ...water,
      phones: [aPhone({ schedules: [{ days: 'holiday', opensAt: '01:00', closesAt: '02:00' }] })],
    })
    const matter = { ...named('water', 'property'), urgency: 'urgent' } as const
    expect(owner(matter, [property, closed], ['a-property', 'a-water']).agencyId).toBe('a-water')
  })

  it('is for the grid leader to say where there is no matter', () => {
    expect(owner(null, [property, committee], ['a-property', 'a-committee'])).toEqual({
      agencyId: null,
      because: 'no-agency',
      agencyName: null,
      others: [],
    })
  })

  it('is decided by what was answered', () => {
    const question = {
      id: 'where',
      text: '？',
      options: [
        { id: 'home', label: '家' },
        { id: 'road', label: '路' },
      ],
    }
    const matter = aMatter({
      questions: [question],
      answers: [
        anAnswer({ when: { where: 'road' }, responsible: [{ role: 'water', reason: '路上归供水' }] }),
        anAnswer({ responsible: [{ role: 'property', reason: '小区归物业' }] }),
      ],
    })
    const place = aPlace({ agencies: [property, water] })
    const asked = (answered: Answered) => ownerOf({ matter, place, answered }, new Set(['a-property', 'a-water']), book)
    expect(asked({ where: 'road' }).agencyId).toBe('a-water')
    expect(asked({}).agencyId).toBe('a-property')
  })
})

describe('everywhere in the demo, whatever is asked and however it is answered', () => {
  const inOwnRight = ({ standsInFor, reasons }: Contact) =>
    reasons.length > 0 && (standsInFor === null || standsInFor.why === 'none-here')
  const agenciesOf = (contacts: readonly Contact[]) =>
    contacts.filter(inOwnRight).flatMap(({ agency }) => agency?.id ?? [])
  // Agencies serve buildings: the units of one are answered alike.
  const places = walkedPlaces().filter(({ unitId }) => unitId === null)
  const all = new Set(places.flatMap(({ agencies }) => agencies.map(({ id }) => id)))
  const some = new Set([...all].filter((_, at) => at % 3 === 0))

  const none: ReadonlySet<string> = new Set()
  const moments = Object.values(walkedMoments).map((now) => ({ now, calendar }))

  /** Whether an owner fits what 找谁 said at some hour: `agencies` are those it named in their own right, in its order. */
  const agrees = (found: Owner, agencies: readonly string[], handled: ReadonlySet<string>, matter: Matter) => {
    const told = [...(found.agencyId === null ? [] : [found.agencyId]), ...found.others]
    const first = agencies.find((id) => handled.has(id)) ?? null
    return (
      [...told].sort().join() === [...agencies].sort().join() &&
      (first === null) === (found.agencyId === null) &&
      (found.agencyId === null || handled.has(found.agencyId)) &&
      (matter.urgency !== 'normal' || found.agencyId === first)
    )
  }

  it('it is somebody whom 找谁 names at every hour, and in its order where nothing presses', () => {
    const wrong: string[] = []
    const reasons = new Set<Owner['because']>()
    for (const place of places)
      for (const matter of knowledge.matters)
        for (const answered of answersTo(matter)) {
          const said = moments.map((moment) => agenciesOf(route(matter, place, answered, moment, knowledge).contacts))
          for (const handled of [all, some, none]) {
            const found = ownerOf({ matter, place, answered }, handled, knowledge)
            reasons.add(found.because)
            if (!said.every((agencies) => agrees(found, agencies, handled, matter)))
              wrong.push(`${place.buildingId}, ${matter.id} ${JSON.stringify(answered)}`)
          }
        }
    expect(wrong.slice(0, 10)).toEqual([])
    expect([...reasons].sort()).toEqual(['no-agency', 'no-handler', 'routed'])
  })

  it('it does not hang on the hours at which anybody answers', () => {
    const spans: readonly (readonly Schedule[])[] = [
      [],
      [{ days: 'workday', opensAt: '09:00', closesAt: '17:00' }],
      [{ days: 'holiday', opensAt: '22:00', closesAt: '06:00' }],
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.constantFrom(...knowledge.matters),
        fc.array(fc.constantFrom(...spans), { minLength: 1, maxLength: 7 }),
        (place, matter, hours) => {
          const agencies = place.agencies.map((agency, at) => ({
            ...agency,
            phones: agency.phones.map((phone) => ({ ...phone, schedules: hours[at % hours.length] ?? [] })),
          }))
          const ask = (where: Place): Owner => ownerOf({ matter, place: where, answered: {} }, some, knowledge)
          expect(ask({ ...place, agencies })).toEqual(ask(place))
        },
      ),
      { numRuns: 500 },
    )
  })
})
