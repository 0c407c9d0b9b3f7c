import { refuse, type Refused } from '../../contract'
import type { Surroundings } from '../handle'

type Asking = Pick<Surroundings, 'platform' | 'openid' | 'note'>

/**
 * Asks the content check about a name that others will see; null lets it stand. A name is never kept unchecked, and
 * nobody looks at names by hand: what the check is not sure of is refused too.
 */
export async function checkName(
  { platform, openid, note }: Asking,
  name: string,
): Promise<Refused<'content.refused' | 'content.unchecked'> | null> {
  try {
    return (await platform.checkText(name, openid, 1)) === 'pass' ? null : refuse('content.refused')
  } catch (fault) {
    note('content.unchecked', fault)
    return refuse('content.unchecked')
  }
}
