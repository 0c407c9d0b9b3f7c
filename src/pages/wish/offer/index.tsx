import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useDraft } from '../../../client/use-draft'
import { offerForm as words } from '../../../text/wish'
import { Shell } from '../../shell'
import { emptyOffer } from '../parts/offer-fields'
import { OfferForm } from '../parts/offer-form'
import { useOwnCommunity } from '../parts/own-community'

/** 我能帮忙: a red card, one's own, or by the office for a member without a phone. */
export default function WishOfferPage() {
  const { params } = useRouter()
  const isOffice = params.behalf === 'office'
  const { communityId, waiting } = useOwnCommunity(params.c || null)
  const draft = useDraft(isOffice ? 'offer-office' : 'offer-new', emptyOffer)
  return (
    <Shell title={words.title} subtitle={isOffice ? words.officeLead : words.lead}>
      <View id="wish-offer">
        {communityId === null ? waiting : <OfferForm given={{ communityId, isOffice }} draft={draft} />}
      </View>
    </Shell>
  )
}
