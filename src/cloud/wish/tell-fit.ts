import { pairOf, rank } from '../../domain/wish/match'
import { wishersOf } from '../../domain/wish/sides'
import type { WishEvent } from '../../domain/wish/wish'
import type { Holders } from '../filing/holders'
import type { Looking, Telling as TellingOf } from '../filing/look'
import { say, type Said } from '../people/say'
import type { Store } from '../store'
import { blockedFor, contextOf, offersFor, readOffers } from './candidates'
import type { OfferRow, WishRow } from './load'
import { readWishOf } from './reading'
import { cardPath, pairPath } from './tell-news'
import { officeOf } from './tell-whom'
import { asksForStandIn, wantedIn } from './wanted'

type Telling = TellingOf<WishRow>
type Wanted = NonNullable<ReturnType<typeof wantedIn>>

/** Volunteers who are told of a card that hangs again; and of how many of the best the first are taken. */
const mostTold = 3
const mostAsked = 12
/** Somebody whom it fits worse than this is not woken up. */
const leastScore = 0.1

const backVerbs: readonly WishEvent['verb'][] = ['refuse', 'lapse', 'release', 'part', 'return', 'settle', 'stop']

/** Somebody went, so that it needs a helper again. */
const isBack = ({ verb, to, data }: WishEvent): boolean =>
  backVerbs.includes(verb) && (to === 'open' || to === 'joining') && data['standIn'] !== true

const forMark = 'for'
const backPrefix = 'back.'

const standInPrefix = 'stand-in.'

/**
 * Volunteers who should look at a card: whom it was written for, once somebody went the next ones, and who might stand in
 * for one visit.
 */
export async function nextFit(given: Looking, row: WishRow, holders: Holders): Promise<Telling | null> {
  const wanted = wantedIn(row)
  const asks = wanted && row.events.filter((event) => asksForStandIn(event, wanted.appointmentId)).at(-1)
  if (wanted && asks && wanted.at > given.now && !row.marks.includes(`${standInPrefix}${asks.id}`)) {
    const others = row.marks.filter((one) => !one.startsWith(standInPrefix))
    const said = await saidToNext(given, row, (person) => standingIn(row, person, wanted))
    return telling(said, [...others, `${standInPrefix}${asks.id}`])
  }
  if (row.zone !== 'wall') return null
  if (row.forOfferId !== null && !row.marks.includes(forMark))
    return telling(await saidForCard(given.store, row, row.forOfferId, holders), [...row.marks, forMark])
  const event = row.events.filter(isBack).at(-1)
  const mark = `${backPrefix}${event?.id}`
  if (!event || row.marks.includes(mark)) return null
  const others = row.marks.filter((one) => !one.startsWith(backPrefix))
  return telling(await saidToNext(given, row, (person) => fitting(row, person)), [...others, mark])
}

const telling = (said: readonly Said[], marks: readonly string[]): Telling => ({
  said,
  isWhole: true,
  after: (row) => ({ ...row, marks, toldTo: 0 }),
})

/** Nobody is told twice of one card, however often it hangs again. */
const fitting = (row: WishRow, person: string, params: Said['params'] = {}): Said => ({
  ...{ person, kind: 'wish.fit', params, path: cardPath(row._id), cause: row._id },
})

/** Nor of one visit. */
const standingIn = (row: WishRow, person: string, { appointmentId, at }: Wanted): Said => ({
  ...fitting(row, person, { step: 'stand-in', at: String(at) }),
  cause: `${row._id}/${appointmentId}/stand-in`,
})

/** The red card that a wish was written for: its person; where that one has no phone, the office. */
async function saidForCard(store: Store, row: WishRow, offerId: string, holders: Holders): Promise<Said[]> {
  const offer = await store.offers.find(offerId)
  if (offer?.state !== 'open' || (offer.person !== null && wishersOf(row).includes(offer.person))) return []
  if (offer.person !== null) return [fitting(row, offer.person, { step: 'for' })]
  const asked = {
    kind: 'wish.todo',
    params: { step: 'for' },
    path: pairPath(row._id),
    cause: `${row._id}/for`,
  } as const
  return (await officeOf('duty', row, holders)).slice(0, mostAsked).map((person) => ({ person, ...asked }))
}

/** The next fitting ones: none who is in it, was in it, is not to be met, or has heard of it. Six reads at most. */
async function saidToNext({ store, now }: Looking, row: WishRow, toOne: (person: string) => Said): Promise<Said[]> {
  const inIt = [...wishersOf(row), ...row.helpers.map(({ person }) => person), ...row.people].filter(
    (person) => person !== null,
  )
  const [offers, blocked] = await Promise.all([offersFor(store, row), blockedFor(store, inIt)])
  const isFree = ({ person }: OfferRow): boolean =>
    person !== null &&
    !inIt.includes(person) &&
    !row.leavers.some((one) => one.person === person) &&
    !inIt.some((other) => blocked.has(pairOf(person, other)))
  const free = offers.filter(isFree)
  const ranked = rank(readWishOf(row), readOffers(free), contextOf({ now, blocked, offers }))
  const persons = ranked
    .filter(({ hard, score }) => hard.length === 0 && score >= leastScore)
    .map(({ offerId }) => free.find(({ _id }) => _id === offerId)?.person ?? null)
  const best = [...new Set(persons.filter((person) => person !== null))].slice(0, mostAsked)
  const lines = best.map(toOne)
  const idOf = (line: Said) => say(store, now, line).document._id
  const known = new Set((await store.messages.findAll(lines.map(idOf))).map(({ _id }) => _id))
  return lines.filter((line) => !known.has(idOf(line))).slice(0, mostTold)
}
