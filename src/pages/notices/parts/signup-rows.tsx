import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../client'
import { Button, Card, Section, Slot, Tap } from '../../../components'
import { signUpPage as words } from '../../../text/notice-office'
import { whenText } from '../../../text/time'
import type { Noting } from './use-noting'

export type Entry = Output<'signup.show'>['entries'][number]

/** People who are shown at once, and how many more at a tap. */
const page = 20

export const nameOf = ({ name }: Entry): string => name ?? words.erased

interface SignUpRowsProps {
  readonly id: 'inside' | 'waiting'
  readonly entries: readonly Entry[]
  /** Whether the caller may change anything; else it is only read. */
  readonly may: boolean
  readonly hasBegun: boolean
  readonly noting: Noting
  readonly now: number
  readonly onRemove: (entry: Entry) => void
}

/** People in their order; each with what can be done about them now. */
export function SignUpRows({ id, entries, ...rest }: SignUpRowsProps) {
  const [most, setMost] = useState(page)
  const left = entries.length - most
  const isIn = id === 'inside'
  const hint = !isIn ? words.waitingHint : rest.hasBegun && rest.may ? words.cameHint : null
  return (
    <Section
      id={id}
      title={isIn ? words.in(entries.length) : words.waiting(entries.length)}
      {...(hint === null ? {} : { hint })}
    >
      <Card>
        {entries.slice(0, most).map((entry, at) => (
          <Person key={entry.number} entry={entry} place={at + 1} {...rest} hasCome={isIn && rest.hasBegun} />
        ))}
      </Card>
      <Slot>
        {left > 0 ? (
          <View className="card-more">
            <Button
              id={`${id}-more`}
              kind="plain"
              text={words.more(Math.min(left, page))}
              onTap={() => setMost(most + page)}
            />
          </View>
        ) : null}
      </Slot>
    </Section>
  )
}

interface PersonProps extends Omit<SignUpRowsProps, 'id' | 'entries'> {
  readonly entry: Entry
  readonly place: number
  /** Whether it can be said who came. */
  readonly hasCome: boolean
}

function Person({ entry, place, may, hasBegun, hasCome, noting, now, onRemove }: PersonProps) {
  const { number, at, isNoted, movedUpAt, came } = entry
  const name = nameOf(entry)
  const say = (did: boolean) => {
    if (came !== did) void noting.do({ verb: 'came', number, came: did }, () => null)
  }
  return (
    <View id={`entry-${number}`} className="fact">
      <View className="row-words">
        <View className="fact-value">{words.row(place, name)}</View>
        {hasCome ? null : <View className="second">{words.at(whenText(at, now))}</View>}
        {isNoted ? <View className="tag tag-calm">{words.noted}</View> : null}
        {movedUpAt === null ? null : <View className="tag tag-done">{words.movedUp}</View>}
        {may || !hasCome || came === null ? null : <View className="second">{came ? words.yes : words.no}</View>}
      </View>
      {!may ? null : hasCome ? (
        <View className="chips-options">
          <Came
            id={`came-${number}`}
            text={words.yes}
            label={words.yesLabel(name)}
            on={came === true}
            onTap={() => say(true)}
          />
          <Came
            id={`missed-${number}`}
            text={words.no}
            label={words.noLabel(name)}
            on={came === false}
            onTap={() => say(false)}
          />
        </View>
      ) : hasBegun ? null : (
        <Tap id={`remove-${number}`} className="link" label={words.removeLabel(name)} onTap={() => onRemove(entry)}>
          {words.remove}
        </Tap>
      )}
    </View>
  )
}

interface CameProps {
  readonly id: string
  readonly text: string
  readonly label: string
  readonly on: boolean
  readonly onTap: () => void
}

const Came = ({ id, text, label, on, onTap }: CameProps) => (
  <Tap id={id} className={on ? 'chip chip-on' : 'chip'} label={label} chosen={on} onTap={onTap}>
    {text}
  </Tap>
)
