import type { Input } from '../../../client'
import { comesBack } from '../../../domain/notice/kinds'
import { noticeMoveOf } from '../../../domain/notice/verbs'
import type { NoticeStep } from '../../../text/notice-case'
import type { Shown } from './use-notice-writing'

export type Deed = Input<'notice.act'>['deed']

/** In the order in which they stand on the page: the first is the one large button, where it presses. */
const order: readonly NoticeStep[] = [
  ...(['release', 'review', 'restore', 'send', 'send-back', 'recall', 'withdraw', 'discard'] as const),
]

/** What the caller can do now: what the server lets them, as far as it makes sense here. */
export function stepsOf({ may, isSecond, isUnread, shown, problems }: Shown): readonly NoticeStep[] {
  const fits: Readonly<Record<NoticeStep, boolean>> = {
    ...{ release: isSecond, 'send-back': isSecond, review: isSecond && isUnread },
    restore: shown !== null && comesBack(shown.about),
    send: problems.length === 0,
    ...{ recall: true, withdraw: true, discard: true },
  }
  return order.filter((step) => may.includes(step) && fits[step])
}

/** Presses: somebody waits for it. Withdrawing never stands as a large button. */
const pressing: readonly NoticeStep[] = ['release', 'review', 'restore', 'send']
export const mainStep = (steps: readonly NoticeStep[]): NoticeStep | null =>
  steps.find((step) => pressing.includes(step)) ?? null

export const mustSay = (step: NoticeStep): boolean => noticeMoveOf(step).words === 'must'

export function deedOf(verb: NoticeStep, words: string): Deed {
  const said = words.trim()
  switch (verb) {
    case 'send-back':
      return { verb, words: said }
    case 'release':
    case 'restore':
    case 'review':
    case 'withdraw':
      return { verb, words: said === '' ? null : said }
    default:
      return { verb }
  }
}
