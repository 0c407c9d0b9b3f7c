import type { HeldRole } from '../../../domain/people/roles'
import { day, hour, minute } from '../../../domain/time/clock'
import { admittedMark, nextLook } from '../../../domain/wish/due'
import type { Helper } from '../../../domain/wish/wish'
import { calendar } from '../../../knowledge/calendar/calendar'
import type { LocalCloud } from '../../../local/start'
import { keys, membershipDocument, personDocument, put } from './documents'
import { here, hereGrid } from './situations'
import { wishDocument, wishEvent, wishHelper, wishVisit, type WishDocument } from './wish-document'

/** How the timer comes to look at the minutes: how many run over each at once, and which minutes it never sees. */
export interface Minutes {
  readonly wishes: number
  /** Runs of the timer over the same minute: the first two at once, the others after them. */
  readonly runs: number
  /** Minutes that it sees one by one; afterwards it comes an hour late. */
  readonly minutes: number
}

export interface Reminded {
  readonly wishes: number
  readonly runs: number
  /** Reminders and escalations that had to be said in these minutes, by person. */
  readonly expected: number
  readonly missing: number
  readonly repeated: number
  /** Said to somebody whom it does not concern, or before its time. */
  readonly unasked: number
  /** Wishes that had to go back, lapse or become unsure by themselves, and those that did not do so once. */
  readonly moved: number
  readonly notMovedOnce: number
  /** The same said twice to one person about a move. */
  readonly movesRepeated: number
}

/** A Monday morning, far from every holiday. */
const morning = Date.parse('2026-11-16T10:00:00+08:00')
const place = { communityId: here, gridId: hereGrid }
const window = 20

type Hearer = 'wisher' | 'helper' | 'duty' | 'grid-leader' | 'secretary'
/** A wish of which something is to be said from `due` on, to whom and in which words; said as a table, by hand. */
interface Case {
  readonly make: (due: number) => Partial<WishDocument>
  readonly says: readonly (readonly [to: Hearer, line: string])[]
  /** Said again so often (ms), as long as nobody does anything. */
  readonly again?: number
}

const wisherOf = (name: string) => keys.person(`openid-of-minutes-wisher-${name}`)
const helperOf = (name: string) => keys.person(`openid-of-minutes-helper-${name}`)
const helped = (at: number, over: Partial<Helper> = {}) => [wishHelper('h1', 'helper', at, over)]
const both = (line: string) =>
  [
    ['wisher', line],
    ['helper', line],
  ] as const
const arranged = (at: number, over: Parameters<typeof wishVisit>[2] = {}): Partial<WishDocument> => ({
  ...{ state: 'arranged', helpers: helped(at - 5 * day), pairedAt: at - 5 * day, since: at - 4 * day },
  appointments: [wishVisit('a1', at, over)],
})
const said = (...marks: readonly string[]) => ({ marks: [admittedMark, ...marks] })

