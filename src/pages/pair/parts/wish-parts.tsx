import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../client'
import { Button, Card, Facts, Notice, Section, Slot } from '../../../components'
import { dial } from '../../../platform/phone'
import { refusalText } from '../../../text'
import { pairCard as words } from '../../../text/pair'
import { soonText } from '../../../text/request-plain'
import { serviceName } from '../../../knowledge/service-names'
import { timesText, visitStateNames, wishPlaceNames, wishVerbNames } from '../../../text/wish-names'
import { lengthText } from '../../../text/wish-visit'
import { ConsentSheet, useConsented } from '../../consent'
import { sideName, type Shown } from './office-steps'

/** What stands on the card, and for whom it was written. */
export function CardFacts({ wish }: { readonly wish: Shown }) {
  const { card, filedFor } = wish
  const about = [card.kinds.map(serviceName).join('、'), card.wants.join('、')].filter(Boolean).join(' · ')
  const behalf = filedFor === 'family' ? words.family : filedFor === 'office' || wish.isAbsent ? words.behalf : ''
  return (
    <Section id="wish-card" title={words.card}>
      <Facts
        rows={[
          {
            id: 'wish-words',
            label: [card.buildingName, wishPlaceNames[card.place], timesText(card.times)].join(' · '),
            value: card.words,
            note: [about, behalf].filter(Boolean).join(' · '),
          },
        ]}
      />
    </Section>
  )
}

/** Who is in it, and what was arranged. */
export function Pairing({ wish, now }: { readonly wish: Shown; readonly now: number }) {
  const { helpers, appointments } = wish
  if (helpers.length === 0 && appointments.length === 0) return <View />
  const stateOf = ({ agreed, offerId, isAbsent }: Shown['helpers'][number]) =>
    [
      agreed ? words.agreed : words.notAgreed,
      offerId === null ? words.claimed : words.proposed,
      isAbsent ? words.paper : '',
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <Section id="pairing" title={words.people}>
      <Facts
        rows={[
          ...helpers.map((helper) => ({
            id: `helper-${helper.helperId}`,
            label: sideName(wish, helper.helperId),
            value: stateOf(helper),
          })),
          ...[...appointments]
            .reverse()
            .slice(0, 5)
            .map(({ appointmentId, at, minutes, state }) => ({
              id: `visit-${appointmentId}`,
              label: `${soonText(at, now)} · ${lengthText(minutes)}`,
              value: visitStateNames[state],
            })),
        ]}
      />
    </Section>
  )
}

const lookable: readonly string[] = ['claimed', 'arranged', 'standing', 'unsure', 'granted', 'crying']

/** Whom to call: asked for, logged, and kept nowhere. */
export function Contact({ wish }: { readonly wish: Shown }) {
  const looking = useConsented('wish.look')
  const [found, setFound] = useState<Output<'wish.look'> | null>(null)
  const { wishId, state } = wish.card
  if (!lookable.includes(state) && !wish.isAbsent && !wish.helpers.some(({ isAbsent }) => isAbsent)) return <View />
  const look = async () => setFound(await looking.run({ wishId }))
  return (
    <Section id="contact" title={words.contact} hint={words.contactHint}>
      <Slot>{looking.refused ? <Notice tone="wait" icon="alarm" text={refusalText[looking.refused]} /> : null}</Slot>
      <ConsentSheet of={looking} />
      {found ? (
        <View id="looked" className="stack">
          {found.wisher ? (
            <>
              <Facts
                rows={[
                  { id: 'look-name', label: words.name, value: found.wisher.name },
                  {
                    id: 'look-room',
                    label: words.room,
                    value: [found.wisher.place, found.wisher.room].filter(Boolean).join(' ') || null,
                  },
                ]}
              />
              <CallButton id="wisher" name={found.wisher.name ?? words.wisher} phone={found.wisher.phone} />
              {found.wisher.emergencyPhone === null ? null : (
                <CallButton
                  id="emergency"
                  name={`${words.emergency} ${found.wisher.emergencyName ?? ''}`}
                  phone={found.wisher.emergencyPhone}
                />
              )}
            </>
          ) : null}
          {found.helpers.map(({ helperId, name, phone }) => (
            <CallButton key={helperId} id={helperId} name={name ?? sideName(wish, helperId)} phone={phone} />
          ))}
        </View>
      ) : (
        <Button
          id="look"
          kind="plain"
          icon="phone"
          text={words.look}
          busy={looking.busy ? words.looking : false}
          onTap={() => void look()}
        />
      )}
    </Section>
  )
}

const CallButton = ({
  id,
  name,
  phone,
}: {
  readonly id: string
  readonly name: string
  readonly phone: string | null
}) =>
  phone === null ? (
    <View className="second" id={`call-${id}`}>
      {words.call1(name, null)}
    </View>
  ) : (
    <Button id={`call-${id}`} icon="phone" text={words.call1(name, phone)} onTap={() => void dial(phone)} />
  )

/** What has been, newest on top; with what only the office reads. */
export const History = ({ wish, now }: { readonly wish: Shown; readonly now: number }) => (
  <Section id="history" title={words.history}>
    <Card>
      {[...wish.events]
        .reverse()
        .slice(0, 30)
        .map(({ eventId, verb, at, side, data, words: said, note }) => (
          <View key={eventId} className="fact" id={`event-${eventId}`}>
            <View className="row-words">
              <View>
                {[
                  wishVerbNames[verb],
                  side === null ? '' : sideName(wish, side),
                  data['byOffice'] === true ? words.byOffice : '',
                  data['late'] === true ? words.late : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </View>
              <View className="second">{soonText(at, now)}</View>
              {said === null || said === '' ? null : <View className="fact-value">{said}</View>}
              {note === null || note === '' ? null : <View className="second">{words.noted(note)}</View>}
            </View>
          </View>
        ))}
    </Card>
  </Section>
)
