import { boardWrites } from '../notice/board'
import { derivedNotice } from '../notice/derive'
import type { NoticeRow } from '../notice/load'
import { casePath } from '../notice/tell-office'
import { withVerdict, wordsOfPart } from '../notice/words'
import type { Store, Write } from '../store'
import type { CheckRow } from './checks'

export interface NoticeSubject {
  readonly notice: NoticeRow
}
type About = Pick<CheckRow, 'about'>

/** The words of an edition, or of a step, that wait; null: they are gone, or were written anew. */
export const noticeWords = (row: NoticeRow, { about }: About): string | null => wordsOfPart(row, about.part)

/** A verdict on words of a notice, with what stands at doors: its title may be read there now. It is no step: `seen` stays. */
export async function settledNotice(
  store: Store,
  now: number,
  row: NoticeRow,
  check: About,
  verdict: 'passed' | 'refused',
): Promise<{ readonly writes: readonly Write[]; readonly path: string }> {
  const path = casePath(row.communityId, row.gridId, row._id)
  if (noticeWords(row, check) === null) return { writes: [], path }
  const judged = withVerdict(row, check.about.part, verdict === 'passed' ? 'shown' : 'refused')
  const next = { ...judged, ...derivedNotice(judged, now) }
  return { writes: [store.notices.replacing(next), ...(await boardWrites(store, now, row, next))], path }
}