const cases: readonly Case[] = [
  { make: (due) => ({ hungAt: due - 7 * day }), says: [['duty', 'wish.todo aged']] },
  {
    make: (due) => ({ hungAt: due - 14 * day, ...said(`${due - 14 * day}.aged`) }),
    says: [['secretary', 'wish.todo old']],
  },
  {
    make: (due) => ({ state: 'joining', places: 2, helpers: helped(due - 3 * day), since: due - 3 * day }),
    says: [['duty', 'wish.todo joining']],
  },
  {
    make: (due) => ({
      ...{ state: 'proposed', wisherAgreed: false, since: due - 2 * day },
      helpers: helped(due - 2 * day, { by: 'proposal', agreed: false }),
    }),
    says: both('wish.ask waiting'),
  },
  {
    make: (due) => ({ state: 'claimed', helpers: helped(due - 2 * day), since: due - 2 * day }),
    says: [['helper', 'wish.ask soon']],
  },
  { make: (due) => arranged(due + day), says: both('wish.visit day') },
  { make: (due) => ({ ...arranged(due + hour), ...said('a1.day') }), says: both('wish.visit hour') },
  // An hour's visit, and an hour after its end.
  { make: (due) => arranged(due - 2 * hour), says: both('wish.ask finish') },
  {
    make: (due) => arranged(due + day, { standIns: [{ helperId: 'h1', person: null }] }),
    says: [...both('wish.visit day'), ['duty', 'wish.todo want-stand-in']],
  },
  {
    make: (due) => ({ ...arranged(due - 3 * day, { state: 'unsure' }), state: 'unsure', since: due - 2 * day }),
    says: [['secretary', 'wish.todo unsettled']],
  },
  {
    make: (due) => ({ state: 'crying', since: due - 10 * minute }),
    says: [
      ['grid-leader', 'wish.cry again'],
      ['secretary', 'wish.cry again'],
    ],
    again: hour,
  },
  // Whoever has no phone is called by the duty member.
  {
    make: (due) => ({ ...arranged(due + day), person: null, behalf: { kind: 'office', name: null, phone: null } }),
    says: [
      ['duty', 'wish.todo remind'],
      ['helper', 'wish.visit day'],
    ],
  },
]

/** What happens by itself: a proposal lapses, a claim goes back, nobody knows how a visit was. */
const moves: readonly ((due: number) => Partial<WishDocument>)[] = [
  (due) => ({
    ...{ state: 'proposed', wisherAgreed: false, since: due - 3 * day, ...said(`${due - 3 * day}.proposed`) },
    helpers: helped(due - 3 * day, { by: 'proposal', agreed: false }),
  }),
  (due) => ({
    ...{ state: 'claimed', helpers: helped(due - 3 * day), since: due - 3 * day },
    ...said(`${due - 3 * day}.claimed`),
  }),
  (due) => ({ ...arranged(due - day - hour), ...said('a1.asked') }),
]

/** The document of a case: of people of its own, told to everybody, and looked at when it says so itself. */
function rowOf(name: string, over: Partial<WishDocument>, now: number): WishDocument {
  const person = over.person === null ? null : wisherOf(name)
  const helpers = (over.helpers ?? []).map((helper) => ({ ...helper, person: helperOf(name) }))
  const at = over.hungAt ?? now - 20 * day
  const state = over.state ?? 'open'
  const verb = state === 'crying' ? ('cry' as const) : ('hang' as const)
  // What hangs as long as it waits, is asked about by its age; everything else is too young for that.
  const waitsSince = over.hungAt ?? now - day
  const row = wishDocument(person, place, now, {
    ...{
      _id: name,
      hungAt: at,
      waitsSince,
      events: [wishEvent({ id: '1', at, verb, person, from: state, to: state })],
    },
    ...over,
    helpers,
  })
  return { ...row, nextAt: nextLook(row, now, calendar) }
}

function staffOf({ database, clock }: LocalCloud): ReadonlyMap<Hearer, string> {
  const now = clock.now()
  const roles: readonly HeldRole[] = ['duty', 'grid-leader', 'secretary']
  database.remove('memberships', { role: { $in: roles }, communityId: here }, { multi: true })
  return new Map(
    roles.map((role) => {
      const openid = `openid-of-minutes-${role}`
      const person = keys.person(openid)
      const held = { role, communityId: here, gridId: role === 'grid-leader' ? hereGrid : null, agencyId: null }
      put(database, 'people', [personDocument(openid, {}, now)])
      const membership = { ...membershipDocument(person, held, now), until: now + 40 * day }
      put(database, 'memberships', [membership])
      return [role as Hearer, person] as const
    }),
  )
}

const runTimer = ({ invoke }: LocalCloud) =>
  invoke('timer', { Type: 'Timer', TriggerName: 'every-minute' }, { source: 'wx_trigger' })

