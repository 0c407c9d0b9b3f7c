import type { noticeReach, noticeVisits, OutputOf } from '../../../contract'
import { release } from '../../../contract'
import { sealedAt } from '../../../cloud/people/ids'
import type { Database, LocalCloud } from '../../../local/start'
import { hour } from '../../../domain/time/clock'
import { fresh, freshKey, keys, membershipDocument, personDocument, put } from './documents'
import { aRoom, livesIn, roomsDocument } from './notice-world'
import { noticeDocument, type NoticeDocument } from './notice-document'
import { requestDocument } from './request-document'

/** How large it is, and how much happens. */
export interface ReachWorld {
  readonly buildings: number
  readonly rooms: number
  readonly steps: number
  readonly seed: number
}

const communityId = 'reach-community'
const gridId = 'reach-grid'
const buildingAt = (at: number) => `reach-b${String(at).padStart(2, '0')}`
const roomAt = (building: string, at: number) => `${building}-${at}`

/** What was compared with the model, and what differed. */
export interface Reached {
  readonly compared: number
  readonly wrong: readonly string[]
  readonly openings: number
  readonly ticks: number
  /** Calls without a reply, sent again. */
  readonly lost: number
  readonly refused: number
  /** Round trips to the database of a visiting list, at most. */
  readonly trips: number
  /** Ticks that stand after one was sent three times. */
  readonly thrice: number
}

