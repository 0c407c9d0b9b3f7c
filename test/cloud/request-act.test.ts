import { startProduct } from './support/cloud'
import { addAs, beginAs, documentOf } from './support/content'
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
} from './support/people'
import { acted, acting, alterRequest, filed, filer, joiner, property, requestOf, shownTo } from './support/requests'
import { alter, membershipOf, newMember } from './support/roles'

jest.setTimeout(30_000)

let cloud: Awaited<ReturnType<typeof startProduct>>
beforeAll(async () => {
  cloud = await startProduct()
  for (const openid of [filer, joiner]) await consent(cloud, openid)
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['requests', 'checks', 'messages', 'audits', 'counters', 'resends']) {
    cloud.database.remove(name, {}, { multi: true })
  }
})

const start = { verb: 'start', words: null } as const
const done = { verb: 'propose-resolution', words: '换了新灯泡', pictures: [] as string[] } as const
const stateOf = (id: string) => requestOf(cloud, id).state
const verbsOf = (id: string) => requestOf(cloud, id).events.map(({ verb }) => verb)
/** One of the filer's, on the desk of the property company. */
const assigned = async (over: Parameters<typeof filed>[1] = {}) => (await filed(cloud, over)).requestId
const joined = async (id: string, openid = joiner) => dataAs(cloud, openid, 'request.join', { requestId: id })
const proven = async () => ({ ...done, pictures: [await addAs(cloud, handlerMember)] })

