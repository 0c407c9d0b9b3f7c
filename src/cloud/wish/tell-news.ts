import { marked, remindersDue } from '../../domain/wish/due'
import { newsOfEvent, newsOfReminder, type WishNews } from '../../domain/wish/news'
import type { Holders } from '../filing/holders'
import type { Telling as TellingOf } from '../filing/look'
import type { Said } from '../people/say'
import type { WishRow } from './load'
import { isOfficeHearer, officeOf, peopleIn, type About } from './tell-whom'
import { isWishers } from './view-who'

type Telling = TellingOf<WishRow>

/** Where those who are in it follow a wish, where the office works on it, and where everybody sees the card. */
export const visitPath = (wishId: string): string => `/pages/wish/visit/index?id=${wishId}`
export const pairPath = (wishId: string): string => `/pages/pair/card/index?id=${wishId}`
export const cardPath = (wishId: string): string => `/pages/wish/card/index?id=${wishId}`
/** A red card by itself. */
export const offerPath = (offerId: string): string => `/pages/wish/card/index?o=${offerId}`

interface Told extends About {
  readonly row: WishRow
  /** The same for the same news: nobody hears it twice. */
  readonly cause: string
}

/** For each of those concerned, once and in one order, what they hear; who did it hears nothing. */
async function saidTo(news: readonly WishNews[], told: Told, holders: Holders): Promise<Said[]> {
  const { row, event, cause } = told
  const heard = new Map<string, Said>()
  for (const { to, kind, step, at } of inOrder(news)) {
    const isOffice = isOfficeHearer(to)
    // A cry that the only one on duty wrote down is heard by somebody else; of the rest whoever did it need not be told.
    const except = kind === 'wish.cry' ? (event?.person ?? null) : null
    const people = isOffice ? await officeOf(to, row, holders, except) : peopleIn(to, row, told)
    for (const person of people) {
      if (person === event?.person || heard.has(person)) continue
      const whose: Said['params'] = isOffice ? {} : { whose: isWishers(row, person) ? 'wisher' : 'helper' }
      const params = { step, ...(at === null ? {} : { at: String(at) }), ...whose }
      heard.set(person, { person, kind, params, path: isOffice ? pairPath(row._id) : visitPath(row._id), cause })
    }
  }
  return [...heard.values()].sort((one, other) => (one.person < other.person ? -1 : 1))
}

/** Whoever has to do something hears that, whatever else they would hear. */
const inOrder = (news: readonly WishNews[]): readonly WishNews[] => [
  ...news.filter(({ kind }) => kind !== 'wish.progress'),
  ...news.filter(({ kind }) => kind === 'wish.progress'),
]

const visitIn = ({ appointments }: WishRow, id: unknown) => appointments.find((visit) => visit.id === id)

/** The next event that was not told to everybody; null: none. */
export async function nextNews(row: WishRow, holders: Holders): Promise<Telling | null> {
  const event = row.events[row.told]
  if (!event) return null
  const told = { row, event, visit: visitIn(row, event.data['appointmentId']), cause: `${row._id}/${event.id}` }
  return {
    said: await saidTo(newsOfEvent(event, row), told, holders),
    after: (done) => ({ ...done, told: done.told + 1, toldTo: 0 }),
  }
}

/** The next reminder that is due; null: none. */
export async function nextReminder(row: WishRow, now: number, holders: Holders): Promise<Telling | null> {
  const [due] = remindersDue(row, now)
  if (!due) return null
  const told = { row, event: null, visit: visitIn(row, due.appointmentId), cause: `${row._id}/${due.mark}` }
  return {
    said: await saidTo(newsOfReminder(due, row), told, holders),
    after: (done) => ({ ...done, marks: marked(done.marks, due), toldTo: 0 }),
  }
}
