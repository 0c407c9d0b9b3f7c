import Taro from '@tarojs/taro'
import { State } from '../../../components'
import { share as words } from '../../../text/notice-share'
import { pathTo } from '../../go'
import { Shell } from '../../shell'

/** A page about a notice that was opened without saying which: the workbench knows. */
export const Nowhere = ({ title }: { readonly title: string }) => (
  <Shell title={title}>
    <State
      icon="list"
      title={words.nowhere}
      action={{ text: words.toWork, onTap: () => void Taro.redirectTo({ url: pathTo('work') }) }}
    />
  </Shell>
)
