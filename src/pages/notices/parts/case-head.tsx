import { View } from '@tarojs/components'
import { Icon, Notice } from '../../../components'
import { restoreSaidBy } from '../../../domain/notice/spans'
import { isOut } from '../../../domain/notice/verbs'
import { noticeProblemTexts } from '../../../text/notice-write'
import { noticeCase as words } from '../../../text/notice-case'
import { soonText } from '../../../text/request-plain'
import type { Shown } from './use-notice-writing'

/** How it stands, whose turn it is, and until when. */
export function CaseHead({ notice, now }: { readonly notice: Shown; readonly now: number }) {
  const { state, duty, isUnread, isSecond, end, problems } = notice
  return (
    <View id="case-head" className="contact contact-main">
      <View id="case-state" className="state-title">
        {words.heads[state]}
      </View>
      {duty ? <Due notice={notice} duty={duty} now={now} /> : null}
      {isUnread ? <Notice tone="wait" icon="people" text={isSecond ? words.unreadYours : words.unread} /> : null}
      {end?.words ? <View>{words.said(end.words)}</View> : null}
      {end?.wordsState === 'waiting' ? <Notice tone="calm" icon="clock" text={words.endWaiting} /> : null}
      {problems.length > 0 && notice.next ? (
        <View id="case-problems">
          <View className="second">{words.problems}</View>
          {problems.map((problem) => (
            <View key={problem} className="field-error">
              {noticeProblemTexts[problem]}
            </View>
          ))}
        </View>
      ) : null}
    </View>
  )
}

interface DueProps {
  readonly notice: Shown
  readonly duty: NonNullable<Shown['duty']>
  readonly now: number
}

function Due({ notice: { state, shown }, duty: { owner, dueAt }, now }: DueProps) {
  const isLate = dueAt < now
  const when = soonText(dueAt, now)
  // What is off and comes back: what has to be done is to say so.
  const isBack = isOut(state) && shown !== null && restoreSaidBy(shown) === dueAt
  const isEnding = isOut(state) && shown !== null && shown.validUntil === dueAt
  const text = isBack
    ? (isLate ? words.lateFor : '') + words.restoreBy(when)
    : isEnding
      ? words.endsAt(when)
      : (isLate ? words.late : words.due)(words.duties[owner], when)
  return (
    <View className="contact-tags">
      <View id="case-due" className={`tag ${isLate ? 'tag-late' : 'tag-wait'}`}>
        <Icon name={isLate ? 'alarm' : 'clock'} />
        {text}
      </View>
    </View>
  )
}
