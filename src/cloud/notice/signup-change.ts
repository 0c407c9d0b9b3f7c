import type { SignUp, SignUpDone, SignUpEntry } from '../../domain/notice/sign-up'
import { agrees } from '../../domain/people/consent'
import type { Surroundings } from '../handle'
import type { Keys } from '../keys'
import { sealedAt } from '../people/ids'
import { say, type Said } from '../people/say'
import type { Store, Write } from '../store'
import { readPath } from './open-paths'
import { takesPlace, type Offered, type SignUpRow } from './signup-load'
import { nextSignUpLook } from './signup-new'

type Telling = Pick<Surroundings, 'store' | 'now'>

/** So many hear of it in the commit itself; the timer tells the others, within a minute. */
const mostToldAtOnce = 10

/** Somebody who was not in it before, sealed for this sign-up. */
export interface Newcomer {
  readonly name: string
  readonly isNoted: boolean
  readonly keyId: string
}

export const newcomer = (keys: Keys, { row }: Offered, name: string, isNoted: boolean): Newcomer => ({
  ...{ name: keys.seal(name, nameAbout(row._id)), isNoted, keyId: keys.currentKey },
})

export interface Changed {
  readonly writes: readonly Write[]
  /** Ids of the news among them, to be pushed once it holds. */
  readonly said: readonly string[]
}

/** What an entry's name is bound to. */
export const nameAbout = (signUpId: string): string => sealedAt('signUps', 'entries.name', signUpId)

/**
 * The document after a step of the rules, with the news for whoever moved up by it: one commit, so that a place is never
 * given without its news, nor news without a place. Reads the people who moved up.
 */
export async function changed(
  { store, now }: Telling,
  { notice, row }: Offered,
  { signUp, movedUp }: SignUpDone,
  joined: Newcomer | null = null,
): Promise<Changed> {
  const entries = entriesOf(row, signUp, joined)
  // Who was written down has nobody to tell it to; what does not take place is nobody's news.
  const numbers = new Set(takesPlace(notice) ? movedUp.map(({ number }) => number) : [])
  const told = entries.filter(({ number, isNoted }) => numbers.has(number) && !isNoted)
  const untold = [...row.untold, ...told.slice(mostToldAtOnce).map(({ number }) => number)]
  const news = await movedUpNews(store, row._id, told.slice(0, mostToldAtOnce))
  const messages = news.map((one) => say(store, now, one))
  const next = rowAfter({ ...row, untold }, signUp, joined, now)
  return { writes: [store.signUps.replacing(next), ...messages], said: messages.map(({ document }) => document._id) }
}

/** The document after a step of the rules. */
export function rowAfter(row: SignUpRow, signUp: SignUp, joined: Newcomer | null, now: number): SignUpRow {
  const entries = entriesOf(row, signUp, joined)
  const people = entries.filter(({ isNoted, name }) => !isNoted && name !== null).map(({ who }) => who)
  // Its oldest seal counts.
  const isSealed = row.entries.some(({ name }) => name !== null)
  return {
    ...{ ...row, places: signUp.places, entries, people: [...new Set(people)], nextAt: nextSignUpLook(row, now) },
    keyId: isSealed || joined === null ? row.keyId : joined.keyId,
  }
}

function entriesOf(row: SignUpRow, { entries }: SignUp, joined: Newcomer | null): SignUpRow['entries'] {
  const before = new Map(row.entries.map((entry) => [entry.number, entry]))
  return entries.map((entry) => {
    const { name = null, isNoted = false } = before.get(entry.number) ?? joined ?? {}
    return { ...entry, name, isNoted }
  })
}

/** 候补轮到您了: the same place never says it twice. Only to whoever still has an account. */
export async function movedUpNews(
  store: Store,
  signUpId: string,
  entries: readonly Pick<SignUpEntry, 'number' | 'who'>[],
): Promise<Said[]> {
  const people = entries.map(({ who }) => who)
  const known = await withAccount(store, people)
  const path = readPath(signUpId)
  return entries
    .filter(({ who }) => known.has(who))
    .map(({ who: person, number }) => ({ person, kind: 'signup.moved', path, cause: `${signUpId}:${number}` }))
}

/** Those of them of whom something may be kept, and so told. A read for each hundred. */
export async function withAccount(store: Store, people: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>()
  for (let from = 0; from < people.length; from += 100) {
    const rows = await store.people.findAll(people.slice(from, from + 100))
    for (const { _id, consents } of rows) if (agrees(consents, ['account'])) found.add(_id)
  }
  return found
}
