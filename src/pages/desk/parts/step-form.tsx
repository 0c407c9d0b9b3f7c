import { View } from '@tarojs/components'
import { Button, Notice, Section, Slot } from '../../../components'
import { unsentText } from '../../../text'
import { deskRequest } from '../../../text/desk'
import { stepForm as words, stepWords, type DeskVerb } from '../../../text/desk-steps'
import { stepText } from '../../../text/request-events'
import { requestVerbNames } from '../../../text/request-names'
import { ConsentSheet } from '../../consent'
import { workerOf, type Case } from './moves'
import { dataOf } from './step-deed'
import { moveOf, stepAsks } from './step-fields'
import { StepInput } from './step-inputs'
import { StepPictures } from './step-pictures'
import { StepNote, StepWords } from './step-words'
import { eventText } from './timeline'
import { useStep, type Step, type StepOptions } from './use-step'

interface StepFormProps extends StepOptions {
  readonly now: number
  readonly onBack: () => void
}

/** One step: what it asks stands in `stepAsks`, its words, pictures and note in the table of the lifecycle. */
export function StepForm({ now, onBack, ...options }: StepFormProps) {
  const { request, verb, ownAgencies } = options
  const step = useStep(options)
  const { fields, missing, agencies, act, beginning, change } = step
  const move = moveOf(verb)
  const mustProve = move.pictures === 'proof' && request.isSeen
  return (
    <Section id="step-form" title={requestVerbNames[verb]} hint={stepWords[verb].hint}>
      <Slot>
        {stepAsks[verb].map((name) => (
          <StepInput key={name} {...{ name, request, fields, agencies, ownAgencies, now, missing, change }} />
        ))}
      </Slot>
      {move.words === 'none' ? null : <StepWords verb={verb} step={step} />}
      {move.pictures === 'none' ? null : <StepPictures label={mustProve ? words.proof : words.pictures} step={step} />}
      <Slot>
        <StepNote verb={verb} step={step} />
      </Slot>
      <Preview verb={verb} request={request} step={step} now={now} />
      <Between request={request} step={step} now={now} />
      <Slot>{act.refused ? <Notice tone="wait" icon="alarm" text={unsentText(act.refused)} /> : null}</Slot>
      <ConsentSheet of={beginning} />
      <ConsentSheet of={act} />
      <View className="section stack">
        <Button
          id="step-send"
          text={`${words.send}：${requestVerbNames[verb]}`}
          busy={act.busy ? words.sending : false}
          onTap={() => void step.send()}
        />
        <Button id="step-back" kind="plain" text={words.back} disabled={act.busy} onTap={onBack} />
        <View className="second">{words.kept}</View>
      </View>
    </Section>
  )
}

interface PartProps {
  readonly request: Case
  readonly step: Step
  readonly now: number
}

/** What the resident will read, word by word. */
function Preview({ verb, request, step: { fields, agencies }, now }: PartProps & { readonly verb: DeskVerb }) {
  const worker = workerOf(request)
  if (worker === null) return null
  if (verb === 'note') return <View className="second section">{words.hidden}</View>
  const nameOf = (id: string) => agencies.data?.agencies.find(({ agencyId }) => agencyId === id)?.name ?? null
  const reader = { now, isOwner: true, agencyName: request.agencyName }
  const sentence = stepText({ verb, actor: worker, data: dataOf(fields, nameOf) }, reader)
  const said = fields.words.trim()
  return (
    <View id="step-preview" className="section">
      <Notice tone="calm" icon="person" text={`${words.preview}：${sentence}${said === '' ? '' : `。${said}`}`} />
    </View>
  )
}

/** What others did while this was being filled in. */
const Between = ({ request, step: { between }, now }: PartProps) => (
  <Slot>
    {between.length === 0 ? null : (
      <View id="step-between" className="section">
        <Notice tone="wait" icon="alarm" text={deskRequest.moved} />
        {between.map((event) => (
          <View key={event.eventId}>{eventText(event, request, now)}</View>
        ))}
        <View className="second">{deskRequest.movedHint}</View>
      </View>
    )}
  </Slot>
)
