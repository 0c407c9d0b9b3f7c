import { capacityLeft } from '../../domain/wish/capacity'
import { dayParts } from '../../domain/wish/card'
import { dutyOf } from '../../domain/wish/duty'
import { wishersOf } from '../../domain/wish/sides'
import { isOpenWish, wishDeskOf, zoneOf, type WishZone } from '../../domain/wish/verbs'
import { joinedOf } from '../../domain/wish/visits'
import { findService } from '../../knowledge/services'
import type { OfferFields, WishFields } from '../store/documents'
import { offerKeys, wishKeys } from './reading'

/** What follows from the rest of a wish; see `derivedWish`. */
export type DerivedWish = Pick<
  WishFields,
  'zone' | 'open' | 'desk' | 'owner' | 'dueAt' | 'people' | 'helping' | 'actors' | 'finds' | 'keys' | 'stackAt'
>
export type DerivedOffer = Pick<OfferFields, 'zone' | 'finds' | 'keys'>

const unique = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))]

/** What the wall is asked for. Empty: no filter. */
export interface WallFilter {
  /** A group of services. */
  readonly group: string | null
  readonly buildingId: string | null
  readonly part: string | null
}

/** The value of `finds` under which the cards of a filter stand. */
export const findOf = ({ group, buildingId, part }: WallFilter): string =>
  [group === null ? '' : `g=${group}`, buildingId === null ? '' : `b=${buildingId}`, part === null ? '' : `p=${part}`]
    .filter((piece) => piece !== '')
    .join('|')

/** Every filter that a card answers to. Whoever names no part of the day can at any. */
function findsOf(
  { kinds, times }: Pick<WishFields, 'kinds' | 'times'>,
  buildings: readonly string[],
): readonly string[] {
  const groups = unique(kinds.map((kind) => findService(kind)?.group ?? null))
  const said = times?.parts ?? []
  const parts = said.length === 0 ? dayParts : said
  return [null, ...groups].flatMap((group) =>
    [null, ...buildings].flatMap((buildingId) =>
      [null, ...unique(parts)].map((part) => findOf({ group, buildingId, part })),
    ),
  )
}

/** Words that nobody has let be shown hang nowhere, whatever becomes of the card. */
const zoneFor = (zone: WishZone, wordsState: WishFields['wordsState']): WishZone =>
  wordsState === 'shown' ? zone : 'off'

/**
 * Who comes instead of a helper: as long as the visit is not over, and of a wish that was granted by it. A stand-in of a
 * week that is long past has nothing to look for there.
 */
function standInsOf({ appointments, state, repeats }: WishFields): readonly (string | null)[] {
  const isGranted = state === 'granted' && repeats === 'once'
  return appointments
    .filter((visit) => visit.state === 'agreed' || visit.state === 'unsure' || (isGranted && visit.state === 'done'))
    .flatMap(({ standIns }) => standIns.map(({ person }) => person))
}

/** Helpers who have agreed or were proposed, and stand-ins: their load, and to whom it is shown. */
const helpingOf = (row: WishFields): string[] =>
  unique([...row.helpers.map(({ person }) => person), ...standInsOf(row)])

/** Everybody who sees it under 我的卡: whose it is, family who wrote it for them, and who helps. */
const peopleOf = (row: WishFields, helping: readonly string[]): string[] => unique([...wishersOf(row), ...helping])

/**
 * What follows from the rest of a wish and is kept only so that lists can be asked for it. Every writer of wishes puts it
 * in, so that it is never out of step. `now` (ms) counts for who has to do something next.
 */
export function derivedWish(row: WishFields, now: number): DerivedWish {
  const zone = zoneFor(zoneOf(row.state), row.wordsState)
  const duty = dutyOf(row, now)
  const helping = helpingOf(row)
  return {
    zone,
    open: isOpenWish(row.state),
    desk: wishDeskOf(row.state),
    owner: duty?.owner ?? 'nobody',
    dueAt: duty?.dueAt ?? row.endedAt ?? now,
    people: peopleOf(row, helping),
    helping,
    // Who was asked and has gone did nothing, and stands in it nevertheless.
    actors: unique([...row.events, ...row.leavers].map(({ person }) => person)),
    finds: zone === 'wall' ? findsOf(row, [row.buildingId]) : [],
    keys: zone === 'wall' && joinedOf(row).length < row.places ? wishKeys(row) : [],
    stackAt: zone === 'stack' ? (row.endedAt ?? row.pairedAt ?? row.since) : row.hungAt,
  }
}

/**
 * The same of an offer. It is filtered by group and part of the day alone: most reach every building, and those that do
 * not are dropped by whoever reads the page. A card whose every place is taken does not hang until one is free.
 */
export function derivedOffer(row: OfferFields): DerivedOffer {
  const hasRoom = capacityLeft(row) > 0
  const zone = zoneFor(row.state !== 'open' ? 'off' : hasRoom ? 'wall' : 'stack', row.wordsState)
  return {
    zone,
    finds: zone === 'wall' ? findsOf(row, []) : [],
    keys: zone === 'wall' ? offerKeys(row) : [],
  }
}
