import { View } from '@tarojs/components'
import { Tap } from './tap'

/** What stands on one side of a card. */
export interface HeartFace {
  /** wish: the yellow card (居民点单); offer: the red one (党员接单). */
  readonly colour: 'wish' | 'offer'
  /** What it is about, in a word: the first line. */
  readonly top: string
  /** As short as fits on three lines. */
  readonly words: string
  /** The line below. */
  readonly from: string
  /** What can be done with it, in the tip; may be empty. */
  readonly foot: string
}

/** A heart cut of paper with its words. */
export const HeartPaper = ({ colour, top, words, from, foot }: HeartFace) => (
  <View className={`heart-paper heart-${colour}`}>
    <View className="heart-line">{top}</View>
    <View className="heart-words">{words}</View>
    <View className="heart-line">{from}</View>
    {foot === '' ? null : <View className="heart-line heart-foot">{foot}</View>}
  </View>
)

/** A card on the wall; a tap opens it. */
export const Heart = ({ id, onTap, ...face }: HeartFace & { readonly id: string; readonly onTap: () => void }) => (
  <Tap id={id} className="heart" onTap={onTap}>
    <HeartPaper {...face} />
  </Tap>
)

/**
 * A pair, glued back to back: a tap turns it over. To a screen reader only the side in sight is there; a thread that runs
 * through both says the same as the colours.
 */
export const PairedHeart = ({
  id,
  front,
  back,
  isTurned,
  onTap,
}: {
  readonly id: string
  readonly front: HeartFace
  readonly back: HeartFace
  readonly isTurned: boolean
  readonly onTap: () => void
}) => {
  const { top, words, from, foot } = isTurned ? back : front
  return (
    <Tap id={id} className="heart glued" label={[top, words, from, foot].filter(Boolean).join('，')} onTap={onTap}>
      <View className={isTurned ? 'glued-card glued-turned' : 'glued-card'}>
        <HeartPaper {...front} />
        <HeartPaper {...back} />
      </View>
    </Tap>
  )
}

/** Space between two cards (px), as the style sheet has it. */
export const heartGap = 12

/**
 * How high a heart is (px): the same for all, whatever its words, so that a long wall knows where each stands without
 * measuring. It grows with the type, as the style sheet's sizes do.
 */
export const heartHeight = ({ care, scale }: { readonly care: boolean; readonly scale: number }): number =>
  care ? Math.round((Math.max(22, 17 * scale) / 22) * 300) : Math.round(212 * scale)
