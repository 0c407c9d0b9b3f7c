/** A sign-up (报名) with so many places, and a waiting list behind them. */
export interface SignUp {
  readonly places: number
  /** Until when one can sign up (ms, exclusive). Leaving, and moving up, go on until it begins. */
  readonly until: number
  readonly beginsAt: number
  /** In the order in which they came; nobody is ever taken out. */
  readonly entries: readonly SignUpEntry[]
}

export interface SignUpEntry {
  /** Its number, from 1. Who leaves and comes again gets a new one. */
  readonly number: number
  /** Pseudonym, or a key of somebody without a phone who was written down. */
  readonly who: string
  readonly at: number
  readonly state: 'in' | 'waiting' | 'left'
  /** When they moved up from the waiting list (ms); null: they did not. */
  readonly movedUpAt: number | null
  /** Whether they came; null: nobody has said. */
  readonly came: boolean | null
}

export type SignUpRefusal = 'over' | 'begun' | 'already' | 'not-there' | 'too-few' | 'not-begun'
export interface SignUpRefused {
  readonly refused: SignUpRefusal
}
/** How it is then, and who has moved up by it: they are told, once. */
export interface SignUpDone {
  readonly signUp: SignUp
  readonly movedUp: readonly SignUpEntry[]
}
type Outcome = SignUpDone | SignUpRefused

const refuse = (refused: SignUpRefusal): SignUpRefused => ({ refused })
const taken = ({ entries }: Pick<SignUp, 'entries'>): number => entries.filter(({ state }) => state === 'in').length

/** The one entry by which somebody is in it; undefined: they are not. */
export const entryOf = ({ entries }: Pick<SignUp, 'entries'>, who: string): SignUpEntry | undefined =>
  entries.find((entry) => entry.who === who && entry.state !== 'left')

/** How many wait before somebody; null: they do not wait. */
export function waitingBefore(signUp: Pick<SignUp, 'entries'>, who: string): number | null {
  const waiting = signUp.entries.filter(({ state }) => state === 'waiting')
  const at = waiting.findIndex((entry) => entry.who === who)
  return at < 0 ? null : at
}

/** Whoever has waited longest goes into what is free. */
function movedUp(signUp: SignUp, now: number): SignUpDone {
  let free = signUp.places - taken(signUp)
  const moved: SignUpEntry[] = []
  const entries = signUp.entries.map((entry) => {
    if (entry.state !== 'waiting' || free <= 0) return entry
    free -= 1
    const up: SignUpEntry = { ...entry, state: 'in', movedUpAt: now }
    moved.push(up)
    return up
  })
  return { signUp: { ...signUp, entries }, movedUp: moved }
}

/** 报名: into a free place, else behind everybody who waits. */
export function signUpFor(signUp: SignUp, who: string, now: number): Outcome {
  if (now >= Math.min(signUp.until, signUp.beginsAt)) return refuse('over')
  if (entryOf(signUp, who)) return refuse('already')
  const isFree = taken(signUp) < signUp.places
  const entry: SignUpEntry = {
    ...{ number: signUp.entries.length + 1, who, at: now },
    ...{ state: isFree ? 'in' : 'waiting', movedUpAt: null, came: null },
  }
  return { signUp: { ...signUp, entries: [...signUp.entries, entry] }, movedUp: [] }
}

/** Gives the place back: the first who waits moves up. */
export function leaveSignUp(signUp: SignUp, who: string, now: number): Outcome {
  if (now >= signUp.beginsAt) return refuse('begun')
  const own = entryOf(signUp, who)
  if (!own) return refuse('not-there')
  const entries = signUp.entries.map((entry): SignUpEntry => (entry === own ? { ...entry, state: 'left' } : entry))
  return movedUp({ ...signUp, entries }, now)
}

/** More places, or fewer: nobody who is in is ever put out. */
export function changePlaces(signUp: SignUp, places: number, now: number): Outcome {
  if (now >= signUp.beginsAt) return refuse('begun')
  return places < Math.max(1, taken(signUp)) ? refuse('too-few') : movedUp({ ...signUp, places }, now)
}

/** Who came, as somebody there has seen; it can be mended. */
export function noteCame(signUp: SignUp, who: string, came: boolean, now: number): Outcome {
  if (now < signUp.beginsAt) return refuse('not-begun')
  const own = entryOf(signUp, who)
  if (own?.state !== 'in') return refuse('not-there')
  const entries = signUp.entries.map((entry) => (entry === own ? { ...entry, came } : entry))
  return { signUp: { ...signUp, entries }, movedUp: [] }
}

export interface SignUpCounts {
  readonly places: number
  readonly in: number
  readonly waiting: number
  readonly came: number
  /** Of whom nobody has said whether they came: neither is assumed. */
  readonly unsaid: number
}

export function signUpCounts({ places, entries }: SignUp): SignUpCounts {
  const inside = entries.filter(({ state }) => state === 'in')
  return {
    ...{ places, in: inside.length, waiting: entries.filter(({ state }) => state === 'waiting').length },
    came: inside.filter(({ came }) => came === true).length,
    unsaid: inside.filter(({ came }) => came === null).length,
  }
}
