import * as v from 'valibot'
import { action } from './action'
import { agency, id, settings, time, unit } from './fields'
import { doorNotice } from './notice-open'

/** A place with everything that the phone needs to answer 找谁 there, also off line. All of it is public. */
export const doorView = v.object({
  place: v.object({
    communityId: id,
    communityName: v.string(),
    streetName: v.string(),
    /** Province, city, district. */
    region: v.array(v.string()),
    gridId: v.nullable(id),
    gridName: v.nullable(v.string()),
    estateId: id,
    estateName: v.string(),
    buildingId: id,
    buildingName: v.string(),
    unitId: v.nullable(id),
    unitName: v.nullable(v.string()),
  }),
  /** The community's settings with the estate's laid over them. */
  settings,
  /** Those that serve this place, or that a setting names. */
  agencies: v.array(agency),
  /** Ids of the matters most asked here, as the community's keepers chose them. */
  commonMatters: v.array(v.string()),
  /** Of the directory; grows with each change. */
  revision: v.number(),
  /** When the community last changed its directory. */
  updatedAt: time,
  /** Notices that concern this place, or perhaps do, as they stand at the door: emergencies first. At most 12. */
  notices: v.array(doorNotice),
})
export type DoorView = v.InferOutput<typeof doorView>

/** What a scan gave, which may be anything: what cannot be a door code is one that nobody made. */
const scannedText = v.pipe(v.string(), v.maxLength(1000))

/** Opens a place: by the code on its door, or as chosen by hand. */
export const openDoor = action({
  name: 'door.open',
  kind: 'read',
  input: v.variant('by', [
    v.strictObject({ by: v.literal('code'), code: scannedText }),
    v.strictObject({ by: v.literal('place'), buildingId: id, unitId: v.nullable(id) }),
  ]),
  output: doorView,
  refusals: [
    /** No such code, building or unit. */
    'door.unknown',
    /** The code was withdrawn: the poster was stolen, forged or replaced. */
    'door.revoked',
  ],
})

/** The communities and their estates, for choosing a place by hand. */
export const listPlaces = action({
  name: 'place.list',
  kind: 'read',
  input: v.strictObject({ cursor: v.nullable(v.pipe(v.string(), v.maxLength(200))) }),
  output: v.object({
    communities: v.array(
      v.object({
        id,
        name: v.string(),
        streetName: v.string(),
        estates: v.array(v.object({ id, name: v.string(), address: v.string() })),
      }),
    ),
    /** Pass it on for the next page; null at the end. */
    cursor: v.nullable(v.string()),
  }),
  refusals: ['place.bad-cursor'],
})

/** The buildings of an estate with their units, in the order in which people count them. */
export const listBuildings = action({
  name: 'place.buildings',
  kind: 'read',
  input: v.strictObject({ estateId: id, cursor: v.nullable(v.pipe(v.string(), v.maxLength(200))) }),
  output: v.object({
    buildings: v.array(v.object({ id, name: v.string(), units: v.array(unit) })),
    cursor: v.nullable(v.string()),
  }),
  refusals: ['place.bad-cursor'],
})
