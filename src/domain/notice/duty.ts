import { draftKept, mendedWithin, releasedWithin, reviewedWithin } from './limits'
import type { Edition, Notice, NoticeDuty } from './notice'
import { beginsAt, expiresAt, restoreSaidBy } from './spans'

const earlier = (...times: readonly (number | null)[]): number =>
  Math.min(...times.filter((at): at is number => at !== null))

/** It helps nobody after it has begun. */
const releaseBy = (next: Edition | null, since: number): number => {
  const within = since + releasedWithin
  const begins = next ? beginsAt(next) : null
  return begins !== null && begins > since ? earlier(within, begins) : within
}

/** When it ends by itself, if nobody does anything before (ms); null: it is over. */
export function expiryOf({ state, shown, next, since }: Notice): number | null {
  switch (state) {
    case 'draft':
    case 'sent-back':
      return since + draftKept
    case 'waiting':
      return next ? expiresAt(next) : since
    case 'out':
    case 'changing':
      return shown ? expiresAt(shown) : since
    default:
      return null
  }
}

/** The author until a moment, then the secretary: the due time stays, in the past, until somebody does something. */
const authorThenSecretary = (dueAt: number, now: number): NoticeDuty => ({
  owner: now < dueAt ? 'author' : 'secretary',
  dueAt,
})

/** For who has to tell that it is late; see `late`. */
export const dutyBounds = { release: ({ next, since }: Notice): number => releaseBy(next, since) }

/** What people read: that it comes back is said; then it expires. */
function dutyOfOut(shown: Edition, now: number): NoticeDuty {
  const said = restoreSaidBy(shown)
  return said === null ? { owner: 'author', dueAt: expiresAt(shown) } : authorThenSecretary(said, now)
}

/** What was asked of a second person; late, it is the secretary's, unless the secretary wrote it. */
const dutyOfReading = (dueAt: number, isSecretarys: boolean, now: number): NoticeDuty => ({
  owner: now < dueAt || isSecretarys ? 'second' : 'secretary',
  dueAt,
})
const dutyOfRelease = ({ next, since }: Notice, now: number): NoticeDuty =>
  dutyOfReading(releaseBy(next, since), next?.role === 'secretary', now)

/** Every duty that there is on it now. */
function dutiesOf(notice: Notice, now: number): readonly NoticeDuty[] {
  const { state, since, shown, unread } = notice
  const reading = unread ? [dutyOfReading(unread.since + reviewedWithin, unread.isSecretarys, now)] : []
  switch (state) {
    case 'draft':
      return [{ owner: 'author', dueAt: since + draftKept }]
    case 'sent-back':
      return [{ owner: 'author', dueAt: since + mendedWithin }]
    case 'waiting':
      return [dutyOfRelease(notice, now)]
    case 'changing':
      return [dutyOfRelease(notice, now), ...reading, ...(shown ? [dutyOfOut(shown, now)] : [])]
    case 'out':
      return [...reading, ...(shown ? [dutyOfOut(shown, now)] : [])]
    default:
      return reading
  }
}

/** Who has to do something next, and until when; null where it is over and nobody has to read it afterwards. */
export const dutyOfNotice = (notice: Notice, now: number): NoticeDuty | null =>
  dutiesOf(notice, now).reduce<NoticeDuty | null>(
    (first, one) => (first === null || one.dueAt < first.dueAt ? one : first),
    null,
  )

/** What has to happen to it by itself; null: nothing, or not yet. */
export function noticeMoveDue(notice: Notice, now: number): { readonly verb: 'expire' } | null {
  const at = expiryOf(notice)
  return at !== null && at <= now ? { verb: 'expire' } : null
}

/** No moment that anybody waits for: the last one that dates have room for. */
const never = 8_640_000_000_000_000

/** When it has to be looked at again (ms): where it expires, or somebody's time is up. `never` once all is done. */
export function nextNoticeLook(notice: Notice, now: number): number {
  const expiry = expiryOf(notice)
  if (expiry !== null && expiry <= now) return now
  const ahead = dutiesOf(notice, now)
    .map(({ dueAt }) => dueAt)
    .filter((at) => at > now)
  return Math.min(never, ...ahead, expiry ?? never)
}
