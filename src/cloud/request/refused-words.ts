import { limits } from '../../contract/limits'
import type { Surroundings } from '../handle'
import { countAtOnce } from '../people/limit'

/**
 * Words that the check refused are counted, so that trying them out does not pay: null once nobody may try more on this
 * day, also where it could not be counted. What is filed counts by itself, and asks nothing of this.
 */
export async function countRefusedWords(
  { store, now }: Pick<Surroundings, 'store' | 'now'>,
  person: string,
): Promise<'content.refused' | null> {
  const done = { person, action: 'request.submit/refused', now }
  return (await countAtOnce(store, limits['request.submit'], done)) ? 'content.refused' : null
}
