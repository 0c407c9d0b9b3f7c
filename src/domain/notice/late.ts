import { dutyBounds } from './duty'
import { mendedWithin, reviewedWithin } from './limits'
import type { NoticeHearer, NoticeNews } from './news'
import type { Notice } from './notice'
import { restoreSaidBy } from './spans'
import { isOut } from './verbs'

/** Something that somebody should have done by now. */
export interface LateDuty {
  /** The same for the same duty: it is said once. */
  readonly mark: string
  readonly to: readonly NoticeHearer[]
  readonly step: NoticeNews['step']
}

/** Every duty that there is, with when its time is up (ms). */
function dutiesWithEnd(notice: Notice): readonly (Omit<LateDuty, 'mark'> & { readonly at: number })[] {
  const { state, since, shown, unread } = notice
  const restoredBy = shown && isOut(state) ? restoreSaidBy(shown) : null
  return [
    ...(state === 'sent-back' ? ([{ at: since + mendedWithin, to: ['writers'], step: 'mend' }] as const) : []),
    ...(state === 'waiting' || state === 'changing'
      ? ([{ at: dutyBounds.release(notice), to: ['second'], step: 'release-late' }] as const)
      : []),
    ...(unread ? ([{ at: unread.since + reviewedWithin, to: ['second'], step: 'review-late' }] as const) : []),
    ...(restoredBy === null ? [] : ([{ at: restoredBy, to: ['writers', 'secretary'], step: 'say-restored' }] as const)),
  ]
}

/** What is late now and was not said yet. A duty that begins anew has another end, and so another mark. */
export const lateDuties = (notice: Notice, marks: readonly string[], now: number): readonly LateDuty[] =>
  dutiesWithEnd(notice)
    .filter(({ at }) => at <= now)
    .map(({ at, to, step }) => ({ mark: `${step}@${at}`, to, step }))
    .filter(({ mark }) => !marks.includes(mark))