describe('a request', () => {
  it('goes from the desk it was routed to to the confirmed end, each step an event', async () => {
    const id = await assigned()
    expect(requestOf(cloud, id)).toMatchObject({ state: 'assigned', agencies: [property], open: true, desk: 'doing' })
    await acted(cloud, handlerMember, id, start, { note: '带梯子' })
    const proposal = await proven()
    expect(await acted(cloud, handlerMember, id, proposal)).toEqual({
      state: 'awaiting-confirmation',
      seen: 4,
      words: 'shown',
    })
    await acted(cloud, filer, id, { verb: 'confirm', words: '谢谢师傅' })
    const row = requestOf(cloud, id)
    expect(row).toMatchObject({ state: 'resolved', endedBy: 'owner', open: false, desk: 'closed' })
    expect(row.events.map(({ verb, actor, role, from, to }) => [verb, actor, role, from, to])).toEqual([
      ['submit', 'owner', null, 'submitted', 'submitted'],
      ['assign', 'system', null, 'submitted', 'assigned'],
      ['start', 'handler', 'handler', 'assigned', 'in-progress'],
      ['propose-resolution', 'handler', 'handler', 'in-progress', 'awaiting-confirmation'],
      ['confirm', 'owner', null, 'awaiting-confirmation', 'resolved'],
    ])
    expect([...row.actors].sort()).toEqual([keys.person(filer), keys.person(handlerMember)].sort())
    const [picture] = proposal.pictures
    expect(documentOf(cloud, 'pictures', picture ?? '')).toMatchObject({ used: true, requestId: id })
  })

  it('that is contested begins anew, and can be resolved and rated after all', async () => {
    const id = await assigned()
    await acted(cloud, handlerMember, id, await proven())
    const seen = [await addAs(cloud, filer)]
    await acted(cloud, filer, id, { verb: 'contest', words: '还是不亮', pictures: seen })
    expect(requestOf(cloud, id)).toMatchObject({ state: 'reopened', run: 2, mustCallBack: true, desk: 'todo' })
    await acted(cloud, dutyMember, id, { verb: 'call-back', heard: 'unsolved', words: null })
    await acted(cloud, handlerMember, id, await proven())
    await acted(cloud, filer, id, { verb: 'confirm', words: null })
    await acted(cloud, filer, id, { verb: 'rate', solved: true, satisfied: false, words: '来得太慢' })
    expect(requestOf(cloud, id).voices.at(-1)).toMatchObject({
      satisfied: false,
      words: '来得太慢',
      wordsState: 'shown',
    })
    expect(await shownTo(cloud, filer, id)).toMatchObject({ state: 'resolved', rated: true, solved: 1, unsolved: 0 })
  })

  it('gets the time that the community has promised when it is taken up again', async () => {
    const id = await assigned()
    await acted(cloud, handlerMember, id, await proven())
    const community = documentOf(cloud, 'communities', 'west-street')
    const clocks = [{ class: requestOf(cloud, id).class, response: null, resolution: 2 }]
    alter(cloud, 'communities', 'west-street', { requestClocks: clocks })
    await acted(cloud, filer, id, { verb: 'contest', words: '还是不亮', pictures: [] })
    expect(requestOf(cloud, id).resolution.allowance).toBe(2 * 3_600_000)
    alter(cloud, 'communities', 'west-street', { requestClocks: community['requestClocks'] ?? [] })
  })

  it('is given back to the grid leader, and is no longer on the desk of who gave it back', async () => {
    const id = await assigned()
    await acted(cloud, handlerMember, id, { verb: 'return', agencyId: 'west-water', words: '灯归自来水公司的泵房管' })
    expect(requestOf(cloud, id)).toMatchObject({ state: 'returned', agencyId: null, agencies: [], desk: 'todo' })
    expect(await acting(cloud, handlerMember, id, start)).toMatchObject({ refused: 'role.forbidden' })
    await acted(cloud, gridLeader, id, { verb: 'assign', agencyId: property, words: '是物业的' })
    expect(requestOf(cloud, id)).toMatchObject({ state: 'assigned', agencies: [property] })
  })

  it('is with every agency that has a task, as long as it has one', async () => {
    const id = await assigned()
    const water = await newMember(cloud, secretary, { role: 'handler', agencyId: 'west-water' })
    expect(await acting(cloud, water.openid, id, start)).toMatchObject({ refused: 'role.forbidden' })
    const tasks = [{ agencyId: 'west-water', what: '关总阀' }]
    await acted(cloud, gridLeader, id, { verb: 'split', tasks, words: null })
    expect(await acting(cloud, water.openid, id, start)).toMatchObject({ refused: 'request.not-yours' })
    expect(await acting(cloud, handlerMember, id, await proven())).toMatchObject({ refused: 'request.tasks-open' })
    await acted(cloud, water.openid, id, { verb: 'task-done', taskId: '1', words: '关好了', pictures: [] })
    expect(requestOf(cloud, id)).toMatchObject({ agencies: [property], tasks: [{ state: 'done' }] })
    await acted(cloud, handlerMember, id, await proven())
  })
})

