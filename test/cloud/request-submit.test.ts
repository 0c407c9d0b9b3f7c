import { limits } from '../../src/contract/limits'
import { day, dayOf, hour, minute } from '../../src/domain/time/clock'
import { sealedAt } from '../../src/cloud/people/ids'
import type { LocalCloud } from '../../src/local/start'
import { lastCall, startProduct } from './support/cloud'
import { addAs } from './support/content'
import {
  callAs,
  consent,
  dutyMember,
  freshKey,
  gridLeader,
  handlerMember,
  keys,
  otherSecretary,
  secretary,
} from './support/people'
import {
  aFiling,
  elsewhere,
  filed,
  filer,
  filing,
  joiner,
  property,
  requestOf,
  type Filed,
  type Filing,
} from './support/requests'

jest.setTimeout(120_000)

let cloud: LocalCloud
/** A Wednesday that is a workday, at ten. */
const morning = Date.parse('2026-11-18T10:00:00+08:00')

/** The cloud's time goes on from there. */
const atTime = (ms: number) => cloud.clock.moveTo(ms - Date.now())

beforeAll(async () => {
  cloud = await startProduct()
  for (const openid of [filer, joiner]) await consent(cloud, openid)
})
afterAll(() => cloud.close())
beforeEach(() => {
  atTime(morning)
  cloud.database.remove('requests', {}, { multi: true })
})

const person = keys.person(filer)
const opened = (id: string, field: string, sealed: string | null | undefined) =>
  keys.unseal(sealed ?? '', sealedAt('requests', field, id))

