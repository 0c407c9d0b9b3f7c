import type { Input } from '../../../client'
import type { DayPart, WishWho } from '../../../domain/wish/card'
import { longestWant, mostWants } from '../../../domain/wish/limits'
import { findServiceName } from '../../../knowledge/service-names'
import type { ChosenPlace } from '../../place-choice'
import type { Cried } from './use-cry'

type Wishing = Input<'wish.hang'>
export type WishPlace = Wishing['place']
export type Behalf = 'none' | 'family' | 'office'

/** When, as it is asked. */
export interface WhenFields {
  readonly when: 'any' | 'date' | 'days'
  readonly date: string | null
  /** 1 = Monday … 7 = Sunday. */
  readonly weekdays: readonly number[]
  readonly parts: readonly DayPart[]
  readonly repeats: Wishing['repeats']
}

/** What somebody writes; it lies on this phone until it is sent. */
export interface WishFields extends WhenFields {
  /** The large button that was tapped, or `own`; null: none yet. */
  readonly start: string | null
  readonly words: string
  /** As they chose them; null: as the words speak. */
  readonly kinds: readonly string[] | null
  /** Where they chose another building than the one they came from. */
  readonly chosen: ChosenPlace | null
  /** null: as it usually is with this kind. */
  readonly place: WishPlace | null
  /** null: nobody has touched it, and what is known of the home stands there. */
  readonly room: string | null
  readonly who: WishWho | null
  readonly wants: readonly string[]
  readonly want: string
  readonly phone: string
  readonly emergencyName: string
  readonly emergencyPhone: string
  readonly behalf: Behalf
  readonly name: string
  readonly behalfPhone: string
  /** The words for which "请值班人员看一看" was said; others ask anew. */
  readonly asksFor: string
  /** The danger for which they said that there is none. */
  readonly dangerDone: string | null
  /** Whether the duty member was told of a danger: not once more with each letter. */
  readonly cried: Cried
}

export const emptyWhen: WhenFields = { when: 'any', date: null, weekdays: [], parts: [], repeats: 'once' }

export const emptyWish = (start: string | null, behalf: Behalf): WishFields => ({
  ...emptyWhen,
  start,
  words: '',
  kinds: null,
  chosen: null,
  place: null,
  room: null,
  who: null,
  wants: [],
  want: '',
  phone: '',
  emergencyName: '',
  emergencyPhone: '',
  behalf,
  name: '',
  behalfPhone: '',
  asksFor: '',
  dangerDone: null,
  cried: false,
})

const outside: readonly string[] = ['errands', 'care']
/** Where such a thing usually is: at home only what cannot be elsewhere, since that needs two helpers and more care. */
export function usualPlace(kinds: readonly string[]): WishPlace {
  const kind = findServiceName(kinds[0] ?? '')
  if (kind?.atHome === true) return 'home'
  const isOutside = kind && (outside.includes(kind.group) || kind.id === 'walk-escort' || kind.id === 'outing')
  return isOutside ? 'other' : 'station'
}

export const isGoods = (kinds: readonly string[]): boolean =>
  kinds.length > 0 && kinds.every((id) => findServiceName(id)?.group === 'goods')

/** What matters: what was ticked, and what was typed beside it. */
export const wantsOf = ({ wants, want }: Pick<WishFields, 'wants' | 'want'>): readonly string[] =>
  [...new Set([...wants, want.trim().slice(0, longestWant)])].filter(Boolean).slice(0, mostWants)

/** The times of a card; null where nothing was said. */
export function timesOf({ when, date, weekdays, parts, repeats }: WhenFields): Wishing['times'] {
  const every = repeats === 'week' ? ('week' as const) : null
  const days = when === 'days' ? [...weekdays].sort((one, other) => one - other) : []
  const dates = when === 'date' && date !== null ? [date] : []
  if (days.length === 0 && dates.length === 0 && parts.length === 0 && every === null) return null
  return { weekdays: days, parts: [...parts], every, dates, note: '' }
}

/** What is still missing: a step of the form and a name for the sentence about it. */
export type Missing =
  | { readonly step: 'what'; readonly what: 'words' | 'held' }
  | { readonly step: 'when'; readonly what: 'date' | 'weekdays' }
  | { readonly step: 'where'; readonly what: 'emergency' }
  | { readonly step: 'more'; readonly what: 'name' }

export const whenMissing = ({ when, date, weekdays }: WhenFields): 'date' | 'weekdays' | null =>
  when === 'date' && date === null ? 'date' : when === 'days' && weekdays.length === 0 ? 'weekdays' : null

/** As the contract has it. */
const shortestPhone = 3

/** The first thing that is missing, in the order in which it is asked. */
export function missingIn(fields: WishFields, place: WishPlace): Missing | null {
  if (fields.words.trim() === '') return { step: 'what', what: 'words' }
  const when = whenMissing(fields)
  if (when !== null) return { step: 'when', what: when }
  const hasEmergency = fields.emergencyName.trim() !== '' && fields.emergencyPhone.trim().length >= shortestPhone
  if (place === 'home' && !hasEmergency) return { step: 'where', what: 'emergency' }
  if (fields.behalf !== 'none' && fields.name.trim() === '') return { step: 'more', what: 'name' }
  return null
}

const orNull = (text: string): string | null => text.trim() || null

interface Known {
  readonly buildingId: string
  readonly kinds: readonly string[]
  readonly place: WishPlace
  readonly room: string
  readonly forOfferId: string | null
}

/** What is sent. A field that is not shown any more does not travel. */
export function inputOf(fields: WishFields, { buildingId, kinds, place, room, forOfferId }: Known): Wishing {
  const isHome = place === 'home'
  const { behalf } = fields
  return {
    buildingId,
    room: isHome ? orNull(room) : null,
    words: fields.words.trim(),
    kinds: [...kinds],
    times: timesOf(fields),
    who: fields.who ?? 'other',
    isGoods: isGoods(kinds),
    wants: [...wantsOf(fields)],
    place,
    repeats: fields.repeats,
    phone: behalf === 'none' ? orNull(fields.phone) : null,
    behalf: behalf === 'none' ? null : { kind: behalf, name: fields.name.trim(), phone: orNull(fields.behalfPhone) },
    emergency: isHome ? { name: fields.emergencyName.trim(), phone: fields.emergencyPhone.trim() } : null,
    forOfferId,
    asks: isAsked(fields),
  }
}

/** Whether somebody of the office is to look at these very words. */
export const isAsked = ({ asksFor, words }: Pick<WishFields, 'asksFor' | 'words'>): boolean =>
  asksFor !== '' && asksFor === words.trim()
