import { listComplaints, myComplaints, refuse, showComplaint } from '../../contract'
import { handle, type Surroundings } from '../handle'
import { decodeCursor } from '../store'
import type { PictureRow } from './files'
import { loadComplaint, loadPlace, type ComplaintRow } from './load'
import { seenPictures, viewComplaint, viewRow } from './view'

/** Rows of one page: it has to fit into one small setData. */
const pageSize = 20

export const mine = handle(myComplaints, async ({ cursor: from }, { person, store }) => {
  const after = from === null ? null : decodeCursor(from, 'number')
  if (person === null || (from !== null && !after)) return refuse('place.bad-cursor')
  const { rows, cursor } = await store.complaints.page({
    where: { person },
    order: 'filedAt',
    direction: 'desc',
    after,
    limit: pageSize,
  })
  return { complaints: rows.map((row) => viewRow(row, person)), cursor }
})

export const list = handle(listComplaints, {
  load: loadPlace,
  async work({ communityId, gridId, state, cursor: from }, { person, store }) {
    const after = from === null ? null : decodeCursor(from, 'number')
    if (from !== null && !after) return refuse('place.bad-cursor')
    const { rows, cursor } = await store.complaints.page({
      where: { communityId, state, ...(gridId === null ? {} : { gridId }) },
      order: 'filedAt',
      after,
      limit: pageSize,
    })
    return { complaints: rows.map((row) => viewRow(row, person)), cursor }
  },
})

export const show = handle(showComplaint, {
  load: loadComplaint,
  async work(_input, context) {
    const { loaded, person: viewer, store } = context
    const pictures = await store.pictures.findAll(loaded.pictures)
    const links = await linksOf(context, seenPictures(loaded, pictures, viewer))
    return viewComplaint(loaded, { viewer, pictures, links, reported: await reportedBy(loaded, context) })
  },
})

async function linksOf({ platform, note }: Surroundings, pictures: readonly PictureRow[]) {
  const files = pictures.map(({ fileId }) => fileId).filter((id) => id !== null)
  try {
    return await platform.links(files)
  } catch (fault) {
    // The words are worth showing without them.
    note('picture.no-link', fault)
    return new Map<string, string>()
  }
}

/** The words that a complaint reports. Whoever sees the complaint may see them: its place is no wider than theirs. */
async function reportedBy({ about }: ComplaintRow, { store }: Surroundings): Promise<string | null> {
  if (about === null) return null
  const subject = await store.complaints.find(about.id)
  return subject?.answers.find(({ id, state }) => id === about.part && state === 'shown')?.words ?? null
}
