import type { ShownState } from '../../domain/content/check'
import type { PictureRow } from '../content/files'
import type { Surroundings } from '../handle'
import type { RequestRow } from './load'
import { isOffice, type Looking } from './view-who'
import { showsPictures } from './view-words'

/** How a picture stands, in the words that people see. */
const shownAs: Readonly<Record<PictureRow['state'], ShownState>> = {
  coming: 'waiting',
  asking: 'waiting',
  review: 'waiting',
  passed: 'shown',
  refused: 'refused',
}

/** One read of the database gives no more; the newest of a long history. */
const mostPictures = 100
/** WeChat makes no more links in one call. */
const mostLinks = 50

/** A picture as somebody sees it. */
export interface SeenPicture {
  readonly pictureId: string
  readonly state: ShownState
  readonly url: string | null
}
/** The pictures among these ids that somebody may know of, with the links that they may have. */
export type Pictures = (ids: readonly string[]) => SeenPicture[]

/**
 * Whether somebody may know that there is such a picture. The ids are what a phone named: only what was found to be its
 * own, and linked to this request, is anybody's; whoever handed one in knows it already.
 */
function knows(row: RequestRow, picture: PictureRow, looking: Looking): boolean {
  if (looking.person !== null && picture.person === looking.person) return true
  if (picture.requestId !== row._id) return false
  return isOffice(looking) || looking.viewer === 'owner' || (showsPictures(row) && picture.state === 'passed')
}

/** Whether they get its link: others than whoever took it once it has passed the check. */
const sees = (picture: PictureRow, looking: Looking): boolean =>
  picture.state === 'passed' || (looking.person !== null && picture.person === looking.person)

/** Reads the pictures of a request and of its steps: one read, none where it has none. */
export async function readPictures(
  row: RequestRow,
  looking: Looking,
  context: Pick<Surroundings, 'store' | 'platform' | 'note'>,
): Promise<Pictures> {
  const ids = [...row.pictures, ...row.events.flatMap(({ pictures }) => pictures)].slice(-mostPictures)
  const known = (await context.store.pictures.findAll(ids)).filter((one) => knows(row, one, looking))
  const links = await linksOf(
    known.filter((one) => sees(one, looking)),
    context,
  )
  return (wanted) =>
    wanted.flatMap((id) => {
      const picture = known.find(({ _id }) => _id === id)
      if (!picture) return []
      return [{ pictureId: id, state: shownAs[picture.state], url: links.get(picture.fileId ?? '') ?? null }]
    })
}

async function linksOf(
  pictures: readonly PictureRow[],
  { platform, note }: Pick<Surroundings, 'platform' | 'note'>,
): Promise<ReadonlyMap<string, string>> {
  const files = pictures.map(({ fileId }) => fileId).filter((id) => id !== null)
  try {
    const halves = [files.slice(0, mostLinks), files.slice(mostLinks)]
    const links = await Promise.all(halves.map((some) => platform.links(some)))
    return new Map(links.flatMap((some) => [...some]))
  } catch (fault) {
    // The words are worth showing without them.
    note('picture.no-link', fault)
    return new Map()
  }
}
