import type { cryWish, hangWish, InputOf } from '../../contract'
import type { WishVerb } from '../../domain/wish/verbs'
import type { WishEvent } from '../../domain/wish/wish'
import { stateOf, type Judged } from '../content/words'
import type { Behalf } from '../filing/behalf'
import type { FoundPlace } from '../filing/place'
import type { Context } from '../handle'
import { sealedAt } from '../people/ids'
import type { WishFields } from '../store/documents'
import { derivedWish } from './derive'
import { readingOfWish } from './reading'

type Called = Pick<Context, 'now' | 'call' | 'keys'> & { readonly person: string }
type Document = WishFields & { readonly _id: string }

/** Everything that was found out of a card that is hung. */
export interface Hanging {
  readonly place: FoundPlace
  readonly behalf: Behalf
  readonly judged: Exclude<Judged, 'refused'>
  readonly turn: string
  /** It is a cry for help: it never hangs. */
  readonly isCry: boolean
  readonly card: Pick<WishFields, 'kinds' | 'isSure' | 'places' | 'needsChecked'>
  /** Digits of whom to call when something is wrong. */
  readonly emergencyPhone: string | null
  readonly forOfferId: string | null
}

/** The document of a wish that was hung just now. */
export function hungWish(input: InputOf<typeof hangWish>, context: Called, hanging: Hanging): Document {
  const { behalf, judged, isCry, card, forOfferId } = hanging
  return finished(
    {
      ...begun(context, hanging, isCry ? 'cry' : 'hang'),
      ...{ words: input.words, wordsState: stateOf(judged), judged, ...card, times: input.times },
      ...{ who: input.who, isGoods: input.isGoods, wants: input.wants, place: input.place, repeats: input.repeats },
      ...{ person: behalf.person, filedBy: behalf.filedBy, filedAs: behalf.filedAs, forOfferId },
      ...contactOf(input, context, hanging),
    },
    context.now,
  )
}

/** The document of a cry for help that somebody typed: nothing is asked first, and its words wait for no check. */
export function criedWish(
  { words }: InputOf<typeof cryWish>,
  context: Called,
  { place, turn }: Pick<Hanging, 'place' | 'turn'>,
): Document {
  const behalf: Behalf = { person: context.person, filedBy: null, filedAs: null, phone: null, behalfPhone: null }
  return finished(
    {
      ...begun(context, { place, turn, behalf }, 'cry'),
      ...{ words, wordsState: 'shown', judged: 'shown', kinds: [], isSure: false, times: null },
      ...{ who: 'other', isGoods: false, wants: [], place: 'other', repeats: 'once', places: 1, needsChecked: false },
      ...{ person: context.person, filedBy: null, filedAs: null, forOfferId: null },
      ...{ room: null, phone: null, behalf: null, emergency: null },
    },
    context.now,
  )
}

/** What every wish begins with. */
function begun(
  { now, call, keys, person }: Called,
  { place, turn, behalf }: Pick<Hanging, 'place' | 'turn' | 'behalf'>,
  verb: WishVerb & ('hang' | 'cry'),
) {
  const { community, building, estate, grid } = place
  const state = verb === 'cry' ? ('crying' as const) : ('open' as const)
  const event: WishEvent = {
    ...{ id: '1', at: now, verb, actor: behalf.filedAs ?? 'wisher', person, role: behalf.filedAs, side: null },
    ...{ from: state, to: state, words: '', wordsState: 'shown', note: '', data: {} },
  }
  return {
    ...{ _id: call.id, input: call.input, turn, communityId: community._id, gridId: grid?.id ?? null },
    ...{ estateId: estate.id, buildingId: building._id, estateName: estate.name, buildingName: building.name },
    ...{
      state,
      helpers: [],
      leavers: [],
      wisherAgreed: true,
      appointments: [],
      thanks: null,
      shows: [],
      events: [event],
    },
    ...{ hungAt: now, waitsSince: now, since: now, pairedAt: null, endedAt: null },
    ...{ nextAt: now, told: 0, toldTo: 0, marks: [], keyId: keys.currentKey },
  }
}

/** In the place of what follows from the rest. */
const underived = (now: number) => ({
  ...{ zone: 'off' as const, open: true, desk: 'wall' as const, owner: 'nobody' as const, dueAt: now, stackAt: now },
  ...{ people: [], helping: [], actors: [], finds: [], keys: [], reading: '' },
})

function finished(fields: Omit<Document, keyof ReturnType<typeof underived>>, now: number): Document {
  const whole: Document = { ...fields, ...underived(now) }
  const read = { ...whole, reading: readingOfWish(whole) }
  return { ...read, ...derivedWish(read, now) }
}

/** Where somebody lives, and how they are reached, sealed. The account's own number is not copied. */
function contactOf(
  { place, room, behalf, emergency }: InputOf<typeof hangWish>,
  { call, keys }: Called,
  given: Hanging,
): Pick<WishFields, 'room' | 'phone' | 'behalf' | 'emergency'> {
  const sealed = (field: string, text: string | null) =>
    text === null ? null : keys.seal(text, sealedAt('wishes', field, call.id))
  return {
    // Whoever has no phone is found at their own door, wherever they are to be met.
    room: sealed('room', place === 'home' || behalf?.kind === 'office' ? room : null),
    phone: sealed('phone', given.behalf.phone),
    behalf: behalf && {
      kind: behalf.kind,
      name: sealed('behalf.name', behalf.name),
      phone: sealed('behalf.phone', given.behalf.behalfPhone),
    },
    emergency: emergency && {
      name: sealed('emergency.name', emergency.name),
      phone: sealed('emergency.phone', given.emergencyPhone),
    },
  }
}
