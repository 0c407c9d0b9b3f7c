import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Filed } from '../../../client/use-filing'
import { Button, Card, Notice, Row } from '../../../components'
import { dial } from '../../../platform/phone'
import { dateText } from '../../../text'
import { complain as words, type ComplaintKind } from '../../../text/content'
import { pathTo } from '../../go'
import { NewsOffer } from '../../news'
import { useNow } from '../../shell'

/** Where it went, who sees it, and until when there is an answer. */
export function ComplaintSent({
  kind,
  filed,
}: {
  readonly kind: ComplaintKind
  readonly filed: Filed<'complaint.file'>
}) {
  const now = useNow()
  const goesTo = kind === 'person' ? words.goesTo.person : words.goesTo.grid
  return (
    <View className="section" id="sent">
      {filed === 'later' ? (
        <Notice tone="wait" icon="clock" text={words.later} />
      ) : (
        <Notice tone="done" icon="check" text={words.sent} />
      )}
      {filed !== 'later' && filed.words === 'waiting' ? <Notice tone="wait" icon="clock" text={words.held} /> : null}
      <Card>
        <View className="fact">
          <View className="row-words">
            <View>{goesTo}</View>
            <View>{words.anonymous}</View>
            {filed === 'later' ? null : <View>{words.until(dateText(filed.dueAt, now))}</View>}
          </View>
        </View>
        <Row id="call-12345" icon="phone" title={words.call} note={words.another} onTap={() => void dial('12345')} />
      </Card>
      <NewsOffer moment="filed" />
      <View className="section stack">
        <Button id="to-mine" text={words.mine} onTap={() => void Taro.redirectTo({ url: pathTo('mine/complaints') })} />
      </View>
    </View>
  )
}
