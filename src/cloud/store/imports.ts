import * as v from 'valibot'
import { askedBuildings, id, importKinds, importStates, time, unit } from '../../contract'
import { collection } from './collection'

/**
 * What a document will hold once its import is confirmed; null: it goes. `at` is when its import began: of two imports
 * that lay rows ready at once, the later one wins.
 */
const stagedWith = <Fields extends v.GenericSchema>(fields: Fields) =>
  v.optional(v.object({ importId: id, at: time, fields: v.nullable(fields) }))

/** Its own fields hold a place only: what it is stands in `staged`. */
const isNew = v.optional(v.literal(true))

const floors = v.optional(v.nullable(v.number()))

/** A building as people see it. An import never takes it to another estate: that would be another building. */
export const buildingFields = {
  communityId: id,
  estateId: id,
  gridId: v.nullable(id),
  name: v.string(),
  /** In which order people count them: 2号楼 before 10号楼. */
  order: v.number(),
  units: v.array(unit),
  /** null: nobody said. */
  floors,
  roomsPerFloor: floors,
}

export const buildings = collection({
  name: 'buildings',
  shape: 1,
  upgrades: {},
  indexes: [
    { name: 'by_estate', fields: ['estateId', 'order', '_id'] },
    { name: 'by_grid', fields: ['communityId', 'gridId', 'order', '_id'] },
    { name: 'by_move', fields: ['gridMovedAt', '_id'] },
  ],
  schema: v.object({
    ...buildingFields,
    /** When it came into another grid, until all that is carried over with it has been: see `directory/grid-move`. */
    gridMovedAt: v.optional(time),
    isNew,
    staged: stagedWith(v.object(buildingFields)),
  }),
})

/**
 * The rooms of a building, with who is to be looked after: people's data. `_id` is the building's with the number of the
 * part: many rooms in one document, so that an import of thousands is a hundred writes, and a look is one read.
 */
export const households = collection({
  name: 'households',
  shape: 1,
  upgrades: {},
  indexes: [
    { name: 'by_community', fields: ['communityId', 'buildingId', '_id'] },
    { name: 'by_building', fields: ['buildingId', '_id'] },
    { name: 'by_key', fields: ['keyId', '_id'] },
  ],
  schema: v.object({
    communityId: id,
    buildingId: id,
    part: v.number(),
    /** A list of `Household` as JSON, sealed. */
    rooms: v.string(),
    isNew,
    staged: stagedWith(v.object({ rooms: v.string() })),
    keyId: v.string(),
  }),
})

/** An import on its way, or what became of it. */
export const imports = collection({
  name: 'imports',
  shape: 1,
  upgrades: {},
  indexes: [
    { name: 'by_community', fields: ['communityId', 'startedAt', '_id'] },
    { name: 'by_state', fields: ['state', 'startedAt', '_id'] },
    { name: 'by_time', fields: ['startedAt', '_id'] },
    { name: 'by_key', fields: ['keyId', '_id'] },
  ],
  schema: v.object({
    communityId: id,
    kind: v.picklist(importKinds),
    state: v.picklist(importStates),
    /** Which revision is brought back; null for what else there is. */
    restores: v.nullable(v.number()),
    /** Of a plan: what was asked for. */
    asked: v.optional(v.object(askedBuildings)),
    /** The workbook, until it was read. */
    fileId: v.nullable(v.string()),
    /** The directory's, when it was compared with this; null until then. */
    revision: v.nullable(v.number()),
    /** Names its parts: each reading makes others, so that half of one is never taken for the whole. */
    plan: v.nullable(id),
    /** Parts of documents to be staged. */
    parts: v.number(),
    /** How many of them are staged, or once confirmed folded. */
    done: v.number(),
    /** Parts of the directory as it was. */
    kept: v.number(),
    /** Whether something goes that something rests on. */
    isBreaking: v.boolean(),
    /** What the keeper is shown, as JSON, sealed: it holds what people typed. */
    preview: v.nullable(v.string()),
    /** Strictly later than that of the community's import before. */
    startedAt: time,
    keyId: v.string(),
  }),
})

/** What an import will write, in the order of its batches; number 0 is the community's own. */
export const importParts = collection({
  name: 'importParts',
  shape: 1,
  upgrades: {},
  indexes: [
    { name: 'by_import', fields: ['importId', '_id'] },
    { name: 'by_time', fields: ['startedAt', '_id'] },
  ],
  schema: v.object({
    importId: id,
    /** JSON, compressed and sealed. It goes before a key does, and is never sealed anew. */
    data: v.string(),
    /** Of its import. */
    startedAt: time,
  }),
})

/**
 * How to undo a change of a directory: what it was before. `head`: one for each revision that was ended, written in the
 * commit that ended it; `part`: more of the same, laid ready before it.
 */
export const directories = collection({
  name: 'directories',
  shape: 1,
  upgrades: {},
  indexes: [
    { name: 'by_community', fields: ['communityId', 'kind', 'revision', '_id'] },
    { name: 'by_time', fields: ['at', '_id'] },
    { name: 'by_import', fields: ['importId', '_id'] },
    { name: 'by_key', fields: ['keyId', '_id'] },
  ],
  schema: v.object({
    communityId: id,
    kind: v.picklist(['head', 'part']),
    /** Of a head: the one that it brings back. */
    revision: v.number(),
    endedBy: v.picklist(['save', ...importKinds]),
    /** Of a head: the plan of the import that ended it, and how many parts it has. */
    plan: v.nullable(id),
    parts: v.number(),
    /** Of a part: the import that has laid it ready. */
    importId: v.optional(id),
    /** JSON, compressed and sealed. Of rooms where they are, and nothing of who lives in them. */
    data: v.string(),
    at: time,
    keyId: v.string(),
  }),
})
