import type { Input } from '../../../client'
import { longestWant, mostWants } from '../../../domain/wish/limits'
import { emptyWhen, timesOf, whenMissing, type WhenFields } from './fields'
import type { Cried } from './use-cry'

type Offering = Input<'offer.hang'>

/** What somebody writes on a red card; it lies on this phone until it is sent. */
export interface OfferFields extends WhenFields {
  readonly words: string
  /** As they chose them; null: as the words speak. */
  readonly kinds: readonly string[] | null
  /** null: as it comes. */
  readonly capacity: number | null
  /** Empty: all. */
  readonly buildings: readonly string[]
  readonly isSome: boolean
  readonly limits: readonly string[]
  readonly limit: string
  readonly name: string
  readonly phone: string
  /** The words for which "请值班人员看一看" was said. */
  readonly asksFor: string
  /** Whether the duty member was told of a danger. */
  readonly cried: Cried
}

export const emptyOffer: OfferFields = {
  ...emptyWhen,
  repeats: 'week',
  words: '',
  kinds: null,
  capacity: null,
  buildings: [],
  isSome: false,
  limits: [],
  limit: '',
  name: '',
  phone: '',
  asksFor: '',
  cried: false,
}

export type MissingOffer = 'words' | 'held' | 'date' | 'weekdays' | 'buildings' | 'name'

/** As the contract has it. */
const shortestPhone = 3

/** The first thing that is missing, in the order in which it is asked. */
export function missingOffer(fields: OfferFields, isOffice: boolean): MissingOffer | null {
  if (fields.words.trim() === '') return 'words'
  const when = whenMissing(fields)
  if (when !== null) return when
  if (fields.isSome && fields.buildings.length === 0) return 'buildings'
  const isNamed = fields.name.trim() !== '' && fields.phone.trim().length >= shortestPhone
  return isOffice && !isNamed ? 'name' : null
}

export const limitsOf = ({ limits, limit }: Pick<OfferFields, 'limits' | 'limit'>): readonly string[] =>
  [...new Set([...limits, limit.trim().slice(0, longestWant)])].filter(Boolean).slice(0, mostWants)

interface Known {
  readonly communityId: string
  readonly kinds: readonly string[]
  readonly isOffice: boolean
}

export function offerInput(fields: OfferFields, { communityId, kinds, isOffice }: Known): Offering {
  const said = fields.words.trim()
  return {
    communityId,
    words: said,
    kinds: [...kinds],
    times: timesOf({ ...fields, repeats: fields.when === 'days' ? 'week' : 'once' }),
    capacity: fields.capacity,
    buildingIds: fields.isSome ? [...fields.buildings] : [],
    limits: [...limitsOf(fields)],
    behalf: isOffice ? { name: fields.name.trim(), phone: fields.phone.trim() } : null,
    asks: fields.asksFor !== '' && fields.asksFor === said,
  }
}
