import { nationalAllowances, requestClasses, startClock } from '../../../domain/request/clock'
import { clockMarks, momentOfShare, type ClockMark, type RunningClock } from '../../../domain/request/clock'
import { admittedMark } from '../../../domain/request/due'
import type { HeldRole } from '../../../domain/people/roles'
import { hour, minute } from '../../../domain/time/clock'
import { calendar } from '../../../knowledge/calendar/calendar'
import type { LocalCloud } from '../../../local/start'
import { fresh, keys, membershipDocument, personDocument, put } from './documents'
import { requestDocument, requestEvent, type RequestDocument } from './request-document'

/** How the timer comes to look at the minutes: how many run over each at once, and which minutes it never sees. */
export interface Minutes {
  readonly requests: number
  /** Runs of the timer over the same minute: the first two at once, the others after them. */
  readonly runs: number
  /** Minutes that it sees one by one; afterwards it comes an hour late. */
  readonly minutes: number
}

export interface Reminded {
  readonly requests: number
  readonly runs: number
  /** Reminders and escalations that had to be said, each to each person. */
  readonly expected: number
  /** Of these never said, said more than once, and what was said and had not to be. */
  readonly missing: number
  readonly repeated: number
  readonly unasked: number
  /** Requests that did not move by themselves once, or moved twice. */
  readonly notMovedOnce: number
  readonly moved: number
}

/** What each mark is of the clock's own time, and whom it tells; by the text, not by the product's table. */
const told: Readonly<Record<ClockMark, { readonly share: number; readonly to: readonly HeldRole[] }>> = {
  half: { share: 0.5, to: ['handler'] },
  ending: { share: 0.8, to: ['handler'] },
  overdue: { share: 1, to: ['handler', 'grid-leader'] },
  twice: { share: 2, to: ['handler', 'grid-leader', 'secretary'] },
}
const clocks = ['response', 'resolution'] as const
/** A working day on which the office has just opened: clocks of office hours run, too. */
const morning = Date.parse('2026-12-02T10:00:00+08:00')

/** A community of the bench's own, so that nobody else hears of it. */
const place = { communityId: 'minutes', gridId: 'minutes-1', agencyId: 'minutes-agency' } as const
const staff: Readonly<Partial<Record<HeldRole, number>>> = { handler: 3, 'grid-leader': 2, secretary: 2 }

function staffOf({ database, clock }: LocalCloud): ReadonlyMap<HeldRole, readonly string[]> {
  const now = clock.now()
  const held = (Object.entries(staff) as [HeldRole, number][]).map(([role, count]) => {
    const people = Array.from({ length: count }, () => {
      const openid = fresh('openid-of-minutes')
      const person = keys.person(openid)
      const at = {
        communityId: place.communityId,
        gridId: role === 'grid-leader' ? place.gridId : null,
        agencyId: role === 'handler' ? place.agencyId : null,
      }
      put(database, 'people', [personDocument(openid, {}, now)])
      const member = membershipDocument(person, { role, ...at }, now)
      put(database, 'memberships', [Object.assign(member, { until: now + 40 * 24 * hour })])
      return person
    })
    return [role, people] as const
  })
  return new Map(held)
}

/** Marks of a clock that lie before a moment were told before. */
const momentsOf = (clock: RunningClock, now: number) =>
  clockMarks.map((mark) => ({ mark, at: momentOfShare(clock, told[mark].share, calendar, now) ?? Infinity }))

/** Of each class, filed such that its marks fall into the next minutes, one after the other. */
function requestAt(number: number, now: number): RequestDocument {
  const kind = requestClasses[number % requestClasses.length] ?? 'normal'
  const clockName = clocks[Math.floor(number / 4) % clocks.length] ?? 'response'
  const mark = clockMarks[Math.floor(number / 8) % clockMarks.length] ?? 'half'
  // As long ago as brings this mark to a moment of the minutes to come; office clocks go back by whole days.
  const target = now + ((number * 37) % 20) * minute + 10_000
  const filedAt = filedSuchThat(kind, clockName, mark, target)
  const clockOf = (name: (typeof clocks)[number]) => startClock(kind, name, 'grid', filedAt, nationalAllowances)
  const response = clockName === 'response' ? clockOf('response') : { ...clockOf('response'), stoppedAt: filedAt + 1 }
  const resolution = clockOf('resolution')
  const before = clocks.flatMap((name) =>
    momentsOf(name === 'response' ? response : resolution, now)
      .filter(({ at }) => at <= now)
      .map((one) => `1.${name}.${one.mark}`),
  )
  const events = [
    requestEvent({ id: '1', at: filedAt, verb: 'submit' }),
    requestEvent({ id: '2', at: filedAt, verb: 'assign', actor: 'system', to: 'assigned' }),
  ]
  return requestDocument(keys.person(`openid-of-asker-${number}`), place, now, {
    ...{ _id: `minutes-${number}`, class: kind, filedAt, response, resolution, events },
    marks: [admittedMark, ...before],
  })
}

