import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../client'
import { Button, Card, Section } from '../../../components'
import { common, whenText } from '../../../text'
import { requestView as words } from '../../../text/request'
import { stepText } from '../../../text/request-events'
import { SeenPictures } from './seen-pictures'

type Event = Output<'request.show'>['events'][number]

interface TimelineProps {
  readonly events: readonly Event[]
  readonly now: number
  readonly isOwner: boolean
  readonly agencyName: string | null
}

/** So many are read at first, and with each tap: the whole of a long history is more than one update may carry. */
const page = 8

/** What was done, who by, when; newest on top. */
export function Timeline({ events, now, isOwner, agencyName }: TimelineProps) {
  const [count, setCount] = useState(page)
  const newest = [...events].reverse()
  const shown = newest.slice(0, count)
  return (
    <Section id="timeline" title={words.timeline}>
      {shown.length === 0 ? (
        <View className="second">{words.noEvents}</View>
      ) : (
        <Card>
          {shown.map((event) => (
            <Step key={event.eventId} {...{ event, now, isOwner, agencyName }} />
          ))}
        </Card>
      )}
      {shown.length < newest.length ? (
        <View className="card-more">
          <Button id="timeline-all" kind="plain" text={common.showMore} onTap={() => setCount(count + page)} />
        </View>
      ) : null}
    </Section>
  )
}

function Step({ event, ...reader }: Omit<TimelineProps, 'events'> & { readonly event: Event }) {
  const { eventId, at, words: said, wordsState, pictures } = event
  return (
    <View className="fact" id={`event-${eventId}`}>
      <View className="row-words">
        <View>{stepText(event, reader)}</View>
        <View className="second">{whenText(at, reader.now)}</View>
        {said ? <View className="fact-value">{said}</View> : null}
        {said && words.wordsState[wordsState] ? <View className="second">{words.wordsState[wordsState]}</View> : null}
        {pictures.length > 0 ? (
          <SeenPictures id={`event-${eventId}-pictures`} label={words.pictures} pictures={pictures} />
        ) : null}
      </View>
    </View>
  )
}
