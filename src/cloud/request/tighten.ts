import { refuse, tightenClocks, type InputOf } from '../../contract'
import { nationalAllowances, requestClasses, type TighterClock } from '../../domain/request/clock'
import { hour } from '../../domain/time/clock'
import { handle, written } from '../handle'
import { loadWhole } from '../keeper/whole'
import { audit } from '../people/audit'
import { clockRows } from './clocks'

type Asked = InputOf<typeof tightenClocks>['clocks'][number]

const isLonger = ({ class: name, response, resolution }: Asked): boolean => {
  const most = nationalAllowances[name]
  return (response ?? 0) * hour > most.response.time || (resolution ?? 0) * hour > most.resolution.grid.time
}

/** What stays of before, with what is asked now; of a class that is named twice the last counts. */
function promised(before: readonly TighterClock[], asked: readonly Asked[]): TighterClock[] {
  const named = new Map([...before, ...asked].map((one) => [one.class, one]))
  return requestClasses.flatMap((name) => {
    const one = named.get(name)
    return one && (one.response !== null || one.resolution !== null) ? [{ ...one }] : []
  })
}

/**
 * A community promises to be quicker than the table. It counts for what is filed from then on: the clocks of a request
 * stay as they were promised to its resident. Reads and writes the community, and a line of the audit log.
 */
export const tighten = handle(tightenClocks, {
  load: loadWhole,
  async work({ communityId, clocks }, context) {
    if (clocks.some(isLonger)) return refuse('request.too-long')
    const { store } = context
    const community = await store.communities.find(communityId)
    if (!community) return refuse('request.no-place')
    const requestClocks = promised(community.requestClocks ?? [], clocks)
    return written({ clocks: clockRows(requestClocks) }, [
      store.communities.replacing({ ...community, requestClocks }),
      audit(context, { verb: 'request.tighten', communityId, subject: { collection: 'communities', id: communityId } }),
    ])
  },
})
