import { makeFinder, type Entry, type Model } from '../domain/search'
import data from './data/service-model.json'
import { services } from './services'

// Tells the kinds of service that a card speaks of, by the same module as the search of matters. It is for the server
// and the tools alone: the model is too large for a phone.

/** A kind that was found in words. */
export interface FoundKind {
  readonly id: string
  /** 0 … 1; those of a card together make 1 at most. */
  readonly weight: number
}

export type CardSide = 'wish' | 'offer'

const most = 8

export const serviceModel: Model = data

export const serviceEntries: readonly Entry[] = services.map(({ id, name, group }) => ({
  id,
  name,
  group,
  danger: false,
}))

const finder = makeFinder({ entries: serviceEntries, model: serviceModel })

/** Nobody knows all books: what stands between title marks is heard as a title, whichever it is. */
export const withTitles = (words: string): string => words.replaceAll('《', ' book ')

/** The kinds that the words of a card speak of, the likeliest first, eight at most; none where it speaks of none. */
export function readKinds(words: string, _side: CardSide): readonly FoundKind[] {
  const hits = finder.find(withTitles(words), most)
  const sum = Math.max(
    1,
    hits.reduce((all, { confidence }) => all + confidence, 0),
  )
  return hits.map(({ id, confidence }) => ({ id, weight: confidence / sum }))
}
