import { View } from '@tarojs/components'
import { kit } from '../text'
import { Card } from './section'
import { Tap } from './tap'

/** One thing that is known. */
export interface Fact {
  /** Its action's id is `<id>-action`. */
  readonly id: string
  readonly label: string
  /** null where nothing is kept. */
  readonly value: string | null
  /** Why it is kept, or for how long. */
  readonly note?: string
  readonly action?: { readonly text: string; readonly onTap: () => void; readonly label?: string }
}

/** What is known, line by line, each with what can be done about it. */
export const Facts = ({ rows }: { readonly rows: readonly Fact[] }) => (
  <Card>
    {rows.map(({ id, label, value, note, action }) => (
      <View key={id} id={id} className="fact">
        <View className="row-words">
          <View className="second">{label}</View>
          <View className="fact-value">{value ?? kit.none}</View>
          {note ? <View className="second">{note}</View> : null}
        </View>
        {action ? (
          <Tap
            id={`${id}-action`}
            className="link"
            label={action.label ?? kit.together(action.text, label)}
            onTap={action.onTap}
          >
            {action.text}
          </Tap>
        ) : null}
      </View>
    ))}
  </Card>
)
