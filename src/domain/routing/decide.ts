import type { Answer, Law, Matter, MatterName, Place, Question, Settings } from './types'

/** question id → option id, as the resident tapped. */
export type Answered = Readonly<Record<string, string>>

/** At most this many questions are put to a resident. */
export const mostQuestions = 2

/** The option that the community's settings already give for a question, or null. */
export function answeredBySetting(question: Question, settings: Settings): string | null {
  const choice = question.answeredBy && settings[question.answeredBy.setting]
  return (choice !== undefined && question.answeredBy?.map[choice]) || null
}

/** What is known of a matter's questions: the settings first, since the keepers know better; unknown options are dropped. */
export function knownAnswers(matter: Matter, settings: Settings, answered: Answered): Answered {
  const known: Record<string, string> = {}
  for (const question of matter.questions) {
    const silent = answeredBySetting(question, settings)
    const said = answered[question.id]
    if (silent !== null) known[question.id] = silent
    else if (said !== undefined && question.options.some((option) => option.id === said)) known[question.id] = said
  }
  return known
}

const settingHolds = (answer: Answer, settings: Settings) =>
  Object.entries(answer.setting ?? {}).every(([id, choices]) => choices.includes(settings[id] ?? ''))

/** The first line of the matter's table whose every condition holds; the last line has none. */
export function decide(matter: Matter, settings: Settings, known: Answered): Answer {
  const found = matter.answers.find(
    (answer) =>
      settingHolds(answer, settings) && Object.entries(answer.when).every(([id, option]) => known[id] === option),
  )
  if (!found) throw new Error(`matter ${matter.id} has no default answer`)
  return found
}

/**
 * The questions worth asking: those on which the answer still hangs, given the settings and the other answers.
 * One that was answered stays, so that it can be changed.
 */
export function questionsToAsk(matter: Matter, settings: Settings, answered: Answered): readonly Question[] {
  const known = knownAnswers(matter, settings, answered)
  const asked = matter.questions.filter((question) => {
    if (answeredBySetting(question, settings) !== null) return false
    for (const answer of matter.answers) {
      if (!settingHolds(answer, settings)) continue
      const others = Object.entries(answer.when).filter(([id]) => id !== question.id)
      if (others.some(([id, option]) => known[id] !== undefined && known[id] !== option)) continue
      if (answer.when[question.id] !== undefined) return true
      if (others.every(([id, option]) => known[id] === option)) return false
    }
    return false
  })
  return asked.slice(0, mostQuestions)
}

/** A law of local scope holds inside its region only. Regions are written without 省 and 市 ("浙江", "郑州"). */
export const holdsIn = (law: Law, region: Place['region']): boolean =>
  law.scope === 'national' || (law.region !== null && region.some((name) => name.startsWith(law.region ?? '')))

/** Whether a community has this matter at all: hidden only where a filled-in setting says otherwise. */
export function isShown(matter: MatterName, settings: Settings): boolean {
  return Object.entries(matter.shownWhere ?? {}).every(([id, choices]) => {
    const choice = settings[id]
    return choice === undefined || choices.includes(choice)
  })
}
