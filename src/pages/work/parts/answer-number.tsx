import { useState } from 'react'
import { useWrite, type Input } from '../../../client'
import { Choices, Notice, Sheet, Slot, TextField } from '../../../components'
import { common, refusalText } from '../../../text'
import { reports as words } from '../../../text/keeper'
import type { Report } from './number-row'

type Answer = Input<'report.answer'>['answer']
type As = Answer['as']
const ways = ['confirmed', 'corrected', 'removed'] as const satisfies readonly As[]

/** Characters, as the contract says. */
const longestNumber = 30

interface AnswerNumberProps {
  readonly report: Report
  /** How many reports of this number are answered by it. */
  readonly onAnswered: (count: number) => void
  readonly onClose: () => void
}

/** What a keeper found out about a number that a resident reported: it is put right, and the resident is told. */
export function AnswerNumber({ report, onAnswered, onClose }: AnswerNumberProps) {
  const { reportId, stillThere, agencyName, number } = report
  const { busy, refused, run, clear } = useWrite('report.answer')
  const [as, setAs] = useState<As | null>(null)
  const [typed, setTyped] = useState('')
  const [missing, setMissing] = useState('')
  const touch = () => {
    clear()
    setMissing('')
  }
  const choose = (id: string) => {
    touch()
    setAs(ways.find((way) => way === id) ?? null)
  }
  const type = (text: string) => {
    touch()
    setTyped(text)
  }
  const needsNumber = as === 'corrected' && stillThere
  const send = async () => {
    if (as === null) return setMissing(words.answerMissing)
    if (needsNumber && typed.trim() === '') return setMissing(words.numberMissing)
    const done = await run({ reportId, answer: answerOf(as, needsNumber ? typed.trim() : null) })
    if (done) onAnswered(done.answered)
  }
  return (
    <Sheet
      id="answer"
      title={words.answerTitle}
      text={[agencyName, number].filter(Boolean).join(' ')}
      main={{ text: words.send, busy, onTap: () => void send() }}
      other={{ text: common.back, onTap: onClose }}
    >
      <Choices
        id="answer-as"
        label={words.answerTitle}
        hideLabel
        options={ways.map((id) => ({
          id,
          title: words.answers[id].title,
          note: noteOf(id, stillThere),
          // What the directory no longer has cannot be confirmed.
          disabled: id === 'confirmed' && !stillThere,
        }))}
        chosen={as}
        onChoose={choose}
      />
      <Slot>
        {needsNumber ? (
          <TextField
            id="answer-number"
            label={words.newNumber}
            hint={words.newNumberHint}
            value={typed}
            maxLength={longestNumber}
            onChange={type}
          />
        ) : null}
      </Slot>
      <Slot>{missing ? <Notice tone="wait" icon="alarm" text={missing} /> : null}</Slot>
      <Slot>{refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}</Slot>
    </Sheet>
  )
}

const answerOf = (as: As, number: string | null): Answer => (as === 'corrected' ? { as, number } : { as })

const noteOf = (id: As, stillThere: boolean): string =>
  stillThere || id === 'confirmed'
    ? words.answers[id].note
    : id === 'corrected'
      ? words.correctedGone
      : words.removedGone
