import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead } from '../../../client'
import { usePosts } from '../../../client/use-posts'
import { Notice, Slot, State } from '../../../components'
import { refusalText } from '../../../text'
import { directoryAgency as words } from '../../../text/directory-agency'
import { spotOf, spotQuery, type DeskSpot } from '../../desk-spot'
import { pathTo } from '../../go'
import { Shell, useNow, useReturn } from '../../shell'
import { Waiting } from '../../waiting'
import { AgencyForm } from '../parts/agency-form'
import { roleName } from '../parts/agency-roles'
import { Nowhere } from '../parts/nowhere'

/** 单位和电话: one agency of the directory, or a new one. `phone` opens one of its numbers; a new one has the `role` that it was missed for. */
export default function AgencyPage() {
  const { params } = useRouter()
  const spot = spotOf(params)
  if (!spot) return <Nowhere title={words.title} />
  return <AgencyIn spot={spot} agency={params.agency || null} phone={params.phone || null} role={roleIn(params.role)} />
}

/** Where the list lies below it is gone back to; opened from outside, it takes this page's place. */
const backToList = (spot: DeskSpot) =>
  void (Taro.getCurrentPages().length > 1
    ? Taro.navigateBack()
    : Taro.redirectTo({ url: pathTo('directory', spotQuery(spot)) }))

interface AgencyInProps {
  readonly spot: DeskSpot
  readonly agency: string | null
  readonly phone: string | null
  readonly role: string | null
}

/** One of those that an agency can have; else nothing. */
const roleIn = (role = ''): string | null => (roleName(role) === role ? null : role)

function AgencyIn({ spot, agency, phone, role }: AgencyInProps) {
  const { communityId } = spot
  const now = useNow()
  const { posts, may, ...roles } = usePosts()
  const [agencyId, setAgencyId] = useState(agency)
  const [told, setTold] = useState<'saved' | 'removed' | null>(null)
  const places = useRead('directory.show', { communityId })
  const shown = useRead('agency.show', agencyId === null ? null : { communityId, agencyId })
  useReturn(() => void shown.reload())
  const isReady = posts !== null && places.data !== null && (agencyId === null || shown.data !== null)
  const retry = () => {
    if (!posts) void roles.reload()
    if (!places.data) void places.reload()
    if (!shown.data) void shown.reload()
  }
  const saved = (id: string) => {
    setTold('saved')
    if (id === agencyId) void shown.reload()
    setAgencyId(id)
  }
  const mayEdit = may('agency.save', spot)
  const failed = shown.refused ?? places.refused
  return (
    <Shell title={agencyId === null ? words.newTitle : (shown.data?.name ?? words.title)}>
      <Slot>{told === 'saved' ? <Notice tone="done" icon="check" text={words.saved} /> : null}</Slot>
      <Slot>{isReady && failed ? <Notice tone="wait" icon="offline" text={refusalText[failed]} /> : null}</Slot>
      <Slot>{posts && !mayEdit ? <Notice tone="calm" icon="person" text={words.readOnly} /> : null}</Slot>
      <Slot>
        {told === 'removed' ? (
          <State icon="check" title={words.removed} action={{ text: words.toHome, onTap: () => backToList(spot) }} />
        ) : isReady && places.data ? (
          <AgencyForm
            // Another state of it on the server: the form begins anew, with what was typed.
            key={shown.data?.mark ?? 'new'}
            {...{ communityId, now, mayEdit, role }}
            agency={shown.data}
            places={places.data}
            first={agencyId === null ? 'name' : told === null ? phone : null}
            onSaved={saved}
            onRemoved={() => setTold('removed')}
            onReload={() => void shown.reload()}
          />
        ) : (
          <Waiting
            busy={[roles, places, shown].some(({ busy, refused }) => busy && !refused)}
            refused={failed ?? roles.refused}
            retry={retry}
          />
        )}
      </Slot>
    </Shell>
  )
}
