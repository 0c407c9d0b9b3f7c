import { ScrollView, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { useDialog } from '../platform/dialog'
import { spoken } from '../platform/spoken'
import { Button } from './button'

interface SheetProps {
  /** Its buttons are `<id>-main` and `<id>-other`. */
  readonly id: string
  readonly title: string
  readonly text?: string
  /** What it asks for; absent where a child does it, such as a button of WeChat's own. */
  readonly main?: {
    readonly text: string
    readonly kind?: 'main' | 'danger'
    readonly busy?: boolean | string
    readonly disabled?: boolean
    readonly onTap: () => void
  }
  /** Closes it. A tap beside the sheet does nothing: nobody loses what they typed by a careless thumb. */
  readonly other: { readonly text: string; readonly onTap: () => void }
}

/** Asks one thing over the page. It is there only while it is rendered. */
export function Sheet({ id, title, text, main, other, children }: PropsWithChildren<SheetProps>) {
  useDialog(id, other.onTap)
  return (
    <View className="sheet-back" catchMove>
      <View id={id} className="sheet" {...spoken({ role: 'dialog', label: title, modal: true })}>
        <View className="sheet-title" {...spoken({ role: 'heading' })}>
          {title}
        </View>
        <ScrollView className="sheet-body" scrollY>
          {text ? <View>{text}</View> : null}
          {children}
        </ScrollView>
        <View className="stack">
          {main ? <Button id={`${id}-main`} {...main} /> : null}
          <Button id={`${id}-other`} kind="plain" {...other} />
        </View>
      </View>
    </View>
  )
}
