import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useRead } from '../../../client'
import { Button, Card, Notice, Row, State } from '../../../components'
import { dayOf, startOf, day } from '../../../domain/time/clock'
import { serviceName } from '../../../knowledge/service-names'
import { timesText, wisherText } from '../../../text/wish-names'
import { wishMine as words } from '../../../text/wish-visit'
import { go, pathTo } from '../../go'
import { useNow } from '../../shell'
import { Waiting } from '../../waiting'

/** Wishes that fit what somebody offers, the best first; each opens as a card of the wall. */
export function Fitting({ communityId }: { readonly communityId: string }) {
  const now = useNow()
  const { data, busy, refused, reload } = useRead('wish.fitting', { communityId })
  if (!data) return <Waiting busy={busy} refused={refused} retry={() => void reload()} />
  const waited = (since: number) => Math.round((startOf(dayOf(now)) - startOf(dayOf(since))) / day)
  return (
    <View id="fitting" className="section">
      {data.hasOffer ? null : <Notice tone="calm" icon="edit" text={words.noOffer} />}
      {data.wishes.length === 0 ? (
        <State icon="welfare" title={words.fittingEmpty} hint={words.fittingHint} />
      ) : (
        <Card>
          {data.wishes.map(({ wishId, words: said, kinds, buildingName, times, hungAt }) => (
            <Row
              key={wishId}
              id={`fit-${wishId}`}
              title={said}
              note={[
                kinds.map(serviceName).join('、'),
                wisherText(buildingName),
                timesText(times),
                words.waited(waited(hungAt)),
              ]
                .filter(Boolean)
                .join(' · ')}
              onTap={() => void go(pathTo('wish/card', `id=${wishId}`))}
            />
          ))}
        </Card>
      )}
      <View className="section">
        <Button
          id="to-wall"
          kind="plain"
          text={words.wall}
          onTap={() => void Taro.switchTab({ url: pathTo('wishes') })}
        />
      </View>
    </View>
  )
}
