import { isProvisional } from '../time/hours'
import { contactFor, lastContact, mergeContacts, type Book, type Contact, type Moment } from './contacts'
import { decide, holdsIn, knownAnswers, questionsToAsk, type Answered } from './decide'
import type { EmergencyNumber, Knowledge, Law, Matter, Place, Question, Urgency } from './types'

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
 * In a hurry: first those whose it is and who answer, then whoever stands in for somebody missing, last those who
 * certainly do not answer at this hour. Inside each part the order stays.
 */
const quickestFirst = (contacts: readonly Contact[]) => {
  const rank = ({ line, standsInFor }: Contact) => (line?.answersNow === false ? 2 : standsInFor ? 1 : 0)
  return [0, 1, 2].flatMap((part) => contacts.filter((contact) => rank(contact) === part))
}

function chainAfter(
  contacts: readonly Contact[],
  matter: Matter,
  place: Place,
  book: Book,
  moment: Moment,
): readonly Contact[] {
  const roles = [...matter.escalation.filter((role) => role !== 'hotline12345'), 'community', 'street']
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
  knowledge: Pick<Knowledge, 'roles' | 'hotlines' | 'settings' | 'laws'>,
): Route {
  const known = knownAnswers(matter, place.settings, answered)
  const answer = decide(matter, place.settings, known)

  const named = mergeContacts(
    answer.responsible.map(({ role, reason }) => contactFor(role, [reason], place, knowledge, moment)),
  )
  const reachable = named.some((contact) => contact.line !== null)
  const all = reachable ? named : mergeContacts([...named, contactFor('community', [], place, knowledge, moment)])
  // In a hurry the first number must ring; otherwise it is better to know whose it is, and when they open.
  const contacts = matter.urgency === 'normal' ? all : quickestFirst(all)

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

  const chain = chainAfter(contacts, matter, place, knowledge, moment)
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
