import { View } from '@tarojs/components'
import type { Output } from '../../../client'
import { Button, Card, Notice } from '../../../components'
import { homesWork as words, whenText } from '../../../text'

export type ListedHome = Output<'home.list'>['homes'][number]
/** What a keeper can say of a home. */
export type Decision = 'confirmed' | 'declined'

interface HomeCardProps {
  readonly home: ListedHome
  /** What was said of it while the page is open; null: nothing. */
  readonly decided: Decision | null
  /** Which decision about this one is under way. */
  readonly busy: Decision | null
  /** Why the last try about this one failed. */
  readonly problem: string | null
  readonly now: number
  readonly onDecide: (decision: Decision) => void
}

/** One home that somebody declared, and the keeper's word on it; what was said can be turned round. */
export function HomeCard({ home, decided, busy, problem, now, onDecide }: HomeCardProps) {
  const { homeId, name, buildingName, unitName, room, declaredAt, mine } = home
  const who = name ?? words.noName
  const state = decided ?? home.state
  const choices: readonly Decision[] =
    state === 'declared' ? ['confirmed', 'declined'] : [state === 'confirmed' ? 'declined' : 'confirmed']
  const textOf = (decision: Decision) =>
    state === 'declared' ? (decision === 'confirmed' ? words.yes : words.no) : words.instead[state]
  return (
    <View className="stack" id={`home-${homeId}`}>
      <Card>
        <View className="fact">
          <View className="row-words">
            <View className="fact-value">
              {[buildingName, unitName ?? '', room ?? words.noRoom].filter(Boolean).join(' ')}
            </View>
            <View>{who}</View>
            <View className="second">{words.declaredOn(whenText(declaredAt, now))}</View>
          </View>
        </View>
      </Card>
      {decided ? <Notice tone="done" icon="check" text={words.decided[decided]} /> : null}
      {problem ? <Notice tone="wait" icon="alarm" text={problem} /> : null}
      {mine ? (
        <Notice tone="calm" icon="person" text={words.mine} />
      ) : (
        <View className={choices.length > 1 ? 'pair' : 'stack'}>
          {choices.map((decision) => (
            <Button
              key={decision}
              id={`${decision}-${homeId}`}
              kind={state === 'declared' && decision === 'confirmed' ? 'main' : 'plain'}
              text={textOf(decision)}
              label={decision === 'confirmed' ? words.yesOf(who) : words.noOf(who)}
              busy={busy === decision}
              disabled={busy !== null}
              onTap={() => onDecide(decision)}
            />
          ))}
        </View>
      )}
    </View>
  )
}
