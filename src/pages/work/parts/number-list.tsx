import { View } from '@tarojs/components'
import { useRows, type Output } from '../../../client'
import { Facts, Slot, type Fact } from '../../../components'
import { findMatterName } from '../../../knowledge/names'
import { dial } from '../../../platform/phone'
import { whenText } from '../../../text'
import { reports as words } from '../../../text/keeper'
import { useNow } from '../../shell'
import { ListWaiting, More } from '../../waiting'

type Report = Output<'report.list'>['reports'][number]

/** The numbers that residents said are wrong or not answered, the newest first; each can be tried. */
export function NumberList({ communityId }: { readonly communityId: string }) {
  const now = useNow()
  const list = useRows(
    communityId,
    'report.list',
    (cursor) => ({ communityId, cursor }),
    ({ reports }) => reports,
  )
  return (
    <View className="section" id="numbers">
      <View className="second section-hint">{words.numbersLead}</View>
      <Slot>
        {list.rows.length === 0 ? (
          <ListWaiting {...list} icon="phone" empty={words.noNumbers} emptyHint={words.noNumbersHint} />
        ) : (
          <Facts rows={list.rows.map((report) => factOf(report, now))} />
        )}
      </Slot>
      <Slot>{list.rows.length === 0 ? null : <More {...list} />}</Slot>
    </View>
  )
}

function factOf(report: Report, now: number): Fact {
  const { reportId, at, kind, agencyName, number, stillThere, buildingName, matterId } = report
  const matter = matterId === null ? undefined : findMatterName(matterId)?.name
  const notes = [
    buildingName && words.at(buildingName),
    matter && words.about(matter),
    agencyName === null ? words.gone : stillThere ? null : words.changed,
  ]
  return {
    id: `report-${reportId}`,
    label: words.day(whenText(at, now), words.kinds[kind]),
    value: [agencyName, number].filter(Boolean).join(' '),
    note: notes.filter(Boolean).join('；'),
    action: { text: words.call, label: words.callOf(number), onTap: () => void dial(number) },
  }
}
