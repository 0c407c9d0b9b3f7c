import { View } from '@tarojs/components'
import { useState, type PropsWithChildren } from 'react'
import { Button, Card, Notice, Row, Section, Sheet, Slot, TextField } from '../../../components'
import { consent } from '../../../text'
import { arrangeForm, wishStepTexts, wishVisit as words } from '../../../text/wish-visit'
import { ConsentSheet } from '../../consent'
import { ArrangeForm } from './arrange-form'
import { FinishForm } from './finish-form'
import { ThankForm } from './thank-form'
import type { Acting } from './use-wish-act'
import { stepsOf, type Step } from './visit-steps'
import type { Visiting } from './visit-side'

/** What somebody can do about a wish: what is asked of them large, the rest below. One table decides, one piece shows it. */
export function StepList({
  of,
  acting,
  children,
}: PropsWithChildren<{ readonly of: Visiting; readonly acting: Acting }>) {
  const [open, setOpen] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const { act, busy, why, said } = acting
  const { asking, clear } = acting.acting
  const steps = stepsOf(of)
  // Gone meanwhile, for example because somebody else was faster: what was typed waits in its draft.
  const step = steps.find(({ name }) => name === open)
  const close = () => setOpen(null)
  const start = (chosen: Step) => {
    if (chosen.form === null) return void act(chosen.deed(null))
    // Why another step was refused is not said of this one.
    clear()
    setTyped('')
    setOpen(chosen.name)
  }
  const isForm = step?.form === 'arrange' || step?.form === 'finish' || step?.form === 'thank'
  // The notice of the agreement takes its place for as long; what was typed stays.
  const isAsked = step !== undefined && !isForm && asking.purposes === null
  return (
    <View id="steps">
      <Slot>{said ? <Notice tone="done" icon="check" text={said} /> : null}</Slot>
      <Slot>{why && !isAsked ? <Notice tone="wait" icon="alarm" text={why} /> : null}</Slot>
      <ConsentSheet of={acting.acting} />
      {step && isForm ? (
        <StepForm step={step} of={of} acting={acting} onClose={close} />
      ) : (
        <Large steps={steps} of={of} busy={busy} onStart={start} />
      )}
      {/* Whoever is in the middle of a step keeps sight of the number. */}
      <Slot>{children}</Slot>
      <Slot>{step && isForm ? null : <Rows steps={steps} of={of} busy={busy} onStart={start} />}</Slot>
      {isAsked ? <Asked {...{ step, acting, typed }} onType={setTyped} onClose={close} /> : null}
    </View>
  )
}

/** A time that is there already is changed; whoever waits at home says of the others that they came. */
const titleOf = ({ verb, nth }: Step, { proposed, agreed, reader }: Visiting): string => {
  if (verb === 'arrive' && reader === 'wisher') return words.theyArrived
  const title = verb === 'arrange' && (proposed ?? agreed) ? arrangeForm.again : wishStepTexts[verb].title
  return nth === null ? title : `${title}（${words.nth[nth] ?? ''}）`
}

interface ButtonsProps {
  readonly steps: readonly Step[]
  readonly of: Visiting
  readonly busy: boolean
  readonly onStart: (step: Step) => void
}

const Large = ({ steps, of, busy, onStart }: ButtonsProps) => {
  const large = steps.filter(({ rank }) => rank !== 'row')
  if (large.length === 0) return <View />
  return (
    <View className="section stack">
      {large.map((step) => (
        <Button
          key={step.name}
          id={step.name}
          kind={step.rank === 'main' ? 'main' : 'plain'}
          text={titleOf(step, of)}
          busy={busy}
          onTap={() => onStart(step)}
        />
      ))}
    </View>
  )
}

const Rows = ({ steps, of, busy, onStart }: ButtonsProps) => {
  const rows = steps.filter(({ rank }) => rank === 'row')
  if (rows.length === 0) return <View />
  return (
    <Section id="other-steps" title={words.others}>
      <Card>
        {rows.map((step) => (
          <Row
            key={step.name}
            id={step.name}
            title={titleOf(step, of)}
            onTap={() => (busy ? undefined : onStart(step))}
          />
        ))}
      </Card>
    </Section>
  )
}

interface OpenProps {
  readonly step: Step
  readonly acting: Acting
  readonly onClose: () => void
}

function StepForm({ step, of, acting: { act, busy }, onClose }: OpenProps & { readonly of: Visiting }) {
  const { wishId, state } = of.wish.card
  const visit = state === 'granted' ? of.done : of.agreed
  if (step.form === 'arrange') return <ArrangeForm of={of} busy={busy} onSend={act} onClose={onClose} />
  if (step.form === 'finish' && visit) {
    return (
      <FinishForm
        wishId={wishId}
        visit={visit}
        asksMinutes={of.reader === 'helper'}
        busy={busy}
        onSend={act}
        onClose={onClose}
      />
    )
  }
  return (
    <ThankForm wishId={wishId} busy={busy} onSend={(said) => act({ verb: 'thank', words: said })} onClose={onClose} />
  )
}

interface AskedProps extends OpenProps {
  readonly typed: string
  readonly onType: (typed: string) => void
}

const longestSaid = 100

/** What cannot be taken back at a tap is asked once more; a word along with it where it helps the other side. */
function Asked({ step, acting: { act, busy, why, acting }, typed, onType, onClose }: AskedProps) {
  const send = async () => {
    // Refused, or without a network: it stays as it is, with the reason.
    if (await act(step.deed(typed.trim() || null))) onClose()
  }
  const reason = why ?? (acting.asking.declined ? consent.declined : null)
  const text: { readonly title: string; readonly ask?: string; readonly text?: string } = wishStepTexts[step.verb]
  return (
    <Sheet
      id="step-ask"
      title={text.ask ?? text.title}
      {...(text.text === undefined ? {} : { text: text.text })}
      main={{
        text: text.title,
        busy,
        onTap: () => void send(),
      }}
      other={{ text: words.back, onTap: onClose }}
    >
      <Slot>{reason ? <Notice tone="wait" icon="alarm" text={reason} /> : null}</Slot>
      {step.form === 'ask-words' ? (
        <TextField
          id="step-words"
          label={words.wordsMay}
          value={typed}
          maxLength={longestSaid}
          disabled={busy}
          onChange={onType}
        />
      ) : null}
    </Sheet>
  )
}
