import { View } from '@tarojs/components'
import { Icon, Tap } from '../../../components'
import { findMatterName } from '../../../knowledge/names'
import { desk as words, deskMarks as marks } from '../../../text/desk'
import { requestStateNames } from '../../../text/request-names'
import { dueOf, type DeskRow, type Due } from './due'

/** 下水道堵了 */
export const matterTitle = (matterId: string | null): string =>
  (matterId === null ? undefined : findMatterName(matterId))?.name ?? words.unknownMatter

type Place = DeskRow['place']
/** 5号楼 2单元 · 三层楼梯口 */
export const placeText = ({ estateName, buildingName, unitName, spot }: Place): string =>
  [[estateName, buildingName, unitName ?? ''].filter(Boolean).join(' '), spot ?? ''].filter(Boolean).join(' · ')

const looks: Readonly<Record<Due['tone'], { readonly className: string; readonly icon: string }>> = {
  late: { className: 'tag tag-late', icon: 'alarm' },
  soon: { className: 'tag tag-wait', icon: 'clock' },
  calm: { className: 'tag tag-calm', icon: 'check' },
}

/** When it is due: a word, a shape and a colour. */
export const DueTag = ({ due: { tone, text } }: { readonly due: Due }) => (
  <View className={looks[tone].className}>
    <Icon name={looks[tone].icon} />
    {text}
  </View>
)

interface DeskRowProps {
  readonly row: DeskRow
  readonly now: number
  readonly onTap: () => void
}

/** One request of a desk: what, where, how it stands, and until when. */
export function RequestRow({ row, now, onTap }: DeskRowProps) {
  const { requestId, number, matterId, place, state, agencyName, joined, supervised, mustCallBack, tasks } = row
  const due = dueOf(row, now)
  const signs = [
    supervised ? marks.supervised : '',
    mustCallBack ? marks.callBack : '',
    joined > 0 ? marks.joined(joined) : '',
    tasks > 0 ? marks.tasks(tasks) : '',
  ].filter(Boolean)
  const stands = [requestStateNames[state], agencyName ?? words.gridLeader].join(' · ')
  return (
    <Tap id={`request-${requestId}`} className="row" onTap={onTap}>
      <View className="row-words">
        <View>{matterId === null && row.words ? row.words : matterTitle(matterId)}</View>
        <View className="second">{placeText(place)}</View>
        <View className="second">{stands}</View>
        <View className="contact-tags">
          {due ? <DueTag due={due} /> : null}
          {signs.map((sign) => (
            <View key={sign} className="tag tag-calm">
              {sign}
            </View>
          ))}
          <View className="second">{number}</View>
        </View>
      </View>
      <Icon name="next" />
    </Tap>
  )
}