describe('who does a step', () => {
  it.each([
    [
      'the handler of another agency',
      async () => (await newMember(cloud, secretary, { role: 'handler', agencyId: 'west-water' })).openid,
    ],
    ['the leader of another grid', () => Promise.resolve(otherGridLeader)],
    ['the secretary of another community', () => Promise.resolve(otherSecretary)],
    ['the street, which only reads', () => Promise.resolve(street)],
    ['a resident who has nothing to do with it', () => Promise.resolve(joiner)],
  ])('is not %s', async (_, somebody) => {
    const id = await assigned()
    expect(await acting(cloud, await somebody(), id, start)).toMatchObject({ refused: 'role.forbidden' })
    expect(verbsOf(id)).toEqual(['submit', 'assign'])
  })

  it('is nobody whose role was taken away', async () => {
    const id = await assigned()
    const place = { role: 'handler', agencyId: property } as const
    const { openid } = await newMember(cloud, secretary, place)
    await acted(cloud, openid, id, start)
    alter(cloud, 'memberships', membershipOf(openid, 'handler', { agencyId: property }), { state: 'revoked' })
    expect(await acting(cloud, openid, id, done)).toMatchObject({ refused: 'role.forbidden' })
  })

  it('is whom the table names: others of the office are refused', async () => {
    const id = await assigned()
    const tries = [
      acting(cloud, dutyMember, id, start),
      acting(cloud, handlerMember, id, { verb: 'decline', whose: '业主', words: '自己换' }),
      acting(cloud, gridLeader, id, { verb: 'supervise', words: '快办' }),
      acting(cloud, filer, id, { verb: 'accept', words: null }),
    ]
    for (const reply of await Promise.all(tries)) expect(reply).toMatchObject({ refused: 'request.not-yours' })
    expect(await acting(cloud, filer, id, { verb: 'confirm', words: null })).toMatchObject({
      refused: 'request.not-now',
    })
    expect(stateOf(id)).toBe('assigned')
  })

  it('does it by the role that may, of several', async () => {
    const id = await assigned()
    const { openid } = await newMember(cloud, secretary, { role: 'duty' })
    const row = documentOf(cloud, 'memberships', membershipOf(openid, 'duty'))
    const _id = membershipOf(openid, 'grid-leader', { gridId: 'west-1' })
    // The longest comes first where nothing is asked of the role.
    const until = Number(row['until']) - 1
    cloud.database.insert('memberships', [{ ...row, _id, role: 'grid-leader', gridId: 'west-1', until }])
    await acted(cloud, openid, id, { verb: 'assign', agencyId: 'west-water', words: null })
    expect(requestOf(cloud, id).events.at(-1)).toMatchObject({ role: 'grid-leader', actor: 'grid-leader' })
  })

  it('never works on what is their own', async () => {
    const { requestId: id } = await filed(cloud, {}, gridLeader)
    expect(await acting(cloud, gridLeader, id, { verb: 'accept', words: null })).toMatchObject({
      refused: 'request.not-yours',
    })
    expect(await acting(cloud, gridLeader, id, { verb: 'remind', words: null })).toMatchObject({ ok: true })
  })
})

describe('two who act', () => {
  it('at the same moment: one wins, the other is told that something happened', async () => {
    const id = await assigned()
    const replies = await Promise.all([
      acting(cloud, gridLeader, id, { verb: 'accept', words: null }),
      acting(cloud, handlerMember, id, start),
      acting(cloud, secretary, id, { verb: 'assign', agencyId: 'west-water', words: null }),
    ])
    const lost = replies.flatMap((reply) => (reply.ok ? [] : [reply.refused]))
    expect(replies.filter(({ ok }) => ok).length).toBe(1)
    for (const refused of lost) expect(['request.moved', 'role.forbidden', 'request.not-now']).toContain(refused)
    expect(requestOf(cloud, id).events).toHaveLength(3)
  })

  it('by what they saw: a step on what has changed meanwhile is refused', async () => {
    const id = await assigned()
    await acted(cloud, handlerMember, id, start)
    expect(await acting(cloud, gridLeader, id, { verb: 'supervise', words: '快办' }, { seen: 2 })).toMatchObject({
      refused: 'request.moved',
    })
    expect(await acting(cloud, filer, id, { verb: 'remind', words: null }, { seen: 2 })).toMatchObject({ ok: true })
  })

  it('by a double tap or after a lost reply: it is one step with one answer', async () => {
    const id = await assigned()
    const key = freshKey()
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => acting(cloud, handlerMember, id, start, { seen: 2 }, key)),
    )
    for (const reply of replies) expect(reply).toMatchObject({ ok: true, data: { state: 'in-progress', seen: 3 } })
    await acted(cloud, handlerMember, id, await proven())
    const late = await acting(cloud, handlerMember, id, start, { seen: 2 }, key)
    expect(late).toMatchObject({ ok: true, data: { state: 'in-progress', seen: 3 } })
    expect(verbsOf(id).filter((verb) => verb === 'start')).toHaveLength(1)
  })
})

