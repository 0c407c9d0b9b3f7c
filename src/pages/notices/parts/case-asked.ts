import type { Fact } from '../../../components'
import { noticeCase } from '../../../text/notice-case'
import { signUpPage } from '../../../text/notice-office'
import { spanText, untilText, weekdaySaying } from '../../../text/notice-when'
import { noticeAsk as words } from '../../../text/notice-write'
import type { Shown } from './use-notice-writing'

type EditionView = NonNullable<Shown['shown']>
type Consultation = NonNullable<EditionView['consultation']>
type SignUp = NonNullable<EditionView['signUp']>

/** What can be answered. */
function answerRows(id: string, { options, most }: Consultation): readonly Fact[] {
  if (options.length === 0) return [{ id: `${id}-mode`, label: words.mode, value: words.words }]
  return [
    ...options.map(({ text }, at) => ({ id: `${id}-option-${at + 1}`, label: words.option(at + 1), value: text })),
    { id: `${id}-most`, label: words.most, value: most === 1 ? words.one : words.many(most) },
  ]
}

function voiceRows(id: string, asked: Consultation, before: Consultation | null, now: number): readonly Fact[] {
  const { until, each, isSigned, names } = asked
  const when = (at: number) => untilText(at, weekdaySaying(now))
  const isMoved = before !== null && before.until !== until
  return [
    ...answerRows(id, asked),
    { id: `${id}-each`, label: words.each, value: words[each] },
    {
      ...{ id: `${id}-ask-until`, label: words.until, value: words.untilText(when(until)) },
      ...(isMoved ? { note: noticeCase.untilBefore(when(before.until)) } : {}),
    },
    { id: `${id}-signed`, label: words.signed, value: isSigned ? words.sign : words.unsigned },
    ...(isSigned ? [{ id: `${id}-names`, label: words.names, value: words.who[names] }] : []),
  ]
}

function signUpRows(id: string, { places, until, beginsAt }: SignUp, now: number): readonly Fact[] {
  const saying = weekdaySaying(now)
  return [
    { id: `${id}-places`, label: words.places, value: noticeCase.places(places) },
    { id: `${id}-begins`, label: signUpPage.begins, value: spanText(beginsAt, null, saying).replace(/起$/u, '') },
    { id: `${id}-join-until`, label: words.joinUntil, value: untilText(until, saying) },
  ]
}

/**
 * What an edition asks of residents, question by question as its writer was asked: whoever releases it decides about that
 * too, and once it is out it stays as it is. How many places a sign-up that is out has, its own page knows.
 */
export function askedRows(
  id: string,
  { consultation, signUp }: EditionView,
  { shown, outAt }: Shown,
  now: number,
): readonly Fact[] {
  return [
    ...(consultation ? voiceRows(id, consultation, shown?.consultation ?? null, now) : []),
    ...(signUp && outAt === null ? signUpRows(id, signUp, now) : []),
  ]
}
