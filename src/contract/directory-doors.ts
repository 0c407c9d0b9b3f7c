import * as v from 'valibot'
import { mostUnits } from '../domain/directory/limits'
import { action } from './action'
import { doorCode, id, time, why } from './fields'

/** The codes of a building and its units, those in force first. */
export const listDoorCodes = action({
  name: 'doorcode.list',
  kind: 'read',
  input: v.strictObject({ buildingId: id }),
  output: v.object({
    buildingName: v.string(),
    estateName: v.string(),
    units: v.array(v.object({ id, name: v.string() })),
    codes: v.array(
      v.object({
        code: v.string(),
        /** null: of the whole building. */
        unitId: v.nullable(id),
        state: v.picklist(['active', 'revoked']),
        madeAt: time,
        revokedAt: v.nullable(time),
      }),
    ),
  }),
  refusals: ['building.missing'],
})

/** Makes a code for each of these doors that has none in force; asked again, nothing is made twice. */
export const makeDoorCodes = action({
  name: 'doorcode.make',
  kind: 'write',
  input: v.strictObject({
    buildingId: id,
    /** Units; null stands for the building as a whole. */
    doors: v.pipe(v.array(v.nullable(id)), v.minLength(1), v.maxLength(mostUnits + 1)),
  }),
  output: v.object({
    /** What was made now. */
    codes: v.array(v.object({ code: v.string(), unitId: v.nullable(id) })),
    /** Doors that wait for another turn: one commit holds only so many. */
    left: v.number(),
  }),
  refusals: ['building.missing', 'building.no-unit'],
})

/** Takes a code out of force: whoever scans it is told so. */
export const revokeDoorCode = action({
  name: 'doorcode.revoke',
  kind: 'write',
  input: v.strictObject({ code: doorCode, why }),
  output: v.object({ revokedAt: time }),
  refusals: ['doorcode.missing'],
})

/** The same, and a new code for that door. */
export const replaceDoorCode = action({
  name: 'doorcode.replace',
  kind: 'write',
  input: v.strictObject({ code: doorCode, why }),
  output: v.object({ code: v.string() }),
  refusals: [
    'doorcode.missing',
    /** It is out of force already, and the door has another. */
    'doorcode.revoked',
    'building.missing',
    'building.no-unit',
  ],
})
