import { day } from '../time/clock'
import type { Notice } from './notice'

/** What people did with a notice is kept so long after its time is over. */
export const noticePartsKept = 180 * day

/** Until when what somebody does with a notice now is kept (ms). */
export const noticePartUntil = ({ shown }: Pick<Notice, 'shown'>, now: number): number =>
  Math.max(shown?.validUntil ?? now, now) + noticePartsKept
