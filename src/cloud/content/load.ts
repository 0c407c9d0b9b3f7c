import { refuse } from '../../contract'
import type { Found } from '../handle'
import type { Row, Store } from '../store'
import type { ComplaintFields } from '../store/documents'
import type { Keeping } from './keepers'

export type ComplaintRow = Row<ComplaintFields>

/** The complaint that a call is about, read once, and whose it is. */
export async function loadComplaint(
  { complaintId }: { readonly complaintId: string },
  { store }: { readonly store: Store },
): Promise<Found<ComplaintRow> | { readonly refused: 'complaint.missing' }> {
  const loaded = await store.complaints.find(complaintId)
  if (!loaded) return refuse('complaint.missing')
  const { person: owner, communityId, gridId } = loaded
  return { loaded, belongs: { owner, communityId, gridId, agencyId: null } }
}

/** A list's place stands in its input: nothing has to be read to know whose it is. */
export const loadPlace = ({ communityId, gridId }: Keeping): Promise<Found<undefined>> =>
  Promise.resolve({ loaded: undefined, belongs: { owner: null, communityId, gridId, agencyId: null } })
