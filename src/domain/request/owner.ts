import { route, type Agency, type Answered, type Book, type Contact, type Matter, type Place } from '../routing'

/** On whose desk a request lands. */
export interface Owner {
  /** null: the grid leader decides. */
  readonly agencyId: string | null
  /**
   * routed: the rule names this agency. no-handler: it names agencies, and none has a handler in force. no-agency: it
   * names none of the directory, or there is no matter to ask it about.
   */
  readonly because: 'routed' | 'no-handler' | 'no-agency'
  /** The owner's name; with `no-handler` that of the first who is named, so that it can be said whose it would be. */
  readonly agencyName: string | null
  /** Every other agency that is named in its own right, in the rule's order; some may have no handler. */
  readonly others: readonly string[]
}

/** Any moment will do: whoever is asked here is open at all of them. */
const anyMoment = { now: 0, calendar: [] }

/** A line that rings at every hour. It is never shown to anybody. */
const alwaysOpen: Agency['phones'] = [{ id: '', number: '', schedules: [], owner: '', verifiedAt: null }]

/**
 * The same place without its opening hours: a request waits on a desk, so that it must not make a difference when it was
 * written. Whoever has a handler can be reached without a number too.
 */
const withoutHours = (place: Place, handled: ReadonlySet<string>): Place => ({
  ...place,
  agencies: place.agencies.map((agency) =>
    agency.phones.length > 0 || handled.has(agency.id) ? { ...agency, phones: alwaysOpen } : agency,
  ),
})

/**
 * Whether it is theirs, and not somebody else's whom they stand in for. Work that nobody else has here is theirs. One
 * without a reason was only added so that there is a number to dial.
 */
const inOwnRight = ({ standsInFor, reasons }: Contact) =>
  reasons.length > 0 && (standsInFor === null || standsInFor.why === 'none-here')

/**
 * Whose a request is: the first agency of the directory that the rule of 找谁 names in its own right and that has a
 * handler in force. It takes what was asked, and not a finished route: a route's order hangs on the hour.
 * `handled`: the ids of the agencies that have a handler in force.
 */
export function ownerOf(
  asked: { readonly matter: Matter | null; readonly place: Place; readonly answered: Answered },
  handled: ReadonlySet<string>,
  book: Book,
): Owner {
  if (asked.matter === null) return { agencyId: null, because: 'no-agency', agencyName: null, others: [] }
  const place = withoutHours(asked.place, handled)
  const { contacts } = route(asked.matter, place, asked.answered, anyMoment, { ...book, laws: {} })
  const named = contacts.filter(inOwnRight).flatMap(({ agency }) => agency ?? [])
  const owner = named.find(({ id }) => handled.has(id))
  return {
    agencyId: owner?.id ?? null,
    because: owner ? 'routed' : named.length > 0 ? 'no-handler' : 'no-agency',
    agencyName: (owner ?? named[0])?.name ?? null,
    others: named.flatMap(({ id }) => (id === owner?.id ? [] : [id])),
  }
}
