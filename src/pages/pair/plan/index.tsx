import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { useRead, type Output } from '../../../client'
import { Button, Card, Notice, Row, Section, Sheet, Slot, State } from '../../../components'
import { refusalText } from '../../../text'
import { pairPlan as words } from '../../../text/pair'
import { soonText } from '../../../text/request-plain'
import { wisherText } from '../../../text/wish-names'
import { ConsentSheet, useConsented } from '../../consent'
import { spotOf, type DeskSpot } from '../../desk-spot'
import { go, pathTo } from '../../go'
import { useNow } from '../../shell'
import { Waiting } from '../../waiting'
import { FitLines } from '../parts/fit-lines'
import { Nowhere, PairShell } from '../parts/spot'

type Plan = Output<'wish.plan'>
type Pair = Plan['pairs'][number]
/** What became of a pair here; a refusal's words where it came to nothing. */
type Fate = 'made' | 'skipped' | { readonly why: string }

/** 结对方案: who could help whom, so that most wishes come true at once. Nothing happens before a tap. */
export default function PairPlanPage() {
  const spot = spotOf(useRouter().params)
  return spot ? <Planned spot={spot} /> : <Nowhere title={words.title} />
}

function Planned({ spot }: { readonly spot: DeskSpot }) {
  const { communityId, gridId } = spot
  const { data, busy, refused, reload } = useRead('wish.plan', { communityId, gridId })
  return (
    <PairShell title={words.title} spot={spot}>
      {data ? (
        <View id="pair-plan">
          <Notice tone="calm" icon="book" text={`${words.hint}${words.looked(data.wishes, data.offers)}`} />
          <Slot>{data.cut ? <Notice tone="wait" icon="alarm" text={words.cut} /> : null}</Slot>
          {data.pairs.length === 0 ? (
            <State icon="check" title={words.empty} hint={words.emptyHint} />
          ) : (
            <Pairs pairs={data.pairs} />
          )}
          <Without without={data.without} />
        </View>
      ) : (
        <Waiting busy={busy} refused={refused} retry={() => void reload()} />
      )}
    </PairShell>
  )
}

function Pairs({ pairs }: { readonly pairs: readonly Pair[] }) {
  const now = useNow()
  const acting = useConsented('wish.act')
  const [fates, setFates] = useState<Readonly<Record<string, Fate>>>({})
  const [isAsking, setAsking] = useState(false)
  const [done, setDone] = useState<{ readonly done: number; readonly of: number } | null>(null)
  const refusal = useRef(acting.refused)
  refusal.current = acting.refused
  const left = pairs.filter(({ wishId }) => fates[wishId] === undefined)
  const fate = (wishId: string, what: Fate) => setFates((before) => ({ ...before, [wishId]: what }))

  /** One write for each pair: what fails for one is said, and the others go on. */
  const propose = async ({ wishId, seen, offers }: Pair): Promise<boolean> => {
    const deed = { verb: 'propose' as const, offerIds: offers.map(({ offerId }) => offerId), words: null }
    const made = await acting.run({ wishId, seen, deed, note: null })
    // The refusal is on the page's state only after the next turn.
    await Promise.resolve()
    fate(wishId, made ? 'made' : { why: refusalText[refusal.current ?? 'conflict'] })
    return made !== null
  }
  const proposeAll = async () => {
    setAsking(false)
    let count = 0
    for (const one of left) {
      setDone({ done: count, of: left.length })
      await propose(one)
      count += 1
    }
    setDone(null)
  }
  const made = Object.values(fates).filter((one) => one === 'made').length
  const failed = Object.values(fates).filter((one) => typeof one === 'object').length
  return (
    <View>
      <ConsentSheet of={acting} />
      <Slot>{made > 0 && !done ? <Notice tone="done" icon="check" text={words.done(made)} /> : null}</Slot>
      <Slot>{failed > 0 && !done ? <Notice tone="wait" icon="alarm" text={words.failed(failed)} /> : null}</Slot>
      {pairs.map((pair) => (
        <PairCard
          key={pair.wishId}
          {...{ pair, now, fate: fates[pair.wishId] ?? null, busy: acting.busy || done !== null }}
          onPropose={() => void propose(pair)}
          onSkip={() => fate(pair.wishId, 'skipped')}
        />
      ))}
      <Slot>
        {left.length > 1 || done ? (
          <View className="section">
            <Button
              id="plan-all"
              text={words.all(left.length)}
              busy={done ? words.doing(done.done, done.of) : false}
              onTap={() => setAsking(true)}
            />
          </View>
        ) : null}
      </Slot>
      {isAsking ? (
        <Sheet
          id="plan-ask"
          title={words.allAsk(left.length)}
          text={words.allText}
          main={{ text: words.allYes, onTap: () => void proposeAll() }}
          other={{ text: words.back, onTap: () => setAsking(false) }}
        />
      ) : null}
    </View>
  )
}

interface PairCardProps {
  readonly pair: Pair
  readonly now: number
  readonly fate: Fate | null
  readonly busy: boolean
  readonly onPropose: () => void
  readonly onSkip: () => void
}

function PairCard({ pair, now, fate, busy, onPropose, onSkip }: PairCardProps) {
  const { wishId, wish, buildingName, hungAt, offers } = pair
  return (
    <View className="section" id={`pair-${wishId}`}>
      <Card>
        <View className="fact">
          <View className="row-words">
            <View>{wish}</View>
            <View className="second">{`${wisherText(buildingName)} · ${soonText(hungAt, now)}`}</View>
          </View>
        </View>
        {offers.map((fit) => (
          <View key={fit.offerId} className="fact">
            <View className="row-words">
              <View>{fit.words}</View>
              <FitLines fit={fit} />
            </View>
          </View>
        ))}
        <View className="fact">
          {fate === null ? (
            <View className="pair">
              <Button id={`plan-${wishId}`} text={words.one} disabled={busy} onTap={onPropose} />
              <Button id={`skip-${wishId}`} kind="plain" text={words.skip} disabled={busy} onTap={onSkip} />
            </View>
          ) : (
            <View className="second">
              {fate === 'made' ? words.made : fate === 'skipped' ? words.skipped : fate.why}
            </View>
          )}
        </View>
      </Card>
    </View>
  )
}

function Without({ without }: { readonly without: Plan['without'] }) {
  if (without.length === 0) return <View />
  return (
    <Section id="plan-without" title={words.without}>
      <Card>
        {without.map(({ wishId, wish, why }) => (
          <Row
            key={wishId}
            id={`without-${wishId}`}
            title={wish}
            note={words.why[why] ?? words.why['no-fit'] ?? ''}
            onTap={() => void go(pathTo('pair/card', `id=${wishId}`))}
          />
        ))}
      </Card>
    </Section>
  )
}
