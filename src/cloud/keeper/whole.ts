/** Rows of one page: a phone takes it in one small setData. */
export const pageSize = 20

/** A list about a whole community: nothing is read to know whose it is. */
export const loadWhole = ({ communityId }: { readonly communityId: string }) =>
  Promise.resolve({ loaded: undefined, belongs: { owner: null, communityId, gridId: null, agencyId: null } })
