import type { DeedVerb, RequestRules } from '../../domain/request/act'
import { nationalAllowances, tightened } from '../../domain/request/clock'
import { calendar } from '../../knowledge/calendar/calendar'
import type { Store } from '../store'
import type { RequestRow } from './load'

/** The steps that name agencies, or give a clock its time: only for these the community is read. */
const askTheCommunity: readonly DeedVerb[] = [
  ...(['assign', 'return', 'split', 'task-return', 'whistle', 'whistle-note'] as const),
  ...(['refer', 'contest', 'reopen', 'call-back'] as const),
]

/** What holds where the request is. One read at most. */
export async function rulesFor(store: Store, { communityId }: RequestRow, verb: DeedVerb): Promise<RequestRules> {
  const community = askTheCommunity.includes(verb) ? await store.communities.find(communityId) : null
  return {
    calendar,
    clocks: tightened(nationalAllowances, community?.requestClocks ?? []),
    agencyName: (id) => community?.agencies.find((agency) => agency.id === id)?.name ?? null,
  }
}
