import { isProvisional } from '../time/hours'
import { absenceOf, contactFor, lastContact, mergeContacts, type Book, type Contact, type Moment } from './contacts'
import { decide, holdsIn, knownAnswers, questionsToAsk, type Answered } from './decide'
import type { Answer, EmergencyNumber, Knowledge, Law, Matter, Place, Question, Urgency } from './types'

export const emergencyNumbers = ['110', '119', '120'] as const satisfies readonly EmergencyNumber[]

/**
 * What stands behind the answer: a national law that was read in the original, one that was not, local rules that
 * the community must confirm, or common practice.
 */
export type Ground = 'law' | 'unchecked' | 'local' | 'practice'

/** The answer to 找谁: what to do first, whom to call in which order and why, and who comes next. */
export interface Route {
  readonly matterId: string
  readonly urgency: Urgency
  readonly safetyFirst: string | null
  /** For a danger: 110, 119, 120 in this fixed order, the fitting one marked. */
  readonly emergency: readonly { readonly number: EmergencyNumber; readonly fits: boolean }[] | null
  readonly questions: readonly { readonly question: Question; readonly chosen: string | null }[]
  /** Whom to turn to, in order; at least one has a number. */
  readonly contacts: readonly Contact[]
  /** Who comes next when none of them answers; with `contacts` it always reaches 12345. */
  readonly chain: readonly Contact[]
  readonly basis: readonly (Law & { readonly id: string })[]
  readonly ground: Ground
  /** What the community says about this matter (setting id → its words). */
  readonly notes: readonly { readonly label: string; readonly text: string }[]
  /** Something said of opening hours rests on a year whose holidays are not known: it may be wrong on a holiday. */
  readonly provisionalHours: boolean
}

/**
 * Whoever is really there comes before whoever stands in. In a hurry those who certainly do not answer at this hour
 * come last: the first number must ring. Otherwise it is better to know whose it is and when they open, and whoever
 * took over work that nobody else has here keeps its place: a car in the way is for the committee, not for 110.
 */
function rankOf({ line, standsInFor }: Contact, urgency: Urgency): number {
  if (urgency === 'normal') return standsInFor === null || standsInFor.why === 'none-here' ? 0 : 1
  return (line?.answersNow === false ? 2 : 0) + (standsInFor === null ? 0 : 1)
}

/** Those with a number in this order, each person without one where they stand. */
function withDialable(contacts: readonly Contact[], dialable: readonly Contact[]): readonly Contact[] {
  const next = dialable.values()
  const placed = contacts.flatMap((contact) => {
    const taken = contact.line === null ? contact : next.next().value
    return taken ? [taken] : []
  })
  return [...placed, ...next]
}

const dialableOf = (contacts: readonly Contact[]) => contacts.filter(({ line }) => line !== null)

const inOrder = (contacts: readonly Contact[], urgency: Urgency) =>
  withDialable(
    contacts,
    dialableOf(contacts).sort((one, other) => rankOf(one, urgency) - rankOf(other, urgency)),
  )

/**
 * Where nobody who was named answers at this hour, the first of the chain who does comes before them. 110, 119 and
 * 120 do not stand in for an office that is closed: a danger shows them anyway.
 */
function withSomebodyAwake(contacts: readonly Contact[], chain: readonly Contact[]): readonly Contact[] {
  const dialable = dialableOf(contacts)
  const [closed] = dialable
  if (!closed || dialable.some(({ line }) => line?.answersNow !== false)) return contacts
  const awake = chain.find(
    ({ key, line }) => line?.answersNow === true && !emergencyNumbers.some((number) => number === key),
  )
  if (!awake) return contacts
  const standsInFor = { role: closed.role, name: closed.agency?.name ?? closed.roleName, why: 'closed-now' } as const
  return withDialable(contacts, [{ ...awake, reasons: [], standsInFor }, ...dialable])
}

/** Everybody whom an answer names here: work that does not exist here is left out while somebody else is named. */
function namedIn({ responsible }: Answer, place: Place, book: Book, moment: Moment): readonly Contact[] {
  const contactsOf = (named: Answer['responsible']) =>
    mergeContacts(named.map(({ role, reason }) => contactFor(role, [reason], place, book, moment)))
  const reachable = (contacts: readonly Contact[]) => dialableOf(contacts).length > 0

  const needed = contactsOf(responsible.filter(({ role }) => absenceOf(role, place, book)?.work !== 'falls-away'))
  if (reachable(needed)) return needed
  const all = contactsOf(responsible)
  return reachable(all) ? all : mergeContacts([...all, contactFor('community', [], place, book, moment)])
}

function chainAfter(
  contacts: readonly Contact[],
  matter: Matter,
  place: Place,
  book: Book,
  moment: Moment,
): readonly Contact[] {
  const climbed = matter.escalation.filter(
    (role) => role !== 'hotline12345' && absenceOf(role, place, book)?.work !== 'falls-away',
  )
  const roles = [...climbed, 'community', 'street']
  const next = roles.map((role) => contactFor(role, [], place, book, moment)).filter((contact) => contact.line !== null)
  const last = lastContact([], book)
  const before = next.filter((contact) => contact.key !== last.key)
  return mergeContacts([...before, last]).filter((contact) => !contacts.some(({ key }) => key === contact.key))
}

/** The rule of 找谁. */
export function route(
  matter: Matter,
  place: Place,
  answered: Answered,
  moment: Moment,
  knowledge: Book & Pick<Knowledge, 'laws'>,
): Route {
  const known = knownAnswers(matter, place.settings, answered)
  const answer = decide(matter, place.settings, known)

  const named = inOrder(namedIn(answer, place, knowledge, moment), matter.urgency)
  const beyond = chainAfter(named, matter, place, knowledge, moment)
  const contacts = matter.urgency === 'normal' ? named : withSomebodyAwake(named, beyond)
  const chain = beyond.filter(({ key }) => !contacts.some((contact) => contact.key === key))

  const cited = answer.basis.flatMap((id) => {
    const law = knowledge.laws[id]
    return law ? [{ ...law, id }] : []
  })
  const national = cited.filter((law) => law.scope === 'national')
  const ground: Ground = national.some((law) => law.verified)
    ? 'law'
    : national.length > 0
      ? 'unchecked'
      : cited.length > 0
        ? 'local'
        : 'practice'

  const openings = [...contacts, ...chain].flatMap(({ line }) => line?.opensAt ?? [])

  return {
    matterId: matter.id,
    urgency: matter.urgency,
    safetyFirst: matter.safetyFirst,
    emergency: matter.emergency
      ? emergencyNumbers.map((number) => ({ number, fits: number === matter.emergency }))
      : null,
    questions: questionsToAsk(matter, place.settings, answered).map((question) => ({
      question,
      chosen: known[question.id] ?? null,
    })),
    contacts,
    chain,
    basis: cited.filter((law) => holdsIn(law, place.region)),
    ground,
    notes: knowledge.settings.flatMap((setting) => {
      const text =
        setting.kind === 'text' && matter.settings.includes(setting.id) ? place.settings[setting.id] : undefined
      return setting.kind === 'text' && text ? [{ label: setting.label, text }] : []
    }),
    provisionalHours: [moment.now, ...openings].some((at) => isProvisional(at, moment.calendar)),
  }
}
