import { refuse, removeEstate as removeContract, saveEstate as saveContract } from '../../contract'
import { claimIds } from '../../domain/directory/ids'
import { mostOf } from '../../domain/directory/limits'
import { plain } from '../../domain/directory/names'
import { handle, written } from '../handle'
import { audit } from '../people/audit'
import { isAnySeen, isSettling } from '../store/visible'
import { loadCommunity } from './load'
import { estateMark } from './mark'
import { revised, type CommunityRow } from './revision'
import { checkWords, isSeen, isTaken } from './words'

const newId = ({ _id, estates }: CommunityRow, name: string): string => {
  const before = estates.map(({ id }) => ({ id, key: '' }))
  const [id] = claimIds(_id, 'estate', [{ code: null, key: plain(name) }], before)
  if (id === undefined) throw new Error('an estate without an id')
  return id
}

/** Written: the community, what it was before, a line of the audit log. */
export const saveEstate = handle(saveContract, {
  load: loadCommunity,
  async work({ communityId, estateId, seen, name, address }, context) {
    const { loaded: community } = context
    const { estates } = community
    const before = estates.find(({ id }) => id === estateId)
    if (estateId !== null && !before) return refuse('estate.missing')
    if (!isSeen(seen, before ? estateMark(before) : null)) return refuse('estate.moved')
    if (!before && estates.length >= mostOf.estates) return refuse('directory.full')
    if (isTaken(name, estates, estateId)) return refuse('estate.same-name')
    const refusal = await checkWords(context, [name, address], before ? [before.name, before.address] : [])
    if (refusal) return refusal
    const id = before?.id ?? newId(community, name)
    const estate = { id, name, address, settings: before?.settings ?? [] }
    const next = before ? estates.map((one) => (one.id === id ? estate : one)) : [...estates, estate]
    const { revision, writes } = revised(context, community, { estates: next })
    const subject = { collection: 'communities', id: communityId }
    return written({ estateId: id, revision }, [
      ...writes,
      audit(context, { verb: 'estate.save', communityId, subject }),
    ])
  },
})

/** Read: the community, the estate's buildings. Written as above. */
export const removeEstate = handle(removeContract, {
  load: loadCommunity,
  async work({ communityId, estateId, seen }, context) {
    const { loaded: community, store } = context
    const estate = community.estates.find(({ id }) => id === estateId)
    if (!estate) return refuse('estate.missing')
    if (seen !== estateMark(estate)) return refuse('estate.moved')
    if (community.agencies.some(({ serviceArea }) => serviceArea?.estateIds?.includes(estateId)))
      return refuse('estate.has-agencies')
    if (await isSettling(store, community)) return refuse('directory.settling')
    if (await isAnySeen(store, { estateId })) return refuse('estate.has-buildings')
    const { revision, writes } = revised(context, community, {
      estates: community.estates.filter(({ id }) => id !== estateId),
    })
    const subject = { collection: 'communities', id: communityId }
    return written({ revision }, [...writes, audit(context, { verb: 'estate.remove', communityId, subject })])
  },
})
