import { View } from '@tarojs/components'
import type { Output } from '../../../client'
import { Button, Card, Notice, Pictures } from '../../../components'
import { enlarge } from '../../../platform/pictures'
import { whenText } from '../../../text'
import { review as words } from '../../../text/content'

export type Waiting = Output<'check.list'>['checks'][number]

interface CheckCardProps {
  readonly check: Waiting
  /** What was decided while the page is open; null: nothing yet. */
  readonly decided: 'passed' | 'refused' | null
  readonly now: number
  readonly onDecide: (shown: boolean) => void
}

/** Words or a picture that wait for a person's look. */
export function CheckCard({ check, decided, now, onDecide }: CheckCardProps) {
  const { checkId, kind, because, dueAt, mine, url } = check
  const when = whenText(dueAt, now)
  return (
    <View className="stack" id={`check-${checkId}`}>
      <Card>
        <View className="fact">
          <View className="row-words">
            <View className="second">{`${words.kinds[kind]} · ${words.because[because]}`}</View>
            {kind === 'picture' ? null : <View className="fact-value">{check.words ?? words.goneWords}</View>}
            {kind === 'picture' && url === null ? <View>{words.noPicture}</View> : null}
            {decided ? null : <View className="second">{now > dueAt ? words.late(when) : words.due(when)}</View>}
          </View>
        </View>
      </Card>
      {url === null ? null : (
        <Pictures
          id={`picture-of-${checkId}`}
          label={words.enlarge}
          most={1}
          pictures={[{ key: checkId, path: url, state: 'sent' }]}
          onEnlarge={() => enlarge([url], url)}
        />
      )}
      {decided ? <Notice tone="done" icon="check" text={words.decided[decided]} /> : null}
      {mine ? <Notice tone="calm" icon="person" text={words.mine} /> : null}
      {mine || decided ? null : (
        <View className="pair">
          <Button id={`show-${checkId}`} text={words.yes} onTap={() => onDecide(true)} />
          <Button id={`refuse-${checkId}`} kind="plain" text={words.no} onTap={() => onDecide(false)} />
        </View>
      )}
    </View>
  )
}
