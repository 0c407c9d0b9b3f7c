import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'
import { useRows, type Output } from '../../../client'
import { Card, Row, Section, Slot } from '../../../components'
import { dateText } from '../../../text'
import { complaints as words, complaintKindText, complaintStateText } from '../../../text/content'
import { go, pathTo } from '../../go'
import { Shell, useNow } from '../../shell'
import { ListWaiting, More } from '../../waiting'

type Mine = Output<'complaint.mine'>['complaints'][number]

/** 意见和投诉: the way to write one, and one's own with what became of them. */
export default function ComplaintsPage() {
  const now = useNow()
  const list = useRows(
    'mine',
    'complaint.mine',
    (cursor) => ({ cursor }),
    ({ complaints }) => complaints,
  )
  const isFirst = useRef(true)
  useDidShow(() => {
    // The list reads itself when the page opens; this is for whoever comes back to it.
    if (!isFirst.current) void list.reload()
    isFirst.current = false
  })
  return (
    <Shell title={words.title}>
      <Card>
        <Row
          id="write"
          icon="edit"
          title={words.write}
          note={words.writeHint}
          onTap={() => void go(pathTo('mine/complaint'))}
        />
      </Card>
      <Section title={words.mine} id="complaints">
        {list.rows.length === 0 ? (
          <ListWaiting {...list} icon="check" empty={words.none} emptyHint={words.noneHint} />
        ) : (
          <Card>
            {list.rows.map((row) => (
              <Row
                key={row.complaintId}
                id={`complaint-${row.complaintId}`}
                title={row.words ?? complaintKindText[row.kind].title}
                note={noteOf(row, now)}
                onTap={() => void go(pathTo('mine/complaint-view', `id=${row.complaintId}`))}
              />
            ))}
          </Card>
        )}
        <Slot>{list.rows.length === 0 ? null : <More {...list} />}</Slot>
      </Section>
    </Shell>
  )
}

/** 还没答复 · 11月22日提出 · 最晚11月29日前答复 */
const noteOf = ({ state, filedAt, dueAt }: Mine, now: number): string =>
  [
    complaintStateText[state],
    words.filed(dateText(filedAt, now)),
    ...(state === 'open' ? [words.due(dateText(dueAt, now))] : []),
  ].join(' · ')
