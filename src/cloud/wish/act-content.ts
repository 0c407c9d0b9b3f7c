import type { WishDeed } from '../../contract'
import { wishWordsOf } from '../../domain/wish/act'
import { heldOf } from '../../domain/wish/hold'
import { isPairedWish } from '../../domain/wish/verbs'
import type { WishEvent } from '../../domain/wish/wish'
import { checkId, newCheck } from '../content/checks'
import { keepersOf, reviewPath, tellKeepers } from '../content/keepers'
import { judgeWords, type Judged } from '../content/words'
import type { Context, Surroundings } from '../handle'
import type { Write } from '../store'
import type { WishRow } from './load'

/** What was found out about the words of a step. */
export interface JudgedStep {
  readonly judged: Judged
  /** They speak of a danger. */
  readonly isDanger: boolean
}

/**
 * What others will read of a step, judged; notes too, so that nothing that may not be written lies here: they alone wait
 * for nobody, since nobody but the office reads them. Words that strangers read are held back as those of a card are,
 * until a person has looked: nobody's room and number are told before a pair is one, and thanks may hang on the wall.
 */
export async function judgeStep(deed: WishDeed, note: string | null, context: Context<WishRow>): Promise<JudgedStep> {
  const open = deed.verb === 'thank' ? deed.words : wishWordsOf(deed)
  const all = [open, note ?? ''].filter((text) => text !== '')
  if (all.length === 0) return { judged: 'shown', isDanger: false }
  const held = open === '' ? null : heldOf(open, 'wish')
  const isDanger = held?.isDanger ?? false
  // A cry for help waits for nobody's check, and is refused by none: a person reads it.
  if (isDanger) return { judged: 'review', isDanger }
  const judged = await judgeWords(context, all.join('\n'))
  if (judged === 'refused') return { judged, isDanger }
  if (held && (deed.verb === 'thank' || areStrangers(context.loaded, deed))) return { judged: 'review', isDanger }
  return { judged: open === '' ? 'shown' : judged, isDanger }
}

/** They do not know each other yet. What the office says of a card that nobody has come for, its writer alone reads. */
const areStrangers = ({ state, helpers }: WishRow, { verb }: WishDeed): boolean =>
  !isPairedWish(state) && !(verb === 'close' && helpers.length === 0)

/** The words of a step that were not simply passed, in the queue; those who have to look are told. */
export async function stepCheck(
  { store, now }: Pick<Surroundings, 'store' | 'now'>,
  { _id: id, communityId, gridId }: WishRow,
  { verb, person: author, id: part }: WishEvent,
  state: 'review' | 'unchecked',
): Promise<Write[]> {
  const about = verb === 'thank' ? ({ kind: 'thanks', part: null } as const) : ({ kind: 'wish-step', part } as const)
  const check = newCheck(store, now, { ...about, id, author, communityId, gridId, state })
  if (state === 'unchecked') return [check]
  const keepers = await keepersOf(store, now, { communityId, gridId }, author)
  const cause = checkId(about.kind, id, about.part)
  const news = { kind: 'check.waiting', what: about.kind, cause, path: reviewPath } as const
  return [check, ...tellKeepers(store, now, keepers, news)]
}
