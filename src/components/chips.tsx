import { View } from '@tarojs/components'
import { Tap } from './tap'

interface ChipsProps {
  /** Each option's is `<id>-<option's id>`. */
  readonly id?: string
  readonly question: string
  readonly options: readonly { readonly id: string; readonly label: string }[]
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}

/** One question with its answers; the chosen one can be changed. */
export const Chips = ({ id: group, question, options, chosen, onChoose }: ChipsProps) => (
  <View className="chips">
    <View className="chips-question">{question}</View>
    <View className="chips-options">
      {options.map(({ id, label }) => (
        <Tap
          key={id}
          {...(group === undefined ? {} : { id: `${group}-${id}` })}
          className={id === chosen ? 'chip chip-on' : 'chip'}
          chosen={id === chosen}
          onTap={() => onChoose(id)}
        >
          {label}
        </Tap>
      ))}
    </View>
  </View>
)
