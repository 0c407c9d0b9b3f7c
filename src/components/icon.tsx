import { View } from '@tarojs/components'

/** The line-drawn set of `styles/icons.scss`. An icon never stands without a word beside it. */
export type IconName =
  | 'search'
  | 'phone'
  | 'alarm'
  | 'next'
  | 'close'
  | 'share'
  | 'check'
  | 'clock'
  | 'place'
  | 'letters'
  | 'person'
  | 'book'
  | 'offline'
  | (string & {})

export const Icon = ({ name }: { readonly name: IconName }) => <View className={`icon icon-${name}`} />
