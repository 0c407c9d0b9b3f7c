import type { CardTimes } from '../../domain/wish/card'
import { heldOf, type CardSide, type Held } from '../../domain/wish/hold'

interface Typed {
  readonly words: string
  /** What matters (of a wish), or limits it (an offer), in short words. */
  readonly more: readonly string[]
  readonly times: CardTimes | null
}

const others = ({ more, times }: Typed): readonly string[] => [...more, times?.note ?? ''].filter((text) => text !== '')

/** Everything of a card that was typed and that others will read: judged as one, and shown to who has to decide. */
export const judgedCard = (typed: Typed): string => [typed.words, ...others(typed)].join('\n')

/** Why a card must not hang as it is written; a danger first. A rewrite is one of its words. */
export function heldCard(typed: Typed, side: CardSide): Held | null {
  const inOthers = others(typed).flatMap((text) => heldOf(text, side) ?? [])
  const held = [
    ...[heldOf(typed.words, side)].filter((found) => found !== null),
    ...inOthers.map((found) => ({ ...found, rewrite: null })),
  ]
  return held.find(({ isDanger }) => isDanger) ?? held[0] ?? null
}
