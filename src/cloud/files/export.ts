import { exportDirectory, refuse } from '../../contract'
import { sheetsOf } from '../../domain/directory'
import { dayOf } from '../../domain/time/clock'
import { directoryFiles } from '../../text/directory-import'
import { handle, written } from '../handle'
import { audit } from '../people/audit'
import { writeWorkbook } from '../workbook'
import { loadCommunity, loadDirectory } from './load'
import { workbookKnown } from './read-file'
import { fileName } from './show'

/** Bytes that fit into a reply of a megabyte as base64. */
const largest = 700 * 1024

/**
 * The directory as a file. Not by the storage: it would lie there with people's data in it. Reads the community, and its
 * buildings and rooms by the hundred; writes a line of the audit log.
 */
export const exportWorkbook = handle(exportDirectory, {
  load: loadCommunity,
  async work({ communityId, households }, context) {
    const { loaded, now } = context
    const directory = await loadDirectory(context, loaded, { households })
    const bytes = writeWorkbook(sheetsOf(directory, workbookKnown))
    if (bytes.length > largest) return refuse('export.too-large')
    const name = fileName(directoryFiles.directory(loaded.name, dayOf(now)))
    return written({ file: Buffer.from(bytes).toString('base64'), name }, [
      audit(context, {
        ...{ verb: 'directory.export', communityId },
        subject: { collection: households ? 'households' : 'communities', id: communityId },
      }),
    ])
  },
})
