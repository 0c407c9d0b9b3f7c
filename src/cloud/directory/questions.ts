import { openQuestions, type OpenQuestion } from '../../domain/directory/questions'
import type { Matter } from '../../domain/routing/types'
import { matterNames } from '../../knowledge/names'
import { matterRules } from '../../knowledge/rules'
import { askedSettings } from '../../knowledge/setting-words'
import type { CommunityRow } from './revision'

/** Every matter with what it asks of the settings; made when it is first asked for. */
let known: readonly Matter[] | undefined
const matters = (): readonly Matter[] =>
  (known ??= matterNames.flatMap((name) => {
    const rule = matterRules[name.id]
    return rule ? [{ ...name, ...rule }] : []
  }))

export type Estate = CommunityRow['estates'][number]

/** The answers that hold for an estate, its own over the community's; of no estate the community's. */
export const answersOf = (community: CommunityRow, estate: Estate | null): Readonly<Record<string, string>> =>
  Object.fromEntries([...community.settings, ...(estate?.settings ?? [])].map(({ id, value }) => [id, value]))

/** What is still to be asked there. */
export const openOf = (community: CommunityRow, estate: Estate | null): readonly OpenQuestion[] =>
  openQuestions(answersOf(community, estate), {
    settings: askedSettings,
    matters: matters(),
    agencyIds: new Set(community.agencies.map(({ id }) => id)),
  })
