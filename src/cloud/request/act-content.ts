import { refuse, type Refused } from '../../contract'
import { picturesOf, type RequestDeed } from '../../domain/request/act'
import type { RequestEvent } from '../../domain/request/request'
import { checkId, newCheck } from '../content/checks'
import type { PictureRow } from '../content/files'
import { keepersOf, reviewPath, tellKeepers } from '../content/keepers'
import type { Surroundings } from '../handle'
import type { Store, Write } from '../store'
import { isFree } from './admit'
import type { RequestRow } from './load'

/** The pictures of a step: their owner's, handed in, and in nothing else yet. One read, none without pictures. */
export async function stepPictures(
  store: Store,
  deed: RequestDeed,
  person: string | null,
): Promise<readonly PictureRow[] | Refused<'picture.missing'>> {
  const wanted = picturesOf(deed)
  const found = await store.pictures.findAll(wanted)
  const areFree = found.every((one) => isFree(one, person, '') && !one.used)
  const areAll = new Set(wanted).size === wanted.length && found.length === wanted.length
  return areFree && areAll ? found : refuse('picture.missing')
}

/** The words of a step that were not simply passed, in the queue; those who have to look are told. */
export async function stepCheck(
  { store, now }: Pick<Surroundings, 'store' | 'now'>,
  row: RequestRow,
  event: RequestEvent,
  state: 'review' | 'unchecked',
): Promise<Write[]> {
  const { communityId, gridId, _id: id } = row
  const author = event.person
  const isVoice = event.verb === 'rate'
  const about = isVoice
    ? { kind: 'voice' as const, part: String(row.voices.length - 1) }
    : { kind: 'step' as const, part: event.id }
  const check = newCheck(store, now, { ...about, id, author, communityId, gridId, state })
  if (state === 'unchecked') return [check]
  const keepers = await keepersOf(store, now, { communityId, gridId }, author)
  const cause = checkId(about.kind, id, about.part)
  return [
    check,
    ...tellKeepers(store, now, keepers, { kind: 'check.waiting', what: about.kind, cause, path: reviewPath }),
  ]
}
