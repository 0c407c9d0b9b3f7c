import type { ActionName } from '../../../contract'
import type { ImportFields } from '../../../cloud/store/documents'
import { fresh, keys, put } from './documents'
import { about, type About, type Making } from './making'
import { here, placeOf, there, type Situation } from './situations'

/** The actions of the function `files`. */
export type FileAction =
  Extract<ActionName, `${'import' | 'revision' | 'export' | 'poster' | 'household'}.${string}`> | 'doorcode.fill'

const estateOf = (communityId: string) => (communityId === here ? 'heyuan' : 'mill-compound')

const whole = (over: object = {}): About => ({
  varies: ['community'],
  input: (_, situation) => ({ communityId: placeOf(situation).communityId, ...over }),
})

/** An import as it is right after its beginning. */
export function importDocument(communityId: string, now: number, over: Partial<ImportFields> = {}) {
  return {
    ...{ _id: fresh('import'), communityId, kind: 'workbook' as const, state: 'reading' as const, restores: null },
    ...{ fileId: null, revision: null, plan: null, parts: 0, done: 0, kept: 0, isBreaking: false, preview: null },
    ...{ startedAt: now, keyId: keys.currentKey, ...over },
  }
}

const aPlan = {
  ...{ gridId: null, first: 201, buildings: 2, units: 2, floors: 6, roomsPerFloor: 2, rooms: true },
}
const planned = (communityId: string) => ({ communityId, estateId: estateOf(communityId), estate: null, ...aPlan })

const anImport = (inputOf: (importId: string) => object): About =>
  about('imports', ['community'], ({ now }, situation) => importDocument(placeOf(situation).communityId, now), inputOf)

export function householdBuilding({ database }: Making, situation: Situation) {
  const { communityId, gridId } = placeOf(situation)
  const _id = fresh('lived')
  const document = { _id, communityId, estateId: estateOf(communityId), gridId, name: _id, order: 950, units: [] }
  put(database, 'buildings', [document])
  return document
}

export const filesAbout: Readonly<Record<FileAction, About>> = {
  'import.template': whole(),
  'import.start': whole({ size: 1000 }),
  'import.plan': { varies: ['community'], input: (_, situation) => planned(placeOf(situation).communityId) },
  'import.step': anImport((importId) => ({ importId, fileId: null })),
  'import.show': {
    varies: ['community'],
    input({ database, now }, situation) {
      const document = importDocument(placeOf(situation).communityId, now)
      put(database, 'imports', [document])
      return { communityId: document.communityId, importId: document._id }
    },
  },
  'import.confirm': anImport((importId) => ({ importId, breaks: false })),
  'import.cancel': anImport((importId) => ({ importId })),
  'revision.list': whole({ cursor: null }),
  'revision.restore': whole({ revision: 1 }),
  'export.directory': whole({ households: true }),
  'poster.make': {
    varies: ['community', 'grid'],
    input: (_, situation) => {
      const { communityId, gridId } = placeOf(situation)
      return { communityId, gridId, estateId: estateOf(communityId), buildingIds: [], form: 'link' }
    },
  },
  'doorcode.fill': {
    varies: ['community', 'grid'],
    input: (_, situation) => {
      const { communityId, gridId } = placeOf(situation)
      return { communityId, gridId, estateId: estateOf(communityId), per: 'building' }
    },
  },
  'household.list': {
    varies: ['community', 'grid'],
    canMiss: true,
    input: (making, situation) => ({
      buildingId: situation.missing ? fresh('gone') : householdBuilding(making, situation)._id,
      part: 1,
      onDuty: true,
    }),
  },
}

const both = (over: object = {}) => [here, there].map((communityId) => ({ communityId, ...over }))
const imports = ['import-of-nobody'].map((importId) => ({ importId }))

/** What everybody asks while the replies are searched for secrets. */
export const filesAsked: Readonly<Record<FileAction, () => readonly object[]>> = {
  'import.template': () => both(),
  'import.show': () => both({ importId: null }),
  'revision.list': () => both({ cursor: null }),
  'import.start': () => both({ size: 1000 }),
  'import.plan': () => [here, there].map(planned),
  'import.step': () => imports.map((one) => ({ ...one, fileId: null })),
  'import.confirm': () => imports.map((one) => ({ ...one, breaks: true })),
  'import.cancel': () => imports,
  'revision.restore': () => both({ revision: 1 }),
  'export.directory': () => [true, false].flatMap((households) => both({ households })),
  'poster.make': () => both({ gridId: null, estateId: 'heyuan', buildingIds: [], form: 'link' }),
  'doorcode.fill': () => both({ gridId: null, estateId: 'heyuan', per: 'unit' }),
  'household.list': () =>
    ['heyuan-1', 'heyuan-4', 'mill-1-building'].map((buildingId) => ({
      ...{ buildingId, part: 1, onDuty: true },
    })),
}
