import { View } from '@tarojs/components'
import { useState } from 'react'
import { useWrite } from '../../../client'
import { forgetPosts } from '../../../client/use-posts'
import { Choices, Notice, Sheet } from '../../../components'
import { common, refusalText } from '../../../text'
import { members as words, monthChoices, monthsText, untilWords } from '../../../text/roles'
import type { Member } from './member'

interface RenewMemberProps {
  readonly member: Member
  readonly now: number
  readonly onDone: (word: string) => void
  readonly onClose: () => void
}

/** Gives a role a later end. */
export function RenewMember({ member, now, onDone, onClose }: RenewMemberProps) {
  const { busy, refused, run } = useWrite('member.renew')
  const [months, setMonths] = useState<number>(12)
  const renew = async () => {
    const renewed = await run({ membershipId: member.membershipId, months })
    if (!renewed) return
    if (member.mine) forgetPosts()
    onDone(words.renewed(untilWords(renewed.until, now)))
  }
  return (
    <Sheet
      id="renew"
      title={words.renewTitle}
      text={words.renewText}
      main={{ text: words.renewYes, busy, onTap: () => void renew() }}
      other={{ text: common.back, onTap: onClose }}
    >
      <Choices
        id="renew-months"
        label={words.renewTitle}
        hideLabel
        options={monthChoices.map((count) => ({ id: String(count), title: monthsText(count) }))}
        chosen={String(months)}
        onChoose={(id) => setMonths(Number(id))}
      />
      <View>{refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}</View>
    </Sheet>
  )
}
