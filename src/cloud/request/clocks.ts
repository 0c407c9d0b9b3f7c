import { refuse, requestClocks, type OutputOf } from '../../contract'
import { nationalAllowances, requestClasses, tightened, type TighterClock } from '../../domain/request/clock'
import { hour } from '../../domain/time/clock'
import { handle } from '../handle'
import { loadWhole } from '../keeper/whole'

type ClockRow = OutputOf<typeof requestClocks>['clocks'][number]

/** What holds in a community, beside what holds everywhere. */
export function clockRows(own: readonly TighterClock[]): ClockRow[] {
  const here = tightened(nationalAllowances, own)
  return requestClasses.map((name) => ({
    class: name,
    response: here[name].response.time / hour,
    resolution: here[name].resolution.grid.time / hour,
    most: {
      response: nationalAllowances[name].response.time / hour,
      resolution: nationalAllowances[name].resolution.grid.time / hour,
    },
  }))
}

/** How long each class may take here. Reads the community. */
export const clocks = handle(requestClocks, {
  load: loadWhole,
  async work({ communityId }, { store }) {
    const community = await store.communities.find(communityId)
    return community ? { clocks: clockRows(community.requestClocks ?? []) } : refuse('request.no-place')
  },
})
