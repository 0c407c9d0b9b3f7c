import { lookAt, type Looking } from '../../src/cloud/request/due'
import { lookAtDue } from '../../src/cloud/request/timer'
import { definitions, type MessageFields } from '../../src/cloud/store/documents'
import { platform } from '../../src/cloud/store/platform'
import { admittedMark } from '../../src/domain/request/due'
import { archiveAfter, askedAgainAfter, silenceAfter } from '../../src/domain/request/limits'
import { pauseClock, requestClasses, stopClock } from '../../src/domain/request/clock'
import { day, hour, minute } from '../../src/domain/time/clock'
import { demoRows } from '../../src/local/demo-rows'
import { breaking } from './support/breaking'
import { connect, type Connected } from './support/cloud'
import { noon, surroundings } from './support/entry'
import { gridLeader, handlerMember, keys, secretary } from './support/people'
import { aRequest, anEvent, type RequestDocument } from './support/request-row'
import { put } from './support/somebody'

jest.setTimeout(240_000)

let cloud: Connected
beforeAll(async () => void (cloud = await connect()))
afterAll(() => cloud.close())
beforeEach(() => begin())

function begin() {
  for (const { name } of Object.values(definitions)) cloud.database.remove(name, {}, { multi: true })
  for (const { collection, documents } of demoRows()) cloud.database.insert(collection, documents)
}

const run = (now: number, over: object = {}) =>
  lookAtDue({ ...surroundings(cloud.store, { now }), hasTime: () => true, ...over })
const filed = (...requests: RequestDocument[]) => put(cloud.database, { requests })
const kept = (id: string) => cloud.database.get('requests', id) as unknown as RequestDocument

const named = Object.fromEntries(
  [gridLeader, handlerMember, secretary, 'demo-person-a', 'demo-person-b'].map((openid) => [
    keys.person(openid),
    openid,
  ]),
)
/** Who was told what, in one order: "demo-handler request.due half". */
const said = () =>
  cloud.database
    .find('messages')
    .map((message) => {
      const { person, kind, params } = message as unknown as MessageFields
      return `${named[person] ?? 'somebody'} ${kind} ${params['mark'] ?? params['step'] ?? ''}`
    })
    .sort()

/** About water or power: its clocks run at every hour. Somebody has spoken with the resident already. */
function met(over: Partial<RequestDocument> = {}): RequestDocument {
  const fresh = aRequest(noon, { class: 'utilities', ...over })
  return aRequest(noon, { ...fresh, response: stopClock(fresh.response, noon) })
}

describe('the reminders of a clock', () => {
  it('go to the handler at half time and before the end, to the grid leader when it is over, to the secretary at twice', async () => {
    filed(met())
    await run(noon + 12 * hour - 1)
    expect(said()).toEqual([])
    await run(noon + 12 * hour)
    expect(said()).toEqual(['demo-handler request.due half'])
    await run(noon + 20 * hour)
    await run(noon + 24 * hour)
    await run(noon + 48 * hour)
    expect(said()).toEqual([
      'demo-grid-leader request.due overdue',
      'demo-grid-leader request.due twice',
      'demo-handler request.due ending',
      'demo-handler request.due half',
      'demo-handler request.due overdue',
      'demo-handler request.due twice',
      'demo-secretary request.due twice',
    ])
  })

  it('go to the grid leader where it is on nobody’s desk', async () => {
    filed(met({ state: 'submitted', agencyId: null, agencyName: null }))
    await run(noon + 12 * hour)
    expect(said()).toEqual(['demo-grid-leader request.due half'])
  })

  it('go to the grid leader where nobody handles for the agency any more', async () => {
    cloud.database.modify('memberships', { person: keys.person(handlerMember) }, { $set: { state: 'revoked' } })
    filed(met())
    await run(noon + 12 * hour)
    expect(said()).toEqual(['demo-grid-leader request.due half'])
  })

  it('are told once in three runs at the same time, and three more after', async () => {
    filed(...Array.from({ length: 30 }, (_, at) => met({ _id: `many-${at}` })))
    const now = noon + 24 * hour
    await Promise.all([run(now), run(now), run(now)])
    for (let again = 0; again < 3; again++) await run(now)
    expect(said()).toEqual([
      ...Array.from({ length: 30 }, () => 'demo-grid-leader request.due overdue'),
      ...Array.from({ length: 30 }, () => 'demo-handler request.due overdue'),
    ])
  })

  it('that an hour late run finds together are said as the last of them, to everybody whom one concerns, once', async () => {
    filed(aRequest(noon, { class: 'emergency' }))
    // Response: ten minutes, so all four marks of it; resolution: two hours, so half of it.
    await run(noon + hour + minute)
    await run(noon + hour + minute)
    expect(said()).toEqual([
      'demo-grid-leader request.due twice',
      'demo-handler request.due half',
      'demo-handler request.due twice',
      'demo-secretary request.due twice',
    ])
  })

  it('go on with the next mark at its own time', async () => {
    filed(met())
    await run(noon + 12 * hour)
    const { _id } = cloud.database.find('requests')[0] as { _id: string }
    expect(kept(_id).nextAt).toBe(noon + 0.8 * 24 * hour)
  })
})

