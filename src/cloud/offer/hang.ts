import { hangOffer, isRefused, refuse, type InputOf, type OutputOf, type Refused } from '../../contract'
import { limits } from '../../contract/limits'
import { inForce, isChecked } from '../../domain/people/roles'
import { dayOf } from '../../domain/time/clock'
import { mostOpenCards } from '../../domain/wish/limits'
import { findService } from '../../knowledge/services'
import { judgeWords } from '../content/words'
import { digitsOf, whoHas, writingRoleOf } from '../filing/behalf'
import { countRefusedWords } from '../filing/refused-words'
import { officeTurn, turnOfDay } from '../filing/turn'
import { handle, type Alone, type Context } from '../handle'
import { heldCard, judgedCard } from '../wish/judged-card'
import { loadPlace, type OfferRow } from '../wish/load'
import { ownOffers } from '../wish/own-cards'
import { kindsOf } from '../wish/reading'
import { hungOffer, type Offering, type OfferOwner } from './hung'
import { findBuildings } from '../store/visible'

type Input = InputOf<typeof hangOffer>
type Answer = OutputOf<typeof hangOffer>
type Refusal = Refused<(typeof hangOffer)['refusals'][number] | 'rate.limited'>
type Called = Context & { readonly person: string }
type Prepared = Omit<Offering, 'turn'>

const prepared = new WeakMap<Input, Promise<Prepared | Refusal>>()

/**
 * Hangs a red card: one document, which is the whole write. Reads the caller's roles, the caller, the buildings that it
 * names, and the caller's own cards; where the office writes it for a member, instead of the own cards whose the
 * member's number is and which roles they hold. At most six reads, and the write.
 */
export const hang = handle(hangOffer, {
  load: loadPlace,
  async work(input, context) {
    const outcome = await attempt(input, context)
    if (!isRefused(outcome)) return outcome
    const before = await context.store.offers.find(context.call.id)
    return before ? again(before) : outcome
  },
})

async function attempt(input: Input, context: Called): Promise<Alone<Answer> | Refusal> {
  const { store, call } = context
  const said = { words: input.words, more: input.limits, times: input.times }
  const held = heldCard(said, 'offer')
  if (held && !input.asks) return refuse('wish.held')
  const known = prepared.get(input) ?? prepare(input, context, held !== null)
  prepared.set(input, known)
  const [found, turn] = await Promise.all([known, nextTurn(input, context)])
  if (isRefused(found)) return found
  if (isRefused(turn)) return turn
  const document = hungOffer(input, context, { ...found, turn: turn.turn })
  return {
    insert: () => store.offers.insert(document),
    async present() {
      const row = await store.offers.find(call.id)
      return row && { input: row.input, data: answerOf(row) }
    },
    data: answerOf(document),
  }
}

const again = (row: OfferRow): Alone<Answer> => ({
  insert: () => Promise.resolve(false),
  present: () => Promise.resolve({ input: row.input, data: answerOf(row) }),
  data: answerOf(row),
})

const answerOf = ({ _id, wordsState }: Pick<OfferRow, '_id' | 'wordsState'>): Answer => ({
  offerId: _id,
  words: wordsState,
})

async function nextTurn(
  { behalf }: Input,
  { store, person, now, call }: Called,
): Promise<{ readonly turn: string } | Refusal> {
  const full = { refused: 'rate.limited' } as const
  if (behalf) {
    const turn = officeTurn({ person, now, attempt: call.attempt })
    return turn === null ? full : { turn }
  }
  const day = dayOf(now)
  const own = await ownOffers(store, person, day)
  if (own.open >= mostOpenCards) return refuse('wish.too-many')
  const turn = turnOfDay({ person, day, most: limits['offer.hang'].most }, own.today)
  return turn === null ? full : { turn }
}

async function prepare(input: Input, context: Called, isHeld: boolean): Promise<Prepared | Refusal> {
  const { store, person } = context
  const kinds = input.kinds.length > 0 ? [...new Set(input.kinds)] : kindsOf(input.words, 'offer').slice(0, 1)
  if (!kinds.every((kind) => findService(kind))) return refuse('wish.no-kind')
  const wanted = [...new Set(input.buildingIds)]
  const [owner, found] = await Promise.all([ownerOf(input, context), findBuildings(store, wanted)])
  if (isRefused(owner)) return owner
  const buildings = found
    .filter(({ communityId }) => communityId === input.communityId)
    .sort((a, b) => a.order - b.order || (a._id < b._id ? -1 : 1))
  if (buildings.length < wanted.length) return refuse('wish.no-place')
  const said = { words: input.words, more: input.limits, times: input.times }
  const judged = await judgeWords(context, judgedCard(said))
  if (judged === 'refused')
    return { refused: (await countRefusedWords(context, person, 'offer.hang')) ?? 'rate.limited' }
  return { owner, kinds, buildings, judged: isHeld ? 'review' : judged }
}

/**
 * Whose it is. A member without a phone has been seen by whoever writes for them: a keeper's word counts as a check, a
 * duty member's does not.
 */
async function ownerOf(
  { communityId, behalf }: Input,
  context: Called,
): Promise<OfferOwner | Refused<'phone.invalid' | 'wish.not-office'>> {
  const { store, keys, now, person } = context
  const here = (await context.memberships()).filter((one) => one.communityId === communityId)
  const own = { filedBy: null, filedAs: null, behalfPhone: null }
  if (!behalf) return { ...own, person, isChecked: here.some(isChecked) }
  const behalfPhone = digitsOf(behalf.phone)
  if (behalfPhone === undefined || behalfPhone === null) return refuse('phone.invalid')
  const filedAs = writingRoleOf(here, person)
  if (!filedAs) return refuse('wish.not-office')
  const member = await whoHas(store, keys.lookup('phone', behalfPhone))
  const filed = { filedBy: person, filedAs, behalfPhone }
  if (member === null) return { ...filed, person: null, isChecked: filedAs !== 'duty' }
  const { rows } = await store.memberships.page({
    where: { person: member },
    ...{ order: 'until', direction: 'desc', until: now, after: null, limit: 100 },
  })
  const roles = rows.filter((one) => one.communityId === communityId && inForce(one, now))
  return { ...filed, person: member, isChecked: roles.some(isChecked) }
}
