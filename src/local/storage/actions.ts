import { CloudError } from '../errors'
import { fileIdOf } from './paths'
import type { Storage } from './storage'

type Params = Readonly<Record<string, unknown>>
interface Surroundings {
  readonly storage: Storage
}

/** WeChat's limit for one call. */
export const mostFiles = 50

/** What the SDK asks of the storage. Functions may reach every file, whatever the rule for phones says. */
export const storageActions = {
  'storage.getUploadMetadata': ({ path }: Params, { storage }: Surroundings) => {
    const { url, authorization, fileId } = storage.ticket(String(path))
    // The SDK sends all of them along; only the authorization says anything here.
    return { data: { url, authorization, token: 'local', fileId, cosFileId: 'local' } }
  },

  'storage.batchGetDownloadUrl': (params: Params, { storage }: Surroundings) => {
    const wanted = listOf(params.file_list)
    const list = wanted.map((item) => {
      const { fileid, max_age: maxAge } = Object(item) as { fileid?: unknown; max_age?: unknown }
      const fileID = String(fileid)
      const file = storage.find(fileID)
      if (!file) return { fileid: fileID, fileID, code: 'STORAGE_FILE_NONEXIST', tempFileURL: '', download_url: '' }
      const link = storage.link(file, ageOf(maxAge))
      return { fileid: fileID, fileID, code: 'SUCCESS', tempFileURL: link, download_url: link, maxAge }
    })
    return { data: { download_list: list } }
  },

  'storage.batchDeleteFile': (params: Params, { storage }: Surroundings) => {
    const list = listOf(params.fileid_list).map((fileid) => {
      const fileID = String(fileid)
      const file = storage.find(fileID)
      if (!file) return { fileID, code: 'STORAGE_FILE_NONEXIST' }
      storage.remove(file)
      return { fileID: fileIdOf(file.path), code: 'SUCCESS' }
    })
    return { data: { delete_list: list } }
  },
}

/** The files of one call: at least one, 50 at most. */
export function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value) || value.length === 0) throw new CloudError('INVALID_PARAM', 'fileList is empty')
  if (value.length > mostFiles) throw new CloudError('INVALID_PARAM', `fileList has ${mostFiles} files at most`)
  return value
}

/** How long a link is to last, in seconds; undefined: as long as usual. */
export function ageOf(value: unknown): number | undefined {
  if (value === undefined) return undefined
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value
  throw new CloudError('INVALID_PARAM', 'maxAge is a whole number of seconds')
}
