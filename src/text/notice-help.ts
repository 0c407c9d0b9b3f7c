import type { NoticeAbout } from '../domain/notice/kinds'
import { noticeWhatNames } from './notice-names'

/** What it is about in a word; those without one of their own are not named. */
function nameOf(about: NoticeAbout): string {
  if (about.what === 'other') return ''
  switch (about.kind) {
    case 'outage':
      return noticeWhatNames.outage[about.what]
    case 'work':
      return noticeWhatNames.work[about.what]
    case 'service':
      return noticeWhatNames.service[about.what]
    case 'meeting':
      return noticeWhatNames.meeting[about.what]
    case 'safety':
      return noticeWhatNames.safety[about.what]
    case 'lost-found':
      return noticeWhatNames['lost-found'][about.what]
  }
}

/**
 * The first sentence of a request that comes from a notice: enough to be sent as it is. No word of it may sound like a
 * danger of one's own: a test asks the search.
 */
export function noticeHelpWords(about: NoticeAbout): string {
  const name = nameOf(about)
  return `看到${name === '' ? '' : `“${name}”的`}通知，我家需要帮忙。`
}
