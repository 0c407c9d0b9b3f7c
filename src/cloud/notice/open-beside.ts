import type { openNotice, OutputOf } from '../../contract'
import { isOut } from '../../domain/notice/verbs'
import { noticeStateAt } from '../../domain/notice/for-me'
import type { PictureRow } from '../content/files'
import type { Surroundings } from '../handle'
import { sealedAt } from '../people/ids'
import type { Row } from '../store'
import {
  definitions,
  type NoticeFileFields,
  type PictureFields,
  type SignUpFields,
  type VoiceFields,
} from '../store/documents'
import type { NoticeRow } from './load'
import { isQuestionShown } from './voice-asked'
import { ownVoiceId } from './voice-say'

type Opened = OutputOf<typeof openNotice>

/** What lies beside a notice that somebody opens. */
export interface Beside {
  readonly pictures: NonNullable<Opened['words']>['pictures']
  readonly file: NonNullable<Opened['words']>['file']
  readonly signUp: SignUpFields | null
  readonly voice: Opened['me']['voice']
}

const nothing: Beside = { pictures: [], file: null, signUp: null, voice: null }

type Called = Pick<Surroundings, 'store' | 'keys' | 'platform' | 'note' | 'person' | 'now'>

/**
 * Pictures and the file of the words, the sign-up, and what the caller said: all of it in one read, none where there is
 * nothing of it. Then the links, which the storage makes.
 */
export async function readBeside(row: NoticeRow, context: Called): Promise<Beside> {
  const { store, keys, person, now } = context
  const { shown, consultation, signUp } = row
  if (shown === null) return nothing
  const holds = isOut(noticeStateAt(row, now))
  // One's own voice is shown beside the result, also once its time is over.
  const isAsked = consultation !== null && isQuestionShown(row, now)
  if (!isAsked && !(holds && (shown.pictures.length > 0 || shown.fileId !== null || signUp))) return nothing
  const together = await store.notices.findWith<{
    picture: PictureFields
    file: NoticeFileFields
    signUp: SignUpFields
    voice: VoiceFields
  }>(row._id, {
    picture: { from: definitions.pictures, field: '_id', equals: { own: 'shown.pictures' } },
    file: { from: definitions.noticeFiles, field: '_id', equals: { own: 'shown.fileId' } },
    signUp: { from: definitions.signUps, field: '_id', equals: row._id },
    voice: { from: definitions.voices, field: '_id', equals: person === null ? 'nobody' : ownVoiceId(row._id, person) },
  })
  if (!together) return nothing
  const { found } = together
  const [voice] = found.voice
  return {
    ...nothing,
    ...(holds ? await linked(shown, found.picture, found.file[0], context) : {}),
    signUp: found.signUp[0] ?? null,
    voice: voice
      ? {
          ...{ choices: [...voice.choices], words: voice.words, at: voice.at },
          name: voice.name && keys.unseal(voice.name, sealedAt('voices', 'name', voice._id)),
        }
      : null,
  }
}

/** Only pictures that have passed the check; in the order of the words. */
async function linked(
  { pictures: wanted, fileId }: NonNullable<NoticeRow['shown']>,
  pictures: readonly PictureRow[],
  file: Row<NoticeFileFields> | undefined,
  { platform, note }: Pick<Called, 'platform' | 'note'>,
): Promise<Pick<Beside, 'pictures' | 'file'>> {
  const passed = wanted.flatMap((id) => pictures.filter(({ _id, state }) => _id === id && state === 'passed'))
  const lent = fileId === null ? undefined : file
  const stored = [...passed, ...(lent ? [lent] : [])].map((one) => one.fileId).filter((id) => id !== null)
  const links = await linksOf(stored, { platform, note })
  const link = (id: string | null) => (id === null ? null : (links.get(id) ?? null))
  return {
    pictures: passed.map((one) => ({ pictureId: one._id, url: link(one.fileId) })),
    file: lent ? { name: lent.name, size: lent.size, url: link(lent.fileId) } : null,
  }
}

async function linksOf(files: readonly string[], { platform, note }: Pick<Called, 'platform' | 'note'>) {
  if (files.length === 0) return new Map<string, string>()
  try {
    return await platform.links(files)
  } catch (fault) {
    // The words are worth showing without them.
    note('picture.no-link', fault)
    return new Map<string, string>()
  }
}
