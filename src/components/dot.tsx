import { View } from '@tarojs/components'

/** Something new: a red dot, and a word that says it without the colour. */
export const Dot = ({ text }: { readonly text: string }) => (
  <View className="mark">
    <View className="mark-dot" />
    <View>{text}</View>
  </View>
)
