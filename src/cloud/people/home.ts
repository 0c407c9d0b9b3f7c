import { declareHome as contract, refuse } from '../../contract'
import { handle, written, type Context } from '../handle'
import { news } from '../roles/news'
import { homeId, sealedAt } from './ids'
import type { Said } from './say'
import { findBuilding } from '../store/visible'

/** More are not told of one home: it waits in their list anyway. */
const mostTold = 5

/**
 * Where the caller lives. The same place again keeps its state and writes nothing. Reads the building and the home, and
 * where it is another place its keepers; writes the home, and news for up to five of them.
 */
export const declare = handle(contract, async ({ buildingId, unitId, room }, context) => {
  const { person, now, store, keys } = context
  const _id = homeId(person)
  const [building, before] = await Promise.all([findBuilding(store, buildingId), store.homes.find(_id)])
  if (!building || (unitId !== null && !building.units.some(({ id }) => id === unitId)))
    return refuse('home.unknown-place')
  const about = sealedAt('homes', 'room', _id)
  const sameRoom = before && (before.room === null ? null : keys.unseal(before.room, about)) === room
  if (sameRoom && before.buildingId === buildingId && before.unitId === unitId)
    return written({ state: before.state }, [])

  const { communityId, gridId, estateId } = building
  const fields = {
    person,
    communityId,
    gridId,
    estateId,
    buildingId,
    unitId,
    room: room === null ? null : keys.seal(room, about),
    state: 'declared' as const,
    // Never the same twice: whoever decides says by it which place they have seen.
    declaredAt: Math.max(now, (before?.declaredAt ?? 0) + 1),
    decidedBy: null,
    decidedAt: null,
    keyId: keys.currentKey,
  }
  const home = before ? store.homes.replacing({ ...before, ...fields }) : store.homes.inserting({ _id, ...fields })
  const said = news(context, await newsOf(context, { communityId, gridId, cause: `${_id}:${fields.declaredAt}` }))
  return written({ state: fields.state }, [home, ...said.writes], said.push)
})

interface Declared {
  readonly communityId: string
  readonly gridId: string | null
  readonly cause: string
}

/** The grid's leaders hear of it; where it has none, the secretaries. Nobody hears of their own. */
async function newsOf(context: Context & { readonly person: string }, declared: Declared): Promise<readonly Said[]> {
  const { communityId, gridId, cause } = declared
  const leaders = gridId === null ? [] : await holdersOf(context, { communityId, gridId, role: 'grid-leader' })
  const keepers = leaders.length > 0 ? leaders : await holdersOf(context, { communityId, role: 'secretary' })
  return keepers.map((keeper) => {
    const grid = keeper.gridId === null ? '' : `&g=${keeper.gridId}`
    const path = `/pages/work/homes/index?c=${communityId}${grid}`
    return { person: keeper.person, kind: 'home.declared', path, cause }
  })
}

interface Post {
  readonly communityId: string
  readonly role: 'grid-leader' | 'secretary'
  readonly gridId?: string
}

async function holdersOf({ store, now, person }: Context & { readonly person: string }, post: Post) {
  const { rows } = await store.memberships.page({
    where: { ...post, state: 'active' },
    order: 'until',
    direction: 'desc',
    until: now,
    after: null,
    limit: 20,
  })
  return rows.filter((one) => one.from <= now && now < one.until && one.person !== person).slice(0, mostTold)
}
