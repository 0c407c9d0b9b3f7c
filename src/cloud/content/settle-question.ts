import type { ShownState } from '../../domain/content/check'
import { readPath } from '../notice/open-paths'
import type { Row, Store, Write } from '../store'
import type { NoticeQuestionFields } from '../store/documents'

type QuestionRow = Row<NoticeQuestionFields>

export interface QuestionSubject {
  readonly question: QuestionRow
}

/** The words of a question to a notice; null: erased. */
export const questionWords = ({ words }: QuestionRow): string | null => (words === '' ? null : words)

/** The page on which its asker sees it. */
export const pathOfQuestion = ({ noticeId }: QuestionRow): string => readPath(noticeId)

/** A verdict on a question. What nobody may read cannot be answered: it is put away, and not in the figure any more. */
export async function settledQuestion(
  store: Store,
  question: QuestionRow,
  verdict: 'passed' | 'refused',
): Promise<Write[]> {
  if (questionWords(question) === null) return []
  const wordsState: ShownState = verdict === 'passed' ? 'shown' : 'refused'
  if (verdict === 'passed' || question.state !== 'open')
    return [store.noticeQuestions.replacing({ ...question, wordsState })]
  const [notice, open] = await Promise.all([
    store.notices.find(question.noticeId),
    store.noticeQuestions.count({ noticeId: question.noticeId, state: 'open' }),
  ])
  return [
    store.noticeQuestions.replacing({ ...question, wordsState, state: 'closed' }),
    ...(notice ? [store.notices.replacing({ ...notice, questions: Math.max(0, open - 1) })] : []),
  ]
}
