import { askingDue, followUpsDue, remindersDue } from '../../domain/request/due'
import { hearersOfMark, newsOf, type Hearers, type News } from '../../domain/request/news'
import { numberOf } from '../../domain/request/number'
import type { RequestEvent } from '../../domain/request/request'
import { calendar } from '../../knowledge/calendar/calendar'
import type { Holders } from '../filing/holders'
import type { Telling as TellingOf } from '../filing/look'
import type { Said } from '../people/say'
import type { RequestRow } from './load'
import { peopleOf } from './tell-whom'

/** Where those who follow a request, and those who work on it, read it. */
export const viewPath = (requestId: string): string => `/pages/request/view/index?id=${requestId}`
export const deskPath = (requestId: string): string => `/pages/desk/request/index?id=${requestId}`

type Telling = TellingOf<RequestRow>

interface Told {
  readonly row: RequestRow
  readonly event: RequestEvent | null
  /** The same for the same news: nobody hears it twice. */
  readonly cause: string
  readonly params: Readonly<Record<string, string>>
}

/**
 * For each of the people concerned, once and in one order: what they hear. Who works on it and follows it as well hears
 * what there is to do.
 */
async function saidTo(news: readonly News[], { row, event, cause, params }: Told, holders: Holders): Promise<Said[]> {
  const heard = new Map<string, Said>()
  const ofOffice = news.filter(({ to }) => !isFollowing(to))
  for (const { to, kind, step } of [...ofOffice, ...news.filter((one) => !ofOffice.includes(one))]) {
    const isOffice = !isFollowing(to)
    for (const person of await peopleOf(to, row, event, holders)) {
      if (person === event?.person || heard.has(person)) continue
      // What is on somebody's desk no more they may not read.
      const path = to === 'losers' ? null : isOffice ? deskPath(row._id) : viewPath(row._id)
      const more: Told['params'] = isOffice ? (step ? { step } : {}) : own(row, person)
      heard.set(person, { person, kind, params: { ...params, ...more }, path, cause })
    }
  }
  return [...heard.values()].sort((one, other) => (one.person < other.person ? -1 : 1))
}

const isFollowing = (to: Hearers): boolean => to === 'owner' || to === 'followers'

/** Whether it is theirs, or one that they joined. */
const own = ({ neighbours }: RequestRow, person: string) => ({
  whose: neighbours.some((one) => one.person === person) ? 'joined' : 'own',
})

const about = (row: RequestRow) => ({
  number: numberOf(row),
  ...(row.agencyName === null ? {} : { agency: row.agencyName }),
  ...(row.open ? { due: String(row.dueAt) } : {}),
})

/** The next event that was not told to everybody; null: none. */
export async function nextNews(row: RequestRow, holders: Holders): Promise<Telling | null> {
  const event = row.events[row.told]
  if (!event) return null
  const params = { ...about(row), step: event.verb, to: event.to }
  const cause = `${row._id}/${event.id}`
  return {
    said: await saidTo(newsOf(event, row), { row, event, cause, params }, holders),
    after: (told) => ({ ...told, told: told.told + 1, toldTo: 0 }),
  }
}

/** One reminder: its marks are told together, as the last of them. */
async function reminding(
  row: RequestRow,
  marks: readonly string[],
  news: readonly News[],
  more: Readonly<Record<string, string>>,
  holders: Holders,
): Promise<Telling> {
  const told = { row, event: null, cause: `${row._id}/${marks.at(-1)}`, params: { ...about(row), ...more } }
  return {
    said: await saidTo(news, told, holders),
    after: (done) => ({ ...done, marks: [...done.marks, ...marks], toldTo: 0 }),
  }
}

/** The next reminder that is due: of a clock, to the resident who is asked once more, of what was agreed; null: none. */
export async function nextReminder(row: RequestRow, now: number, holders: Holders): Promise<Telling | null> {
  const [late] = remindersDue(row, now, calendar)
  if (late) {
    const { clock, reached, marks } = late
    const news = hearersOfMark[reached].map((to): News => ({ to, kind: 'request.due' }))
    return reminding(row, marks, news, { clock, mark: reached }, holders)
  }
  const asked = askingDue(row, now)
  if (asked.length > 0) {
    const isQuestion = row.state === 'info-requested'
    // What nobody answers the leaders ask by phone, so that it does not lie there for ever.
    const news = [askOwner, ...(row.mustCallBack || isQuestion ? [todoLeaders] : [])]
    const step = isQuestion ? 'request-info' : 'propose-resolution'
    return reminding(row, asked, news, { step, to: row.state }, holders)
  }
  const agreed = followUpsDue(row, now)
  return agreed.length > 0 ? reminding(row, agreed, [todoLeaders], { step: 'follow-up', to: row.state }, holders) : null
}

const askOwner: News = { to: 'owner', kind: 'request.ask' }
const todoLeaders: News = { to: 'leaders', kind: 'request.todo' }
