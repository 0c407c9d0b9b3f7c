import type { RequestEvent } from '../../src/domain/request/request'
import { day, hour } from '../../src/domain/time/clock'
import type { InputOf, listRequests } from '../../src/contract'
import type { LocalCloud } from '../../src/local/start'
import { lastCall, startProduct } from './support/cloud'
import { addAs } from './support/content'
import {
  callAs,
  consent,
  dataAs,
  dutyMember,
  gridLeader,
  handlerMember,
  keys,
  otherGridLeader,
  otherSecretary,
  secretary,
  street,
} from './support/people'
import {
  acted,
  alterRequest,
  deskOf,
  elsewhere,
  filed,
  filer,
  joiner,
  property,
  requestOf,
  shownTo,
  type Filing,
  type Listed,
} from './support/requests'

jest.setTimeout(60_000)

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startProduct()
  for (const openid of [filer, joiner]) await consent(cloud, openid)
})
afterAll(() => cloud.close())
beforeEach(() => void cloud.database.remove('requests', {}, { multi: true }))

const office = [handlerMember, dutyMember, gridLeader, secretary, street]
const strangers = [joiner, otherGridLeader, otherSecretary]

/** Adds a step to a request, as somebody. */
function stepped(requestId: string, over: Partial<RequestEvent>, openid: string | null = handlerMember): void {
  const { events } = requestOf(cloud, requestId)
  const step: RequestEvent = {
    ...{ id: String(events.length + 1), at: Date.now(), verb: 'start', actor: 'handler', role: 'handler' },
    ...{ person: openid === null ? null : keys.person(openid), from: 'assigned', to: 'in-progress' },
    ...{ words: '', wordsState: 'shown', note: '', pictures: [], data: {} },
    ...over,
  }
  alterRequest(cloud, requestId, { events: [...events, step] })
}

async function joined(over: Partial<Filing> = {}): Promise<string> {
  const { requestId } = await filed(cloud, over)
  await dataAs(cloud, joiner, 'request.join', { requestId })
  return requestId
}

describe('a request is seen', () => {
  it('by whose it is, as theirs', async () => {
    const { requestId } = await filed(cloud, { isPublic: false, called: [{ name: '物业', outcome: 'no-answer' }] })
    expect(await shownTo(cloud, filer, requestId)).toMatchObject({
      ...{ viewer: 'owner', words: '楼道灯一直不亮', seen: 2, rated: false, remindedToday: false, silenceAt: null },
      ...{ called: [{ name: '物业', outcome: 'no-answer' }], place: { spot: '楼梯口' } },
      response: { paused: false, metAt: null },
    })
  })

  it('by family who wrote it, as theirs', async () => {
    const { requestId } = await filed(cloud, { behalf: { kind: 'family', name: '妈妈', phone: null } })
    expect(await shownTo(cloud, filer, requestId)).toMatchObject({ viewer: 'owner', filedFor: 'family' })
  })

  it.each([
    ['the handler of its agency', handlerMember, 'handler'],
    ['a duty member', dutyMember, 'duty'],
    ['the leader of its grid', gridLeader, 'grid-leader'],
    ['the secretary', secretary, 'secretary'],
    ['the street', street, 'street'],
  ])('by %s, with words that still wait for a look', async (_, openid, viewer) => {
    const { requestId } = await filed(cloud, { words: '请看【待审】', isPublic: false })
    expect(await shownTo(cloud, openid, requestId)).toMatchObject({
      ...{ viewer, words: '请看【待审】', wordsState: 'waiting', place: { spot: '楼梯口' } },
    })
    alterRequest(cloud, requestId, { wordsState: 'refused' })
    expect(await shownTo(cloud, openid, requestId)).toMatchObject({ words: null, place: { spot: null } })
    expect(await shownTo(cloud, filer, requestId)).toMatchObject({ words: '请看【待审】', wordsState: 'refused' })
  })

  it('by nobody else', async () => {
    const { requestId } = await filed(cloud)
    for (const openid of strangers) {
      expect(await callAs(cloud, openid, 'request.show', { requestId })).toMatchObject({ refused: 'role.forbidden' })
    }
    expect(await callAs(cloud, undefined, 'request.show', { requestId })).toMatchObject({ refused: 'caller.unknown' })
    expect(await callAs(cloud, filer, 'request.show', { requestId: 'gone' })).toMatchObject({
      refused: 'request.missing',
    })
  })

  it('by a handler only while it lies with their agency, or a task of it does', async () => {
    const { requestId } = await filed(cloud)
    alterRequest(cloud, requestId, { agencyId: 'west-water', agencies: ['west-water', property] })
    expect(await shownTo(cloud, handlerMember, requestId)).toMatchObject({ viewer: 'handler' })
    alterRequest(cloud, requestId, { agencies: ['west-water'] })
    expect(await callAs(cloud, handlerMember, 'request.show', { requestId })).toMatchObject({
      refused: 'role.forbidden',
    })
  })

  it('by a member whose role was taken away no more', async () => {
    const { requestId } = await filed(cloud)
    const held = { person: keys.person(gridLeader) }
    cloud.database.modify('memberships', held, { $set: { state: 'revoked' } })
    expect(await callAs(cloud, gridLeader, 'request.show', { requestId })).toMatchObject({ refused: 'role.forbidden' })
    cloud.database.modify('memberships', held, { $set: { state: 'active' } })
  })

  it('as their own by a keeper whose own it is', async () => {
    const { requestId } = await filed(cloud, {}, gridLeader)
    expect(await shownTo(cloud, gridLeader, requestId)).toMatchObject({ viewer: 'owner' })
  })

  it('by three reads at most', async () => {
    const picture = await addAs(cloud, filer)
    const { requestId } = await filed(cloud, { pictures: [picture] })
    for (const openid of [filer, ...office]) {
      await shownTo(cloud, openid, requestId)
      expect(lastCall(cloud).databaseTrips).toBe(openid === filer ? 2 : 3)
    }
  })
})