describe('what happens by itself', () => {
  it('a pause ends when it was promised to, and both sides hear it', async () => {
    const resolution = pauseClock(met().resolution, noon)
    filed(met({ state: 'on-hold', back: 'in-progress', holdUntil: noon + day, resolution, _id: 'held' }))
    await run(noon + day)
    expect(kept('held')).toMatchObject({ state: 'in-progress', holdUntil: null })
    expect(said()).toEqual(['demo-handler request.todo resume', 'demo-person-a request.progress resume'])
  })

  it('who said nothing is asked twice, and then it ends by silence, marked as such', async () => {
    filed(met({ state: 'awaiting-confirmation', proposedAt: noon, _id: 'silent' }))
    for (const after of [...askedAgainAfter, silenceAfter]) await run(noon + after)
    const { state, endedBy, events } = kept('silent')
    expect({ state, endedBy, last: events.at(-1)?.verb }).toEqual({
      ...{ state: 'resolved', endedBy: 'silence', last: 'resolve-by-silence' },
    })
    expect(said()).toEqual([
      'demo-person-a request.ask propose-resolution',
      'demo-person-a request.ask propose-resolution',
      'demo-person-a request.progress resolve-by-silence',
    ])
  })

  it('a question that nobody answers is asked again, and the grid leader is told to ask', async () => {
    const question = anEvent({ id: '1', at: noon, verb: 'request-info', to: 'info-requested' })
    const resolution = pauseClock(met().resolution, noon)
    filed(met({ state: 'info-requested', back: 'in-progress', events: [question], resolution, _id: 'asked' }))
    for (const after of askedAgainAfter) await run(noon + after)
    expect(said()).toEqual([
      'demo-grid-leader request.todo request-info',
      'demo-grid-leader request.todo request-info',
      'demo-person-a request.ask request-info',
      'demo-person-a request.ask request-info',
    ])
  })

  it('silence does not end what somebody has to call about', async () => {
    filed(met({ state: 'awaiting-confirmation', proposedAt: noon, mustCallBack: true, person: null, _id: 'called' }))
    await run(noon + silenceAfter)
    expect(kept('called').state).toBe('awaiting-confirmation')
    expect(said()).toEqual(['demo-grid-leader request.todo propose-resolution'])
  })

  it('what is over goes into the archive without whom to call and where, and nobody hears of it', async () => {
    const behalf = { kind: 'family', name: 'sealed', phone: 'sealed' } as const
    filed(met({ state: 'resolved', endedAt: noon, endedBy: 'owner', room: 'x', phone: 'x', behalf, _id: 'over' }))
    await run(noon + archiveAfter)
    expect(kept('over')).toMatchObject({
      ...{ state: 'archived', endedAt: noon, open: false, room: null, phone: null },
      behalf: { kind: 'family', name: null, phone: null },
    })
    expect(said()).toEqual([])
  })

  it('days that hang on a year without a table are reckoned anew each day', async () => {
    const later = Date.parse('2027-03-01T10:00:00+08:00')
    filed({ ...aRequest(later, { filedAt: later, _id: 'far' }), dueAt: 1, nextAt: later })
    await run(later)
    expect(kept('far').dueAt).toBeGreaterThan(later)
    expect(kept('far')).toMatchObject({ provisional: true })
    expect(kept('far').nextAt).toBeLessThanOrEqual(later + day)
  })
})

describe('a request that was filed just now', () => {
  const fresh = (over: Partial<RequestDocument> = {}) =>
    aRequest(noon, { _id: 'fresh', told: 0, marks: [], nextAt: noon, ...over })

  it('is told to the handler, and not to whoever filed it', async () => {
    filed(fresh())
    await run(noon)
    expect(said()).toEqual(['demo-handler request.todo assign'])
    expect(kept('fresh')).toMatchObject({ told: 2, toldTo: 0, marks: [admittedMark] })
  })

  it('that nobody is known for is told to the grid leader', async () => {
    const events = [anEvent({ id: '1', at: noon, person: keys.person('demo-person-a') })]
    filed(fresh({ events, state: 'submitted', agencyId: null, agencyName: null }))
    await run(noon)
    expect(said()).toEqual(['demo-grid-leader request.todo submit'])
  })

  it('has its pictures linked and its words queued for the check, once, however many look', async () => {
    const picture = {
      ...{ _id: 'mine', person: keys.person('demo-person-a'), copyName: 'mine', uploadId: null, fileId: 'f' },
      ...{ type: 'jpeg', width: 1, height: 1, state: 'passed', traceId: null, tries: 0, nextAt: 0 },
      ...{ complaintId: null, used: false, addedAt: noon },
    }
    put(cloud.database, { pictures: [picture, { ...picture, _id: 'others', person: 'another' }] })
    filed(fresh({ pictures: ['mine', 'others', 'none'], judged: 'review', wordsState: 'waiting' }))
    await Promise.all([run(noon), run(noon), run(noon)])
    expect(kept('fresh').pictures).toEqual(['mine'])
    expect(cloud.database.get('pictures', 'mine')).toMatchObject({ used: true, requestId: 'fresh' })
    expect(cloud.database.get('pictures', 'others')).toMatchObject({ used: false })
    expect(cloud.database.find('checks', { kind: 'request' })).toHaveLength(1)
    expect(said()).toEqual(['demo-handler request.todo assign'])
  })
})

