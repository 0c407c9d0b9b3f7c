import { View } from '@tarojs/components'
import { Facts, type Fact } from '../../../components'
import { HeartPaper, type HeartFace } from '../../../components/heart'
import type { OfferCardView, WishCardView } from '../../../contract'
import { serviceName } from '../../../knowledge/service-names'
import { wishCardPage as words } from '../../../text/wish-card'
import { timesText, wisherText, wishPlaceNames, wishWhoNames } from '../../../text/wish-names'
import { waitedText } from '../../../text/wish-wall'

/** Longer words do not fit on a heart. */
const longestOnLarge = 40

/** A card by itself: a large heart; where there is much on it, a sheet of the same paper, so that all can be read. */
export const CardAlone = ({ face, all }: { readonly face: HeartFace; readonly all: string }) => (
  <View id="card-alone" className="card-alone">
    {all.length <= longestOnLarge ? (
      <HeartPaper {...face} words={all} />
    ) : (
      <View className={`card-sheet heart-${face.colour}`}>
        <View>{all}</View>
        <View className="card-sheet-from">{face.from}</View>
      </View>
    )}
  </View>
)

type Line = readonly [id: string, label: string, value: string]

const factsOf = (lines: readonly Line[]): Fact[] =>
  lines.filter(([, , value]) => value !== '').map(([id, label, value]) => ({ id, label, value }))

const kindsText = (kinds: readonly string[]): string => kinds.map(serviceName).join('、')

/** What a yellow card says beside its words. */
export const WishFacts = ({ card, now }: { readonly card: WishCardView; readonly now: number }) => (
  <Facts
    rows={factsOf([
      ['from', wisherText(card.buildingName), card.stackAt === null ? waitedText(card.hungAt, now) : ''],
      ['kind', words.kind, card.isGoods && card.kinds.length === 0 ? words.goods : kindsText(card.kinds)],
      ['when', words.when, timesText(card.times)],
      ['where', words.where, wishPlaceNames[card.place]],
      ['who', words.who, wishWhoNames[card.who]],
      ['wants', words.wants, card.wants.join('、')],
      ['repeats', words.repeats, card.repeats === 'week' ? words.week : words.once],
      ['places', words.places, words.placesText(card.places, card.taken)],
    ])}
  />
)

/** What a red card says beside its words. */
export const OfferFacts = ({ card, now }: { readonly card: OfferCardView; readonly now: number }) => (
  <Facts
    rows={factsOf([
      ['kind', words.offerKind, kindsText(card.kinds)],
      ['when', words.when, timesText(card.times)],
      ['buildings', words.buildings, card.buildings.length === 0 ? words.allBuildings : card.buildings.join('、')],
      ['limits', words.limits, card.limits.join('、')],
      ['capacity', words.capacity, words.capacityText(card.left)],
      ['waited', words.waited, waitedText(card.hungAt, now)],
    ])}
  />
)
