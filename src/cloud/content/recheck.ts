import {
  mostPictureTries,
  mostTextTries,
  nextPictureTry,
  nextTextTry,
  pictureNotTaken,
} from '../../domain/content/check'
import { sealedAt } from '../people/ids'
import type { Run } from '../run'
import type { Write } from '../store'
import type { CheckRow } from './checks'
import type { PictureRow } from './files'
import { keepersOf, reviewPath, tellKeepers } from './keepers'
import { settled, subjectOf, wordsOf } from './settle'
import { judged } from './verdict'
import { isNotSeenLately } from './words'

type Rechecking = Pick<Run, 'store' | 'platform' | 'now' | 'keys' | 'note' | 'hasTime'>

/** Of each kind in one run; the next run goes on. */
const batch = 50

/**
 * Asks again about what nobody could be asked about, and about pictures whose verdict never came. After some tries a
 * person has to look. Several at once do no harm: what one has written the other does not write over.
 */
export async function recheck(given: Rechecking): Promise<{ readonly texts: number; readonly pictures: number }> {
  const { store, now } = given
  const due = { order: 'nextAt', until: now, after: null, limit: batch } as const
  const texts = await store.checks.page({ ...due, where: { state: 'unchecked' } })
  const pictures = await store.pictures.page({ ...due, where: { state: 'asking' } })
  return {
    texts: await each(given, texts.rows, recheckWords),
    pictures: await each(given, pictures.rows, recheckPicture),
  }
}

/** One after another while there is time; one that fails does not hold up the others. Answers how many were written. */
async function each<Row>(
  given: Rechecking,
  rows: readonly Row[],
  work: (given: Rechecking, row: Row) => Promise<Write[]>,
) {
  let done = 0
  for (const row of rows) {
    if (!given.hasTime()) break
    try {
      if ((await given.store.commit(await work(given, row))) === 'done') done += 1
    } catch (fault) {
      given.note('recheck.failed', fault)
    }
  }
  return done
}

async function recheckWords(given: Rechecking, check: CheckRow): Promise<Write[]> {
  const { store, platform, now, note } = given
  const subject = await subjectOf(store, check)
  const words = wordsOf(subject, check)
  if (words === null) return settled(store, now, check, subject, 'refused')
  const openid = await openidOf(given, check.author)
  // WeChat checks words of somebody whom it knows only.
  if (openid === null) return toPerson(given, check)
  try {
    const suggest = await platform.checkText(words, openid)
    if (suggest === 'review') return await toPerson(given, check)
    return settled(store, now, check, subject, suggest === 'pass' ? 'passed' : 'refused')
  } catch (fault) {
    note('content.unchecked', fault)
    const tries = check.tries + 1
    if (isNotSeenLately(fault) || tries >= mostTextTries) return toPerson(given, check)
    return [store.checks.replacing({ ...check, tries, nextAt: nextTextTry(now, tries) })]
  }
}

/** The queue has it already; from now on somebody is asked to look. */
async function toPerson({ store, now }: Rechecking, check: CheckRow): Promise<Write[]> {
  const { _id, kind, communityId, gridId, author } = check
  return [
    store.checks.replacing({ ...check, state: 'review' }),
    ...tellKeepers(store, now, await keepersOf(store, now, { communityId, gridId }, author), {
      kind: 'check.waiting',
      what: kind,
      cause: _id,
      path: reviewPath,
    }),
  ]
}

async function recheckPicture(given: Rechecking, picture: PictureRow): Promise<Write[]> {
  const { store, platform, now, note } = given
  const openid = await openidOf(given, picture.person)
  if (picture.tries >= mostPictureTries || openid === null || picture.fileId === null) {
    return judged(given, picture, 'review')
  }
  const tries = picture.tries + 1
  try {
    const link = (await platform.links([picture.fileId])).get(picture.fileId)
    if (link === undefined) throw new Error('the picture has no link')
    const traceId = await platform.checkPicture(link, openid)
    return [store.pictures.replacing({ ...picture, traceId, tries, nextAt: nextPictureTry(now) })]
  } catch (fault) {
    note('picture.unchecked', fault)
    if (isNotSeenLately(fault)) return judged(given, picture, 'review')
    return [store.pictures.replacing({ ...picture, traceId: null, tries, nextAt: pictureNotTaken(now) })]
  }
}

/** Null for whoever is erased. */
async function openidOf({ store, keys }: Rechecking, person: string | null): Promise<string | null> {
  const known = person === null ? null : await store.people.find(person)
  // Empty while an erasure is under way.
  return known?.openid ? keys.unseal(known.openid, sealedAt('people', 'openid', known._id)) : null
}
