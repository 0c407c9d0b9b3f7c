import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useRows, type Output } from '../../../client'
import { Facts, Slot, type Fact } from '../../../components'
import { whenText } from '../../../text'
import { auditVerbNames, audits as words } from '../../../text/keeper'
import { Shell, useNow } from '../../shell'
import { ListWaiting, More } from '../../waiting'
import { Nowhere } from '../parts/nowhere'
import { spotOf } from '../parts/spot'

type Line = Output<'audit.list'>['audits'][number]

/** 操作记录: who did what with people's data and roles, for the secretary. Read only. */
export default function AuditsPage() {
  const spot = spotOf(useRouter().params)
  const now = useNow()
  const list = useRows(
    spot && spot.communityId,
    'audit.list',
    (cursor) => ({ communityId: spot?.communityId ?? '', cursor }),
    ({ audits }) => audits,
  )
  if (!spot) return <Nowhere />
  return (
    <Shell title={words.title}>
      <View className="section second">{words.lead}</View>
      <Slot>
        {list.rows.length === 0 ? (
          <ListWaiting {...list} icon="book" empty={words.empty} emptyHint={words.emptyHint} />
        ) : (
          <View className="section" id="audits">
            <Facts rows={list.rows.map((line) => factOf(line, now))} />
          </View>
        )}
      </Slot>
      <Slot>{list.rows.length === 0 ? null : <More {...list} />}</Slot>
    </Shell>
  )
}

function factOf({ auditId, at, role, name, verb, about, why }: Line, now: number): Fact {
  const done = auditVerbNames[verb]
  return {
    id: `audit-${auditId}`,
    label: words.when(whenText(at, now), words.who(role, name)),
    value: about ? words.about(done, about) : done,
    ...(why ? { note: words.why(why) } : {}),
  }
}
