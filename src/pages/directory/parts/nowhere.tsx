import Taro from '@tarojs/taro'
import { State } from '../../../components'
import { directoryHome as words } from '../../../text/directory-home'
import { pathTo } from '../../go'
import { Shell } from '../../shell'

/** A page of the directory that was opened without saying for which community: the workbench knows. */
export const Nowhere = ({ title = words.title }: { readonly title?: string }) => (
  <Shell title={title}>
    <State
      icon="place"
      title={words.nowhere}
      action={{ text: words.toWork, onTap: () => void Taro.redirectTo({ url: pathTo('work') }) }}
    />
  </Shell>
)