/** A request that was just said to be done, with more neighbours than one commit holds. */
const crowd = (neighbours: number) =>
  met({
    ...{ _id: 'crowd', state: 'awaiting-confirmation', proposedAt: noon, told: 0, nextAt: noon },
    neighbours: Array.from({ length: neighbours }, (_, at) => ({ person: `neighbour-${at}`, at: noon })),
    events: [anEvent({ id: '1', at: noon, verb: 'propose-resolution', actor: 'handler', to: 'awaiting-confirmation' })],
  })
const asked = () =>
  (cloud.database.find('messages', { kind: 'request.ask' }) as unknown as MessageFields[]).map(({ person }) => person)
const look = (over: Partial<Looking> = {}, commits = 40) =>
  lookAt({ store: cloud.store, now: noon, hasTime: () => true, ...over }, 'crowd', commits)

describe('news for more people than one commit holds', () => {
  it('reach each of them once', async () => {
    filed(crowd(70))
    await run(noon)
    expect(new Set(asked()).size).toBe(71)
    expect(asked()).toHaveLength(71)
    expect(kept('crowd')).toMatchObject({ told: 1, toldTo: 0 })
  })

  it('forget nobody and reach nobody twice where somebody leaves between two commits', async () => {
    filed(crowd(45))
    await look({}, 1)
    const first = asked()
    expect(first.length).toBeLessThan(20)
    const gone = first.find((person) => person.startsWith('neighbour'))
    const { neighbours, people } = kept('crowd')
    const $set = {
      neighbours: neighbours.filter(({ person }) => person !== gone),
      people: people.filter((person) => person !== gone),
    }
    cloud.database.modify('requests', { _id: 'crowd' }, { $set, $inc: { version: 1 } })
    await look()
    expect([new Set(asked()).size, asked().length]).toEqual([46, 46])
  })

  it.each([
    ['before', false],
    ['after', true],
  ])('are ended by the next run where a run is killed %s any one of its steps', async (_, isLate) => {
    let steps = 0
    for (let isKilled = true; isKilled; steps += 3) {
      begin()
      filed(crowd(25))
      const broken = breaking(cloud.store, platform, steps, isLate)
      await look({ store: broken.store }).catch(() => undefined)
      isKilled = broken.taken() > steps
      await run(noon)
      await run(noon)
      expect([new Set(asked()).size, asked().length, kept('crowd').told]).toEqual([26, 26, 1])
    }
    expect(steps).toBeGreaterThan(6)
  })

  it('are not said twice by two who look at once', async () => {
    filed(crowd(70))
    await Promise.all([look(), look(), look()])
    await run(noon)
    expect([new Set(asked()).size, asked().length]).toEqual([71, 71])
  })
})

describe('after an outage', () => {
  it('the most pressing come first, and the next runs do the rest', async () => {
    const late = [...requestClasses].reverse().flatMap((kind, rank) =>
      Array.from({ length: 20 }, (_, at) =>
        aRequest(noon, {
          ...{ class: kind, _id: `${kind}-${at}`, told: 0, marks: [] },
          nextAt: noon + rank * 100 + at,
        }),
      ),
    )
    filed(...late)
    const untold = () =>
      (cloud.database.find('requests', { told: 0 }) as unknown as RequestDocument[]).map(({ class: kind }) => kind)
    const after = noon + hour
    // As long as half of them are not told.
    await run(after, { hasTime: () => untold().length > 40 })
    const left = untold()
    expect(left.length).toBeGreaterThan(30)
    expect([left.includes('emergency'), left.filter((kind) => kind === 'complex').length]).toEqual([false, 20])
    await run(after)
    expect(untold()).toEqual([])
  })

  it('one that cannot be done holds up none of the others', async () => {
    filed(
      aRequest(noon, { _id: 'broken', told: 0, nextAt: noon }),
      aRequest(noon, { _id: 'fine', told: 0, nextAt: noon }),
    )
    // The state of a release to come.
    cloud.database.modify('requests', { _id: 'broken' }, { $set: { events: [{ verb: 'unheard-of' }] } })
    expect(await run(noon + 1)).toMatchObject({ looked: 1, failed: 1 })
    expect(kept('fine').told).toBe(2)
  })
})
