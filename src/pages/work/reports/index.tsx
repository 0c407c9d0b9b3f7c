import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Chips, Slot } from '../../../components'
import { reports as words } from '../../../text/keeper'
import { Shell } from '../../shell'
import { MissList } from '../parts/miss-list'
import { Nowhere } from '../parts/nowhere'
import { NumberList } from '../parts/number-list'
import { spotOf } from '../parts/spot'

const tabs = ['numbers', 'misses'] as const
type Tab = (typeof tabs)[number]

/** 号码和搜索的反馈: which numbers do not answer, and what people did not find. */
export default function ReportsPage() {
  const spot = spotOf(useRouter().params)
  const [tab, setTab] = useState<Tab>('numbers')
  if (!spot) return <Nowhere />
  return (
    <Shell title={words.title}>
      <View className="section">
        <Chips
          question={words.which}
          options={tabs.map((id) => ({ id, label: words.tabs[id] }))}
          chosen={tab}
          onChoose={(id) => setTab(id === 'misses' ? 'misses' : 'numbers')}
        />
      </View>
      <Slot>{tab === 'numbers' ? <NumberList spot={spot} /> : <MissList communityId={spot.communityId} />}</Slot>
    </Shell>
  )
}
