import { showMe as contract, type HomeView } from '../../contract'
import { noticeVersion } from '../../domain/people/consent'
import { maskPhone } from '../../domain/people/phone'
import { handle, type PersonRow, type Surroundings } from '../handle'
import type { Keys } from '../keys'
import type { Store } from '../store'
import { homeId, sealedAt } from './ids'
import { findBuilding } from '../store/visible'

type CommunityRow = NonNullable<Awaited<ReturnType<Store['communities']['find']>>>
type HomeRow = NonNullable<Awaited<ReturnType<Store['homes']['find']>>>

/**
 * What is kept about the caller. Whoever never agreed to anything costs three reads; everybody else up to nine: beside
 * these the home with its building, the communities named, and three counts.
 */
export const show = handle(contract, async (_, { person, store, keys, memberships }) => {
  // `handle` lets nobody in here without an identity.
  if (person === null) throw new TypeError('nobody calls')
  const [self, erasure, held] = await Promise.all([
    store.people.find(person),
    store.erasures.find(person),
    memberships(),
  ])
  const [home, counts] = self
    ? await Promise.all([store.homes.find(homeId(person)), countsOf(store, person)])
    : [null, { complaints: 0, pictures: 0, messages: 0 }]
  const [building, communities] = await Promise.all([
    home ? findBuilding(store, home.buildingId) : null,
    store.communities.findAll([...held, ...(home ? [home] : [])].map(({ communityId }) => communityId)),
  ])
  const named = new Map(communities.map((community) => [community._id, community]))
  return {
    noticeVersion,
    consents: (self?.consents ?? [])
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map(({ purpose, version, at }) => ({ purpose, version, at })),
    ...contactOf(self, keys),
    home: home && viewHome(home, { keys, building, community: named.get(home.communityId) }),
    roles: held.map(({ _id, role, communityId, gridId, agencyId, until }) => {
      const community = named.get(communityId)
      return {
        membershipId: _id,
        role,
        communityId,
        communityName: community?.name ?? communityId,
        gridId,
        gridName: community?.grids.find(({ id }) => id === gridId)?.name ?? null,
        agencyId,
        agencyName: community?.agencies.find(({ id }) => id === agencyId)?.name ?? null,
        until,
      }
    }),
    counts,
    erasing: erasure !== null,
  }
})

function contactOf(self: PersonRow | null, keys: Keys) {
  const open = (field: 'name' | 'phone') => {
    const sealed = self?.[field] ?? null
    return self && sealed !== null ? keys.unseal(sealed, sealedAt('people', field, self._id)) : null
  }
  const number = open('phone')
  return {
    name: open('name'),
    phone:
      self && number !== null && self.phoneFrom !== null && self.phoneAt !== null
        ? { masked: maskPhone(number), from: self.phoneFrom, at: self.phoneAt }
        : null,
  }
}

async function countsOf({ complaints, pictures, messages }: Surroundings['store'], person: string) {
  const [filed, added, received] = await Promise.all([
    complaints.count({ person }),
    pictures.count({ person }),
    messages.count({ person }),
  ])
  return { complaints: filed, pictures: added, messages: received }
}

interface Around {
  readonly keys: Keys
  readonly building: Awaited<ReturnType<Store['buildings']['find']>>
  readonly community: CommunityRow | undefined
}

/** A home in names, for whoever lives there; an empty name where the directory no longer has the place. */
function viewHome(home: HomeRow, { keys, building, community }: Around): HomeView {
  const { _id, communityId, estateId, buildingId, unitId, room, state, declaredAt } = home
  return {
    communityId,
    communityName: community?.name ?? '',
    estateName: community?.estates.find(({ id }) => id === estateId)?.name ?? '',
    buildingId,
    buildingName: building?.name ?? '',
    unitId,
    unitName: building?.units.find(({ id }) => id === unitId)?.name ?? null,
    room: room === null ? null : keys.unseal(room, sealedAt('homes', 'room', _id)),
    state,
    declaredAt,
  }
}
