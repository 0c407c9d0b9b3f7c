import { viewDoor } from '../../cloud/door/view'
import { upgrade, type Definition, type OldFields } from '../../cloud/store/collection'
import { definitions } from '../../cloud/store/documents'
import { holdsIn, route, type Answered, type Contact, type Matter, type Place, type Route } from '../../domain/routing'
import { knowledge } from '../../knowledge'
import { calendar } from '../../knowledge/calendar/calendar'
import { demoRows } from '../../local/demo-rows'

/** The hours at which the walk asks: when offices answer, when they do not, and when nobody knows the year. */
export const walkedMoments = {
  'a weekday at noon': Date.parse('2026-11-18T12:00:00+08:00'),
  'a weekday at two in the night': Date.parse('2026-11-18T02:00:00+08:00'),
  'a public holiday at noon': Date.parse('2026-10-01T12:00:00+08:00'),
  'a day of a year without a table': Date.parse('2027-03-02T12:00:00+08:00'),
} as const
export type WalkedMoment = keyof typeof walkedMoments

/** One question put to the rule, and what it answered. */
export interface Walked {
  readonly place: Place
  readonly matter: Matter
  readonly answered: Answered
  readonly moment: WalkedMoment
  readonly route: Route
  /** The digits of every number offered, in order. */
  readonly numbers: readonly string[]
}

const digits = (number: string) => number.replace(/\D/g, '')
const dialable = (contacts: readonly Contact[]) => contacts.filter(({ line }) => line !== null)
const numbersOf = ({ contacts, chain }: Route) =>
  [...contacts, ...chain].flatMap(({ line }) => (line === null ? [] : [digits(line.number)]))
const messagesOnly = knowledge.hotlines.flatMap(({ channel, number }) => (channel === 'sms' ? [number] : []))

/** For whom a matter's table gives this reason. */
const writtenFor = ({ answers }: Matter, reason: string) =>
  answers.flatMap(({ responsible }) => responsible.flatMap((named) => (named.reason === reason ? [named.role] : [])))

/** Whether a role is this one's own, and not one for which they stand in. */
const has = (role: string, { agency, key, role: own }: Contact, place: Place) =>
  agency === null
    ? role === own || knowledge.roles[role]?.phone === key
    : place.agencies.some(({ id, roles }) => id === agency.id && roles.includes(role))

/** What has to hold of every answer; the names read as sentences. */
export const walkedRules = {
  'there is a first contact to dial': ({ route: { contacts } }) => dialable(contacts).length > 0,
  'there is a fallback with another number': ({ numbers }) => new Set(numbers).size > 1,
  'no number is offered twice': ({ numbers }) => new Set(numbers).size === numbers.length,
  'every number can be dialled': ({ numbers }) => numbers.every((number) => number.length >= 3),
  'no number takes messages only': ({ numbers }) => !numbers.some((number) => messagesOnly.includes(number)),
  '12345 is within reach': ({ numbers }) => numbers.includes('12345'),
  'everybody named is named for a reason': ({ route: { contacts } }) =>
    contacts.every(
      ({ reasons, standsInFor }) =>
        (reasons.length > 0 || standsInFor?.why === 'closed-now') && reasons.every((reason) => reason.trim() !== ''),
    ),
  'nobody who is there in their own right is given a reason that was written for somebody else': ({
    route: { contacts },
    matter,
    place,
  }) =>
    contacts.every(
      (contact) =>
        contact.standsInFor !== null ||
        contact.reasons.every((reason) => writtenFor(matter, reason).some((role) => has(role, contact, place))),
    ),
  'nobody stands in before somebody who is there in their own right and answers now': ({
    route: { urgency, contacts },
  }) => {
    // For ordinary matters whoever took work over that nobody else has here is in charge of it.
    const inCharge = ({ standsInFor }: Contact) =>
      standsInFor === null || (urgency === 'normal' && standsInFor.why === 'none-here')
    const standIn = dialable(contacts).findIndex((contact) => !inCharge(contact))
    const after = standIn < 0 ? [] : dialable(contacts).slice(standIn)
    return !after.some(({ line, standsInFor }) => standsInFor === null && line?.answersNow === true)
  },
  'a danger, and nothing else, shows 110, 119 and 120 with one that fits': ({ route: { emergency }, matter }) =>
    matter.urgency === 'emergency'
      ? emergency?.map(({ number }) => number).join() === '110,119,120' &&
        emergency.filter(({ fits }) => fits).length === 1
      : emergency === null,
  'a danger begins with what to do first': ({ route: { safetyFirst }, matter }) =>
    matter.urgency !== 'emergency' || (safetyFirst ?? '').trim() !== '',
  'a local law is cited in its region only': ({ route: { basis }, place }) =>
    basis.every((law) => holdsIn(law, place.region)),
  'where it presses, whoever answers now comes before whoever is closed': ({ route: { urgency, contacts } }) => {
    const closed = dialable(contacts).findIndex(({ line }) => line?.answersNow === false)
    const after = closed < 0 ? [] : dialable(contacts).slice(closed)
    return urgency === 'normal' || !after.some(({ line }) => line?.answersNow === true)
  },
  'where it presses, the first number is not closed while anybody further on answers': ({ route: found }) => {
    const [first, ...others] = dialable([...found.contacts, ...found.chain])
    if (found.urgency === 'normal' || first?.line?.answersNow !== false) return true
    return !others.some(({ line }) => line?.answersNow === true)
  },
  'hours are provisional where the year has no table, and nowhere else': ({ route: { provisionalHours }, moment }) =>
    provisionalHours === (moment === 'a day of a year without a table'),
  'at most two questions are asked': ({ route: { questions } }) => questions.length <= 2,
} satisfies Record<string, (walked: Walked) => boolean>
export type WalkedRule = keyof typeof walkedRules

