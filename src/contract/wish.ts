import * as v from 'valibot'
import { heldRoles } from '../domain/people/roles'
import { dayParts, rhythms, wishWhos } from '../domain/wish/card'
import {
  longestCard,
  longestThanks,
  longestVisit,
  longestWant,
  longestWishStep,
  mostCardKinds,
  mostWants,
  shortestVisit,
} from '../domain/wish/limits'
import { offerStates, wishActors, wishDesks, wishStates, wishVerbs, type WishVerb } from '../domain/wish/verbs'
import { appointmentStates } from '../domain/wish/wish'
import { action, alone } from './action'
import { cursor, day, id, personName, time, words } from './fields'

const shownState = v.picklist(['waiting', 'shown', 'refused'])
const state = v.picklist(wishStates)
const side = v.picklist(['wish', 'offer'])
const typedPhone = v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(30))
const ids = (most: number) => v.pipe(v.array(id), v.maxLength(most))
const wants = v.pipe(v.array(words(longestWant)), v.maxLength(mostWants))
const kinds = ids(mostCardKinds)

/** Times of a card; see `domain/wish/card`. Empty lists and null: not said. */
export const cardTimes = v.object({
  weekdays: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))), v.maxLength(7)),
  parts: v.pipe(v.array(v.picklist(dayParts)), v.maxLength(4)),
  every: v.nullable(v.picklist(rhythms)),
  dates: v.pipe(v.array(day), v.maxLength(7)),
  note: v.pipe(v.string(), v.trim(), v.maxLength(20)),
})

/** What is held back on a card, and how it might be written instead; see `domain/wish/hold`. */
const held = v.object({
  code: v.string(),
  /** It is a cry for help: the danger page opens, and the duty member is told. */
  isDanger: v.boolean(),
  /** The danger's matter, for its page; null: none of ours. */
  matterId: v.nullable(v.string()),
  /** The words without it, where that still is a card. */
  rewrite: v.nullable(v.string()),
})

/** Before a card hangs: which services the words speak of, the likeliest first, and what would be held back. */
export const suggestWish = action({
  name: 'wish.suggest',
  kind: 'read',
  input: v.strictObject({ side, words: words(longestCard), wants }),
  output: v.object({ kinds: v.array(id), held: v.nullable(held) }),
  refusals: [],
})

/**
 * Hangs a yellow card. What is a cry for help never hangs: it is kept as one, the duty member is told, and the answer
 * says `crying`. One document.
 */
export const hangWish = alone(
  action({
    name: 'wish.hang',
    kind: 'write',
    needs: ['account'],
    input: v.strictObject({
      buildingId: id,
      room: v.nullable(words(20)),
      words: words(longestCard),
      /** As a person chose them. */
      kinds,
      times: v.nullable(cardTimes),
      who: v.picklist(wishWhos),
      isGoods: v.boolean(),
      wants,
      place: v.picklist(['home', 'station', 'other']),
      repeats: v.picklist(['once', 'week']),
      /** For this wish; null: the number of the account, if there is one. */
      phone: v.nullable(typedPhone),
      behalf: v.nullable(
        v.strictObject({
          kind: v.picklist(['family', 'office']),
          name: words(20),
          phone: v.nullable(typedPhone),
        }),
      ),
      /** Whom to call when something is wrong. A visit at home needs one. */
      emergency: v.nullable(v.strictObject({ name: words(20), phone: typedPhone })),
      forOfferId: v.nullable(id),
      /** "请值班人员看一看": what would be held back goes to a person, and hangs only when they let it. */
      asks: v.boolean(),
    }),
    output: v.object({
      wishId: id,
      state,
      words: shownState,
      /** How many helpers it needs. */
      places: v.number(),
    }),
    refusals: [
      'wish.no-place',
      'wish.no-kind',
      /** Something in the words must not hang; `wish.suggest` says what. */
      'wish.held',
      'wish.no-emergency',
      'wish.too-many',
      'wish.not-office',
      'phone.invalid',
      'content.refused',
    ],
  }),
)

/** A cry for help, from whoever types one: the duty member is told at once. Needs no agreement: a life may hang on it. */
export const cryWish = alone(
  action({
    name: 'wish.cry',
    kind: 'write',
    input: v.strictObject({ buildingId: id, words: words(longestCard) }),
    output: v.object({ wishId: id }),
    refusals: ['wish.no-place'],
  }),
)

