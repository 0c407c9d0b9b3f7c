import type { ComplaintView, listComplaints, OutputOf } from '../../contract'
import type { ShownState } from '../../domain/content/check'
import type { PictureRow } from './files'
import type { ComplaintRow } from './load'

/** Characters of a complaint that a list shows. */
const beginning = 60
const cut = (words: string) => {
  const letters = [...words]
  return letters.length <= beginning ? words : `${letters.slice(0, beginning).join('')}…`
}

/** Whoever filed it sees their own words always; others once they are let through, and until they are taken back. */
const seesWords = ({ person, wordsState, state }: ComplaintRow, viewer: string | null): boolean =>
  (viewer !== null && person === viewer) || (wordsState === 'shown' && state !== 'withdrawn')

/** A line of a list; nothing of who filed it. */
export const viewRow = (
  row: ComplaintRow,
  viewer: string | null,
): OutputOf<typeof listComplaints>['complaints'][number] => ({
  complaintId: row._id,
  kind: row.kind,
  state: row.state,
  filedAt: row.filedAt,
  dueAt: row.dueAt,
  words: seesWords(row, viewer) ? cut(row.words) : null,
})

/** How a picture stands, in the words that people see. */
const shownAs: Readonly<Record<PictureRow['state'], ShownState>> = {
  coming: 'waiting',
  asking: 'waiting',
  review: 'waiting',
  passed: 'shown',
  refused: 'refused',
}

/** The pictures whose link this viewer may get. */
export const seenPictures = (row: ComplaintRow, pictures: readonly PictureRow[], viewer: string | null) => {
  const mine = viewer !== null && row.person === viewer
  return pictures.filter(({ state }) => mine || (state === 'passed' && row.state !== 'withdrawn'))
}

export interface Shown {
  readonly viewer: string | null
  readonly pictures: readonly PictureRow[]
  /** File id → link, of those that the viewer may see. */
  readonly links: ReadonlyMap<string, string>
  /** What it reports. */
  readonly reported: string | null
}

/** A complaint as its writer or a keeper sees it: never who filed it, nor who answered. */
export function viewComplaint(row: ComplaintRow, { viewer, pictures, links, reported }: Shown): ComplaintView {
  const mine = viewer !== null && row.person === viewer
  const seen = new Set(seenPictures(row, pictures, viewer).map(({ _id }) => _id))
  const { _id: complaintId, communityId, kind, state, filedAt, dueAt, wordsState, about } = row
  return {
    ...{ complaintId, communityId, kind, state, filedAt, dueAt, mine, wordsState },
    words: seesWords(row, viewer) ? row.words : null,
    pictures: row.pictures.flatMap((id) => {
      const picture = pictures.find(({ _id }) => _id === id)
      if (!picture) return []
      const url = seen.has(id) && picture.fileId !== null ? (links.get(picture.fileId) ?? null) : null
      return [{ pictureId: id, state: shownAs[picture.state], url }]
    }),
    answers: row.answers.flatMap((one) => {
      const own = viewer !== null && one.author === viewer
      // What was kept back is nobody's business but its writer's and the keepers'.
      if (mine && one.state === 'refused') return []
      const words = one.state === 'shown' || own ? one.words : null
      return [{ answerId: one.id, at: one.at, role: one.role, words, state: one.state }]
    }),
    about: about && { ...about, words: reported },
  }
}
