import { refuse } from '../../contract'
import type { Found } from '../handle'
import type { Row, Store } from '../store'
import type { RequestFields } from '../store/documents'

export type RequestRow = Row<RequestFields>

/** Whose a request is: its owner's and of those who follow it, its grid's, and of every agency on whose desk it lies. */
export const belongsOf = ({ person, people, communityId, gridId, agencyId, agencies }: RequestRow) => ({
  owner: person,
  shared: people,
  communityId,
  gridId,
  agencyId,
  agencyIds: agencies,
})

/** The request that a call is about, read once, and whose it is. */
export async function loadRequest(
  { requestId }: { readonly requestId: string },
  { store }: { readonly store: Store },
): Promise<Found<RequestRow> | { readonly refused: 'request.missing' }> {
  const loaded = await store.requests.find(requestId)
  return loaded ? { loaded, belongs: belongsOf(loaded) } : refuse('request.missing')
}

/** A list's place stands in its input: nothing has to be read to know whose it is. */
export const loadDesk = ({
  communityId,
  gridId,
  agencyId = null,
}: {
  readonly communityId: string
  readonly gridId: string | null
  readonly agencyId?: string | null
}): Promise<Found<undefined>> =>
  Promise.resolve({ loaded: undefined, belongs: { owner: null, communityId, gridId, agencyId } })

/** Whether somebody may still have to be called about it: once it is done they are asked whether it is. */
export const isLooked = ({ open, state }: RequestRow): boolean => open || state === 'resolved'
/** Whether whoever works on it may have the account's own number: only who wants to be called gives it. */
export const givesAccount = ({ reach }: RequestRow): boolean => reach === 'call'
