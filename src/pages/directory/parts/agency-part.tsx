import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Notice, Slot, TextField } from '../../../components'
import { directoryAgency as words } from '../../../text/directory-agency'
import { AgencyArea } from './agency-area'
import { AgencyDuties } from './agency-duties'
import type { AgencyDraft, AgencyFields, PhoneFields, Places } from './agency-fields'
import { hasProblems, isNowhere, phoneProblems, rowIn } from './agency-problems'
import { PhoneFieldsForm } from './phone-fields'
import { PhoneOut } from './phone-out'

/** Characters, as the contract says. */
const longestName = 40

interface AgencyPartProps {
  readonly communityId: string
  /** `name`, `roles`, `area`, or the key of a number. */
  readonly part: string
  readonly draft: AgencyDraft
  readonly places: Places
  /** Whether another question follows. */
  readonly goesOn: boolean
  /** Whether it was to be saved already: what is wrong shows at once. */
  readonly isChecked: boolean
  readonly onChange: (changed: Partial<AgencyFields>) => void
  readonly onDone: () => void
  readonly onTakeOut: (phone: PhoneFields) => void
}

/** One question about the agency; it is left once it has a sound answer. */
export function AgencyPart(props: AgencyPartProps) {
  const { communityId, part, draft, places, goesOn, isChecked, onChange, onDone, onTakeOut } = props
  const [isTried, setTried] = useState(isChecked)
  const phone = rowIn(draft, part)
  const problems = phone ? phoneProblems(phone, rowIn(draft.base, part)) : {}
  const missing = phone ? null : missingIn(part, draft)
  const done = () => (missing !== null || hasProblems(problems) ? setTried(true) : onDone())
  const changePhone = (changed: Partial<PhoneFields>) =>
    onChange({ phones: draft.phones.map((one) => (one.key === part ? { ...one, ...changed } : one)) })
  return (
    <View id="part">
      {phone ? (
        <PhoneFieldsForm phone={phone} problems={isTried ? problems : {}} onChange={changePhone} />
      ) : part === 'name' ? (
        <TextField
          id="name"
          label={words.name}
          hint={words.nameHint}
          value={draft.name}
          maxLength={longestName}
          {...(isTried && missing ? { error: missing } : {})}
          onChange={(name) => onChange({ name })}
          onConfirm={done}
        />
      ) : part === 'roles' ? (
        <AgencyDuties chosen={draft.roles} onChange={(roles) => onChange({ roles })} />
      ) : (
        <AgencyArea
          communityId={communityId}
          area={draft.area}
          places={places}
          onChange={(area) => onChange({ area })}
        />
      )}
      <Slot>{isTried && missing && part !== 'name' ? <Notice tone="wait" icon="alarm" text={missing} /> : null}</Slot>
      <View className="section">
        <Button id="part-done" text={goesOn ? words.next : words.done} onTap={done} />
      </View>
      <Slot>{phone ? <PhoneOut number={phone.number} onTakeOut={() => onTakeOut(phone)} /> : null}</Slot>
    </View>
  )
}

function missingIn(part: string, { name, roles, area }: AgencyFields): string | null {
  if (part === 'name') return name.trim() === '' ? words.nameMissing : null
  if (part === 'roles') return roles.length === 0 ? words.rolesMissing : null
  return area && isNowhere(area) ? words.areaMissing : null
}
