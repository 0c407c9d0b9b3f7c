import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { spoken } from '../platform/spoken'
import { Slot } from './slot'

/** A part of a page under its own heading. */
export const Section = ({
  title,
  hint,
  id,
  children,
}: PropsWithChildren<{ readonly title: string; readonly hint?: string; readonly id?: string }>) => (
  <View className="section" {...(id === undefined ? {} : { id })}>
    <View className="section-title" {...spoken({ role: 'heading' })}>
      {title}
    </View>
    <Slot>{hint ? <View className="second section-hint">{hint}</View> : null}</Slot>
    {children}
  </View>
)

/** A white card that holds what belongs together. */
export const Card = ({ children }: PropsWithChildren) => <View className="card">{children}</View>
