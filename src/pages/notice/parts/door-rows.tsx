import { View } from '@tarojs/components'
import { targetOfPlace, targetQuery } from '../../../client'
import { Button, Card, Row, Section, Slot, State } from '../../../components'
import type { DoorView } from '../../../contract'
import { comingFor } from '../../../domain/notice/at-door'
import { leadOfDoor, listedOf, rowsAtDoor } from '../../../domain/notice/door-row'
import { addDays, dayOf, startOf, weekdayOf, type Day } from '../../../domain/time/clock'
import { common, dateText } from '../../../text'
import { noticeLeadText } from '../../../text/notice-for-me'
import { noticeDoor as words } from '../../../text/notice-page'
import { weekdayNames } from '../../../text/request-plain'
import { go, pathTo } from '../../go'

type Standing = DoorView['notices'][number]

interface DoorRowsProps {
  readonly rows: readonly Standing[]
  readonly view: DoorView
  readonly now: number
  readonly isMore: boolean
  readonly onMore: () => void
}

/** So many at once, of a longest list of fifty. */
const shownAtOnce = 20

/** 今天 周日, 明天 周一, 11月24日 周二. */
function dayText(day: Day, now: number): string {
  const today = dayOf(now)
  const near = day === today ? words.today : day === addDays(today, 1) ? words.tomorrow : dateText(startOf(day), now)
  return words.day(near, weekdayNames[weekdayOf(day)] ?? '')
}

/** What is so now, then what begins later, by its days. Nothing stands here twice. */
export function DoorRows({ rows, view, now, isMore, onMore }: DoorRowsProps) {
  const place = { ...view.place, needs: null }
  const standing = rowsAtDoor(rows, place, now)
  const later = comingFor(
    standing.map((row) => listedOf(row, place.communityId)),
    place,
    now,
  )
    .map(({ day, lines }) => ({ day, ids: lines.filter(({ from }) => from > now).map(({ noticeId }) => noticeId) }))
    .filter(({ ids }) => ids.length > 0)
  const laterIds = new Set(later.flatMap(({ ids }) => ids))
  const present = standing.filter(({ noticeId }) => !laterIds.has(noticeId))
  if (standing.length === 0) return <State icon="bell" title={words.empty} hint={words.emptyHint} />

  const shownNow = isMore ? present : present.slice(0, shownAtOnce)
  const days = isMore ? later : withinFirst(later, shownAtOnce - Math.min(shownAtOnce, present.length))
  const isAll = shownNow.length + days.flatMap(({ ids }) => ids).length >= standing.length
  const rowOf = (row: Standing) => <NoticeRow key={row.noticeId} row={row} view={view} now={now} />
  return (
    <View>
      <Slot>
        {shownNow.length > 0 ? (
          <Section id="present" title={words.now}>
            <Card>{shownNow.map(rowOf)}</Card>
          </Section>
        ) : null}
      </Slot>
      <Slot>
        {days.length > 0 ? (
          <Section id="coming" title={words.coming}>
            {days.map(({ day, ids }, index) => (
              <View key={day} id={`day-${day}`} {...(index === 0 ? {} : { className: 'section' })}>
                <View className="second section-hint">{dayText(day, now)}</View>
                <Card>{standing.filter(({ noticeId }) => ids.includes(noticeId)).map(rowOf)}</Card>
              </View>
            ))}
          </Section>
        ) : null}
      </Slot>
      <Slot>{isAll ? null : <Button id="more" kind="plain" text={common.showMore} onTap={onMore} />}</Slot>
    </View>
  )
}

/** Whole days, as long as there is room. */
function withinFirst<Of extends { readonly ids: readonly string[] }>(days: readonly Of[], room: number): readonly Of[] {
  let left = room
  return days.filter(({ ids }) => {
    const fits = left > 0
    left -= ids.length
    return fits
  })
}

function NoticeRow({ row, view, now }: { readonly row: Standing; readonly view: DoorView; readonly now: number }) {
  const { noticeId, title, isEmergency } = row
  const place = { ...view.place, needs: null }
  const lead = leadOfDoor(row, place, now)
  // The page says above which building it is; where only some units are meant, the line has to say so itself.
  const isSome =
    (lead.kind === 'restored' || lead.kind === 'out') && lead.needs.length === 0 && lead.concern === 'perhaps'
  return (
    <Row
      id={`notice-${noticeId}`}
      icon={isEmergency && lead.kind === 'out' ? 'alarm' : 'bell'}
      title={noticeLeadText(lead, { building: isSome ? view.place.buildingName : null }, now)}
      {...(title === '' ? {} : { note: title })}
      {...(isEmergency && lead.kind === 'out' ? { unread: words.emergency } : {})}
      onTap={() => void go(pathTo('notice/view', `id=${noticeId}`, targetQuery(targetOfPlace(view.place))))}
    />
  )
}
