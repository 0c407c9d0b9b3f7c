import type { Surroundings } from '../handle'
import type { Row, Write } from '../store'
import type { HomeFields } from '../store/documents'
import { voiceHomeOf } from './voice-home'
import { householdOf } from './voice-say'

/** More questions than anybody has answered at one time; a commit has room for these. */
const mostVoices = 10

/**
 * A keeper's word on a home is one on what was said from it: confirmed, it counts before what was only declared; declined,
 * it is no household's. `home`: as it is after the word. One read; with voices, those of the home's building.
 */
export async function voicesDecided(
  context: Pick<Surroundings, 'store' | 'keys'>,
  home: Row<HomeFields>,
): Promise<readonly Write[]> {
  const { store } = context
  const { person, communityId, declaredAt } = home
  const { rows } = await store.voices.page({
    ...{ where: { person }, order: 'at', direction: 'desc', after: null, limit: mostVoices },
  })
  const said = rows.filter((row) => row.communityId === communityId && row.at >= declaredAt)
  if (said.length === 0) return []
  const household = householdOf(await voiceHomeOf(context, home, communityId))
  return said.map((row) => store.voices.replacing({ ...row, ...household }))
}
