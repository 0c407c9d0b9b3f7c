import type { WishView } from '../../contract'
import type { WishEvent } from '../../domain/wish/wish'
import type { WishRow } from './load'
import { isOffice, type Looking } from './view-who'

type EventView = WishView['events'][number]

/** Of what a step carries, what both sides may know. Who called off late and who did not come is for the office alone. */
const forSides: readonly string[] = [
  ...['helperId', 'helperIds', 'appointmentId', 'visitAt', 'nextId', 'nextAt', 'holiday'],
  ...['ended', 'completed', 'done', 'outcome', 'standIn', 'byOffice', 'shows'],
]

/** The history as somebody reads it: never who did a step, save by which side and role. */
export function viewEvents(row: WishRow, looking: Looking): EventView[] {
  const since = sinceWhen(row, looking)
  return row.events
    .filter(({ at, verb }) => isOffice(looking) || (verb !== 'note' && (at >= since || verb === 'hang')))
    .map((event) => ({
      ...{ eventId: event.id, at: event.at, verb: event.verb, actor: event.actor, role: event.role },
      ...{ side: event.side, to: event.to, words: stepWordsFor(event, looking) },
      note: isOffice(looking) && event.note !== '' ? event.note : null,
      data: dataFor(event, looking),
    }))
}

/** From when on somebody reads along: who comes after others does not learn how it went with them. */
export function sinceWhen({ helpers, events }: WishRow, { viewer, side, person }: Looking): number {
  if (viewer !== 'helper') return 0
  const own = helpers.find((helper) => helper.id === side && helper.person === person)
  const came = own ?? [...events].reverse().find((event) => event.verb === 'stand-in' && event.person === person)
  return came?.at ?? Infinity
}

/** The words of a step; null: none, or none that are theirs to read. */
function stepWordsFor({ words, wordsState, person }: WishEvent, looking: Looking): string | null {
  if (words === '') return null
  if (person !== null && person === looking.person) return words
  if (wordsState === 'refused') return null
  return isOffice(looking) || wordsState === 'shown' ? words : null
}

const dataFor = ({ data }: WishEvent, looking: Looking): EventView['data'] =>
  Object.fromEntries(Object.entries(data).filter(([name]) => isOffice(looking) || forSides.includes(name)))
