import { View } from '@tarojs/components'
import { targetQuery, type Target } from '../../../client'
import { Button, Card, EmergencyRow, Icon, Notice, Row, Tap } from '../../../components'
import { emergencyNumbers } from '../../../domain/routing'
import { findMatterName } from '../../../knowledge/names'
import { dial } from '../../../platform/phone'
import { wishDanger as words } from '../../../text/wish'
import { holdTextOf } from '../../../text/wish-hold-of'
import { go, matterPath, pathTo } from '../../go'
import type { Crying } from './use-cry'
import type { Danger } from './use-danger'

interface DangerStopProps {
  readonly danger: Danger
  readonly crying: Crying
  readonly here: Target | null
  readonly words: string
  /** The server knows it for a danger: "这不是危险，请值班人员看一看". */
  readonly onAsk: () => void
  /** This phone alone took it for one. */
  readonly onNone: () => void
}

const hotline = '12356'
const tones = { telling: 'wait', told: 'done', later: 'wait', failed: 'danger', nowhere: 'danger' } as const

/** Before anything hangs: whom to call now, and that the duty member knows. What was written stays. */
export function DangerStop({ danger: { code, matterId }, crying, here, words: said, onAsk, onNone }: DangerStopProps) {
  const matter = matterId === null ? undefined : findMatterName(matterId)
  const { why, how } = holdTextOf(code ?? '')
  const { state } = crying
  // What is said of somebody who was told is only said once they were.
  const text = code === null ? words.local : state === 'told' ? `${why}${how}` : why
  return (
    <View id="danger-stop" className="section stack">
      <View className="safety">
        <View className="safety-title">{words.title}</View>
        <View>{text}</View>
      </View>
      {code === 'self-harm' || matterId === 'mental-crisis' ? (
        <Button id="call-hotline" kind="danger" icon="phone" text={words.hotline} onTap={() => void dial(hotline)} />
      ) : null}
      <EmergencyRow
        numbers={emergencyNumbers.map((number) => ({ number, fits: number === matter?.emergency }))}
        onCall={(number) => void dial(number)}
      />
      {state === 'none' ? null : (
        <Notice tone={tones[state]} icon={state === 'told' ? 'check' : 'alarm'} text={words[state]} />
      )}
      {matterId === null ? null : (
        <Card>
          <Row
            id="danger-more"
            icon="alarm"
            title={words.more}
            note={matter?.name ?? ''}
            onTap={() => void go(matterPath(matterId, here))}
          />
        </Card>
      )}
      {state === 'none' || state === 'failed' || state === 'nowhere' ? (
        <Button id="danger-tell" text={words.tell} onTap={() => void crying.tell(said)} />
      ) : null}
      {code === null ? (
        <Button id="danger-done" kind="plain" text={words.goOn} onTap={onNone} />
      ) : (
        <Button id="danger-ask" kind="plain" text={words.notDanger} onTap={onAsk} />
      )}
    </View>
  )
}

/** Always at the top: what is a danger is not written on a card. */
export const DangerBand = ({ here }: { readonly here: Target | null }) => (
  <Tap
    id="danger"
    className="danger-band"
    label={words.bandLabel}
    onTap={() => void go(pathTo('door/danger', targetQuery(here)))}
  >
    <Icon name="alarm" />
    <View className="row-words">
      <View className="danger-title">{words.band}</View>
      <View className="danger-hint">{words.bandHint}</View>
    </View>
    <Icon name="next" />
  </Tap>
)
