import { invitationPlaces as contract, refuse } from '../../contract'
import { handle } from '../handle'

/** One read: the community. */
export const invitationPlaces = handle(contract, {
  load: async ({ communityId, gridId }, { store }) => ({
    loaded: await store.communities.find(communityId),
    belongs: { owner: null, communityId, gridId, agencyId: null },
  }),
  work: async ({ gridId }, { loaded: community }) => {
    if (!community) return refuse('invitation.bad-place')
    const { name, grids, agencies } = community
    return {
      communityName: name,
      grids: grids.filter(({ id }) => gridId === null || id === gridId),
      agencies: gridId === null ? agencies : [],
    }
  },
})
