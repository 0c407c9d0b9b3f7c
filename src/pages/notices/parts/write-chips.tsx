import { View } from '@tarojs/components'
import { Tap } from '../../../components'
import { spoken } from '../../../platform/spoken'

export interface ChipOption {
  readonly id: string
  readonly label: string
}

interface ManyChipsProps {
  /** Each option's is `<id>-<option's id>`. */
  readonly id: string
  readonly question: string
  readonly options: readonly ChipOption[]
  readonly chosen: readonly string[]
  readonly onTap: (id: string) => void
}

/** As `Chips`, several of several. */
export const ManyChips = ({ id: group, question, options, chosen, onTap }: ManyChipsProps) => (
  <View className="chips" {...spoken({ role: 'group', label: question })}>
    <View className="chips-question">{question}</View>
    <View className="chips-options">
      {options.map(({ id, label }) => (
        <Tap
          key={id}
          id={`${group}-${id}`}
          className={chosen.includes(id) ? 'chip chip-on' : 'chip'}
          role="checkbox"
          chosen={chosen.includes(id)}
          onTap={() => onTap(id)}
        >
          {label}
        </Tap>
      ))}
    </View>
  </View>
)