describe('a request', () => {
  it('has a number, whose it is and two due times', async () => {
    const { requestId, ...told } = await filed(cloud)
    const { filedAt } = requestOf(cloud, requestId)
    expect(told).toEqual({
      number: `${dayOf(morning).replaceAll('-', '')}-001`,
      state: 'assigned',
      agencyName: '和苑物业服务中心',
      responseDueAt: filedAt + hour,
      // Three working days of nine hours, from Wednesday at ten until Monday at ten.
      dueAt: filedAt + 5 * day,
      provisional: false,
      words: 'shown',
    })
    expect(requestOf(cloud, requestId)).toMatchObject({
      ...{ communityId: 'west-street', gridId: 'west-1', estateName: '和苑小区', buildingName: '1号楼' },
      ...{ person, filedBy: null, people: [person], agencyId: property, agencies: [property], desk: 'doing' },
      ...{ open: true, told: 0, nextAt: filedAt, level: 'grid', isPublic: true, mustCallBack: false },
    })
  })

  it('begins its history with the filing and with the system’s giving it to the agency', async () => {
    const { requestId } = await filed(cloud)
    expect(requestOf(cloud, requestId).events).toMatchObject([
      { id: '1', verb: 'submit', actor: 'owner', person, to: 'submitted', words: '' },
      { id: '2', verb: 'assign', actor: 'system', person: null, to: 'assigned', data: { agencyId: property } },
    ])
  })

  it.each([
    ['of an agency that nobody handles for', { matterId: 'low-income' }],
    ['about none of our matters', { matterId: null }],
  ])('%s lies on the grid leader’s desk', async (_, over) => {
    const { requestId, state, agencyName } = await filed(cloud, over)
    expect({ state, agencyName }).toEqual({ state: 'submitted', agencyName: null })
    expect(requestOf(cloud, requestId)).toMatchObject({ agencyId: null, agencies: [], desk: 'todo' })
    expect(requestOf(cloud, requestId).events).toHaveLength(1)
  })

  it('goes to an agency only while its handler’s role is in force', async () => {
    const held = { person: keys.person(handlerMember) }
    const [before] = cloud.database.find('memberships', held)
    for (const over of [{ state: 'revoked' }, { until: morning }, { from: morning + minute }]) {
      cloud.database.modify('memberships', held, { $set: over })
      expect(await filed(cloud)).toMatchObject({ state: 'submitted' })
      const { state, until, from } = before ?? {}
      cloud.database.modify('memberships', held, { $set: { state, until, from } })
    }
    expect(await filed(cloud)).toMatchObject({ state: 'assigned' })
  })

  it('is due as the community promises, and never later than the table', async () => {
    const change = (requestClocks: object[]) =>
      cloud.database.modify('communities', { _id: 'west-street' }, { $set: { requestClocks } })
    change([{ class: 'normal', response: 0.5, resolution: 900 }])
    const { requestId, responseDueAt, dueAt } = await filed(cloud)
    change([])
    const { filedAt } = requestOf(cloud, requestId)
    expect({ responseDueAt, dueAt }).toEqual({ responseDueAt: filedAt + hour / 2, dueAt: filedAt + 5 * day })
  })

  it('seals room and numbers, each for its own place', async () => {
    const { requestId } = await filed(cloud, {
      ...{ where: 'home', room: '301', spot: '门口', phone: '139 0000 0001', matterId: 'water-no-supply' },
      behalf: { kind: 'family', name: '妈妈', phone: '+86 139-0000-0002' },
    })
    const row = requestOf(cloud, requestId)
    expect(JSON.stringify(row)).not.toMatch(/301|1390000|妈妈/)
    expect(opened(requestId, 'room', row.room)).toBe('301')
    expect(opened(requestId, 'phone', row.phone)).toBe('13900000001')
    expect(opened(requestId, 'behalf.name', row.behalf?.name)).toBe('妈妈')
    expect(opened(requestId, 'behalf.phone', row.behalf?.phone)).toBe('13900000002')
    expect(row).toMatchObject({ spot: null, keyId: keys.currentKey })
  })

  it('keeps the room of a visitor also where the trouble is in a shared place, and of nobody else', async () => {
    const kept = async (behalf: Filing['behalf'], openid: string) => {
      const { requestId } = await filed(cloud, { where: 'shared', room: '301', reach: 'visit', behalf }, openid)
      return requestOf(cloud, requestId)
    }
    const { _id, room } = await kept({ kind: 'office', name: '吴大爷', phone: null }, dutyMember)
    expect(opened(_id, 'room', room)).toBe('301')
    expect((await kept(null, filer)).room).toBeNull()
  })

  it.each([
    ['about a private matter', { matterId: 'low-income' }],
    ['about a dispute', { matterId: 'leak-from-upstairs' }],
    ['about none of our matters', { matterId: null }],
  ])('%s is never public', async (_, over) => {
    const { requestId } = await filed(cloud, { ...over, isPublic: true })
    expect(requestOf(cloud, requestId).isPublic).toBe(false)
  })

  it('is anonymous only where the matter allows it, and then keeps nobody’s number', async () => {
    const asked = { isAnonymous: true, phone: '13900000001', where: 'home', room: '301' } as const
    const { requestId: open } = await filed(cloud, { ...asked, matterId: 'water-no-supply' })
    expect(requestOf(cloud, open)).toMatchObject({ isAnonymous: false })
    expect(requestOf(cloud, open).phone).not.toBeNull()
    const { requestId } = await filed(cloud, { ...asked, matterId: 'noise-neighbor' })
    expect(requestOf(cloud, requestId)).toMatchObject({ isAnonymous: true, phone: null, room: null })
  })

  it('is not promised a call where there is no number', async () => {
    const { requestId } = await filed(cloud, { reach: 'call' })
    expect(requestOf(cloud, requestId).reach).toBe('message')
  })

  it.each([
    ['a building that is not there', { buildingId: 'nowhere' }, 'request.no-place'],
    ['a unit that is not there', { unitId: 'nowhere' }, 'request.no-place'],
    ['a matter that is not there', { matterId: 'nothing' }, 'request.no-matter'],
    ['no number', { phone: '12345678' }, 'phone.invalid'],
    ['no number of who it is for', { behalf: { kind: 'family', name: '妈妈', phone: '123' } }, 'phone.invalid'],
    ['words that the check refuses', { words: '请看【违规】' }, 'content.refused'],
    ['a place that the check refuses', { spot: '【违规】门口' }, 'content.refused'],
    ['nobody’s role', { behalf: { kind: 'office', name: '来访者', phone: null } }, 'request.not-office'],
    ['blanks only', { words: '   ' }, 'input.invalid'],
  ] as const)('with %s is refused, and nothing is kept', async (_, over, refused) => {
    expect(await filing(cloud, over as object)).toMatchObject({ refused })
    expect(cloud.database.find('requests')).toEqual([])
  })

  it('needs the agreement of whoever files it', async () => {
    expect(await filing(cloud, {}, 'openid-of-a-stranger')).toMatchObject({ refused: 'consent.needed' })
  })

  it('whose words were not simply let through waits for a look, and says so', async () => {
    const { requestId, words } = await filed(cloud, { words: '请看【待审】' })
    expect(words).toBe('waiting')
    expect(requestOf(cloud, requestId)).toMatchObject({ judged: 'review', wordsState: 'waiting' })
  })

  it('writes nothing beside itself, whatever pictures it names', async () => {
    const picture = await addAs(cloud, filer)
    const before = ['checks', 'messages', 'resends', 'counters'].map((name) => cloud.database.find(name).length)
    const { requestId } = await filed(cloud, { pictures: [picture, picture, 'nobody'], words: '请看【待审】' })
    expect(requestOf(cloud, requestId).pictures).toEqual([picture, 'nobody'])
    expect(cloud.database.find('pictures', { _id: picture })).toMatchObject([{ used: false }])
    expect(['checks', 'messages', 'resends', 'counters'].map((name) => cloud.database.find(name).length)).toEqual(
      before,
    )
  })
})

