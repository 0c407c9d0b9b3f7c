import { matterNames } from '../../knowledge/names'
import { matterRules } from '../../knowledge/rules'
import cues from '../../knowledge/data/search-cues.json'
import sounds from '../../knowledge/data/search-sounds.json'
import words from '../../knowledge/data/search-words.json'
import type { Aim, Language } from './learn-model'
import { fingerprint, sayings } from './sayings'

export { sayings }

export const language: Language = { sounds: sounds.join(','), ...words }

/** The questions that a text can answer, and their options, of each matter that asks one. */
export const asked = Object.fromEntries(
  matterNames.flatMap(({ id }) => {
    const questions = (matterRules[id]?.questions ?? []).flatMap((question) => {
      const options = question.options.flatMap((option) =>
        cues.some((cue) => cue.question === question.id && cue.option === option.id) ? [option.id] : [],
      )
      return options.length > 0 ? [[question.id, options] as const] : []
    })
    return questions.length > 0 ? [[id, Object.fromEntries(questions)]] : []
  }),
)

const chosen = {
  things: matterNames.map(({ id }) => id),
  dangers: matterNames.flatMap(({ id, emergency }) => (emergency === undefined ? [] : [id])),
  limits: { outside: 0.48, unsure: 0.3, danger: 0.13, dangerInPiece: 0.7 },
  pairs: { things: 46_000, dangers: 8_000 },
}

export const aim: Aim = { ...chosen, learntFrom: fingerprint({ chosen, language, asked, sayings }) }
