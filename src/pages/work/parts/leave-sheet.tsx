import { useWrite, type Post } from '../../../client'
import { forgetPosts } from '../../../client/use-posts'
import { common } from '../../../text'
import { roleNames } from '../../../text/role-names'
import { work as words } from '../../../text/roles'
import { WhySheet } from './why-sheet'

interface LeaveSheetProps {
  readonly post: Post
  readonly onLeft: () => void
  readonly onClose: () => void
}

/** Gives a role of one's own back. */
export function LeaveSheet({ post, onLeft, onClose }: LeaveSheetProps) {
  const { busy, refused, run } = useWrite('member.revoke')
  const leave = async (why: string) => {
    if (!(await run({ membershipId: post.membershipId, why }))) return
    forgetPosts()
    onLeft()
  }
  return (
    <WhySheet
      id="leave"
      title={words.leaveTitle(roleNames[post.role])}
      text={words.leaveText}
      reasons={words.leaveReasons}
      yes={words.leaveYes}
      kind="danger"
      no={common.back}
      busy={busy}
      refused={refused}
      onYes={(why) => void leave(why)}
      onClose={onClose}
    />
  )
}