describe('words and notes', () => {
  it('keep notes to those who work on it', async () => {
    const id = await assigned()
    await acted(cloud, handlerMember, id, { verb: 'note' }, { note: '这家狗很凶' })
    expect(JSON.stringify(await shownTo(cloud, filer, id))).not.toContain('这家狗很凶')
    expect(JSON.stringify(await shownTo(cloud, gridLeader, id))).toContain('这家狗很凶')
  })

  it('take no note of a resident, and no note without words', async () => {
    const id = await assigned()
    const remind = { verb: 'remind', words: null } as const
    expect(await acting(cloud, filer, id, remind, { note: '悄悄话' })).toMatchObject({ refused: 'request.not-yours' })
    expect(await acting(cloud, handlerMember, id, { verb: 'note' })).toMatchObject({ refused: 'request.not-now' })
  })

  it.each([
    ['words', { verb: 'start', words: '请看【违规】' }, {}],
    ['a note', { verb: 'start', words: null }, { note: '请看【违规】' }],
  ] as const)('that the check refuses are not kept: %s', async (_, deed, over) => {
    const id = await assigned()
    expect(await acting(cloud, handlerMember, id, deed, over)).toMatchObject({ refused: 'content.refused' })
    expect(verbsOf(id)).toEqual(['submit', 'assign'])
  })

  it('that the check refuses are not kept, wherever they are typed', async () => {
    const id = await assigned()
    const refer = { verb: 'refer', to: '请看【违规】', words: '归他们管' } as const
    expect(await acting(cloud, gridLeader, id, refer)).toMatchObject({ refused: 'content.refused' })
  })

  it('reply with nothing of anybody', async () => {
    const id = await assigned({ where: 'home', room: '三门八零一', spot: null, phone: '13900001234' })
    const reply = await acted(cloud, handlerMember, id, { ...start, words: '马上到' })
    expect(Object.keys(reply).sort()).toEqual(['seen', 'state', 'words'])
  })
})

describe('pictures of a step', () => {
  it('are the own, handed in, and in nothing else', async () => {
    const id = await assigned()
    const [mine, theirs] = [await addAs(cloud, handlerMember), await addAs(cloud, filer)]
    const { pictureId: coming } = await beginAs(cloud, handlerMember)
    const propose = (...pictures: string[]) => acting(cloud, handlerMember, id, { ...done, pictures })
    for (const pictures of [[theirs], [mine, mine], ['nobody'], [coming]]) {
      expect(await propose(...pictures)).toMatchObject({ refused: 'picture.missing' })
    }
    expect(await propose()).toMatchObject({ refused: 'request.no-proof' })
    expect(await propose(mine)).toMatchObject({ ok: true })
    await acted(cloud, filer, id, { verb: 'contest', words: '不是这里', pictures: [] })
    expect(await propose(mine)).toMatchObject({ refused: 'picture.missing' })
  })
})

describe('agencies that a step names', () => {
  it('are those of the community', async () => {
    const id = await assigned()
    const elsewhere = { verb: 'assign', agencyId: 'nobody', words: null } as const
    expect(await acting(cloud, gridLeader, id, elsewhere)).toMatchObject({ refused: 'request.no-agency' })
    await acted(cloud, gridLeader, id, { verb: 'assign', agencyId: 'west-water', words: null })
    const { agencyName, events } = requestOf(cloud, id)
    expect(agencyName).toBeTruthy()
    expect(events.at(-1)?.data).toEqual({ agencyId: 'west-water', agencyName })
  })
})

