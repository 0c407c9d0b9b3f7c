import { View } from '@tarojs/components'
import { Section } from '../../../components'
import { noticeCase as words } from '../../../text/notice-case'
import { soonText } from '../../../text/request-plain'
import { useNow } from '../../shell'
import type { Shown } from './use-notice-writing'

type Event = Shown['events'][number]

/** Who did what, with what was said. */
export function EventLines({ events }: { readonly events: readonly Event[] }) {
  const now = useNow()
  return (
    <View>
      {events.map(({ eventId, at, verb, actor, mine, to, words: said }) => (
        <View key={eventId} className="fact">
          <View className="row-words">
            <View>{words.eventOf(verb, to)}</View>
            <View className="second">{`${words.whoIs(words.actors[actor], mine)} · ${soonText(at, now)}`}</View>
            {said ? <View>{words.said(said)}</View> : null}
          </View>
        </View>
      ))}
    </View>
  )
}

/** The newest on top. */
export const History = ({ events }: { readonly events: readonly Event[] }) => (
  <Section id="history" title={words.history}>
    <View className="card">
      <EventLines events={[...events].reverse()} />
    </View>
  </Section>
)