/** Lets the minutes pass, then an hour at once, and counts what was said and what had to be. */
export async function letWishesWait(cloud: LocalCloud, { wishes, runs, minutes }: Minutes): Promise<Reminded> {
  const { database, clock } = cloud
  clock.moveTo(morning - Date.now())
  const staff = staffOf(cloud)
  const begun = clock.now()
  // One after the other, in no step with the minutes.
  const dueAt = (number: number) => begun + ((number * 7) % window) * minute + 10_000
  const waiting = Array.from({ length: wishes }, (_, number) => {
    const one = cases[number % cases.length] as Case
    return { one, due: dueAt(number), row: rowOf(`minutes-${number}`, one.make(dueAt(number)), begun) }
  })
  const moving = Array.from({ length: Math.ceil(wishes / 8) }, (_, number) =>
    rowOf(`moving-${number}`, moves[number % moves.length]?.(dueAt(number)) ?? {}, begun),
  )
  put(database, 'wishes', [...waiting.map(({ row }) => row), ...moving])

  const looks: number[] = []
  let ran = 0
  const look = async () => {
    looks.push(clock.now())
    await Promise.all([runTimer(cloud), runTimer(cloud)])
    for (let run = 2; run < runs; run++) await runTimer(cloud)
    ran += runs
    // What one run has no time for, the next one does: all of it belongs to the same minute.
    while (database.count('wishes', { nextAt: { $lte: looks.at(-1) } }) > 0) {
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

  const expected = counts(waiting.flatMap((one) => linesDue(one, looks, staff)))
  const all = (database.find('messages') as unknown as readonly Said[]).map(lineOf)
  const told = counts(all.filter((line) => line.startsWith('minutes-')))
  const ofMoves = counts(all.filter((line) => line.startsWith('moving-')))
  const more = (some: Counts, than: Counts) =>
    [...some].reduce((sum, [line, count]) => sum + Math.max(0, count - (than.get(line) ?? 0)), 0)
  const steps = moving.map(({ _id, events }) => eventsOf(cloud, _id) - events.length)
  return {
    ...{ wishes: waiting.length + moving.length, runs: ran },
    expected: [...expected.values()].reduce((sum, count) => sum + count, 0),
    missing: more(expected, told),
    repeated: [...told].reduce(
      (sum, [line, count]) => sum + (expected.has(line) ? Math.max(0, count - (expected.get(line) ?? 0)) : 0),
      0,
    ),
    unasked: [...told.keys()].filter((line) => !expected.has(line)).length,
    moved: moving.length,
    notMovedOnce: steps.filter((count) => count !== 1).length,
    movesRepeated: [...ofMoves.values()].filter((count) => count > 1).length,
  }
}

const eventsOf = ({ database }: LocalCloud, id: string): number =>
  (database.get('wishes', id) as unknown as WishDocument).events.length

type Counts = ReadonlyMap<string, number>
function counts(lines: readonly string[]): Counts {
  const found = new Map<string, number>()
  for (const line of lines) found.set(line, (found.get(line) ?? 0) + 1)
  return found
}

interface Said {
  readonly person: string
  readonly kind: string
  readonly path: string | null
  readonly params: { readonly step?: string }
}
const lineOf = ({ person, kind, path, params }: Said) =>
  `${path?.split('=').at(-1) ?? ''} ${kind} ${params.step ?? ''} ${person}`

/** What has to be said by the looks: at the first one after it is due, and where it is said again, once for each turn. */
function linesDue(
  { one, due, row }: { readonly one: Case; readonly due: number; readonly row: WishDocument },
  looks: readonly number[],
  staff: ReadonlyMap<Hearer, string>,
): readonly string[] {
  const every = one.again ?? Infinity
  const turns = new Set(looks.filter((at) => at >= due).map((at) => Math.floor((at - due) / every)))
  const persons: ReadonlyMap<Hearer, string> = new Map([
    ...staff,
    ['wisher', wisherOf(row._id)],
    ['helper', helperOf(row._id)],
  ])
  return [...turns].flatMap(() => one.says.map(([to, line]) => `${row._id} ${line} ${persons.get(to) ?? ''}`))
}
