import type { WishReminder, WishReminderKind } from './due'
import { isAbsent, isOfficeActor } from './sides'
import type { Side, Wish, WishEvent } from './wish'

/**
 * Whom a piece of news is for: "wisher", "helpers" (who have agreed or were proposed, and who stands in), one helper,
 * those who left by it, the office.
 */
export type WishHearer = 'wisher' | 'helpers' | 'left' | 'duty' | 'grid-leader' | 'secretary' | `h${number}`
export interface WishNews {
  readonly to: WishHearer
  readonly kind: 'wish.progress' | 'wish.ask' | 'wish.visit' | 'wish.todo' | 'wish.cry'
  /** Which words, see `text/wish-messages`. */
  readonly step: string
  /** A time that the words name (ms); null: none. */
  readonly at: number | null
}

const news = (to: WishHearer, kind: WishNews['kind'], step: string, at: number | null = null): WishNews => ({
  ...{ to, kind, step, at },
})
const told = (to: WishHearer, step: string, at?: number | null) => news(to, 'wish.progress', step, at)
const asked = (to: WishHearer, step: string, at?: number | null) => news(to, 'wish.ask', step, at)
const todo = (step: string, at?: number | null) => news('duty', 'wish.todo', step, at)

const everybody = (step: string, at?: number | null) => [told('wisher', step, at), told('helpers', step, at)]
/** To those who go it is said in other words than to those who stay. */
const withLeft = (step: string) => [...everybody(step), told('left', `${step}-left`)]

type Rule = (event: WishEvent, wish: Wish) => readonly WishNews[]

const timeIn = (data: WishEvent['data'], key: string): number | null => {
  const at = data[key]
  return typeof at === 'number' ? at : null
}
const visitAt = ({ data }: WishEvent) => timeIn(data, 'visitAt')
const nextAt = ({ data }: WishEvent) => timeIn(data, 'nextAt')
const late = ({ data }: WishEvent): readonly WishNews[] => (data['late'] === true ? [todo('late')] : [])
/** Also of a stand-in, who gives back one visit only. */
const given = (event: WishEvent): readonly WishNews[] =>
  event.data['standIn'] === true
    ? [...everybody('want-stand-in', visitAt(event)), todo('want-stand-in', visitAt(event))]
    : [...withLeft('release'), ...late(event)]

function finished(event: WishEvent): readonly WishNews[] {
  const { data, from, to, side } = event
  if (data['done'] === false) return [todo('undone', visitAt(event))]
  if (data['completed'] === true) return to === 'granted' ? everybody('finish') : everybody('done', nextAt(event))
  // Only the hours of the second helper were open.
  return from === 'granted' ? [] : [asked(side === 'wisher' ? 'helpers' : 'wisher', 'finish', visitAt(event))]
}

function missed(event: WishEvent): readonly WishNews[] {
  const sides = String(event.data['missing'] ?? '')
    .split(' ')
    .filter(isSide)
  return [...sides.map((side) => asked(side, 'finish', visitAt(event))), todo('unsure', visitAt(event))]
}
const isSide = (side: string): side is 'wisher' | `h${number}` => side === 'wisher' || /^h\d+$/.test(side)

