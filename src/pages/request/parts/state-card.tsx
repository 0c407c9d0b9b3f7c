import { View } from '@tarojs/components'
import { Card, Icon } from '../../../components'
import type { StateLine } from './state-lines'

interface StateCardProps {
  readonly head: string
  readonly lines: readonly StateLine[]
  /** Number, matter, place: what it is. */
  readonly about: readonly string[]
}

/** What stands first: in one sentence how far it is, and until when. */
export const StateCard = ({ head, lines, about }: StateCardProps) => (
  <Card>
    <View className="fact" id="state">
      <View className="row-words">
        <View className="section-title">{head}</View>
        {lines.map(({ text, isLate = false }) =>
          isLate ? (
            <View key={text} className="tag tag-late">
              <Icon name="alarm" />
              {text}
            </View>
          ) : (
            <View key={text}>{text}</View>
          ),
        )}
        {about.filter(Boolean).map((text) => (
          <View key={text} className="second">
            {text}
          </View>
        ))}
      </View>
    </View>
  </Card>
)
