import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Facts, Section, Slot, TextArea } from '../../../components'
import { longestRequest } from '../../../domain/request/limits'
import type { Found } from '../../../domain/search'
import { requestForm as words } from '../../../text/request'
import { MatterGuess, type SaidMatter } from '../../matter-guess'
import type { Called } from '../../request-path'

interface WhatProps {
  readonly text: string
  readonly found: Found
  readonly matterId: SaidMatter
  readonly called: Called
  readonly error: string | null
  readonly matterError: string | null
  /** Whom to call now, where the words speak of a danger: nothing else is asked before. */
  readonly stop: ReactNode
  readonly disabled: boolean
  readonly onWords: (text: string) => void
  readonly onMatter: (matter: SaidMatter) => void
}

/** What it is about, in their own words; the matter is suggested by them, or known from the page they came from. */
export const What = ({ text, found, matterId, called, error, matterError, stop, disabled, ...on }: WhatProps) => (
  <View>
    <TextArea
      id="words"
      label={words.what}
      hint={words.whatHint}
      value={text}
      maxLength={longestRequest}
      disabled={disabled}
      {...(error === null ? {} : { error })}
      onChange={on.onWords}
    />
    <Slot>{text === '' && !stop ? <View className="second">{words.speak}</View> : null}</Slot>
    <Slot>{stop}</Slot>
    <Slot>
      {matterError === null ? null : (
        <View id="matter-error" className="field-error">
          {matterError}
        </View>
      )}
    </Slot>
    <Slot>{stop ? null : <MatterGuess found={found} said={matterId} onSay={on.onMatter} />}</Slot>
    {called.length === 0 ? null : (
      <Section title={words.called}>
        <Facts
          rows={called.map(({ name, outcome }, index) => ({
            id: `called-${index}`,
            label: name,
            value: words.outcome[outcome],
          }))}
        />
      </Section>
    )}
  </View>
)
