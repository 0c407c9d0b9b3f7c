import type { Output } from '../../../client'
import type { NoticeEditionView } from '../../../contract/notice'
import type { CardWords } from '../../../domain/notice/card'
import { cardWords } from '../../../text/notice-share'
import { groupTextOf, restoredTexts } from '../../../text/notice-templates'

/** What goes into the groups now: a card with its title, and the same in words. */
export interface ShareTexts {
  readonly title: string
  readonly text: string
  readonly card: CardWords
  /** When what was off came back; null: it has not. */
  readonly backAt: number | null
}

export function shareTextsOf(notice: Output<'notice.show'>, shown: NoticeEditionView, now: number): ShareTexts {
  const { communityName, placeNames, state, end } = notice
  const { about } = shown
  const backAt = state === 'restored' ? (end?.at ?? now) : null
  const card = cardWords(shown, notice, backAt, now)
  if (about.kind === 'outage' && backAt !== null) {
    const { title, groupText } = restoredTexts(about, { places: placeNames, now }, backAt)
    return { title, text: groupText, card, backAt }
  }
  return { title: shown.title, text: groupTextOf(shown, shown.isEmergency, communityName), card, backAt }
}
