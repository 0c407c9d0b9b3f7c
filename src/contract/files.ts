import * as v from 'valibot'
import { comparedKinds } from '../domain/directory/compare'
import { longest } from '../domain/directory/limits'
import { needs } from '../domain/directory/types'
import { heldRoles } from '../domain/people/roles'
import { action, type Action } from './action'
import { cursor, day, id, time, words } from './fields'

// What takes longer or is larger than a page's call: it runs in the function `files`.

/** Declares an action that runs in the function `files`; `client/runs-in` says so again for phones. */
const inFiles = <A extends Action>(declared: A): A & { readonly runsIn: 'files' } => ({ ...declared, runsIn: 'files' })

/** Bytes of a workbook that is taken in. */
export const largestWorkbook = 5 * 1024 * 1024
/** Buildings of one file of posters. */
export const mostPosterBuildings = 100

/**
 * `reading`: the workbook is on its way or being read; `faulty`: there is something to mend in it; `staging`: its rows
 * are being laid ready, and nobody sees them; `ready`: it can be confirmed; `confirmed`: everybody sees it, and the rows
 * are being tidied up; `done`; `cancelled`: given up, or a later import took its place.
 */
export const importStates = [
  ...(['reading', 'faulty', 'staging', 'ready', 'confirmed', 'done', 'cancelled'] as const),
] as const
const importState = v.picklist(importStates)

/** A workbook, an earlier revision, or buildings that are all alike. */
export const importKinds = ['workbook', 'restore', 'plan'] as const

/** How far it is: `done` of `total` parts of what the state does. */
const progress = { state: importState, done: v.number(), total: v.number() }

/** The workbook to fill in, with this community's questions. */
export const importTemplate = inFiles(
  action({
    name: 'import.template',
    kind: 'read',
    input: v.strictObject({ communityId: id }),
    output: v.object({ /** .xlsx in base64. */ file: v.string(), name: v.string() }),
    refusals: ['import.no-community'],
  }),
)

/**
 * Begins an import and says where the phone may put the workbook. What was begun before and not confirmed is given up:
 * a community has one at a time. Nothing of it is visible before `import.confirm`.
 */
export const startImport = inFiles(
  action({
    name: 'import.start',
    kind: 'write',
    input: v.strictObject({ communityId: id, /** Bytes. */ size: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
    output: v.object({ importId: id, /** In the cloud's storage. */ path: v.string() }),
    refusals: ['import.no-community', /** More bytes than `largestWorkbook`. */ 'import.too-large'],
  }),
)

/** How far a number of a plan may go before the rules are asked; they refuse it with `import.bad-plan`. */
const planned = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000))

/** Buildings that are all alike, and where they stand. */
export const askedBuildings = {
  /** null: in a new estate. */
  estateId: v.nullable(id),
  /** The new estate; read only where `estateId` is null. */
  estate: v.nullable(
    v.strictObject({
      name: words(longest.name),
      /** May be empty. */ address: v.pipe(v.string(), v.trim(), v.maxLength(longest.address)),
    }),
  ),
  gridId: v.nullable(id),
  /** The number of the first building. */
  first: planned,
  buildings: planned,
  /** Of each; 0: they have none. */
  units: planned,
  floors: planned,
  /** On one floor of one unit. */
  roomsPerFloor: planned,
  /** Whether the rooms are listed too, with nobody in them. */
  rooms: v.boolean(),
}

/**
 * "5 buildings, 4 units, 6 floors, 2 a floor": begins an import without a file, with the same steps and the same preview.
 * A building that is there already under one of the names stays as it is; only what nobody has said of it yet (its grid,
 * its units, its floors) is filled in. Nothing goes by a plan.
 */
