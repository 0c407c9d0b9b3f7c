import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../client'
import { Button, Card, Notice, Row, Section, Sheet, Slot } from '../../../components'
import { movesOf, type RequestVerb } from '../../../domain/request/verbs'
import { unsentText } from '../../../text'
import { requestSteps as words, requestView } from '../../../text/request'
import { ConsentSheet } from '../../consent'
import { RateForm } from './rate-form'
import { StepForm } from './step-form'
import type { Acting } from './use-act'

interface StepsProps {
  readonly request: Output<'request.show'>
  readonly actor: 'owner' | 'neighbour'
  readonly acting: Acting
  readonly now: number
}

type Form = 'contest' | 'supply-info' | 'reopen'
type Question = 'withdraw' | 'leave'

const forms = {
  contest: { label: words.contestLabel, sendText: words.contestSend },
  'supply-info': { label: words.supplyLabel, sendText: words.supplySend },
  reopen: { label: words.reopenLabel, sendText: words.reopenSend },
} as const
const questions = {
  withdraw: { title: words.withdrawAsk, text: words.withdrawText, yes: words.withdrawYes },
  leave: { title: words.leaveAsk, text: words.leaveText, yes: words.leaveYes },
} as const

/** What the table of the lifecycle lets this person do now, and what the clock still allows. */
function possible({ state, rated, reopenUntil }: StepsProps['request'], actor: StepsProps['actor'], now: number) {
  const moves = movesOf(state, actor)
  return (verb: RequestVerb): boolean =>
    moves.includes(verb) &&
    // It waits for their own answer: there is nobody to be urged.
    (verb !== 'remind' || state !== 'info-requested') &&
    (verb !== 'rate' || !rated) &&
    (verb !== 'reopen' || reopenUntil === null || now < reopenUntil)
}

const whyNot = (refused: NonNullable<Acting['refused']>, isMoved: boolean): string =>
  isMoved ? requestView.moved : unsentText(refused)

/** What somebody can do about a request: the one thing that is asked of them large, the rest below. */
export function Steps({ request, actor, acting, now }: StepsProps) {
  const [form, setForm] = useState<Form | null>(null)
  const [question, setQuestion] = useState<Question | null>(null)
  const { act, busy, refused, isMoved, said } = acting
  const can = possible(request, actor, now)
  const { requestId } = request

  return (
    <View id="steps">
      <Slot>{said ? <Notice tone="done" icon="check" text={said} /> : null}</Slot>
      <Slot>{refused ? <Notice tone="wait" icon="alarm" text={whyNot(refused, isMoved)} /> : null}</Slot>
      <ConsentSheet of={acting.acting} />
      {form !== null && can(form) ? (
        <StepForm
          key={form}
          requestId={requestId}
          verb={form}
          busy={busy}
          {...forms[form]}
          onSend={(typed, pictures) => act({ verb: form, words: typed, pictures })}
          onClose={() => setForm(null)}
        />
      ) : (
        <View>
          <Slot>
            {can('confirm') ? (
              <Section id="ask" title={words.ask} hint={words.askHint}>
                <View className="stack">
                  <Button
                    id="confirm"
                    icon="check"
                    text={words.confirm}
                    busy={busy}
                    onTap={() => void act({ verb: 'confirm', words: null })}
                  />
                  <Button
                    id="contest"
                    kind="plain"
                    text={words.contest}
                    disabled={busy}
                    onTap={() => setForm('contest')}
                  />
                </View>
              </Section>
            ) : null}
            {can('supply-info') ? (
              <View className="section">
                <Button id="supply-info" text={words.supply} onTap={() => setForm('supply-info')} />
              </View>
            ) : null}
            {can('rate') ? <RateForm request={request} busy={busy} onSend={act} /> : null}
          </Slot>
          <Others request={request} can={can} acting={acting} onForm={setForm} onQuestion={setQuestion} />
        </View>
      )}
      {question !== null ? (
        <Sheet
          id="step-ask"
          title={questions[question].title}
          text={questions[question].text}
          main={{
            text: questions[question].yes,
            busy,
            onTap: () =>
              void act(question === 'withdraw' ? { verb: 'withdraw', words: null } : { verb: 'leave' }).then(() =>
                setQuestion(null),
              ),
          }}
          other={{ text: words.no, onTap: () => setQuestion(null) }}
        />
      ) : null}
    </View>
  )
}

interface OthersProps extends Pick<StepsProps, 'request' | 'acting'> {
  readonly can: (verb: RequestVerb) => boolean
  readonly onForm: (form: Form) => void
  readonly onQuestion: (question: Question) => void
}

/** What nobody waits for. */
function Others({ request: { remindedToday }, acting: { act, busy }, can, onForm, onQuestion }: OthersProps) {
  if (!(['remind', 'reopen', 'withdraw', 'leave'] as const).some(can)) return <View />
  return (
    <View className="section">
      <Card>
        {can('remind') ? (
          <Row
            id="remind"
            icon="bell"
            title={words.remind}
            note={remindedToday ? words.reminded : words.remindHint}
            end={remindedToday ? 'check' : 'none'}
            onTap={() => (remindedToday || busy ? undefined : void act({ verb: 'remind', words: null }))}
          />
        ) : null}
        {can('reopen') ? <Row id="reopen" icon="edit" title={words.reopen} onTap={() => onForm('reopen')} /> : null}
        {can('withdraw') ? (
          <Row id="withdraw" icon="close" title={words.withdraw} end="none" onTap={() => onQuestion('withdraw')} />
        ) : null}
        {can('leave') ? (
          <Row id="leave" icon="close" title={words.leave} end="none" onTap={() => onQuestion('leave')} />
        ) : null}
      </Card>
    </View>
  )
}
