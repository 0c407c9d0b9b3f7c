import { isRefused } from '../../contract'
import { actOnNotice } from '../../domain/notice/act'
import { noticeMoveDue } from '../../domain/notice/duty'
import { lateDuties } from '../../domain/notice/late'
import { minute } from '../../domain/time/clock'
import { holdersIn } from '../filing/holders'
import type { Looked, Looking } from '../filing/look'
import type { Surroundings } from '../handle'
import { say } from '../people/say'
import type { Write } from '../store'
import type { NoticeRow } from './load'
import { rowAfter, stepWrites } from './step'
import { tellOpeners } from './tell'
import { lateNews } from './tell-office'

/** How often somebody else may write in between before it is left to the next run. */
const mostLosses = 8
/** What was late and said is remembered: more than one notice ever has. */
const mostMarks = 40

export type NoticeLooking = Looking & Pick<Surroundings, 'keys'>

/**
 * Does what is due for one notice: it ends by itself; what is late is said, once; it leaves the doors; and whoever has
 * opened it is told what became of it. Each is one commit with the notice's version: however many look at once, nothing is
 * done or said twice.
 */
export async function lookAtNotice(given: NoticeLooking, noticeId: string, mostBatches: number): Promise<Looked> {
  const moved = await moveAndSay(given, noticeId)
  const told = await tellOpeners(given, noticeId, mostBatches)
  return { commits: moved.commits + told.commits, messages: [...moved.messages, ...told.messages] }
}

async function moveAndSay(given: NoticeLooking, noticeId: string): Promise<Looked> {
  const { store, now } = given
  for (let losses = 0; losses <= mostLosses && given.hasTime(); losses++) {
    const row = await store.notices.find(noticeId)
    if (!row || row.nextAt > now) break
    const due = await dueWrites(given, row)
    if ((await store.commit(due.writes)) !== 'done') continue
    for (const write of due.late) await store.commit([write])
    const said = [...due.writes, ...due.late].filter(({ collection }) => collection === 'messages')
    return { commits: 1, messages: said.map(({ document }) => document._id) }
  }
  return { commits: 0, messages: [] }
}

/** All of it at once: the end, what is late, and what stands at doors by now. */
async function dueWrites(given: NoticeLooking, row: NoticeRow) {
  const { now } = given
  const ended = movedByItself(row, now)
  const late = lateDuties(ended, row.marks, now)
  const marks = [...row.marks, ...late.map(({ mark }) => mark)].slice(-mostMarks)
  const reckoned = rowAfter({ ...ended, marks }, now)
  const rested = { ...reckoned, nextAt: restedAt(reckoned, now) }
  const news = await lateLines(given, rested, late)
  const events = ended.events.slice(row.events.length)
  return stepWrites(given, { before: row, next: rested, events, buildings: [], beside: [], after: news })
}

async function lateLines({ store, now }: NoticeLooking, row: NoticeRow, late: ReturnType<typeof lateDuties>) {
  const holders = holdersIn(store, now)(row.communityId)
  const lines: Write[] = []
  for (const duty of late) lines.push(...(await lateNews(row, duty, holders)).map((one) => say(store, now, one)))
  return lines
}

/** As it is once it has ended by itself, if it has to. Throws where the table does not allow it: that is our fault. */
function movedByItself(row: NoticeRow, now: number): NoticeRow {
  const deed = noticeMoveDue(row, now)
  if (!deed) return row
  const system = { actor: 'system', person: null, now } as const
  const acted = actOnNotice(row, deed, system, { wordsState: 'shown' }, { buildings: [], gridId: null })
  if (isRefused(acted)) throw new Error(`a notice may not ${deed.verb}: ${acted.refused}`)
  return acted.notice
}

/** What says that it is due and gives nothing to do must not be looked at without an end; who opened it is told next. */
const restedAt = ({ nextAt, told, events }: NoticeRow, now: number): number =>
  nextAt > now || told < events.length ? nextAt : now + minute
