import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Chips, Icon, Slot, Tap } from '../../../components'
import { mostCardKinds } from '../../../domain/wish/limits'
import { serviceGroupNames, serviceName, serviceNames } from '../../../knowledge/service-names'
import { wishForm as words } from '../../../text/wish'
import { Ticks } from './ticks'

interface KindPickProps {
  readonly title: string
  /** What is said where the words speak of none. */
  readonly none: string
  readonly kinds: readonly string[]
  /** What else the words may speak of: at one tap. */
  readonly found: readonly string[]
  readonly onChange: (kinds: readonly string[]) => void
}

const options = (ids: readonly string[]) => ids.map((id) => ({ id, label: serviceName(id) }))
const mostOffered = 3

/** "是要：陪同看病 ✓": what the words were taken for, and the way to another. */
export function KindPick({ title, none, kinds, found, onChange }: KindPickProps) {
  const [isOpen, setOpen] = useState(false)
  const [group, setGroup] = useState<string | null>(null)
  const near = [...new Set([...kinds, ...found])].slice(0, Math.max(mostOffered, kinds.length))
  const inGroup = serviceNames.filter((service) => service.group === group).map(({ id }) => id)
  const change = (offered: readonly string[]) => (ids: readonly string[]) =>
    onChange([...kinds.filter((id) => !offered.includes(id)), ...ids].slice(0, mostCardKinds))
  return (
    <View id="kinds">
      <View className="said">
        <Icon name={kinds.length > 0 ? 'check' : 'search'} />
        <View className="row-words" id="kinds-said">
          {kinds.length > 0 ? `${title}${kinds.map(serviceName).join('、')}` : none}
        </View>
        {isOpen ? null : (
          <Tap id="kinds-change" className="said-change said-tap" onTap={() => setOpen(true)}>
            {words.kindsChange}
          </Tap>
        )}
      </View>
      <Slot>
        {isOpen && near.length > 0 ? (
          <Ticks id="kind" question={words.kindsMost} options={options(near)} chosen={kinds} onChange={change(near)} />
        ) : null}
        {isOpen ? (
          <Chips
            id="kind-group"
            question={words.kindsOther}
            options={serviceGroupNames.map(({ id, name }) => ({ id, label: name }))}
            chosen={group}
            onChoose={setGroup}
          />
        ) : null}
        {isOpen && inGroup.length > 0 ? (
          <Ticks
            id="kind-of"
            question={words.kindsMost}
            options={options(inGroup)}
            chosen={kinds}
            onChange={change(inGroup)}
          />
        ) : null}
        {isOpen ? (
          <View className="section">
            <Button id="kinds-done" kind="plain" text={words.kindsDone} onTap={() => setOpen(false)} />
          </View>
        ) : null}
      </Slot>
    </View>
  )
}