describe('a neighbour who joined', () => {
  it('sees what anybody may read, and that they joined', async () => {
    const requestId = await joined({ called: [{ name: '物业', outcome: 'no-help' }], reach: 'visit' })
    expect(await shownTo(cloud, joiner, requestId)).toMatchObject({
      ...{ viewer: 'neighbour', words: '楼道灯一直不亮', joined: 1, called: [], answers: [], reach: 'message' },
      ...{ hasPhone: false, filedFor: null },
    })
    alterRequest(cloud, requestId, { isPublic: false })
    expect(await shownTo(cloud, joiner, requestId)).toMatchObject({ words: null, place: { spot: null } })
  })

  it('reads what the office said to all, and nothing that names somebody, is inside, or is a resident’s own', async () => {
    const requestId = await joined({ isPublic: false })
    stepped(requestId, { words: '明天上午换灯', note: '要带梯子' })
    stepped(requestId, { verb: 'hold', words: '等张主任回来', data: { until: 5 } })
    stepped(requestId, { verb: 'resume', words: '【待审】', wordsState: 'waiting' })
    stepped(requestId, { verb: 'contact', words: '打过电话', data: { reached: true } })
    stepped(requestId, { verb: 'note', note: '内部的话' })
    stepped(requestId, { verb: 'meet', words: '来议一议', data: { who: '楼上一家' } })
    stepped(requestId, { verb: 'whistle-note', words: '都来了', data: { came: 'west-water' } })
    stepped(requestId, { verb: 'supply-info', words: '灯在三楼', actor: 'owner', role: null }, filer)
    const { events } = await shownTo(cloud, joiner, requestId)
    expect(events.slice(3).map(({ verb, words, data }) => [verb, words, data])).toEqual([
      ['start', '明天上午换灯', {}],
      ['hold', null, { until: 5 }],
      ['resume', null, {}],
      ['whistle-note', null, {}],
      ['supply-info', null, {}],
    ])
    expect(JSON.stringify(events)).not.toMatch(/梯子|内部|楼上|主任/)
  })
})

