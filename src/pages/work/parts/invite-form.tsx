import { View } from '@tarojs/components'
import { useState } from 'react'
import { useWrite, type Posts, type Spot } from '../../../client'
import { Button, Choices, Facts, Notice, Slot, type Option } from '../../../components'
import { rolePlaces, type HeldRole } from '../../../domain/people/roles'
import { refusalText } from '../../../text'
import { roleNames } from '../../../text/role-names'
import { invite as words, monthChoices, monthsText } from '../../../text/roles'
import type { Made, Places } from './invitation'
import { nameIn, needOf, PlaceQuestion, rolesFor, whole } from './invite-place'

interface InviteFormProps {
  readonly spot: Spot
  readonly places: Places
  readonly mayGive: Posts['mayGive']
  readonly onMade: (made: Made) => void
  readonly onBack: () => void
}

interface Draft {
  readonly role: HeldRole | null
  /** The grid or agency; `whole` for none; null: not said yet. */
  readonly place: string | null
  readonly uses: number | null
  readonly days: number
  readonly months: number
}
type Question = 'role' | 'place' | 'uses' | 'days' | 'months'

const numbers = { uses: [1, 5, 20, 50], days: [1, 7, 30] } as const
/** What these can do is worth a word of care. */
const strong: readonly (HeldRole | null)[] = ['secretary', 'grid-leader']

/** A new invitation, one question at a time; each answer can be changed before it is made. */
export function InviteForm({ spot, places, mayGive, onMade, onBack }: InviteFormProps) {
  const { busy, refused, run } = useWrite('invitation.create')
  const [draft, setDraft] = useState<Draft>({ role: null, place: null, uses: null, days: 7, months: 12 })
  const [changing, setChanging] = useState<Question | null>(null)
  const { role, place, uses, days, months } = draft
  const needs = role === null ? null : needOf(role, spot)
  const question: Question | null =
    changing ?? (role === null ? 'role' : needs && place === null ? 'place' : uses === null ? 'uses' : null)

  const answer = (fields: Partial<Draft>) => {
    setDraft({ ...draft, ...fields })
    setChanging(null)
  }
  const back = () => {
    if (question === 'role') return onBack()
    if (question === 'days' || question === 'months') return setChanging(null)
    if (question === 'place' || (question === 'uses' && !needs)) return setDraft({ ...draft, role: null, place: null })
    if (question === 'uses') return setDraft({ ...draft, place: null })
    setDraft({ ...draft, uses: null })
  }
  const make = async () => {
    if (role === null || uses === null) return
    const at = place === whole ? null : place
    const gridId = needs === 'agency' ? null : (at ?? (rolePlaces[role].grid === 'none' ? null : spot.gridId))
    const agencyId = needs === 'agency' ? at : null
    const made = await run({ role, communityId: spot.communityId, gridId, agencyId, uses, days, months })
    if (made) onMade({ ...made, role })
  }
  const ask = (
    id: Question,
    label: string,
    options: readonly Option[],
    chosen: string | null,
    fields: (id: string) => Partial<Draft>,
  ) => (
    <Choices
      id={`invite-${id}`}
      label={label}
      options={options}
      chosen={chosen}
      onChoose={(one) => answer(fields(one))}
    />
  )
  const count = (list: readonly number[], text: (count: number) => string) =>
    list.map((one) => ({ id: String(one), title: text(one) }))

  return (
    <View className="section">
      <Slot>
        {question === 'role'
          ? ask('role', words.whom, rolesFor(spot, mayGive), role, (id) => ({ role: id as HeldRole, place: null }))
          : null}
        {question === 'place' && role && needs ? (
          <PlaceQuestion role={role} needs={needs} places={places} onChoose={(id) => answer({ place: id })} />
        ) : null}
        {question === 'uses'
          ? ask('uses', words.uses, count(numbers.uses, words.usesOf), String(uses), (id) => ({ uses: Number(id) }))
          : null}
        {question === 'days'
          ? ask('days', words.days, count(numbers.days, words.daysOf), String(days), (id) => ({ days: Number(id) }))
          : null}
        {question === 'months'
          ? ask('months', words.months, count(monthChoices, monthsText), String(months), (id) => ({
              months: Number(id),
            }))
          : null}
        {question === null && role !== null && uses !== null ? (
          <Facts
            rows={[
              { id: 'sum-role', label: words.whom, value: roleNames[role] },
              ...(needs ? [{ id: 'sum-place', label: words.where, value: nameIn(places, place) }] : []),
              { id: 'sum-uses', label: words.uses, value: words.usesOf(uses) },
              change('days', words.days, words.daysOf(days), setChanging),
              change('months', words.months, monthsText(months), setChanging),
            ]}
          />
        ) : null}
      </Slot>
      <View className="section stack">
        <Slot>
          {question === null && strong.includes(role) ? <Notice tone="wait" icon="alarm" text={words.careful} /> : null}
        </Slot>
        <Slot>{refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}</Slot>
        {question === null ? (
          <Button id="invite-make" text={words.make} busy={busy && words.making} onTap={() => void make()} />
        ) : null}
        <Button id="invite-back" kind="plain" text={words.back} disabled={busy} onTap={back} />
      </View>
    </View>
  )
}

const change = (id: Question, label: string, value: string, onChange: (id: Question) => void) => ({
  id: `sum-${id}`,
  label,
  value,
  action: { text: words.change, onTap: () => onChange(id) },
})
