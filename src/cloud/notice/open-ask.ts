import { askNotice, isRefused, refuse, type InputOf, type OutputOf, type Refused } from '../../contract'
import { limits } from '../../contract/limits'
import { noticeStateAt } from '../../domain/notice/for-me'
import { noticePartUntil } from '../../domain/notice/kept'
import { isOut } from '../../domain/notice/verbs'
import { dayOf } from '../../domain/time/clock'
import { newCheck } from '../content/checks'
import { judgeWords, stateOf, type Judged } from '../content/words'
import { countRefusedWords } from '../filing/refused-words'
import { turnOfDay } from '../filing/turn'
import { handle, type Alone, type Context } from '../handle'
import type { Row, Store, Write } from '../store'
import type { NoticeQuestionFields } from '../store/documents'
import type { NoticeRow } from './load'
import { countQuestions, tellAsked } from './open-figure'

type Input = InputOf<typeof askNotice>
type Answer = OutputOf<typeof askNotice>
type Refusal = Refused<(typeof askNotice)['refusals'][number] | 'rate.limited'>
type Called = Context & { readonly person: string }
export type QuestionRow = Row<NoticeQuestionFields>

/** By the call's input, which is the same object at each try: the words are judged once. */
const judgedOnce = new WeakMap<Input, Promise<Judged>>()

/**
 * Asks. The question is a document of its own, known by the call; where its words wait for a look, the check comes with it.
 * Three reads and the write; then the figure of the notice is made true, and its writer told.
 */
export const ask = handle(askNotice, async (input, context) => {
  const outcome = await attempt(input, context)
  if (!isRefused(outcome)) return outcome
  // What was asked before stands, also where the notice is over by now.
  const before = await context.store.noticeQuestions.find(context.call.id)
  return before ? again(before) : outcome
})

async function attempt(input: Input, context: Called): Promise<Alone<Answer> | Refusal> {
  const { store, now, person, call } = context
  const [notice, turn] = await Promise.all([store.notices.find(input.noticeId), nextTurn(context)])
  if (!notice?.shown) return refuse('notice.missing')
  if (!isOut(noticeStateAt(notice, now))) return refuse('notice.over')
  if (turn === null) return refuse('notice.too-many')
  const judging = judgedOnce.get(input) ?? judgeWords(context, input.words)
  judgedOnce.set(input, judging)
  const judged = await judging
  if (judged === 'refused')
    return { refused: (await countRefusedWords(context, person, 'notice.ask')) ?? 'rate.limited' }
  const question: NoticeQuestionFields & { readonly _id: string } = {
    ...{ _id: call.id, input: call.input, turn, noticeId: notice._id, communityId: notice.communityId, person },
    ...{ words: input.words, wordsState: stateOf(judged), at: now, state: 'open' },
    until: noticePartUntil(notice, now),
  }
  return {
    async insert() {
      if (!(await isPut(store, question, checkOf(context, notice, judged)))) return false
      await countQuestions(context, notice._id)
      await tellAsked(context, notice)
      return true
    },
    async present() {
      const row = await store.noticeQuestions.find(call.id)
      return row && { input: row.input, data: answerOf(row) }
    },
    data: answerOf(question),
  }
}

/** What this very call has asked already. */
const again = (row: QuestionRow): Alone<Answer> => ({
  insert: () => Promise.resolve(false),
  present: () => Promise.resolve({ input: row.input, data: answerOf(row) }),
  data: answerOf(row),
})

const answerOf = ({ _id, wordsState }: Pick<QuestionRow, '_id' | 'wordsState'>): Answer => ({
  ...{ questionId: _id, words: wordsState },
})

async function isPut(
  store: Store,
  question: NoticeQuestionFields & { readonly _id: string },
  check: Write | null,
): Promise<boolean> {
  if (check === null) return store.noticeQuestions.insert(question)
  return (await store.commit([store.noticeQuestions.inserting(question), check])) === 'done'
}

/** What nobody could be asked about is asked again in the next run; then it is the queue's. */
function checkOf({ store, now, call, person }: Called, row: NoticeRow, judged: Judged): Write | null {
  if (judged !== 'review' && judged !== 'unchecked') return null
  const { communityId, gridId } = row
  const isAskedNow = judged === 'unchecked'
  return newCheck(store, now, {
    ...{ kind: 'notice-question', id: call.id, part: null, author: person, communityId, gridId },
    ...{ state: judged, isAskedNow },
  })
}

/** Which of the asker's questions of the day it is; null: they have asked enough. */
async function nextTurn({ store, person, now }: Called): Promise<string | null> {
  const { most } = limits['notice.ask']
  const day = dayOf(now)
  const { rows } = await store.noticeQuestions.scan(
    { where: { person }, order: 'at', direction: 'desc' },
    { at: true },
    { most },
  )
  return turnOfDay({ person, day, most }, rows.filter(({ at }) => dayOf(at) === day).length)
}