/** A yellow card as everybody sees it: never whose it is. */
export const wishCardView = v.object({
  wishId: id,
  words: v.string(),
  kinds: v.array(id),
  buildingName: v.string(),
  estateName: v.string(),
  who: v.picklist(wishWhos),
  isGoods: v.boolean(),
  wants: v.array(v.string()),
  times: v.nullable(cardTimes),
  place: v.picklist(['home', 'station', 'other']),
  repeats: v.picklist(['once', 'week']),
  places: v.number(),
  /** How many of the places are taken. */
  taken: v.number(),
  state,
  hungAt: time,
  /** When it was paired, or granted; null: it hangs. */
  stackAt: v.nullable(time),
  /** On the back: only what both sides let be shown. */
  thanks: v.nullable(v.string()),
})
export type WishCardView = v.InferOutput<typeof wishCardView>

/** A red card as everybody sees it. */
export const offerCardView = v.object({
  offerId: id,
  words: v.string(),
  kinds: v.array(id),
  limits: v.array(v.string()),
  times: v.nullable(cardTimes),
  capacity: v.nullable(v.number()),
  /** How many it can still take; null: not said. */
  left: v.nullable(v.number()),
  /** Buildings it reaches, by name; empty: all. */
  buildings: v.array(v.string()),
  hungAt: time,
})
export type OfferCardView = v.InferOutput<typeof offerCardView>

const wallFilter = {
  communityId: id,
  /** A group of services (`knowledge/services`); null: all. */
  group: v.nullable(id),
  buildingId: v.nullable(id),
  part: v.nullable(v.picklist(dayParts)),
}

/** The first look at the wall: both zones, and how thick the stack is. */
export const openWall = action({
  name: 'wall.open',
  kind: 'read',
  input: v.strictObject({ ...wallFilter, order: v.picklist(['newest', 'longest']) }),
  output: v.object({
    wishes: v.array(wishCardView),
    wishCursor: v.nullable(v.string()),
    offers: v.array(offerCardView),
    offerCursor: v.nullable(v.string()),
    /** Cards that are glued together; counted up to 1,000. */
    paired: v.number(),
  }),
  refusals: [],
})

/** One zone of the wall, page by page. stack: what is glued together, the newest on top; no filter there. */
export const pageWall = action({
  name: 'wall.page',
  kind: 'read',
  input: v.strictObject({
    ...wallFilter,
    zone: v.picklist(['wishes', 'offers', 'stack']),
    order: v.picklist(['newest', 'longest']),
    cursor,
  }),
  output: v.object({
    wishes: v.array(wishCardView),
    offers: v.array(offerCardView),
    cursor: v.nullable(v.string()),
  }),
  refusals: ['place.bad-cursor'],
})

/** One yellow card by its link; and whether the caller could claim it: why not, as a refusal of `wish.claim`. */
export const wishCard = action({
  name: 'wish.card',
  kind: 'read',
  input: v.strictObject({ wishId: id }),
  output: v.object({
    card: wishCardView,
    communityId: id,
    /** The caller's own, or one they help with: `wish.show` tells more. */
    mine: v.boolean(),
    /** Whether the caller holds a role by which cards are claimed here. */
    isVolunteer: v.boolean(),
    /** A visit for which a stand-in is looked for, to such callers; null: none. */
    wanted: v.nullable(v.object({ appointmentId: id, helperId: id, at: time, minutes: v.number(), seen: v.number() })),
  }),
  refusals: ['wish.missing'],
})

export const offerCard = action({
  name: 'offer.card',
  kind: 'read',
  input: v.strictObject({ offerId: id }),
  output: v.object({
    card: offerCardView,
    communityId: id,
    state: v.picklist(offerStates),
    mine: v.boolean(),
    /** Whether everybody sees it: else it waits, or was taken down. */
    hangs: v.boolean(),
  }),
  refusals: ['offer.missing'],
})

/**
 * 我来: claims a place. Of many at once one wins; whoever does not is told so kindly, with the next wish that fits.
 * `won` true again for a resend, or where the place is the caller's already.
 */
export const claimWish = action({
  name: 'wish.claim',
  kind: 'write',
  needs: ['account'],
  input: v.strictObject({ wishId: id, /** A red card of the caller's to go with it. */ offerId: v.nullable(id) }),
  output: v.object({
    won: v.boolean(),
    state,
    /** Where somebody else was first: another wish that fits what the caller offers; null: none. */
    next: v.nullable(wishCardView),
  }),
  refusals: [
    'wish.missing',
    'wish.own',
    /** A home is visited by checked members only. */
    'wish.not-checked',
    /** As many as one person can keep. */
    'wish.enough',
    /** One of the two does not want it. */
    'wish.not-fit',
    'offer.missing',
    'offer.full',
  ],
})

