import { refuse, type NoticeContentFields, type Refused } from '../../contract'
import { newCheck } from '../content/checks'
import type { PictureRow } from '../content/files'
import type { Surroundings } from '../handle'
import type { Row, Write } from '../store'
import type { NoticeFileFields } from '../store/documents'
import type { NoticeRow } from './load'

/** Pictures and the file as part of a notice. `checks`: of pictures at which a person has to look. */
export interface Attached {
  readonly writes: readonly Write[]
  readonly checks: readonly Write[]
}

interface Attaching {
  readonly noticeId: string
  readonly row: NoticeRow | null
  readonly place: Pick<NoticeRow, 'communityId' | 'gridId'>
}

/** What stands in it already may stay, whoever put it there. */
const heldBy = (row: NoticeRow | null): { readonly pictures: readonly string[]; readonly files: readonly string[] } => {
  const editions = [row?.shown, row?.next].filter((one) => one != null)
  return {
    pictures: editions.flatMap(({ pictures }) => pictures),
    files: editions.flatMap(({ fileId }) => fileId ?? []),
  }
}

const isFree = (one: PictureRow, person: string, noticeId: string): boolean =>
  one.person === person && one.state !== 'coming' && one.state !== 'refused' && (!one.used || one.noticeId === noticeId)

const isFreeFile = (file: Row<NoticeFileFields> | null, person: string, noticeId: string): boolean =>
  file !== null && file.person === person && file.fileId !== null && (!file.used || file.noticeId === noticeId)

/** Looks whether what is named may stand in it, and makes it part of it. Two reads at most, none without either. */
export async function attached(
  { store, now, person }: Pick<Surroundings, 'store' | 'now'> & { readonly person: string },
  { pictures, fileId }: Pick<NoticeContentFields, 'pictures' | 'fileId'>,
  { noticeId, row, place }: Attaching,
): Promise<Attached | Refused<'picture.missing'>> {
  const held = heldBy(row)
  const fresh = pictures.filter((id) => !held.pictures.includes(id))
  const isFileNew = fileId !== null && !held.files.includes(fileId)
  const [found, file] = await Promise.all([
    store.pictures.findAll(fresh),
    isFileNew ? store.noticeFiles.find(fileId) : null,
  ])
  const areAll = new Set(pictures).size === pictures.length && found.length === fresh.length
  if (!areAll || !found.every((one) => isFree(one, person, noticeId))) return refuse('picture.missing')
  if (isFileNew && !isFreeFile(file, person, noticeId)) return refuse('picture.missing')
  const looked = found.filter(({ state, used }) => state === 'review' && !used)
  return {
    writes: [
      ...found.filter(({ used }) => !used).map((one) => store.pictures.replacing({ ...one, used: true, noticeId })),
      ...(file && !file.used ? [store.noticeFiles.replacing({ ...file, used: true, noticeId })] : []),
    ],
    checks: looked.map(({ _id: id }) =>
      newCheck(store, now, { kind: 'picture', id, part: null, author: person, ...place, state: 'review' }),
    ),
  }
}
