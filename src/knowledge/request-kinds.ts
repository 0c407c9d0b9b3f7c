import type { RequestClass, RequestKind } from '../domain/request/kind'
import { findMatterName } from './names'

/**
 * What a request is → the groups and the matters of which it holds. A matter that stands here itself has nothing of its
 * group. Each outcome stands in full in the test; this may lie in the main package, and is short.
 *
 * Where no class is named, the matter's urgency tells it: a danger is an emergency, what is urgent is of the utilities'
 * class, and the rest is normal. Where neither home nor shared is named, it may be either.
 *
 * - private: health, violence, police, welfare, papers, debts, a household's own bills, a quarrel at a home's door. A
 *   bill is nothing that a neighbour could join, so that naming it would help nobody. Also what helps a thief: a lock
 *   that was opened, a camera that is out.
 * - seen: where one picture shows that it is gone. Not what comes and goes by itself (a car in the way, a dog), what is
 *   heard or smelled, or a supply that is back; nor a blocked toilet, whose picture shows a home and proves nothing.
 * - anonymous: shared places, and neighbours, shops or companies whom one may fear. Not where somebody has to be let in or
 *   asked back (a recording, a parcel), nor in a quarrel in which both sides are needed.
 * - dispute: somebody is blamed who can be named, and talking may help. Never violence: nobody is made to talk it out
 *   with whoever did it. Its words stay private all the same.
 */
export const kindsOf = {
  // Somebody old who does not answer may be lying on the floor, though the pack says no more than urgent.
  'emergency private': 'elder-alone',

  // What comes through a pipe or a wire, whoever stands outside, whoever cannot drive away: none of these waits from
  // Friday evening until Monday.
  'utilities home': 'network heating water-low-pressure power-unstable drain-blocked',
  'utilities private home': 'locked-out',
  'utilities dispute shared': 'car-blocking',

  // Urgent to report, and that is a call; what is left for the community waits until the office opens.
  'normal private': 'theft',

  // Owners who have to vote, money to be raised, an authority that has to find out and give notice, two sides to be
  // brought together. A leak is here however much it drips: a call shuts the valve, and whose pipe it is takes visits.
  'complex shared': 'maintenance-fund ev-charger-install',
  'complex seen home': 'building',
  'complex seen dispute home': 'leak-from-upstairs warranty-developer',
  'complex seen dispute': 'renewal-quality',
  'complex seen anonymous shared': 'barrier-free zombie-car',
  'complex seen anonymous dispute': 'illegal',
  'complex seen anonymous dispute shared': 'occupy-public-area',
  'complex anonymous': 'network-access mobile-signal noise-equipment',
  'complex anonymous shared': 'renewal elevator-replace property-none',
  'complex anonymous dispute': 'noise-neighbor noise-business group-rental restaurant-fume change-use',
  'complex anonymous dispute shared': 'owners-committee-setup owners-committee-dispute public-revenue',
  'complex dispute shared': 'parking-fee elevator-add',
  'complex private dispute': 'neighbor-dispute',

  // Nothing of these is named in public. A neighbour who reports violence must not have to fear whoever did it, and the
  // law keeps secret who reported; whoever sees somebody sleeping rough need not say who they are.
  private: 'safety',
  'private home': 'welfare affairs dog-license water-meter-bill power-meter-bill gas-meter heating-fee',
  'private shared': 'cctv',
  'private anonymous': 'fight-violence domestic-violence',
  'private anonymous shared': 'homeless',
  'private dispute': 'dog-bite',
  'private dispute home':
    'property-fee property-cut-services rental-repair telecom-complaint labor-dispute consumer-dispute',
  'private dispute shared': 'traffic-accident',

  // Things, in homes and in shared places. Whoever handles gas, a fire or somebody in a lift has to be able to ask back.
  '': 'gas-leak fire pests',
  home: 'water power gas drain-smell',
  shared: 'elevator-trapped mailbox-locker',
  'anonymous shared': 'animals elevator power-outage-building heating-outage',
  seen: 'heating-leak house-crack',
  'seen home': 'water-quality water-pipe-leak-home gas-appliance-hose drain-backflow',
  'seen anonymous': 'power-wire-hazard renovation-waste wasp-nest',
  'seen anonymous shared': `public environment drainage water-pipe-burst-public water-pump elevator-broken cable-hanging
    exterior-wall-falling charging-facility shared-bike falling-hazard street-vendor fire-lane-blocked fire-facility`,

  // Neighbours, shops and companies; a table has settled many of these.
  'dispute shared': 'parking-occupied',
  'anonymous dispute': 'noise',
  'anonymous dispute shared': 'property noise-square-dance noise-construction throwing-objects dog-nuisance',
  'seen anonymous dispute': 'gas-cylinder load-bearing-wall light-pollution ac-drip livestock',
  'seen anonymous dispute shared': 'parking corridor-clutter',
} as const satisfies Readonly<Record<string, string>>

const wordsOf: ReadonlyMap<string, string> = new Map(
  Object.entries(kindsOf).flatMap(([words, ids]) => ids.split(/\s+/).map((id) => [id, words] as const)),
)

const classes: readonly RequestClass[] = ['emergency', 'utilities', 'normal', 'complex']
const classByUrgency = { emergency: 'emergency', urgent: 'utilities', normal: 'normal' } as const

/**
 * Nobody has judged what it is about, and it may be somebody's illness or debt: nothing of it is public until it has a
 * matter. It asks for no picture, somebody can ask back, and it has the ordinary time.
 */
const unknown: RequestKind = {
  class: 'normal',
  isPrivate: true,
  isSeen: false,
  mayBeAnonymous: false,
  isDispute: false,
  isHome: 'either',
}

/** What a request about a matter is; null: it is about none of ours. It never throws: matters come and go. */
export function requestKind(matterId: string | null): RequestKind {
  const matter = matterId === null ? undefined : findMatterName(matterId)
  const words = matter && (wordsOf.get(matter.id) ?? wordsOf.get(matter.group))?.split(' ')
  if (!words) return unknown
  const is = (word: string) => words.includes(word)
  return {
    class: classes.find(is) ?? classByUrgency[matter.urgency],
    isPrivate: is('private'),
    isSeen: is('seen'),
    mayBeAnonymous: is('anonymous'),
    isDispute: is('dispute'),
    isHome: is('home') ? 'home' : is('shared') ? 'shared' : 'either',
  }
}
