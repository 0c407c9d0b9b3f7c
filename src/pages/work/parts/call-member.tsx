import { useState } from 'react'
import { useWrite } from '../../../client'
import { Sheet } from '../../../components'
import { dial } from '../../../platform/phone'
import { common } from '../../../text'
import { members as words } from '../../../text/roles'
import { nameOf, type Member } from './member'
import { WhySheet } from './why-sheet'

/** Looks up a member's number with a reason, and dials it. It is not kept anywhere on this phone. */
export function CallMember({ member, onClose }: { readonly member: Member; readonly onClose: () => void }) {
  const { busy, refused, run } = useWrite('member.phone')
  const [number, setNumber] = useState<string | null>(null)
  const call = async (why: string) => {
    const looked = await run({ membershipId: member.membershipId, why })
    if (!looked) return
    setNumber(looked.number)
    void dial(looked.number)
  }
  const title = words.callTitle(nameOf(member))
  if (number !== null)
    return (
      <Sheet
        id="number"
        title={title}
        text={words.numberIs(number)}
        main={{ text: words.callAgain, onTap: () => void dial(number) }}
        other={{ text: common.close, onTap: onClose }}
      />
    )
  return (
    <WhySheet
      id="call"
      title={title}
      text={words.callText}
      reasons={words.callReasons}
      yes={words.callYes}
      no={common.back}
      busy={busy}
      refused={refused}
      onYes={(why) => void call(why)}
      onClose={onClose}
    />
  )
}
