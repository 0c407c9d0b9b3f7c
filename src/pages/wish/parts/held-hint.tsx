import { View } from '@tarojs/components'
import type { HeldWords } from '../../../client/use-wish-suggest'
import { Button, Card, Notice } from '../../../components'
import { wishHeld as words } from '../../../text/wish'
import { holdTextOf } from '../../../text/wish-hold-of'

interface HeldHintProps {
  readonly held: HeldWords
  readonly onUse: (words: string) => void
  readonly onAsk: () => void
}

/** Why the words do not hang as they are, and how they may: one's own words without it, or by somebody of the office. */
export function HeldHint({ held: { code, rewrite }, onUse, onAsk }: HeldHintProps) {
  const { why, how, example } = holdTextOf(code)
  const offered = rewrite ?? example
  return (
    <View id="held" className="section stack">
      <Notice tone="wait" icon="alarm" text={`${words.title}：${why}`} />
      <View>{how}</View>
      {offered === null ? null : (
        <Card>
          <View className="fact">
            <View className="row-words">
              <View className="second">{rewrite === null ? words.example : words.try}</View>
              <View className="fact-value" id="held-offered">
                {offered}
              </View>
            </View>
          </View>
        </Card>
      )}
      {rewrite === null ? null : <Button id="held-use" text={words.use} onTap={() => onUse(rewrite)} />}
      <Button id="held-ask" kind="plain" text={words.ask} onTap={onAsk} />
    </View>
  )
}
