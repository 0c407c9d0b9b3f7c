import { View } from '@tarojs/components'
import { spoken } from '../platform/spoken'
import { Icon } from './icon'
import { Card } from './section'
import { Tap } from './tap'

export interface Option {
  readonly id: string
  readonly title: string
  /** What choosing it means. */
  readonly note?: string
  readonly disabled?: boolean
}

interface GroupProps {
  /** A row's id is `<id>-<option's id>`. */
  readonly id: string
  readonly label: string
  /** Where a heading above says it already; a screen reader still hears it. */
  readonly hideLabel?: boolean
  readonly options: readonly Option[]
}

interface ChoicesProps extends GroupProps {
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}

/** One of several, as large rows. */
export const Choices = ({ chosen, onChoose, ...group }: ChoicesProps) => (
  <Group {...group} role="radio" isChosen={(id) => id === chosen} onTap={onChoose} />
)

interface ManyChoicesProps extends GroupProps {
  readonly chosen: readonly string[]
  /** Gets what is chosen now, in the order of the options. */
  readonly onChange: (ids: readonly string[]) => void
}

/** Several of several, as large rows. */
export const ManyChoices = ({ chosen, onChange, ...group }: ManyChoicesProps) => (
  <Group
    {...group}
    role="checkbox"
    isChosen={(id) => chosen.includes(id)}
    onTap={(tapped) =>
      onChange(
        group.options.map(({ id }) => id).filter((id) => (id === tapped ? !chosen.includes(id) : chosen.includes(id))),
      )
    }
  />
)

interface OwnProps extends GroupProps {
  readonly role: 'radio' | 'checkbox'
  readonly isChosen: (id: string) => boolean
  readonly onTap: (id: string) => void
}

const Group = ({ id: group, label, hideLabel = false, options, role, isChosen, onTap }: OwnProps) => (
  <View id={group} className="field" {...spoken({ role: role === 'radio' ? 'radiogroup' : 'group', label })}>
    {hideLabel ? null : <View className="field-label">{label}</View>}
    <Card>
      {options.map(({ id, title, note, disabled = false }) => (
        <Tap
          key={id}
          id={`${group}-${id}`}
          className={`row choice${isChosen(id) ? ' choice-on' : ''}${disabled ? ' choice-off' : ''}`}
          role={role}
          chosen={isChosen(id)}
          disabled={disabled}
          onTap={() => onTap(id)}
        >
          <View className={`choice-sign choice-${role}`}>{isChosen(id) ? <Icon name="check" /> : null}</View>
          <View className="row-words">
            <View>{title}</View>
            {note ? <View className="second">{note}</View> : null}
          </View>
        </Tap>
      ))}
    </Card>
  </View>
)
