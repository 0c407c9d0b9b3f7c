import type { NoticeBuilding } from '../../domain/notice/audience'
import type { NoticeEvent } from '../../domain/notice/notice'
import { holdersIn } from '../filing/holders'
import { lookSoon } from '../filing/look-all'
import type { Surroundings } from '../handle'
import { pushSoon } from '../message/push'
import { say } from '../people/say'
import { mostWrites } from '../store/commit'
import type { Store, Write } from '../store'
import { boardWrites } from './board'
import { derivedNotice } from './derive'
import type { NoticeRow } from './load'
import { hasUntold, tellOpeners } from './tell'
import { officeNews } from './tell-office'
import { movedSignUp, newSignUp } from './signup-new'

/** The document after a step. Where nobody who opened it has anything to hear of it, all of it is told. */
export function rowAfter(notice: NoticeRow, now: number): NoticeRow {
  const counted = { ...notice, told: hasUntold(notice) ? notice.told : notice.events.length }
  return { ...counted, ...derivedNotice(counted, now) }
}

/** Of a commit's twenty: the count of the day, and the answer for a resend. */
const ofTheCall = 2

/** Everything that a step writes; `late`: what the commit has no room for, done right after it. */
export interface StepWrites {
  readonly writes: readonly Write[]
  readonly late: readonly Write[]
}

interface Stepping {
  /** As it was read; null: it is new. */
  readonly before: NoticeRow | null
  /** As it is now, derived fields and all. */
  readonly next: NoticeRow
  readonly events: readonly NoticeEvent[]
  /** The community's: whose groups it goes into. Empty where nothing goes out. */
  readonly buildings: readonly NoticeBuilding[]
  /** Must hold with it. */
  readonly beside: readonly Write[]
  /** Checks of pictures, and news of checks: with it as far as there is room. */
  readonly after: readonly Write[]
}

/** The notice, what stands at doors, its sign-up, and what the office hears. The widest: nine pictures at once. */
export async function stepWrites(
  { store, now, keys }: Pick<Surroundings, 'store' | 'now' | 'keys'>,
  { before, next, events, buildings, beside, after }: Stepping,
): Promise<StepWrites> {
  const holders = holdersIn(store, now)(next.communityId)
  const said = []
  for (const event of events) said.push(...(await officeNews({ before, row: next, event, buildings }, holders)))
  const must = [
    before === null ? store.notices.inserting(next) : store.notices.replacing(next),
    ...(await boardWrites(store, now, before, next)),
    ...(await signUpWrites({ store, now, keys }, before, next)),
    ...beside,
  ]
  const rest = [...said.map((one) => say(store, now, one)), ...after]
  const room = Math.max(0, mostWrites - ofTheCall - must.length)
  return { writes: [...must, ...rest.slice(0, room)], late: rest.slice(room) }
}

/** A sign-up begins with the commit by which its notice goes out first, and moves with the one by which its time changes. */
async function signUpWrites(
  { store, now, keys }: Pick<Surroundings, 'store' | 'now' | 'keys'>,
  before: NoticeRow | null,
  { _id, communityId, signUp, shown, outAt }: NoticeRow,
): Promise<Write[]> {
  if (signUp === null || shown === null || outAt === null) return []
  const { validUntil } = shown
  if ((before?.outAt ?? null) === null)
    return [store.signUps.inserting({ _id, ...newSignUp(keys, now, { ...signUp, communityId, validUntil }) })]
  const beginsAt = shown.span?.from ?? null
  if (beginsAt === null || beginsAt === before?.shown?.span?.from) return []
  const row = await store.signUps.find(_id)
  return row ? [store.signUps.replacing(movedSignUp(row, { beginsAt, validUntil }, now))] : []
}

/**
 * Right after the commit and inside the same call: what it had no room for, messages of the office, and news for those
 * who have opened it. What it does not come to is the timer's.
 */
export async function afterStep(context: Surroundings, noticeId: string, { writes, late }: StepWrites): Promise<void> {
  await writeLate(context.store, late)
  const said = [...writes, ...late].filter(({ collection }) => collection === 'messages')
  await pushSoon(
    context,
    said.map(({ document }) => document._id),
  )
  await lookSoon(
    context,
    'notice.untold',
    (given, most) => tellOpeners(given, noticeId, most),
    () => Date.now(),
  )
}

/** One by one: what is there already was written before. */
async function writeLate(store: Store, late: readonly Write[]): Promise<void> {
  for (const write of late) await store.commit([write])
}
