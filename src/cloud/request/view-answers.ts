import type { RequestView } from '../../contract'
import { findRule } from '../../knowledge/rules'
import type { RequestRow } from './load'

/** What was answered, as it was asked. The pack moves on: a question that is gone says nothing any more. */
export function viewAnswers({ matterId, answers }: Pick<RequestRow, 'matterId' | 'answers'>): RequestView['answers'] {
  const questions = (matterId === null ? undefined : findRule(matterId))?.questions ?? []
  return answers.flatMap(({ questionId, optionId }) => {
    const question = questions.find(({ id }) => id === questionId)
    const option = question?.options.find(({ id }) => id === optionId)
    return question && option ? [{ questionId, question: question.text, answer: option.label }] : []
  })
}
