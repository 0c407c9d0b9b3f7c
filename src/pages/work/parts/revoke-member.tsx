import { useWrite } from '../../../client'
import { forgetPosts } from '../../../client/use-posts'
import { common } from '../../../text'
import { roleNames } from '../../../text/role-names'
import { members as words } from '../../../text/roles'
import { nameOf, type Member } from './member'
import { WhySheet } from './why-sheet'

interface RevokeMemberProps {
  readonly member: Member
  readonly onDone: (word: string) => void
  readonly onClose: () => void
}

/** Takes a role back, with a reason. */
export function RevokeMember({ member, onDone, onClose }: RevokeMemberProps) {
  const { busy, refused, run } = useWrite('member.revoke')
  const revoke = async (why: string) => {
    if (!(await run({ membershipId: member.membershipId, why }))) return
    if (member.mine) forgetPosts()
    onDone(words.revoked)
  }
  return (
    <WhySheet
      id="revoke"
      title={words.revokeTitle(nameOf(member), roleNames[member.role])}
      text={words.revokeText}
      reasons={words.revokeReasons}
      yes={words.revokeYes}
      kind="danger"
      no={common.back}
      busy={busy}
      refused={refused}
      onYes={(why) => void revoke(why)}
      onClose={onClose}
    />
  )
}
