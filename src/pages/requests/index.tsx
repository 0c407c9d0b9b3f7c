import { View } from '@tarojs/components'
import { useState } from 'react'
import { isSomebody, myDoor, useRows, type Output } from '../../client'
import { useTabMark } from '../../client/messages'
import { Button, Card, Row, Section } from '../../components'
import { findMatterName } from '../../knowledge/names'
import { isRunning, requestStatePlain, soonText } from '../../text/request-plain'
import { requests as words } from '../../text/requests'
import { go, pathTo } from '../go'
import { placeName } from '../place'
import { Shell, useNow, useReturn } from '../shell'
import { ListWaiting, More } from '../waiting'

type Mine = Output<'request.mine'>['requests'][number]

/** So many are shown at once; the rest on a tap. */
const firstShown = 3

/** 诉求: from here a resident files a request, and follows their own. It lies in the main package: thin on purpose. */
export default function RequestsPage() {
  useTabMark({ first: false })
  const [door, setDoor] = useState(myDoor)
  useReturn(() => setDoor(myDoor()))
  return (
    <Shell title={words.title}>
      <View id="requests">
        <View className="second">{words.lead}</View>
        <View className="section">
          <Button id="write" icon="edit" text={words.write} onTap={() => void go(pathTo('request/form'))} />
        </View>
        <View className="section">
          <Card>
            <Row
              id="register"
              icon="list"
              title={words.register}
              note={door ? `${placeName(door)} · ${words.registerHint}` : words.registerNoDoor}
              onTap={() => void go(pathTo('request/register'))}
            />
          </Card>
        </View>
        <Mine />
      </View>
    </Shell>
  )
}

/** The newest of one's own and of those that one joined. A plain visitor's phone asks nothing. */
function Mine() {
  const now = useNow()
  const [isAll, setAll] = useState(false)
  const [known, setKnown] = useState(isSomebody)
  const list = useRows(
    known ? 'mine' : null,
    'request.mine',
    (cursor) => ({ cursor }),
    ({ requests }) => requests,
  )
  useReturn(() => {
    setKnown(isSomebody())
    void list.reload()
  })
  const { rows } = list
  const shown = isAll ? rows : rows.slice(0, firstShown)
  return (
    <Section id="mine" title={words.mine}>
      {rows.length === 0 ? (
        <ListWaiting {...list} icon="edit" empty={words.none} emptyHint={words.noneHint} />
      ) : (
        <Card>
          {shown.map((row) => (
            <Row
              key={row.requestId}
              id={`request-${row.requestId}`}
              title={findMatterName(row.matterId ?? '')?.name ?? row.words}
              note={noteOf(row, now)}
              onTap={() => void go(pathTo('request/view', `id=${row.requestId}`))}
            />
          ))}
          {shown.length < rows.length ? <Row id="all" title={words.all} end="none" onTap={() => setAll(true)} /> : null}
        </Card>
      )}
      {isAll ? <More {...list} /> : null}
    </Section>
  )
}

function noteOf({ state, dueAt, mine }: Mine, now: number): string {
  const when = soonText(dueAt, now)
  const due = isRunning(state) ? (now > dueAt ? words.late(when) : words.due(when)) : ''
  return [mine ? '' : words.joined, requestStatePlain[state], due].filter(Boolean).join(' · ')
}
