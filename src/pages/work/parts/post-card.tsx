import { View } from '@tarojs/components'
import type { Post } from '../../../client'
import { mayAs } from '../../../client/may'
import type { ActionName } from '../../../client/named'
import { Card, Row, Section } from '../../../components'
import { roleNames } from '../../../text/role-names'
import { placeWords, untilWords, work as words } from '../../../text/roles'
import { deskOfPost, spotQuery as deskQuery } from '../../desk-spot'
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
  /** Where it leads, if not to the page of its name. */
  readonly path?: (post: Post) => string
  /** What waits there, in a word; null: nothing. */
  readonly waits?: (post: Post) => string | null
}

const waiting = (count: number | null): string | null => (count === null || count === 0 ? null : words.waits(count))

const ways: readonly Way[] = [
  {
    id: 'requests',
    action: 'request.list',
    path: (post) => pathTo('desk', deskQuery(deskOfPost(post))),
    title: words.requests,
    hint: words.requestsHint,
    waits: ({ requests }) =>
      requests && requests.overdue > 0 ? words.overdue(requests.overdue) : waiting(requests?.todo ?? null),
  },
  {
    id: 'write',
    action: 'request.sheet',
    path: (post) => pathTo('desk/write', deskQuery(deskOfPost(post))),
    title: words.write,
    hint: words.writeHint,
  },
  {
    id: 'notices',
    action: 'notice.save',
    path: (post) => pathTo('notices', deskQuery(deskOfPost(post))),
    title: words.notices,
    hint: words.noticesHint,
  },
  {
    id: 'pair',
    action: 'wish.list',
    path: (post) => pathTo('pair', deskQuery(deskOfPost(post))),
    title: words.pair,
    hint: words.pairHint,
  },
  {
    id: 'fitting',
    action: 'wish.fitting',
    path: () => pathTo('wish/mine', 'show=fitting'),
    title: words.fitting,
    hint: words.fittingHint,
  },
  { id: 'homes', action: 'home.list', title: words.homes, hint: words.homesHint, waits: ({ homes }) => waiting(homes) },
  {
    id: 'review',
    action: 'check.list',
    title: words.review,
    hint: words.reviewHint,
    waits: ({ checks }) => waiting(checks),
  },
  {
    id: 'complaints',
    action: 'complaint.list',
    title: words.complaints,
    hint: words.complaintsHint,
    waits: ({ complaints }) => waiting(complaints),
  },
  {
    id: 'directory',
    action: 'directory.show',
    path: (post) => pathTo('directory', deskQuery(deskOfPost(post))),
    title: words.directory,
    hint: words.directoryHint,
  },
  {
    id: 'households',
    action: 'household.list',
    path: (post) => pathTo('directory/households', deskQuery(deskOfPost(post))),
    title: words.households,
    hint: words.householdsHint,
  },
  { id: 'members', action: 'member.list', title: words.members, hint: words.membersHint },
  { id: 'invite', action: 'invitation.create', title: words.invite, hint: words.inviteHint },
  { id: 'reports', action: 'report.list', title: words.reports, hint: words.reportsHint },
  { id: 'audits', action: 'audit.list', title: words.audits, hint: words.auditsHint },
]

/** One role: where and until when it holds, and the ways that are open to it. */
export function PostCard({ post, now, onLeave }: PostCardProps) {
  const { role, membershipId, communityName, gridName, agencyId, agencyName, until } = post
  const spot = spotOfPost(post)
  const open = ways.filter(({ action }) => mayAs([post], action, { ...spot, agencyId }))
  return (
    <Section
      id={`post-${membershipId}`}
      title={roleNames[role]}
      hint={`${placeWords(communityName, gridName, agencyName)} · ${untilWords(until, now)}`}
    >
      <Card>
        {open.map(({ id, title, hint, path, waits }) => {
          const unread = waits?.(post) ?? null
          return (
            <Row
              key={id}
              id={`${id}-${membershipId}`}
              title={title}
              note={id === 'members' && role === 'street' ? words.membersOnly : hint}
              {...(unread === null ? {} : { unread })}
              onTap={() => void go(path?.(post) ?? pathTo(`work/${id}`, spotQuery(spot)))}
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
