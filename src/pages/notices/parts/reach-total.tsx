import { View } from '@tarojs/components'
import type { Output } from '../../../client'
import { Button, Card, Notice, Section, Slot } from '../../../components'
import { reach as words } from '../../../text/notice-know'
import { elsewhereText } from '../../../text/notice-reach'
import { whenText } from '../../../text/time'

interface ReachTotalProps {
  readonly of: Output<'notice.reach'>
  readonly now: number
  readonly busy: boolean
  readonly onAgain: () => void
}

/** All buildings together. Those of which nobody knows who lives there have no households to count. */
export function ReachTotal({ of, now, busy, onAgain }: ReachTotalProps) {
  const { at, buildings, people } = of
  const entered = buildings.filter(({ isEntered }) => isEntered)
  const sum = (of: 'households' | 'reached' | 'unknown') => entered.reduce((all, building) => all + building[of], 0)
  const [households, reached, unknown] = [sum('households'), sum('reached'), sum('unknown')]
  const missing = buildings.length - entered.length
  const lines = [
    ...(households > 0 ? [words.households(households), words.reached(reached)] : []),
    words.people(people, of.outdated),
    elsewhereText(of),
    missing > 0 ? words.notEntered(missing) : '',
  ].filter((line) => line !== '')
  return (
    <Section id="reach-total" title={words.total}>
      <Slot>
        {households === 0 ? null : (
          <Notice
            tone={unknown === 0 ? 'done' : 'wait'}
            icon={unknown === 0 ? 'check' : 'people'}
            text={unknown === 0 ? words.noneUnknown : words.unknown(unknown)}
          />
        )}
      </Slot>
      <View className="card-more">
        <Card>
          <View className="fact">
            <View className="row-words">
              {lines.map((line) => (
                <View key={line} className="fact-value">
                  {line}
                </View>
              ))}
            </View>
          </View>
        </Card>
      </View>
      <View className="stack card-more">
        <View className="second">{words.updatedAt(whenText(at, now))}</View>
        <Button id="again" kind="plain" text={words.again} busy={busy} onTap={onAgain} />
      </View>
    </Section>
  )
}
