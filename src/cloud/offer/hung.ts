import type { hangOffer, InputOf } from '../../contract'
import { stateOf, type Judged } from '../content/words'
import type { WritingRole } from '../filing/behalf'
import type { Context } from '../handle'
import { sealedAt } from '../people/ids'
import type { OfferFields } from '../store/documents'
import { derivedOffer } from '../wish/derive'
import { readingOfOffer } from '../wish/reading'

type Called = Pick<Context, 'now' | 'call' | 'keys'>
type Document = OfferFields & { readonly _id: string }

/** Whose a red card is. */
export interface OfferOwner {
  /** Pseudonym; null: a member without a phone. */
  readonly person: string | null
  readonly filedBy: string | null
  readonly filedAs: WritingRole | null
  /** Digits of a member without a phone. */
  readonly behalfPhone: string | null
  /** Whether it is known who they are. */
  readonly isChecked: boolean
}

/** Everything that was found out of an offer that is hung. */
export interface Offering {
  readonly owner: OfferOwner
  readonly judged: Exclude<Judged, 'refused'>
  readonly turn: string
  readonly kinds: readonly string[]
  readonly buildings: readonly { readonly _id: string; readonly name: string }[]
}

/** The document of an offer that was hung just now. */
export function hungOffer(
  input: InputOf<typeof hangOffer>,
  { now, call, keys }: Called,
  { owner, judged, turn, kinds, buildings }: Offering,
): Document {
  const sealed = (field: string, text: string | null) =>
    text === null ? null : keys.seal(text, sealedAt('offers', field, call.id))
  const { person, filedBy, filedAs, behalfPhone, isChecked } = owner
  const fields = {
    ...{ _id: call.id, input: call.input, turn, communityId: input.communityId, person, filedBy, filedAs },
    ...{ words: input.words, wordsState: stateOf(judged), judged, kinds, isSure: input.kinds.length > 0 },
    ...{ times: input.times, limits: input.limits, capacity: input.capacity, isChecked },
    buildingIds: buildings.map(({ _id }) => _id),
    buildingNames: buildings.map(({ name }) => name),
    behalf: input.behalf && {
      name: sealed('behalf.name', input.behalf.name),
      phone: sealed('behalf.phone', behalfPhone),
    },
    ...{ state: 'open' as const, wishIds: [], hungAt: now, confirmedAt: now, endedAt: null },
    ...{ nextAt: now, told: 0, toldTo: 0, marks: [], keyId: keys.currentKey },
    ...{ zone: 'off' as const, finds: [], keys: [], reading: '' },
  } satisfies Document
  const read: Document = { ...fields, reading: readingOfOffer(fields) }
  return { ...read, ...derivedOffer(read) }
}
