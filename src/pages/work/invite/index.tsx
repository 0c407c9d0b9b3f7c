import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { useRead } from '../../../client'
import { usePosts } from '../../../client/use-posts'
import { Slot } from '../../../components'
import { appName } from '../../../text'
import { roleNames } from '../../../text/role-names'
import { invite as words } from '../../../text/roles'
import { pathTo } from '../../go'
import { Shell, useNow } from '../../shell'
import { Waiting } from '../../waiting'
import { InviteForm } from '../parts/invite-form'
import { InviteList } from '../parts/invite-list'
import { InviteMade } from '../parts/invite-made'
import type { Made } from '../parts/invitation'
import { Nowhere } from '../parts/nowhere'
import { spotOf } from '../parts/spot'

/** 邀请成员: what was sent, a new one question by question, and one to hand on. */
export default function InvitePage() {
  const spot = spotOf(useRouter().params)
  const now = useNow()
  const { posts, mayGive } = usePosts()
  const places = useRead('invitation.places', spot)
  const [isAsking, setAsking] = useState(false)
  const [made, setMade] = useState<Made | null>(null)
  const communityName = places.data?.communityName ?? ''
  const title = made ? words.shareTitle(communityName, roleNames[made.role]) : appName
  const path = made ? pathTo('mine/join', `code=${made.code}`) : pathTo('door')
  useShareAppMessage(() => ({ title, path }))

  if (!spot) return <Nowhere />
  return (
    <Shell title={words.title} subtitle={communityName}>
      <Slot>
        {!places.data || !posts ? (
          <Waiting busy={places.busy || !posts} refused={places.refused} retry={() => void places.reload()} />
        ) : made ? (
          <InviteMade
            key={made.invitationId}
            made={made}
            now={now}
            share={{ title, path }}
            onDone={() => setMade(null)}
          />
        ) : isAsking ? (
          <InviteForm
            spot={spot}
            places={places.data}
            mayGive={mayGive}
            onMade={(next) => {
              setAsking(false)
              setMade(next)
            }}
            onBack={() => setAsking(false)}
          />
        ) : (
          <InviteList spot={spot} now={now} onNew={() => setAsking(true)} onOpen={setMade} />
        )}
      </Slot>
    </Shell>
  )
}
