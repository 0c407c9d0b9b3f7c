import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Choices, Notice, Section, Sheet, Slot, TextArea } from '../../../components'
import { refusalText } from '../../../text'
import { directorySettings as words } from '../../../text/directory-settings'
import type { DeskSpot } from '../../desk-spot'
import { QuestionAgency } from './question-agency'
import { answerWords, drawerOf, gainWords, type Question } from './question-rows'
import type { Questions } from './use-questions'

interface QuestionCardProps {
  readonly spot: DeskSpot
  /** null: of the whole community. */
  readonly estateId: string | null
  readonly of: Questions
  readonly question: Question
}

/** One question, and nothing else to decide. */
export function QuestionCard({ spot, estateId, of, question }: QuestionCardProps) {
  const { spec, value, inherited, open } = question
  const [isTried, setTried] = useState(false)
  const [isTakingBack, setTakingBack] = useState(false)
  const isAsked = drawerOf(question) === 'open'
  const gain = gainWords(question, 'sentence')
  const answer = of.typed.trim()
  const said = (given: string) => answerWords(spec, given, of.agencies)
  const isSame = of.hindered === 'moved' && value === answer
  const save = () => {
    if (isSame) return of.agree(question)
    setTried(answer === '')
    if (answer !== '') void of.save(question, answer)
  }

  return (
    <Section id="question" title={spec.ask} {...(gain === null ? {} : { hint: gain })}>
      <Slot>{open?.why === 'stale' ? <Notice tone="wait" icon="alarm" text={words.stale} /> : null}</Slot>
      <Slot>
        {estateId === null ? null : (
          <View className="second section-hint" id="as-community">
            {inherited === null ? words.asCommunityNone : words.asCommunityNow(said(inherited))}
          </View>
        )}
      </Slot>
      <Field spot={spot} of={of} question={question} />
      <Slot>
        {isTried && answer === '' ? <Notice tone="wait" icon="alarm" text={words.missing} /> : null}
        <Hindrance of={of} question={question} isSame={isSame} said={said} />
      </Slot>
      <View className="section stack">
        <Button
          id="save"
          text={isAsked ? words.save : words.saveChange}
          busy={of.isSaving && words.saving}
          onTap={save}
        />
        {isAsked ? (
          <Button id="skip" kind="plain" text={words.skip} disabled={of.isSaving} onTap={() => of.skip(question)} />
        ) : (
          <Button id="close" kind="plain" text={words.close} disabled={of.isSaving} onTap={() => of.open(null)} />
        )}
        {value === null ? null : (
          <Button
            id="take-back"
            kind="plain"
            text={estateId === null ? words.takeBack : words.asCommunity}
            disabled={of.isSaving}
            onTap={() => setTakingBack(true)}
          />
        )}
      </View>
      {isTakingBack && value !== null ? (
        <Sheet
          id="taking-back"
          title={estateId === null ? words.takeBackTitle : words.asCommunityTitle}
          text={estateId === null ? words.takeBackText(said(value)) : words.asCommunityText(said(value))}
          main={{
            text: estateId === null ? words.takeBack : words.asCommunity,
            onTap: () => {
              setTakingBack(false)
              void of.save(question, null)
            },
          }}
          other={{ text: words.keepIt, onTap: () => setTakingBack(false) }}
        />
      ) : null}
    </Section>
  )
}

/** How it is answered: one of some, an office of the list, or words. */
function Field({ spot, of, question: { spec } }: Pick<QuestionCardProps, 'spot' | 'of' | 'question'>) {
  if (spec.kind === 'agency') return <QuestionAgency spot={spot} of={of} role={spec.role} />
  if (spec.kind === 'text')
    return (
      <TextArea
        id="answer"
        label={words.write}
        hint={words.writeHint}
        value={of.typed}
        maxLength={200}
        disabled={of.isSaving}
        onChange={of.type}
      />
    )
  return (
    <Choices
      id="answer"
      label={words.choose}
      hideLabel
      options={spec.options.map(({ id, label }) => ({ id, title: label, disabled: of.isSaving }))}
      chosen={of.typed}
      onChoose={of.type}
    />
  )
}

interface HindranceProps {
  readonly of: Questions
  readonly question: Question
  readonly isSame: boolean
  readonly said: (value: string) => string
}

/** Why the answer was not taken, and that it is still there. */
function Hindrance({ of: { hindered }, question: { value }, isSame, said }: HindranceProps) {
  if (hindered === null) return null
  if (hindered !== 'moved') return <Notice tone="wait" icon="alarm" text={refusalText[hindered]} />
  if (isSame) return <Notice tone="calm" icon="check" text={words.same} />
  return <Notice tone="wait" icon="alarm" text={value === null ? words.movedBlank : words.moved(said(value))} />
}