export const planImport = inFiles(
  action({
    name: 'import.plan',
    kind: 'write',
    input: v.strictObject({ communityId: id, ...askedBuildings }),
    output: v.object({ importId: id }),
    refusals: [
      'import.no-community',
      /** A number is out of its bounds (`planBounds`), or there would be more than `mostPlannedRooms` rooms. */
      'import.bad-plan',
      /** Neither one that is there nor a new one, or it is gone. */
      'estate.missing',
      'estate.same-name',
      'grid.missing',
      /** More estates, or more buildings of one, than a directory holds. */
      'directory.full',
      ...(['content.refused', 'content.unchecked'] as const),
    ],
  }),
)

/**
 * Goes on with an import for some seconds: reads and checks the workbook, lays rows ready, and after the confirming tidies
 * up. Called until the state is none of `reading`, `staging` and `confirmed`; after a lost reply simply again.
 */
export const stepImport = inFiles(
  action({
    name: 'import.step',
    kind: 'write',
    input: v.strictObject({
      importId: id,
      /** As the upload answered it: cloud://…; null once it was read, for a restoring and for a plan. */
      fileId: v.nullable(v.pipe(v.string(), v.maxLength(500))),
    }),
    output: v.object(progress),
    refusals: [
      'import.missing',
      /** Given up, or a later one took its place. */
      'import.over',
      /** The workbook does not lie where it should. */
      'import.no-file',
      /** The directory was changed since it was read: begin anew. */
      'import.outdated',
      /** What would bring that revision back is not kept any more. */
      'revision.missing',
      /** Nobody can be asked about the new words now: the file stays, and a later call goes on. */
      'content.unchecked',
    ],
  }),
)

const change = v.object({ count: v.number(), examples: v.array(v.string()) })

export const importView = v.object({
  importId: id,
  kind: v.picklist(importKinds),
  ...progress,
  startedAt: time,
  /** Of the directory that it was compared with; null until it was read. */
  revision: v.nullable(v.number()),
  /** Why the file cannot be read at all, as a sentence; null where it can. */
  fault: v.nullable(v.string()),
  /** What is wrong, in the order of reading; `stops`: it cannot be confirmed with it. */
  problems: v.array(
    v.object({ sheet: v.nullable(v.string()), cell: v.nullable(v.string()), words: v.string(), stops: v.boolean() }),
  ),
  /** How many there are in truth, and how many of them stop it. */
  found: v.number(),
  stopping: v.number(),
  /** What it would do. Kinds of which nothing comes, changes or goes are left out. */
  changes: v.array(v.object({ kind: v.picklist(comparedKinds), comes: change, changes: change, goes: change })),
  /** What goes although something still rests on it. */
  breaks: v.array(
    v.object({
      kind: v.picklist(['building', 'unit', 'agency', 'grid']),
      name: v.string(),
      doorCodes: v.number(),
      households: v.number(),
      /** Residents who said that they live there. */
      homes: v.number(),
      requests: v.number(),
      members: v.number(),
    }),
  ),
  /** Rooms in which somebody is kept now and nobody afterwards: that cannot be brought back. */
  emptied: v.number(),
  /** Whom the sheet of members names, the first of them: they are invited one by one, an import gives nobody a role. */
  members: v.array(
    v.object({
      name: v.string(),
      role: v.picklist(heldRoles),
      gridId: v.nullable(id),
      agencyId: v.nullable(id),
      until: v.nullable(day),
    }),
  ),
  /** How many it names in truth. */
  memberCount: v.number(),
})
export type ImportView = v.InferOutput<typeof importView>

/** One import, or the community's last one where `importId` is null. */
export const showImport = inFiles(
  action({
    name: 'import.show',
    kind: 'read',
    input: v.strictObject({ communityId: id, importId: v.nullable(id) }),
    output: importView,
    refusals: ['import.missing'],
  }),
)