describe('a step', () => {
  it('is read by whose it is without what is inside, and by those who work on it with it', async () => {
    const { requestId } = await filed(cloud)
    stepped(requestId, { words: '等张主任回来', note: '要带梯子', data: { agencyName: '物业' } })
    stepped(requestId, { verb: 'note', note: '内部的话' })
    stepped(requestId, { verb: 'contact', data: { reached: true } })
    const own = (await shownTo(cloud, filer, requestId)).events.slice(2)
    expect(own).toMatchObject([{ verb: 'start', words: '等张主任回来', note: null }, { verb: 'contact' }])
    const theirs = (await shownTo(cloud, gridLeader, requestId)).events.slice(2)
    expect(theirs).toMatchObject([{ note: '要带梯子' }, { verb: 'note', note: '内部的话' }, { verb: 'contact' }])
  })

  it('whose words wait is read by its writer and those who work on it', async () => {
    const { requestId } = await filed(cloud)
    stepped(requestId, { words: '【待审】', wordsState: 'waiting' })
    const wordsTo = async (openid: string) => (await shownTo(cloud, openid, requestId)).events[2]
    expect(await wordsTo(filer)).toMatchObject({ words: null, wordsState: 'shown' })
    expect(await wordsTo(gridLeader)).toMatchObject({ words: '【待审】', wordsState: 'waiting' })
    const [, , step] = requestOf(cloud, requestId).events
    alterRequest(cloud, requestId, {
      events: [...requestOf(cloud, requestId).events.slice(0, 2), { ...step, wordsState: 'refused' } as RequestEvent],
    })
    expect(await wordsTo(gridLeader)).toMatchObject({ words: null, wordsState: 'refused' })
    expect(await wordsTo(handlerMember)).toMatchObject({ words: '【待审】', wordsState: 'refused' })
  })

  it('that rates has the words of the voice', async () => {
    const { requestId } = await filed(cloud)
    const person = keys.person(filer)
    const at = Date.now() + 1
    stepped(requestId, { verb: 'rate', at, actor: 'owner', role: null, data: { solved: true } }, filer)
    const voice = { person, actor: 'owner', at, solved: true, satisfied: null, words: '很快', wordsState: 'shown' }
    alterRequest(cloud, requestId, { voices: [voice as never] })
    expect(await shownTo(cloud, filer, requestId)).toMatchObject({ rated: true, solved: 1, unsolved: 0 })
    expect((await shownTo(cloud, secretary, requestId)).events.at(-1)).toMatchObject({ words: '很快' })
  })
})

describe('a picture', () => {
  const linked = (requestId: string, pictureId: string, state = 'passed') =>
    cloud.database.modify('pictures', { _id: pictureId }, { $set: { requestId, used: true, state } })
  const publicly = (requestId: string) =>
    dataAs<{ before: string[]; after: string[] }>(cloud, 'openid-of-anybody', 'request.public', { requestId })

  it('is seen by whoever took it at once, and by others once it is linked and passed', async () => {
    const picture = await addAs(cloud, filer)
    const { requestId } = await filed(cloud, { pictures: [picture] })
    const seenBy = async (openid: string) => (await shownTo(cloud, openid, requestId)).pictures
    expect(await seenBy(filer)).toMatchObject([{ state: 'waiting', url: expect.any(String) as unknown }])
    expect(await seenBy(gridLeader)).toEqual([])
    await dataAs(cloud, joiner, 'request.join', { requestId })
    linked(requestId, picture, 'review')
    expect(await seenBy(gridLeader)).toEqual([{ pictureId: picture, state: 'waiting', url: null }])
    expect(await seenBy(joiner)).toEqual([])
    linked(requestId, picture)
    for (const openid of [gridLeader, handlerMember, joiner, filer])
      expect(await seenBy(openid)).toMatchObject([{ state: 'shown', url: expect.any(String) as unknown }])
    expect((await publicly(requestId)).before).toHaveLength(1)
  })

  it('of somebody else that a phone named is nobody’s to see', async () => {
    const theirs = await addAs(cloud, joiner)
    linked('another-request', theirs)
    const { requestId } = await filed(cloud, { pictures: [theirs] })
    for (const openid of [filer, secretary]) expect((await shownTo(cloud, openid, requestId)).pictures).toEqual([])
    expect((await publicly(requestId)).before).toEqual([])
  })

  it.each<[string, Partial<Filing>]>([
    ['at home', { where: 'home', spot: null }],
    ['that neighbours may not see', { isPublic: false }],
    ['of a private matter', { matterId: 'low-income' }],
    ['of a dispute', { matterId: 'leak-from-upstairs' }],
  ])('%s is in no register, before or after', async (_, over) => {
    const [before, after] = [await addAs(cloud, filer), await addAs(cloud, handlerMember)]
    const { requestId } = await filed(cloud, { ...over, pictures: [before] })
    stepped(requestId, { verb: 'propose-resolution', pictures: [after] })
    for (const picture of [before, after]) linked(requestId, picture)
    expect(await publicly(requestId)).toMatchObject({ before: [], after: [] })
    expect(await shownTo(cloud, filer, requestId)).toMatchObject({ pictures: [{ state: 'shown' }] })
  })

  it('of the repair stands in the register beside the one before', async () => {
    const [before, after] = [await addAs(cloud, filer), await addAs(cloud, handlerMember)]
    const { requestId } = await filed(cloud, { pictures: [before] })
    stepped(requestId, { verb: 'propose-resolution', pictures: [after] })
    for (const picture of [before, after]) linked(requestId, picture)
    const shown = await publicly(requestId)
    expect([shown.before.length, shown.after.length]).toEqual([1, 1])
    expect(lastCall(cloud).databaseTrips).toBe(2)
  })
})

