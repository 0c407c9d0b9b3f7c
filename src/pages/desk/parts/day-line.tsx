import { View } from '@tarojs/components'
import type { Output } from '../../../client'
import { findMatterName } from '../../../knowledge/names'
import { daySheet, dueWords } from '../../../text/day-sheet'
import { deskSheet as words } from '../../../text/desk-figures'
import { stepText } from '../../../text/request-events'
import { clockText } from '../../../text/time'

type Line = Output<'request.day'>['requests'][number]

/** One line of the day's register, as on paper, each column in its words. */
export function DayLine({ row, now }: { readonly row: Line; readonly now: number }) {
  const { requestId, number, filedAt, place, source, agencyName, isPrivate, dueAt, endedAt, opinion } = row
  const where = [place.estateName, place.buildingName, place.unitName].filter(Boolean).join(' ')
  const whose = agencyName ?? (isPrivate ? daySheet.hidden : daySheet.leader)
  const times = [
    words.due(dueWords(dueAt, now)),
    ...(endedAt === null ? [] : [words.ended(dueWords(endedAt, now))]),
    ...(opinion === null ? [] : [words.opinion(daySheet.opinions[opinion])]),
  ]
  return (
    <View className="fact" id={`line-${requestId}`}>
      <View className="row-words">
        <View className="second">{[number, clockText(filedAt), words.from(daySheet.sources[source])].join(' · ')}</View>
        <View>{matterOf(row)}</View>
        {isPrivate ? null : <View className="fact-value">{row.words ?? daySheet.hiddenWords}</View>}
        <View className="second">{[where, words.agency(whose)].join(' · ')}</View>
        <View className="second">{progressOf(row, now)}</View>
        <View className="second">{times.join(' · ')}</View>
      </View>
    </View>
  )
}

function matterOf({ isPrivate, matterId }: Line): string {
  if (isPrivate) return daySheet.hidden
  return (matterId === null ? undefined : findMatterName(matterId))?.name ?? daySheet.otherMatter
}

function progressOf({ state, last, agencyName }: Line, now: number): string {
  const step = last && stepText(last, { now, isOwner: false, agencyName })
  return daySheet.progress(state, step, last?.words ?? null)
}
