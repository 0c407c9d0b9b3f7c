import { View } from '@tarojs/components'
import { useState } from 'react'
import { noteAccount, type Output } from '../../../client'
import { forgetPosts } from '../../../client/use-posts'
import { Button, Facts, Notice, Section, Slot, State, TextField } from '../../../components'
import { refusalText } from '../../../text'
import { roleNames } from '../../../text/role-names'
import { join as words, placeWords, roleHints, untilWords } from '../../../text/roles'
import { whenText } from '../../../text/time'
import { ConsentSheet, useConsented } from '../../consent'
import { NewsOffer } from '../../news'

interface OfferProps {
  readonly code: string
  readonly offer: Output<'invitation.open'>
  readonly now: number
  readonly onWork: () => void
  readonly onHome: () => void
}

/** An open invitation: what it is, how one wants to be called, and yes. */
export function Offer({ code, offer, now, onWork, onHome }: OfferProps) {
  const { role, communityName, gridName, agencyName, months, expiresAt } = offer
  const accepting = useConsented('invitation.accept')
  const [name, setName] = useState('')
  const [isMissing, setMissing] = useState(false)
  const [until, setUntil] = useState<number | null>(null)
  const type = (value: string) => {
    setName(value)
    setMissing(false)
    accepting.clear()
  }
  const accept = async () => {
    if (name.trim() === '') return setMissing(true)
    const accepted = await accepting.run({ code, name: name.trim() })
    if (!accepted) return
    forgetPosts()
    noteAccount({ hasRole: true })
    setUntil(accepted.until)
  }

  if (until !== null)
    return (
      <View id="joined">
        <State
          icon="check"
          title={words.accepted(roleNames[role])}
          hint={words.acceptedHint(untilWords(until, now))}
          action={{ text: words.toWork, onTap: onWork }}
        />
        <NewsOffer moment="accepted" />
        <View className="section">
          <Button id="joined-home" kind="plain" text={words.home} onTap={onHome} />
        </View>
      </View>
    )
  return (
    <Section id="offer" title={words.invites(roleNames[role])}>
      <Facts
        rows={[
          { id: 'offer-where', label: words.where, value: placeWords(communityName, gridName, agencyName) },
          { id: 'offer-what', label: words.what, value: roleHints[role] },
          { id: 'offer-long', label: words.howLong, value: words.months(months) },
          { id: 'offer-by', label: words.by, value: words.byValue(whenText(expiresAt, now)) },
        ]}
      />
      <TextField
        id="join-name"
        label={words.name}
        hint={words.nameHint}
        value={name}
        maxLength={20}
        {...(isMissing ? { error: words.nameMissing } : {})}
        onChange={type}
      />
      <Slot>
        {accepting.refused ? <Notice tone="wait" icon="alarm" text={refusalText[accepting.refused]} /> : null}
      </Slot>
      <ConsentSheet of={accepting} />
      <View className="section stack">
        <Button
          id="join-accept"
          text={words.accept}
          busy={accepting.busy && words.accepting}
          onTap={() => void accept()}
        />
      </View>
    </Section>
  )
}
