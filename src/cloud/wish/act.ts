import { actWish, isRefused, refuse, type InputOf, type Refused } from '../../contract'
import { actOnWish, needNoWishLook, seenOf, type WishSaid, type WishWho } from '../../domain/wish/act'
import { mayWishMove } from '../../domain/wish/verbs'
import { calendar } from '../../knowledge/calendar/calendar'
import { stateOf } from '../content/words'
import { handle, written, type Context } from '../handle'
import { pushSoon } from '../message/push'
import { barredFrom, isKeptApart } from './act-bars'
import { judgeStep, stepCheck } from './act-content'
import { offersChanged } from './act-offers'
import { proposedIn, type Proposing } from './act-propose'
import { isUnsettled, leaving } from './act-unsettled'
import { whoActs } from './act-who'
import { loadWish, type WishRow } from './load'
import { stepped } from './step'
import { tellSoon } from './tell'

type Input = InputOf<typeof actWish>
type Acting = Context<WishRow> & { readonly person: string }

const nothingProposed: Proposing = { offers: [], proposed: [] }

/**
 * Does one step. Reads the wish, who may, and whoever agrees or stands in: what they have already and whom they are not
 * paired with; of a proposal the red cards. Everything is one commit with the wish's version, together with the places
 * that it takes of red cards or gives back: of two who act at once one wins, and the other looks again and is told so.
 */
export const act = handle(actWish, {
  load: loadWish,
  async work(input, context) {
    const { loaded: row, store, now } = context
    const { deed } = input
    const who = await whoActs(context, deed)
    const refused = outOfPlace(input, row, who)
    if (refused) return refused
    const proposing = deed.verb === 'propose' ? await proposedIn(store, row, deed, now) : nothingProposed
    if (isRefused(proposing)) return proposing
    const rules = { calendar, proposed: proposing.proposed }
    const does = (wordsState: WishSaid['wordsState'], isDanger: boolean) =>
      actOnWish(row, deed, who, { wordsState, isDanger, note: input.note ?? '' }, rules)
    const trial = does('shown', false)
    if (isRefused(trial)) return trial
    const barred = await barredBy(input, who, context)
    if (barred) return barred
    // Asked last, since it asks WeChat: whatever is refused anyway is not sent there.
    const { judged, isDanger } = await judgeStep(deed, input.note, context)
    if (judged === 'refused') return refuse('content.refused')
    const acted = does(stateOf(judged), isDanger)
    if (isRefused(acted)) return acted

    const next = stepped(acted, now)
    const check = judged === 'shown' ? [] : await stepCheck(context, next, acted.event, judged)
    const cards = await offersChanged(store, row, next, proposing.offers)
    const data = { state: next.state, seen: seenOf(next), words: stateOf(judged) }
    return written(data, [store.wishes.replacing(next), ...cards, ...check], async () => {
      const news = check.filter(({ collection }) => collection === 'messages').map(({ document }) => document._id)
      if (news.length > 0) await pushSoon(context, news)
      await tellSoon(context, next._id)
    })
  },
})

/** Why there is nothing to be looked at: it is not theirs, somebody else was first, or a note that is none. */
function outOfPlace(
  { deed, seen, note }: Input,
  row: WishRow,
  who: WishWho,
): Refused<'wish.moved' | 'wish.not-yours' | 'wish.not-now'> | null {
  const { actor, role } = who
  if (!mayWishMove(actor, deed.verb)) return refuse('wish.not-yours')
  // Only the office keeps notes.
  if (note !== null && (role === null || actor === 'volunteer')) return refuse('wish.not-yours')
  if (!needNoWishLook.includes(deed.verb) && seenOf(row) !== seen) return refuse('wish.moved')
  if (leaving.includes(deed.verb) && isUnsettled(row, who)) return refuse('wish.not-now')
  return deed.verb === 'note' && note === null ? refuse('wish.not-now') : null
}

/** Whoever says yes for themselves promises something. A stand-in who is not to be met is as if somebody else had come. */
async function barredBy({ deed: { verb } }: Input, { actor }: WishWho, context: Acting) {
  const isStandIn = verb === 'stand-in'
  if (!isStandIn && !(verb === 'agree' && actor === 'helper')) return null
  const barred = await barredFrom(context)
  return barred ?? (isStandIn && (await isKeptApart(context)) ? refuse('wish.not-now') : null)
}
