import { isRefused } from '../../contract'
import { sealedAt } from '../../cloud/people/ids'
import { nextOfferLook } from '../../cloud/offer/due'
import type { OfferFields, WishFields } from '../../cloud/store/documents'
import { derivedOffer, derivedWish } from '../../cloud/wish/derive'
import { readingOfOffer, readingOfWish } from '../../cloud/wish/reading'
import { stepped } from '../../cloud/wish/step'
import { readKeys } from '../../cloud/keys'
import { actOnWish, type AnyWishDeed, type WishWho } from '../../domain/wish/act'
import type { CardTimes } from '../../domain/wish/card'
import { admittedMark, marked, nextLook, remindersDue } from '../../domain/wish/due'
import { offersAfter } from '../../domain/wish/offers-after'
import { needsOf } from '../../domain/wish/places'
import type { WishActor } from '../../domain/wish/verbs'
import { calendar } from '../../knowledge/calendar/calendar'
import { findService } from '../../knowledge/services'
import { developmentKeys } from '../development-keys'
import { demo } from './index'
import { demoMembers } from './people'

const keys = readKeys(developmentKeys)

export type WishDocument = WishFields & { readonly _id: string }
export type OfferDocument = OfferFields & { readonly _id: string }

/** A step of the demo: by whom (an openid; null: by itself), as what, and when (ms). */
export interface DemoWishStep {
  readonly at: number
  readonly by: string | null
  readonly as: WishActor
  readonly deed: AnyWishDeed
}

export interface DemoWish {
  readonly id: string
  /** openid; null: somebody without a phone, for whom the duty member wrote. */
  readonly by: string | null
  readonly building: string
  readonly kind: string
  readonly words: string
  readonly hungAt: number
  readonly who?: WishFields['who']
  readonly wants?: readonly string[]
  readonly times?: CardTimes
  readonly place?: WishFields['place']
  readonly repeats?: WishFields['repeats']
  readonly isCry?: boolean
  readonly steps: readonly DemoWishStep[]
}

export interface DemoOffer {
  readonly id: string
  readonly by: string
  readonly kind: string
  readonly words: string
  readonly hungAt: number
  readonly times?: CardTimes
  readonly capacity?: number
  readonly limits?: readonly string[]
  readonly state?: OfferFields['state']
}

function placeOf(id: string) {
  const building = demo.buildings.find(({ _id }) => _id === id)
  const community = demo.communities.find(({ _id }) => _id === building?.communityId)
  const estate = community?.estates.find((one) => one.id === building?.estateId)
  if (!building || !community || !estate) throw new Error(`the demo has no building ${id}`)
  return { building, community, estate }
}

const seal = (id: string, field: string, text: string) => keys.seal(text, sealedAt('wishes', field, id))

/** As the form asks: whom to call of a visit at home, and whose it is of somebody without a phone. All made up. */
function contactOf({ id, by, place }: DemoWish): Pick<WishFields, 'room' | 'phone' | 'behalf' | 'emergency'> {
  const isHome = place === 'home'
  return {
    room: isHome || by === null ? seal(id, 'room', '302室') : null,
    phone: null,
    behalf: by === null ? { kind: 'office', name: seal(id, 'behalf.name', '陈奶奶'), phone: null } : null,
    emergency: isHome
      ? { name: seal(id, 'emergency.name', '女儿'), phone: seal(id, 'emergency.phone', '00088889021') }
      : null,
  }
}

