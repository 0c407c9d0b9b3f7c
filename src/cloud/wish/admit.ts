import type { CardSide } from '../../domain/wish/hold'
import { checkId, newCheck, type Waiting } from '../content/checks'
import { keepersOf, reviewPath, tellKeepers } from '../content/keepers'
import type { Holders } from '../filing/holders'
import { say } from '../people/say'
import { mostWrites } from '../store/commit'
import type { Store, Write } from '../store'
import { heldCard } from './judged-card'
import type { OfferRow, WishRow } from './load'
import { offerPath, pairPath } from './tell-news'
import { officeBeside, officeOf } from './tell-whom'

type Card = Pick<WishRow | OfferRow, '_id' | 'communityId' | 'person' | 'filedBy' | 'judged' | 'wordsState'>

/**
 * The first look at what was hung, by the timer: hanging itself writes one document. Words that were not simply passed
 * come into the queue of checks. What nobody could be asked about, WeChat is asked about once more; what is held back by
 * our own rules, or that WeChat wants looked at, goes to a person, who is told. One read, or three.
 */
export async function cardCheck(
  store: Store,
  now: number,
  kind: 'wish' | 'offer',
  card: Card & { readonly gridId?: string | null },
): Promise<Write[]> {
  const { _id: id, communityId, gridId = null, judged, wordsState } = card
  if (wordsState !== 'waiting' || judged === 'shown') return []
  const cause = checkId(kind, id, null)
  // A red card that is taken up again has been looked at.
  if (await store.checks.find(cause)) return []
  const author = card.filedBy ?? card.person
  const waiting: Waiting = { kind, id, part: null, author, communityId, gridId, state: judged }
  if (judged === 'unchecked') return [newCheck(store, now, { ...waiting, isAskedNow: true })]
  const keepers = await keepersOf(store, now, { communityId, gridId }, author)
  return [
    newCheck(store, now, waiting),
    ...tellKeepers(store, now, keepers, { kind: 'check.waiting', what: kind, cause, path: reviewPath }),
  ]
}

/** The first look at a wish. Words that speak of a danger, which somebody says is none, the duty members look at. */
export async function admittedWish(store: Store, now: number, row: WishRow, holders: Holders): Promise<Write[]> {
  const check = await cardCheck(store, now, 'wish', row)
  const isDanger = speaksOfDanger({ words: row.words, more: row.wants, times: row.times }, 'wish')
  if (check.length === 0 || !isDanger) return check
  return withDuty(store, now, check, await officeOf('duty', row, holders), pairPath(row._id), row._id)
}

/** The first look at a red card; as at a wish. It lies in no grid, and whoever wrote it does not judge it. */
export async function admittedOffer(store: Store, now: number, row: OfferRow, holders: Holders): Promise<Write[]> {
  const check = await cardCheck(store, now, 'offer', row)
  const isDanger = speaksOfDanger({ words: row.words, more: row.limits, times: row.times }, 'offer')
  if (check.length === 0 || !isDanger) return check
  const matter = { gridId: null, isIn: (person: string) => person === row.person || person === row.filedBy }
  return withDuty(store, now, check, await officeBeside('duty', matter, holders), offerPath(row._id), row._id)
}

const speaksOfDanger = (typed: Parameters<typeof heldCard>[0], side: CardSide): boolean =>
  heldCard(typed, side)?.isDanger ?? false

/** Beside it the card itself, and one line that its offerer may be told. */
const mostBeside = mostWrites - 2

/** The check, and news for the duty members whom it does not tell already. */
function withDuty(
  store: Store,
  now: number,
  check: readonly Write[],
  onDuty: readonly string[],
  path: string,
  id: string,
): Write[] {
  const told = new Set(check.map(({ document }) => document['person']))
  const news = { kind: 'wish.todo', params: { step: 'danger' }, path, cause: `${id}/danger` } as const
  const lines = onDuty.filter((person) => !told.has(person)).map((person) => say(store, now, { person, ...news }))
  return [...check, ...lines].slice(0, mostBeside)
}
