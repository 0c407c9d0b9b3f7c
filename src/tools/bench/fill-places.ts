import { sealRooms } from '../../cloud/files/load'
import { householdId } from '../../cloud/files/plan'
import { firstDocument } from '../../cloud/store/collection'
import { definitions } from '../../cloud/store/documents'
import type { Household } from '../../domain/directory'
import type { Database } from '../../local/start'
import { keys } from '../support/proof/documents'
import { fullDoor, full } from './fill'

const communityId = 'full-00000'
const { buildingId } = fullDoor
const madeAt = Date.parse('2026-09-01T00:00:00+08:00')
const times = <Of>(count: number, make: (at: number) => Of): Of[] => Array.from({ length: count }, (_, at) => make(at))

/** As many rooms as one document holds: those of each unit, and in each somebody to be looked after. */
const rooms: readonly Household[] = times(300, (at) => ({
  ...{ id: `full-room-${at}`, buildingId, unitId: `${buildingId}-u${(at % full.unitsEach) + 1}` },
  ...{ room: String(101 + at), floor: 1 + Math.floor(at / 20), name: '欧阳阿姨和李大爷', phone: '13900000000' },
  ...{ needs: ['over-60', 'alone', 'hard-to-walk', 'low-income'] as const, consent: true },
}))

/** A code on every door of the first building, as many of before as are listed, and who lives there. */
export function fillPlaces(database: Database): void {
  const code = (id: string, unit: number | null, state: 'active' | 'revoked') =>
    firstDocument(definitions.doorCodes, {
      ...{ _id: id, communityId, buildingId, unitId: unit === null ? null : `${buildingId}-u${unit + 1}`, state },
      ...{ madeAt, revokedAt: state === 'revoked' ? madeAt : null },
    })
  database.insert('doorCodes', [
    ...times(full.unitsEach, (unit) => code(`FULLUNIT${String(unit).padStart(4, '0')}`, unit, 'active')),
    ...times(20, (at) => code(`FULLGONE${String(at).padStart(4, '0')}`, null, 'revoked')),
  ])
  const _id = householdId(buildingId, 1)
  const part = (id: string) => ({
    communityId,
    buildingId,
    part: 1,
    rooms: sealRooms(keys, id, 'rooms', rooms),
    keyId: keys.currentKey,
  })
  database.insert('households', [firstDocument(definitions.households, { _id, ...part(_id) })])
}
