import { View } from '@tarojs/components'
import type { Output } from '../../../client'
import { Icon } from '../../../components'
import { pairCard as words } from '../../../text/pair'
import { reasonText } from '../../../text/wish-reasons'
import { reasonCodes, type ReasonCode } from '../../../domain/wish/match/types'

export type Fit = Output<'wish.fits'>['fits'][number]
type Reasons = Fit['reasons']

const isCode = (code: string): code is ReasonCode => (reasonCodes as readonly string[]).includes(code)
/** Of a newer server there may be reasons that this release cannot say: they are left out. */
const textsOf = (reasons: Reasons): readonly string[] =>
  reasons.flatMap(({ code, about }) =>
    isCode(code) ? [reasonText({ code, ...(about === null ? {} : { about }) })] : [],
  )

/** Why an offer fits, and what is against it: in words, with a sign for each. */
export const FitLines = ({ fit: { hard, reasons, against, left, isAbsent } }: { readonly fit: Fit }) => (
  <View className="contact-tags">
    {textsOf(hard).map((text) => (
      <View key={text} className="tag tag-late">
        <Icon name="alarm" />
        {words.cannot(text)}
      </View>
    ))}
    {textsOf(reasons).map((text) => (
      <View key={text} className="tag tag-done">
        <Icon name="check" />
        {text}
      </View>
    ))}
    {textsOf(against).map((text) => (
      <View key={text} className="tag tag-wait">
        {words.mind(text)}
      </View>
    ))}
    {left === null ? null : <View className="second">{words.left(left)}</View>}
    {isAbsent ? <View className="second">{words.paper}</View> : null}
  </View>
)
