import type { ActionName } from '../../contract'
import { fullPeople } from './fill-people'
import type { Scenario } from './scale-requests'

const asked = (action: ActionName, situation: string, input: object): Scenario => ({
  ...{ action, situation, openid: fullPeople.secretary },
  call: () => ({ input: { communityId: 'full-00000', ...input } }),
})

/** What keepers read of one directory among many, in the function `files`. */
export const fileScenarios: readonly Scenario[] = [
  asked('import.template', 'of a community', {}),
  asked('import.show', 'where nothing was imported', { importId: null }),
  asked('revision.list', 'the first page', { cursor: null }),
]
