import { refuse } from '../../contract'
import type { Found } from '../handle'
import type { Row, Store } from '../store'
import type { NoticeFields } from '../store/documents'

export type NoticeRow = Row<NoticeFields>

/** Whose a notice is: its grid's and its community's. Nobody owns it: whose step it is, `domain/notice/verbs` says. */
export const belongsOfNotice = ({ communityId, gridId }: Pick<NoticeRow, 'communityId' | 'gridId'>) => ({
  owner: null,
  communityId,
  gridId,
  agencyId: null,
})

interface Asking {
  readonly store: Store
}

/** The notice that a call is about, read once, and whose it is. */
export async function loadNotice(
  { noticeId }: { readonly noticeId: string },
  { store }: Asking,
): Promise<Found<NoticeRow> | { readonly refused: 'notice.missing' }> {
  const loaded = await store.notices.find(noticeId)
  return loaded ? { loaded, belongs: belongsOfNotice(loaded) } : refuse('notice.missing')
}

/** A list's place stands in its input: nothing has to be read to know whose it is. */
export const loadNoticePlace = ({
  communityId,
  gridId,
}: {
  readonly communityId: string
  readonly gridId: string | null
}): Promise<Found<undefined>> =>
  Promise.resolve({ loaded: undefined, belongs: { owner: null, communityId, gridId, agencyId: null } })
