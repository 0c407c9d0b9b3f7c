import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../client'
import { Button, Card, Icon, Notice, Row, Section, Sheet, Slot, Tap } from '../../../components'
import { dial } from '../../../platform/phone'
import { unsentText } from '../../../text'
import { wishVisit as words } from '../../../text/wish-visit'
import { ConsentSheet, useConsented } from '../../consent'
import type { Visiting } from './visit-side'

type Looked = Output<'wish.look'>

/** As the server has it: those who are paired, and for a while after it came about. */
const lookable: readonly string[] = ['claimed', 'arranged', 'standing', 'unsure', 'granted']

/** Whoever is reached by it now: the helpers, and who comes instead of one of them. */
const whoIsReached = ({ wish, side, agreed }: Visiting): string =>
  JSON.stringify([
    side,
    wish.helpers.map(({ helperId }) => helperId),
    agreed?.standIns.filter(({ found }) => found).map(({ helperId }) => [agreed.appointmentId, helperId]),
  ])

/**
 * How to reach the other side. Each look is noted, so it is asked for; it stays on the page and nowhere else, and there
 * as long as it is the same people.
 */
export const Contact = ({ of }: { readonly of: Visiting }) => <ContactNow key={whoIsReached(of)} of={of} />

function ContactNow({ of }: { readonly of: Visiting }) {
  const { wish } = of
  const looking = useConsented('wish.look')
  const [looked, setLooked] = useState<Looked | null>(null)
  if (!lookable.includes(wish.card.state)) return <View />
  const look = async () => {
    const data = await looking.run({ wishId: wish.card.wishId })
    if (data) setLooked(data)
  }
  return (
    <Section id="contact" title={words.contact} hint={words.contactHint}>
      <Slot>{looking.refused ? <Notice tone="wait" icon="alarm" text={unsentText(looking.refused)} /> : null}</Slot>
      <ConsentSheet of={looking} />
      {looked === null ? (
        <Button
          id="look"
          kind="plain"
          icon="phone"
          text={words.look}
          busy={looking.busy ? words.looking : false}
          onTap={() => void look()}
        />
      ) : (
        <People looked={looked} of={of} />
      )}
    </Section>
  )
}

function People({ looked: { wisher, helpers }, of }: { readonly looked: Looked; readonly of: Visiting }) {
  const others = helpers.filter(({ isMe }) => !isMe)
  // As the steps below call them: 换一位（第一位）.
  const rankOf = (helperId: string): string => {
    const rank = of.wish.helpers.findIndex((helper) => helper.helperId === helperId)
    return of.reader === 'wisher' && of.wish.helpers.length > 1 ? `${words.nth[rank] ?? ''} · ` : ''
  }
  return (
    <Card>
      {wisher ? <Person id="wisher" name={wisher.name ?? words.noName.wisher} phone={wisher.phone} /> : null}
      {wisher && (wisher.place ?? wisher.room) ? (
        <View className="fact" id="contact-place">
          <View className="row-words">
            <View className="second">{words.place}</View>
            <View className="fact-value">{[wisher.place, wisher.room].filter(Boolean).join(' ')}</View>
          </View>
        </View>
      ) : null}
      {wisher?.emergencyPhone ? (
        <Person
          id="emergency"
          name={`${words.emergency} ${wisher.emergencyName ?? ''}`}
          phone={wisher.emergencyPhone}
        />
      ) : null}
      {others.map(({ helperId, name, phone }) => (
        <Person key={helperId} id={helperId} name={`${rankOf(helperId)}${name ?? words.noName.helper}`} phone={phone} />
      ))}
    </Card>
  )
}

/** A name with its number, large enough to press. */
const Person = ({ id, name, phone }: { readonly id: string; readonly name: string; readonly phone: string | null }) =>
  phone === null ? (
    <View className="fact" id={`call-${id}`}>
      <View className="row-words">
        <View>{name}</View>
        <View className="second">{words.noPhone}</View>
      </View>
    </View>
  ) : (
    <Tap id={`call-${id}`} className="phone-row" label={words.callTo(name)} onTap={() => void dial(phone)}>
      <View className="row-words">
        <View>{name}</View>
        <View className="phone-number">{phone}</View>
      </View>
      <View className="phone-sign">
        <Icon name="phone" />
        <View>{words.call}</View>
      </View>
    </Tap>
  )

/** 以后不再和这位结对: said apart from the wish at hand, and known to nobody else. */
export function Block({ of: { wish, reader } }: { readonly of: Visiting }) {
  const blocking = useConsented('wish.block')
  const [asked, setAsked] = useState<string | null>(null)
  const [done, setDone] = useState<readonly string[]>([])
  const sides = reader === 'helper' ? ['wisher'] : wish.helpers.map(({ helperId }) => helperId)
  const left = sides.filter((side) => !done.includes(side))
  if (!lookable.includes(wish.card.state)) return <View />
  const block = async (side: string) => {
    const input = { wishId: wish.card.wishId, helperId: side === 'wisher' ? null : side, block: true }
    const data = await blocking.run(input)
    setAsked(null)
    if (data?.blocked) setDone([...done, side])
  }
  return (
    <View className="section" id="block">
      <Slot>
        {blocking.refused ? <Notice tone="wait" icon="alarm" text={unsentText(blocking.refused)} /> : null}
        {done.length > 0 ? <Notice tone="done" icon="check" text={words.blocked} /> : null}
      </Slot>
      <ConsentSheet of={blocking} />
      <Slot>
        {left.length === 0 ? null : (
          <Card>
            {left.map((side) => (
              <Row
                key={side}
                id={`block-${side}`}
                title={sides.length > 1 ? `${words.block}（${words.nth[sides.indexOf(side)] ?? ''}）` : words.block}
                end="none"
                onTap={() => setAsked(side)}
              />
            ))}
          </Card>
        )}
      </Slot>
      {asked === null ? null : (
        <Sheet
          id="block-ask"
          title={words.blockAsk}
          text={words.blockText}
          main={{ text: words.blockYes, busy: blocking.busy, onTap: () => void block(asked) }}
          other={{ text: words.back, onTap: () => setAsked(null) }}
        />
      )}
    </View>
  )
}
