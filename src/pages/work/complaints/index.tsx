import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRows, type Output, type Spot } from '../../../client'
import { Card, Chips, Row, Slot } from '../../../components'
import { complaintStates, type ComplaintState } from '../../../domain/content/complaint'
import { dateText } from '../../../text'
import {
  complaintKindText,
  complaints as mine,
  complaintStateText,
  workComplaints as words,
} from '../../../text/content'
import { go, pathTo } from '../../go'
import { Shell, useNow } from '../../shell'
import { ListWaiting, More } from '../../waiting'
import { Nowhere } from '../parts/nowhere'
import { useShownAgain } from '../parts/shown-again'
import { spotOf } from '../parts/spot'

type Listed = Output<'complaint.list'>['complaints'][number]

const isState = (id: string): id is ComplaintState => (complaintStates as readonly string[]).includes(id)

/** What residents complained of, for those who answer: those without an answer first, the oldest on top. */
export default function WorkComplaintsPage() {
  const spot = spotOf(useRouter().params)
  const [state, setState] = useState<ComplaintState>('open')
  if (!spot) return <Nowhere />
  return (
    <Shell title={words.title} subtitle={words.unknown}>
      <View className="section">
        <Chips
          question={words.which}
          options={complaintStates.map((id) => ({ id, label: complaintStateText[id] }))}
          chosen={state}
          onChoose={(id) => (isState(id) ? setState(id) : undefined)}
        />
      </View>
      <Complaints key={state} spot={spot} state={state} />
    </Shell>
  )
}

function Complaints({ spot: { communityId, gridId }, state }: { readonly spot: Spot; readonly state: ComplaintState }) {
  const now = useNow()
  const list = useRows(
    `${communityId}/${gridId ?? ''}/${state}`,
    'complaint.list',
    (cursor) => ({ communityId, gridId, state, cursor }),
    ({ complaints }) => complaints,
  )
  useShownAgain(() => void list.reload())
  if (list.rows.length === 0) {
    return <ListWaiting {...list} icon="check" empty={words.empty[state]} emptyHint={words.emptyHint} />
  }
  return (
    <View className="section" id="complaints">
      <Card>
        {list.rows.map((row) => (
          <Row
            key={row.complaintId}
            id={`complaint-${row.complaintId}`}
            title={row.words ?? (row.state === 'withdrawn' ? words.gone : words.hidden)}
            note={noteOf(row, now)}
            onTap={() => void go(pathTo('work/complaint', `id=${row.complaintId}`))}
          />
        ))}
      </Card>
      <Slot>
        <More {...list} />
      </Slot>
    </View>
  )
}

/** 办事、服务没到位 · 11月22日提出 · 最晚11月29日前答复 */
function noteOf({ kind, state, filedAt, dueAt }: Listed, now: number): string {
  const due = now > dueAt ? words.late(dateText(dueAt, now)) : mine.due(dateText(dueAt, now))
  return [complaintKindText[kind].title, mine.filed(dateText(filedAt, now)), ...(state === 'open' ? [due] : [])].join(
    ' · ',
  )
}
