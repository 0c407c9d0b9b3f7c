import { answerNotice, isRefused, mostAnswered, refuse, type InputOf, type Refused } from '../../contract'
import { noticeStateAt } from '../../domain/notice/for-me'
import { isOut } from '../../domain/notice/verbs'
import { judgeWords } from '../content/words'
import { handle, written, type Surroundings } from '../handle'
import { hashOf } from '../hash'
import { pushSoon } from '../message/push'
import { say } from '../people/say'
import { loadNotice, type NoticeRow } from './load'
import type { QuestionRow } from './open-ask'
import { countQuestions } from './open-figure'
import { readPath } from './open-paths'
import { hasSay } from './who'

type Input = InputOf<typeof answerNotice>
type Answered = NoticeRow['answers'][number]

/**
 * Answers questions once for all, or puts them away: the answers in the notice, the questions, and the news to each asker
 * are one commit. What somebody else answered meanwhile is left alone. Once the notice is over they can only be put away.
 */
export const answer = handle(answerNotice, {
  load: loadNotice,
  async work(input, context) {
    const { store, loaded } = context
    if (!(await hasSay(context, loaded))) return refuse('notice.not-yours')
    const rows = await store.noticeQuestions.findAll(input.questionIds)
    const open = rows.filter(({ noticeId, state }) => noticeId === loaded._id && state === 'open')
    if (open.length === 0) return written({ answered: 0 }, [])
    // Below what is over nobody finds an answer: whoever asked must not be told that there is one.
    if (input.answer !== null && !isOut(noticeStateAt(loaded, context.now))) return refuse('notice.over')
    const said = await answerIn(input, open, loaded, context)
    if (isRefused(said)) return said
    const state = said === null ? ('closed' as const) : ('answered' as const)
    const isNew = said !== null && !loaded.answers.some(({ id }) => id === said.id)
    const news = said === null ? [] : open.flatMap((question) => tellAsker(context, loaded, question))
    const writes = [
      store.notices.replacing({
        ...loaded,
        answers: isNew ? [...loaded.answers, said] : loaded.answers,
        questions: Math.max(0, loaded.questions - open.length),
      }),
      ...open.map((question) => store.noticeQuestions.replacing({ ...question, state })),
      ...news,
    ]
    return written({ answered: open.length }, writes, async () => {
      // Counted anew: a question may have come before its figure did.
      await countQuestions(context, loaded._id)
      await pushSoon(
        context,
        news.map(({ document }) => document._id),
      )
    })
  },
})

/**
 * The words as everybody reads them; null: none. Where no question was written anew, the first one's own words stand
 * there. The same words again are the same answer.
 */
async function answerIn(
  { question, answer: words }: Input,
  open: readonly QuestionRow[],
  row: NoticeRow,
  context: Surroundings,
): Promise<Answered | null | Refused<'notice.full' | 'content.refused' | 'content.unchecked'>> {
  if (words === null) return null
  const asked = question ?? open.find(({ wordsState }) => wordsState === 'shown')?.words
  if (asked === undefined) return refuse('content.unchecked')
  const id = hashOf('answer', row._id, asked, words)
  const known = row.answers.find((one) => one.id === id)
  if (known) return known
  if (row.answers.length >= mostAnswered) return refuse('notice.full')
  const judged = await judgeWords(context, `${asked}\n${words}`)
  if (judged === 'refused') return refuse('content.refused')
  // Whoever writes it is there to write it again: nothing waits here.
  if (judged !== 'shown') return refuse('content.unchecked')
  return { id, question: asked, answer: words, at: context.now }
}

const tellAsker = (
  { store, now }: Pick<Surroundings, 'store' | 'now'>,
  row: NoticeRow,
  { _id: cause, person }: QuestionRow,
) => (person === null ? [] : [say(store, now, { person, kind: 'notice.answered', path: readPath(row._id), cause })])
