import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../client'
import { Button, Facts, Notice, Section, Slot } from '../../../components'
import { isOpen } from '../../../domain/request/verbs'
import { dial } from '../../../platform/phone'
import { refusalText } from '../../../text'
import { deskRequest as words } from '../../../text/desk'
import { ConsentSheet, useConsented } from '../../consent'
import type { Case } from './moves'

interface LookCardProps {
  readonly request: Case
  /** Gets whether somebody was reached; absent where that cannot be noted now. */
  readonly onCalled?: (reached: boolean) => void
}

/** Who has to be asked or told: looked up for this purpose only, logged, and kept nowhere on this phone. */
export function LookCard({ request, onCalled }: LookCardProps) {
  const looking = useConsented('request.look')
  const [found, setFound] = useState<Output<'request.look'> | null>(null)
  const { state, requestId, isAnonymous } = request
  // After the end nobody has to be called, save to ask whether it was.
  if (!isOpen(state) && state !== 'resolved') return null
  if (isAnonymous) return <Notice tone="calm" icon="person" text={words.anonymous} />
  const look = async () => setFound(await looking.run({ requestId }))
  const { phone = null } = found ?? {}
  return (
    <Section id="contact" title={words.contact} hint={words.lookHint}>
      <Slot>
        {found === null ? (
          <Button
            id="look"
            icon="phone"
            kind="plain"
            text={words.look}
            busy={looking.busy ? words.looking : false}
            onTap={() => void look()}
          />
        ) : (
          <View id="looked" className="stack">
            <Facts
              rows={[
                { id: 'look-name', label: words.name, value: found.name },
                { id: 'look-phone', label: words.phone, value: phone },
                { id: 'look-room', label: words.room, value: found.room },
              ]}
            />
            {phone === null ? null : (
              <Button id="look-call" icon="phone" text={words.call} onTap={() => void dial(phone)} />
            )}
            {onCalled ? (
              <View className="pair">
                <Button id="called-yes" kind="plain" text={words.reached} onTap={() => onCalled(true)} />
                <Button id="called-no" kind="plain" text={words.notReached} onTap={() => onCalled(false)} />
              </View>
            ) : null}
            <View className="second">{words.lookLogged}</View>
          </View>
        )}
      </Slot>
      <Slot>{looking.refused ? <Notice tone="wait" icon="alarm" text={refusalText[looking.refused]} /> : null}</Slot>
      <ConsentSheet of={looking} />
    </Section>
  )
}
