import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { spoken } from '../platform/spoken'

interface TapProps {
  readonly className?: string
  readonly id?: string
  /** What a screen reader says; needed where the words inside do not say it all. */
  readonly label?: string
  /** What it is to a screen reader, where it is no button: one of several, or something to tick. */
  readonly role?: 'button' | 'radio' | 'checkbox'
  /** For a choice: whether it is the chosen one. */
  readonly chosen?: boolean
  readonly disabled?: boolean
  readonly onTap: () => void
}

/** Whatever can be pressed. A button for the thumb, for a screen reader and for a keyboard. */
export function Tap({
  className = '',
  id,
  label,
  role = 'button',
  chosen,
  disabled = false,
  onTap,
  children,
}: PropsWithChildren<TapProps>) {
  return (
    <View
      {...(id === undefined ? {} : { id })}
      className={`tap ${className}`}
      hoverClass="pressed"
      onClick={() => {
        if (!disabled) onTap()
      }}
      {...spoken({
        role,
        ...(label === undefined ? {} : { label }),
        ...(chosen === undefined ? {} : { chosen }),
        disabled,
      })}
    >
      {children}
    </View>
  )
}
