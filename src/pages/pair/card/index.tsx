import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { useRead } from '../../../client'
import { Card, Notice, Row, Section, Slot, State } from '../../../components'
import { unsentText } from '../../../text'
import { pairCard as words } from '../../../text/pair'
import { soonText } from '../../../text/request-plain'
import { ConsentSheet, useConsented } from '../../consent'
import { pathTo } from '../../go'
import { Shell, useNow, useReturn } from '../../shell'
import { Waiting } from '../../waiting'
import { Fits } from '../parts/fits'
import { officeSteps, type Deed, type Shown } from '../parts/office-steps'
import { StepForm } from '../parts/step-form'
import { CardFacts, Contact, History, Pairing } from '../parts/wish-parts'

/** One wish, for the office: how it stands, who has to do what until when, whom it could be paired with, and every step. */
export default function PairCardPage() {
  const { id = '' } = useRouter().params
  const { data, busy, refused, reload } = useRead('wish.show', id === '' ? null : { wishId: id })
  useReturn(() => void reload())
  return (
    <Shell title={words.title}>
      {data ? (
        data.viewer === 'wisher' || data.viewer === 'helper' ? (
          <Own wishId={id} />
        ) : (
          <Worked wish={data} reload={reload} />
        )
      ) : (
        <Waiting busy={busy} refused={refused ?? (id === '' ? 'wish.missing' : null)} retry={() => void reload()} />
      )}
    </Shell>
  )
}

const Own = ({ wishId }: { readonly wishId: string }) => (
  <State
    icon="person"
    title={words.own}
    hint={words.ownHint}
    action={{ text: words.toOwn, onTap: () => void Taro.redirectTo({ url: pathTo('wish/visit', `id=${wishId}`) }) }}
  />
)

/** Somebody else was faster: what stands on the page is old. */
const old: readonly string[] = ['wish.moved', 'wish.not-now', 'wish.no-visit', 'wish.no-helper']

function Worked({ wish, reload }: { readonly wish: Shown; readonly reload: () => Promise<void> }) {
  const now = useNow()
  const acting = useConsented('wish.act')
  const [open, setOpen] = useState<string | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const again = useRef(reload)
  again.current = reload
  const { refused } = acting
  const isMoved = refused !== null && old.includes(refused)
  useEffect(() => {
    if (isMoved) void again.current()
  }, [isMoved])
  const { card, seen, owner, dueAt } = wish
  const act = async (deed: Deed, note: string | null) => {
    setSaid(null)
    const done = await acting.run({ wishId: card.wishId, seen, deed, note })
    if (!done) return
    setOpen(null)
    setSaid(
      [deed.verb === 'propose' ? words.proposed2 : words.done, done.words === 'waiting' ? words.held : ''].join(''),
    )
    await again.current()
  }
  const steps = officeSteps(wish)
  const step = steps.find((one) => one.id === open)
  const isHanging = card.state === 'open' || card.state === 'joining'
  const isLate = owner !== 'nobody' && dueAt < now
  return (
    <View id="pair-card">
      <Slot>{said ? <Notice tone="done" icon="check" text={said} /> : null}</Slot>
      <Slot>
        {refused ? <Notice tone="wait" icon="alarm" text={isMoved ? words.moved : unsentText(refused)} /> : null}
      </Slot>
      <ConsentSheet of={acting} />
      <Card>
        <View className="fact" id="state">
          <View className="row-words">
            <View className={'section-title'}>{words.heads[card.state]}</View>
            {owner === 'nobody' ? null : (
              <View className={isLate ? 'field-error' : 'second'}>
                {words.until(words.owners[owner], soonText(dueAt, now))}
              </View>
            )}
          </View>
        </View>
      </Card>
      {step ? (
        <StepForm
          key={step.id}
          {...{ step, wish, now, busy: acting.busy }}
          onSend={(deed, note) => void act(deed, note)}
          onBack={() => setOpen(null)}
        />
      ) : (
        <View>
          <CardFacts wish={wish} />
          <Contact wish={wish} />
          <Pairing wish={wish} now={now} />
          <Slot>
            {isHanging ? (
              <Fits key={seen} wish={wish} busy={acting.busy} onPropose={(deed) => void act(deed, null)} />
            ) : null}
          </Slot>
          <Slot>
            {steps.length > 0 ? (
              <Section id="steps" title={words.now}>
                <Card>
                  {steps.map((one) => (
                    <Row key={one.id} id={`step-${one.id}`} title={one.title} onTap={() => setOpen(one.id)} />
                  ))}
                </Card>
              </Section>
            ) : null}
          </Slot>
          <History wish={wish} now={now} />
        </View>
      )}
    </View>
  )
}
