import { View } from '@tarojs/components'
import type { Output } from '../../../client'
import { Icon, Tap } from '../../../components'
import { noticeKindNames, noticeOwnerNames, noticeStateNames } from '../../../text/notice-names'
import { untilText, weekdaySaying } from '../../../text/notice-when'
import { noticeDesk as words } from '../../../text/notice-write'
import { soonText } from '../../../text/request-plain'

export type NoticeRow = Output<'notice.list'>['notices'][number]

/** Until when somebody has to do something: a word, a shape and a colour; empty where it is over. */
function Due({ row: { duty }, now }: { readonly row: NoticeRow; readonly now: number }) {
  if (duty === null) return null
  const isLate = duty.dueAt < now
  const say = isLate ? words.late : words.due
  return (
    <View className={`tag ${isLate ? 'tag-late' : 'tag-wait'}`}>
      <Icon name={isLate ? 'alarm' : 'clock'} />
      {say(noticeOwnerNames[duty.owner], soonText(duty.dueAt, now))}
    </View>
  )
}

interface NoticeRowProps {
  readonly row: NoticeRow
  readonly now: number
  readonly onTap: () => void
}

/** One notice of a desk: its title, how it stands, and until when somebody has to act. */
export function NoticeLine({ row, now, onTap }: NoticeRowProps) {
  const { noticeId, title, about, state, isEmergency, isUnread, mine, questions, validUntil } = row
  const isOut = state === 'out' || state === 'changing'
  const signs = [
    isEmergency ? words.emergency : '',
    isUnread ? words.unread : '',
    questions > 0 ? words.questions(questions) : '',
    mine ? words.mine : '',
  ].filter(Boolean)
  return (
    <Tap id={`notice-${noticeId}`} className="row" onTap={onTap}>
      <View className="row-words">
        <View>{title === '' ? words.noTitle : title}</View>
        <View className="second">
          {[
            noticeKindNames[about.kind],
            noticeStateNames[state],
            isOut ? words.until(untilText(validUntil, weekdaySaying(now))) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </View>
        <View className="contact-tags">
          <Due row={row} now={now} />
          {signs.map((sign) => (
            <View key={sign} className={`tag ${sign === words.emergency ? 'tag-late' : 'tag-calm'}`}>
              {sign}
            </View>
          ))}
        </View>
      </View>
      <Icon name="next" />
    </Tap>
  )
}
