import { sealPreview } from '../../cloud/files/make-plan'
import { emptyPreview, type Preview } from '../../cloud/files/preview'
import { headId } from '../../cloud/files/keep-revision'
import { firstDocument } from '../../cloud/store/collection'
import { definitions } from '../../cloud/store/documents'
import { comparedKinds } from '../../domain/directory'
import { minute } from '../../domain/time/clock'
import type { Database } from '../../local/start'
import { keys } from '../support/proof/documents'
import { fillPlaces } from './fill-places'

/** Of the full community: each has as much to show as an import can have. */
export const fullImports = {
  ...{ faulty: 'full-import-faulty', ready: 'full-import-ready', done: 'full-import-done' },
} as const
type State = keyof typeof fullImports
const states = ['done', 'faulty', 'ready'] as const satisfies readonly State[]

const communityId = 'full-00000'
const begun = Date.parse('2026-11-18T12:00:00+08:00')
const times = <Of>(count: number, make: (at: number) => Of): Of[] => Array.from({ length: count }, (_, at) => make(at))

const change = {
  count: 300,
  examples: times(5, (at) => `第0社区第1小区 ${at + 1}号楼`),
}
/** As many as are kept of each. */
const problems = (stops: boolean) =>
  times(100, (at) => ({
    ...{ sheet: '住户', cell: `C${at + 3}`, stops },
    words: '“楼栋”表里没有“第0社区第1小区99号楼”。是不是“第0社区第1小区9号楼”？请改成一样的名字。',
  }))

const previews: Readonly<Record<State, Preview>> = {
  faulty: { ...emptyPreview, problems: problems(true), found: 800, stopping: 700 },
  ready: {
    ...emptyPreview,
    ...{ problems: problems(false), found: 800, stopping: 0 },
    changes: comparedKinds.map((kind) => ({ kind, comes: change, changes: change, goes: change })),
    breaks: times(100, (at) => ({
      ...{ kind: 'building' as const, name: `第0社区第1小区 ${at + 1}号楼` },
      ...{ doorCodes: 12, households: 96, homes: 8, requests: 4, members: 0 },
    })),
    emptied: 96,
    memberCount: 50,
    members: times(50, () => ({
      ...{ name: '王师傅', role: 'grid-leader' as const, gridId: 'full-grid', agencyId: null, until: null },
    })),
  },
  done: emptyPreview,
}

/** One import in each of these states. */
export const importDocuments = (communityId: string, ids: Readonly<Record<State, string>>) =>
  states.map((state, at) =>
    firstDocument(definitions.imports, {
      ...{ _id: ids[state], communityId, kind: 'workbook', state, restores: null, fileId: null, revision: 1 },
      ...{ plan: null, parts: 0, done: 0, kept: 0, isBreaking: state === 'ready' },
      ...{ startedAt: begun + at * minute, keyId: keys.currentKey },
      ...{ preview: sealPreview({ keys }, ids[state], previews[state]) },
    }),
  )

/** So many earlier revisions, as the list of them reads them; nothing can be brought back by one. */
export const revisionDocuments = (communityId: string, count: number) =>
  times(count, (revision) =>
    firstDocument(definitions.directories, {
      ...{ _id: headId(communityId, revision), communityId, kind: 'head', revision, endedBy: 'save', plan: null },
      ...{ parts: 0, data: '', at: begun + revision * minute, keyId: keys.currentKey },
    }),
  )

/** Imports of the full community, and more revisions than two pages of their list. */
export function fillDirectory(database: Database): void {
  database.insert('imports', importDocuments(communityId, fullImports))
  database.insert('directories', revisionDocuments(communityId, 45))
  fillPlaces(database)
}
