import type { Surroundings } from '../handle'

/** shown: anybody may see it. review: a person has to look. unchecked: nobody could be asked. refused: it is not kept. */
export type Judged = 'shown' | 'review' | 'unchecked' | 'refused'

/** The person has not used the mini program within two hours: WeChat checks nothing of theirs until they do. */
const notSeenLately = 61010
export const isNotSeenLately = (fault: unknown): boolean =>
  (fault as { errCode?: unknown } | null)?.errCode === notSeenLately

const judgedAs = { pass: 'shown', review: 'review', risky: 'refused' } as const

/** Asks WeChat about words that others are to see. Never throws: what cannot be asked waits. */
export async function judgeWords(
  { platform, openid, note }: Pick<Surroundings, 'platform' | 'openid' | 'note'>,
  words: string,
): Promise<Judged> {
  try {
    return judgedAs[await platform.checkText(words, openid)]
  } catch (fault) {
    note('content.unchecked', fault)
    return isNotSeenLately(fault) ? 'review' : 'unchecked'
  }
}

/** How words stand that were just judged. */
export const stateOf = (judged: Exclude<Judged, 'refused'>): 'shown' | 'waiting' =>
  judged === 'shown' ? 'shown' : 'waiting'
