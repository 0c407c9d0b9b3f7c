import { View } from '@tarojs/components'
import { Icon, type IconName } from './icon'
import { Tap } from './tap'

interface ButtonProps {
  readonly text: string
  readonly icon?: IconName
  /** main: the one thing to do here. danger: an emergency call. plain: anything else. */
  readonly kind?: 'main' | 'danger' | 'plain'
  readonly id?: string
  readonly label?: string
  readonly disabled?: boolean
  readonly onTap: () => void
}

export const Button = ({ text, icon, kind = 'main', ...tap }: ButtonProps) => (
  <Tap {...tap} className={`button button-${kind}${tap.disabled ? ' button-off' : ''}`}>
    {icon ? <Icon name={icon} /> : null}
    <View className="button-text">{text}</View>
  </Tap>
)
