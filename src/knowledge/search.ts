import type { Cues, Entry, Model } from '../domain/search'
import cueRows from './data/search-cues.json'
import model from './data/search-model.json'
import { matterNames } from './names'

// What the search ships: the model that `npm run search:train` has learnt from ./sayings, and words that answer a
// question. The sayings themselves stay behind.

export const searchModel: Model = model

/** Words that already answer a matter's question; which matter asks which is written beside the model. */
export const searchCues: Cues = { cues: cueRows, asked: model.asked }

/** The matters as things that can be found. */
export const searchEntries: readonly Entry[] = matterNames.map(({ id, name, group, emergency }) => ({
  id,
  name,
  group,
  danger: emergency !== undefined,
}))
