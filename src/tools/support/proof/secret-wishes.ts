import type { LocalCloud } from '../../../local/start'
import type { RolePlace } from '../../../domain/people/roles'
import { day } from '../../../domain/time/clock'
import type { WishEvent } from '../../../domain/wish/wish'
import { checkDocument, keys, put } from './documents'
import { nextNumber, word } from './secret-word'
import type { Secret, SecretKind, Stand } from './secret-world'
import {
  offerDocument,
  sealedInOffer,
  sealedInWish,
  wishDocument,
  wishEvent,
  wishHelper,
  wishVisit,
  type OfferDocument,
  type WishDocument,
} from './wish-document'

/** What of a card decides who may know what of it. */
export interface SecretCard {
  readonly place: RolePlace
  /** Openids of those who speak for it: whose it is, family who wrote it, who wrote a red card for somebody. */
  readonly owners: readonly string[]
  /** Openids of those who help, or were asked. */
  readonly helpers: readonly string[]
  /** On the wall, or on the stack: anybody may look at it. */
  readonly isHung: boolean
  /** It can still be paired. */
  readonly isOnWall: boolean
  /** Everybody has agreed, and it is not long over. */
  readonly isPaired: boolean
  /** The office has to call whose it is: they have no phone of ours, or cry for help. */
  readonly isCalled: boolean
  /** Both sides let the thanks be shown. */
  readonly isThanked: boolean
}

interface WishVariant {
  readonly over: Partial<WishDocument>
  readonly stand?: Stand
  /** What stands on the back: how the check judged it, and who lets it be shown. */
  readonly thanks?: { readonly stand: Stand; readonly shows: readonly string[] }
  readonly helped?: 'claimed' | 'asked' | 'absent'
  readonly behalf?: 'office' | 'family'
}

const both = ['wisher', 'h1']
const paired = (state: WishDocument['state']) => ({ helped: 'claimed', over: { state } }) as const

const wishVariants: readonly WishVariant[] = [
  { over: {} },
  { over: {}, stand: 'waiting' },
  { over: {}, stand: 'refused' },
  { over: { state: 'crying' } },
  { over: { state: 'proposed', wisherAgreed: false }, helped: 'asked' },
  paired('claimed'),
  { ...paired('claimed'), helped: 'absent' },
  { ...paired('arranged'), behalf: 'office' },
  { ...paired('standing'), behalf: 'family' },
  { ...paired('unsure') },
  { ...paired('granted'), thanks: { stand: 'shown', shows: both } },
  { ...paired('granted'), thanks: { stand: 'shown', shows: ['wisher'] } },
  { ...paired('granted'), thanks: { stand: 'waiting', shows: both } },
  // So long ago that nobody reaches the other any more.
  { helped: 'claimed', over: { state: 'granted', endedAt: -30 * day }, thanks: { stand: 'refused', shows: both } },
  { over: { state: 'withdrawn', endedAt: 0 } },
  { over: { state: 'closed', endedAt: 0 }, behalf: 'office' },
]

type OfferVariant = { readonly over: Partial<OfferDocument>; readonly stand?: Stand; readonly isOffices?: true }
const offerVariants: readonly OfferVariant[] = [
  { over: {} },
  { over: {}, isOffices: true },
  { over: {}, stand: 'waiting' },
  { over: {}, stand: 'refused' },
  { over: { state: 'paused' } },
  { over: { state: 'withdrawn' } },
]

/** What seeding needs of the world that it fills. */
export interface CardSeeding {
  readonly cloud: LocalCloud
  readonly now: number
  readonly ids: {
    readonly wishes: string[]
    readonly offers: string[]
    readonly open: string[]
    readonly checks: string[]
  }
  keep(secret: Secret): string
}

const author = 'openid-of-an-author'
const pairedStates: readonly WishDocument['state'][] = ['claimed', 'arranged', 'standing', 'unsure']

