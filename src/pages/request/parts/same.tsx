import { View } from '@tarojs/components'
import type { Output } from '../../../client'
import type { SimilarRequest } from '../../../client/use-request-similar'
import { Button, Card, Notice, Section } from '../../../components'
import { refusalText, whenText } from '../../../text'
import { requestForm as words } from '../../../text/request'
import { requestStatePlain } from '../../../text/request-plain'
import { ConsentSheet, useConsented } from '../../consent'

interface SameProps {
  readonly requests: readonly SimilarRequest[]
  readonly now: number
  readonly onJoined: (requestId: string, joined: Output<'request.join'>) => void
}

/** Open requests of neighbours about the same: joining one is all that somebody has to do. */
export function Same({ requests, now, onJoined }: SameProps) {
  const joining = useConsented('request.join')
  const join = async (requestId: string) => {
    const joined = await joining.run({ requestId })
    if (joined) onJoined(requestId, joined)
  }
  return (
    <Section id="same" title={words.same} hint={words.sameHint}>
      {requests.map(({ requestId, state, filedAt, agencyName, place, words: said, joined }) => (
        <View key={requestId} className="stack section">
          <Card>
            <View className="fact">
              <View className="row-words">
                <View>{[place.buildingName ?? '', place.unitName ?? ''].filter(Boolean).join(' ')}</View>
                {said === null ? null : <View className="fact-value">{said}</View>}
                <View className="second">
                  {[requestStatePlain[state], agencyName ?? '', whenText(filedAt, now)].filter(Boolean).join(' · ')}
                </View>
                <View className="second">{words.people(joined)}</View>
              </View>
            </View>
          </Card>
          <Button
            id={`join-${requestId}`}
            text={words.me}
            kind={requests.length === 1 ? 'main' : 'plain'}
            busy={joining.busy ? words.meBusy : false}
            onTap={() => void join(requestId)}
          />
        </View>
      ))}
      {joining.refused ? <Notice tone="wait" icon="alarm" text={refusalText[joining.refused]} /> : null}
      <ConsentSheet of={joining} />
    </Section>
  )
}
