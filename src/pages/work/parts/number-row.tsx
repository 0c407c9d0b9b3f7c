import { View } from '@tarojs/components'
import type { Output } from '../../../client'
import { Slot, Tap } from '../../../components'
import { findMatterName } from '../../../knowledge/names'
import { dial } from '../../../platform/phone'
import { dateText, whenText } from '../../../text'
import { reports as words } from '../../../text/keeper'

export type Report = Output<'report.list'>['reports'][number]

interface NumberRowProps {
  readonly report: Report
  readonly now: number
  /** null: it is answered, or not by whoever looks. */
  readonly onAnswer: (() => void) | null
}

/** What a resident said of a number, and what a keeper made of it. */
export function NumberRow({ report, now, onAnswer }: NumberRowProps) {
  const { reportId, at, kind, agencyName, number, answer } = report
  return (
    <View className="fact" id={`report-${reportId}`}>
      <View className="row-words">
        <View className="second">{words.day(whenText(at, now), words.kinds[kind])}</View>
        <View className="fact-value">{[agencyName, number].filter(Boolean).join(' ')}</View>
        <View className="second">{notesOf(report)}</View>
        <Slot>
          {answer ? (
            <View className="tag tag-done">{`${words.answeredAs[answer.as]} · ${dateText(answer.at, now)}`}</View>
          ) : null}
        </Slot>
      </View>
      <View>
        <Tap
          id={`report-${reportId}-action`}
          className="link"
          label={words.callOf(number)}
          onTap={() => void dial(number)}
        >
          {words.call}
        </Tap>
        {onAnswer ? (
          <Tap id={`answer-${reportId}`} className="link" label={words.answerOf(number)} onTap={onAnswer}>
            {words.answer}
          </Tap>
        ) : null}
      </View>
    </View>
  )
}

function notesOf({ agencyName, stillThere, buildingName, matterId, answer }: Report): string {
  const matter = matterId === null ? undefined : findMatterName(matterId)?.name
  const isOpen = answer === null
  const notes = [
    buildingName && words.at(buildingName),
    matter && words.about(matter),
    isOpen && agencyName === null ? words.gone : isOpen && !stillThere ? words.changed : null,
  ]
  return notes.filter(Boolean).join('；')
}
