import type { ShownState } from '../../domain/content/check'
import type { Edition, NoticeContent, NoticeEvent } from '../../domain/notice/notice'
import { checkId, newCheck } from '../content/checks'
import { keepersOf, reviewPath, tellKeepers } from '../content/keepers'
import { judgeWords, type Judged } from '../content/words'
import type { Surroundings } from '../handle'
import type { Write } from '../store'
import type { NoticeFields } from '../store/documents'
import type { NoticeRow } from './load'

type Asks = Pick<NoticeFields, 'consultation'>
type Typed = Pick<NoticeContent, 'title' | 'body'>

/** Everything of a notice that was typed and that others will read, judged as one. */
export const judgedNotice = ({ title, body }: Typed, { consultation }: Asks): string =>
  [title, body, ...(consultation?.options ?? []).map(({ text }) => text)].filter((text) => text !== '').join('\n')

/** What a check is about: a very wording, so that a verdict on words that were rewritten meanwhile touches nothing. */
export const editionPart = ({ writtenAt }: Pick<Edition, 'writtenAt'>): string => `edition-${writtenAt}`
export const eventPart = ({ id }: Pick<NoticeEvent, 'id'>): string => `event-${id}`

/** Asks WeChat, where there is anything to ask about. */
export const judged = (context: Pick<Surroundings, 'platform' | 'openid' | 'note'>, words: string): Promise<Judged> =>
  words === '' ? Promise.resolve('shown') : judgeWords(context, words)

/**
 * Words that were not simply passed, in the queue; those who have to look are told. Of words that are sent again as they
 * lay there the look may still wait: there is one of each wording.
 */
export async function noticeCheck(
  { store, now }: Pick<Surroundings, 'store' | 'now'>,
  { _id: id, communityId, gridId }: Pick<NoticeRow, '_id' | 'communityId' | 'gridId'>,
  part: string,
  author: string | null,
  state: 'review' | 'unchecked',
): Promise<{ readonly check: Write | null; readonly news: readonly Write[] }> {
  if (await store.checks.find(checkId('notice', id, part))) return { check: null, news: [] }
  const check = newCheck(store, now, { kind: 'notice', id, part, author, communityId, gridId, state })
  if (state === 'unchecked') return { check, news: [] }
  const keepers = await keepersOf(store, now, { communityId, gridId }, author)
  const news = { kind: 'check.waiting', what: 'notice', cause: checkId('notice', id, part), path: reviewPath } as const
  return { check, news: tellKeepers(store, now, keepers, news) }
}

/** The words that a check is about; null: they are gone, or were written anew. */
export function wordsOfPart(row: NoticeRow, part: string | null): string | null {
  const edition = editionOf(row, part)
  if (edition) return judgedNotice(edition, row) || null
  return row.events.find((event) => eventPart(event) === part)?.words || null
}

const editionOf = ({ shown, next }: NoticeRow, part: string | null): Edition | null =>
  [shown, next].find((edition) => edition !== null && editionPart(edition) === part) ?? null

/** The notice with a verdict on what a check is about. The last event's words are those of its end, if it has one. */
export function withVerdict(row: NoticeRow, part: string | null, wordsState: ShownState): NoticeRow {
  const judgedEdition = (edition: NoticeRow['shown']) =>
    edition && editionPart(edition) === part ? { ...edition, wordsState } : edition
  const event = row.events.find((one) => eventPart(one) === part)
  const isEnd = event !== undefined && row.end !== null && event.at === row.end.at && endVerbs.includes(event.verb)
  return {
    ...row,
    shown: judgedEdition(row.shown),
    next: judgedEdition(row.next),
    end: isEnd && row.end ? { ...row.end, wordsState } : row.end,
    events: row.events.map((one) => (one === event ? { ...one, wordsState } : one)),
  }
}

const endVerbs: readonly NoticeEvent['verb'][] = ['restore', 'withdraw']
