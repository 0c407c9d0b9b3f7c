import { Button as NativeButton, View } from '@tarojs/components'
import { spoken } from '../platform/spoken'
import { Icon } from './icon'

interface ShareButtonProps {
  readonly text: string
  /** What a screen reader says, where there are several. */
  readonly label?: string
  /** Tells the page's share object which of several it was. */
  readonly id?: string
  readonly kind?: 'main' | 'plain'
  readonly path: string
  readonly title: string
  /** A browser says here that it was handed on; WeChat asks the page for its share object instead. */
  readonly onShared?: () => void
}

/** Shares the page's card; WeChat only allows it from a button of its own. `path` and `title` are the page's share object. */
export const ShareButton = ({ text, label, id = 'share', kind = 'plain' }: ShareButtonProps) => (
  <NativeButton
    id={id}
    className={`tap button button-${kind} share`}
    openType="share"
    hoverClass="pressed"
    {...(label === undefined ? {} : spoken({ label }))}
  >
    <Icon name="share" />
    <View className="button-text">{text}</View>
  </NativeButton>
)