describe('for somebody else', () => {
  const visitor = { kind: 'office', name: '来访者', phone: null } as const

  it.each([
    ['a duty member', dutyMember, 'duty'],
    ['the grid leader', gridLeader, 'grid-leader'],
    ['the secretary', secretary, 'secretary'],
  ])('%s writes by their role, and whoever has no phone is called back', async (_, openid, role) => {
    const { requestId } = await filed(cloud, { behalf: visitor, reach: 'call' }, openid)
    expect(requestOf(cloud, requestId)).toMatchObject({
      ...{ person: null, filedBy: keys.person(openid), filedAs: role, people: [], mustCallBack: true, reach: 'visit' },
      events: [{ actor: role, role }, { verb: 'assign' }],
    })
  })

  it.each([
    ['a handler', handlerMember],
    ['the secretary of another community', otherSecretary],
  ])('%s does not', async (_, openid) => {
    expect(await filing(cloud, { behalf: visitor }, openid)).toMatchObject({ refused: 'request.not-office' })
  })

  it('it is theirs where the number is of one person who has it by WeChat', async () => {
    const phone = '13900000009'
    const keep = (phoneFrom: string | null) =>
      cloud.database.modify(
        'people',
        { _id: keys.person(joiner) },
        { $set: { phoneFrom, phoneLookup: phoneFrom === null ? null : keys.lookup('phone', phone) } },
      )
    const owner = async () =>
      requestOf(cloud, (await filed(cloud, { behalf: { ...visitor, phone } }, dutyMember)).requestId)
    keep('typed')
    expect(await owner()).toMatchObject({ person: null, mustCallBack: true })
    keep('wechat')
    expect(await owner()).toMatchObject({
      ...{ person: keys.person(joiner), people: [keys.person(joiner)], mustCallBack: false },
    })
    // Of two who have it nobody knows whose it is.
    const [one] = cloud.database.find('people', { _id: keys.person(joiner) })
    cloud.database.insert('people', [{ ...one, _id: 'somebody-else' }])
    expect(await owner()).toMatchObject({ person: null })
    cloud.database.remove('people', { _id: 'somebody-else' })
    keep(null)
  })

  it('family writes as one of those whose it is, and a stranger’s number gives nobody anything', async () => {
    const behalf = { kind: 'family', name: '妈妈', phone: '13900000009' } as const
    const set = { $set: { phoneFrom: 'wechat', phoneLookup: keys.lookup('phone', '13900000009') } }
    cloud.database.modify('people', { _id: keys.person(joiner) }, set)
    const { requestId } = await filed(cloud, { behalf })
    expect(requestOf(cloud, requestId)).toMatchObject({
      ...{ person: null, filedBy: person, filedAs: null, people: [person], mustCallBack: true },
    })
    cloud.database.modify('people', { _id: keys.person(joiner) }, { $set: { phoneFrom: null, phoneLookup: null } })
  })
})

