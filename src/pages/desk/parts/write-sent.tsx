import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Output } from '../../../client'
import type { Filed } from '../../../client/use-filing'
import { Button, Facts, Notice } from '../../../components'
import { desk, deskMarks, deskWrite as words } from '../../../text/desk'
import { soonText } from '../../../text/request-plain'
import { pathTo } from '../../go'
import { useNow } from '../../shell'
import { leave } from './leave'

interface WriteSentProps {
  readonly filed: Filed<'request.submit'>
  readonly onAgain: () => void
}

/** Its number, large enough to be read out; or that it waits on this phone. */
export const WriteSent = ({ filed, onAgain }: WriteSentProps) =>
  filed === 'later' ? (
    <View className="section stack" id="sent-later">
      <Notice tone="wait" icon="offline" text={words.later} />
      <View>{words.laterHint}</View>
      <Button id="again" text={words.again} onTap={onAgain} />
      <Button id="to-list" kind="plain" text={words.list} onTap={leave} />
    </View>
  ) : (
    <SentNow filed={filed} onAgain={onAgain} />
  )

interface SentNowProps {
  readonly filed: Output<'request.submit'>
  readonly onAgain: () => void
}

function SentNow({ filed, onAgain }: SentNowProps) {
  const now = useNow()
  const { requestId, number, agencyName, responseDueAt, dueAt, provisional } = filed
  return (
    <View className="section" id="sent">
      <Notice tone="done" icon="check" text={words.sent} />
      <View className="contact contact-main">
        <View className="second">{words.number}</View>
        <View className="contact-number" id="sent-number">
          {number}
        </View>
      </View>
      <View className="section">
        <Facts
          rows={[
            { id: 'sent-who', label: words.who, value: agencyName ?? desk.gridLeader },
            { id: 'sent-contact', label: words.contact, value: words.before(soonText(responseDueAt, now)) },
            {
              id: 'sent-done',
              label: words.done,
              value: words.before(soonText(dueAt, now)),
              ...(provisional ? { note: deskMarks.provisional } : {}),
            },
          ]}
        />
      </View>
      <View className="section stack">
        <Button id="again" text={words.again} onTap={onAgain} />
        <Button
          id="to-case"
          kind="plain"
          text={words.view}
          onTap={() => void Taro.redirectTo({ url: pathTo('desk/request', `id=${requestId}`) })}
        />
        <Button id="to-list" kind="plain" text={words.list} onTap={leave} />
      </View>
    </View>
  )
}
