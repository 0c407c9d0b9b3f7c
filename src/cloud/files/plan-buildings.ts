import { planImport, refuse, type Refused } from '../../contract'
import { isAskable, mostBuildings, mostOf, planFault, withPlan, type AskedBuildings } from '../../domain/directory'
import { directoryWords } from '../../text/directory-sheets'
import { checkWords } from '../directory/words'
import { handle, written, type Context, type Surroundings } from '../handle'
import { loadCommunity, loadDirectory, type CommunityRow, type ImportRow } from './load'
import { planned } from './make-plan'
import { begun } from './start'

/** Reads the community and its last import, and counts the estate's buildings; asks WeChat about a new estate's name; writes the community and both imports. */
export const plan = handle(planImport, {
  load: loadCommunity,
  async work({ communityId: _, ...asked }, context) {
    if (!isAskable(asked)) return refuse('import.bad-plan')
    const fault = planFault(context.loaded, asked)
    if (fault) return refuse(fault)
    if (await isTooMuch(context, asked)) return refuse('directory.full')
    const { name, address } = (asked.estateId === null && asked.estate) || { name: '', address: '' }
    const refusal = await checkWords(context, [name, address], [])
    if (refusal) return refusal
    const { importId, writes } = await begun(context, context.loaded, { kind: 'plan', restores: null, asked })
    return written({ importId }, writes)
  },
})

/** What is there already counts in full: whether it is one of the planned ones is seen when the plan is worked out. */
async function isTooMuch({ store, loaded }: Context<CommunityRow>, { estateId, buildings }: AskedBuildings) {
  if (estateId === null) return loaded.estates.length >= mostOf.estates
  return (await store.buildings.count({ estateId })) + buildings > mostBuildings
}

/** Works out what a plan will write. What it refers to may have gone since it was asked for. */
export async function laidOut(
  context: Surroundings,
  row: ImportRow,
  community: CommunityRow,
): Promise<ImportRow | Refused<'import.over' | 'import.outdated'>> {
  const asked: AskedBuildings | undefined = row.asked
  if (!asked) return refuse('import.over')
  if (planFault(community, asked)) return refuse('import.outdated')
  const before = await loadDirectory(context, community, { households: true })
  const after = withPlan(before, asked, { communityId: community._id, words: directoryWords })
  return planned(context, row, community, { before, after })
}