describe('filing', () => {
  const kept = () => cloud.database.find('requests').length

  it.each([
    ['the first of the day', {}, filer, 0, 7],
    ['a later one of the day', {}, filer, 3, 7],
    ['one for a visitor', { behalf: { kind: 'office', name: '来访者', phone: null } }, dutyMember, 0, 6],
    [
      'one for a visitor with a number',
      { behalf: { kind: 'office', name: '来访者', phone: '13900000009' } },
      dutyMember,
      3,
      7,
    ],
  ] as const)('%s asks the database seven times at most', async (_, over, openid, before, trips) => {
    for (let time = 0; time < before; time++) await filed(cloud, over, openid)
    atTime(morning + hour)
    await filed(cloud, over, openid)
    expect(lastCall(cloud)).toMatchObject({ action: 'request.submit', databaseTrips: trips })
    // Neither read grows with what is there: every plan is served by an index, and the newest number is found at once.
    expect(lastCall(cloud).documentsRead).toBeLessThan(20)
  })

  it('sent again with the same key, ten times at once and later, is one with one answer', async () => {
    const key = freshKey()
    const replies = await Promise.all(Array.from({ length: 10 }, () => filing(cloud, {}, filer, key)))
    atTime(morning + 3 * minute)
    const again = await filing(cloud, {}, filer, key)
    expect(again).toMatchObject({ ok: true, data: { number: '20261118-001' } })
    for (const reply of replies) expect(reply.ok ? reply.data : reply.refused).toEqual(again.ok && again.data)
    expect(kept()).toBe(1)
  })

  it('something else with the same key is refused', async () => {
    const key = freshKey()
    await filed(cloud, {}, filer, key)
    expect(await filing(cloud, { words: '别的事' }, filer, key)).toMatchObject({ refused: 'key.reused' })
    expect(kept()).toBe(1)
  })

  it('again answers what was filed, also when nothing more could be', async () => {
    const key = freshKey()
    const first = await filed(cloud, {}, filer, key)
    cloud.database.modify('buildings', { _id: 'heyuan-1' }, { $set: { estateId: 'gone' } })
    expect(await filing(cloud)).toMatchObject({ refused: 'request.no-place' })
    expect(await filing(cloud, {}, filer, key)).toMatchObject({ ok: true, data: { requestId: first.requestId } })
    cloud.database.modify('buildings', { _id: 'heyuan-1' }, { $set: { estateId: 'heyuan' } })
  })

  it('is possible so many times a day, also where all come at once', async () => {
    const { most } = limits['request.submit']
    const key = freshKey()
    const first = await filed(cloud, {}, filer, key)
    const replies = await Promise.all(Array.from({ length: most + 5 }, () => filing(cloud)))
    expect(kept()).toBe(most)
    for (const reply of replies.filter(({ ok }) => !ok))
      expect(reply).toMatchObject({ refused: expect.stringMatching(/rate\.limited|conflict/) as unknown })
    expect(await filing(cloud)).toMatchObject({ refused: 'rate.limited' })
    expect(await filing(cloud, {}, filer, key)).toMatchObject({ ok: true, data: { number: first.number } })
    atTime(morning + day)
    expect(await filed(cloud)).toMatchObject({ number: '20261119-001' })
  })

  it('with words that the check refuses is tried so often a day, and what may be filed is still filed', async () => {
    const bad = { words: '请看【违规】' }
    for (let time = 0; time < limits['request.submit'].most; time++)
      expect(await filing(cloud, bad, joiner)).toMatchObject({ refused: 'content.refused' })
    expect(await filing(cloud, bad, joiner)).toMatchObject({ refused: 'rate.limited' })
    expect(await filed(cloud, {}, joiner)).toMatchObject({ state: 'assigned' })
  })

  it('for visitors takes nothing from what one may file oneself, and is bounded too', async () => {
    const over = { behalf: { kind: 'office', name: '来访者', phone: null } } as const
    for (let time = 0; time < limits['request.submit'].most + 2; time++) await filed(cloud, over, dutyMember)
    expect(await filed(cloud, {}, dutyMember)).toMatchObject({ state: 'assigned' })
    const replies = await Promise.all(Array.from({ length: 25 }, () => filing(cloud, over, dutyMember)))
    expect(replies.some((reply) => !reply.ok && reply.refused === 'rate.limited')).toBe(true)
  })

  it('of two hundred at once gives two hundred numbers', async () => {
    const openids = Array.from({ length: 20 }, (_, at) => `openid-of-many-${at}`)
    for (const openid of openids) await consent(cloud, openid)
    const replies = await Promise.all(
      Array.from({ length: 200 }, (_, at) => filing(cloud, {}, openids[at % openids.length])),
    )
    const refused = replies.flatMap((reply) => (reply.ok ? [] : [reply.refused]))
    expect(refused).toEqual([])
    const numbers = replies.map((reply) => (reply.ok ? (reply.data as unknown as Filed).number : ''))
    expect(new Set(numbers).size).toBe(200)
    expect(kept()).toBe(200)
  })

  it('counts each community by itself', async () => {
    await filed(cloud)
    const { number } = await filed(cloud, { buildingId: elsewhere(cloud), matterId: null })
    expect(number).toBe('20261118-001')
  })

  it('is not for whoever is nobody', async () => {
    expect(await callAs(cloud, undefined, 'request.submit', aFiling())).toMatchObject({ refused: 'caller.unknown' })
  })
})
