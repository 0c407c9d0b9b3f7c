import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { useWrite } from '../../../client'
import { Button, Notice, Sheet, Slot } from '../../../components'
import { dial } from '../../../platform/phone'
import { refusalText } from '../../../text'
import { phoneProof as words } from '../../../text/directory-check'

interface PhoneProofProps {
  readonly communityId: string
  readonly agencyId: string
  readonly agencyName: string
  readonly phoneId: string
  readonly number: string
  /** Somebody should ring it: then to say so is the main thing here. */
  readonly isDoubtful: boolean
  /** It is verified now. */
  readonly onRung: () => void
  /** The directory has another number by now, or none. */
  readonly onMoved: () => void
}

/**
 * To ring a number, and to say that it is right. Whoever did not ring it from here is asked whether they did: a careless
 * thumb must not make a wrong number a verified one.
 */
export function PhoneProof(props: PhoneProofProps) {
  const { communityId, agencyId, agencyName, phoneId, number, isDoubtful, onRung, onMoved } = props
  const { busy, refused, run } = useWrite('phone.verify')
  const isCalled = useRef(false)
  const [asks, setAsks] = useState(false)
  const verify = async () => {
    const verified = await run({ communityId, agencyId, phoneId, number })
    setAsks(false)
    if (verified) onRung()
  }
  const isGone = refused === 'phone.moved' || refused === 'contact.unknown'
  return (
    <View>
      <View className="stack">
        <Button
          id={`call-${phoneId}`}
          kind="plain"
          icon="phone"
          text={words.call}
          label={words.callOf(number)}
          onTap={() => {
            isCalled.current = true
            void dial(number)
          }}
        />
        <Button
          id={`right-${phoneId}`}
          kind={isDoubtful ? 'main' : 'plain'}
          icon="check"
          text={words.right}
          label={words.rightOf(number)}
          busy={busy}
          disabled={isGone}
          onTap={() => (isCalled.current ? void verify() : setAsks(true))}
        />
      </View>
      <Slot>
        {refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}
        {isGone ? <Button id={`newest-${phoneId}`} kind="plain" text={words.newest} onTap={onMoved} /> : null}
      </Slot>
      <Slot>
        {asks ? (
          <Sheet
            id="rung"
            title={words.asks}
            text={words.asksText(agencyName, number)}
            main={{ text: words.yes, busy, onTap: () => void verify() }}
            other={{ text: words.no, onTap: () => setAsks(false) }}
          />
        ) : null}
      </Slot>
    </View>
  )
}
