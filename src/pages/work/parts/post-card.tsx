import { View } from '@tarojs/components'
import type { Post } from '../../../client'
import { mayAs } from '../../../client/may'
import type { ActionName } from '../../../client/named'
import { Card, Row, Section } from '../../../components'
import { roleNames } from '../../../text/role-names'
import { placeWords, untilWords, work as words } from '../../../text/roles'
import { go, pathTo } from '../../go'
import { spotOfPost, spotQuery } from './spot'

interface PostCardProps {
  readonly post: Post
  readonly now: number
  readonly onLeave: () => void
}

/** Everything that keepers do: what lets them, where it leads, what waits there. */
interface Way {
  readonly id: string
  readonly action: ActionName
  readonly title: string
  readonly hint: string
  readonly count?: (post: Post) => number | null
}
const ways: readonly Way[] = [
  { id: 'homes', action: 'home.list', title: words.homes, hint: words.homesHint, count: ({ homes }) => homes },
  { id: 'review', action: 'check.list', title: words.review, hint: words.reviewHint, count: ({ checks }) => checks },
  {
    id: 'complaints',
    action: 'complaint.list',
    title: words.complaints,
    hint: words.complaintsHint,
    count: ({ complaints }) => complaints,
  },
  { id: 'members', action: 'member.list', title: words.members, hint: words.membersHint },
  { id: 'invite', action: 'invitation.create', title: words.invite, hint: words.inviteHint },
  { id: 'reports', action: 'report.list', title: words.reports, hint: words.reportsHint },
  { id: 'audits', action: 'audit.list', title: words.audits, hint: words.auditsHint },
]

/** One role: where and until when it holds, and the ways that are open to it. */
export function PostCard({ post, now, onLeave }: PostCardProps) {
  const { role, membershipId, communityName, gridName, agencyName, until } = post
  const spot = spotOfPost(post)
  const open = ways.filter(({ action }) => mayAs([post], action, { ...spot, agencyId: null }))
  return (
    <Section
      id={`post-${membershipId}`}
      title={roleNames[role]}
      hint={`${placeWords(communityName, gridName, agencyName)} · ${untilWords(until, now)}`}
    >
      <Card>
        {open.map(({ id, title, hint, count }) => {
          const waiting = count?.(post) ?? 0
          return (
            <Row
              key={id}
              id={`${id}-${membershipId}`}
              title={title}
              note={id === 'members' && role === 'street' ? words.membersOnly : hint}
              {...(waiting > 0 ? { unread: words.waits(waiting) } : {})}
              onTap={() => void go(pathTo(`work/${id}`, spotQuery(spot)))}
            />
          )
        })}
        {open.length > 0 ? null : <Nothing id={`nothing-${membershipId}`} />}
        <Row id={`leave-${membershipId}`} title={words.leave} end="none" onTap={onLeave} />
      </Card>
    </Section>
  )
}

/** Roles whose work the product does not have yet: so that nobody looks for it. */
const Nothing = ({ id }: { readonly id: string }) => (
  <View className="fact" id={id}>
    <View className="row-words">
      <View>{words.nothing}</View>
      <View className="second">{words.nothingHint}</View>
    </View>
  </View>
)
