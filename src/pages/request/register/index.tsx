import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { myDoor, targetOf, useDoor, useRows, type Output } from '../../../client'
import { Card, Chips, Row, Section, Slot, State } from '../../../components'
import type { DoorView } from '../../../contract'
import { findMatterName } from '../../../knowledge/names'
import { requestRegister as words, requestView } from '../../../text/request'
import { isRunning, requestStatePlain, soonText } from '../../../text/request-plain'
import { requests as tab } from '../../../text/requests'
import { go, pathTo } from '../../go'
import { Shell, useNow } from '../../shell'
import { ListWaiting, More, Waiting } from '../../waiting'

type Line = Output<'request.register'>['requests'][number]

/** 登记表: what was asked for in this building or estate, and how far it is. Nobody's name, room or number. */
export default function RegisterPage() {
  const target = targetOf(useRouter().params) ?? myDoor()?.target ?? null
  const { view, busy, refused, reload } = useDoor(target, 'when-old')
  return (
    <Shell title={words.title} {...(view ? { subtitle: view.place.estateName } : {})}>
      <View>
        {view ? (
          <Register place={view.place} />
        ) : target ? (
          <Waiting busy={busy} refused={refused} retry={() => void reload()} />
        ) : (
          <State
            icon="place"
            title={words.noPlace}
            hint={words.noPlaceHint}
            action={{ text: words.choose, onTap: () => void go(pathTo('door/choose')) }}
          />
        )}
      </View>
    </Shell>
  )
}

function Register({ place: { estateId, buildingId, buildingName } }: Pick<DoorView, 'place'>) {
  const now = useNow()
  const [isWhole, setWhole] = useState(false)
  const [isClosed, setClosed] = useState(false)
  const list = useRows(
    `${isWhole ? estateId : buildingId}/${isClosed}`,
    'request.register',
    (cursor) => ({ estateId, buildingId: isWhole ? null : buildingId, open: !isClosed, cursor }),
    ({ requests }) => requests,
  )
  return (
    <View id="register">
      <View className="second">{words.lead}</View>
      <Chips
        question={words.place}
        options={[
          { id: 'building', label: `${words.building} ${buildingName}` },
          { id: 'estate', label: words.estate },
        ]}
        chosen={isWhole ? 'estate' : 'building'}
        onChoose={(id) => setWhole(id === 'estate')}
      />
      <Chips
        question={words.which}
        options={[
          { id: 'open', label: words.open },
          { id: 'closed', label: words.closed },
        ]}
        chosen={isClosed ? 'closed' : 'open'}
        onChoose={(id) => setClosed(id === 'closed')}
      />
      <Section title={isClosed ? words.closed : words.open}>
        {list.rows.length === 0 ? (
          <ListWaiting
            {...list}
            icon="check"
            empty={words.empty[isClosed ? 'closed' : 'open']}
            emptyHint={words.emptyHint}
          />
        ) : (
          <Card>
            {list.rows.map((row) => (
              <Row
                key={row.requestId}
                id={`request-${row.requestId}`}
                title={titleOf(row)}
                note={noteOf(row, now)}
                onTap={() => void go(pathTo('request/view', `id=${row.requestId}`, 'p=1'))}
              />
            ))}
          </Card>
        )}
        <Slot>{list.rows.length === 0 ? null : <More {...list} />}</Slot>
      </Section>
    </View>
  )
}

const titleOf = ({ isPrivate, matterId }: Line): string =>
  isPrivate ? requestView.private : (findMatterName(matterId ?? '')?.name ?? requestView.unknownMatter)

function noteOf({ place, state, dueAt, agencyName, joined }: Line, now: number): string {
  const when = soonText(dueAt, now)
  const due = isRunning(state) ? (now > dueAt ? tab.late(when) : tab.due(when)) : ''
  const where = [place.buildingName ?? '', place.unitName ?? ''].filter(Boolean).join(' ')
  const people = joined > 0 ? requestView.joined(joined) : ''
  return [where, requestStatePlain[state], agencyName ?? '', due, people].filter(Boolean).join(' · ')
}
