import { randomUUID } from 'node:crypto'
import {
  addNoticeFile as addContract,
  beginNoticeFile as beginContract,
  largestNoticeFile,
  refuse,
  type Refused,
} from '../../contract'
import { handle, written, type Surroundings } from '../handle'
import { checkName } from '../people/check-name'
import type { Row } from '../store'
import type { NoticeFileFields } from '../store/documents'
import type { Platform } from '../store/platform'
import { kindByBytes, kindByName } from './notice-file-kind'

type FileRow = Row<NoticeFileFields>
type Stored = Pick<FileRow, '_id' | 'kind' | 'copyName'>

/** Where the phone puts the file of a notice, and where the server keeps its own copy. */
export const noticeUploadPath = ({ _id, kind }: Pick<Stored, '_id' | 'kind'>): string =>
  `uploads/notices/${_id}.${kind}`
export const noticeCopyPath = ({ copyName, kind }: Pick<Stored, 'copyName' | 'kind'>): string =>
  `notices/${copyName}.${kind}`

/** The document comes before the file: whatever a crash, or a phone that went away, leaves behind is found by it. */
export const beginNoticeFile = handle(beginContract, {
  load: ({ communityId }) =>
    Promise.resolve({ loaded: undefined, belongs: { owner: null, communityId, gridId: null, agencyId: null } }),
  async work({ communityId, name, size }, context) {
    const { store, person, now } = context
    const kind = kindByName(name)
    if (kind === null) return refuse('noticefile.kind')
    if (size > largestNoticeFile) return refuse('noticefile.too-large')
    // Everybody who opens the notice reads what it is called.
    const fault = await checkName(context, name)
    if (fault) return fault
    const _id = randomUUID()
    const fields: NoticeFileFields = {
      ...{ communityId, person, name, kind, size, copyName: randomUUID() },
      ...{ uploadId: null, fileId: null, noticeId: null, used: false, madeAt: now },
    }
    return written({ fileId: _id, path: noticeUploadPath({ _id, kind }) }, [
      store.noticeFiles.inserting({ _id, ...fields }),
    ])
  },
})

/**
 * Takes an uploaded file over, as pictures are: the document is there before the file, the copy lies where no phone
 * reaches, and the upload goes last. Handed in again, each step does the same once more.
 */
export const addNoticeFile = handle(addContract, {
  async load({ fileId }, { store }) {
    const loaded = await store.noticeFiles.find(fileId)
    if (!loaded) return refuse('noticefile.missing')
    return { loaded, belongs: { owner: loaded.person, communityId: null, gridId: null, agencyId: null } }
  },
  async work({ fileId, uploaded }, context) {
    const { loaded, store, platform, note } = context
    const { name } = loaded
    if (loaded.fileId !== null) return written({ fileId, name, size: loaded.size }, [])
    if (!platform.isOurs(uploaded) || !uploaded.endsWith(`/${noticeUploadPath(loaded)}`))
      return refuse('noticefile.missing')
    const bytes = await readUpload(context, uploaded, loaded)
    if (!Buffer.isBuffer(bytes)) return bytes
    const copy = await platform.upload(noticeCopyPath(loaded), bytes)
    const taken = { ...loaded, size: bytes.length, uploadId: uploaded, fileId: copy }
    return written({ fileId, name, size: bytes.length }, [store.noticeFiles.replacing(taken)], async () => {
      await platform.removeFiles([uploaded]).catch((fault: unknown) => note('notice-file.upload-left', fault))
    })
  },
})

type FileFault = Refused<'noticefile.missing' | 'noticefile.too-large' | 'noticefile.kind'>

/** What it is called decides nothing: it has to be that by its bytes. What is of no use to anybody goes at once. */
async function readUpload(
  { platform }: Surroundings,
  uploaded: string,
  { kind }: FileRow,
): Promise<Buffer | FileFault> {
  const bytes = await platform.download(uploaded, largestNoticeFile)
  if (bytes === null) return refuse('noticefile.missing')
  if (bytes !== 'too-large' && kindByBytes(bytes) === kind) return bytes
  // Where this fails it goes with its document.
  await platform.removeFiles([uploaded]).catch(() => undefined)
  return refuse(bytes === 'too-large' ? 'noticefile.too-large' : 'noticefile.kind')
}

/** What lies at a path goes, also where a crash kept its id from being noted: only an upload to the same path tells it. */
const removeAt = async (platform: Platform, path: string) =>
  platform.removeFiles([await platform.upload(path, Buffer.of(0))])

/** Removes every file that may belong to these documents, before they go themselves. Safe to repeat. */
export async function removeNoticeFiles(platform: Platform, rows: readonly FileRow[]): Promise<void> {
  await platform.removeFiles(rows.flatMap(({ fileId, uploadId }) => [fileId, uploadId]).filter((id) => id !== null))
  for (const row of rows.filter(({ fileId }) => fileId === null))
    await Promise.all([noticeUploadPath(row), noticeCopyPath(row)].map((path) => removeAt(platform, path)))
}