/** Makes everything of an import visible at once, or nothing. The directory as it was can be brought back. */
export const confirmImport = inFiles(
  action({
    name: 'import.confirm',
    kind: 'write',
    input: v.strictObject({
      importId: id,
      /** Whether what breaks by it was seen and is meant. */ breaks: v.boolean(),
      /** Whether it is meant that rooms are emptied of who lives in them. */ rooms: v.optional(v.boolean(), false),
    }),
    output: v.object({ revision: v.number(), ...progress }),
    refusals: [
      'import.missing',
      'import.over',
      /** It is still being read or laid ready, or has something to be mended. */
      'import.not-ready',
      /** The directory was changed since it was read: begin anew. */
      'import.outdated',
      /** Something goes on which door codes, rooms or open requests rest, and nobody said that it is meant. */
      'import.breaks',
      /** Rooms lose who is kept in them, and nobody said that it is meant. */
      'import.empties',
    ],
  }),
)

/** Gives an import up. Nothing of it was ever visible. */
export const cancelImport = inFiles(
  action({
    name: 'import.cancel',
    kind: 'write',
    input: v.strictObject({ importId: id }),
    output: v.object({ state: importState }),
    refusals: ['import.missing', /** It is confirmed. */ 'import.over'],
  }),
)

/** The revisions that can be brought back, newest first. */
export const listRevisions = inFiles(
  action({
    name: 'revision.list',
    kind: 'read',
    input: v.strictObject({ communityId: id, cursor }),
    output: v.object({
      revisions: v.array(
        v.object({
          revision: v.number(),
          /** Until when it was the present one. */
          until: time,
          /** What took its place: a save of a keeper, a workbook, an earlier revision, or a plan of buildings. */
          endedBy: v.picklist(['save', ...importKinds]),
        }),
      ),
      cursor: v.nullable(v.string()),
    }),
    refusals: ['place.bad-cursor'],
  }),
)

/** Begins to bring a revision back: an import without a file, with the same steps and the same preview. */
export const restoreRevision = inFiles(
  action({
    name: 'revision.restore',
    kind: 'write',
    input: v.strictObject({ communityId: id, revision: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
    output: v.object({ importId: id }),
    refusals: ['import.no-community', 'revision.missing'],
  }),
)

/** The directory as the workbook that an import takes. With households it holds people's data. Logged. */
export const exportDirectory = inFiles(
  action({
    name: 'export.directory',
    kind: 'write',
    again: 'anew',
    input: v.strictObject({ communityId: id, households: v.boolean() }),
    output: v.object({ /** .xlsx in base64. */ file: v.string(), name: v.string() }),
    refusals: ['import.no-community', /** More than a reply can carry. */ 'export.too-large'],
  }),
)

/**
 * Posters of the door codes in force as one PDF, a page of A4 each. The next file of the same buildings takes its place.
 * `link`: the code is an ordinary link; `mini-program`: WeChat's own, at most 60 pages at a time.
 */
export const makePosters = inFiles(
  action({
    name: 'poster.make',
    kind: 'write',
    again: 'anew',
    input: v.strictObject({
      communityId: id,
      gridId: v.nullable(id),
      estateId: id,
      /** Empty: the whole estate. */
      buildingIds: v.pipe(v.array(id), v.maxLength(mostPosterBuildings)),
      form: v.picklist(['link', 'mini-program']),
    }),
    output: v.object({
      /** Good for some minutes. */
      url: v.string(),
      name: v.string(),
      pages: v.number(),
      /** Buildings of these that have no door code in force. */
      without: v.array(v.string()),
      /** Letters that the font does not have: on the poster they are empty squares. */
      unprintable: v.array(v.string()),
    }),
    refusals: [
      'poster.no-place',
      /** None of these has a door code in force. */
      'poster.no-codes',
      /** More pages than one file can hold: choose fewer buildings. */
      'poster.too-many',
      /** Nobody has said to which address the links lead: DOOR_LINK. */
      'poster.no-link',
      /** WeChat cannot be asked now. */
      'poster.no-picture',
    ],
  }),
)

/**
 * Makes the door codes that are still missing: one for each building of an estate, or one for each unit (a building without
 * units gets one). Some seconds of them; call it again with a new key while `left` is more than 0. Doors that have a code
 * in force keep it, so that a second time changes nothing.
 */
export const fillDoorCodes = inFiles(
  action({
    name: 'doorcode.fill',
    kind: 'write',
    input: v.strictObject({
      communityId: id,
      /** The own grid of a grid leader: buildings of others are left out. */ gridId: v.nullable(id),
      estateId: id,
      per: v.picklist(['building', 'unit']),
    }),
    output: v.object({
      /** Now. */ made: v.number(),
      /** Doors that have none yet. */ left: v.number(),
    }),
    refusals: ['import.no-community', 'estate.missing'],
  }),
)

/**
 * The rooms of a building with who is to be looked after. Each look is logged once a day for reader and building. A duty
 * member says first that they are on duty, which holds for some hours and is logged too: decision 0038.
 */
export const listHouseholds = inFiles(
  action({
    name: 'household.list',
    kind: 'write',
    again: 'anew',
    input: v.strictObject({
      buildingId: id,
      /** 1 is the first. */ part: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99)),
      /** A duty member's word that they are on duty now; of the grid's own leader nobody wants it. */
      onDuty: v.optional(v.boolean(), false),
    }),
    output: v.object({
      buildingName: v.string(),
      estateName: v.string(),
      /** Whether there is a further part; one has at most 300 rooms. */
      isMore: v.boolean(),
      rooms: v.array(
        v.object({
          id,
          unitName: v.nullable(v.string()),
          room: v.string(),
          floor: v.nullable(v.number()),
          name: v.nullable(v.string()),
          phone: v.nullable(v.string()),
          needs: v.array(v.picklist(needs)),
        }),
      ),
    }),
    refusals: [
      'household.no-building',
      /** A duty member who has not said that they are on duty, or some hours ago. */
      'household.not-on-duty',
    ],
  }),
)