/** Looks for the moment by halving: a later filing never has an earlier mark. */
function filedSuchThat(kind: RequestDocument['class'], name: (typeof clocks)[number], mark: ClockMark, target: number) {
  let early = target - 120 * 24 * hour
  let late = target
  while (late - early > 1000) {
    const middle = Math.floor((early + late) / 2)
    const at = momentOfShare(startClock(kind, name, 'grid', middle, nationalAllowances), told[mark].share, calendar, 0)
    if ((at ?? Infinity) <= target) early = middle
    else late = middle
  }
  return early
}

/** What happens to a request by itself within the minutes: a pause is over, silence ends it, it goes into the archive. */
function movingAt(number: number, now: number): RequestDocument {
  const at = now + (number % 20) * minute
  const asker = keys.person(`openid-of-mover-${number}`)
  const plain = requestDocument(asker, place, now)
  const stopped = {
    response: { ...plain.response, stoppedAt: now - 1 },
    marks: [admittedMark, '1.asked.1', '1.asked.2'],
  }
  const pause = { from: now - hour, until: null }
  const week = 7 * 24 * hour
  const over: readonly Partial<RequestDocument>[] = [
    {
      ...{ state: 'on-hold', back: 'in-progress', holdUntil: at },
      resolution: { ...plain.resolution, pauses: [pause] },
    },
    {
      ...{ state: 'awaiting-confirmation', proposedAt: at - week },
      resolution: { ...plain.resolution, stoppedAt: at - week },
    },
    {
      ...{ state: 'declined', endedBy: 'office', endedAt: at - 30 * 24 * hour },
      resolution: { ...plain.resolution, stoppedAt: now - 1 },
    },
  ]
  return requestDocument(asker, place, now, { ...stopped, ...over[number % 3], _id: `moving-${number}` })
}

const runTimer = (cloud: LocalCloud) =>
  cloud.invoke('timer', { Type: 'Timer', TriggerName: 'every-minute' }, { source: 'wx_trigger' })

/** Lets the minutes pass, then an hour at once, and counts what was said and what had to be. */
export async function letMinutesPass(cloud: LocalCloud, { requests, runs, minutes }: Minutes): Promise<Reminded> {
  const { database, clock } = cloud
  clock.moveTo(morning - Date.now())
  const people = staffOf(cloud)
  const begun = clock.now()
  const rows = Array.from({ length: requests }, (_, number) => requestAt(number, begun))
  const moving = Array.from({ length: Math.ceil(requests / 10) }, (_, number) => movingAt(number, begun))
  put(database, 'requests', [...rows, ...moving])
  const looks: number[] = []
  let ran = 0
  const look = async () => {
    looks.push(clock.now())
    await Promise.all([runTimer(cloud), runTimer(cloud)])
    for (let run = 2; run < runs; run++) await runTimer(cloud)
    ran += runs
    // What one run has no time for, the next one does: all of it belongs to the same minute.
    while (database.count('requests', { nextAt: { $lte: looks.at(-1) } }) > 0) {
      await runTimer(cloud)
      ran++
    }
  }
  for (let passed = 0; passed < minutes; passed++) {
    await look()
    clock.moveTo(clock.offset + minute)
  }
  clock.moveTo(clock.offset + hour)
  await look()

  const expected = rows.flatMap((row) => expectedOf(row, begun, looks, people))
  // What else there is, falls due by the clock of whoever runs this.
  const ours = /^(?:minutes|moving)-/
  const said = (database.find('messages', { kind: 'request.due' }) as unknown as readonly Said[])
    .map(lineOf)
    .filter((line) => ours.test(line))
  const counts = new Map<string, number>()
  for (const line of said) counts.set(line, (counts.get(line) ?? 0) + 1)
  const moves = moving.map(
    ({ _id, events }) => (database.get('requests', _id) as unknown as RequestDocument).events.length - events.length,
  )
  return {
    ...{ requests: rows.length + moving.length, runs: ran, expected: expected.length },
    missing: expected.filter((line) => !counts.has(line)).length,
    repeated: said.length - counts.size,
    unasked: [...counts.keys()].filter((line) => !expected.includes(line)).length,
    moved: moves.length,
    notMovedOnce: moves.filter((count) => count !== 1).length,
  }
}

interface Said {
  readonly person: string
  readonly path: string
  readonly params: { readonly clock?: string; readonly mark?: string }
}
const lineOf = ({ person, path, params }: Said) =>
  `${path.split('=').at(-1) ?? ''} ${params.clock ?? ''} ${params.mark ?? ''} ${person}`

/** At each look the last of the marks that were reached since the look before, to all whom it tells. */
function expectedOf(
  { _id, response, resolution }: RequestDocument,
  begun: number,
  looks: readonly number[],
  people: ReadonlyMap<HeldRole, readonly string[]>,
): readonly string[] {
  return clocks.flatMap((name) => {
    const clock = name === 'response' ? response : resolution
    if (clock.stoppedAt !== null) return []
    const moments = momentsOf(clock, begun)
    return looks.flatMap((at, index) => {
      const since = index === 0 ? begun : (looks[index - 1] ?? begun)
      const last = moments.filter((one) => one.at > since && one.at <= at).at(-1)
      if (!last) return []
      return told[last.mark].to
        .flatMap((role) => people.get(role) ?? [])
        .map((person) => `${_id} ${name} ${last.mark} ${person}`)
    })
  })
}
