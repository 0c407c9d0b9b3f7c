import { randomUUID } from 'node:crypto'
import { beginPicture } from '../../contract'
import { handle, written } from '../handle'
import { uploadPath } from './files'

/** The document comes before the file: whatever is left behind by a crash or a phone that went away is found by it. */
export const begin = handle(beginPicture, async (_input, { person, now, store }) => {
  const _id = randomUUID()
  const picture = store.pictures.inserting({
    _id,
    person,
    copyName: randomUUID(),
    uploadId: null,
    fileId: null,
    type: null,
    width: 0,
    height: 0,
    state: 'coming',
    traceId: null,
    tries: 0,
    nextAt: now,
    complaintId: null,
    used: false,
    addedAt: now,
  })
  return written({ pictureId: _id, path: uploadPath(_id) }, [picture])
})
