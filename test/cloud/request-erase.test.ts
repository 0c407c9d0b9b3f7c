import { erasePerson } from '../../src/cloud/people/erasing'
import { definitions } from '../../src/cloud/store/documents'
import { demoRows } from '../../src/local/demo-rows'
import { minute } from '../../src/domain/time/clock'
import { connect, type Connected } from './support/cloud'
import { noon, surroundings } from './support/entry'
import { handlerMember, keys } from './support/people'
import { aRequest, anEvent, type RequestDocument } from './support/request-row'
import { put } from './support/somebody'

let cloud: Connected
beforeAll(async () => void (cloud = await connect()))
afterAll(() => cloud.close())
beforeEach(() => {
  for (const { name } of Object.values(definitions)) cloud.database.remove(name, {}, { multi: true })
  for (const { collection, documents } of demoRows()) cloud.database.insert(collection, documents)
})

const resident = keys.person('demo-person-a')
const neighbour = keys.person('demo-person-b')
const erased = (person: string) =>
  erasePerson({ ...surroundings(cloud.store, { now: noon + minute }), hasTime: () => true }, person)
const filed = (over: Partial<RequestDocument> = {}) =>
  put(cloud.database, { requests: [aRequest(noon, { _id: 'one', ...over })] })
const kept = () => cloud.database.get('requests', 'one') as unknown as RequestDocument

const secret = {
  ...{ words: '我妈摔倒了', spot: '我家门口', room: 'sealed', phone: 'sealed', pictures: ['p'] },
  behalf: { kind: 'family', name: 'sealed', phone: 'sealed' },
  answers: [{ questionId: 'q', optionId: 'o' }],
  called: [{ name: '物业', outcome: 'no-answer' }],
} satisfies Partial<RequestDocument>
const nothing = {
  ...{ words: '', spot: null, room: null, phone: null, pictures: [], behalf: null, answers: [], called: [] },
  isPublic: false,
}

describe('a request whose owner erases everything', () => {
  it('is taken back where it is open, and says neither what nor whose it was', async () => {
    filed(secret)
    await erased(resident)
    expect(kept()).toMatchObject({ ...nothing, state: 'withdrawn', open: false, person: null, filer: null })
    expect(kept()).toMatchObject({ matterId: 'drain-blocked', buildingId: 'heyuan-1', turn: 'one', input: '' })
    expect(JSON.stringify(kept())).not.toContain(resident)
  })

  it('goes on for the neighbour who joined first, who hears of it, as the office does', async () => {
    filed({ ...secret, neighbours: [{ person: neighbour, at: noon }] })
    await erased(resident)
    expect(kept()).toMatchObject({ ...nothing, state: 'assigned', open: true, person: neighbour, people: [neighbour] })
    expect(kept().events.at(-1)).toMatchObject({ verb: 'withdraw', person: null })
    expect(kept().nextAt).toBeLessThanOrEqual(noon + minute)
    expect(kept().told).toBeLessThan(kept().events.length)
  })

  it('keeps nothing of whoever left it to a neighbour, when that one erases everything later', async () => {
    const left = anEvent({ id: '1', at: noon, verb: 'withdraw', person: resident, data: { handedOver: true } })
    filed({ ...secret, person: neighbour, filer: resident, behalf: null, room: null, phone: null, events: [left] })
    await erased(resident)
    const { isPublic: _, ...written } = nothing
    expect(kept()).toMatchObject({ ...written, wordsState: 'refused', person: neighbour, open: true, filer: null })
    expect(JSON.stringify(kept())).not.toContain(resident)
  })

  it('stays as it ended, where it is over', async () => {
    filed({ ...secret, state: 'resolved', endedAt: noon, endedBy: 'owner' })
    await erased(resident)
    expect(kept()).toMatchObject({ ...nothing, state: 'resolved', endedBy: 'owner', endedAt: noon })
  })

  it('that family wrote for somebody who is not with us is theirs as well', async () => {
    filed({ ...secret, person: null, filedBy: resident, filer: resident })
    await erased(resident)
    expect(kept()).toMatchObject({ ...nothing, state: 'withdrawn', filedBy: null })
  })
})

