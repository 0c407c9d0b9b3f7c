import { refuse, type NoticeContentFields, type Refused } from '../../contract'
import { asksVoices } from '../../domain/notice/kinds'
import type { NoticeContent } from '../../domain/notice/notice'
import { askProblems, problemsOf, type NoticeProblem } from '../../domain/notice/problems'
import { spanOf } from '../../domain/notice/spans'
import type { NoticeFields } from '../store/documents'
import type { NoticeRow } from './load'

/** What a notice asks of people, beside its words. */
export type NoticeAsks = Pick<NoticeFields, 'consultation' | 'signUp'>

/** What somebody writes, as the rules have it. */
export function contentOf(communityId: string, fields: NoticeContentFields): NoticeContent {
  const { about, where, needs, isEmergency, title, body, pictures, fileId, validUntil } = fields
  const span = spanOf(fields, fields.consultation)
  const audience = { communityId, where, needs }
  return { about, span, audience, isEmergency, title, body, pictures, fileId, validUntil }
}

/** A question belongs to 商量 and 征求意见, a sign-up to 报名: with another kind it is left out. */
export function asksOf({ about, consultation, signUp }: NoticeContentFields): NoticeAsks {
  const signs = about.kind === 'meeting' && about.what === 'sign-up'
  return { consultation: asksVoices(about) ? consultation : null, signUp: signs ? signUp : null }
}

/** What keeps it from going out. What is out already may be written anew also when its own deadline is over. */
export const problemsIn = (
  row: Pick<NoticeRow, 'outAt'> | null,
  content: NoticeContent,
  asks: NoticeAsks,
  now: number,
): readonly NoticeProblem[] => [
  ...problemsOf(content, now),
  ...(row === null || row.outAt === null ? askProblems(asks, now) : []),
]

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))

/**
 * What is asked once the notice has been out stays as it was asked: people have answered it. Its deadline may be put off.
 * Of a change of the kind nobody's answer is lost either. A sign-up moves with the time of what it is for: that may be
 * another one, and not none.
 */
export function asksAfter(
  row: NoticeRow | null,
  asks: NoticeAsks,
  { span }: Pick<NoticeContent, 'span'>,
): NoticeAsks | Refused<'notice.fixed'> {
  if (row === null || row.outAt === null) return asks
  const isTimeless = (span?.from ?? null) === null && (row.shown?.span?.from ?? null) !== null
  if (row.signUp !== null && isTimeless) return refuse('notice.fixed')
  const { consultation: before, signUp } = row
  const { consultation: now } = asks
  const isLater = before !== null && now !== null && now.until >= before.until
  const isKept = isSame(before && { ...before, until: 0 }, now && { ...now, until: 0 }) && (before === null || isLater)
  return isKept && isSame(signUp, asks.signUp) ? asks : refuse('notice.fixed')
}

/** Whether somebody typed anything else than what lies there. */
export const isRewritten = (row: NoticeRow, content: NoticeContent, asks: NoticeAsks): boolean => {
  const { next } = row
  return next === null || !isLike(next, row, content, asks)
}

/** Whether what somebody typed is what lies there already. */
export function isLike(
  edition: NoticeContent,
  { consultation, signUp }: NoticeAsks,
  content: NoticeContent,
  asks: NoticeAsks,
): boolean {
  const { about, span, audience, isEmergency, title, body, pictures, fileId, validUntil } = edition
  const before = { about, span, audience, isEmergency, title, body, pictures, fileId, validUntil }
  return isSame({ ...before, consultation, signUp }, { ...content, ...asks })
}

/** With the keys of every object in one order: a database keeps none. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, one]) => [name, sorted(one)]),
  )
}