describe('a desk', () => {
  const numbers = ({ requests }: Listed) => requests.map(({ requestId }) => requestId)
  const inGrid = { gridId: 'west-1' }
  const ofAgency = { agencyId: property }
  /** Forty-four more like it, each due an hour later, and one of the other grid and agency among every four. */
  function fill(requestId: string): void {
    const one = requestOf(cloud, requestId)
    const many = Array.from({ length: 44 }, (_, at) => ({
      ...{
        ...one,
        _id: `filed-${at}`,
        serial: at + 2,
        turn: `turn-${at}`,
        dueAt: one.dueAt + Math.floor(at / 3) * hour,
      },
      ...(at % 4 === 0 ? { gridId: 'west-2', agencies: ['west-water', 'west-gas'] } : {}),
      ...(at % 4 === 1 ? { agencies: [property, 'west-gas'] } : {}),
    }))
    cloud.database.insert('requests', many)
  }

  it.each([
    ['the secretary, all of the community', secretary, {}, 45],
    ['the street, the same', street, {}, 45],
    ['a duty member, the same', dutyMember, {}, 45],
    ['the grid leader, the grid', gridLeader, inGrid, 34],
    ['the handler, the agency', handlerMember, ofAgency, 34],
  ] as const)('shows %s, by what is due first, in pages by three reads', async (_, openid, spot, count) => {
    const { requestId } = await filed(cloud)
    fill(requestId)
    for (const show of ['open', 'doing', 'closed'] as const) {
      if (show === 'closed')
        cloud.database.modify('requests', {}, { $set: { open: false, desk: 'closed' } }, { multi: true })
      const seen: Listed['requests'] = []
      let cursor: string | null = null
      do {
        const page: Listed = await deskOf(cloud, openid, { ...spot, show, cursor })
        expect(lastCall(cloud).databaseTrips).toBeLessThanOrEqual(3)
        expect(lastCall(cloud).plans.join()).toMatch(/requests: by_\w+\(.*, in order/)
        expect(lastCall(cloud).documentsRead).toBeLessThan(40)
        seen.push(...page.requests)
        cursor = page.cursor
      } while (cursor !== null)
      expect(new Set(seen.map((row) => row.requestId)).size).toBe(count)
      expect(seen).toHaveLength(count)
      const due = seen.map(({ dueAt }) => dueAt)
      expect(due).toEqual([...due].sort((one, other) => (show === 'closed' ? other - one : one - other)))
    }
  })

  it.each([
    ['a grid leader, the whole community', gridLeader, {}],
    ['a grid leader, another grid', gridLeader, { gridId: 'west-2' }],
    ['a handler, the whole community', handlerMember, {}],
    ['a handler, another agency', handlerMember, { agencyId: 'west-water' }],
    ['a resident', filer, {}],
    ['the secretary of another community', otherSecretary, {}],
  ])('is not shown to %s', async (_, openid, spot) => {
    const input = { communityId: 'west-street', gridId: null, agencyId: null, show: 'open', buildingId: null }
    expect(await callAs(cloud, openid, 'request.list', { ...input, ...spot, cursor: null })).toMatchObject({
      refused: 'role.forbidden',
    })
  })

  it('says of a building what lies there, inside of what one may see', async () => {
    const { requestId: here } = await filed(cloud)
    await filed(cloud, { buildingId: 'heyuan-2' })
    const { requestId: inOtherGrid } = await filed(cloud, { buildingId: 'heyuan-4' })
    const at = async (openid: string, buildingId: string, spot: Partial<InputOf<typeof listRequests>>) =>
      numbers(await deskOf(cloud, openid, { buildingId, ...spot }))
    expect(await at(secretary, 'heyuan-1', {})).toEqual([here])
    expect(await at(gridLeader, 'heyuan-1', inGrid)).toEqual([here])
    expect(await at(handlerMember, 'heyuan-4', ofAgency)).toEqual([inOtherGrid])
    expect(await at(gridLeader, 'heyuan-4', inGrid)).toEqual([])
    const buildingId = elsewhere(cloud)
    await filed(cloud, { buildingId, matterId: null })
    expect(await at(secretary, buildingId, {})).toEqual([])
    expect(lastCall(cloud).plans.join()).toMatch(/requests: by_building_due\(2\/4\), in order/)
  })

  it('calls overdue what somebody has to do and is past its time, in pages, none twice', async () => {
    const { requestId } = await filed(cloud)
    fill(requestId)
    const now = cloud.clock.now()
    const set = (where: object, fields: object) =>
      cloud.database.modify('requests', where, { $set: fields }, { multi: true })
    set({}, { dueAt: now - day })
    set({ _id: 'filed-1' }, { desk: 'paused' })
    set({ _id: 'filed-2' }, { desk: 'confirming' })
    set({ _id: 'filed-3' }, { dueAt: now + hour })
    for (const at of [4, 5, 6, 7]) set({ _id: `filed-${at}` }, { desk: 'todo', dueAt: now - at * hour })
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Listed = await deskOf(cloud, secretary, { show: 'overdue', cursor })
      expect(lastCall(cloud).databaseTrips).toBe(3)
      seen.push(...numbers(page))
      cursor = page.cursor
    } while (cursor !== null)
    expect(seen).toHaveLength(42)
    expect(new Set(seen).size).toBe(42)
    expect(seen.slice(-4)).toEqual(['filed-7', 'filed-6', 'filed-5', 'filed-4'])
  })

  it('has lines with place, due times and how many wait with it, and the beginning of the words', async () => {
    const requestId = await joined({ words: '灯'.repeat(80) })
    expect((await deskOf(cloud, secretary)).requests).toMatchObject([
      {
        ...{ requestId, words: `${'灯'.repeat(60)}…`, joined: 1, responded: false, tasks: 0, state: 'assigned' },
        place: { buildingName: '1号楼', spot: '楼梯口' },
      },
    ])
  })

  it('refuses a cursor that is none of ours', async () => {
    const input = { communityId: 'west-street', gridId: null, agencyId: null, show: 'open', buildingId: null }
    expect(await callAs(cloud, secretary, 'request.list', { ...input, cursor: 'bm9uZQ' })).toMatchObject({
      refused: 'place.bad-cursor',
    })
  })
})