type Told = (kind: SecretKind, sign: string, beside?: Partial<Secret>) => string
/** Makes secrets of one card, and keeps them. */
function teller(seeding: CardSeeding, of: string, card: SecretCard) {
  const { place } = card
  const told: Told = (kind, sign, beside = {}) =>
    seeding.keep({ kind, text: word(sign), of, place, stand: 'shown', card, ...beside })
  const phone = (kind: SecretKind) => seeding.keep({ kind, text: `1390002${nextNumber()}`, of, place, card })
  const sealed = (text: string) => seeding.keep({ kind: 'sealed', text, of, place })
  return { told, phone, sealed }
}

const judgedAs = (stand: Stand) => ({
  wordsState: stand === 'waiting' || stand === 'refused' ? stand : ('shown' as const),
  judged: stand === 'waiting' ? ('review' as const) : ('shown' as const),
})

/** A wish of somebody who lives there, and who helps with it; of which kind, their number says. */
export function seedWish(seeding: CardSeeding, of: string, place: RolePlace, at: number, helper: string): SecretCard {
  const { now, ids } = seeding
  const variant = wishVariants[at % wishVariants.length] as WishVariant
  const { over, stand = 'shown', thanks, helped, behalf } = variant
  const state = over.state ?? 'open'
  const isOld = (over.endedAt ?? 0) < 0
  const isGlued = state === 'granted' || pairedStates.includes(state)
  const card: SecretCard = {
    place,
    owners: behalf === 'office' ? [] : [of],
    helpers: helped === undefined || helped === 'absent' ? [] : [helper],
    isHung: stand === 'shown' && (state === 'open' || isGlued),
    isOnWall: stand === 'shown' && state === 'open',
    isPaired: isGlued && !isOld,
    isCalled: state === 'crying' || (behalf === 'office' && state !== 'closed'),
    isThanked: thanks?.stand === 'shown' && thanks.shows.length === both.length,
  }
  const offer = helped === 'absent' ? seedOffer(seeding, author, place, 1, card) : null
  const id = `secret-wish-${nextNumber()}`
  const { told, phone, sealed } = teller(seeding, of, card)
  const inside = (field: Parameters<typeof sealedInWish>[1], text: string) => sealed(sealedInWish(id, field, text))
  const row = wishDocument(behalf ? null : keys.person(of), place, now, {
    ...over,
    _id: id,
    ...{ words: told('wish words', '愿', { stand }), wants: [told('wish words', '愿', { stand })] },
    times: { weekdays: [], parts: [], every: null, dates: [], note: told('wish words', '愿', { stand }) },
    ...judgedAs(stand),
    place: 'home',
    room: inside('room', told('wish contact', '联')),
    phone: at % 2 === 0 && behalf === undefined ? inside('phone', phone('wish contact')) : null,
    emergency: {
      name: inside('emergency.name', told('wish contact', '联')),
      phone: inside('emergency.phone', phone('wish contact')),
    },
    behalf: behalf
      ? {
          kind: behalf,
          name: inside('behalf.name', told('wish contact', '联')),
          phone: inside('behalf.phone', phone('wish contact')),
        }
      : null,
    ...(behalf === 'family' ? { filedBy: keys.person(of) } : {}),
    ...(behalf === 'office' ? { filedBy: keys.person(author), filedAs: 'duty' as const } : {}),
    ...(over.endedAt === undefined && state !== 'granted' ? {} : { endedAt: now + (over.endedAt ?? 0) }),
    ...(isGlued ? { pairedAt: now } : {}),
    helpers: helped
      ? [
          wishHelper('h1', helped === 'absent' ? null : keys.person(helper), now, {
            ...{ offerId: offer?.id ?? null, agreed: helped !== 'asked' },
            by: helped === 'claimed' ? 'claim' : 'proposal',
          }),
        ]
      : [],
    appointments: state === 'arranged' || state === 'standing' ? [wishVisit('a1', now + day)] : [],
    thanks: thanks
      ? { words: told('wish thanks', '谢', { stand: thanks.stand }), ...judgedAs(thanks.stand), at: now }
      : null,
    shows: thanks?.shows ?? [],
    events: history(told, now, state, card),
  })
  ids.wishes.push(id)
  if (card.isOnWall) ids.open.push(id)
  put(seeding.cloud.database, 'wishes', [row])
  const check = (kind: string, part: string | null) =>
    checkDocument(keys.person(of), place, now, { kind, about: { collection: 'wishes', id, part } })
  const checks = [
    ...(stand === 'waiting' ? [check('wish', null)] : []),
    ...(thanks?.stand === 'waiting' ? [check('thanks', null)] : []),
    check('wish-step', '6'),
  ]
  put(seeding.cloud.database, 'checks', checks)
  ids.checks.push(...checks.map(({ _id }) => _id))
  return card
}

