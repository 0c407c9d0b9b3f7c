import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { spoken } from '../platform/spoken'
import { kit } from '../text'
import { Icon } from './icon'
import { Slot } from './slot'

/** What every field has, whatever is typed into it. */
export interface FieldProps {
  /** Of the field itself; its error is `<id>-error`. */
  readonly id: string
  readonly label: string
  readonly value: string
  /** Gets every keystroke. Hand it back as it is: a value that is changed while somebody types moves their cursor. */
  readonly onChange: (value: string) => void
  /** What helps to fill it in. */
  readonly hint?: string
  /** What is wrong with what was typed, and how to mend it. */
  readonly error?: string
  readonly placeholder?: string
  /** Characters. */
  readonly maxLength?: number
  readonly disabled?: boolean
}

/** What a screen reader says of a field: its name, and what is wrong with it. */
export const fieldSpoken = ({ label, error }: FieldProps) =>
  spoken({ label: error ? kit.together(label, error) : label })

type FrameProps = PropsWithChildren<Pick<FieldProps, 'id' | 'label' | 'hint' | 'error' | 'disabled'>> & {
  /** Stands at the end of the line below, such as how much was typed. */
  readonly note?: string
}

/** The name over a field, its box, and the line below it. */
export const FieldFrame = ({ id, label, hint, error, disabled = false, note, children }: FrameProps) => (
  <View className="field">
    <View className="field-label">{label}</View>
    {hint ? <View className="second">{hint}</View> : null}
    <View className={`field-box${error ? ' field-wrong' : ''}${disabled ? ' field-off' : ''}`}>{children}</View>
    <Slot>
      {error || note ? (
        <View className="field-below">
          {error ? (
            <View className="field-error" id={`${id}-error`} {...spoken({ role: 'alert' })}>
              <Icon name="alarm" />
              <View>{error}</View>
            </View>
          ) : null}
          {note ? <View className="field-note">{note}</View> : null}
        </View>
      ) : null}
    </Slot>
  </View>
)
