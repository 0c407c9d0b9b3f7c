import * as v from 'valibot'
import { action } from './action'
import { keptPhone, mark, phoneDoubts, revision } from './directory-fields'
import { cursor, id, time } from './fields'

/** The directory at a glance: what there is, and how much waits. Agencies are opened one by one. */
export const showDirectory = action({
  name: 'directory.show',
  kind: 'read',
  input: v.strictObject({ communityId: id }),
  output: v.object({
    name: v.string(),
    streetName: v.string(),
    /** Province, city, district. */
    region: v.array(v.string()),
    revision,
    updatedAt: time,
    grids: v.array(v.object({ gridId: id, name: v.string(), mark })),
    estates: v.array(v.object({ estateId: id, name: v.string(), address: v.string(), mark })),
    agencies: v.array(
      v.object({
        agencyId: id,
        name: v.string(),
        roles: v.array(v.string()),
        phones: v.number(),
        /** How many of them should be rung. */
        doubtful: v.number(),
      }),
    ),
    /** How many buildings are entered. */
    buildings: v.number(),
    /** Numbers that should be rung: the list is `phones.check`. */
    toCheck: v.number(),
    /** Questions of the whole community that nobody has answered: the list is `setting.list`. */
    openQuestions: v.number(),
  }),
  refusals: ['directory.missing'],
})

/** The buildings of an estate as keepers edit them. */
export const directoryBuildings = action({
  name: 'directory.buildings',
  kind: 'read',
  input: v.strictObject({ communityId: id, estateId: id, cursor }),
  output: v.object({
    buildings: v.array(
      v.object({
        buildingId: id,
        name: v.string(),
        order: v.number(),
        gridId: v.nullable(id),
        units: v.array(v.object({ id, name: v.string() })),
        floors: v.nullable(v.number()),
        roomsPerFloor: v.nullable(v.number()),
        /** Whether who asks may change it. */
        mine: v.boolean(),
        mark,
      }),
    ),
    cursor: v.nullable(v.string()),
  }),
  refusals: ['directory.missing', 'place.bad-cursor'],
})

/** The numbers that should be rung: reported ones first, then those never verified, then the oldest. */
export const checkPhones = action({
  name: 'phones.check',
  kind: 'read',
  input: v.strictObject({ communityId: id }),
  output: v.object({
    phones: v.array(
      v.object({
        ...{ agencyId: id, agencyName: v.string(), ...keptPhone },
        /** At least one. */
        why: v.array(v.picklist(phoneDoubts)),
        /** How many residents said since its verification that it is wrong. */
        reporters: v.number(),
      }),
    ),
    /** How many more there are: they come when these are done. */
    more: v.number(),
  }),
  refusals: ['directory.missing'],
})
