import { View } from '@tarojs/components'
import { useRows, type Output } from '../../../client'
import { Facts, Slot, type Fact } from '../../../components'
import { startOf } from '../../../domain/time/clock'
import { findMatterName } from '../../../knowledge/names'
import { dateText } from '../../../text'
import { reports as words } from '../../../text/keeper'
import { useNow } from '../../shell'
import { ListWaiting, More } from '../../waiting'

type Miss = Output<'miss.list'>['misses'][number]

/** What was searched and not found, the newest day first. */
export function MissList({ communityId }: { readonly communityId: string }) {
  const now = useNow()
  const list = useRows(
    communityId,
    'miss.list',
    (cursor) => ({ communityId, cursor }),
    ({ misses }) => misses,
  )
  return (
    <View className="section" id="misses">
      <View className="second section-hint">{words.missesLead}</View>
      <Slot>
        {list.rows.length === 0 ? (
          <ListWaiting {...list} icon="search" empty={words.noMisses} emptyHint={words.noMissesHint} />
        ) : (
          <Facts rows={list.rows.map((miss) => factOf(miss, now))} />
        )}
      </Slot>
      <Slot>{list.rows.length === 0 ? null : <More {...list} />}</Slot>
    </View>
  )
}

function factOf({ missId, day, outcome, text, count, shown }: Miss, now: number): Fact {
  const matters = shown.flatMap(({ matterId }) => findMatterName(matterId)?.name ?? [])
  const notes = [words.times(count), matters.length > 0 && words.shown(matters.join('、'))]
  return {
    id: `miss-${missId}`,
    label: words.day(dateText(startOf(day), now), words.outcomes[outcome]),
    value: text ?? words.unsaid,
    note: notes.filter(Boolean).join('；'),
  }
}
