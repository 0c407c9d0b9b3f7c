import { View } from '@tarojs/components'
import type { Output } from '../../../client'
import { Button, Card, Section } from '../../../components'
import { reach as words } from '../../../text/notice-know'
import { reachLines } from '../../../text/notice-reach'
import { whenText } from '../../../text/time'

export type Reached = Output<'notice.reach'>['buildings'][number]

interface ReachBuildingProps {
  readonly of: Reached
  readonly showsEstate: boolean
  readonly now: number
  readonly onVisit: () => void
  readonly onRemind: () => void
}

/** One building: who is known to have heard, and what can be done about the others. */
export function ReachBuilding({ of, showsEstate, now, onVisit, onRemind }: ReachBuildingProps) {
  const { buildingId, name, estateName, isEntered, told, unknown, mayVisit, mayRemind, remindedAt } = of
  const title = showsEstate ? `${estateName} ${name}` : name
  const isOpen = (!isEntered || unknown > 0) && mayRemind
  // Also of the last door a tick may have been a mistake.
  const isWalked = mayVisit && isEntered && (unknown > 0 || told > 0)
  return (
    <Section id={`reach-${buildingId}`} title={title}>
      <Card>
        <View className="fact">
          <View className="row-words">
            {reachLines(of).map((line) => (
              <View key={line} className="fact-value">
                {line}
              </View>
            ))}
            {remindedAt === null ? null : <View className="second">{words.remindedAt(whenText(remindedAt, now))}</View>}
          </View>
        </View>
      </Card>
      {isOpen || isWalked ? (
        <View className="stack card-more">
          {isWalked ? (
            <Button
              id={`visit-${buildingId}`}
              icon="list"
              text={words.visit}
              label={words.visitLabel(title)}
              onTap={onVisit}
            />
          ) : null}
          {isOpen ? (
            <Button
              id={`remind-${buildingId}`}
              kind="plain"
              icon="bell"
              text={words.remind}
              label={words.remindLabel(title)}
              onTap={onRemind}
            />
          ) : null}
        </View>
      ) : null}
    </Section>
  )
}
