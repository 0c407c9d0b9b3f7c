import { sealedAt } from '../../src/cloud/people/ids'
import type { LocalCloud } from '../../src/local/start'
import { startProduct } from './support/cloud'
import {
  callAs,
  consent,
  dataAs,
  dutyMember,
  freshKey,
  gridLeader,
  handlerMember,
  keys,
  otherGridLeader,
  otherSecretary,
  secretary,
  street,
  volunteer,
} from './support/people'
import { alterRequest, deskOf, filed, filer, joiner, requestOf, shownTo, type Filing } from './support/requests'

jest.setTimeout(60_000)

const own = { name: '李大妈', phone: '13900000003' }
let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startProduct()
  for (const openid of [filer, joiner]) await consent(cloud, openid)
  await dataAs(cloud, filer, 'me.name', { name: own.name })
  await dataAs(cloud, filer, 'phone.give', { by: 'typed', number: own.phone })
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['requests', 'audits']) cloud.database.remove(name, {}, { multi: true })
})

const look = (openid: string, requestId: string, key?: string) =>
  callAs(cloud, openid, 'request.look', { requestId }, key)
const family = { kind: 'family', name: '妈妈', phone: '13900000002' } as const

describe('whom to call about a request', () => {
  it.each<[string, Partial<Filing>, object]>([
    [
      'the account’s name and number, and the room',
      { where: 'home', room: '301', reach: 'call' },
      { ...own, room: '301' },
    ],
    [
      'the number given for it before the account’s',
      { phone: '139 0000 0004' },
      { name: own.name, phone: '13900000004' },
    ],
    ['who it was written for, and their number', { behalf: family }, { name: '妈妈', phone: '13900000002' }],
    [
      'the number of the family who wrote it, where there is no other',
      { behalf: { ...family, phone: null }, reach: 'call' },
      { name: '妈妈', phone: own.phone },
    ],
  ])('is %s', async (_, over, expected) => {
    const { requestId } = await filed(cloud, over)
    for (const openid of [handlerMember, gridLeader, dutyMember, secretary])
      expect(await look(openid, requestId)).toMatchObject({ ok: true, data: { room: null, ...expected } })
  })

  it('is not the account’s number where it was not given for this: by message is how they are reached', async () => {
    const { requestId } = await filed(cloud, { reach: 'message' })
    expect(await look(gridLeader, requestId)).toMatchObject({ ok: true, data: { name: own.name, phone: null } })
  })

  it.each<[string, Partial<Filing>]>([
    ['by message', { reach: 'message' }],
    ['by message, with a number for it', { reach: 'message', phone: '13900000004' }],
    ['by a call to the account', { reach: 'call' }],
    ['by a call to the family', { reach: 'message', behalf: family }],
    ['nohow, without a name', { matterId: 'noise-neighbor', isAnonymous: true, reach: 'call' }],
  ])('is promised on the page just where a look gives a number: %s', async (_, over) => {
    const { requestId } = await filed(cloud, over)
    const isGiven = async () => {
      const reply = (await look(secretary, requestId)) as { data?: { phone: string | null } }
      return (reply.data?.phone ?? null) !== null
    }
    expect((await shownTo(cloud, secretary, requestId)).hasPhone).toBe(await isGiven())
    alterRequest(cloud, requestId, { state: 'declined', open: false })
    expect((await shownTo(cloud, secretary, requestId)).hasPhone).toBe(await isGiven())
  })

  it('is a visitor’s, and never whoever wrote it down', async () => {
    const behalf = { kind: 'office', name: '来访者', phone: null } as const
    const { requestId } = await filed(cloud, { behalf }, dutyMember)
    expect(await look(gridLeader, requestId)).toMatchObject({ data: { name: '来访者', phone: null, room: null } })
  })

  it('stands in the log each time, once for one look that was sent again', async () => {
    const { requestId } = await filed(cloud, { reach: 'call' })
    const key = freshKey()
    await Promise.all([look(handlerMember, requestId, key), look(handlerMember, requestId, key)])
    expect(await look(handlerMember, requestId, key)).toMatchObject({ data: own })
    expect(cloud.database.find('audits')).toMatchObject([
      {
        ...{ verb: 'request.look', role: 'handler', actor: keys.person(handlerMember), communityId: 'west-street' },
        subject: { collection: 'requests', id: requestId },
      },
    ])
    await look(secretary, requestId)
    expect(cloud.database.find('audits')).toHaveLength(2)
    expect(JSON.stringify([cloud.database.find('audits'), cloud.database.find('resends')])).not.toContain(own.phone)
  })

  it.each([
    ['a neighbour', joiner],
    ['a volunteer', volunteer],
    ['the street', street],
    ['the leader of another grid', otherGridLeader],
    ['the secretary of another community', otherSecretary],
    ['whoever filed it', filer],
  ])('is not told to %s', async (_, openid) => {
    const { requestId } = await filed(cloud)
    await callAs(cloud, joiner, 'request.join', { requestId })
    expect(await look(openid, requestId)).toMatchObject({ refused: 'role.forbidden' })
    expect(cloud.database.find('audits')).toEqual([])
  })

  it('is nobody where it was filed without a name', async () => {
    const { requestId } = await filed(cloud, { matterId: 'noise-neighbor', isAnonymous: true })
    for (const openid of [handlerMember, gridLeader, secretary])
      expect(await look(openid, requestId)).toMatchObject({
        refused: expect.stringMatching(/request\.anonymous|role\.forbidden/) as unknown,
      })
    expect(await look(secretary, requestId)).toMatchObject({ refused: 'request.anonymous' })
    expect(cloud.database.find('audits')).toEqual([])
  })

  it('is told while it is open and while it can be asked after, and then no more', async () => {
    const { requestId } = await filed(cloud)
    const closed = (state: 'awaiting-confirmation' | 'resolved' | 'declined' | 'merged' | 'withdrawn' | 'archived') => {
      alterRequest(cloud, requestId, { state, open: state === 'awaiting-confirmation' })
      return look(secretary, requestId)
    }
    expect(await closed('awaiting-confirmation')).toMatchObject({ ok: true })
    expect(await closed('resolved')).toMatchObject({ ok: true })
    for (const state of ['declined', 'merged', 'withdrawn', 'archived'] as const)
      expect(await closed(state)).toMatchObject({ refused: 'request.not-open' })
  })

  it('cannot be moved to another request', async () => {
    const { requestId: one } = await filed(cloud, { phone: '13900000005' })
    const { requestId: other } = await filed(cloud)
    alterRequest(cloud, other, { phone: requestOf(cloud, one).phone })
    expect(await look(secretary, other)).toMatchObject({ refused: 'server.failed' })
    const sealed = requestOf(cloud, one).phone ?? ''
    expect(keys.unseal(sealed, sealedAt('requests', 'phone', one))).toBe('13900000005')
  })
})

