import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Card, Section } from '../../../components'
import { common } from '../../../text'
import { soonText } from '../../../text/request-plain'
import { wishEventText, wishVisit as words, type EventWho } from '../../../text/wish-visit'
import type { Shown, Visiting } from './visit-side'

type Event = Shown['events'][number]

/** So many are read at first, and with each tap: the whole of a long history is more than one update may carry. */
const page = 6

/** Who did it, as whoever reads sees it: by the side for which it was said. */
function whoOf({ verb, actor, side, data }: Event, { reader, side: own }: Visiting): EventWho {
  if (actor === 'system') return 'system'
  if (verb === 'claim' || verb === 'stand-in') return data['helperId'] === own ? 'you' : 'helper'
  if (actor === 'wisher') return reader === 'wisher' ? 'you' : 'wisher'
  if (actor === 'helper') return side === own ? 'you' : 'helper'
  return 'office'
}

/** What was done, by which side, when; newest on top. */
export function History({ of }: { readonly of: Visiting }) {
  const [count, setCount] = useState(page)
  const newest = [...of.wish.events].reverse()
  const shown = newest.slice(0, count)
  return (
    <Section id="history" title={words.history}>
      <Card>
        {shown.map((event) => (
          <View key={event.eventId} id={`event-${event.eventId}`} className="fact">
            <View className="row-words">
              <View>{wishEventText(event.verb, whoOf(event, of))}</View>
              <View className="second">{soonText(event.at, of.now)}</View>
              {event.words === null ? null : <View className="fact-value">{event.words}</View>}
            </View>
          </View>
        ))}
      </Card>
      {shown.length < newest.length ? (
        <View className="card-more">
          <Button id="history-more" kind="plain" text={common.showMore} onTap={() => setCount(count + page)} />
        </View>
      ) : null}
    </Section>
  )
}