describe('a merge', () => {
  const merging = (openid: string, id: string, into: string) =>
    acting(cloud, openid, id, { verb: 'merge', into, words: null })

  it('moves everybody who followed, in one commit, and tells them', async () => {
    const [one, two] = [await assigned(), (await filed(cloud, {}, joiner)).requestId]
    await consent(cloud, 'openid-of-a-third')
    await joined(two, 'openid-of-a-third')
    await acted(cloud, gridLeader, two, { verb: 'merge', into: one, words: '同一盏灯' })
    expect(requestOf(cloud, two)).toMatchObject({ state: 'merged', mergedInto: one, open: false, endedBy: 'office' })
    const target = requestOf(cloud, one)
    const followers = [joiner, 'openid-of-a-third'].map((openid) => keys.person(openid))
    expect(target.neighbours.map(({ person }) => person)).toEqual(followers)
    expect(target.people).toEqual([keys.person(filer), ...followers])
    expect(await shownTo(cloud, joiner, one)).toMatchObject({ viewer: 'neighbour', joined: 2 })
    const told = cloud.database.find('messages', { person: keys.person(joiner) }) as { path?: unknown }[]
    expect(told.map(({ path }) => String(path)).some((path) => path.endsWith(one))).toBe(true)
  })

  it.each([
    ['into nothing', () => Promise.resolve('nobody')],
    ['into itself', (own: string) => Promise.resolve(own)],
    [
      'into one that is over',
      async () => {
        const { requestId } = await filed(cloud)
        await acted(cloud, filer, requestId, { verb: 'withdraw', words: null })
        return requestId
      },
    ],
    [
      'into another community’s',
      async () => {
        const { requestId } = await filed(cloud)
        alterRequest(cloud, requestId, { communityId: 'spinning-mill' })
        return requestId
      },
    ],
  ])('%s is refused', async (_, find) => {
    const id = await assigned()
    expect(await merging(gridLeader, id, await find(id))).toMatchObject({ refused: 'request.bad-merge' })
    expect(stateOf(id)).toBe('assigned')
  })
})

describe('what its owner takes back', () => {
  const private_ = { where: 'home', room: '三门八零一', spot: null, phone: '13900001234', isPublic: false } as const

  it('ends where nobody follows it', async () => {
    const id = await assigned()
    await acted(cloud, filer, id, { verb: 'withdraw', words: '已经好了' })
    expect(requestOf(cloud, id)).toMatchObject({ state: 'withdrawn', endedBy: 'owner', open: false })
  })

  it('goes on for the neighbour, with nothing that was the owner’s alone', async () => {
    const id = await assigned({ ...private_, words: '我家门口的灯' })
    await joined(id)
    await acted(cloud, filer, id, { verb: 'remind', words: '我下午在家' })
    await acted(cloud, handlerMember, id, { verb: 'contact', reached: true, words: '说好下午到三门八零一' })
    await acted(cloud, filer, id, { verb: 'withdraw', words: null })
    const row = requestOf(cloud, id)
    expect(row).toMatchObject({
      state: 'assigned',
      person: keys.person(joiner),
      neighbours: [],
      room: null,
      phone: null,
    })
    expect(JSON.stringify(row)).not.toMatch(/我家门口的灯|我下午在家/)
    const shown = await shownTo(cloud, joiner, id)
    expect(shown).toMatchObject({ viewer: 'owner' })
    // What the office said to the one before is not for the one who goes on; what comes from now on is.
    expect(JSON.stringify(shown)).not.toContain('三门八零一')
    await acted(cloud, handlerMember, id, { verb: 'contact', reached: true, words: '下午三点到楼下' })
    expect(JSON.stringify(await shownTo(cloud, joiner, id))).toContain('下午三点到楼下')
    expect(await callAs(cloud, filer, 'request.show', { requestId: id })).toMatchObject({ refused: 'role.forbidden' })
  })

  it('keeps for the neighbour what everybody could read', async () => {
    const id = await assigned()
    await joined(id)
    await acted(cloud, filer, id, { verb: 'withdraw', words: null })
    expect(requestOf(cloud, id).words).toBe('楼道灯一直不亮')
  })

  it('is left by a neighbour alone', async () => {
    const id = await assigned()
    await joined(id)
    await acted(cloud, joiner, id, { verb: 'leave' })
    expect(requestOf(cloud, id)).toMatchObject({ person: keys.person(filer), neighbours: [] })
    expect(requestOf(cloud, id).people).toEqual([keys.person(filer)])
  })
})
