import { confirmHome as confirmContract, listHomes as listContract, refuse } from '../../contract'
import { handle, written } from '../handle'
import { news } from '../roles/news'
import { decodeCursor } from '../store'
import { voicesDecided } from '../notice/voice-decided'
import { audit } from './audit'
import { sealedAt } from './ids'
import { findBuildings } from '../store/visible'

const pageSize = 20

/** Homes for those who may confirm them, oldest first. Three reads: the homes, their people, their buildings. */
export const list = handle(listContract, {
  load: ({ communityId, gridId }) =>
    Promise.resolve({ loaded: undefined, belongs: { owner: null, communityId, gridId, agencyId: null } }),
  async work({ communityId, gridId, state, cursor: from }, { store, keys, person }) {
    const after = from === null ? null : decodeCursor(from, 'number')
    if (from !== null && !after) return refuse('place.bad-cursor')
    const { rows, cursor } = await store.homes.page({
      where: gridId === null ? { communityId, state } : { communityId, gridId, state },
      order: 'declaredAt',
      after,
      limit: pageSize,
    })
    const [people, buildings] = await Promise.all([
      store.people.findAll(rows.map((row) => row.person)),
      findBuildings(
        store,
        rows.map(({ buildingId }) => buildingId),
      ),
    ])
    const names = new Map(
      people.map(({ _id, name }) => [_id, name && keys.unseal(name, sealedAt('people', 'name', _id))]),
    )
    const places = new Map(buildings.map((building) => [building._id, building]))
    return {
      homes: rows.map((row) => {
        const building = places.get(row.buildingId)
        return {
          homeId: row._id,
          name: names.get(row.person) ?? null,
          buildingName: building?.name ?? '',
          unitName: building?.units.find(({ id }) => id === row.unitId)?.name ?? null,
          room: row.room === null ? null : keys.unseal(row.room, sealedAt('homes', 'room', row._id)),
          state: row.state,
          declaredAt: row.declaredAt,
          mine: row.person === person,
        }
      }),
      cursor,
    }
  },
})

/**
 * A keeper's word on a home; deciding again undoes it. What was decided the same way is answered so and written no
 * second time. Reads the home; writes it, what was said from it to questions
 * to households, a line of the audit log, and news for who lives there.
 */
export const confirm = handle(confirmContract, {
  async load({ homeId }, { store }) {
    const home = await store.homes.find(homeId)
    if (!home) return refuse('home.missing')
    const { person, communityId, gridId } = home
    return { loaded: home, belongs: { owner: person, communityId, gridId, agencyId: null } }
  },
  async work({ confirmed, seen }, context) {
    const { loaded: home, person, now, store, as } = context
    const state = confirmed ? 'confirmed' : 'declined'
    if (home.person === person) return refuse('home.own')
    if (home.declaredAt !== seen.declaredAt) return refuse('home.changed')
    if (home.state === state) return written({ state }, [])
    if (home.state !== seen.state) return refuse('home.changed')
    const { _id, communityId, version } = home
    const verb = confirmed ? 'home.confirm' : 'home.decline'
    const kind = confirmed ? 'home.confirmed' : 'home.declined'
    // By its version: the same word twice about the same place, with another between, is two pieces of news.
    const cause = `${_id}:${version}`
    const said = news(context, [{ person: home.person, kind, path: '/pages/mine/home/index', cause }])
    const decided = { ...home, state, decidedBy: as.membership?._id ?? null, decidedAt: now } as const
    const writes = [
      store.homes.replacing(decided),
      ...(await voicesDecided(context, decided)),
      audit(context, { verb, communityId, subject: { collection: 'homes', id: _id } }),
      ...said.writes,
    ]
    return written({ state }, writes, said.push)
  },
})
