import type { Matter, SettingSpec, Settings } from '../routing/types'

/** One thing that the community has not said yet. */
export interface OpenQuestion {
  readonly setting: SettingSpec
  /** `blank`: nobody answered. `stale`: the answer names a choice or an agency that is not there any more. */
  readonly why: 'blank' | 'stale'
  /** The matters whose answer becomes better with it, in the order of the pack. */
  readonly matters: readonly { readonly id: string; readonly name: string }[]
}

export interface QuestionsKnown {
  /** As keepers are asked, in that order. */
  readonly settings: readonly SettingSpec[]
  readonly matters: readonly Pick<Matter, 'id' | 'name' | 'shownWhere' | 'questions' | 'answers' | 'settings'>[]
  /** The ids of the agencies that are listed. */
  readonly agencyIds: ReadonlySet<string>
}

type KnownMatter = QuestionsKnown['matters'][number]

/** Whether a matter is decided by a setting, or tells what it says. */
function asks(matter: KnownMatter, setting: SettingSpec): boolean {
  const { id } = setting
  if (matter.settings.includes(id) || matter.shownWhere?.[id] !== undefined) return true
  if (matter.questions.some(({ answeredBy }) => answeredBy?.setting === id)) return true
  if (matter.answers.some((answer) => answer.setting?.[id] !== undefined)) return true
  const role = setting.kind === 'agency' ? setting.role : setting.kind === 'choice' ? setting.absence?.role : undefined
  return (
    role !== undefined && matter.answers.some(({ responsible }) => responsible.some((named) => named.role === role))
  )
}

/** Hidden from residents by an answer that is there: heating where there is none. */
const isHidden = ({ shownWhere = {} }: KnownMatter, settings: Settings): boolean =>
  Object.entries(shownWhere).some(([id, choices]) => settings[id] !== undefined && !choices.includes(settings[id]))

function openness(
  setting: SettingSpec,
  value: string | undefined,
  agencyIds: ReadonlySet<string>,
): OpenQuestion['why'] | null {
  if (value === undefined || value.trim() === '') return 'blank'
  if (setting.kind === 'agency') return agencyIds.has(value) ? null : 'stale'
  return setting.kind === 'text' || setting.options.some(({ id }) => id === value) ? null : 'stale'
}

/** Whether an answer says that nobody has the role here, and that there is nothing to be done: then nobody asks who. */
const fallsAway = (role: string, settings: Settings, specs: readonly SettingSpec[]): boolean =>
  specs.some(
    (spec) =>
      spec.kind === 'choice' &&
      spec.absence?.role === role &&
      spec.absence.work === 'falls-away' &&
      spec.absence.choices.includes(settings[spec.id] ?? ''),
  )

/**
 * The questions that are still open, those first that make the answers to most matters better. What would improve
 * nothing here is not asked.
 */
export function openQuestions(settings: Settings, known: QuestionsKnown): readonly OpenQuestion[] {
  const matters = known.matters.filter((matter) => !isHidden(matter, settings))
  return known.settings
    .flatMap((setting): OpenQuestion[] => {
      const why = openness(setting, settings[setting.id], known.agencyIds)
      if (why === null) return []
      if (setting.kind === 'agency' && fallsAway(setting.role, settings, known.settings)) return []
      const improved = matters.filter((matter) => asks(matter, setting)).map(({ id, name }) => ({ id, name }))
      return improved.length === 0 ? [] : [{ setting, why, matters: improved }]
    })
    .sort((one, other) => other.matters.length - one.matters.length)
}
