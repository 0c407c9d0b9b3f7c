import { serve } from '../../../cloud/router'
import { openStore } from '../../../cloud/store'
import { platform } from '../../../cloud/store/platform'
import { release, type Reply } from '../../../contract'
import type { Database, LocalCloud } from '../../../local/start'
import { directDatabase, shuffledTurns } from './direct-database'
import { fresh, freshKey, keys, membershipDocument, personDocument, put } from './documents'
import { here, hereGrid } from './situations'
import { wishDocument, type WishDocument } from './wish-document'

export interface Race {
  /** How often somebody hangs a wish and all claim it at once. */
  readonly rounds: number
  readonly people: number
  /** How many helpers each wish needs. */
  readonly places: 1 | 2
}

/** What came of it. Everything but the first three has to be none. */
export interface Raced {
  readonly rounds: number
  readonly calls: number
  /** Told kindly that somebody else was first, and shown the next wish. */
  readonly shownNext: number
  /** Rounds that fewer, and that more than `places` people were told to have won. */
  readonly tooFew: number
  readonly tooMany: number
  /** Rounds in which the wish says something else than its winners were told. */
  readonly otherwise: number
  /** Answers that are neither a place nor a kind word with the next wish. */
  readonly faults: readonly string[]
}

interface Claimed {
  readonly won: boolean
  readonly next: { readonly wishId: string } | null
}

/** The function `api`, called by somebody. */
export type Api = (call: object, openid: string) => Promise<unknown>

/** The bundle as it ships, in its worker threads, by the real SDK: as many calls at once as there are threads. */
export const byThreads =
  ({ invoke }: LocalCloud): Api =>
  (call, openid) =>
    invoke('api', call, { openid, source: 'wx_client' })

/**
 * The same handlers in this process, straight on the local cloud's database: all of a crowd are inside at once, and of
 * those who ask the database the next one is drawn by lot. The same seed draws the same.
 */
export function inOneProcess({ database, clock }: LocalCloud, seed: number): Api {
  const store = openStore(directDatabase(database, shuffledTurns(seed)))
  return (call, openid) => {
    const caller = { openid, source: 'wx_client' }
    return serve(call, { caller, now: clock.now(), store, keys, platform, log: () => undefined })
  }
}

/** Makes checked volunteers of one community of those, whom nobody has seen before. */
export function makeVolunteers(database: Database, openids: readonly string[], now: number): void {
  const role = { role: 'volunteer', communityId: here, gridId: null, agencyId: null } as const
  put(
    database,
    'people',
    openids.map((openid) => personDocument(openid, {}, now)),
  )
  put(
    database,
    'memberships',
    openids.map((openid) => ({ ...membershipDocument(keys.person(openid), role, now), checkedAt: now })),
  )
}

/** What a round leaves behind, so that nobody has won too much and the day is not over for anybody. */
const leftOver = ['counters', 'resends', 'messages'] as const

/**
 * A crowd claims the same wish at once, round after round; each round begins with the wish as it
 * was hung. Another wish hangs beside it, which is the next for whoever came too late.
 */
export async function raceFor(cloud: LocalCloud, { rounds, people, places }: Race, api: Api): Promise<Raced> {
  const { database, clock } = cloud
  const openids = Array.from({ length: people }, () => fresh('openid-of-racer'))
  makeVolunteers(database, openids, clock.now())
  const place = { communityId: here, gridId: hereGrid }
  const wisher = keys.person(fresh('openid-of-wisher'))
  const isHome = places === 2
  const kind = isHome ? ({ place: 'home', places, needsChecked: true } as const) : {}
  const hung = wishDocument(wisher, place, clock.now(), kind)
  const other = wishDocument(wisher, place, clock.now())
  put(database, 'wishes', [other])

  const claim = async (openid: string): Promise<Reply<Claimed>> => {
    const input = { wishId: hung._id, offerId: null }
    const call = { action: 'wish.claim', release, input, key: freshKey() }
    return (await api(call, openid)) as Reply<Claimed>
  }
  const result = { rounds, calls: 0, shownNext: 0, tooFew: 0, tooMany: 0, otherwise: 0, faults: [] as string[] }
  for (let round = 0; round < rounds; round++) {
    put(database, 'wishes', [hung])
    // Everybody begins another time, so that the first call is not always the same one's.
    const crowd = openids.map((_, at) => openids[(at + round * 7) % people] ?? '')
    const replies = await Promise.all(crowd.map(claim))
    const after = database.get('wishes', hung._id) as unknown as WishDocument
    const winners = crowd.filter((_, at) => wonBy(replies[at]))
    result.calls += crowd.length
    if (winners.length < places) result.tooFew++
    if (winners.length > places) result.tooMany++
    if (!says(after, winners)) result.otherwise++
    for (const reply of replies) {
      const fault = faultOf(reply, other._id)
      if (fault !== null) result.faults.push(fault)
      else if (!wonBy(reply)) result.shownNext++
    }
    database.remove('wishes', { _id: hung._id })
    for (const name of leftOver) database.remove(name, {}, { multi: true })
  }
  database.remove('wishes', { _id: other._id })
  return result
}

const wonBy = (reply: Reply<Claimed> | undefined): boolean => reply?.ok === true && reply.data.won

function faultOf(reply: Reply<Claimed>, otherId: string): string | null {
  if (!reply.ok) return reply.refused
  return reply.data.won || reply.data.next?.wishId === otherId ? null : 'no next wish'
}

/** Whether the wish has exactly those helpers who were told so, each by one event of theirs. */
function says({ helpers, events, state }: WishDocument, winners: readonly string[]): boolean {
  const told = winners.map((openid) => keys.person(openid)).sort()
  const same = (persons: readonly (string | null)[]) => JSON.stringify([...persons].sort()) === JSON.stringify(told)
  const claims = events.filter(({ verb }) => verb === 'claim').map(({ person }) => person)
  return state === 'claimed' && same(helpers.map(({ person }) => person)) && same(claims)
}
