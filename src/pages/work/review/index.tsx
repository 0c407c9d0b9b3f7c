import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRows, useWrite, type Spot } from '../../../client'
import { Slot } from '../../../components'
import { review as words } from '../../../text/content'
import { Shell, useNow } from '../../shell'
import { ListWaiting, More } from '../../waiting'
import { CheckCard, type Waiting } from '../parts/check-card'
import { Nowhere } from '../parts/nowhere'
import { spotOf } from '../parts/spot'
import { WhySheet } from '../parts/why-sheet'

/** 要看的内容: what the content check left to people, the most urgent first. */
export default function ReviewPage() {
  const spot = spotOf(useRouter().params)
  if (!spot) return <Nowhere />
  return (
    <Shell title={words.title} subtitle={words.lead}>
      <Queue spot={spot} />
    </Shell>
  )
}

interface Deciding {
  readonly check: Waiting
  readonly shown: boolean
}

function Queue({ spot: { communityId, gridId } }: { readonly spot: Spot }) {
  const now = useNow()
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  const [decided, setDecided] = useState<Readonly<Record<string, 'passed' | 'refused'>>>({})
  const { busy, refused, run, clear } = useWrite('check.decide')
  const list = useRows(
    `${communityId}/${gridId ?? ''}`,
    'check.list',
    (cursor) => ({ communityId, gridId, cursor }),
    ({ checks }) => checks,
  )
  const ask = (check: Waiting, shown: boolean) => {
    clear()
    setDeciding({ check, shown })
  }
  const decide = async ({ check: { checkId }, shown }: Deciding, why: string) => {
    const done = await run({ checkId, shown, why })
    if (!done) return
    setDecided((before) => ({ ...before, [checkId]: done.state }))
    setDeciding(null)
  }
  if (list.rows.length === 0) {
    return <ListWaiting {...list} icon="check" empty={words.empty} emptyHint={words.emptyHint} />
  }
  return (
    <View className="section" id="checks">
      <Slot>
        {list.rows.map((check) => (
          <View key={check.checkId} className="section">
            <CheckCard
              check={check}
              decided={decided[check.checkId] ?? null}
              now={now}
              onDecide={(shown) => ask(check, shown)}
            />
          </View>
        ))}
      </Slot>
      <Slot>
        <More {...list} />
      </Slot>
      {deciding ? (
        <WhySheet
          id="decide"
          title={deciding.shown ? words.yesTitle : words.noTitle}
          text={deciding.shown ? words.yesText : words.noText}
          reasons={deciding.shown ? words.yesReasons : words.noReasons}
          yes={deciding.shown ? words.yes : words.no}
          no={words.back}
          busy={busy}
          refused={refused}
          onYes={(why) => void decide(deciding, why)}
          onClose={() => setDeciding(null)}
        />
      ) : null}
    </View>
  )
}
