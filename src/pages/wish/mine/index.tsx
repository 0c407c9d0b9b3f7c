import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useAccount } from '../../../client'
import { Chips } from '../../../components'
import { wishMine as words } from '../../../text/wish-visit'
import { Shell } from '../../shell'
import { Fitting } from '../parts/fitting'
import { Hours } from '../parts/hours'
import { OwnOffers } from '../parts/own-offers'
import { OwnWishes } from '../parts/own-wishes'
import { useOwnCommunity } from '../parts/own-community'

const tabs = ['wishes', 'offers', 'fitting', 'hours'] as const
type Tab = (typeof tabs)[number]

/** 我的卡: one's own wishes and what one helps with; for who helps, the red cards, what fits, and the hours. */
export default function WishMinePage() {
  const { hasRole } = useAccount()
  const { tab: asked } = useRouter().params
  const [tab, setTab] = useState<Tab>(tabs.find((one) => one === asked) ?? 'wishes')
  return (
    <Shell title={words.title}>
      <View>
        {hasRole ? (
          <Chips
            id="tab"
            question={words.show}
            options={tabs.map((id) => ({ id, label: words.tabs[id] }))}
            chosen={tab}
            onChoose={(id) => setTab(tabs.find((one) => one === id) ?? 'wishes')}
          />
        ) : null}
      </View>
      <View id="wish-mine">
        {tab === 'offers' ? (
          <OwnOffers />
        ) : tab === 'fitting' ? (
          <FittingHere />
        ) : tab === 'hours' ? (
          <Hours />
        ) : (
          <OwnWishes />
        )}
      </View>
    </Shell>
  )
}

/** In the community in which they may help; the first, where there are several. */
function FittingHere() {
  const { communityId, waiting } = useOwnCommunity(null)
  return communityId === null ? waiting : <Fitting communityId={communityId} />
}