/** Numbers of a linear congruence: the same seed draws the same. */
function drawing(seed: number) {
  let state = seed >>> 0
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Kept beside the database: who has done what, and where they live. */
interface Model {
  /** Who opened it, and which edition last. */
  readonly opened: Map<string, number>
  readonly acknowledged: Set<string>
  /** person → building and room. */
  readonly homes: Map<string, { readonly building: string; readonly room: string }>
  readonly ticks: Map<string, { readonly room: string; readonly at: number; undone: boolean }>
  /** The edition that people read, the first that says the same, and when that came out. */
  shown: number
  since: number
  sinceAt: number
  /** Households for which the office wrote down that they need help. */
  readonly helps: Set<string>
}

function seedWorld(database: Database, { buildings, rooms }: ReachWorld, now: number, leader: string): string {
  put(database, 'communities', [
    {
      ...{ _id: communityId, name: '西街社区', street: { name: '西街' }, province: '河南省', city: '郑州市' },
      ...{ district: '二七区', grids: [{ id: gridId, name: '第一网格' }], settings: [], agencies: [] },
      ...{ estates: [{ id: 'reach-estate', name: '和苑', address: '西街1号', settings: [] }] },
      ...{ commonMatters: [], revision: 1, updatedAt: now },
    },
  ])
  const ids = Array.from({ length: buildings }, (_, at) => buildingAt(at))
  put(
    database,
    'buildings',
    ids.map((_id, order) => ({
      ...{ _id, communityId, estateId: 'reach-estate', gridId, name: `${order + 1}号楼`, order, units: [] },
    })),
  )
  put(
    database,
    'households',
    ids.map((id) =>
      roomsDocument(
        communityId,
        id,
        Array.from({ length: rooms }, (_, at) => aRoom(id, String(at), { id: roomAt(id, at) })),
      ),
    ),
  )
  put(database, 'people', [personDocument(leader, {}, now)])
  put(database, 'memberships', [
    membershipDocument(keys.person(leader), { role: 'grid-leader', communityId, gridId, agencyId: null }, now),
  ])
  const row = noticeDocument(keys.person(leader), { communityId, gridId }, now - hour)
  put(database, 'notices', [row])
  return row._id
}

/** 我需要帮忙, written down by the office for somebody without a phone. */
function helpDocument(noticeId: string, buildingId: string, at: number) {
  const _id = fresh('help')
  const room = keys.seal(String(at), sealedAt('requests', 'room', _id))
  const place = { communityId, gridId, agencyId: null }
  return requestDocument(null, place, Date.now(), {
    _id,
    filedAs: 'duty',
    noticeId,
    buildingId,
    unitId: null,
    where: 'home',
    room,
  })
}

/** Somebody changes the notice: it says something else, or the same for longer. As the server leaves it. */
function changeNotice({ database, clock }: LocalCloud, noticeId: string, model: Model, saysSame: boolean): void {
  const row = database.get('notices', noticeId) as unknown as NoticeDocument & { readonly version: number }
  const at = clock.now()
  const { shown } = row
  if (!shown) throw new Error('the notice is not out')
  model.shown = shown.number + 1
  if (!saysSame) Object.assign(model, { since: model.shown, sinceAt: at })
  // To other words 知道了 has not been said.
  if (!saysSame) model.acknowledged.clear()
  const words = saysSame ? { validUntil: shown.validUntil + hour } : { title: `改了时间，第${model.shown}次` }
  const event = { ...row.events[0], id: String(row.events.length + 1), at, verb: 'change', from: 'out', to: 'out' }
  const fields = {
    shown: { ...shown, ...words, number: model.shown },
    wordsSince: model.since,
    events: [...row.events, { ...event, edition: model.shown }],
    ...{ told: row.events.length + 1, version: row.version + 1 },
  }
  database.modify('notices', { _id: noticeId }, { $set: fields })
}

type Send = (openid: string, action: string, input: object, key?: string) => Promise<boolean>

/**
 * A notice to many buildings lives through a random history: openings, 知道了, help wanted, ticks and ticks taken back, homes
 * declared before and after, everything sent again and out of order, replies that are lost on the way. Then what the
 * server counts is held against a model that was kept beside it.
 */
export async function reachAfterAll(start: () => Promise<LocalCloud>, world: ReachWorld): Promise<Reached> {
  let cloud = await start()
  const below = drawing(world.seed)
  const leader = fresh('openid-of-reach-leader')
  const noticeId = seedWorld(cloud.database, world, cloud.clock.now(), leader)
  const model: Model = {
    ...{ opened: new Map(), acknowledged: new Set(), homes: new Map(), ticks: new Map(), helps: new Set() },
    ...{ shown: 1, since: 1, sinceAt: 0 },
  }
  let lost = 0
  let refused = 0
  let back: Promise<void> = Promise.resolve()
  const send: Send = async (openid, action, input, key = freshKey()) => {
    const call = { action, release, input, key }
    // A copy comes again with the same key now and then, and always where no reply came.
    let copies = below(4) === 0 ? 2 : 1
    for (let tries = 0; copies > 0 && tries < 200; tries++) {
      try {
        const reply = (await cloud.invoke('api', call, { openid, source: 'wx_client' })) as { readonly ok: boolean }
        if (reply.ok) copies -= 1
        else refused += 1
        if (!reply.ok) return false
      } catch {
        lost += 1
        await back
      }
    }
    return copies === 0
  }
  /** The cloud goes down under whatever runs, and comes back on the same file. */
  const crash = async () => {
    await cloud.close()
    cloud = await start()
  }
  const people = Array.from({ length: Math.ceil(world.steps / 2) }, () => fresh('openid-of-reached'))
  const place = () => ({ building: buildingAt(below(world.buildings)), at: below(world.rooms) })
  const declare = (openid: string) => {
    const person = keys.person(openid)
    if (model.homes.has(person)) return
    const { building, at } = place()
    put(cloud.database, 'homes', [livesIn(person, { communityId, buildingId: building }, `${at}室`)])
    model.homes.set(person, { building, room: roomAt(building, at) })
  }
  const waiting: (() => Promise<void>)[] = []
  const crashAt = Math.floor(world.steps / 2)
  let crashes = 0
  // Other words after a third, and the same ones for longer after two thirds.
  const changes = [1, 2].map((third) => ({ at: (world.steps * third) / 3, saysSame: third === 2, isDone: false }))
  for (let step = 0; step < world.steps; step++) {
    const openid = people[below(people.length)] ?? ''
    const person = keys.person(openid)
    const what = below(10)
    if (what < 2) declare(openid)
    else if (what === 9) {
      const { building, at } = place()
      put(cloud.database, 'requests', [helpDocument(noticeId, building, at)])
      model.helps.add(roomAt(building, at))
    } else if (what < 6)
      waiting.push(async () => {
        if (await send(openid, 'notice.open', { noticeId, token: null, openedIn: null }))
          model.opened.set(person, model.shown)
      })
    else if (what < 7)
      waiting.push(async () => {
        const input = { noticeId, at: cloud.clock.now(), edition: model.shown }
        if (!(await send(openid, 'notice.acknowledge', input))) return
        model.opened.set(person, model.shown)
        model.acknowledged.add(person)
      })
    else {
      const { building, at } = place()
      const tick = { tickId: fresh('tick'), roomId: roomAt(building, at), at: cloud.clock.now() }
      const sendTick = (isUndone: boolean) => async () => {
        const input = { noticeId, buildingId: building, ticks: [{ ...tick, isUndone }] }
        if (!(await send(leader, 'notice.tick', input))) return
        const known = model.ticks.get(tick.tickId)
        const undone = isUndone || (known?.undone ?? false)
        model.ticks.set(tick.tickId, { room: tick.roomId, at: tick.at, undone })
      }
      waiting.push(sendTick(false))
      if (below(4) === 0) waiting.push(sendTick(true))
    }
    // Out of order: what waits is drawn by lot, some at once.
    while (waiting.length > 12) {
      const some = [0, 1, 2].flatMap(() => waiting.splice(below(waiting.length), 1))
      const running = Promise.all(some.map((one) => one()))
      if (step >= crashAt && crashes === 0) {
        crashes += 1
        back = crash()
        await back
      }
      await running
      // Nothing is under way: what comes after this is of the next edition.
      const change = changes.findIndex((one) => step >= one.at && !one.isDone)
      if (change >= 0) Object.assign(changes[change]!, { isDone: true })
      if (change >= 0) changeNotice(cloud, noticeId, model, changes[change]!.saysSame)
      // The day's limits of the table are not what is measured here.
      cloud.database.remove('counters', {}, { multi: true })
    }
  }
  for (const one of waiting) await one()
  for (const openid of people) if (below(3) === 0) declare(openid)
  try {
    return await compared(cloud, world, { noticeId, leader, model, lost, refused })
  } finally {
    await cloud.close()
  }
}

interface Ended {
  readonly noticeId: string
  readonly leader: string
  readonly model: Model
  readonly lost: number
  readonly refused: number
}

/** Each figure of each building, and each visiting list, against the model. */
async function compared(
  cloud: LocalCloud,
  world: ReachWorld,
  { noticeId, leader, model, lost, refused }: Ended,
): Promise<Reached> {
  const ask = async <Data>(action: string, input: object): Promise<Data> => {
    const call = { action, release, input, key: freshKey() }
    const reply = (await cloud.invoke('api', call, { openid: leader, source: 'wx_client' })) as { readonly data: Data }
    return reply.data
  }
  const wrong: string[] = []
  let count = 0
  const same = (what: string, value: unknown, expected: unknown) => {
    count += 1
    if (value !== expected) wrong.push(`${what}: ${String(value)} instead of ${String(expected)}`)
  }
  const roomsBy = (people: ReadonlySet<string>, building: string) =>
    new Set(
      [...people].flatMap((person) => {
        const home = model.homes.get(person)
        return home?.building === building ? [home.room] : []
      }),
    )
  const seen = new Set([...model.opened].flatMap(([person, edition]) => (edition >= model.since ? [person] : [])))
  const past = new Set([...model.opened.keys()].filter((person) => !seen.has(person)))
  const reach = await ask<OutputOf<typeof noticeReach>>('notice.reach', { noticeId })
  same('people', reach.people, seen.size)
  same('people of before', reach.outdated, past.size)
  same('elsewhere', reach.elsewhere, [...seen].filter((person) => !model.homes.has(person)).length)
  same('buildings', reach.buildings.length, world.buildings)
  let trips = 0
  for (const one of reach.buildings) {
    const opened = roomsBy(seen, one.buildingId)
    const prefix = `${one.buildingId}-`
    const ticks = [...model.ticks.values()].filter(({ room, undone }) => !undone && room.startsWith(prefix))
    const told = new Set(ticks.filter(({ at }) => at >= model.sinceAt).map(({ room }) => room))
    const knewBefore = new Set([...roomsBy(past, one.buildingId), ...ticks.map(({ room }) => room)])
    const asked = new Set([...model.helps].filter((room) => room.startsWith(prefix)))
    const reached = new Set([...opened, ...told, ...asked])
    same('households', one.households, world.rooms)
    same('opened', one.opened.households, opened.size)
    same('acknowledged', one.acknowledged.households, roomsBy(model.acknowledged, one.buildingId).size)
    same('told', one.told, told.size)
    same('asked', one.asked.households, asked.size)
    same('reached', one.reached, reached.size)
    same('unknown', one.unknown, world.rooms - reached.size)
    same('outdated', one.outdated, [...knewBefore].filter((room) => !reached.has(room)).length)
    const list = await ask<OutputOf<typeof noticeVisits>>('notice.visits', { noticeId, buildingId: one.buildingId })
    trips = Math.max(trips, cloud.calls.at(-1)?.databaseTrips ?? Number.NaN)
    same('list reached', list.reached, reached.size)
    same('list to visit', list.visits.filter(({ tick }) => tick === null).length, world.rooms - reached.size)
    same('list told', list.visits.filter(({ tick }) => tick !== null).length, told.size)
  }
  const ticks = await tickedThrice(cloud, noticeId, leader)
  return {
    compared: count,
    wrong,
    openings: model.opened.size,
    ticks: model.ticks.size,
    lost,
    refused,
    trips,
    thrice: ticks,
  }
}

/** One tick, sent three times at once under three keys: so many of it are kept. */
async function tickedThrice(cloud: LocalCloud, noticeId: string, leader: string): Promise<number> {
  const tick = { tickId: 'tick-thrice', roomId: roomAt(buildingAt(0), 0), at: cloud.clock.now(), isUndone: false }
  const input = { noticeId, buildingId: buildingAt(0), ticks: [tick] }
  await Promise.all(
    [1, 2, 3].map(() =>
      cloud.invoke(
        'api',
        { action: 'notice.tick', release, input, key: freshKey() },
        { openid: leader, source: 'wx_client' },
      ),
    ),
  )
  const rows = cloud.database.find('noticeVisits') as unknown as readonly {
    readonly ticks: readonly { id: string }[]
  }[]
  return rows.flatMap(({ ticks }) => ticks).filter(({ id }) => id === tick.tickId).length
}
