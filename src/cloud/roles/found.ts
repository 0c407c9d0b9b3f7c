import { foundCommunity as contract, isRefused, refuse, type InputOf } from '../../contract'
import { handle, written, type Surroundings } from '../handle'
import { audit } from '../people/audit'
import { checkName } from '../people/check-name'
import { membershipId } from '../people/ids'
import { readSetupCode } from '../people/setup-code'
import type { Write } from '../store'
import { namedOnce, taking } from './enrol'
import { hasSecretary } from './last-secretary'

/** Months that the first secretary's role holds. */
const firstMonths = 36

type Input = InputOf<typeof contract>

/**
 * Written: that the code was used (so that it is good once), the community, the membership, the person's name if there
 * was none, a line of the audit log. An existing community is written too, unchanged: two codes at once make no two.
 */
export const foundCommunity = handle(contract, async (input, context) => {
  const { keys, now, store, person } = context
  const grant = readSetupCode(keys, input.code, { communityId: input.communityId, now })
  if ('refused' in grant) return refuse('setup.unknown')
  const { nonceId, communityId } = grant
  if (await store.setups.find(nonceId)) return refuse('setup.used')
  const community =
    input.communityId === null
      ? newCommunity(input, communityId, context)
      : await withoutSecretary(communityId, context)
  if (isRefused(community)) return community
  const refusal = await checkName(context, namesIn(input))
  if (refusal) return refusal

  const place = { role: 'secretary' as const, communityId, gridId: null, agencyId: null }
  const held = await store.memberships.find(membershipId(person, place))
  const taken = taking(context, { place, held, name: input.name, months: firstMonths, invitationId: null })
  return written({ communityId, membershipId: taken.row._id }, [
    store.setups.inserting({ _id: nonceId, communityId, usedAt: now }),
    community,
    taken.write,
    ...namedOnce(context, input.name),
    audit(context, { verb: 'community.found', communityId, subject: { collection: 'communities', id: communityId } }),
  ])
})

const namesIn = ({ name, community }: Input) => [name, ...Object.values(community ?? {})].join('，')

/** What people ask everywhere, so that a new door is not bare. */
const askedEverywhere = [
  'water-no-supply',
  'power-outage-building',
  'drain-blocked',
  'leak-from-upstairs',
  'corridor-light',
  'noise-neighbor',
]

/** A community with an empty directory. */
function newCommunity({ community }: Input, _id: string, { store, now }: Surroundings) {
  if (!community) return refuse('setup.no-community')
  const { name, streetName, province, city, district } = community
  return store.communities.inserting({
    _id,
    name,
    street: { name: streetName },
    ...{ province, city, district },
    ...{ grids: [], estates: [], settings: [], agencies: [], commonMatters: askedEverywhere },
    revision: 1,
    updatedAt: now,
  })
}

/** A community that is there and has nobody to lead it. */
async function withoutSecretary(
  communityId: string,
  { store, now }: Surroundings,
): Promise<Write | ReturnType<typeof refuse<'setup.no-community' | 'setup.has-secretary'>>> {
  const community = await store.communities.find(communityId)
  if (!community) return refuse('setup.no-community')
  return (await hasSecretary(store, communityId, now))
    ? refuse('setup.has-secretary')
    : store.communities.replacing(community)
}
