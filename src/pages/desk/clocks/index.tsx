import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead, type Output } from '../../../client'
import { usePosts } from '../../../client/use-posts'
import { Facts, Notice, Section, Slot, type Fact } from '../../../components'
import { nationalAllowances } from '../../../domain/request/allowances'
import { hour } from '../../../domain/time/clock'
import { refusalText } from '../../../text'
import { requestClassNames } from '../../../text/desk'
import { deskClocks as words, timeText } from '../../../text/desk-figures'
import { titles } from '../../../text/titles'
import { Waiting } from '../../waiting'
import { clockPurposes, kindOf, TightenSheet, type ClockRow, type Purpose } from '../parts/tighten-sheet'
import { Nowhere } from '../parts/nowhere'
import { DeskShell } from '../parts/shell-of'
import { spotOf } from '../../desk-spot'

interface Changing {
  readonly row: ClockRow
  readonly purpose: Purpose
}

/** 办理时限: how long each class may take here, beside what holds everywhere; secretaries promise more. */
export default function DeskClocksPage() {
  const spot = spotOf(useRouter().params)
  const { may } = usePosts()
  const communityId = spot?.communityId ?? ''
  const { data, busy, refused, reload } = useRead('request.clocks', spot ? { communityId } : null)
  const [newest, setNewest] = useState<Output<'request.tighten'> | null>(null)
  const [changing, setChanging] = useState<Changing | null>(null)
  if (!spot) return <Nowhere title={titles.deskClocks} />
  const mayChange = may('request.tighten', { communityId, gridId: null })
  const clocks = (newest ?? data)?.clocks
  const saved = (outcome: Output<'request.tighten'>) => {
    setNewest(outcome)
    setChanging(null)
  }
  return (
    <DeskShell title={titles.deskClocks} spot={spot}>
      <View className="second section-hint">{mayChange ? words.lead : words.leadRead}</View>
      <Slot>{newest ? <Notice tone="done" icon="check" text={words.saved} /> : null}</Slot>
      <Slot>{data && refused ? <Notice tone="wait" icon="offline" text={refusalText[refused]} /> : null}</Slot>
      <Slot>
        {clocks ? (
          <View id="clocks">
            {clocks.map((row) => (
              <Section key={row.class} title={requestClassNames[row.class]} hint={words.hints[row.class]}>
                <Facts
                  rows={clockPurposes.map((purpose) =>
                    factOf(row, purpose, mayChange ? () => setChanging({ row, purpose }) : null),
                  )}
                />
              </Section>
            ))}
          </View>
        ) : (
          <Waiting busy={busy} refused={refused} retry={() => void reload()} />
        )}
      </Slot>
      <Slot>
        {changing ? (
          <TightenSheet {...changing} communityId={communityId} onSaved={saved} onClose={() => setChanging(null)} />
        ) : null}
      </Slot>
    </DeskShell>
  )
}

function factOf(row: ClockRow, purpose: Purpose, change: (() => void) | null): Fact {
  const kind = kindOf(row.class, purpose)
  const time = (hours: number) => timeText(hours * hour, kind)
  const isMost = row[purpose] === row.most[purpose]
  const grid = nationalAllowances[row.class].resolution
  const notes = [
    isMost ? words.asMost : words.most(time(row.most[purpose])),
    ...(purpose === 'resolution' && grid.street.time !== grid.grid.time ? [words.street] : []),
  ]
  return {
    id: `${row.class}-${purpose}`,
    label: words[purpose],
    value: words.within(time(row[purpose])),
    note: notes.join('；'),
    ...(change
      ? {
          action: {
            text: words.change,
            label: words.changeOf(requestClassNames[row.class], words[purpose]),
            onTap: change,
          },
        }
      : {}),
  }
}
