import { say } from '../people/say'
import type { CheckKind } from '../../domain/content/check'
import type { MessageKind } from '../../domain/people/messages'
import type { Store, Write } from '../store'

/** Those who answer for a place: `gridId` null is the whole community, and so its secretaries alone. */
export interface Keeping {
  readonly communityId: string
  readonly gridId: string | null
}
/** Somebody who keeps it. */
export interface Keeper extends Keeping {
  readonly person: string
}

/** Together with what is written beside the news, a commit stays within its twenty documents. */
const mostKeepers = 8

/** The secretaries of a community and the leaders of its grid, without `except`; the secretaries first. Two reads at most. */
export async function keepersOf(
  { memberships }: Pick<Store, 'memberships'>,
  now: number,
  { communityId, gridId }: Keeping,
  except: string | null,
): Promise<readonly Keeper[]> {
  const holders = async (role: 'secretary' | 'grid-leader', where: { readonly gridId?: string }) => {
    const { rows } = await memberships.page({
      where: { communityId, role, state: 'active', ...where },
      order: 'until',
      direction: 'desc',
      until: now,
      after: null,
      limit: 20,
    })
    return rows
      .filter(({ from, until }) => from <= now && now < until)
      .map((one) => ({ person: one.person, communityId, gridId: one.gridId }))
  }
  const all = await Promise.all([
    holders('secretary', {}),
    ...(gridId === null ? [] : [holders('grid-leader', { gridId })]),
  ])
  const seen = new Set([except])
  return all
    .flat()
    .filter(({ person }) => !seen.has(person) && seen.add(person))
    .slice(0, mostKeepers)
}

/** `?c=COMMUNITY&g=GRID`: what every page of the keepers takes. */
const placeQuery = ({ communityId, gridId }: Keeping) => `c=${communityId}${gridId === null ? '' : `&g=${gridId}`}`

export const workComplaintPath = (complaintId: string): string => `/pages/work/complaint/index?id=${complaintId}`
export const myComplaintPath = (complaintId: string): string => `/pages/mine/complaint-view/index?id=${complaintId}`
/** A request as those see it who follow it, and as those do who work on it. */
export const myRequestPath = (requestId: string): string => `/pages/request/view/index?id=${requestId}`
export const workRequestPath = (requestId: string): string => `/pages/desk/request/index?id=${requestId}`
export const reviewPath = (place: Keeping): string => `/pages/work/review/index?${placeQuery(place)}`

interface News {
  readonly kind: Extract<MessageKind, 'complaint.filed' | 'check.waiting'>
  readonly what?: CheckKind
  readonly cause: string
  readonly path: (keeper: Keeper) => string
}

/** One piece of news for each of them. */
export const tellKeepers = (
  store: Store,
  now: number,
  keepers: readonly Keeper[],
  { kind, what, cause, path }: News,
): Write[] =>
  keepers.map((keeper) =>
    say(store, now, { person: keeper.person, kind, params: what ? { what } : {}, path: path(keeper), cause }),
  )
