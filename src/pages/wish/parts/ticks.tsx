import { View } from '@tarojs/components'
import { Tap } from '../../../components'

interface TicksProps<Id extends string> {
  /** Each option's is `<id>-<option's name>`, or its id where it has no other name. */
  readonly id: string
  readonly question: string
  readonly options: readonly { readonly id: Id; readonly label: string; readonly name?: string }[]
  readonly chosen: readonly Id[]
  /** More cannot be ticked. */
  readonly most?: number
  readonly onChange: (ids: readonly Id[]) => void
}

/** One question, several answers at once; in the order in which they are offered. */
export const Ticks = <Id extends string>({ id: group, question, options, chosen, most, onChange }: TicksProps<Id>) => {
  const toggle = (tapped: Id) => {
    const isOn = chosen.includes(tapped)
    if (!isOn && most !== undefined && chosen.length >= most) return
    const ids = isOn ? chosen.filter((id) => id !== tapped) : [...chosen, tapped]
    onChange(options.map(({ id }) => id).filter((id) => ids.includes(id)))
  }
  return (
    <View className="chips" id={group}>
      <View className="chips-question">{question}</View>
      <View className="chips-options">
        {options.map(({ id, label, name = id }) => (
          <Tap
            key={id}
            id={`${group}-${name}`}
            role="checkbox"
            className={chosen.includes(id) ? 'chip chip-on' : 'chip'}
            chosen={chosen.includes(id)}
            onTap={() => toggle(id)}
          >
            {label}
          </Tap>
        ))}
      </View>
    </View>
  )
}