/** Which event tells whom what. Whoever did it is never told; an event that is not here tells nobody. */
const rules: Readonly<Partial<Record<WishEvent['verb'], Rule>>> = {
  hang: () => [told('wisher', 'hang')],
  cry: () => [news('duty', 'wish.cry', 'first')],
  claim: ({ to }) => everybody(to === 'claimed' ? 'paired' : 'claim'),
  propose: () => [asked('wisher', 'propose'), asked('helpers', 'propose')],
  agree: ({ to }) => (to === 'proposed' ? [] : everybody(to === 'claimed' ? 'paired' : 'claim')),
  refuse: () => withLeft('refuse'),
  lapse: () => withLeft('lapse'),
  arrange: (event) => {
    const [asks, hears] = event.side === 'wisher' ? (['helpers', 'wisher'] as const) : (['wisher', 'helpers'] as const)
    return [asked(asks, 'arrange', visitAt(event)), told(hears, 'arrange', visitAt(event))]
  },
  accept: (event) => everybody('accept', visitAt(event)),
  cancel: (event) => [...everybody('cancel', visitAt(event)), ...late(event)],
  skip: (event) => [
    ...everybody(event.data['holiday'] === undefined ? 'skip' : 'holiday', nextAt(event)),
    ...late(event),
  ],
  'want-stand-in': (event) => [...everybody('want-stand-in', visitAt(event)), todo('want-stand-in', visitAt(event))],
  'stand-in': (event) => everybody('stand-in', visitAt(event)),
  finish: finished,
  miss: missed,
  settle: (event) =>
    event.data['outcome'] === 'done' && event.to === 'granted' ? everybody('finish') : withLeft('settle'),
  release: given,
  part: (event) => [...withLeft('part'), ...late(event)],
  return: () => withLeft('return'),
  stop: () => withLeft('stop'),
  thank: () => [told('helpers', 'thank')],
  // Nobody knows who held the phone: a cry that is taken back is looked after all the same.
  withdraw: (event) => [
    ...(event.from === 'crying' ? [todo('cry-withdrawn')] : []),
    ...withLeft('withdraw'),
    ...late(event),
  ],
  close: () => withLeft('close'),
}

/** What somebody has to be called about who has no phone. */
const called: readonly WishEvent['verb'][] = [
  ...(['claim', 'agree', 'refuse', 'lapse', 'arrange', 'accept', 'cancel', 'skip', 'want-stand-in'] as const),
  ...(['stand-in', 'release', 'part', 'return', 'withdraw'] as const),
]

/** Whether one of those whom it concerns can only be called: the office, unless it was the office that did it. */
function callsOf(said: readonly WishNews[], { verb, actor }: WishEvent, wish: Wish): readonly WishNews[] {
  if (!called.includes(verb) || isOfficeActor(actor) || said.some(({ to }) => to === 'duty')) return []
  const asks = said.find(
    ({ to, kind }) => kind === 'wish.ask' && sidesOf(to, wish).some((side) => isAbsent(wish, side)),
  )
  if (asks) return [todo('speak', asks.at)]
  const tells = said.find(({ to }) => sidesOf(to, wish).some((side) => isAbsent(wish, side)))
  return tells ? [todo('call', tells.at)] : []
}

/** The sides that hear it; of those who have left nobody is called. */
const sidesOf = (to: WishHearer, { helpers }: Wish): readonly Side[] =>
  to === 'helpers' ? helpers.map(({ id }) => id) : isSide(to) ? [to] : []

/** What an event says, and to whom. */
export function newsOfEvent(event: WishEvent, wish: Wish): readonly WishNews[] {
  // Whoever writes of a danger in a step is called at once, whatever the step is about.
  const danger = event.data['danger'] === true ? [news('duty', 'wish.cry', 'first')] : []
  const said = [...danger, ...(rules[event.verb]?.(event, wish) ?? [])]
  return [...said, ...callsOf(said, event, wish)]
}

/** How a reminder is said to those who are in it, and to the office. */
const reminders: Readonly<Record<WishReminderKind, readonly [WishNews['kind'], string, string]>> = {
  aged: ['wish.ask', 'aged', 'aged'],
  old: ['wish.ask', 'old', 'old'],
  joining: ['wish.ask', 'joining', 'joining'],
  proposed: ['wish.ask', 'waiting', 'speak'],
  claimed: ['wish.ask', 'soon', 'arrange'],
  day: ['wish.visit', 'day', 'remind'],
  hour: ['wish.visit', 'hour', 'remind'],
  asked: ['wish.ask', 'finish', 'ask'],
  'stand-in': ['wish.ask', 'stand-in', 'want-stand-in'],
  unsure: ['wish.ask', 'unsure', 'unsettled'],
  cry: ['wish.cry', 'again', 'again'],
}

/** What a reminder says, and to whom. */
export function newsOfReminder({ what, sides, office, appointmentId }: WishReminder, wish: Wish): readonly WishNews[] {
  const at = wish.appointments.find(({ id }) => id === appointmentId)?.at ?? null
  const [kind, step, todoStep] = reminders[what]
  return [
    ...office.map((role) => news(role, what === 'cry' ? 'wish.cry' : 'wish.todo', todoStep, at)),
    ...sides.filter(isSide).map((side) => news(side, kind, step, at)),
  ]
}
