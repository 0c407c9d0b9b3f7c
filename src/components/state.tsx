import { View } from '@tarojs/components'
import { common } from '../text'
import { Button } from './button'
import { Icon } from './icon'
import { spoken } from '../platform/spoken'

interface StateProps {
  readonly icon: string
  readonly title: string
  readonly hint?: string
  readonly action?: { readonly text: string; readonly onTap: () => void }
}

/** What stands where there is nothing to show: why, and the one thing to do about it. */
export const State = ({ icon, title, hint, action }: StateProps) => (
  <View className="state">
    <Icon name={icon} />
    <View className="state-title">{title}</View>
    {hint ? <View className="second">{hint}</View> : null}
    {action ? <Button id="state-action" text={action.text} onTap={action.onTap} /> : null}
  </View>
)

/** Shown while the first content is on its way: grey shapes where it will be. */
export const Loading = () => (
  <View className="loading" {...spoken({ role: 'status', label: common.loading })}>
    <View className="second">{common.loading}</View>
    <View className="ghost" />
    <View className="ghost" />
    <View className="ghost ghost-short" />
  </View>
)
