import { refuse, type Refused } from '../../contract'
import { noticeStateAt } from '../../domain/notice/for-me'
import { isOut } from '../../domain/notice/verbs'
import type { SignUp, SignUpRefusal } from '../../domain/notice/sign-up'
import type { Found, Surroundings } from '../handle'
import type { Row } from '../store'
import type { SignUpFields } from '../store/documents'
import { belongsOfNotice, type NoticeRow } from './load'

export type SignUpRow = Row<SignUpFields>

/** A sign-up with the notice that offers it. */
export interface Offered {
  readonly notice: NoticeRow
  readonly row: SignUpRow
}

/** The notice and its sign-up, which has the same `_id`. Two reads at once. */
export async function loadSignUp(
  { noticeId }: { readonly noticeId: string },
  { store }: Surroundings,
): Promise<Found<Offered> | Refused<'notice.missing' | 'signup.none'>> {
  const [notice, row] = await Promise.all([store.notices.find(noticeId), store.signUps.find(noticeId)])
  if (!notice || notice.shown === null) return refuse('notice.missing')
  if (!row) return refuse('signup.none')
  return { loaded: { notice, row }, belongs: belongsOfNotice(notice) }
}

/** As the rules know it. Names stay where they are. */
export const signUpOf = ({ places, until, beginsAt, entries }: SignUpRow): SignUp => ({
  ...{ places, until, beginsAt },
  entries: entries.map(({ number, who, at, state, movedUpAt, came }) => ({ number, who, at, state, movedUpAt, came })),
})

/** Whether somebody can sign up with it: nobody does with what was withdrawn or is over. */
export const isOffered = ({ notice }: Offered, now: number): boolean => isOut(noticeStateAt(notice, now))

/** What it offers takes place, whoever still reads the notice. */
export const takesPlace = ({ state }: Pick<NoticeRow, 'state'>): boolean => state !== 'withdrawn'

/** What the rules refuse, as callers are told. `already` is no refusal: whoever taps twice is told how it stands. */
export const signUpRefusals = {
  over: 'signup.over',
  begun: 'signup.begun',
  'not-there': 'signup.not-there',
  'too-few': 'signup.too-few',
  'not-begun': 'signup.not-begun',
  already: 'signup.not-there',
} as const satisfies Record<SignUpRefusal, string>
