import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import type { Output } from '../../../client'
import { Card, Section } from '../../../components'
import { deskFigures as words } from '../../../text/desk-figures'

type Figures = Output<'request.figures'>
type Share = Figures['solved']

export const Numbers = ({ children }: PropsWithChildren) => <Card>{children}</Card>

interface BigNumberProps {
  readonly id: string
  readonly label: string
  readonly value: string
  /** What it is made of, in a sentence. */
  readonly note?: string
}

/** A number that is read from afar, with its name above and its meaning below. */
export const BigNumber = ({ id, label, value, note }: BigNumberProps) => (
  <View className="fact" id={id}>
    <View className="row-words">
      <View className="second">{label}</View>
      <View className="phone-number">{value}</View>
      {note ? <View className="second">{note}</View> : null}
    </View>
  </View>
)

/** Three rates, each with of how many, and with how many did not answer. */
export const Shares = ({ filed, responded, solved, satisfied }: Figures) => (
  <Section title={words.period(filed)} id="shares">
    <Numbers>
      <ShareOf
        id="responded"
        label={words.responded}
        share={responded}
        hint={words.respondedHint}
        none={words.respondedNone}
      />
      <ShareOf id="solved" label={words.solved} share={solved} hint={words.solvedHint} none={words.solvedNone} />
      <ShareOf
        id="satisfied"
        label={words.satisfied}
        share={satisfied}
        hint={words.satisfiedHint}
        none={words.satisfiedNone}
      />
    </Numbers>
  </Section>
)

interface ShareOfProps {
  readonly id: string
  readonly label: string
  readonly share: Share
  readonly hint: (share: Share) => string
  /** Where there is nothing to be counted yet. */
  readonly none: string
}

function ShareOf({ id, label, share, hint, none }: ShareOfProps) {
  const isNothing = share.of + share.silent === 0
  return (
    <BigNumber
      id={id}
      label={label}
      value={words.among(share) ?? words.unknown}
      note={isNothing ? none : hint(share)}
    />
  )
}