const helperView = v.object({
  helperId: id,
  agreed: v.boolean(),
  at: time,
  /** The caller. */
  isMe: v.boolean(),
  /** The card of somebody without a phone: the office speaks for them. */
  isAbsent: v.boolean(),
  offerId: v.nullable(id),
})

const appointmentView = v.object({
  appointmentId: id,
  at: time,
  minutes: v.number(),
  place: v.picklist(['home', 'station', 'other']),
  proposedBy: v.string(),
  state: v.picklist(appointmentStates),
  arrived: v.array(v.string()),
  finished: v.array(v.object({ side: v.string(), done: v.boolean(), minutes: v.number() })),
  standIns: v.array(v.object({ helperId: id, found: v.boolean(), isMe: v.boolean() })),
})

export const wishEventView = v.object({
  eventId: id,
  at: time,
  verb: v.picklist(wishVerbs),
  actor: v.picklist(wishActors),
  role: v.nullable(v.picklist(heldRoles)),
  side: v.nullable(v.string()),
  to: state,
  /** null: not for the caller, or not yet. */
  words: v.nullable(v.string()),
  /** null for those who are not of the office. */
  note: v.nullable(v.string()),
  data: v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()])),
})

/** A wish as those see it who are in it, and the office: never contact, which is `wish.look`. */
export const wishView = v.object({
  card: wishCardView,
  communityId: id,
  gridId: v.nullable(id),
  buildingId: id,
  /** Whether the caller looks at it as wisher, helper (or stand-in), or by which role of the office. */
  viewer: v.picklist(['wisher', 'helper', 'duty', 'grid-leader', 'secretary']),
  /** The caller's own place, "h1"; null: none. */
  helperId: v.nullable(id),
  /** Pass it on with a step. */
  seen: v.number(),
  wordsState: shownState,
  filedFor: v.nullable(v.picklist(['family', 'office'])),
  /** The wisher has no phone: the office speaks for them. */
  isAbsent: v.boolean(),
  needsChecked: v.boolean(),
  wisherAgreed: v.boolean(),
  helpers: v.array(helperView),
  appointments: v.array(appointmentView),
  thanks: v.nullable(v.object({ words: v.nullable(v.string()), state: shownState })),
  shows: v.array(v.string()),
  owner: v.picklist(['volunteers', 'wisher', 'helpers', 'both', 'duty', 'secretary', 'nobody']),
  dueAt: time,
  hasPhone: v.boolean(),
  hasEmergency: v.boolean(),
  /** Newest last. */
  events: v.array(wishEventView),
})
export type WishView = v.InferOutput<typeof wishView>

export const showWish = action({
  name: 'wish.show',
  kind: 'read',
  input: v.strictObject({ wishId: id }),
  output: wishView,
  refusals: ['wish.missing'],
})

const ownWish = v.object({
  wishId: id,
  words: v.string(),
  kinds: v.array(id),
  state,
  wordsState: shownState,
  hungAt: time,
  /** The next visit that is agreed or proposed. */
  visitAt: v.nullable(time),
  /** As what the caller is in it. */
  as: v.picklist(['wisher', 'helper']),
  /** Somebody waits for the caller's word. */
  waits: v.boolean(),
})

/** 我的卡: the caller's own wishes and those they help with, newest first. */
export const myWishes = action({
  name: 'wish.mine',
  kind: 'read',
  input: v.strictObject({ cursor }),
  output: v.object({ wishes: v.array(ownWish), cursor: v.nullable(v.string()) }),
  refusals: ['place.bad-cursor'],
})

/** Wishes that fit what the caller offers, the best first; without a red card, those that wait longest. */
export const fittingWishes = action({
  name: 'wish.fitting',
  kind: 'read',
  input: v.strictObject({ communityId: id }),
  output: v.object({ wishes: v.array(wishCardView), hasOffer: v.boolean() }),
  refusals: [],
})

const said = v.nullable(words(longestWishStep))
const minutes = v.pipe(v.number(), v.integer(), v.minValue(shortestVisit), v.maxValue(longestVisit))
/** For whom the office speaks: "wisher" or a helper's id; null: for the caller's own side. */
const forSide = v.nullable(id)
const deedOf = <const Verb extends WishVerb, const Fields extends v.ObjectEntries>(verb: Verb, fields: Fields) =>
  v.strictObject({ verb: v.literal(verb), ...fields })

