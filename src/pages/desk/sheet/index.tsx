import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRows, useWrite } from '../../../client'
import { Button, Card, Chips, Notice, Section, Slot, Tap } from '../../../components'
import { addDays, dayOf, startOf, type Day } from '../../../domain/time/clock'
import { openFile, type Opened } from '../../../platform/open-file'
import { dateText, refusalText } from '../../../text'
import { longDay } from '../../../text/day-sheet'
import { deskSheet as words } from '../../../text/desk-figures'
import { titles } from '../../../text/titles'
import { useNow } from '../../shell'
import { ListWaiting, More } from '../../waiting'
import { DayLine } from '../parts/day-line'
import { Nowhere } from '../parts/nowhere'
import { DeskShell } from '../parts/shell-of'
import { spotOf, type DeskSpot } from '../../desk-spot'

/** 登记表: one day's register to be read, and to be printed as the one on the wall. */
export default function DeskSheetPage() {
  const spot = spotOf(useRouter().params)
  const today = dayOf(useNow())
  const [day, setDay] = useState<Day>(today)
  if (!spot) return <Nowhere title={titles.deskSheet} />
  return (
    <DeskShell title={titles.deskSheet} spot={spot}>
      <View className="second section-hint">{words.lead}</View>
      <DayChoice today={today} day={day} onChoose={setDay} />
      <Sheet key={day} spot={spot} day={day} />
    </DeskShell>
  )
}

const daysShown = 7
const labelOf = (day: Day, today: Day): string => {
  if (day === today) return words.today
  return day === addDays(today, -1) ? words.yesterday : dateText(startOf(day), startOf(today))
}

interface DayChoiceProps {
  readonly today: Day
  readonly day: Day
  readonly onChoose: (day: Day) => void
}

/** A week at a time: nobody has to find their way through a calendar. */
function DayChoice({ today, day, onChoose }: DayChoiceProps) {
  const [last, setLast] = useState(today)
  const days = Array.from({ length: daysShown }, (_, ago) => addDays(last, -ago))
  return (
    <View className="section">
      <Chips
        id="day"
        question={words.which}
        options={days.map((one) => ({ id: one, label: labelOf(one, today) }))}
        chosen={day}
        onChoose={onChoose}
      />
      <View className="chips-options">
        <Tap id="day-earlier" className="link" onTap={() => setLast(addDays(last, -daysShown))}>
          {words.earlier}
        </Tap>
        <Slot>
          {last === today ? null : (
            <Tap id="day-later" className="link" onTap={() => setLast(today)}>
              {words.later}
            </Tap>
          )}
        </Slot>
      </View>
    </View>
  )
}

function Sheet({ spot, day }: { readonly spot: DeskSpot; readonly day: Day }) {
  const now = useNow()
  const { communityId, gridId } = spot
  const list = useRows(
    `${communityId}/${gridId ?? ''}/${day}`,
    'request.day',
    (cursor) => ({ communityId, gridId, day, cursor }),
    ({ requests }) => requests,
  )
  return (
    <>
      <Slot>
        {list.rows.length === 0 ? (
          <ListWaiting {...list} icon="list" empty={words.empty} emptyHint={words.emptyHint} />
        ) : (
          <Section title={longDay(day)} id="lines">
            <Card>
              {list.rows.map((row) => (
                <DayLine key={row.requestId} row={row} now={now} />
              ))}
            </Card>
            <Slot>
              <More {...list} />
            </Slot>
          </Section>
        )}
      </Slot>
      <Slot>{list.rows.length === 0 ? null : <Take spot={spot} day={day} />}</Slot>
    </>
  )
}

/** Takes the sheet along: made by the server, opened by the phone. */
function Take({ spot: { communityId, gridId }, day }: { readonly spot: DeskSpot; readonly day: Day }) {
  const { busy, refused, run } = useWrite('request.sheet')
  const [opened, setOpened] = useState<Opened | null>(null)
  const take = async () => {
    setOpened(null)
    const made = await run({ communityId, gridId, day })
    if (made) setOpened(await openFile(made.file, made.name))
  }
  return (
    <View className="section" id="take">
      <Slot>{refused ? <Notice tone="wait" icon="alarm" text={refusalText[refused]} /> : null}</Slot>
      <Slot>{opened === 'saved' ? <Notice tone="done" icon="check" text={words.saved} /> : null}</Slot>
      <Slot>{opened === 'failed' ? <Notice tone="wait" icon="alarm" text={words.failed} /> : null}</Slot>
      <Button
        id="take-sheet"
        icon="save"
        text={words.make}
        busy={busy ? words.making : false}
        onTap={() => void take()}
      />
      <View className="second section-hint">{words.makeHint}</View>
    </View>
  )
}
