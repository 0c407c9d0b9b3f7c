import type { Output } from '../../../client'
import type { SettingSpec } from '../../../domain/routing/types'
import { findMatterName } from '../../../knowledge/names'
import { findSetting } from '../../../knowledge/setting-words'
import { directorySettings as words } from '../../../text/directory-settings'

type Listed = Output<'setting.list'>
export type Agencies = Listed['agencies']

/** A plain question with what is answered to it. */
export type Question = Listed['questions'][number] & { readonly spec: SettingSpec }

/** What was answered from this page since the list was read, by the question. */
export type Saved = Readonly<Record<string, string | null>>

/** The list with its words. What was just saved counts at once: the list itself is asked for anew behind it. */
export const questionsOf = ({ questions }: Listed, saved: Saved): readonly Question[] =>
  questions.flatMap((question) => {
    const spec = findSetting(question.settingId)
    if (!spec) return []
    const value = saved[question.settingId]
    if (value === undefined || value === question.value) return [{ ...question, spec }]
    return [{ ...question, spec, value, open: value === null ? question.open : null }]
  })

export const drawers = ['open', 'answered', 'same'] as const
export type Drawer = (typeof drawers)[number]

/** Where a question lies; null: it is not asked here, nothing would become better by it. */
export function drawerOf({ open, value, inherited }: Question): Drawer | null {
  if (open) return 'open'
  if (value !== null) return 'answered'
  return inherited === null ? null : 'same'
}

/** The questions of each drawer; the open ones by how many matters they improve. */
export function sorted(questions: readonly Question[]): Readonly<Record<Drawer, readonly Question[]>> {
  const of = (drawer: Drawer) => questions.filter((question) => drawerOf(question) === drawer)
  const matters = ({ open }: Question) => open?.matters ?? 0
  return {
    open: [...of('open')].sort((one, other) => matters(other) - matters(one)),
    answered: of('answered'),
    same: of('same'),
  }
}

/** An answer as people say it. */
export function answerWords(spec: SettingSpec, value: string, agencies: Agencies): string {
  if (spec.kind === 'agency') return agencies.find(({ agencyId }) => agencyId === value)?.name ?? words.gone
  return spec.kind === 'text' ? value : (spec.options.find(({ id }) => id === value)?.label ?? value)
}

/** What an answer would make better, in a sentence or in short; null where nothing is known to. */
export function gainWords({ spec, open }: Question, how: 'sentence' | 'short'): string | null {
  const name = findMatterName(open?.matterIds[0] ?? '')?.name
  if (!open || name === undefined) return null
  return how === 'short' ? words.about(name, open.matters) : words.improves(spec.kind, name, open.matters)
}
