import { comesBack, isAbout, mayBeEmergency } from './kinds'
import { longestBody, longestTitle, longestValid, mostNamedPlaces, mostNoticePictures } from './limits'
import type { NoticeContent, NoticeSpan } from './notice'

/** What keeps a notice from going out. */
export const noticeProblems = [
  'about',
  'title-empty',
  'title-long',
  'body-empty',
  'body-long',
  'nowhere',
  'too-many-places',
  'too-many-pictures',
  'span-missing',
  'span-order',
  'span-now',
  'valid-past',
  'valid-short',
  'valid-long',
  'no-emergency',
  'ask-past',
] as const
export type NoticeProblem = (typeof noticeProblems)[number]

/** Characters as people count them. */
export const lengthOf = (text: string): number => [...text].length

function placesNamed({ where }: NoticeContent['audience']): number | null {
  if (where.kind === 'community') return null
  return where.kind === 'units' ? where.units.length : where.ids.length
}

function spanProblems({ from, until, isNow }: NoticeSpan, now: number): readonly NoticeProblem[] {
  return [
    ...(from !== null && until !== null && until <= from ? (['span-order'] as const) : []),
    ...(isNow && ((from !== null && from > now) || (until !== null && until <= now)) ? (['span-now'] as const) : []),
  ]
}

/** All that is wrong with what somebody wants to send now, in the order in which a form shows it. */
export function problemsOf(content: NoticeContent, now: number): readonly NoticeProblem[] {
  const { about, span, audience, title, body, pictures, validUntil, isEmergency } = content
  const places = placesNamed(audience)
  const found: readonly (readonly [NoticeProblem, boolean])[] = [
    ['about', !isAbout(about.kind, about.what)],
    ['title-empty', title.trim() === ''],
    ['title-long', lengthOf(title) > longestTitle],
    ['body-empty', body.trim() === ''],
    ['body-long', lengthOf(body) > longestBody],
    ['nowhere', places === 0],
    ['too-many-places', places !== null && places > mostNamedPlaces],
    ['too-many-pictures', pictures.length > mostNoticePictures],
    ['span-missing', comesBack(about) && (span === null || (span.from === null && !span.isNow))],
    ['valid-past', validUntil <= now],
    ['valid-short', span?.until != null && validUntil < span.until],
    ['valid-long', validUntil > now + longestValid],
    ['no-emergency', isEmergency && !mayBeEmergency(about)],
  ]
  return [...found.flatMap(([problem, is]) => (is ? [problem] : [])), ...(span ? spanProblems(span, now) : [])]
}

interface Deadlines {
  readonly consultation: { readonly until: number } | null
  readonly signUp: { readonly until: number; readonly beginsAt: number } | null
}

/** What it asks stays as it was asked: nobody is asked what nobody can answer any more. */
export function askProblems({ consultation, signUp }: Deadlines, now: number): readonly NoticeProblem[] {
  const ends = [...(consultation ? [consultation.until] : []), ...(signUp ? [signUp.until, signUp.beginsAt] : [])]
  return ends.some((end) => end <= now) ? ['ask-past'] : []
}