const documentsOf = <Fields extends object>(definition: Definition<Fields>) =>
  demoRows()
    .filter(({ collection }) => collection === definition.name)
    .flatMap(({ documents }) => documents.map((stored) => upgrade(definition, stored as OldFields)))

/** Every building of the demo, and every unit in it, as a phone gets it from the server. */
export function walkedPlaces(): readonly Place[] {
  const communities = documentsOf(definitions.communities)
  return documentsOf(definitions.buildings).flatMap((building) =>
    [null, ...building.units.map(({ id }) => id)].map((unitId) => {
      const community = communities.find(({ _id }) => _id === building.communityId)
      const view = community && viewDoor(community, building, unitId, 0)
      if (!view) throw new Error(`the demo has no place ${building._id} ${unitId ?? ''}`)
      return { ...view.place, settings: view.settings, agencies: view.agencies }
    }),
  )
}

/** Every way to answer a matter's questions, each of them left open or given one of its options. */
export const answersTo = ({ questions }: Matter): readonly Answered[] =>
  questions.reduce<readonly Answered[]>(
    (ways, { id, options }) =>
      ways.flatMap((way) => [way, ...options.map((option): Answered => ({ ...way, [id]: option.id }))]),
    [{}],
  )

/** Every place × matter × way to answer its questions × moment. */
export function* walk(): Generator<Walked> {
  const moments = (Object.keys(walkedMoments) as WalkedMoment[]).map((name) => ({
    name,
    moment: { now: walkedMoments[name], calendar },
  }))
  for (const place of walkedPlaces())
    for (const matter of knowledge.matters)
      for (const answered of answersTo(matter))
        for (const { name, moment } of moments) {
          const found = route(matter, place, answered, moment, knowledge)
          yield { place, matter, answered, moment: name, route: found, numbers: numbersOf(found) }
        }
}

export interface WalkReport {
  readonly cases: number
  /** Rule → the cases that break it, in words. */
  readonly broken: Readonly<Record<WalkedRule, readonly string[]>>
}

const nameOf = ({ place, matter, answered, moment }: Walked) =>
  `${place.unitId ?? place.buildingId}, ${matter.id} ${JSON.stringify(answered)}, ${moment}`

/** Walks everything and holds every answer against every rule. */
export function walkAll(): WalkReport {
  const rules = Object.entries(walkedRules) as [WalkedRule, (walked: Walked) => boolean][]
  const broken = Object.fromEntries(rules.map(([rule]) => [rule, [] as string[]])) as Record<WalkedRule, string[]>
  let cases = 0
  for (const walked of walk()) {
    cases++
    for (const [rule, holds] of rules) if (!holds(walked)) broken[rule].push(nameOf(walked))
  }
  return { cases, broken }
}
