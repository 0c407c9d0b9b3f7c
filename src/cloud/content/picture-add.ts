import { addPicture, isRefused, refuse, type Refused } from '../../contract'
import { nextPictureTry, pictureNotTaken } from '../../domain/content/check'
import { strip, type Stripped } from '../../domain/picture/strip'
import { handle, written, type Surroundings } from '../handle'
import { copyPath, largestPicture, uploadPath } from './files'

/**
 * Takes an uploaded picture over. In this order a crash between any two steps shows nothing unchecked and loses
 * nothing: the document of `begin` is there before the file, the copy lies at a path of the picture's own, and the
 * upload goes last. Handed in again, each step does the same once more.
 */
export const add = handle(addPicture, {
  async load({ pictureId }, { store }) {
    const loaded = await store.pictures.find(pictureId)
    if (!loaded) return refuse('picture.missing')
    return { loaded, belongs: { owner: loaded.person, communityId: null, gridId: null, agencyId: null } }
  },
  async work({ pictureId, fileId }, context) {
    const { loaded, now, store, platform, note } = context
    if (loaded.state !== 'coming') return written({ pictureId }, [])
    if (!platform.isOurs(fileId) || !fileId.endsWith(`/${uploadPath(pictureId)}`)) return refuse('picture.missing')
    const picture = await readUpload(context, fileId)
    if (isRefused(picture)) return picture

    const { kind: type, bytes, width, height } = picture
    const copyId = await platform.upload(copyPath(loaded.copyName, type), Buffer.from(bytes))
    const traceId = await askAbout(context, copyId)
    const taken = {
      ...loaded,
      ...{ uploadId: fileId, fileId: copyId, type, width, height },
      ...{ state: 'asking' as const, traceId, tries: 1 },
      nextAt: traceId === null ? pictureNotTaken(now) : nextPictureTry(now),
    }
    return written({ pictureId }, [store.pictures.replacing(taken)], async () => {
      await platform.removeFiles([fileId]).catch((fault: unknown) => note('picture.upload-left', fault))
    })
  },
})

type PictureFault = Refused<'picture.missing' | 'picture.too-large' | 'picture.not-a-picture'>

/** What was uploaded, without its metadata: a phone may be anybody's program, so that it is stripped here whatever it did. */
async function readUpload({ platform }: Surroundings, fileId: string): Promise<Stripped | PictureFault> {
  const bytes = await platform.download(fileId, largestPicture)
  if (bytes === null) return refuse('picture.missing')
  const stripped = bytes === 'too-large' ? refuse('picture.too-large') : strip(bytes)
  if (!isRefused(stripped)) return stripped
  // It is of no use to anybody; where this fails it goes with its document.
  await platform.removeFiles([fileId]).catch(() => undefined)
  return refuse(stripped.refused === 'picture.too-large' ? 'picture.too-large' : 'picture.not-a-picture')
}

/** The number under which the verdict will come, or null: then the timer asks again. */
async function askAbout({ platform, openid, note }: Surroundings, fileId: string): Promise<string | null> {
  try {
    const link = (await platform.links([fileId])).get(fileId)
    return link === undefined ? null : await platform.checkPicture(link, openid)
  } catch (fault) {
    note('picture.unchecked', fault)
    return null
  }
}
