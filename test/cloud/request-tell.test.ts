import { tellSoon } from '../../src/cloud/request/tell'
import { definitions, type RequestFields } from '../../src/cloud/store/documents'
import type { RequestEvent } from '../../src/domain/request/request'
import { requestEvents } from '../../src/domain/request/verbs'
import { demoRows } from '../../src/local/demo-rows'
import { connect, type Connected } from './support/cloud'
import { noon, surroundings } from './support/entry'
import { gridLeader, handlerMember, keys, secretary } from './support/people'
import { aRequest, anEvent } from './support/request-row'
import { put } from './support/somebody'

let cloud: Connected
beforeAll(async () => void (cloud = await connect()))
afterAll(() => cloud.close())
beforeEach(() => {
  for (const { name } of Object.values(definitions)) cloud.database.remove(name, {}, { multi: true })
  for (const { collection, documents } of demoRows()) cloud.database.insert(collection, documents)
})

const names: Readonly<Record<string, string>> = {
  [keys.person(gridLeader)]: 'leader',
  [keys.person(handlerMember)]: 'handler',
  [keys.person(secretary)]: 'secretary',
  [keys.person('demo-person-a')]: 'owner',
  [keys.person('demo-person-b')]: 'neighbour',
}

type Step = Partial<RequestEvent> & Pick<RequestEvent, 'verb'>
/** A request with a neighbour and one event that nobody was told of; who hears what of it. */
async function heardOf(step: Step, over: Partial<RequestFields> = {}): Promise<string[]> {
  const events = [anEvent({ id: '1', at: noon, to: 'assigned', from: 'assigned', ...step })]
  const neighbours = [{ person: keys.person('demo-person-b'), at: noon }]
  put(cloud.database, { requests: [aRequest(noon, { _id: 'told', neighbours, events, told: 0, ...over })] })
  await tellSoon(surroundings(cloud.store), 'told')
  return messages().map(({ person, kind }) => `${names[String(person)] ?? 'somebody'}: ${String(kind).slice(8)}`)
}
const messages = () =>
  cloud.database.find('messages').sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1)) as readonly Record<
    string,
    unknown
  >[]
const nameOf = ({ person }: Record<string, unknown>) => names[String(person)] ?? ''

const byHandler = { actor: 'handler', role: 'handler', person: keys.person(handlerMember) } as const
const byLeader = { actor: 'grid-leader', role: 'grid-leader', person: keys.person(gridLeader) } as const
const bySecretary = { actor: 'secretary', role: 'secretary', person: keys.person(secretary) } as const
const byOwner = { actor: 'owner', person: keys.person('demo-person-a') } as const
const byNeighbour = { actor: 'neighbour', person: keys.person('demo-person-b') } as const
const bySystem = { actor: 'system' } as const
const both = ['neighbour: progress', 'owner: progress'] as const
const toReopened = { from: 'awaiting-confirmation', to: 'reopened' } as const

const still = { from: 'awaiting-confirmation', to: 'awaiting-confirmation' } as const

const steps: readonly (readonly [string, Step, readonly string[]])[] = [
  ['accepted', { verb: 'accept', ...byLeader }, both],
  [
    'given to an agency',
    { verb: 'assign', ...byLeader, data: { agencyId: 'west-property' } },
    ['handler: todo', ...both],
  ],
  ['routed', { verb: 'assign', ...bySystem, data: { agencyId: 'west-property' } }, ['handler: todo']],
  ['begun', { verb: 'start', ...byHandler }, both],
  ['spoken with', { verb: 'contact', ...byHandler }, []],
  ['asked', { verb: 'request-info', ...byHandler }, ['owner: ask']],
  ['answered', { verb: 'supply-info', ...byOwner }, ['handler: todo']],
  ['referred', { verb: 'refer', ...byLeader }, both],
  ['given back', { verb: 'return', ...byHandler }, ['leader: todo', ...both]],
  ['paused', { verb: 'hold', ...byHandler }, both],
  ['resumed by itself', { verb: 'resume', ...bySystem }, ['handler: todo', ...both]],
  ['extended', { verb: 'extend', ...byLeader }, both],
  ['said to be done', { verb: 'propose-resolution', ...byHandler }, ['neighbour: ask', 'owner: ask']],
  ['confirmed by its owner', { verb: 'confirm', ...byOwner, to: 'resolved' }, ['neighbour: progress']],
  ['confirmed by a neighbour', { verb: 'confirm', ...byNeighbour }, []],
  [
    'contested',
    { verb: 'contest', ...byNeighbour, ...toReopened },
    ['handler: todo', 'leader: todo', 'owner: progress'],
  ],
  ['taken up again', { verb: 'reopen', ...byLeader, ...toReopened }, ['handler: todo', ...both]],
  ['ended by silence', { verb: 'resolve-by-silence', ...bySystem, to: 'resolved' }, both],
  ['declined', { verb: 'decline', ...byLeader }, both],
  ['merged', { verb: 'merge', ...byLeader, to: 'merged' }, both],
  ['taking in another', { verb: 'merge', ...byLeader }, []],
  ['taken back', { verb: 'withdraw', ...byOwner }, ['handler: todo', 'neighbour: progress']],
  [
    'taken back while its owner was asked something, and goes on',
    { verb: 'withdraw', ...byNeighbour, from: 'info-requested', to: 'info-requested', data: { handedOver: true } },
    ['handler: todo', 'owner: ask'],
  ],
  ['heard of a neighbour who came late', { verb: 'contest', ...byNeighbour, ...still }, []],
  ['supervised', { verb: 'supervise', ...bySecretary }, ['handler: todo', 'leader: todo', ...both]],
  ['reminded of', { verb: 'remind', ...byOwner }, ['handler: todo']],
  ['called back about, unsolved', { verb: 'call-back', ...byLeader, ...toReopened }, ['handler: todo', ...both]],
  ['called back about, solved', { verb: 'call-back', ...byLeader, to: 'resolved' }, both],
  ['called back about, no answer', { verb: 'call-back', ...byLeader }, []],
  ['rated', { verb: 'rate', ...byOwner }, []],
  ['left', { verb: 'leave', ...byNeighbour }, []],
  ['noted', { verb: 'note', ...byHandler }, []],
  ['joined', { verb: 'join', ...byNeighbour }, []],
  ['archived', { verb: 'archive', ...bySystem }, []],
  ['parted', { verb: 'split', ...byLeader, data: { agencyIds: 'west-property' } }, ['handler: todo', ...both]],
  ['done in all parts', { verb: 'task-done', ...byHandler }, ['leader: todo']],
  [
    'called to the spot',
    { verb: 'whistle', ...bySecretary, data: { agencyIds: 'west-property' } },
    ['handler: todo', 'leader: todo', ...both],
  ],
  ['met on the spot', { verb: 'whistle-note', ...byLeader }, both],
  ['taken to the table', { verb: 'meet', ...byLeader }, both],
  ['agreed at the table', { verb: 'meet-note', ...byLeader }, both],
  ['filed', { verb: 'submit', ...byOwner }, ['leader: todo', 'neighbour: progress']],
  ['given back in part', { verb: 'task-return', ...byHandler, data: { agencyId: null } }, ['leader: todo']],
]

