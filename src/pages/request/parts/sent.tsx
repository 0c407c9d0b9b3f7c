import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Output } from '../../../client'
import type { Filed } from '../../../client/use-filing'
import { Button, Facts, Notice } from '../../../components'
import { requestForm, requestSent as words } from '../../../text/request'
import { soonText } from '../../../text/request-plain'
import { pathTo } from '../../go'
import { NewsOffer } from '../../news'
import { useNow } from '../../shell'

const toTab = () => void Taro.switchTab({ url: pathTo('requests') })
const toView = (requestId: string) => void Taro.redirectTo({ url: pathTo('request/view', `id=${requestId}`) })

/** Its number, who has it, and until when: or that it waits on this phone. */
export function Sent({ filed }: { readonly filed: Filed<'request.submit'> }) {
  if (filed === 'later') {
    return (
      <View className="section stack" id="sent-later">
        <Notice tone="wait" icon="clock" text={words.later} />
        <View>{words.laterHint}</View>
        <View className="second">{words.urgent}</View>
        <Button id="to-requests" text={words.list} onTap={toTab} />
      </View>
    )
  }
  return <SentNow filed={filed} />
}

function SentNow({ filed }: { readonly filed: Output<'request.submit'> }) {
  const now = useNow()
  const { requestId, number, agencyName, responseDueAt, dueAt, provisional, words: judged } = filed
  const rows = [
    { id: 'sent-number', label: words.number, value: number },
    { id: 'sent-who', label: words.who, value: agencyName ?? words.gridLeader },
    { id: 'sent-contact', label: words.contact, value: words.before(soonText(responseDueAt, now)) },
    {
      id: 'sent-done',
      label: words.done,
      value: words.before(soonText(dueAt, now)),
      ...(provisional ? { note: words.provisional } : {}),
    },
  ]
  return (
    <View className="section" id="sent">
      <Notice tone="done" icon="check" text={words.sent} />
      {judged === 'waiting' ? <Notice tone="wait" icon="clock" text={words.held} /> : null}
      <Facts rows={rows} />
      <NewsOffer moment="filed" />
      <View className="section stack">
        <Button id="to-view" text={words.view} onTap={() => toView(requestId)} />
        <Button id="to-requests" kind="plain" text={words.list} onTap={toTab} />
        <View className="second">{words.urgent}</View>
      </View>
    </View>
  )
}

/** Joined the request of a neighbour: there is nothing to send any more. */
export const Joined = ({ requestId, joined }: { readonly requestId: string; readonly joined: number }) => (
  <View className="section" id="joined">
    <Notice tone="done" icon="check" text={requestForm.joinedTitle} />
    <View>{requestForm.joined(joined)}</View>
    <NewsOffer moment="filed" />
    <View className="section stack">
      <Button id="to-view" text={words.view} onTap={() => toView(requestId)} />
      <Button id="to-requests" kind="plain" text={words.list} onTap={toTab} />
    </View>
  </View>
)
