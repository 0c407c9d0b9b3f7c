import { useWrite } from '../../../client'
import { Notice, Sheet } from '../../../components'
import { common, refusalText } from '../../../text'
import { members as words } from '../../../text/roles'
import { nameOf, type Member } from './member'

interface CheckMemberProps {
  readonly member: Member
  readonly onDone: (word: string) => void
  readonly onClose: () => void
}

/** A keeper says that they have seen who a member is, or takes it back. */
export function CheckMember({ member, onDone, onClose }: CheckMemberProps) {
  const { busy, refused, run } = useWrite('member.check')
  const said = member.checked ? words.uncheck : words.check
  const save = async () => {
    if (await run({ membershipId: member.membershipId, checked: !member.checked })) onDone(said.done)
  }
  return (
    <Sheet
      id="check"
      title={said.title(nameOf(member))}
      text={said.text}
      main={{ text: said.yes, busy, onTap: () => void save() }}
      other={{ text: common.back, onTap: onClose }}
    >
      {refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}
    </Sheet>
  )
}
