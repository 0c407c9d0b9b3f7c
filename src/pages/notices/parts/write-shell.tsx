import Taro from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { usePosts } from '../../../client/use-posts'
import { State } from '../../../components'
import { noticeDesk as words } from '../../../text/notice-write'
import { placeWords } from '../../../text/roles'
import { deskOfPost, spotQuery, type DeskSpot } from '../../desk-spot'
import { pathTo } from '../../go'
import { Shell } from '../../shell'

interface NoticesShellProps {
  readonly title: string
  readonly spot: DeskSpot
}

/** A page of the notices' desk: below its title stands whose. */
export function NoticesShell({ title, spot, children }: PropsWithChildren<NoticesShellProps>) {
  const { posts } = usePosts()
  const post = posts?.find((one) => spotQuery(deskOfPost(one)) === spotQuery(spot))
  const subtitle = post && placeWords(post.communityName, post.gridName, post.agencyName)
  return (
    <Shell title={title} {...(subtitle === undefined ? {} : { subtitle })}>
      {children}
    </Shell>
  )
}

/** Opened without saying for which place: the workbench knows. */
export const NoticesNowhere = ({ title }: { readonly title: string }) => (
  <Shell title={title}>
    <State
      icon="place"
      title={words.nowhere}
      action={{ text: words.toWork, onTap: () => void Taro.redirectTo({ url: pathTo('work') }) }}
    />
  </Shell>
)
