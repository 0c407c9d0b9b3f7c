import { Image, View } from '@tarojs/components'
import { spoken } from '../platform/spoken'

interface CodePictureProps {
  readonly id?: string
  readonly path: string
  /** What the code is for, to who cannot see it. */
  readonly label: string
}

/** A code to scan, large enough for another phone. WeChat offers to keep or forward it on a long press. */
export const CodePicture = ({ id, path, label }: CodePictureProps) => (
  <View className="code-picture" {...(id === undefined ? {} : { id })} {...spoken({ role: 'img', label })}>
    <Image className="code-picture-image" src={path} mode="aspectFit" showMenuByLongpress />
  </View>
)
