import type { Output } from '../../../client'
import { isOpen } from '../../../domain/request/verbs'
import { requestState, requestView as words } from '../../../text/request'
import { isRunning, soonText } from '../../../text/request-plain'

type Own = Output<'request.show'>
type Public = Output<'request.public'>

/** One line of what stands first on the page; `late` is said with a sign beside it. */
export interface StateLine {
  readonly text: string
  readonly isLate?: boolean
}

const line = (text: string): readonly StateLine[] => [{ text }]

/** In one sentence: who has it, and how far it is. */
export const headOf = ({ state, agencyName }: Pick<Own, 'state' | 'agencyName'>): string =>
  requestState[state](agencyName ?? words.gridLeader)

/** Why it waits, in the words of whoever stopped it. */
const reasonOf = ({ events }: Own, verb: 'hold' | 'request-info'): readonly StateLine[] => {
  const said = [...events].reverse().find((event) => event.verb === verb)?.words
  return said ? line(said) : []
}

function whenDone({ resolution, response, supervised }: Own, now: number): readonly StateLine[] {
  const due = soonText(resolution.dueAt, now)
  const isLate = resolution.metAt === null && now > resolution.dueAt
  const answer = soonText(response.dueAt, now)
  const isSilent = response.metAt === null
  return [
    isLate ? { text: words.late(due), isLate } : { text: words.finish(due) },
    ...(isSilent && !isLate
      ? [now > response.dueAt ? { text: words.lateResponse(answer), isLate: true } : { text: words.respond(answer) }]
      : []),
    ...(isSilent ? [] : line(words.responded)),
    ...(supervised ? line(words.supervised) : []),
    ...(resolution.provisional ? line(words.provisional) : []),
  ]
}

/** What its owner or a neighbour has to know first: until when, why it waits, how it ended. */
export function linesOf(request: Own, now: number): readonly StateLine[] {
  const { state, silenceAt, holdUntil, endedBy, reopenUntil } = request
  switch (state) {
    case 'info-requested':
      return [...reasonOf(request, 'request-info'), { text: words.paused }]
    case 'on-hold':
      return [
        ...reasonOf(request, 'hold'),
        { text: `${holdUntil === null ? '' : words.until(soonText(holdUntil, now))}${words.paused}` },
      ]
    case 'awaiting-confirmation':
      return silenceAt === null ? [] : line(words.silence(soonText(silenceAt, now)))
    case 'resolved':
      return [
        ...(endedBy === null ? [] : line(words.ended[endedBy])),
        ...(reopenUntil !== null && now < reopenUntil ? line(words.reopenUntil(soonText(reopenUntil, now))) : []),
      ]
    default:
      return isOpen(state) ? whenDone(request, now) : []
  }
}

/** What everybody has to know first. */
export function publicLinesOf({ state, dueAt, bySilence }: Public, now: number): readonly StateLine[] {
  if (bySilence) return line(words.endedPublic.silence)
  if (!isRunning(state)) return []
  const due = soonText(dueAt, now)
  return now > dueAt ? [{ text: words.latePublic(due), isLate: true }] : line(words.finish(due))
}
