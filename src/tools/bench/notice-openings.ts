import { firstDocument } from '../../cloud/store/collection'
import { definitions } from '../../cloud/store/documents'
import { release, type Reply } from '../../contract'
import { day, hour } from '../../domain/time/clock'
import type { CallRecord, LocalCloud } from '../../local/start'
import { startDemoCloud } from '../support/demo-cloud'
import { keys } from '../support/proof/documents'
import { withCloud } from './cloud'
import type { Bench, Figure } from './figure'

const buildings = 20
const householdsOfEach = 175
const openers = 3000
/** Of these the reply is lost, and the phone asks once more; some taps come twice at the same moment. */
const [resent, doubled] = [600, 300]
/** Phones that wait for an answer at the same moment. */
const atOnce = 48
const aMinute = 60_000
const noticeId = 'bench-notice'

/** A planned outage in twenty buildings: what is derived does not matter to who opens it. */
function noticeDocument(now: number) {
  const shown = {
    ...{ about: { kind: 'outage', what: 'water' }, span: { from: now, until: now + 3 * hour, isNow: false } },
    audience: {
      communityId: 'west-street',
      where: { kind: 'buildings', ids: Array.from({ length: buildings }, (_, at) => `bench-${at}`) },
      needs: [],
    },
    ...{ isEmergency: false, title: '明天上午停水', body: '因为水管检修，请提前存水', pictures: [], fileId: null },
    ...{ validUntil: now + day, number: 1, writer: null, role: 'secretary', writtenAt: now, wordsState: 'shown' },
  }
  return firstDocument(definitions.notices, {
    ...{ _id: noticeId, communityId: 'west-street', gridId: null, communityName: '西街社区', placeNames: [] },
    ...{ state: 'out', shown, next: null, unread: null, end: null, events: [], madeAt: now, outAt: now, since: now },
    ...{ consultation: null, signUp: null, answers: [], questions: 0, shares: [], reminds: [], actors: [] },
    ...{ desk: 'out', dueAt: now, door: null, doorUntil: 0, nextAt: now + day, closedAt: null },
    ...{ told: 0, toldAfter: null, marks: [] },
  })
}

/** Drawn by a fixed seed, so that two runs send the same in the same order. */
function shuffled<T>(list: readonly T[]): T[] {
  let state = 20261122
  const drawn = () => (state = (state * 48271) % 2147483647) / 2147483647
  return list
    .map((item) => ({ item, place: drawn() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item)
}

/** One of the households' people: 3,500 of them, 3,000 of whom open it. */
const openid = (at: number): string => `bench-building-${at % buildings}-household-${Math.floor(at / buildings)}`
const cards = ['card-one-0001', 'card-two-0002', null] as const

interface Sent {
  readonly ms: number
  readonly calls: readonly CallRecord[]
  readonly faults: number
  readonly uncounted: number
}

/** Every opening once, and then those that come again: each phone asks as soon as one before it is answered. */
async function sendAll(cloud: LocalCloud): Promise<Sent> {
  const everybody = Array.from({ length: openers }, (_, at) => at)
  const again = shuffled(everybody)
  const sent = shuffled([...everybody, ...again.slice(0, resent), ...again.slice(-doubled)])
  const calls = new Map<string, CallRecord>()
  let [faults, uncounted] = [0, 0]
  const phone = async () => {
    for (let at = sent.pop(); at !== undefined; at = sent.pop()) {
      const input = { noticeId, token: cards[at % cards.length] ?? null, openedIn: null }
      const caller = { openid: openid(at), source: 'wx_client' }
      const reply = (await cloud
        .invoke('api', { action: 'notice.open', input, release }, caller)
        .catch(() => null)) as Reply<{ me: { counted: boolean | null } }> | null
      if (!reply?.ok) faults += 1
      else if (reply.data.me.counted !== true) uncounted += 1
      for (const call of cloud.calls.slice(-atOnce * 2)) if (call.action === 'notice.open') calls.set(call.id, call)
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: atOnce }, phone))
  return { ms: performance.now() - began, calls: [...calls.values()], faults, uncounted }
}

const sum = (calls: readonly CallRecord[], figure: 'databaseTrips' | 'documentsRead' | 'documentsWritten') =>
  calls.reduce((all, call) => all + call[figure], 0)

/** Three thousand people open one notice within a minute: each is counted once, and nothing is written twice. */
export const noticeOpenings: Bench = {
  name: 'notice-openings',
  needs: ['cloud'],
  run: ({ log }) =>
    withCloud(
      () => startDemoCloud({ dataFile: ':memory:' }),
      async (cloud) => {
        cloud.database.insert('notices', [noticeDocument(cloud.clock.now())])
        const all = openers + resent + doubled
        log(`${all} openings by ${openers} people of ${buildings * householdsOfEach} households`)
        const { ms, calls, faults, uncounted } = await sendAll(cloud)
        const kept = cloud.database.find('openings') as unknown as readonly {
          readonly person: string
          readonly version: number
        }[]
        const people = new Set(kept.map(({ person }) => person))
        const missing = Array.from({ length: openers }, (_, at) => keys.person(openid(at))).filter(
          (person) => !people.has(person),
        )
        const figure = (what: string, value: number, unit: string, most: number | null = 0): Figure => ({
          ...{ bench: 'notice-openings', what: `${openers} people open a notice: ${what}`, value, unit, most },
        })
        return [
          { ...figure('counted', people.size, 'people', openers), least: openers, beside: `${calls.length} calls` },
          figure('not counted', missing.length, 'people'),
          figure('counted twice', kept.length - people.size, 'documents'),
          figure('written twice', kept.filter(({ version }) => version > 1).length, 'documents'),
          figure('not answered', faults, 'calls'),
          figure('answered as not counted', uncounted, 'calls'),
          {
            ...figure(
              'calls of the database of one opening',
              Math.max(...calls.map((call) => call.databaseTrips)),
              'calls',
              4,
            ),
            beside: `${sum(calls, 'databaseTrips')} of all`,
          },
          figure('documents read', sum(calls, 'documentsRead'), 'documents', null),
          { ...figure('documents written', sum(calls, 'documentsWritten'), 'documents', openers), least: openers },
          { ...figure('all of it', Math.round(ms), 'ms', aMinute), beside: `${atOnce} phones at a time` },
        ]
      },
    ),
}
