import type { PropsWithChildren } from 'react'
import { usePosts } from '../../../client/use-posts'
import { placeWords } from '../../../text/roles'
import { Shell } from '../../shell'
import { deskOfPost, spotQuery, type DeskSpot } from '../../desk-spot'

interface DeskShellProps {
  readonly title: string
  readonly spot: DeskSpot
}

/** A page about a desk: below its title stands whose. */
export function DeskShell({ title, spot, children }: PropsWithChildren<DeskShellProps>) {
  const { posts } = usePosts()
  const post = posts?.find((one) => spotQuery(deskOfPost(one)) === spotQuery(spot))
  const subtitle = post && placeWords(post.communityName, post.gridName, post.agencyName)
  return (
    <Shell title={title} {...(subtitle === undefined ? {} : { subtitle })}>
      {children}
    </Shell>
  )
}
