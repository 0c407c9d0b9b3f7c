import { buildingsOf, type NoticeBuilding } from '../../domain/notice/audience'
import type { LateDuty } from '../../domain/notice/late'
import { newsOfNotice, type NoticeHearer, type NoticeNews } from '../../domain/notice/news'
import type { Notice, NoticeEvent } from '../../domain/notice/notice'
import type { Holders } from '../filing/holders'
import type { MembershipRow } from '../handle'
import type { Said } from '../people/say'
import type { NoticeRow } from './load'

type OfficeHearer = Exclude<NoticeHearer, 'openers'>

/** Of one piece of news: a commit has room for twenty documents. Everybody finds it in their drawer. */
const mostHearers = 8
/** Leaders of other grids: more than a community has. What the commit has no room for is written right after it. */
const mostLeaders = 40

/** Where the office works on a notice. */
export const casePath = (communityId: string, gridId: string | null, noticeId: string): string =>
  `/pages/notices/case/index?c=${communityId}${gridId === null ? '' : `&g=${gridId}`}&notice=${noticeId}`
/** Where everybody reads it. */
export const noticePath = (noticeId: string): string => `/pages/notice/view/index?id=${noticeId}`

interface Hearer {
  readonly person: string
  readonly gridId: string | null
}
const hearerOf = ({ person, role, gridId }: MembershipRow): Hearer => ({
  person,
  gridId: role === 'grid-leader' ? gridId : null,
})

/** Something has to be done about it; the rest is good to know. */
const todos: readonly NoticeNews['step'][] = [
  ...(['release', 'review', 'sent-back', 'never-released', 'never-restored'] as const),
  ...(['mend', 'release-late', 'review-late', 'say-restored'] as const),
]

/** What whoever wrote it reads of what everybody else reads too. */
const ownStep = (step: NoticeNews['step']): string =>
  step === 'restored' ? 'own-restored' : step === 'withdrawn' ? 'own-withdrawn' : step

/** What a piece of news is about, as the notice was before it and is after it. */
interface About {
  readonly before: Notice | null
  readonly row: NoticeRow
  readonly step: NoticeNews['step']
}

/** Whoever wrote the words that it is about. */
function writersOf({ before, row, step }: About): readonly (string | null)[] {
  switch (step) {
    case 'sent-back':
    case 'mend':
    case 'never-released':
      return [row.next?.writer ?? null]
    case 'reviewed':
      return before?.unread?.writers ?? []
    default:
      return [row.shown?.writer ?? null]
  }
}

/** Whose words wait for a second pair of eyes, and whether they are a secretary's. */
function readingOf({ row, step }: About): {
  readonly writers: readonly (string | null)[]
  readonly isSecretarys: boolean
} {
  if (step === 'release' || step === 'release-late')
    return { writers: [row.next?.writer ?? null], isSecretarys: row.next?.role === 'secretary' }
  return { writers: row.unread?.writers ?? [], isSecretarys: row.unread?.isSecretarys ?? false }
}

async function hearersOf(to: OfficeHearer, about: About, holders: Holders): Promise<readonly Hearer[]> {
  const { row } = about
  if (to === 'writers')
    return writersOf(about).flatMap((person) => (person === null ? [] : [{ person, gridId: row.gridId }]))
  const secretaries = (await holders('secretary')).map(hearerOf)
  if (to === 'secretary') return secretaries
  const { writers, isSecretarys } = readingOf(about)
  const others = isSecretarys ? [...(await holders('duty')), ...(await holders('grid-leader'))].map(hearerOf) : []
  return [...secretaries, ...others].filter(({ person }) => !writers.includes(person))
}

interface Hearing extends About {
  readonly to: readonly OfficeHearer[]
  /** Who did it, and knows. */
  readonly except: string | null
  readonly cause: string
}

/** One piece of news for each of those in the office whom it concerns. */
async function saidTo({ to, except, cause, ...about }: Hearing, holders: Holders): Promise<Said[]> {
  const { row, step } = about
  const heard = new Map<string, Said>()
  for (const one of to) {
    for (const { person, gridId } of await hearersOf(one, about, holders)) {
      if (person === except || heard.has(person) || heard.size >= mostHearers) continue
      const kind = todos.includes(step) ? 'notice.todo' : 'notice.progress'
      const params = { step: one === 'writers' ? ownStep(step) : step }
      heard.set(person, { person, kind, params, path: casePath(row.communityId, gridId, row._id), cause })
    }
  }
  return [...heard.values()]
}

/** The same for the same event: nobody hears it twice. */
export const eventCause = ({ _id }: Pick<NoticeRow, '_id'>, { id }: Pick<NoticeEvent, 'id'>): string => `${_id}/${id}`

/**
 * The leaders of grids whose buildings it concerns, where another desk wrote it: they lead the groups into which it goes.
 * Told when it goes out first, and not whoever hears of the event anyhow.
 */
async function leadersNews(
  { before, row, event, buildings }: OfficeNews,
  said: readonly Said[],
  holders: Holders,
): Promise<Said[]> {
  const { shown } = row
  const wasOut = (before?.outAt ?? null) !== null
  if (shown === null || event.to !== 'out' || wasOut) return []
  const grids = new Set(buildingsOf(shown.audience, buildings).map(({ gridId }) => gridId))
  const knowing = new Set([event.person, shown.writer, ...said.map(({ person }) => person)])
  const heard = new Map<string, Said>()
  for (const { person, gridId } of (await holders('grid-leader')).map(hearerOf)) {
    if (gridId === null || gridId === row.gridId || !grids.has(gridId) || knowing.has(person)) continue
    if (heard.has(person) || heard.size >= mostLeaders) continue
    const path = casePath(row.communityId, gridId, row._id)
    const cause = eventCause(row, event)
    heard.set(person, { person, kind: 'notice.progress', params: { step: 'to-share' }, path, cause })
  }
  return [...heard.values()]
}

export interface OfficeNews {
  readonly before: Notice | null
  readonly row: NoticeRow
  readonly event: NoticeEvent
  /** The community's. */
  readonly buildings: readonly NoticeBuilding[]
}

/** What the office hears of an event, in its commit. Whoever has opened the notice is told after it. */
export async function officeNews(news: OfficeNews, holders: Holders): Promise<Said[]> {
  const { before, row, event } = news
  const said: Said[] = []
  for (const { to, step } of newsOfNotice(event, row)) {
    if (to === 'openers') continue
    said.push(
      ...(await saidTo({ before, row, step, to: [to], except: event.person, cause: eventCause(row, event) }, holders)),
    )
  }
  said.push(...(await leadersNews(news, said, holders)))
  // One person hears one thing of one event.
  return [...new Map(said.map((one) => [`${one.kind} ${one.person}`, one])).values()]
}

/** What the office hears of something that is late. */
export const lateNews = (row: NoticeRow, { mark, to, step }: LateDuty, holders: Holders): Promise<Said[]> =>
  saidTo(
    { before: row, row, step, to: to.filter((one) => one !== 'openers'), except: null, cause: `${row._id}/${mark}` },
    holders,
  )