/** A step: the verb, and what it needs. */
export const wishDeed = v.variant('verb', [
  deedOf('propose', { offerIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(2)), words: said }),
  deedOf('agree', { side: forSide }),
  deedOf('refuse', { side: forSide, words: said }),
  deedOf('arrange', { side: forSide, at: time, minutes, place: v.picklist(['home', 'station', 'other']), words: said }),
  deedOf('accept', { side: forSide, appointmentId: id }),
  deedOf('cancel', { side: forSide, appointmentId: id, words: said }),
  deedOf('skip', { side: forSide, appointmentId: id, words: said }),
  deedOf('want-stand-in', { side: forSide, appointmentId: id, words: said }),
  deedOf('stand-in', { appointmentId: id, helperId: id }),
  deedOf('arrive', { side: forSide, appointmentId: id }),
  deedOf('finish', { side: forSide, appointmentId: id, done: v.boolean(), minutes: v.nullable(minutes), words: said }),
  deedOf('settle', {
    appointmentId: id,
    /** done: it was; missed: it was not, and `missing` says who did not come. */
    outcome: v.picklist(['done', 'missed']),
    minutes: v.nullable(minutes),
    missing: v.pipe(v.array(id), v.maxLength(3)),
    words: said,
  }),
  deedOf('release', { side: forSide, words: said }),
  deedOf('part', { helperId: id, words: said }),
  deedOf('stop', { side: forSide, words: said }),
  deedOf('thank', { words: words(longestThanks) }),
  deedOf('show', { side: forSide, shows: v.boolean() }),
  deedOf('withdraw', { words: said }),
  deedOf('close', { words: words(longestWishStep) }),
  deedOf('keep', { words: said }),
  deedOf('note', {}),
])
export type WishDeed = v.InferOutput<typeof wishDeed>

/** Does a step. Who may do which stands in `domain/wish/verbs`. */
export const actWish = action({
  name: 'wish.act',
  kind: 'write',
  needs: ['account'],
  input: v.strictObject({
    wishId: id,
    /** `seen` of what the caller looked at. */
    seen: v.number(),
    deed: wishDeed,
    /** For the office only. */
    note: v.nullable(words(longestWishStep)),
  }),
  output: v.object({ state, seen: v.number(), words: shownState }),
  refusals: [
    'wish.missing',
    'wish.not-yours',
    'wish.not-now',
    'wish.moved',
    'wish.bad-time',
    'wish.no-visit',
    'wish.no-helper',
    'wish.not-checked',
    'wish.not-fit',
    'wish.own',
    'wish.enough',
    'wish.full',
    'offer.missing',
    'offer.full',
    'content.refused',
  ],
})

/** The other side's way of contact, for this pairing; logged each time. Before all have agreed: nobody's. */
export const lookWish = action({
  name: 'wish.look',
  kind: 'write',
  needs: ['account'],
  again: 'anew',
  input: v.strictObject({ wishId: id }),
  output: v.object({
    /** Of the wisher's side; null: the caller is of it. */
    wisher: v.nullable(
      v.object({
        name: v.nullable(v.string()),
        phone: v.nullable(v.string()),
        place: v.nullable(v.string()),
        room: v.nullable(v.string()),
        emergencyName: v.nullable(v.string()),
        emergencyPhone: v.nullable(v.string()),
      }),
    ),
    helpers: v.array(
      v.object({ helperId: id, name: v.nullable(v.string()), phone: v.nullable(v.string()), isMe: v.boolean() }),
    ),
  }),
  refusals: ['wish.missing', /** Not paired (any more). */ 'wish.not-paired'],
})

/** Not to be paired again with somebody of this wish; only who said so sees it. */
export const blockWish = action({
  name: 'wish.block',
  kind: 'write',
  needs: ['account'],
  /** helperId null: the wisher. */
  input: v.strictObject({ wishId: id, helperId: v.nullable(id), block: v.boolean() }),
  output: v.object({ blocked: v.boolean() }),
  refusals: ['wish.missing', 'wish.no-helper', 'wish.own'],
})

const hoursRow = v.object({
  wishId: id,
  at: time,
  minutes: v.number(),
  kinds: v.array(id),
})

/** The caller's own record of hours, newest wish first; both sides have confirmed each. */
export const wishHours = action({
  name: 'wish.hours',
  kind: 'read',
  input: v.strictObject({ cursor }),
  output: v.object({ hours: v.array(hoursRow), cursor: v.nullable(v.string()) }),
  refusals: ['place.bad-cursor'],
})

