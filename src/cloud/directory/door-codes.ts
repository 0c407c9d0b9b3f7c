import { randomInt } from 'node:crypto'
import {
  listDoorCodes as listContract,
  makeDoorCodes as makeContract,
  refuse,
  replaceDoorCode as replaceContract,
  revokeDoorCode as revokeContract,
} from '../../contract'
import { handle, written } from '../handle'
import { audit } from '../people/audit'
import type { Store } from '../store'
import { loadBuilding, loadDoorCode } from './load'
import type { BuildingRow } from './revision'

/** What cannot be misread when somebody reads a code aloud: no 0 O 1 I L U. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 30^12, about 2^59: nobody guesses one that hangs somewhere. */
const length = 12

const newCode = (): string => Array.from({ length }, () => letters[randomInt(letters.length)] ?? '').join('')

/** Doors of a building with all its units, and those that were revoked lately. */
const mostActive = 100
const mostRevoked = 20
/** In one commit, beside the building, a line of the audit log, the counter and the resend record. */
const mostMade = 16

async function codesOf(store: Store, buildingId: string, state: 'active' | 'revoked', limit: number) {
  const { rows } = await store.doorCodes.page({
    where: { buildingId, state },
    ...{ order: 'madeAt', direction: 'desc', after: null, limit },
  })
  return rows
}

const hasDoor = ({ units }: BuildingRow, unitId: string | null): boolean =>
  unitId === null || units.some(({ id }) => id === unitId)

const aCode = (store: Store, { communityId, _id: buildingId }: BuildingRow, unitId: string | null, now: number) => {
  const code = newCode()
  const place = { communityId, buildingId, unitId }
  const write = store.doorCodes.inserting({ _id: code, ...place, state: 'active', madeAt: now, revokedAt: null })
  return { code, write }
}

/**
 * The commit that gives doors their codes, sixteen at most: the codes, a line of the audit log, and the building as it is
 * kept, so that two at once make no two for one door. It has to be read before its codes were.
 */
export function codesFor(
  context: Parameters<typeof audit>[0],
  building: BuildingRow,
  doors: readonly (string | null)[],
) {
  const { store, now } = context
  const { _id: id, communityId } = building
  const made = doors.slice(0, mostMade).map((unitId) => ({ unitId, ...aCode(store, building, unitId, now) }))
  const noted = audit(context, { verb: 'doorcode.make', communityId, subject: { collection: 'buildings', id } })
  return {
    codes: made.map(({ code, unitId }) => ({ code, unitId })),
    writes: [store.buildings.replacing(building), ...made.map(({ write }) => write), noted],
  }
}

/** Four reads: the building, its community, its codes in force, and those that were. */
export const listDoorCodes = handle(listContract, {
  load: loadBuilding,
  async work({ buildingId }, { store, loaded: building }) {
    const [community, active, revoked] = await Promise.all([
      store.communities.find(building.communityId),
      codesOf(store, buildingId, 'active', mostActive),
      codesOf(store, buildingId, 'revoked', mostRevoked),
    ])
    return {
      buildingName: building.name,
      estateName: community?.estates.find(({ id }) => id === building.estateId)?.name ?? '',
      units: building.units,
      codes: [...active, ...revoked].map(({ _id, unitId, state, madeAt, revokedAt }) => ({
        ...{ code: _id, unitId, state, madeAt, revokedAt },
      })),
    }
  },
})

/** Written: see `codesFor`. */
export const makeDoorCodes = handle(makeContract, {
  load: loadBuilding,
  async work({ buildingId, doors }, context) {
    const { loaded: building, store } = context
    if (!doors.every((unitId) => hasDoor(building, unitId))) return refuse('building.no-unit')
    // The document itself: what is seen of it may lie beside its own fields.
    const kept = await store.buildings.find(buildingId)
    if (!kept) return refuse('building.missing')
    const active = await codesOf(store, buildingId, 'active', mostActive)
    const wanted = [...new Set(doors)].filter((unitId) => !active.some((code) => code.unitId === unitId))
    if (wanted.length === 0) return written({ codes: [], left: 0 }, [])
    const { codes, writes } = codesFor(context, kept, wanted)
    return written({ codes, left: wanted.length - codes.length }, writes)
  },
})

/** Written: the code, a line of the audit log. One that is out of force already is answered so. */
export const revokeDoorCode = handle(revokeContract, {
  load: loadDoorCode,
  async work({ code, why }, context) {
    const { loaded, store, now } = context
    const { door } = loaded
    if (door.state === 'revoked') return written({ revokedAt: door.revokedAt ?? now }, [])
    const { communityId } = door
    return written({ revokedAt: now }, [
      store.doorCodes.replacing({ ...door, state: 'revoked', revokedAt: now }),
      audit(context, { verb: 'doorcode.revoke', communityId, subject: { collection: 'doorCodes', id: code }, why }),
    ])
  },
})

/** Written: the old code, the new one, a line of the audit log. Of two at once one makes it. */
export const replaceDoorCode = handle(replaceContract, {
  load: loadDoorCode,
  async work({ code, why }, context) {
    const { loaded, store, now } = context
    const { door, building } = loaded
    if (door.state === 'revoked') return refuse('doorcode.revoked')
    if (!building) return refuse('building.missing')
    if (!hasDoor(building, door.unitId)) return refuse('building.no-unit')
    const next = aCode(store, building, door.unitId, now)
    const { communityId } = door
    return written({ code: next.code }, [
      store.doorCodes.replacing({ ...door, state: 'revoked', revokedAt: now }),
      next.write,
      audit(context, { verb: 'doorcode.replace', communityId, subject: { collection: 'doorCodes', id: code }, why }),
    ])
  },
})
