import { View } from '@tarojs/components'
import { kit } from '../text'
import { Icon, type IconName } from './icon'
import { Tap } from './tap'

interface ButtonProps {
  readonly text: string
  readonly icon?: IconName
  /** main: the one thing to do here. danger: an emergency call, or what cannot be undone. plain: anything else. */
  readonly kind?: 'main' | 'danger' | 'plain'
  readonly id?: string
  readonly label?: string
  readonly disabled?: boolean
  /** Under way: it says so, by these words or by its own, and takes no further tap. */
  readonly busy?: boolean | string
  readonly onTap: () => void
}

export function Button({ text, icon, kind = 'main', busy = false, disabled = false, label, ...tap }: ButtonProps) {
  const isBusy = busy !== false
  const word = typeof busy === 'string' ? busy : isBusy ? kit.busy : text
  const look = `button button-${kind}${disabled ? ' button-off' : ''}${isBusy ? ' button-busy' : ''}`
  const sign = isBusy ? 'clock' : icon
  return (
    <Tap {...tap} {...(label === undefined || isBusy ? {} : { label })} disabled={disabled || isBusy} className={look}>
      {sign ? <Icon name={sign} /> : null}
      <View className="button-text">{word}</View>
    </Tap>
  )
}
