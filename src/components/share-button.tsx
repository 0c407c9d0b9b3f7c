import { Button as NativeButton, View } from '@tarojs/components'
import { Icon } from './icon'

/** Shares the page's card; WeChat only allows it from a button of its own. `path` and `title` are the page's share object. */
export const ShareButton = ({ text }: { readonly text: string; readonly path: string; readonly title: string }) => (
  <NativeButton id="share" className="tap button button-plain share" openType="share" hoverClass="pressed">
    <Icon name="share" />
    <View className="button-text">{text}</View>
  </NativeButton>
)
