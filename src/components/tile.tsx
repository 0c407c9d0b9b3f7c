import { View } from '@tarojs/components'
import { Icon } from './icon'
import { Tap } from './tap'

/** A large square that opens one group. */
export const Tile = ({
  name,
  icon,
  id,
  onTap,
}: {
  readonly name: string
  readonly icon: string
  readonly id?: string
  readonly onTap: () => void
}) => (
  <Tap className="tile" onTap={onTap} {...(id === undefined ? {} : { id })}>
    <Icon name={icon} />
    <View className="tile-name">{name}</View>
  </Tap>
)
