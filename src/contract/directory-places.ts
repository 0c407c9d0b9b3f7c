import * as v from 'valibot'
import { longest, mostFloors, mostRoomsPerFloor, mostUnits } from '../domain/directory/limits'
import { action } from './action'
import { mark, name, revision, seen } from './directory-fields'
import { id, words } from './fields'

/** Enters a building, or changes it. It stays in its estate for good. */
export const saveBuilding = action({
  name: 'building.save',
  kind: 'write',
  input: v.strictObject({
    communityId: id,
    estateId: id,
    buildingId: v.nullable(id),
    seen,
    name,
    /** In which order people count them; null: as its name says. */
    order: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000))),
    gridId: v.nullable(id),
    units: v.pipe(v.array(v.strictObject({ id: v.nullable(id), name: words(longest.label) })), v.maxLength(mostUnits)),
    floors: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostFloors))),
    roomsPerFloor: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostRoomsPerFloor))),
  }),
  output: v.object({ buildingId: id, revision }),
  refusals: [
    'directory.missing',
    'directory.full',
    'estate.missing',
    'grid.missing',
    'building.missing',
    'building.moved',
    /** Another building of the estate is called so, or two of its units are. */
    'building.same-name',
    /** A grid leader takes no building out of the own grid. */
    'building.not-your-grid',
    /** A unit that is to go has door codes, households, homes or requests. */
    'building.unit-in-use',
    'content.refused',
    'content.unchecked',
  ],
})

export const removeBuilding = action({
  name: 'building.remove',
  kind: 'write',
  input: v.strictObject({ buildingId: id, seen: mark }),
  output: v.object({ revision }),
  refusals: [
    'directory.missing',
    'building.missing',
    'building.moved',
    /** Posters with its codes hang somewhere: revoke them first. */
    'building.has-codes',
    'building.has-households',
    /** Residents said that they live there. */
    'building.has-homes',
    /** Requests or wishes from there are not over. */
    'building.has-requests',
    /** An agency serves this building and nothing else. */
    'building.has-agencies',
  ],
})

export const saveGrid = action({
  name: 'grid.save',
  kind: 'write',
  input: v.strictObject({ communityId: id, gridId: v.nullable(id), seen, name }),
  output: v.object({ gridId: id, revision }),
  refusals: [
    ...(['directory.missing', 'directory.full', 'grid.missing', 'grid.moved', 'grid.same-name'] as const),
    ...(['content.refused', 'content.unchecked'] as const),
  ],
})

export const removeGrid = action({
  name: 'grid.remove',
  kind: 'write',
  input: v.strictObject({ communityId: id, gridId: id, seen: mark }),
  output: v.object({ revision }),
  refusals: [
    ...(['directory.missing', 'grid.missing', 'grid.moved'] as const),
    ...(['grid.has-buildings', 'grid.has-members', 'grid.has-agencies'] as const),
    /** An import was confirmed just now, and is being tidied up. */
    'directory.settling',
  ],
})

export const saveEstate = action({
  name: 'estate.save',
  kind: 'write',
  input: v.strictObject({
    ...{ communityId: id, estateId: v.nullable(id), seen, name },
    /** May be empty. */
    address: v.pipe(v.string(), v.trim(), v.maxLength(longest.address)),
  }),
  output: v.object({ estateId: id, revision }),
  refusals: [
    ...(['directory.missing', 'directory.full', 'estate.missing', 'estate.moved', 'estate.same-name'] as const),
    ...(['content.refused', 'content.unchecked'] as const),
  ],
})

export const removeEstate = action({
  name: 'estate.remove',
  kind: 'write',
  input: v.strictObject({ communityId: id, estateId: id, seen: mark }),
  output: v.object({ revision }),
  refusals: [
    ...(['directory.missing', 'estate.missing', 'estate.moved'] as const),
    ...(['estate.has-buildings', 'estate.has-agencies', 'directory.settling'] as const),
  ],
})
