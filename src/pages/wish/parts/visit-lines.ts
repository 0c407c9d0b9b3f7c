import { soonText } from '../../../text/request-plain'
import { wishPlaceNames } from '../../../text/wish-names'
import { wishHeads, wishNow as words } from '../../../text/wish-visit'
import { comes, endOf, hasFinished, isOurs, mustAgree, type Visit, type Visiting } from './visit-side'

/** What stands first: how it is, in one sentence. */
export const headOf = ({ wish, reader }: Visiting): string => wishHeads[wish.card.state][reader]

const whenAndWhere = ({ at, minutes, place }: Visit, now: number): string =>
  `${words.at(at, now, minutes)}，${wishPlaceNames[place]}`

/** Who has to do what until when, below the head; the most pressing first. */
export function linesOf(of: Visiting): readonly string[] {
  const { wish, reader, now } = of
  const { state } = wish.card
  const by = words.before(wish.dueAt, now)
  if (reader === 'wisher' && wish.wordsState !== 'shown')
    return [wish.wordsState === 'waiting' ? words.wordsWaiting : words.wordsRefused]
  switch (state) {
    case 'open':
      return [wish.owner === 'volunteers' ? words.toDuty(soonText(wish.dueAt, now)) : words.duty]
    case 'joining':
      return [words.joining]
    case 'proposed':
      return [mustAgree(of) ? words.agreeYou(by) : words.agreeOther(by)]
    case 'unsure':
      return [...visitLines(of), words.unsure]
    case 'granted':
      return reader === 'wisher' ? (wish.thanks === null ? [words.thank] : []) : owesWord(of) ? [words.finishToo] : []
    case 'claimed':
      return [...visitLines(of), words.arrangeBy(by)]
    case 'arranged':
    case 'standing':
      return visitLines(of)
    default:
      return []
  }
}

/** Whoever came along, and has not said so: without it no hours are recorded. */
const owesWord = (of: Visiting): boolean =>
  of.done !== undefined && comes(of.done, of) && !hasFinished(of.done, of.side)

/** What is agreed or proposed, and what it waits for. */
function visitLines({ proposed, agreed, reader, side, now }: Visiting): readonly string[] {
  const lines: string[] = []
  if (agreed) {
    lines.push(whenAndWhere(agreed, now))
    const mine = agreed.standIns.find(({ helperId }) => helperId === side)
    if (mine?.isMe) lines.push(words.standInMe)
    else if (agreed.standIns.some(({ found }) => !found)) lines.push(words.standIn)
    if (hasFinished(agreed, side)) lines.push(words.finishOther)
    else if (now >= endOf(agreed) || agreed.finished.length > 0) lines.push(words.finishYou)
    else if (now < agreed.at) lines.push(words.remind)
  }
  if (proposed) {
    lines.push(isOurs(proposed, reader) ? words.acceptOther : words.acceptYou)
    lines.push(whenAndWhere(proposed, now))
  }
  return lines
}
