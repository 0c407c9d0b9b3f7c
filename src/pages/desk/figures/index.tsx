import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead, type Input } from '../../../client'
import { Chips, Notice, Section, Slot, State } from '../../../components'
import { refusalText } from '../../../text'
import { deskFigures as words } from '../../../text/desk-figures'
import { titles } from '../../../text/titles'
import { Waiting } from '../../waiting'
import { BigNumber, Numbers, Shares } from '../parts/figure-shares'
import { Buildings, HandOvers, Matters } from '../parts/figure-lists'
import { Nowhere } from '../parts/nowhere'
import { DeskShell } from '../parts/shell-of'
import { spotOf, type DeskSpot } from '../../desk-spot'

type Days = Input<'request.figures'>['days']
const periods = [7, 30, 90, 365] as const satisfies readonly Days[]
const periodOf = (id: string): Days => periods.find((days) => String(days) === id) ?? 30

/** 办得怎样: how many were in time, how many are solved as residents say, and where it is slow. Of nobody in person. */
export default function DeskFiguresPage() {
  const spot = spotOf(useRouter().params)
  const [days, setDays] = useState<Days>(30)
  if (!spot) return <Nowhere title={titles.deskFigures} />
  return (
    <DeskShell title={titles.deskFigures} spot={spot}>
      <View className="section">
        <Chips
          id="period"
          question={words.which}
          options={periods.map((period) => ({ id: String(period), label: words.periods[period] }))}
          chosen={String(days)}
          onChoose={(id) => setDays(periodOf(id))}
        />
      </View>
      <Figures spot={spot} days={days} />
    </DeskShell>
  )
}

function Figures({ spot, days }: { readonly spot: DeskSpot; readonly days: Days }) {
  const { communityId, gridId } = spot
  const { data, busy, refused, reload } = useRead('request.figures', { communityId, gridId, days })
  if (!data) return <Waiting busy={busy} refused={refused} retry={() => void reload()} />
  const { filed, cut, open, overdue } = data
  return (
    <View id="figures">
      <Slot>{refused ? <Notice tone="wait" icon="offline" text={refusalText[refused]} /> : null}</Slot>
      <Section title={words.now}>
        <Numbers>
          <BigNumber id="open" label={words.open} value={words.pieces(open)} />
          <BigNumber id="overdue" label={words.overdue} value={words.pieces(overdue)} note={words.overdueHint} />
        </Numbers>
      </Section>
      <Slot>
        {filed === 0 ? (
          <State icon="list" title={words.none} hint={words.noneHint} />
        ) : (
          <>
            <Slot>{cut ? <Notice tone="wait" icon="alarm" text={words.cut(filed)} /> : null}</Slot>
            <Shares {...data} />
            <Matters matters={data.matters} />
            <Buildings buildings={data.buildings} spot={spot} />
            <HandOvers handOvers={data.handOvers} />
          </>
        )}
      </Slot>
      <Section title={words.how} id="how">
        <Numbers>
          {words.howLines.map((line) => (
            <View key={line} className="fact">
              {line}
            </View>
          ))}
        </Numbers>
      </Section>
    </View>
  )
}
