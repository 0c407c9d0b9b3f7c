import type { Output } from '../../../client'
import { isOpen } from '../../../domain/request/verbs'
import { deskMarks as words } from '../../../text/desk'
import { soonText } from '../../../text/request-names'

export type DeskRow = Output<'request.list'>['requests'][number]

/** What is due, in a word and with a shape. */
export interface Due {
  readonly tone: 'late' | 'soon' | 'calm'
  readonly text: string
}

/** Until when somebody has to act; null: it is over. */
export function dueOf({ state, responded, responseDueAt, dueAt }: DeskRow, now: number): Due | null {
  if (!isOpen(state)) return null
  if (state === 'awaiting-confirmation') return { tone: 'calm', text: words.waiting }
  if (state === 'info-requested' || state === 'on-hold') return { tone: 'calm', text: words.paused }
  if (now > dueAt) return { tone: 'late', text: words.late(soonText(dueAt, now)) }
  if (responded) return { tone: 'soon', text: words.finish(soonText(dueAt, now)) }
  return now > responseDueAt
    ? { tone: 'late', text: words.lateContact(soonText(responseDueAt, now)) }
    : { tone: 'soon', text: words.contact(soonText(responseDueAt, now)) }
}