describe('no reply but a look’s', () => {
  it('holds a name, a number, a room, an openid or a pseudonym, whoever asks for whatever', async () => {
    const secrets = ['密户甲', '13900000006', '13900000007', '9909室', '密名乙']
    const behalf = { kind: 'family', name: '密名乙', phone: '139-0000-0007' } as const
    const over = { where: 'home', room: '9909室', phone: '139 0000 0006', behalf } as const
    await dataAs(cloud, joiner, 'me.name', { name: '密户甲' })
    const ids = [
      (await filed(cloud, over, joiner)).requestId,
      (await filed(cloud, { ...over, behalf: null }, joiner)).requestId,
    ]
    const openids = [
      filer,
      joiner,
      handlerMember,
      dutyMember,
      gridLeader,
      secretary,
      street,
      volunteer,
      'openid-of-anybody',
    ]
    for (const requestId of ids) await callAs(cloud, filer, 'request.join', { requestId })
    const replies: string[] = []
    for (const openid of openids) {
      for (const requestId of ids)
        for (const action of ['request.show', 'request.public'])
          replies.push(JSON.stringify(await callAs(cloud, openid, action, { requestId })))
      const place = { communityId: 'west-street', gridId: null, agencyId: null }
      const asked: readonly (readonly [string, object])[] = [
        ['request.mine', { cursor: null }],
        ['request.register', { estateId: 'heyuan', buildingId: 'heyuan-1', open: true, cursor: null }],
        ['request.similar', { buildingId: 'heyuan-1', unitId: null, matterId: 'corridor-light' }],
        ['request.list', { ...place, show: 'open', buildingId: null, cursor: null }],
        ['request.agencies', place],
      ]
      for (const [action, input] of asked) replies.push(JSON.stringify(await callAs(cloud, openid, action, input)))
    }
    const all = replies.join('\n')
    // What is searched is really there.
    expect((await deskOf(cloud, secretary)).requests).toHaveLength(2)
    expect(all.match(/楼道灯/g)?.length).toBeGreaterThan(20)
    const sealed = ids.flatMap((id) => {
      const { room, phone } = requestOf(cloud, id)
      return [room ?? '', phone ?? '']
    })
    for (const secret of [...secrets, ...sealed, ...openids, ...openids.map((openid) => keys.person(openid))])
      expect(all).not.toContain(secret)
  })
})
