import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'

interface TapProps {
  readonly className?: string
  readonly id?: string
  /** What a screen reader says; needed where the words inside do not say it all. */
  readonly label?: string
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
  chosen,
  disabled = false,
  onTap,
  children,
}: PropsWithChildren<TapProps>) {
  const spoken = {
    role: 'button',
    tabIndex: disabled ? -1 : 0,
    ...(label === undefined ? {} : { ariaLabel: label }),
    ...(chosen === undefined ? {} : { ariaPressed: chosen ? 'true' : 'false' }),
    ...(disabled ? { ariaDisabled: 'true' } : {}),
  }
  return (
    <View
      {...(id === undefined ? {} : { id })}
      className={`tap ${className}`}
      hoverClass="pressed"
      hoverStayTime={80}
      onClick={() => {
        if (!disabled) onTap()
      }}
      {...spoken}
    >
      {children}
    </View>
  )
}
