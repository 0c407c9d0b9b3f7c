import Taro from '@tarojs/taro'
import { State } from '../../../components'
import { work as words } from '../../../text/roles'
import { pathTo } from '../../go'
import { Shell } from '../../shell'

/** A page of keepers that was opened without saying for which community: the workbench knows. */
export const Nowhere = () => (
  <Shell title={words.title}>
    <State
      icon="place"
      title={words.nowhere}
      action={{ text: words.toWork, onTap: () => void Taro.redirectTo({ url: pathTo('work') }) }}
    />
  </Shell>
)
