import type { Input } from '../../../client'
import { asksVoices, type NoticeAbout } from '../../../domain/notice/kinds'
import type { NoticeSpan } from '../../../domain/notice/notice'
import { dayOf, type Day } from '../../../domain/time/clock'
import type { noticeAsk } from '../../../text/notice-write'
import { endOfDay } from './write-spans'

type Content = Input<'notice.save'>['content']
export type Consultation = NonNullable<Content['consultation']>
export type SignUp = NonNullable<Content['signUp']>

/** What a meeting's notice asks, as it is filled in. */
export interface AskFields {
  readonly mode: 'options' | 'words'
  readonly options: readonly { readonly id: string; readonly text: string }[]
  readonly most: number
  readonly each: Consultation['each']
  /** The last day. */
  readonly until: Day | null
  readonly names: Consultation['names']
  /** null: as is usual for what it is. */
  readonly isSigned: boolean | null
  /** Digits. */
  readonly places: string
  readonly joinUntil: Day | null
  /** As it went out: only a later deadline is possible. null: it was not out. */
  readonly fixed: { readonly consultation: Consultation | null; readonly signUp: SignUp | null } | null
}

/** Ids that no earlier option has had: a voice names them. */
export const newOption = (options: AskFields['options']) => {
  const used = options.map(({ id }) => Number(id.slice(1)) || 0)
  return { id: `o${Math.max(0, ...used) + 1}`, text: '' }
}

export const freshAsk: AskFields = {
  mode: 'options',
  options: [
    { id: 'o1', text: '' },
    { id: 'o2', text: '' },
  ],
  ...{ most: 1, each: 'household', until: null, names: 'office', isSigned: null, places: '', joinUntil: null },
  fixed: null,
}

export const asksSignUp = ({ what }: Pick<NoticeAbout, 'what'>): boolean => what === 'sign-up'

/** 征求意见 is signed by name, unless somebody says otherwise. */
export const isSignedIn = ({ what }: Pick<NoticeAbout, 'what'>, { isSigned }: AskFields): boolean =>
  isSigned ?? what === 'consent'

const filledOptions = ({ mode, options }: AskFields) =>
  mode === 'words' ? [] : options.flatMap(({ id, text }) => (text.trim() === '' ? [] : [{ id, text: text.trim() }]))

function consultationOf(about: NoticeAbout, ask: AskFields): Consultation | null {
  if (!asksVoices(about) || ask.until === null) return null
  const options = filledOptions(ask)
  return {
    ...{ options, each: ask.each, names: ask.names, isSigned: isSignedIn(about, ask) },
    most: Math.max(1, Math.min(ask.most, options.length)),
    until: endOfDay(ask.until),
  }
}

/** As the contract has it. */
const mostPlaces = 200

function signUpOf(about: NoticeAbout, { places, joinUntil }: AskFields, span: NoticeSpan | null): SignUp | null {
  const beginsAt = span?.from ?? null
  const count = Number(places)
  if (!asksSignUp(about) || beginsAt === null || !Number.isInteger(count) || count < 1 || count > mostPlaces)
    return null
  // Who has chosen no day can sign up until it begins.
  const until = joinUntil === null ? beginsAt : Math.min(endOfDay(joinUntil), beginsAt)
  return { places: count, until, beginsAt }
}

/** What is sent of it; null where it asks nothing, or not yet enough was filled in. */
export const asksOf = (about: NoticeAbout, ask: AskFields, span: NoticeSpan | null) =>
  ask.fixed === null
    ? { consultation: consultationOf(about, ask), signUp: signUpOf(about, ask, span) }
    : { consultation: lengthened(ask.fixed.consultation, ask), signUp: ask.fixed.signUp }

const lengthened = (asked: Consultation | null, { until }: AskFields): Consultation | null =>
  asked === null || until === null || until === dayOf(asked.until - 1) ? asked : { ...asked, until: endOfDay(until) }

export type AskGap = keyof (typeof noticeAsk)['gaps']

/** The first thing that is missing; null: nothing is. */
export function askGap(about: NoticeAbout, ask: AskFields, span: NoticeSpan | null, now: number): AskGap | null {
  if (ask.fixed !== null) return null
  if (asksVoices(about)) {
    const texts = filledOptions(ask).map(({ text }) => text)
    if (ask.mode === 'options' && (texts.length < 2 || new Set(texts).size < texts.length)) return 'options'
    return ask.until === null || endOfDay(ask.until) <= now ? 'until' : null
  }
  if (!asksSignUp(about)) return null
  const begins = span?.from ?? null
  if (begins === null) return 'begins'
  if (signUpOf(about, ask, span) === null) return 'places'
  return ask.joinUntil !== null && ask.joinUntil > dayOf(begins) ? 'early' : null
}

/** As it was asked. A deadline is the end of a day. */
export function askOfContent(consultation: Consultation | null, signUp: SignUp | null, isOut: boolean): AskFields {
  const asked: Partial<AskFields> =
    consultation === null
      ? {}
      : {
          mode: consultation.options.length === 0 ? 'words' : 'options',
          options: consultation.options.length === 0 ? freshAsk.options : consultation.options,
          ...{ most: consultation.most, each: consultation.each, names: consultation.names },
          ...{ isSigned: consultation.isSigned, until: dayOf(consultation.until - 1) },
        }
  const offered: Partial<AskFields> =
    signUp === null
      ? {}
      : {
          places: String(signUp.places),
          joinUntil: signUp.until === signUp.beginsAt ? null : dayOf(signUp.until - 1),
        }
  return { ...freshAsk, ...asked, ...offered, fixed: isOut ? { consultation, signUp } : null }
}
