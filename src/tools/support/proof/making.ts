import type { Database } from '../../../local/start'
import { fresh, personDocument, put, type CollectionName } from './documents'
import { placeOf, type Side, type Situation } from './situations'

/** Makes what a call is about. */
export interface Making {
  readonly database: Database
  readonly now: number
  /** The pseudonym of who calls, or of nobody in particular. */
  readonly caller: string
}

/** How to ask for an action in a situation. */
export interface About {
  /** What makes a difference to it. None: it is about the caller, or about nothing of anybody. */
  readonly varies: readonly Side[]
  /** Whether it is about a document that may be gone. */
  readonly canMiss?: true
  /** Puts there what the call is about; answers the input. */
  readonly input: (making: Making, situation: Situation) => object
}

export const anywhere = (input: object | ((making: Making) => object)): About => ({
  varies: [],
  input: (making) => (typeof input === 'function' ? (input as (making: Making) => object)(making) : input),
})

export const list = (over: object = {}): About => ({
  varies: ['community', 'grid'],
  input: (_, situation) => {
    const { communityId, gridId } = placeOf(situation)
    return { communityId, gridId, cursor: null, ...over }
  },
})
export const wholeList: About = {
  varies: ['community'],
  input: (_, situation) => ({ communityId: placeOf(situation).communityId, cursor: null }),
}

/** A new somebody, who is there. */
export function somebody({ database, now }: Making): string {
  const openid = fresh('openid-of-somebody')
  const document = personDocument(openid, { phone: '00000000000' }, now)
  put(database, 'people', [document])
  return document._id
}

export const ownerOf = (making: Making, { owner }: Situation): string =>
  owner === 'own' ? making.caller : somebody(making)

type Made = object & { readonly _id: string }
/** An action about one document: its input names it, and may need to know it. */
export function about<Document extends Made>(
  collection: CollectionName,
  varies: readonly Side[],
  make: (making: Making, situation: Situation) => Document,
  inputOf: (id: string, document: Document | null) => object,
): About {
  return {
    varies,
    canMiss: true,
    input(making, situation) {
      if (situation.missing) return inputOf(fresh('gone'), null)
      const document = make(making, situation)
      // Some ids are the person's: what an earlier call was about makes room.
      making.database.remove(collection, { _id: document._id })
      put(making.database, collection, [document])
      return inputOf(document._id, document)
    },
  }
}

export const peoples: readonly Side[] = ['owner', 'community', 'grid']

export const communityOf = (situation: Situation): string => placeOf(situation).communityId
