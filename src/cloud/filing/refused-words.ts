import { limits } from '../../contract/limits'
import type { Surroundings } from '../handle'
import { countAtOnce } from '../people/limit'

/** What people write down by the document, which counts by itself. */
type Filing = 'request.submit' | 'wish.hang' | 'offer.hang' | 'notice.ask' | 'signup.join'

/**
 * Words that the check refused are counted, so that trying them out does not pay: null once nobody may try more on this
 * day, also where it could not be counted. What is filed counts by itself, and asks nothing of this.
 */
export async function countRefusedWords(
  { store, now }: Pick<Surroundings, 'store' | 'now'>,
  person: string,
  action: Filing,
): Promise<'content.refused' | null> {
  const done = { person, action: `${action}/refused`, now }
  return (await countAtOnce(store, limits[action], done)) ? 'content.refused' : null
}