function hungWish(one: DemoWish): WishDocument {
  const { id, by, kind, words, hungAt } = one
  const { building, community, estate } = placeOf(one.building)
  const state = one.isCry ? ('crying' as const) : ('open' as const)
  const service = findService(kind)
  const duty = keys.person('demo-duty')
  const place = one.place ?? 'station'
  const needs = needsOf({ place, isGoods: kind.startsWith('goods') }, service && !one.isCry ? [service] : [])
  const row: WishDocument = {
    ...{ _id: id, input: 'demo', communityId: community._id, gridId: building.gridId, estateId: estate.id },
    ...{ buildingId: building._id, estateName: estate.name, buildingName: building.name, turn: id },
    ...{ person: by === null ? null : keys.person(by), filedBy: by === null ? duty : null },
    ...{ filedAs: by === null ? 'duty' : null, words, wordsState: 'shown', judged: 'shown' },
    ...{ kinds: one.isCry ? [] : [kind], isSure: true, times: one.times ?? null, reading: '' },
    ...{ keys: [], finds: [], zone: 'off', who: one.who ?? 'elder', isGoods: kind.startsWith('goods') },
    ...{ wants: one.wants ?? [], place, repeats: one.repeats ?? 'once' },
    ...needs,
    ...contactOf(one),
    ...{ forOfferId: null, state, open: true, desk: 'wall', owner: 'nobody', dueAt: hungAt, helpers: [], leavers: [] },
    ...{ wisherAgreed: true, people: [], helping: [], actors: [], appointments: [], thanks: null, shows: [] },
    events: [
      {
        ...{ id: '1', at: hungAt, verb: one.isCry ? 'cry' : 'hang', actor: by === null ? 'duty' : 'wisher' },
        ...{ person: by === null ? duty : keys.person(by), role: by === null ? 'duty' : null, side: null },
        ...{ from: state, to: state, words: '', wordsState: 'shown', note: '', data: {} },
      },
    ],
    ...{ hungAt, waitsSince: hungAt, since: hungAt, pairedAt: null, endedAt: null, stackAt: hungAt },
    ...{ nextAt: hungAt, told: 0, toldTo: 0, marks: [admittedMark], keyId: keys.currentKey },
  }
  return { ...row, reading: readingOfWish(row) }
}

const officeRoles = ['duty', 'grid-leader', 'secretary'] as const

function acted(row: WishDocument, { at, by, as, deed }: DemoWishStep): WishDocument {
  const role = officeRoles.find((one) => one === as) ?? null
  const who: WishWho = { actor: as, person: by === null ? null : keys.person(by), role, now: at }
  const proposed = deed.verb === 'propose' ? deed.offerIds.map((offerId) => proposedOf(offerId)) : []
  const said = { wordsState: 'shown', note: '' } as const
  const done = actOnWish({ ...row, shape: 1, version: 1 }, deed, who, said, { calendar, proposed })
  if (isRefused(done)) throw new Error(`the demo’s ${row._id} cannot ${deed.verb}: ${done.refused}`)
  return stepped(done, at)
}

/** Red cards of the demo are named for whose they are: "demo-offer-volunteer-2-…". */
function proposedOf(offerId: string) {
  const member = demoMembers
    .filter(({ openid }) => offerId.startsWith(openid.replace('demo-', 'demo-offer-')))
    .sort((one, other) => other.openid.length - one.openid.length)[0]
  if (!member) throw new Error(`nobody of the demo offers ${offerId}`)
  return { offerId, person: keys.person(member.openid) }
}

/** As if the timer had told everybody everything until `now`. */
function settled(row: WishDocument, now: number): WishDocument {
  const told = { ...row, told: row.events.length }
  const marks = remindersDue(told, now).reduce(marked, told.marks)
  const reckoned = { ...told, marks }
  const whole = { ...reckoned, ...derivedWish(reckoned, now) }
  return { ...whole, nextAt: nextLook(whole, now, calendar) }
}

export const wishDocuments = (given: readonly DemoWish[], now: number): readonly WishDocument[] =>
  given.map((one) => settled(one.steps.reduce(acted, hungWish(one)), now))

/** The red cards, with the places that these wishes have taken. */
export function offerDocuments(given: readonly DemoOffer[], wishes: readonly WishDocument[]): readonly OfferDocument[] {
  return given.map(({ id, by, kind, words, hungAt, times, capacity, limits = [], state = 'open' }) => {
    const member = demoMembers.find(({ openid }) => openid === by)
    const row = {
      ...{ _id: id, input: 'demo', communityId: member?.communityId ?? 'west-street', person: keys.person(by) },
      ...{ filedBy: null, filedAs: null, turn: id, words, wordsState: 'shown', judged: 'shown', kinds: [kind] },
      ...{ isSure: true, times: times ?? null, reading: '', keys: [], finds: [], zone: 'off', hungAt, nextAt: 0 },
      ...{ told: 0, toldTo: 0, marks: [admittedMark], keyId: keys.currentKey, behalf: null, limits },
      ...{
        capacity: capacity ?? null,
        buildingIds: [],
        buildingNames: [],
        isChecked: member?.isChecked ?? false,
        state,
      },
      wishIds: wishes.filter((wish) => offersAfter(null, wish).taken.includes(id)).map(({ _id }) => _id),
      ...{ confirmedAt: hungAt, endedAt: state === 'withdrawn' ? hungAt : null },
    } satisfies OfferDocument
    const read: OfferDocument = { ...row, reading: readingOfOffer(row) }
    const whole = { ...read, ...derivedOffer(read) }
    return { ...whole, nextAt: nextOfferLook({ ...whole, shape: 1, version: 1 }) }
  })
}
