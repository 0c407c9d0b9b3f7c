import type { ActionName } from '../../contract'
import { fullDoor } from './fill'
import { fullPeople } from './fill-people'
import type { Scenario } from './scale-requests'

const asked = (action: ActionName, situation: string, input: object): Scenario => ({
  ...{ action, situation, openid: fullPeople.secretary },
  call: () => ({ input: { communityId: 'full-00000', ...input } }),
})

/** What keepers read of one directory among many. */
export const directoryScenarios: readonly Scenario[] = [
  asked('directory.show', 'at a glance', {}),
  asked('directory.buildings', 'the first page of an estate', { estateId: fullDoor.estateId, cursor: null }),
  asked('phones.check', 'with what residents said', {}),
  asked('agency.show', 'one of them', { agencyId: 'full-agency-0' }),
  asked('setting.list', 'of a community', { estateId: null }),
  {
    ...{ action: 'doorcode.list', situation: 'of a building', openid: fullPeople.secretary },
    call: () => ({ input: { buildingId: fullDoor.buildingId } }),
  },
]
