import type { Input, Output } from '../../../client'
import { forget, keep, recall } from '../../../client/kept'

export type Visits = Output<'notice.visits'>
export type VisitRoom = Visits['visits'][number]

/** A tick of this phone. It stands here until the server's own list shows it. */
export type OwnTick = Input<'notice.tick'>['ticks'][number] & {
  /** The server has it. */
  readonly isSent: boolean
  /** The server had it, and its list did not show it: somebody took it back elsewhere. */
  readonly isStale: boolean
}

/** What a phone keeps of a visiting list: rooms and ticks, no names and no numbers. */
export interface KeptVisits {
  readonly of: Visits
  readonly ticks: readonly OwnTick[]
}

interface Listed {
  readonly list: string
  /** When the notice is over (ms): nothing of it stays longer. */
  readonly until: number
}

const index = 'visit-lists'
/** The newest stay. */
const most = 20
const nameOf = (noticeId: string, buildingId: string): string => `visits:${noticeId}:${buildingId}`

const listed = (): readonly Listed[] => recall<readonly Listed[]>(index)?.value ?? []

/** Forgets the lists of notices that are over, and the oldest where there are too many. */
export function forgetOver(now: number): void {
  const all = listed()
  const stay = all.filter(({ until }) => until > now).slice(-most)
  for (const one of all) if (!stay.includes(one)) forget(one.list)
  if (stay.length < all.length) keep(index, stay)
}

export const recallVisits = (noticeId: string, buildingId: string): KeptVisits | null =>
  recall<KeptVisits>(nameOf(noticeId, buildingId))?.value ?? null

/** Answers false where the phone has no room. */
export function keepVisits(noticeId: string, buildingId: string, visits: KeptVisits, until: number): boolean {
  const name = nameOf(noticeId, buildingId)
  keep(index, [...listed().filter((one) => one.list !== name), { list: name, until }])
  return keep(name, visits)
}

export function forgetVisits(noticeId: string, buildingId: string): void {
  const name = nameOf(noticeId, buildingId)
  forget(name)
  keep(
    index,
    listed().filter((one) => one.list !== name),
  )
}
