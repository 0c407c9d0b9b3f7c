import type { Row } from '../store'
import type { PictureFields } from '../store/documents'
import type { Platform } from '../store/platform'

export type PictureRow = Row<PictureFields>

/** WeChat's picture check takes no more. Bytes. */
export const largestPicture = 10 * 1024 * 1024

/** Where the phone puts a picture; only it and functions reach what lies there. */
export const uploadPath = (pictureId: string): string => `uploads/${pictureId}.jpg`
/**
 * Where the server keeps its own copy. Nobody knows its name before it lies there: a phone may make files at any path,
 * and whoever made one first might still own it after ours lies over it.
 */
export const copyPath = (copyName: string, type: 'jpeg' | 'png'): string =>
  `pictures/${copyName}.${type === 'png' ? 'png' : 'jpg'}`

/** WeChat removes fifty files in one call. */
const mostFiles = 50

/** What lies at a path goes, also where nobody noted its file id: only an upload to the same path tells that. */
async function removeAt(platform: Platform, path: string): Promise<void> {
  await platform.removeFiles([await platform.upload(path, Buffer.of(0))])
}

/**
 * Removes every file that may belong to these pictures: the copy, the phone's upload, and both of a picture that a
 * crash left half taken over. Safe to repeat; its documents are removed afterwards. At most 20 pictures.
 */
export async function removePictures(platform: Platform, rows: readonly PictureRow[]): Promise<void> {
  const known = rows.flatMap(({ fileId, uploadId }) => [fileId, uploadId]).filter((id) => id !== null)
  for (let at = 0; at < known.length; at += mostFiles) await platform.removeFiles(known.slice(at, at + mostFiles))
  for (const { _id, copyName, fileId } of rows) {
    if (fileId !== null) continue
    await Promise.all(
      [uploadPath(_id), copyPath(copyName, 'jpeg'), copyPath(copyName, 'png')].map((path) => removeAt(platform, path)),
    )
  }
}