describe('a request that belongs to somebody else', () => {
  it('loses the neighbour who erases everything, and what they said, and nothing more', async () => {
    const events = [
      anEvent({ id: '1', at: noon, person: resident }),
      anEvent({ id: '2', at: noon, verb: 'join', actor: 'neighbour', person: neighbour }),
      anEvent({ id: '3', at: noon, verb: 'remind', actor: 'neighbour', person: neighbour, words: '快来' }),
    ]
    const voice = { actor: 'neighbour', at: noon, solved: true, satisfied: null, wordsState: 'shown' } as const
    const voices = [{ ...voice, person: neighbour, words: '很好' }]
    filed({ ...secret, neighbours: [{ person: neighbour, at: noon }], events, voices })
    await erased(neighbour)
    expect(kept()).toMatchObject({ ...secret, person: resident, neighbours: [], people: [resident], state: 'assigned' })
    expect(kept().events).toMatchObject([{ person: resident }, { person: null }, { person: null, words: '' }])
    expect(kept().voices).toMatchObject([{ person: null, words: '', solved: true }])
    expect(JSON.stringify(kept())).not.toContain(neighbour)
  })

  it('keeps what the office said in it, without who of them said it, and without their pictures', async () => {
    const handler = keys.person(handlerMember)
    const step = {
      verb: 'propose-resolution',
      actor: 'handler',
      role: 'handler',
      words: '修好了',
      note: '换了管',
    } as const
    const events = [
      anEvent({ id: '1', at: noon, person: resident }),
      anEvent({ id: '2', at: noon, ...step, person: handler, pictures: ['after'] }),
    ]
    filed({ events })
    await erased(handler)
    expect(kept().events[1]).toMatchObject({
      words: '修好了',
      note: '换了管',
      wordsState: 'shown',
      person: null,
      pictures: [],
    })
    expect(kept().actors).toEqual([resident])
  })

  it('stays with whom it was written for, where the office wrote it', async () => {
    const handler = keys.person(handlerMember)
    filed({ ...secret, filer: handler, filedBy: handler, filedAs: 'duty' })
    await erased(handler)
    expect(kept()).toMatchObject({
      ...secret,
      person: resident,
      filer: null,
      filedBy: null,
      filedAs: 'duty',
      turn: 'one',
    })
  })
})

describe('what waits for a check', () => {
  const check = (kind: string, part: string | null, author: string) => ({
    ...{ _id: `check-${kind}`, kind, about: { collection: 'requests', id: 'one', part }, author },
    ...{ communityId: 'west-street', gridId: 'west-1', state: 'review', open: true, tries: 0, nextAt: noon },
    ...{ at: noon, dueAt: noon, decidedAt: null },
  })
  const events = [
    anEvent({ id: '1', at: noon, person: resident }),
    anEvent({ id: '2', at: noon, verb: 'hold', actor: 'handler', role: 'handler', person: keys.person(handlerMember) }),
    anEvent({ id: '3', at: noon, verb: 'contest', actor: 'owner', person: resident }),
  ]

  it('of the office is judged all the same, and of the resident is closed', async () => {
    filed({ events })
    put(cloud.database, { checks: [check('step', '2', keys.person(handlerMember)), check('voice', '0', resident)] })
    await erased(resident)
    await erased(keys.person(handlerMember))
    expect(cloud.database.get('checks', 'check-step')).toMatchObject({ author: null, open: true, state: 'review' })
    expect(cloud.database.get('checks', 'check-voice')).toMatchObject({ author: null, open: false, state: 'refused' })
  })

  it('of a step that a resident did is closed', async () => {
    filed({ events })
    put(cloud.database, { checks: [check('step', '3', resident)] })
    await erased(resident)
    expect(cloud.database.get('checks', 'check-step')).toMatchObject({ open: false, state: 'refused' })
  })
})
