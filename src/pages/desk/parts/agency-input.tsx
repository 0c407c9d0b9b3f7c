import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output, Reading } from '../../../client'
import { Button, Choices, ManyChoices, Slot, State, TextField, type Option } from '../../../components'
import { stepForm as words } from '../../../text/desk-steps'
import { Waiting } from '../../waiting'
import { unclear } from './step-fields'

export type Agency = Output<'request.agencies'>['agencies'][number]
export type Agencies = Reading<'request.agencies'>

const optionOf = ({ agencyId, name, handled }: Agency): Option => ({
  id: agencyId,
  title: name,
  ...(handled ? {} : { note: words.unhandled }),
})

/** Those that have somebody here come first; the others wait behind a tap, save where one of them is chosen. */
function useShown(list: readonly Agency[], chosen: readonly string[]) {
  const [isAll, setAll] = useState(false)
  const first = list.filter(({ handled, agencyId }) => handled || chosen.includes(agencyId))
  const isFolded = !isAll && first.length > 0 && first.length < list.length
  return { shown: isFolded ? first : list, more: isFolded ? () => setAll(true) : null }
}

interface AgencyInputProps {
  readonly id: string
  readonly label: string
  readonly agencies: Agencies
  /** It cannot be given to those who say that it is not theirs. */
  readonly without: readonly string[]
  readonly chosen: string | null
  readonly mayBeUnclear: boolean
  readonly onChoose: (agencyId: string) => void
}

/** One of the directory. */
export function AgencyInput({ id, label, agencies, without, chosen, mayBeUnclear, onChoose }: AgencyInputProps) {
  const list = (agencies.data?.agencies ?? []).filter(({ agencyId }) => !without.includes(agencyId))
  const { shown, more } = useShown(list, chosen === null ? [] : [chosen])
  if (!agencies.data) return <AgenciesWaiting agencies={agencies} />
  const options = [...shown.map(optionOf), ...(mayBeUnclear ? [{ id: unclear, title: words.unclear }] : [])]
  if (options.length === 0) return <State icon="person" title={words.noAgencies} />
  return (
    <>
      <Choices id={id} label={label} options={options} chosen={chosen} onChoose={onChoose} />
      <MoreAgencies id={id} more={more} />
    </>
  )
}

interface AgenciesInputProps {
  readonly id: string
  readonly label: string
  readonly agencies: Agencies
  readonly chosen: readonly string[]
  readonly onChange: (agencyIds: readonly string[]) => void
  /** Where each gets something to do: what it is. */
  readonly parts?: Readonly<Record<string, string>>
  readonly onPart?: (agencyId: string, what: string) => void
}

/** Several of the directory, and what each has to do. */
export function AgenciesInput({ id, label, agencies, chosen, onChange, parts, onPart }: AgenciesInputProps) {
  const list = agencies.data?.agencies ?? []
  const { shown, more } = useShown(list, chosen)
  if (!agencies.data) return <AgenciesWaiting agencies={agencies} />
  if (list.length === 0) return <State icon="person" title={words.noAgencies} />
  return (
    <>
      <ManyChoices id={id} label={label} options={shown.map(optionOf)} chosen={chosen} onChange={onChange} />
      <MoreAgencies id={id} more={more} />
      <Slot>
        {parts && onPart
          ? list
              .filter(({ agencyId }) => chosen.includes(agencyId))
              .map(({ agencyId, name }) => (
                <TextField
                  key={agencyId}
                  id={`part-${agencyId}`}
                  label={words.part(name)}
                  value={parts[agencyId] ?? ''}
                  maxLength={60}
                  onChange={(what) => onPart(agencyId, what)}
                />
              ))
          : null}
      </Slot>
    </>
  )
}

const AgenciesWaiting = ({ agencies: { busy, refused, reload } }: { readonly agencies: Agencies }) => (
  <Waiting busy={busy} refused={refused} retry={() => void reload()} />
)

const MoreAgencies = ({ id, more }: { readonly id: string; readonly more: (() => void) | null }) => (
  <Slot>
    {more ? (
      <View className="card-more">
        <Button id={`${id}-more`} kind="plain" text={words.otherAgencies} onTap={more} />
      </View>
    ) : null}
  </Slot>
)
