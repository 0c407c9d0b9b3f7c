import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRows } from '../../../client'
import { usePosts } from '../../../client/use-posts'
import { Card, Notice, Row, Slot } from '../../../components'
import { roleNames } from '../../../text/role-names'
import { members as words, placeWords, untilWords } from '../../../text/roles'
import { Shell, useNow } from '../../shell'
import { ListWaiting, More } from '../../waiting'
import { nameOf } from '../parts/member'
import { MemberPanel } from '../parts/member-panel'
import { Nowhere } from '../parts/nowhere'
import { spotOf } from '../parts/spot'

/** 成员: who holds which role here; one of them opened, what can be done. */
export default function MembersPage() {
  const spot = spotOf(useRouter().params)
  const now = useNow()
  const { mayGive } = usePosts()
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [told, setTold] = useState('')
  const list = useRows(
    spot && `${spot.communityId}/${spot.gridId ?? ''}`,
    'member.list',
    (cursor) => ({ communityId: spot?.communityId ?? '', gridId: spot?.gridId ?? null, cursor }),
    ({ members }) => members,
  )
  const chosen = list.rows.find(({ membershipId }) => membershipId === chosenId)
  const open = (id: string | null) => {
    setTold('')
    setChosenId(id)
  }
  const done = (word: string) => {
    setTold(word)
    void list.reload()
  }

  if (!spot) return <Nowhere />
  return (
    <Shell title={words.title}>
      <Slot>{told ? <Notice tone="done" icon="check" text={told} /> : null}</Slot>
      <Slot>
        {chosen ? (
          <MemberPanel
            member={chosen}
            now={now}
            mayManage={mayGive(chosen.role, { ...chosen, communityId: spot.communityId })}
            onDone={done}
            onBack={() => open(null)}
          />
        ) : list.rows.length === 0 ? (
          <ListWaiting {...list} icon="person" empty={words.empty} emptyHint={words.emptyHint} />
        ) : (
          <Card>
            {list.rows.map((member) => (
              <Row
                key={member.membershipId}
                id={`member-${member.membershipId}`}
                title={nameOf(member)}
                note={placeWords(
                  roleNames[member.role],
                  member.gridName,
                  member.agencyName,
                  words.states[member.state] || untilWords(member.until, now),
                  member.checked && member.state === 'active' ? words.identity : null,
                )}
                onTap={() => open(member.membershipId)}
              />
            ))}
          </Card>
        )}
      </Slot>
      <Slot>{chosen || list.rows.length === 0 ? null : <More {...list} />}</Slot>
    </Shell>
  )
}
