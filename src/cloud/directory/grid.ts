import { refuse, removeGrid as removeContract, saveGrid as saveContract } from '../../contract'
import { claimIds } from '../../domain/directory/ids'
import { mostOf } from '../../domain/directory/limits'
import { plain } from '../../domain/directory/names'
import { inForce } from '../../domain/people/roles'
import { handle, written } from '../handle'
import { audit } from '../people/audit'
import type { Store } from '../store'
import { isAnySeen, isSettling } from '../store/visible'
import { loadCommunity } from './load'
import { gridMark } from './mark'
import { revised, type CommunityRow } from './revision'
import { checkWords, isSeen, isTaken } from './words'

/** More than one grid has. */
const most = 100

const newId = ({ _id, grids }: CommunityRow, name: string): string => {
  const before = grids.map(({ id }) => ({ id, key: '' }))
  const [id] = claimIds(_id, 'grid', [{ code: null, key: plain(name) }], before)
  if (id === undefined) throw new Error('a grid without an id')
  return id
}

/** Written: the community, what it was before, a line of the audit log. */
export const saveGrid = handle(saveContract, {
  load: loadCommunity,
  async work({ communityId, gridId, seen, name }, context) {
    const { loaded: community } = context
    const { grids } = community
    const before = grids.find(({ id }) => id === gridId)
    if (gridId !== null && !before) return refuse('grid.missing')
    if (!isSeen(seen, before ? gridMark(before) : null)) return refuse('grid.moved')
    if (!before && grids.length >= mostOf.grids) return refuse('directory.full')
    if (isTaken(name, grids, gridId)) return refuse('grid.same-name')
    const refusal = await checkWords(context, [name], before ? [before.name] : [])
    if (refusal) return refusal
    const grid = { id: before?.id ?? newId(community, name), name }
    const next = before ? grids.map((one) => (one.id === grid.id ? grid : one)) : [...grids, grid]
    const { revision, writes } = revised(context, community, { grids: next })
    const subject = { collection: 'communities', id: communityId }
    return written({ gridId: grid.id, revision }, [
      ...writes,
      audit(context, { verb: 'grid.save', communityId, subject }),
    ])
  },
})

async function restsOn(store: Store, community: CommunityRow, gridId: string, now: number) {
  const { _id: communityId, agencies } = community
  const serves = agencies.some(({ serviceArea }) => serviceArea?.gridIds?.includes(gridId))
  if (serves) return refuse('grid.has-agencies')
  if (await isSettling(store, community)) return refuse('directory.settling')
  const [hasBuildings, { rows: members }] = await Promise.all([
    isAnySeen(store, { communityId, gridId }),
    store.memberships.page({
      where: { communityId, gridId },
      ...{ order: 'from', direction: 'desc', after: null, limit: most },
    }),
  ])
  if (hasBuildings) return refuse('grid.has-buildings')
  return members.some((one) => inForce(one, now)) ? refuse('grid.has-members') : null
}

/** Read: the community, its buildings and members of the grid. Written as above. */
export const removeGrid = handle(removeContract, {
  load: loadCommunity,
  async work({ communityId, gridId, seen }, context) {
    const { loaded: community, store, now } = context
    const grid = community.grids.find(({ id }) => id === gridId)
    if (!grid) return refuse('grid.missing')
    if (seen !== gridMark(grid)) return refuse('grid.moved')
    const use = await restsOn(store, community, gridId, now)
    if (use) return use
    const { revision, writes } = revised(context, community, {
      grids: community.grids.filter(({ id }) => id !== gridId),
    })
    const subject = { collection: 'communities', id: communityId }
    return written({ revision }, [...writes, audit(context, { verb: 'grid.remove', communityId, subject })])
  },
})
