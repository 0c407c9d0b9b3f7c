import { answerComplaint, mostAnswers, refuse } from '../../contract'
import { canMove, complaintMoves } from '../../domain/content/complaint'
import { handle, written, type Context } from '../handle'
import { pushSoon } from '../message/push'
import { audit } from '../people/audit'
import { say } from '../people/say'
import type { Store, Write } from '../store'
import { checkId, newCheck } from './checks'
import { keepersOf, myComplaintPath, reviewPath, tellKeepers } from './keepers'
import { loadComplaint, type ComplaintRow } from './load'
import { judgeWords, stateOf } from './words'

export const answer = handle(answerComplaint, {
  load: loadComplaint,
  async work({ words, close }, context) {
    const { loaded, person, now, store, as } = context
    const move = close ? 'close' : 'answer'
    if (loaded.person === person) return refuse('complaint.own')
    if (!canMove(loaded.state, move)) return refuse('complaint.over')
    if (loaded.answers.length >= mostAnswers) return refuse('complaint.full')
    const judged = await judgeWords(context, words)
    if (judged === 'refused') return refuse('content.refused')

    const role = as.membership?.role
    if (!role) throw new Error('an answer comes from a role')
    const id = String(loaded.answers.length + 1)
    const one = { id, at: now, author: person, role, words, state: stateOf(judged) }
    const state = complaintMoves[move].to
    const answered = { ...loaded, state, answers: [...loaded.answers, one] }
    const { communityId, gridId } = loaded
    const check = { kind: 'answer', id: loaded._id, part: id, author: person, communityId, gridId } as const
    const said =
      judged === 'shown'
        ? tellWriter(store, now, answered, id)
        : judged === 'review'
          ? await tellOthers(context, loaded, id)
          : []
    const writes = [
      store.complaints.replacing(answered),
      ...(judged === 'shown' ? [] : [newCheck(store, now, { ...check, state: judged })]),
      ...(close ? [closed(context)] : []),
      ...said,
    ]
    const ids = said.map(({ document }) => document._id)
    return written({ state, words: stateOf(judged) }, writes, () => pushSoon(context, ids))
  },
})

const closed = (context: Context<ComplaintRow>): Write =>
  audit(context, {
    verb: 'complaint.close',
    communityId: context.loaded.communityId,
    subject: { collection: 'complaints', id: context.loaded._id },
  })

/** Whoever filed it is told of an answer that they can read; nobody once they are erased. */
export const tellWriter = (
  store: Store,
  now: number,
  { _id, person, state }: Pick<ComplaintRow, '_id' | 'person' | 'state'>,
  answerId: string,
): Write[] =>
  person === null
    ? []
    : [
        say(store, now, {
          person,
          kind: 'complaint.answered',
          params: { state: state === 'closed' ? 'closed' : 'answered' },
          path: myComplaintPath(_id),
          cause: `${_id} ${answerId}`,
        }),
      ]

/** Those who may look at the words of a keeper: the others. */
async function tellOthers({ store, now, person }: Context<ComplaintRow>, row: ComplaintRow, answerId: string) {
  return tellKeepers(store, now, await keepersOf(store, now, row, person), {
    kind: 'check.waiting',
    what: 'answer',
    cause: checkId('answer', row._id, answerId),
    path: reviewPath,
  })
}
