import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Chips, Choices, Icon, TextField } from '../../../components'
import { stepForm as words } from '../../../text/desk-steps'
import { hour, startOf } from '../../../domain/time/clock'
import { hourText } from '../../../text/request-plain'
import { AgenciesInput, AgencyInput, type Agencies } from './agency-input'
import { followUpDays, holdDays, meetingDays, meetingHours } from './days'
import { MergeInput } from './merge-input'
import { openTasks, type Case } from './moves'
import type { MissingField } from './step-deed'
import type { FieldName, StepFields } from './step-fields'

export interface InputsProps {
  readonly request: Case
  readonly fields: StepFields
  readonly agencies: Agencies
  /** For which agencies the caller works. */
  readonly ownAgencies: readonly string[]
  readonly now: number
  readonly change: (changed: Partial<StepFields>) => void
}

const dayChips = (id: string, question: string, options: readonly { id: string; label: string }[], on: InputsProps) => (
  <Chips id={id} question={question} options={options} chosen={on.fields.day} onChoose={(day) => on.change({ day })} />
)

/** To whom it is referred, and whose it is: one field, asked in other words. */
const officeField = (label: string, hint: string, { fields, change }: InputsProps) => (
  <TextField id="to" label={label} hint={hint} value={fields.to} maxLength={40} onChange={(to) => change({ to })} />
)
const whoField = (label: string, { fields, change }: InputsProps) => (
  <TextField
    id="who"
    label={label}
    hint={words.whoHint}
    value={fields.who}
    maxLength={100}
    onChange={(who) => change({ who })}
  />
)

const isHeard = (id: string): id is keyof typeof words.heardOf => id in words.heardOf
/** The clock says the same on each. */
const anyDay = '2026-01-01'
const extensions = [1, 3, 7, 15] as const

/** Of each thing that a step may ask, how it is asked. */
const inputs: Readonly<Record<FieldName, (props: InputsProps) => ReactNode>> = {
  agency: ({ fields, agencies, change }) => (
    <AgencyInput
      id="agency"
      label={words.agency}
      agencies={agencies}
      without={[]}
      chosen={fields.agency}
      mayBeUnclear={false}
      onChoose={(agency) => change({ agency })}
    />
  ),
  agencyOrNone: ({ fields, agencies, ownAgencies, change }) => (
    <AgencyInput
      id="agency"
      label={words.whose}
      agencies={agencies}
      without={ownAgencies}
      chosen={fields.agency}
      mayBeUnclear
      onChoose={(agency) => change({ agency })}
    />
  ),
  agencies: ({ fields, agencies, change }) => (
    <AgenciesInput
      id="agencies"
      label={words.agencies}
      agencies={agencies}
      chosen={fields.agencies}
      onChange={(ids) => change({ agencies: ids })}
    />
  ),
  came: ({ fields, agencies, change }) => (
    <AgenciesInput
      id="agencies"
      label={words.came}
      agencies={agencies}
      chosen={fields.agencies}
      onChange={(ids) => change({ agencies: ids })}
    />
  ),
  parts: ({ fields, agencies, change }) => (
    <AgenciesInput
      id="agencies"
      label={words.parts}
      agencies={agencies}
      chosen={fields.agencies}
      parts={fields.parts}
      onChange={(ids) => change({ agencies: ids })}
      onPart={(agencyId, what) => change({ parts: { ...fields.parts, [agencyId]: what } })}
    />
  ),
  task: ({ request, fields, ownAgencies, change }) => (
    <Choices
      id="task"
      label={words.task}
      options={openTasks(request, ownAgencies).map(({ taskId, agencyName, what }) => ({
        id: taskId,
        title: what,
        note: agencyName,
      }))}
      chosen={fields.task}
      onChoose={(task) => change({ task })}
    />
  ),
  to: (props) => officeField(words.to, words.toHint, props),
  whose: (props) => officeField(words.declinedTo, words.declinedHint, props),
  days: ({ fields, change }) => (
    <Chips
      id="days"
      question={words.days}
      options={extensions.map((count) => ({ id: String(count), label: words.daysOf(count) }))}
      chosen={fields.days === null ? null : String(fields.days)}
      onChoose={(id) => change({ days: Number(id) })}
    />
  ),
  until: (props) => dayChips('until', words.until, holdDays(props.now), props),
  followUp: (props) => dayChips('follow-up', words.followUp, followUpDays(props.now, words.followUpNone), props),
  meeting: (props) => (
    <View>
      {dayChips('day', words.meetingDay, meetingDays(props.now), props)}
      <Chips
        id="hour"
        question={words.meetingHour}
        options={meetingHours(props.fields.day, props.now).map((at) => ({
          id: String(at),
          label: hourText(startOf(anyDay) + at * hour),
        }))}
        chosen={props.fields.hour === null ? null : String(props.fields.hour)}
        onChoose={(id) => props.change({ hour: Number(id) })}
      />
    </View>
  ),
  place: ({ fields, change }) => (
    <TextField
      id="meeting-place"
      label={words.place}
      value={fields.place}
      maxLength={60}
      onChange={(place) => change({ place })}
    />
  ),
  invited: (props) => whoField(words.invited, props),
  agreed: (props) => whoField(words.agreed, props),
  reached: ({ fields, change }) => (
    <Choices
      id="reached"
      label={words.reached}
      options={(['yes', 'no'] as const).map((id) => ({ id, title: words.reachedOf[id] }))}
      chosen={fields.reached === null ? null : fields.reached ? 'yes' : 'no'}
      onChoose={(id) => change({ reached: id === 'yes' })}
    />
  ),
  heard: ({ fields, change }) => (
    <Choices
      id="heard"
      label={words.heard}
      options={(['solved', 'unsolved', 'no-answer'] as const).map((id) => ({ id, title: words.heardOf[id] }))}
      chosen={fields.heard}
      onChoose={(id) => (isHeard(id) ? change({ heard: id }) : undefined)}
    />
  ),
  into: ({ request, fields, change }) => (
    <MergeInput request={request} chosen={fields.into} onChoose={(into) => change({ into })} />
  ),
}

/** What is said where it is missing. */
const missingText: Readonly<Record<FieldName, string>> = {
  agency: words.agencyMissing,
  agencyOrNone: words.agencyMissing,
  agencies: words.agenciesMissing,
  came: words.agenciesMissing,
  parts: words.partMissing,
  task: words.taskMissing,
  to: words.textMissing,
  whose: words.textMissing,
  days: words.daysMissing,
  until: words.untilMissing,
  meeting: words.meetingMissing,
  followUp: words.followUpMissing,
  place: words.placeMissing,
  invited: words.whoMissing,
  agreed: words.whoMissing,
  reached: words.reachedMissing,
  heard: words.heardMissing,
  into: words.intoMissing,
}

interface StepInputProps extends InputsProps {
  readonly name: FieldName
  readonly missing: MissingField | null
}

/** One thing that a step asks, and a word where it was left out. */
export const StepInput = ({ name, missing, ...props }: StepInputProps) => (
  <View>
    {inputs[name](props)}
    {missing === name ? (
      <View id="step-missing" className="field-error">
        <Icon name="alarm" />
        <View>{missingText[name]}</View>
      </View>
    ) : null}
  </View>
)
