import { services } from '../../knowledge/services'
import sounds from '../../knowledge/data/search-sounds.json'
import words from '../../knowledge/data/search-words.json'
import type { Aim, Language } from '../search-train/learn-model'
import { fingerprint } from '../search-train/sayings'
import { cardSayings, readWishSayings } from './cards'

export const wishSayings = readWishSayings()
export const sayings = cardSayings(wishSayings)

export const language: Language = { sounds: sounds.join(','), ...words }

const chosen = {
  things: services.map(({ id }) => id),
  // A card that cries for help is held back before anybody asks for its kinds (domain/wish/hold).
  dangers: [],
  // A person confirms the kinds: a poor guess helps more than none, so nothing is taken for outside.
  limits: { outside: 1.01, unsure: 0.3, danger: 1, dangerInPiece: 1 },
  // More than there are: the model is read on the server, nothing has to be thinned out.
  pairs: { things: 150_000, dangers: 0 },
  rate: 0.15,
}

export const aim: Aim = { ...chosen, learntFrom: fingerprint({ chosen, language, sayings }) }