/** Steps with words in every standing, of before and after the helper came, and a note. */
function history(told: Told, now: number, state: WishDocument['state'], { owners }: SecretCard): readonly WishEvent[] {
  const person = owners[0] === undefined ? null : keys.person(owners[0])
  const office = { actor: 'duty', role: 'duty', person: keys.person(author), from: 'open', to: 'open' } as const
  const step = (id: string, at: number, stand: Stand, isBefore?: true) =>
    wishEvent({
      ...{ id, at, verb: 'keep', ...office, wordsState: judgedAs(stand).wordsState },
      words: told('wish step', '程', { of: author, stand, ...(isBefore ? { isBefore } : {}) }),
    })
  return [
    wishEvent({ id: '1', at: now - day, verb: state === 'crying' ? 'cry' : 'hang', person }),
    // How it went with others before is not for whoever comes after them.
    step('2', now - 1000, 'shown', true),
    wishEvent({
      ...{ id: '3', at: now, verb: 'claim', actor: 'volunteer', side: 'h1', to: state },
      data: { helperId: 'h1' },
    }),
    step('4', now, 'shown'),
    step('5', now, 'refused'),
    step('6', now, 'waiting'),
    wishEvent({ id: '7', at: now, verb: 'note', ...office, note: told('wish note', '记', { of: author }) }),
  ]
}

/** A red card of somebody; which kind, their number says. `glued`: the wish that it helps with, to which it lends its contact. */
export function seedOffer(
  seeding: CardSeeding,
  of: string,
  place: RolePlace,
  at: number,
  glued?: SecretCard,
): { readonly id: string } {
  const { now, ids } = seeding
  const { over, stand = 'shown', isOffices } = offerVariants[at % offerVariants.length] as OfferVariant
  const whole = { ...place, gridId: null }
  const isHung = stand === 'shown' && (over.state ?? 'open') === 'open'
  const card: SecretCard = {
    ...{ place: whole, owners: [of], helpers: [], isHung, isOnWall: isHung },
    ...{ isPaired: false, isCalled: false, isThanked: false },
  }
  const id = `secret-offer-${nextNumber()}`
  const { told, sealed } = teller(seeding, of, card)
  const contact = teller(seeding, of, glued ?? card)
  const inside = (field: 'behalf.name' | 'behalf.phone', text: string) => sealed(sealedInOffer(id, field, text))
  const row = offerDocument(isOffices ? null : keys.person(of), place, now, {
    ...over,
    _id: id,
    ...{ words: told('offer words', '献', { stand }), limits: [told('offer words', '献', { stand })] },
    times: { weekdays: [], parts: [], every: null, dates: [], note: told('offer words', '献', { stand }) },
    ...judgedAs(stand),
    ...(isOffices
      ? {
          ...{ filedBy: keys.person(of), filedAs: 'duty' as const },
          behalf: {
            name: inside('behalf.name', contact.told('offer contact', '联')),
            phone: inside('behalf.phone', contact.phone('offer contact')),
          },
        }
      : {}),
  })
  ids.offers.push(id)
  put(seeding.cloud.database, 'offers', [row])
  if (stand === 'waiting') {
    const about = { collection: 'offers', id, part: null }
    const check = checkDocument(keys.person(of), whole, now, { kind: 'offer', about })
    put(seeding.cloud.database, 'checks', [check])
    ids.checks.push(check._id)
  }
  return { id }
}
