import { dayOf } from '../time/clock'
import type { Request, RequestEvent, Voice } from './request'

/** Where the present run began: 0, or behind the event that took it up again. */
export function runStart(events: readonly Pick<RequestEvent, 'from' | 'to'>[]): number {
  for (let at = events.length - 1; at >= 0; at--) {
    const event = events[at]
    if (event?.to === 'reopened' && (event.from === 'awaiting-confirmation' || event.from === 'resolved')) return at
  }
  return 0
}

const didInRun = (events: readonly RequestEvent[], verb: RequestEvent['verb'], person: string | null): boolean =>
  person !== null && events.slice(runStart(events)).some((event) => event.verb === verb && event.person === person)

/** Whether somebody has rated what was done in the present run: once each. */
export const hasRated = ({ events }: Pick<Request, 'events'>, person: string | null): boolean =>
  didInRun(events, 'rate', person)
export const hasConfirmed = ({ events }: Pick<Request, 'events'>, person: string | null): boolean =>
  didInRun(events, 'confirm', person)

/** Whether somebody has said in the present run that it is done. */
export const hasProposed = ({ events }: Pick<Request, 'events'>, person: string | null): boolean =>
  didInRun(events, 'propose-resolution', person)
/** Whether somebody has said since it was taken up that it is not. */
export const hasContested = ({ events }: Pick<Request, 'events'>, person: string | null): boolean =>
  didInRun(events, 'contest', person) || didInRun(events, 'reopen', person)

/** Whether a neighbour joined only after it was said to be done: they have a voice, and take nothing up again. */
export function cameLate({ events, neighbours }: Pick<Request, 'events' | 'neighbours'>, person: string | null) {
  const proposedAt = events.filter(({ verb }) => verb === 'propose-resolution').at(-1)?.at ?? Infinity
  return neighbours.some((one) => one.person === person && one.at > proposedAt)
}

/** Whether somebody has reminded of it on this day of China: once a day each. */
export const hasReminded = ({ events }: Pick<Request, 'events'>, person: string | null, now: number): boolean =>
  person !== null &&
  events.some(({ verb, person: who, at }) => verb === 'remind' && who === person && dayOf(at) === dayOf(now))

/**
 * What holds now: of the owner and of each neighbour the newest word of the present run. Voices are only ever added to,
 * because a check names them by their place.
 */
export function currentVoices({ voices, events }: Pick<Request, 'voices' | 'events'>): readonly Voice[] {
  const began = events[runStart(events)]?.at ?? 0
  const newest = new Map<string, Voice>()
  voices.forEach((voice, at) => {
    if (voice.at >= began) newest.set(voice.actor === 'owner' ? 'owner' : (voice.person ?? `erased ${at}`), voice)
  })
  return [...newest.values()]
}

/** How many say that it is solved, and that it is not. */
export function opinions(request: Pick<Request, 'voices' | 'events'>): { solved: number; unsolved: number } {
  const voices = currentVoices(request)
  const solved = voices.filter((voice) => voice.solved).length
  return { solved, unsolved: voices.length - solved }
}

/**
 * From which event on the present owner reads as the owner: before it, it was somebody else's, who has taken it back,
 * and they followed it as a neighbour. 0: from the beginning.
 */
export function ownsFrom({ events }: Pick<Request, 'events'>): number {
  for (let at = events.length - 1; at >= 0; at--) if (events[at]?.data['handedOver'] === true) return at + 1
  return 0
}

/**
 * How much of a request somebody has seen, who wants to do a step: every event but those who joined, who take nothing
 * from anybody's hand.
 */
export const seenOf = ({ events }: Pick<Request, 'events'>): number =>
  events.filter(({ verb }) => verb !== 'join').length
