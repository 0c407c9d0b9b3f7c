import type { AnyWishDeed, WishDeedVerb } from './act-deed'
import type { At, WishActRefused, WishChange } from './act-types'

type Deeds<One, Verb> = One extends { readonly verb: infer Verbs } ? (Verb extends Verbs ? One : never) : never
export type Deed<Verb extends WishDeedVerb> = Deeds<AnyWishDeed, Verb>
/** What one verb does beyond being written down, or why not. */
export type Step<Verb extends WishDeedVerb> = (deed: Deed<Verb>, at: At) => WishChange | WishActRefused
