import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CardSide } from '../../knowledge/service-finder'

/** A card with the kinds that a person says it is of, the main one first. */
export interface LabelledCard {
  readonly side: CardSide
  readonly text: string
  readonly kinds: readonly string[]
}

/** Our own labelled cards. Nothing is learnt from them: they tell how well unseen words are understood. */
export const readOwnCards = (): readonly LabelledCard[] =>
  readFileSync(join(__dirname, 'own-cards.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledCard)
