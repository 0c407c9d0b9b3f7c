import { View } from '@tarojs/components'
import { useState } from 'react'
import { useRead } from '../../../client'
import { Button, Card, Section, Slot, State, TextField } from '../../../components'
import { longestWishStep } from '../../../domain/wish/limits'
import { pairCard as words } from '../../../text/pair'
import { Waiting } from '../../waiting'
import { FitLines } from './fit-lines'
import type { Deed, Shown } from './office-steps'

interface FitsProps {
  readonly wish: Shown
  readonly busy: boolean
  readonly onPropose: (deed: Deed) => void
}

/** Who could help: the best first, with why. One is chosen, or as many as there are places left, and proposed to both sides. */
export function Fits({ wish, busy, onPropose }: FitsProps) {
  const { card, helpers } = wish
  const { data, busy: isLoading, refused, reload } = useRead('wish.fits', { wishId: card.wishId })
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [said, setSaid] = useState('')
  const places = card.places - helpers.length
  if (!data) {
    return (
      <Section id="fits" title={words.fits}>
        <Waiting busy={isLoading} refused={refused} retry={() => void reload()} />
      </Section>
    )
  }
  // What was chosen may be gone once it was asked anew.
  const picked = chosen.filter((id) => data.fits.some(({ offerId }) => offerId === id))
  const toggle = (id: string) =>
    setChosen(picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id].slice(-places))
  return (
    <Section id="fits" title={words.fits} hint={words.fitsHint}>
      <Slot>
        {data.fits.length === 0 ? <State icon="person" title={words.noFits} hint={words.noFitsHint} /> : null}
      </Slot>
      {data.fits.map((fit) => (
        <View key={fit.offerId} className="section" id={`fit-${fit.offerId}`}>
          <Card>
            <View className="fact">
              <View className="row-words">
                <View>{fit.words}</View>
                <FitLines fit={fit} />
              </View>
            </View>
            <Slot>
              {fit.hard.length > 0 ? null : (
                <View className="fact">
                  <Button
                    id={`choose-${fit.offerId}`}
                    kind="plain"
                    {...(picked.includes(fit.offerId) ? { icon: 'check' as const } : {})}
                    text={picked.includes(fit.offerId) ? words.chosen : words.choose}
                    disabled={busy}
                    onTap={() => toggle(fit.offerId)}
                  />
                </View>
              )}
            </Slot>
          </Card>
        </View>
      ))}
      <Slot>
        {picked.length > 0 ? (
          <View className="section stack">
            <TextField
              id="propose-words"
              label={words.proposeWords}
              value={said}
              maxLength={longestWishStep}
              disabled={busy}
              onChange={setSaid}
            />
            {picked.length < places ? <View className="second">{words.needTwo(places)}</View> : null}
            <Button
              id="propose"
              text={picked.length === 2 ? words.proposeTwo : words.propose}
              busy={busy ? words.sending : false}
              onTap={() => onPropose({ verb: 'propose', offerIds: [...picked], words: said.trim() || null })}
            />
          </View>
        ) : null}
      </Slot>
    </Section>
  )
}
