import { importTemplate, listRevisions, refuse, showImport } from '../../contract'
import { templateSheets } from '../../domain/directory'
import { directoryFiles } from '../../text/directory-import'
import { handle } from '../handle'
import { loadWhole } from '../keeper/whole'
import { decodeCursor } from '../store'
import { writeWorkbook } from '../workbook'
import { loadCommunity } from './load'
import { openPreview } from './make-plan'
import { workbookKnown } from './read-file'
import { lastImport } from './start'
import { progressOf } from './step'

/** What a keeper is shown of an import. One read. */
export const show = handle(showImport, {
  load: loadWhole,
  async work({ communityId, importId }, context) {
    const row = importId === null ? await lastImport(context, communityId) : await context.store.imports.find(importId)
    if (row?.communityId !== communityId) return refuse('import.missing')
    const { _id, kind, startedAt, revision } = row
    return { importId: _id, kind, startedAt, revision, ...progressOf(row), ...openPreview(context, row) }
  },
})

/** The sheets to be filled in. One read. */
export const template = handle(importTemplate, {
  load: loadCommunity,
  work(_, { loaded }) {
    const file = Buffer.from(writeWorkbook(templateSheets(workbookKnown))).toString('base64')
    return Promise.resolve({ file, name: fileName(directoryFiles.template(loaded.name)) })
  },
})

/** As a file system takes it. */
export const fileName = (name: string): string => name.replace(/[\\/:*?"<>|]/g, '_')

const pageSize = 20

/** One read. */
export const revisions = handle(listRevisions, {
  load: loadWhole,
  async work({ communityId, cursor: from }, { store }) {
    const after = from === null ? null : decodeCursor(from, 'number')
    if (from !== null && !after) return refuse('place.bad-cursor')
    const { rows, cursor } = await store.directories.page({
      where: { communityId, kind: 'head' },
      ...{ order: 'revision', direction: 'desc', after, limit: pageSize },
    })
    return { revisions: rows.map(({ revision, at, endedBy }) => ({ revision, until: at, endedBy })), cursor }
  },
})
