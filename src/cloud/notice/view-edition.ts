import type { NoticeEditionView } from '../../contract'
import type { PictureRow } from '../content/files'
import type { Surroundings } from '../handle'
import type { Row } from '../store'
import type { NoticeFileFields } from '../store/documents'
import type { NoticeRow } from './load'

/** What waits, and what was sent back, those of the office read; what somebody is writing, they alone. */
export const knowsNext = ({ state, next }: Pick<NoticeRow, 'state' | 'next'>, person: string | null): boolean =>
  state === 'waiting' ||
  state === 'changing' ||
  state === 'sent-back' ||
  (person !== null && next !== null && next.writer === person)

/** What it is called for the office. Words that were refused are their writer's alone. */
export const titleFor = (edition: NoticeRow['shown'], person: string | null): string =>
  edition !== null && (edition.wordsState !== 'refused' || (person !== null && edition.writer === person))
    ? edition.title
    : ''

/** What a notice's editions need beside themselves. */
export interface EditionParts {
  readonly pictures: readonly PictureRow[]
  /** File id → link. */
  readonly links: ReadonlyMap<string, string>
  readonly files: readonly Row<NoticeFileFields>[]
}

/** Reads pictures and files of what people read and of what waits: two reads at most, and one for links. */
export async function editionParts(
  { shown, next }: Pick<NoticeRow, 'shown' | 'next'>,
  { store, platform, note }: Pick<Surroundings, 'store' | 'platform' | 'note'>,
): Promise<EditionParts> {
  const editions = [shown, next].filter((edition) => edition !== null)
  const [pictures, files] = await Promise.all([
    store.pictures.findAll(editions.flatMap((edition) => edition.pictures)),
    store.noticeFiles.findAll(editions.flatMap(({ fileId }) => fileId ?? [])),
  ])
  try {
    const links = await platform.links(pictures.flatMap(({ fileId }) => fileId ?? []))
    return { pictures, files, links }
  } catch (fault) {
    // The words are worth showing without them.
    note('picture.no-link', fault)
    return { pictures, files, links: new Map() }
  }
}

/** An edition as the office sees it. Words that were refused are their writer's alone. */
export function viewEdition(
  row: NoticeRow,
  edition: NonNullable<NoticeRow['shown']>,
  person: string | null,
  { pictures, links, files }: EditionParts,
): NoticeEditionView {
  const { audience, writer, number, wordsState, writtenAt, role, fileId } = edition
  const { about, span, isEmergency, title, body, validUntil } = edition
  const mine = writer !== null && writer === person
  const isSeen = mine || wordsState !== 'refused'
  const file = files.find(({ _id }) => _id === fileId)
  // What waits may put the deadline off: whoever releases it sees that.
  const until = number > (row.shown?.number ?? 0) ? row.nextUntil : undefined
  const asked = row.consultation && { ...row.consultation, until: until ?? row.consultation.until }
  return {
    ...{ about, span, where: audience.where, needs: audience.needs, isEmergency, fileId, validUntil },
    ...{ number, wordsState, writtenAt, role, mine },
    ...{ title: isSeen ? title : '', body: isSeen ? body : '' },
    ...{ consultation: isSeen ? asked : null, signUp: row.signUp },
    pictures: edition.pictures.map((pictureId) => {
      const picture = pictures.find(({ _id }) => _id === pictureId)
      const sees = picture?.state === 'passed' || (picture !== undefined && picture.person === person)
      return { pictureId, url: sees ? (links.get(picture.fileId ?? '') ?? null) : null }
    }),
    file: file ? { fileId: file._id, name: file.name, size: file.size } : null,
  }
}