describe('of a step of a request', () => {
  it.each(steps)('that was %s hears whoever it concerns, and not who did it', async (_, step, heard) => {
    expect(await heardOf(step)).toEqual(heard)
  })

  it('names every kind of event there is in the table above', () => {
    expect(new Set(steps.map(([, { verb }]) => verb))).toEqual(new Set(requestEvents))
  })

  it('reminded of when it is over its time, the grid leader hears, too', async () => {
    const marks = ['admitted', '1.resolution.overdue']
    expect(await heardOf({ verb: 'remind', ...byOwner }, { marks })).toEqual(['handler: todo', 'leader: todo'])
  })

  it('of somebody without a phone, the grid leader is asked in their place', async () => {
    const over = { person: null, filedBy: null, neighbours: [], mustCallBack: true }
    expect(await heardOf({ verb: 'propose-resolution', ...byHandler }, over)).toEqual(['leader: todo'])
  })

  it('family who wrote it is asked as its owner is', async () => {
    const over = {
      ...{ person: null, filedBy: keys.person('demo-person-a'), neighbours: [] },
      behalf: { kind: 'family', name: null, phone: null } as const,
    }
    expect(await heardOf({ verb: 'request-info', ...byLeader }, over)).toEqual(['owner: ask'])
  })

  it('that the grid leader only joined, the leader hears of as one who works on it', async () => {
    const neighbours = [{ person: keys.person(gridLeader), at: noon }]
    const heard = await heardOf({ verb: 'return', ...byHandler }, { neighbours })
    expect(heard).toEqual(['leader: todo', 'owner: progress'])
  })

  it('that is the grid leader’s own, the secretary hears what the leader would', async () => {
    const own = keys.person(gridLeader)
    const heard = await heardOf({ verb: 'return', ...byHandler }, { person: own, neighbours: [] })
    expect(heard).toEqual(['leader: progress', 'secretary: todo'])
  })
})

describe('the news', () => {
  it('lead residents to the request, and the office to its desk', async () => {
    await heardOf({ verb: 'return', ...byHandler })
    expect(messages().map(({ path }) => path)).toEqual([
      '/pages/desk/request/index?id=told',
      ...['/pages/request/view/index?id=told', '/pages/request/view/index?id=told'],
    ])
  })

  it('hold the number, the step and until when, and nothing of anybody', async () => {
    await heardOf({ verb: 'start', ...byHandler, words: '下午来修' }, { serial: 7, day: '2026-11-18' })
    const [, owner] = messages()
    const { due, ...params } = owner?.['params'] as Record<string, string>
    expect(params).toEqual({ number: '20261118-007', agency: '和苑物业', step: 'start', to: 'assigned', whose: 'own' })
    expect(Number(due)).toBeGreaterThan(noon)
  })

  it('are all there after two who tell at the same moment, each once', async () => {
    const events = [anEvent({ id: '1', at: noon, verb: 'start', ...byHandler })]
    put(cloud.database, { requests: [aRequest(noon, { _id: 'told', events, told: 0 })] })
    const soon = () => tellSoon(surroundings(cloud.store), 'told')
    await Promise.all([soon(), soon(), soon()])
    expect(cloud.database.find('messages')).toHaveLength(1)
    expect(cloud.database.get('requests', 'told')).toMatchObject({ told: 1 })
  })

  it('never make the step fail that they tell of', async () => {
    const noted: string[] = []
    const requests = { find: () => Promise.reject(new Error('the database is away')) }
    const store = { ...cloud.store, requests } as unknown as typeof cloud.store
    await tellSoon(surroundings(store, { note: (event) => void noted.push(event) }), 'told')
    expect(noted).toEqual(['request.untold'])
  })
})