describe('one’s own list', () => {
  it('has what is one’s own, what one wrote for family, and what one joined, newest first', async () => {
    const { requestId: own } = await filed(cloud, {}, joiner)
    const { requestId: family } = await filed(cloud, { behalf: { kind: 'family', name: '妈妈', phone: null } }, joiner)
    const neighbours = await joined()
    await filed(cloud)
    const { requests } = await dataAs<{ requests: { requestId: string; mine: boolean }[] }>(
      cloud,
      joiner,
      'request.mine',
      {
        cursor: null,
      },
    )
    expect(requests.map(({ requestId, mine }) => [requestId, mine])).toEqual([
      [neighbours, false],
      [family, true],
      [own, true],
    ])
    expect(lastCall(cloud)).toMatchObject({ databaseTrips: 1 })
    expect(lastCall(cloud).plans.join()).toMatch(/by_people\(1\/3\), in order/)
  })
})

describe('who said that it is done', () => {
  it('is told so, since somebody else asks the resident then', async () => {
    const { requestId } = await filed(cloud, { matterId: 'property-none' })
    await acted(cloud, gridLeader, requestId, { verb: 'accept', words: null })
    await acted(cloud, gridLeader, requestId, { verb: 'propose-resolution', words: '谈好了', pictures: [] })
    const shown = (openid: string) => dataAs<{ proposed: boolean }>(cloud, openid, 'request.show', { requestId })
    expect(await shown(gridLeader)).toMatchObject({ proposed: true })
    expect(await shown(secretary)).toMatchObject({ proposed: false })
  })
})

describe('whom a request can be given to', () => {
  const asked = (openid: string, over: object) =>
    callAs(cloud, openid, 'request.agencies', { communityId: 'west-street', gridId: null, agencyId: null, ...over })

  it('is every agency of the community, those with a handler first, by three reads', async () => {
    for (const [openid, spot] of [
      [secretary, {}],
      [gridLeader, { gridId: 'west-1' }],
      [handlerMember, { agencyId: property }],
    ] as const) {
      const reply = await asked(openid, spot)
      expect(lastCall(cloud).databaseTrips).toBe(3)
      const { agencies } = (reply.ok ? reply.data : {}) as { agencies: { agencyId: string; handled: boolean }[] }
      expect(agencies[0]).toEqual({ agencyId: property, name: '和苑物业服务中心', handled: true })
      expect(agencies.filter(({ handled }) => handled)).toHaveLength(1)
      expect(agencies.length).toBeGreaterThan(5)
    }
    expect(await asked(filer, {})).toMatchObject({ refused: 'role.forbidden' })
    expect(await asked(handlerMember, {})).toMatchObject({ refused: 'role.forbidden' })
  })
})