const deskWish = v.object({
  wishId: id,
  words: v.nullable(v.string()),
  kinds: v.array(id),
  buildingName: v.string(),
  state,
  hungAt: time,
  owner: v.picklist(['volunteers', 'wisher', 'helpers', 'both', 'duty', 'secretary', 'nobody']),
  dueAt: time,
  visitAt: v.nullable(time),
  places: v.number(),
  taken: v.number(),
  isAbsent: v.boolean(),
})

/** What lies on the desk of the station, by what is due first. */
export const listWishes = action({
  name: 'wish.list',
  kind: 'read',
  input: v.strictObject({ communityId: id, gridId: v.nullable(id), show: v.picklist(wishDesks), cursor }),
  output: v.object({ wishes: v.array(deskWish), cursor: v.nullable(v.string()) }),
  refusals: ['place.bad-cursor'],
})

/** A reason for or against a pair, in codes; the words stand in `text/wish-reasons`. */
const reason = v.object({ code: v.string(), about: v.nullable(v.string()) })
const fitView = v.object({
  offerId: id,
  words: v.string(),
  /** 0 … 100. */
  score: v.number(),
  hard: v.array(reason),
  reasons: v.array(reason),
  against: v.array(reason),
  left: v.nullable(v.number()),
  isAbsent: v.boolean(),
})

/** For one wish: the offers that fit, the best first, each with reasons, and what is against it. */
export const wishFits = action({
  name: 'wish.fits',
  kind: 'read',
  input: v.strictObject({ wishId: id }),
  output: v.object({ seen: v.number(), fits: v.array(fitView) }),
  refusals: ['wish.missing'],
})

/** A plan for the whole wall: as many pairs, and as good ones, as possible at once. Changes nothing. */
export const planWishes = action({
  name: 'wish.plan',
  kind: 'read',
  input: v.strictObject({ communityId: id, gridId: v.nullable(id) }),
  output: v.object({
    pairs: v.array(
      v.object({
        wishId: id,
        seen: v.number(),
        wish: v.string(),
        buildingName: v.string(),
        hungAt: time,
        offers: v.array(fitView),
      }),
    ),
    /** Wishes that stay without, and why. */
    without: v.array(v.object({ wishId: id, wish: v.string(), why: v.string() })),
    /** How many of each were looked at, and whether there were more. */
    wishes: v.number(),
    offers: v.number(),
    cut: v.boolean(),
  }),
  refusals: [],
})

/** Hangs a red card. */
export const hangOffer = alone(
  action({
    name: 'offer.hang',
    kind: 'write',
    needs: ['account'],
    input: v.strictObject({
      communityId: id,
      words: words(longestCard),
      kinds,
      times: v.nullable(cardTimes),
      capacity: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50))),
      buildingIds: ids(40),
      limits: wants,
      /** For a member without a phone, by the office. */
      behalf: v.nullable(v.strictObject({ name: personName, phone: typedPhone })),
      asks: v.boolean(),
    }),
    output: v.object({ offerId: id, words: shownState }),
    refusals: [
      'wish.no-place',
      'wish.no-kind',
      'wish.held',
      'wish.too-many',
      'wish.not-office',
      'phone.invalid',
      'content.refused',
    ],
  }),
)

const ownOffer = v.object({ ...offerCardView.entries, state: v.picklist(offerStates), wordsState: shownState })

/** The caller's red cards, and those that they wrote for others. */
export const myOffers = action({
  name: 'offer.mine',
  kind: 'read',
  input: v.strictObject({}),
  output: v.object({ offers: v.array(ownOffer) }),
  refusals: [],
})

export const actOffer = action({
  name: 'offer.act',
  kind: 'write',
  needs: ['account'],
  input: v.strictObject({ offerId: id, verb: v.picklist(['pause', 'resume', 'renew', 'withdraw']) }),
  output: v.object({ state: v.picklist(offerStates) }),
  refusals: [
    'offer.missing',
    'wish.not-now',
    /** Whoever is with us says themselves that it holds. */ 'wish.not-yours',
  ],
})

/** 核过身份: a keeper has seen who a member is; homes are visited by such members only. */
export const checkMember = action({
  name: 'member.check',
  kind: 'write',
  input: v.strictObject({ membershipId: id, checked: v.boolean() }),
  output: v.object({ checked: v.boolean() }),
  refusals: ['member.missing', 'member.own'],
})
