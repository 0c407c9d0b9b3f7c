import { Chips, ManyChoices, Section, TextField } from '../../../components'
import { directoryAgency as words } from '../../../text/directory-agency'
import { isSame, type PhoneFields } from './agency-fields'
import type { PhoneProblems } from './agency-problems'
import { hoursText, schedulesOf } from './hours-words'

/** Characters, as the contract says; hours are read, not kept as they stand. */
const longest = { number: 30, description: 40, owner: 20, hours: 100 } as const

interface PhoneFieldsProps {
  readonly phone: PhoneFields
  readonly problems: PhoneProblems
  readonly onChange: (changed: Partial<PhoneFields>) => void
}

/** One number: what is dialled, when somebody answers, who. */
export function PhoneFieldsForm({ phone, problems, onChange }: PhoneFieldsProps) {
  const { number, description, owner, rung } = phone
  return (
    <Section id="phone" title={number.trim() || words.newNumber}>
      <TextField
        id="number"
        label={words.number}
        hint={words.numberHint}
        value={number}
        maxLength={longest.number}
        {...(problems.number ? { error: problems.number } : {})}
        onChange={(next) => onChange({ number: next })}
      />
      <PhoneHours hours={phone.hours} error={problems.hours} onChange={(hours) => onChange({ hours })} />
      <TextField
        id="description"
        label={words.description}
        hint={words.descriptionHint}
        value={description}
        maxLength={longest.description}
        onChange={(next) => onChange({ description: next })}
      />
      <TextField
        id="owner"
        label={words.owner}
        hint={words.ownerHint}
        value={owner}
        maxLength={longest.owner}
        onChange={(next) => onChange({ owner: next })}
      />
      <ManyChoices
        id="rung"
        label={words.rungLabel}
        options={[{ id: 'yes', title: words.rung, note: words.rungHint }]}
        chosen={rung ? ['yes'] : []}
        onChange={(ids) => onChange({ rung: ids.length > 0 })}
      />
    </Section>
  )
}

interface PhoneHoursProps {
  readonly hours: string
  readonly error: string | undefined
  readonly onChange: (hours: string) => void
}

/** When somebody answers: one of the usual ways, or in one's own words; and how it was understood. */
function PhoneHours({ hours, error, onChange }: PhoneHoursProps) {
  const read = hours.trim() === '' ? null : schedulesOf(hours)
  return (
    <>
      <TextField
        id="hours"
        label={words.hours}
        hint={words.hoursHint}
        value={hours}
        maxLength={longest.hours}
        {...(error ? { error } : {})}
        onChange={onChange}
      />
      <Chips
        id="preset"
        question={read ? words.hoursRead(hoursText(read)) : ''}
        options={words.hourPresets.map((label, at) => ({ id: String(at), label }))}
        chosen={String(words.hourPresets.findIndex((preset) => read !== null && isSame(schedulesOf(preset), read)))}
        onChoose={(id) => onChange(words.hourPresets[Number(id)] ?? hours)}
      />
    </>
  )
}
