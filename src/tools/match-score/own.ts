import { fromRoot } from '../support/paths'

const file = (name: string) => fromRoot('src', 'tools', 'match-score', name)

/** The repository's own labelled cards: our words, in the form of the development set. */
export const ownCards = { wishes: file('wishes.jsonl'), offers: file('offers.jsonl'), pairs: file('pairs.jsonl') }
