import { View } from '@tarojs/components'
import { hall as words } from '../../../text/wish-card'
import { Shell } from '../../shell'

interface HallScreenProps {
  readonly communityId: string
  readonly communityName: string
}

/** A phone is no screen in a hall; see `hall.h5.tsx`. */
export const HallScreen = ({ communityName }: HallScreenProps) => (
  <Shell title={words.title(communityName)}>
    <View id="hall">{words.onScreen}</View>
  </Shell>
)
