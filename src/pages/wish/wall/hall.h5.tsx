import { View } from '@tarojs/components'
import { useState } from 'react'
import { HeartPaper, type HeartFace } from '../../../components/heart'
import { clockText } from '../../../text'
import { backFrom, backTop, backWords, hall as words } from '../../../text/wish-card'
import { shortened, wishWall } from '../../../text/wish-wall'
import { offerFace, wishFace } from '../../wish-hearts'
import { emptyDeck, faceAt, hallPlaces, hallZones, turnsOf, type HallDeck, type HallZone } from './hall-faces'
import { useHall, type HallWall } from './use-hall'
import './hall.scss'

interface HallScreenProps {
  readonly communityId: string
  readonly communityName: string
}

const titles: Readonly<Record<HallZone, string>> = { wishes: words.wishes, offers: words.offers, pairs: words.pairs }

/** The wall on the screen in the hall: nobody touches it, so nothing on it can be pressed; the keyboard's space stops it. */
export function HallScreen({ communityId, communityName }: HallScreenProps) {
  const { wall, isStale, tick, isPaused } = useHall(communityId)
  const deck = wall ? deckOf(wall) : emptyDeck
  const note = isPaused ? words.paused : isStale && wall ? words.stale(clockText(wall.at)) : words.lead
  return (
    <View id="hall" className="page hall">
      <View className="hall-head">
        <View className="hall-title">{words.title(communityName)}</View>
        <View id="hall-note">{note}</View>
        <View id="hall-paired" className="hall-paired">
          {wall && wall.paired > 0 ? wishWall.paired(wall.paired) : ''}
        </View>
      </View>
      <View className="hall-zones">
        {hallZones.map((zone) => (
          <View key={zone} id={`hall-${zone}`} className={`hall-zone hall-of-${zone}`}>
            <View className="hall-zone-title">{titles[zone]}</View>
            <View className="hall-places">
              {Array.from({ length: hallPlaces[zone] }, (_, place) => (
                <Place key={place} {...{ deck, zone, place }} turns={turnsOf(place, tick)} />
              ))}
            </View>
          </View>
        ))}
      </View>
    </View>
  )
}

interface PlaceProps {
  readonly deck: HallDeck
  readonly zone: HallZone
  readonly place: number
  readonly turns: number
}

interface Sides {
  readonly turns: number
  readonly isTurned: boolean
  readonly front: HeartFace | null
  readonly back: HeartFace | null
}

const empty: HeartFace = { colour: 'wish', top: '', words: words.empty, from: '', foot: '' }
const isSame = (one: HeartFace | null, other: HeartFace | null) => JSON.stringify(one) === JSON.stringify(other)

/** One place on the wall. What comes next is written on the side that nobody sees; then the card turns. */
function Place({ deck, zone, place, turns }: PlaceProps) {
  const next = faceAt(deck, zone, place, turns)
  const [sides, setSides] = useState<Sides>({ turns, isTurned: false, front: next, back: null })
  const seen = sides.isTurned ? sides.back : sides.front
  // A wall that was read anew shows in a place when its turn comes, or at once where nothing hung.
  if ((turns !== sides.turns || seen === null) && !isSame(seen, next)) {
    const isTurned = seen === null ? sides.isTurned : !sides.isTurned
    setSides({
      turns,
      isTurned,
      ...(isTurned ? { front: sides.front, back: next } : { front: next, back: sides.back }),
    })
  } else if (turns !== sides.turns) setSides({ ...sides, turns })
  if (!seen) return <View className="hall-place hall-none">{zone === 'pairs' ? words.noPairs : words.empty}</View>
  return (
    <View className={zone === 'pairs' ? 'hall-place glued' : 'hall-place'}>
      <View className={sides.isTurned ? 'glued-card glued-turned' : 'glued-card'}>
        <View className="hall-side">
          <HeartPaper {...(sides.front ?? empty)} />
        </View>
        <View className="hall-side hall-side-back">
          <HeartPaper {...(sides.back ?? empty)} />
        </View>
      </View>
    </View>
  )
}

function deckOf({ wishes, offers, pairs, at }: HallWall): HallDeck {
  return {
    wishes: wishes.map((card) => [{ ...wishFace(card, at), foot: '' }]),
    offers: offers.map((card) => [offerFace(card)]),
    pairs: pairs.map((card) => [
      { ...wishFace(card, at), from: card.buildingName, foot: '' },
      {
        ...{ colour: 'offer' as const, top: backTop(card), words: shortened(backWords(card)) },
        ...{ from: backFrom(card, at), foot: '' },
      },
    ]),
  }
}
