import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'

/**
 * A place for what comes and goes. Where something goes from a list, or comes before its end, WeChat's view is sent
 * the whole list anew with everything inside; with a place of its own, it is sent this place only.
 */
export const Slot = ({ children }: PropsWithChildren) => <View>{children}</View>
