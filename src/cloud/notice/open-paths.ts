import type { NoticeRow } from './load'

/** Where those who answer see what was asked. */
export const questionsPath = ({ _id, communityId, gridId }: NoticeRow): string =>
  `/pages/notices/questions/index?c=${communityId}${gridId === null ? '' : `&g=${gridId}`}&notice=${_id}`

/** Where everybody reads the notice, and the answers below it. */
export const readPath = (noticeId: string): string => `/pages/notice/view/index?id=${noticeId}`
