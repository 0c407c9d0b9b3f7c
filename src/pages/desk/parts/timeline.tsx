import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Card, Section, Slot } from '../../../components'
import { whenText } from '../../../text'
import { deskRequest as words } from '../../../text/desk'
import { stepText } from '../../../text/request-events'
import { roleNames } from '../../../text/role-names'
import type { Case } from './moves'
import { Seen } from './seen'

type Event = Case['events'][number]

/** So many are drawn at once: a long story waits for a tap. */
const page = 8

/** What happened, the newest on top, with what is for those inside only. Pictures lie below their step: less deep. */
export function Timeline({ request, now }: { readonly request: Case; readonly now: number }) {
  const [shown, setShown] = useState(page)
  const events = [...request.events].reverse()
  return (
    <Section id="timeline" title={words.timeline}>
      {events.length === 0 ? (
        <View className="second">{words.noEvents}</View>
      ) : (
        events.slice(0, shown).map((event) => <Step key={event.eventId} event={event} request={request} now={now} />)
      )}
      <Slot>
        {events.length > shown ? (
          <View className="section">
            <Button id="earlier" kind="plain" text={words.earlier} onTap={() => setShown(shown + page)} />
          </View>
        ) : null}
      </Slot>
    </Section>
  )
}

interface StepProps {
  readonly event: Event
  readonly request: Case
  readonly now: number
}

/** 物业接单了，开始办 */
export const eventText = (event: Event, { agencyName }: Pick<Case, 'agencyName'>, now: number): string =>
  stepText(event, { now, isOwner: false, agencyName })

function Step({ event, request, now }: StepProps) {
  const { eventId, at, role, words: said, wordsState, note, pictures } = event
  const when = whenText(at, now)
  return (
    <View className="card-more" id={`event-${eventId}`}>
      <Card>
        <View className="fact">
          <View className="row-words">
            <View>{eventText(event, request, now)}</View>
            {said === null ? null : <View className="fact-value">{said}</View>}
            {said !== null && wordsState === 'waiting' ? <View className="second">{words.waitingStep}</View> : null}
            {wordsState === 'refused' ? <View className="second">{words.refusedStep}</View> : null}
            {note === null ? null : <View className="second">{words.note(note)}</View>}
            <View className="second">{role === null ? when : words.when(when, roleNames[role])}</View>
          </View>
        </View>
      </Card>
      <Seen id={`pictures-${eventId}`} pictures={pictures} />
    </View>
  )
}
