import { placeKey, plain } from '../../domain/directory/names'
import type { Surroundings } from '../handle'
import { checkName } from '../people/check-name'

/**
 * What keepers write into the directory stands on every phone: it passes the content check, as names do. Nobody looks at
 * it by hand. What was there before is not asked about again; null lets it stand.
 */
export const checkWords = (
  context: Pick<Surroundings, 'platform' | 'openid' | 'note'>,
  now: readonly string[],
  before: readonly string[],
) => {
  const fresh = now.filter((words) => words !== '' && !before.includes(words))
  return fresh.length === 0 ? null : checkName(context, fresh.join('，'))
}

/** Whether something else is called so. */
export const isTaken = (
  name: string,
  others: readonly { readonly id: string; readonly name: string }[],
  own: string | null,
  key: (name: string) => string = plain,
): boolean => others.some((one) => one.id !== own && key(one.name) === key(name))

/** What people call by number is the same however they say it. */
export const isTakenPlace = (...[name, others, own]: Parameters<typeof isTaken>): boolean =>
  isTaken(name, others, own, placeKey)

/** Whether a form was opened on what is there now: of something new, on nothing. */
export const isSeen = (seen: string | null, present: string | null): boolean => seen === present
