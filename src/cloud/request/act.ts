import { actRequest, isRefused, refuse, type InputOf, type Refused } from '../../contract'
import { actOn, furtherWordsOf, seenOf, wordsOf } from '../../domain/request/act'
import type { RequestDeed, RequestSaid, RequestWho } from '../../domain/request/act'
import { judgeWords, stateOf, type Judged } from '../content/words'
import { handle, written, type Context } from '../handle'
import { pushSoon } from '../message/push'
import { stepCheck, stepPictures } from './act-content'
import { rulesFor } from './act-rules'
import { whoActs } from './act-who'
import { used } from './admit'
import { loadRequest, type RequestRow } from './load'
import { taker } from './merge'
import { stepped } from './step'
import { tellSoon } from './tell'

type Input = InputOf<typeof actRequest>
type Acting = Context<RequestRow> & { readonly person: string }

/** What somebody only says, asks for or leaves: it stays true whatever happened in between. */
const needNoLook: readonly RequestDeed['verb'][] = ['remind', 'rate', 'leave', 'note', 'contact']

/**
 * Does one step. Reads the request and who may; the community where agencies are named or a clock begins, the pictures
 * of the step, and the request that takes it in. Everything is one commit with the request's version: of two who act at
 * once one wins, and the other looks again and is told so.
 */
export const act = handle(actRequest, {
  load: loadRequest,
  async work(input, context) {
    const { loaded: row, store, now } = context
    const { deed } = input
    const who = await whoActs(context, deed.verb)
    const refused = outOfPlace(input, row, who)
    if (refused) return refused
    const rules = await rulesFor(store, row, deed.verb)
    const does = (said: RequestSaid['wordsState']) =>
      actOn(row, deed, who, { wordsState: said, note: input.note ?? '' }, rules)
    const trial = does('shown')
    if (isRefused(trial)) return trial
    const target = deed.verb === 'merge' ? await taker(context, deed.into, who) : null
    if (isRefused(target)) return target
    const pictures = await stepPictures(store, deed, who.person)
    if (isRefused(pictures)) return pictures
    // Asked last, since it asks WeChat: whatever is refused anyway is not sent there.
    const judged = await judge(input, context)
    if (judged === 'refused') return refuse('content.refused')
    const acted = does(stateOf(judged))
    if (isRefused(acted)) return acted

    const next = stepped(row, acted, now)
    const check = judged === 'shown' ? [] : await stepCheck(context, next, acted.event, judged)
    const changed = [next, ...(target ? [target] : [])]
    const writes = [
      ...changed.map((one) => store.requests.replacing(one)),
      ...used(store, now, pictures, { requestId: row._id, communityId: row.communityId, gridId: row.gridId }),
      ...check,
    ]
    const data = { state: next.state, seen: seenOf(next), words: stateOf(judged) }
    return written(data, writes, async () => {
      const news = check.filter(({ collection }) => collection === 'messages').map(({ document }) => document._id)
      if (news.length > 0) await pushSoon(context, news)
      for (const { _id } of changed) await tellSoon(context, _id)
    })
  },
})

/** Why there is nothing to be looked at: somebody else was first, or a note that is none. */
function outOfPlace(
  { deed, seen, note }: Input,
  row: RequestRow,
  { role }: RequestWho,
): Refused<'request.moved' | 'request.not-yours' | 'request.not-now'> | null {
  if (!needNoLook.includes(deed.verb) && seenOf(row) !== seen) return refuse('request.moved')
  // Only those who work on it keep notes.
  if (note !== null && role === null) return refuse('request.not-yours')
  return deed.verb === 'note' && note === null ? refuse('request.not-now') : null
}

/** Notes are judged too, so that nothing that may not be written lies here; they alone wait for nobody, since nobody else reads them. */
async function judge({ deed, note }: Input, context: Acting): Promise<Judged> {
  const open = [wordsOf(deed), ...furtherWordsOf(deed)].filter((text) => text !== '')
  const all = [...open, ...(note === null ? [] : [note])]
  if (all.length === 0) return 'shown'
  const judged = await judgeWords(context, all.join('\n'))
  return open.length === 0 && judged !== 'refused' ? 'shown' : judged
}