/** Bytes of the one file of a notice. */
export const largestNoticeFile = 10 * 1024 * 1024
export const noticeFileKinds = ['pdf', 'docx', 'xlsx'] as const

/** Says where the phone may put the file of a notice. What was begun and is in no notice a day later is swept. */
export const beginNoticeFile = inFiles(
  action({
    name: 'noticefile.begin',
    kind: 'write',
    needs: ['account'],
    input: v.strictObject({
      communityId: id,
      /** As it is called: what readers see. */
      name: words(60),
      /** Bytes. */ size: v.pipe(v.number(), v.integer(), v.minValue(0)),
    }),
    output: v.object({ fileId: id, /** In the cloud's storage. */ path: v.string() }),
    refusals: ['noticefile.too-large', 'noticefile.kind', 'content.refused', 'content.unchecked'],
  }),
)

/** Hands in a file that was uploaded to its path: the server takes it over, out of the phone's reach. Again changes nothing. */
export const addNoticeFile = inFiles(
  action({
    name: 'noticefile.add',
    kind: 'write',
    needs: ['account'],
    input: v.strictObject({
      fileId: id,
      /** As the upload answered it: cloud://… */
      uploaded: v.pipe(v.string(), v.maxLength(500)),
    }),
    output: v.object({ fileId: id, name: v.string(), size: v.number() }),
    refusals: ['noticefile.missing', 'noticefile.too-large', 'noticefile.kind'],
  }),
)

/** A notice as A4 pages for the door: large type, and a code that opens it; one page for each building, or one for all. */
export const makeNoticePoster = inFiles(
  action({
    name: 'notice.poster',
    kind: 'write',
    again: 'anew',
    input: v.strictObject({ noticeId: id, form: v.picklist(['link', 'mini-program']) }),
    output: v.object({
      /** Good for some minutes. */
      url: v.string(),
      name: v.string(),
      pages: v.number(),
      unprintable: v.array(v.string()),
    }),
    refusals: ['notice.missing', 'notice.not-now', 'poster.no-link', 'poster.no-picture'],
  }),
)
