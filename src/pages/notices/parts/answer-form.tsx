import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../client'
import { useDraft } from '../../../client/use-draft'
import { Button, ManyChoices, Notice, Sheet, Slot, TextArea } from '../../../components'
import { common, unsentText } from '../../../text'
import { questions as words } from '../../../text/notice-know'
import { whenText } from '../../../text/time'
import { ConsentSheet, useConsented } from '../../consent'

type Question = Output<'notice.questions'>['questions'][number]

/** As the contract has them. */
const longestQuestion = 100
const longestAnswer = 300
const mostAtOnce = 8
/** Questions that are shown at once. */
const page = 20

interface AnswerFormProps {
  readonly noticeId: string
  readonly questions: readonly Question[]
  readonly isMore: boolean
  /** Nobody reads the notice any more: they can only be put away. */
  readonly isOver: boolean
  readonly now: number
  readonly onBegin: () => void
  readonly onDone: (said: string) => void
}

interface Fields {
  readonly chosen: readonly string[]
  /** null: as the first chosen one has it. */
  readonly question: string | null
  readonly answer: string
}

type Problem = 'most' | 'question' | 'answer' | null
const problemTexts = {
  most: words.most(mostAtOnce),
  question: words.questionMissing,
  answer: words.answerMissing,
} as const

/** Chooses what means the same, says it in one's own words, and answers it for everybody; or puts it away. */
export function AnswerForm({ noticeId, questions, isMore, isOver, now, onBegin, onDone }: AnswerFormProps) {
  const { fields, change, drop } = useDraft<Fields>(`answer-${noticeId}`, { chosen: [], question: null, answer: '' })
  const answering = useConsented('notice.answer')
  const [most, setMost] = useState(page)
  const [problem, setProblem] = useState<Problem>(null)
  const [isClosing, setClosing] = useState(false)
  const { busy, refused } = answering
  const chosen = questions.filter(({ questionId }) => fields.chosen.includes(questionId))
  const first = chosen.find((one) => one.words !== null)?.words ?? null
  const question = fields.question ?? first ?? ''
  const mayAnswer = first !== null && !isOver
  const write = (changed: Partial<Fields>) => {
    change(changed)
    setProblem(null)
    answering.clear()
    onBegin()
  }
  const choose = (ids: readonly string[]) => {
    if (ids.length > mostAtOnce) return setProblem('most')
    // Nothing chosen any more: the question of the next one is another.
    write({ chosen: ids, ...(ids.length === 0 ? { question: null } : {}) })
  }
  const send = async (answer: string | null) => {
    const questionIds = chosen.map(({ questionId }) => questionId)
    const said = answer === null ? { question: null, answer } : { question: question.trim(), answer }
    const done = await answering.run({ noticeId, questionIds, ...said })
    setClosing(false)
    if (!done) return
    drop()
    onDone(done.answered === 0 ? words.meanwhile : answer === null ? words.done : words.sent)
  }
  const reply = () => {
    const missing = question.trim() === '' ? 'question' : fields.answer.trim() === '' ? 'answer' : null
    setProblem(missing)
    if (missing === null && !busy) void send(fields.answer.trim())
  }
  return (
    <View id="answer-form" className="stack">
      <Slot>{isOver ? <Notice tone="calm" icon="clock" text={words.over} /> : null}</Slot>
      <ManyChoices
        id="question"
        label={isOver ? words.chooseOver : words.choose}
        options={questions.slice(0, most).map(({ questionId, words: own, at }) => ({
          ...{ id: questionId, title: own ?? words.checking, note: whenText(at, now), disabled: busy },
        }))}
        chosen={fields.chosen}
        onChange={choose}
      />
      <Slot>
        {questions.length > most ? (
          <Button id="questions-more" kind="plain" text={common.showMore} onTap={() => setMost(most + page)} />
        ) : isMore ? (
          <View className="second">{words.more}</View>
        ) : null}
      </Slot>
      <Slot>{problem === 'most' ? <Notice tone="wait" icon="alarm" text={problemTexts.most} /> : null}</Slot>
      {chosen.length === 0 || isClosing ? null : (
        <View className="stack">
          <Slot>
            {first === null && !isOver ? <Notice tone="wait" icon="clock" text={words.onlyClose} /> : null}
            {!mayAnswer ? null : (
              <TextArea
                id="asked"
                label={words.question}
                hint={words.questionHint}
                value={question}
                maxLength={longestQuestion}
                disabled={busy}
                {...(problem === 'question' ? { error: problemTexts.question } : {})}
                onChange={(typed) => write({ question: typed })}
              />
            )}
            {!mayAnswer ? null : (
              <TextArea
                id="answer"
                label={words.answer}
                value={fields.answer}
                maxLength={longestAnswer}
                disabled={busy}
                {...(problem === 'answer' ? { error: problemTexts.answer } : {})}
                onChange={(typed) => write({ answer: typed })}
              />
            )}
          </Slot>
          <Slot>{refused ? <Notice tone="wait" icon="alarm" text={unsentText(refused)} /> : null}</Slot>
          <ConsentSheet of={answering} />
          <Slot>
            {!mayAnswer ? null : (
              <Button id="answer-send" text={words.send} busy={busy ? words.sending : false} onTap={reply} />
            )}
          </Slot>
          <Button id="answer-close" kind="plain" text={words.close} disabled={busy} onTap={() => setClosing(true)} />
        </View>
      )}
      {isClosing ? (
        <Sheet
          id="close"
          title={words.closeAsk(chosen.length)}
          text={words.closeText}
          main={{ text: words.closeGo, busy, onTap: () => void send(null) }}
          other={{ text: words.cancel, onTap: () => setClosing(false) }}
        />
      ) : null}
    </View>
  )
}
