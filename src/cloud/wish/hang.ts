import { hangWish, isRefused, refuse, type InputOf, type OutputOf, type Refused } from '../../contract'
import { limits } from '../../contract/limits'
import { dayOf } from '../../domain/time/clock'
import { mostOpenCards } from '../../domain/wish/limits'
import { needsOf } from '../../domain/wish/places'
import { findService } from '../../knowledge/services'
import { judgeWords } from '../content/words'
import { digitsOf, filedBehalf, writingRoles } from '../filing/behalf'
import { readPlace, staffOf } from '../filing/place'
import { countRefusedWords } from '../filing/refused-words'
import { officeTurn, turnOfDay } from '../filing/turn'
import { handle, type Alone, type Context } from '../handle'
import { tellSoon } from './tell'
import { hungWish, type Hanging } from './hung'
import { heldCard, judgedCard } from './judged-card'
import type { WishRow } from './load'
import { ownWishes } from './own-cards'
import { kindsOf } from './reading'

type Input = InputOf<typeof hangWish>
type Answer = OutputOf<typeof hangWish>
type Refusal = Refused<(typeof hangWish)['refusals'][number] | 'rate.limited'>
type Called = Context & { readonly person: string }
/** What does not change while it is tried again as another turn. */
type Prepared = Omit<Hanging, 'turn'>

/** By the call's input, which is the same object at each try and goes with the call. */
const prepared = new WeakMap<Input, Promise<Prepared | Refusal>>()

/**
 * Hangs a yellow card: one document, which is the whole write. Reads the caller, the building, the community, the caller's
 * own cards and the red card that it was written for; where somebody writes for a visitor, instead of the own cards who
 * writes for others there and whose the visitor's number is. At most six reads, and the write. What is a cry for help is
 * told at once, in the same call.
 */
export const hang = handle(hangWish, async (input, context) => {
  const outcome = await attempt(input, context)
  if (!isRefused(outcome)) return outcome
  // What was hung before stands, whatever has changed since.
  const before = await context.store.wishes.find(context.call.id)
  return before ? again(before) : outcome
})

async function attempt(input: Input, context: Called): Promise<Alone<Answer> | Refusal> {
  const { store, call } = context
  const said = { words: input.words, more: input.wants, times: input.times }
  const held = heldCard(said, 'wish')
  if (held && !held.isDanger && !input.asks) return refuse('wish.held')
  // Somebody who says that it is none has it looked at by a person.
  const isCry = held !== null && held.isDanger && !input.asks
  const known = prepared.get(input) ?? prepare(isCry ? criedOut(input) : input, context, isCry, held !== null)
  prepared.set(input, known)
  const [found, turn] = await Promise.all([known, nextTurn(isCry ? criedOut(input) : input, context, isCry)])
  if (isRefused(found)) return found
  if (isRefused(turn)) return turn
  const document = hungWish(isCry ? criedOut(input) : input, context, { ...found, turn: turn.turn })
  return {
    async insert() {
      const isHung = await store.wishes.insert(document)
      if (isHung && isCry) await tellSoon(context, document._id)
      return isHung
    },
    async present() {
      const row = await store.wishes.find(call.id)
      return row && { input: row.input, data: answerOf(row) }
    },
    data: answerOf(document),
  }
}

/**
 * A cry for help is not refused for a number that was mistyped, a kind that is gone or a role that is not held: what does
 * not hold is left aside, and what was said is told at once.
 */
function criedOut(input: Input): Input {
  const known = (typed: string | null) => (digitsOf(typed) === undefined ? null : typed)
  const { behalf, emergency } = input
  return {
    ...input,
    kinds: input.kinds.filter((kind) => findService(kind)),
    phone: known(input.phone),
    // Whoever writes is with them, or knows them: they are called.
    behalf: behalf && { ...behalf, kind: 'family', phone: known(behalf.phone) },
    emergency: emergency && digitsOf(emergency.phone) !== undefined ? emergency : null,
    forOfferId: null,
  }
}

/** What this very call has hung already. */
const again = (row: WishRow): Alone<Answer> => ({
  insert: () => Promise.resolve(false),
  present: () => Promise.resolve({ input: row.input, data: answerOf(row) }),
  data: answerOf(row),
})

/** Asked again, it says how it stands now. */
const answerOf = ({ _id, state, wordsState, places }: Pick<WishRow, '_id' | 'state' | 'wordsState' | 'places'>) => ({
  ...{ wishId: _id, state, words: wordsState, places },
})

/** Which of the writer's cards of the day it is. Cards hung and cries are counted as one, but a cry has more room. */
async function nextTurn(
  { behalf }: Input,
  { store, person, now, call }: Called,
  isCry: boolean,
): Promise<{ readonly turn: string } | Refusal> {
  const full = { refused: 'rate.limited' } as const
  if (behalf?.kind === 'office') {
    const turn = officeTurn({ person, now, attempt: call.attempt })
    return turn === null ? full : { turn }
  }
  const day = dayOf(now)
  const own = await ownWishes(store, person, day)
  if (own.open >= mostOpenCards && !isCry) return refuse('wish.too-many')
  const { most } = limits[isCry ? 'wish.cry' : 'wish.hang']
  const turn = turnOfDay({ person, day, most }, own.today)
  return turn === null ? full : { turn }
}

async function prepare(input: Input, context: Called, isCry: boolean, isHeld: boolean): Promise<Prepared | Refusal> {
  const { store, now, person } = context
  // Nobody has looked at what was found: only what is likeliest stands on the card.
  const kinds = input.kinds.length > 0 ? [...new Set(input.kinds)] : kindsOf(input.words, 'wish').slice(0, 1)
  const services = kinds.map(findService).filter((service) => service !== undefined)
  if (services.length < kinds.length) return refuse('wish.no-kind')
  const emergencyPhone = digitsOf(input.emergency?.phone ?? null)
  if (emergencyPhone === undefined) return refuse('phone.invalid')
  if (input.place === 'home' && input.emergency === null && !isCry) return refuse('wish.no-emergency')
  const place = await readPlace(store, input)
  if (!place) return refuse('wish.no-place')
  const isOffice = input.behalf?.kind === 'office'
  const [staff, forOfferId] = await Promise.all([
    isOffice ? staffOf(store, now, place.community._id, writingRoles) : [],
    offerFor(input, context, place.community._id),
  ])
  const behalf = await filedBehalf(input, context, staff, 'wish.not-office')
  if (isRefused(behalf)) return behalf
  const said = { words: input.words, more: input.wants, times: input.times }
  // A cry for help waits for nobody's check, and is refused by none.
  const judged = isCry ? 'shown' : await judgeWords(context, judgedCard(said))
  if (judged === 'refused')
    return { refused: (await countRefusedWords(context, person, 'wish.hang')) ?? 'rate.limited' }
  return {
    ...{ place, behalf, emergencyPhone, forOfferId, isCry },
    judged: isHeld && !isCry ? 'review' : judged,
    card: { kinds, isSure: input.kinds.length > 0, ...needsOf(input, services) },
  }
}

/** The red card that it was written for, where that still hangs here. */
async function offerFor({ forOfferId }: Input, { store }: Called, communityId: string): Promise<string | null> {
  const offer = forOfferId === null ? null : await store.offers.find(forOfferId)
  return offer?.communityId === communityId && offer.state === 'open' ? offer._id : null
}
