import { View } from '@tarojs/components'
import type { Output } from '../../../client'
import { Facts, Section, Slot } from '../../../components'
import { signUpPage as words } from '../../../text/notice-office'
import { nearSaying, spanText, untilText } from '../../../text/notice-when'
import type { Entry } from './signup-rows'

interface SignUpFactsProps {
  readonly signUp: Output<'signup.show'>
  readonly inside: readonly Entry[]
  readonly hasBegun: boolean
  readonly now: number
  readonly onPlaces: () => void
}

/** When it is, how many places, and once it has begun how many came. */
export function SignUpFacts({ signUp, inside, hasBegun, now, onPlaces }: SignUpFactsProps) {
  const { places, until, beginsAt, entries, may } = signUp
  const saying = nearSaying(now)
  const came = inside.filter((one) => one.came === true).length
  const missed = inside.filter((one) => one.came === false).length
  const left = entries.filter(({ state }) => state === 'left').length
  return (
    <Section id="signup-facts" title={hasBegun ? words.come : words.how}>
      <Slot>
        {hasBegun ? (
          <View id="came-count" className="state-title">
            {words.cameCount(came, missed, inside.length - came - missed)}
          </View>
        ) : null}
      </Slot>
      <Facts
        rows={[
          {
            ...{ id: 'places', label: words.places, value: words.placesValue(places, inside.length) },
            ...(left > 0 ? { note: words.left(left) } : {}),
            ...(hasBegun || !may ? {} : { action: { text: words.change, onTap: onPlaces } }),
          },
          { id: 'begins', label: words.begins, value: spanText(beginsAt, null, saying).replace(/起$/u, '') },
          { id: 'until', label: words.until, value: now >= until ? words.over : untilText(until, saying) },
        ]}
      />
    </Section>
  )
}
