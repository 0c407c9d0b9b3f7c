import { showRequest } from '../../contract'
import { handle } from '../handle'
import { loadRequest } from './load'
import { readPictures } from './pictures'
import { viewRequest } from './view'
import { viewerIn } from './view-who'

/** One request. Reads it, who the caller is where it is not their own, and its pictures. */
export const show = handle(showRequest, {
  load: loadRequest,
  async work(_input, context) {
    const { loaded, person, now } = context
    const looking = { viewer: await viewerIn(context), person }
    return viewRequest(loaded, { looking, now, pictures: await readPictures(loaded, looking, context) })
  },
})
