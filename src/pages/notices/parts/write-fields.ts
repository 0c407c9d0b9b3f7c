import type { Input } from '../../../client'
import type { SentPicture } from '../../../client/use-pictures'
import type { Need } from '../../../domain/directory/types'
import type { NoticeAbout, NoticeKind } from '../../../domain/notice/kinds'
import { mayBeEmergency } from '../../../domain/notice/kinds'
import type { NoticeSpan } from '../../../domain/notice/notice'
import { spanOf } from '../../../domain/notice/spans'
import { aboutOf, freshFilling, type Filling } from '../../../domain/notice/template'
import { addDays, day, dayOf } from '../../../domain/time/clock'
import { writtenFrom, type WrittenNotice } from '../../../text/notice-templates'
import { asksOf, askOfContent, freshAsk, type AskFields } from './write-ask-fields'
import { endOfDay } from './write-spans'
import { whereNames, type Places } from './write-where'

export type Content = Input<'notice.save'>['content']

/** What is being written; it lies on this phone until it is out. */
export interface WriteFields {
  readonly kind: NoticeKind | null
  readonly filling: Filling | null
  readonly needs: readonly Need[]
  readonly isEmergency: boolean
  /** As changed by hand; null: as the template has it. */
  readonly title: string | null
  readonly body: string | null
  readonly pictures: readonly SentPicture[]
  /** Pictures that the notice has had before, by id. */
  readonly held: readonly string[]
  readonly file: { readonly fileId: string; readonly name: string } | null
  /** null: as is usual for what it tells of. */
  readonly validUntil: number | null
  readonly ask: AskFields
  readonly step: 'fill' | 'check'
  /** Which new notice it is, also where the server's reply was lost and other words go up next. */
  readonly draftId: string
  /** As the server knows it; null: it does not yet, or nobody here has heard of it. */
  readonly noticeId: string | null
  readonly seen: number | null
}

export const emptyWrite = (draftId: string): WriteFields => ({
  ...{ kind: null, filling: null, needs: [], isEmergency: false, title: null, body: null },
  ...{ pictures: [], held: [], file: null, validUntil: null, ask: freshAsk, step: 'fill', noticeId: null, seen: null },
  draftId,
})

/** A kind was chosen: its template, with the usual places. */
export const withKind = (kind: NoticeKind, where: Filling['where']): Partial<WriteFields> => ({
  ...{ kind, filling: freshFilling(kind, where), isEmergency: false, title: null, body: null, step: 'fill' },
})

/** Whether another kind would take something away that somebody has filled in. */
export const isFilled = ({ kind, filling, title, body }: WriteFields, where: Filling['where']): boolean =>
  title !== null ||
  body !== null ||
  (kind !== null && filling !== null && JSON.stringify(filling) !== JSON.stringify(freshFilling(kind, where)))

/** What lies on the server, to be written on: its words stand, nobody knows which blanks they came from. */
export function fieldsOf(
  content: Content,
  file: WriteFields['file'],
  at: { readonly noticeId: string; readonly draftId: string; readonly seen: number; readonly isOut: boolean },
): WriteFields {
  const { about, span, where, needs, isEmergency, title, body, pictures, validUntil, consultation, signUp } = content
  const { noticeId, draftId, seen, isOut } = at
  const filling = freshFilling(about.kind, where)
  return {
    ...emptyWrite(draftId),
    ...{ kind: about.kind, needs, isEmergency, title, body, held: pictures, file, noticeId, seen, step: 'check' },
    filling: { ...filling, span, choices: { ...filling.choices, what: about.what } },
    validUntil: validUntil === span?.until ? null : validUntil,
    ask: askOfContent(consultation, signUp, isOut),
  }
}

export const writtenOf = ({ kind, filling }: WriteFields, places: Places, now: number): WrittenNotice | null =>
  kind === null || filling === null
    ? null
    : writtenFrom(kind, filling, { places: whereNames(places, filling.where), now })

/** Days for which it holds, where nothing says when it ends. */
const usualDays: Readonly<Record<NoticeKind, number>> = {
  ...{ outage: 1, work: 7, service: 7, meeting: 7, safety: 7, 'lost-found': 30 },
}

/** What came out of a question stands so long after its deadline: a notice that is over shows nobody anything. */
const resultStands = 7 * day

/** With the end of what it tells of, or of what it asks. */
function usualEnd(about: NoticeAbout, span: NoticeSpan | null, ends: readonly number[], now: number): number {
  const known = [...(span?.until != null ? [span.until] : []), ...ends]
  if (known.length > 0) return Math.max(...known)
  return endOfDay(addDays(dayOf(Math.max(now, span?.from ?? now)), usualDays[about.kind]))
}

/** Until when it holds, also where what it tells of was made longer after that was chosen. */
function validUntilOf(
  { about, span }: Pick<Content, 'about' | 'span'>,
  chosen: WriteFields['validUntil'],
  ends: readonly number[],
  now: number,
): number {
  return chosen === null ? usualEnd(about, span, ends, now) : Math.max(chosen, span?.until ?? 0, ...ends)
}

const orEmpty = (typed: string | null, written: string | undefined): string => (typed ?? written ?? '').trim()

/** What is sent; null: nobody has said what it is about. */
export function contentOf(fields: WriteFields, places: Places, now: number): Content | null {
  const { kind, filling, needs, isEmergency, title, body, pictures, held, file } = fields
  const about = kind === null || filling === null ? null : aboutOf(kind, filling)
  if (about === null || filling === null) return null
  const written = writtenOf(fields, places, now)
  const { consultation, signUp } = asksOf(about, fields.ask, filling.span)
  const span = spanOf({ about, span: filling.span }, consultation)
  const ends = [...(consultation ? [consultation.until + resultStands] : []), ...(signUp ? [signUp.beginsAt] : [])]
  return {
    ...{ about, span, needs },
    where: filling.where ?? { kind: 'buildings', ids: [] },
    isEmergency: isEmergency && mayBeEmergency(about),
    title: orEmpty(title, written?.title),
    body: orEmpty(body, written?.body),
    pictures: [...held, ...pictures.map(({ pictureId }) => pictureId)],
    fileId: file?.fileId ?? null,
    validUntil: validUntilOf({ about, span }, fields.validUntil, ends, now),
    ...{ consultation, signUp },
  }
}
