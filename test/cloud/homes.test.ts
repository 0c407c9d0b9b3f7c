import type { LocalCloud } from '../../src/local/start'
import { homeId } from '../../src/cloud/people/ids'
import { startProduct } from './support/cloud'
import {
  callAs,
  consent,
  dataAs,
  freshKey,
  gridLeader,
  keys,
  otherGridLeader,
  otherSecretary,
  secretary,
  street,
  volunteer,
} from './support/people'
import { alter } from './support/roles'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startProduct()
})
afterAll(() => cloud.close())
beforeEach(() => {
  for (const name of ['homes', 'messages', 'audits', 'counters']) cloud.database.remove(name, {}, { multi: true })
})

let counted = 0
/** Somebody who has agreed to everything. */
async function resident(): Promise<string> {
  const openid = `oResident_of_${String(++counted)}`
  await consent(cloud, openid)
  return openid
}
const place = (over: object = {}) => ({ buildingId: 'heyuan-1', unitId: 'heyuan-1-u2', room: '301', ...over })
const declare = (openid: string, over: object = {}, key?: string) =>
  callAs(cloud, openid, 'home.declare', place(over), key)
const homeOf = (openid: string) => cloud.database.find('homes', { person: keys.person(openid) })[0]
const newsFor = (openid: string) => cloud.database.find('messages', { person: keys.person(openid) })
const auditsOf = (openid: string) => cloud.database.find('audits', { actor: keys.person(openid) })

interface Listed {
  readonly homeId: string
  readonly state: string
  readonly declaredAt: number
  readonly name: string | null
  readonly room: string | null
}
const list = (openid: string, over: object = {}) =>
  callAs(cloud, openid, 'home.list', {
    communityId: 'west-street',
    gridId: 'west-1',
    state: 'declared',
    cursor: null,
    ...over,
  })
async function listed(openid: string, over: object = {}): Promise<readonly Listed[]> {
  const reply = await list(openid, over)
  return reply.ok ? (reply.data.homes as Listed[]) : []
}
const decide = (
  openid: string,
  confirmed: boolean,
  seen: { declaredAt: number; state: string },
  of: string,
  key?: string,
) =>
  callAs(
    cloud,
    openid,
    'home.confirm',
    { homeId: homeId(keys.person(of)), confirmed, seen: { declaredAt: seen.declaredAt, state: seen.state } },
    key,
  )
const seenOf = (openid: string) => {
  const home = homeOf(openid)
  return { declaredAt: Number(home?.declaredAt), state: home?.state as string }
}

describe('saying where one lives', () => {
  it('keeps the place, with the room sealed, and shows it to who said it', async () => {
    const openid = await resident()
    expect(await declare(openid)).toMatchObject({ data: { state: 'declared' } })
    expect(homeOf(openid)).toMatchObject({
      communityId: 'west-street',
      gridId: 'west-1',
      estateId: 'heyuan',
      buildingId: 'heyuan-1',
      unitId: 'heyuan-1-u2',
      state: 'declared',
      decidedBy: null,
    })
    expect(JSON.stringify(homeOf(openid))).not.toContain('"301"')
    expect(await dataAs(cloud, openid, 'me.show', {})).toMatchObject({
      home: {
        communityName: '西街社区',
        estateName: '和苑小区',
        buildingName: '1号楼',
        unitName: '2单元',
        room: '301',
      },
    })
  })

  it.each([
    ['building', { buildingId: 'heyuan-99' }],
    ['unit', { unitId: 'heyuan-2-u1' }],
  ])('in a %s that the directory does not have is refused', async (_, over) => {
    const openid = await resident()
    expect(await declare(openid, over)).toMatchObject({ refused: 'home.unknown-place' })
    expect(homeOf(openid)).toBeUndefined()
  })

  it('needs neither unit nor room', async () => {
    const openid = await resident()
    expect(await declare(openid, { unitId: null, room: null })).toMatchObject({ ok: true })
    expect(homeOf(openid)).toMatchObject({ unitId: null, room: null })
  })

  it('tells the leader of that grid, and nobody else', async () => {
    const openid = await resident()
    await declare(openid)
    expect(newsFor(gridLeader)).toMatchObject([
      { kind: 'home.declared', path: '/pages/work/homes/index?c=west-street&g=west-1' },
    ])
    expect(cloud.database.count('messages')).toBe(1)
    expect(JSON.stringify(newsFor(gridLeader)[0]?.params)).not.toMatch(/301|oResident/)
  })

  it('tells the secretary where the grid has no leader', async () => {
    const openid = await resident()
    const grid = cloud.database.find('memberships', { person: keys.person(gridLeader) })[0]
    alter(cloud, 'memberships', grid?._id as string, { state: 'revoked' })
    try {
      await declare(openid)
      expect(newsFor(secretary)).toMatchObject([
        { kind: 'home.declared', path: '/pages/work/homes/index?c=west-street' },
      ])
      expect(newsFor(gridLeader)).toEqual([])
    } finally {
      alter(cloud, 'memberships', grid?._id as string, { state: 'active' })
    }
  })

  it('does not tell a leader of their own', async () => {
    await declare(gridLeader)
    expect(newsFor(gridLeader)).toEqual([])
  })

  it('counts once for two taps, and for a reply that was lost', async () => {
    const openid = await resident()
    const key = freshKey()
    const replies = await Promise.all([declare(openid, {}, key), declare(openid, {}, key)])
    replies.push(await declare(openid, {}, key))
    expect(replies.map((reply) => reply.ok && reply.data.state)).toEqual(['declared', 'declared', 'declared'])
    expect(newsFor(gridLeader)).toHaveLength(1)
  })

  it('the same once more keeps a confirmation; another room, unit or building loses it', async () => {
    const openid = await resident()
    await declare(openid)
    await decide(gridLeader, true, seenOf(openid), openid)
    expect(await declare(openid)).toMatchObject({ data: { state: 'confirmed' } })
    expect(await declare(openid, { room: '302' })).toMatchObject({ data: { state: 'declared' } })
    await decide(gridLeader, true, seenOf(openid), openid)
    expect(await declare(openid, { room: '302', unitId: 'heyuan-1-u1' })).toMatchObject({ data: { state: 'declared' } })
    await decide(gridLeader, true, seenOf(openid), openid)
    expect(await declare(openid, { buildingId: 'heyuan-4', unitId: null })).toMatchObject({
      data: { state: 'declared' },
    })
    expect(homeOf(openid)).toMatchObject({ gridId: 'west-2', decidedBy: null, decidedAt: null })
  })
})

describe('the list of homes', () => {
  it('shows the leader of the grid who said what, without number, openid or pseudonym', async () => {
    const openid = await resident()
    await callAs(cloud, openid, 'me.name', { name: '王阿姨' })
    await callAs(cloud, openid, 'phone.give', { by: 'typed', number: '13800138000' })
    await declare(openid)
    const reply = await list(gridLeader)
    expect(reply.ok && reply.data).toEqual({
      homes: [
        {
          homeId: homeId(keys.person(openid)),
          name: '王阿姨',
          buildingName: '1号楼',
          unitName: '2单元',
          room: '301',
          state: 'declared',
          declaredAt: seenOf(openid).declaredAt,
          mine: false,
        },
      ],
      cursor: null,
    })
    expect(JSON.stringify(reply)).not.toMatch(new RegExp(`138|${openid}|${keys.person(openid)}`))
  })

  it.each([
    ['a leader of another grid', otherGridLeader, {}],
    ['a leader who asks for the whole community', gridLeader, { gridId: null }],
    ['a secretary of another community', otherSecretary, {}],
    ['a volunteer', volunteer, {}],
    ['the street', street, {}],
    ['a resident', 'oSomebody_else', {}],
  ])('is not for %s', async (_, openid, over) => {
    await declare(await resident())
    expect(await list(openid, over)).toMatchObject({ refused: 'role.forbidden' })
  })

  it('shows the secretary each grid and the whole community', async () => {
    await declare(await resident())
    await declare(await resident(), { buildingId: 'heyuan-4', unitId: null })
    expect(await listed(secretary)).toHaveLength(1)
    expect(await listed(secretary, { gridId: null })).toHaveLength(2)
  })

  it('goes on where a page ended, oldest first, and leaves none out', async () => {
    const rows = Array.from({ length: 45 }, (_, at) => ({
      ...{ _id: `home-${String(at).padStart(2, '0')}`, person: `person-${at}`, communityId: 'west-street' },
      ...{ gridId: 'west-1', estateId: 'heyuan', buildingId: 'heyuan-1', unitId: null, room: null, state: 'declared' },
      ...{ declaredAt: 1000 + Math.floor(at / 3), decidedBy: null, decidedAt: null, keyId: keys.currentKey },
      ...{ shape: 1, version: 1 },
    }))
    cloud.database.insert('homes', rows)
    const seen: string[] = []
    let cursor: unknown = null
    do {
      const reply = await list(gridLeader, { cursor })
      if (!reply.ok) throw new Error(reply.refused)
      seen.push(...(reply.data.homes as Listed[]).map((home) => home.homeId))
      cursor = reply.data.cursor
    } while (cursor !== null)
    expect(seen).toEqual(rows.map(({ _id }) => _id))
  })

  it('refuses a cursor that is none of ours', async () => {
    expect(await list(gridLeader, { cursor: 'made-up' })).toMatchObject({ refused: 'place.bad-cursor' })
  })
})

describe('deciding on a home', () => {
  it('notes who decided, leaves a line in the audit log, and tells who lives there', async () => {
    const openid = await resident()
    await declare(openid)
    expect(await decide(gridLeader, true, seenOf(openid), openid)).toMatchObject({ data: { state: 'confirmed' } })
    const held = cloud.database.find('memberships', { person: keys.person(gridLeader) })[0]
    expect(homeOf(openid)).toMatchObject({ state: 'confirmed', decidedBy: held?._id })
    expect(auditsOf(gridLeader)).toMatchObject([
      { verb: 'home.confirm', role: 'grid-leader', communityId: 'west-street', membershipId: held?._id },
    ])
    expect(newsFor(openid)).toMatchObject([{ kind: 'home.confirmed', path: '/pages/mine/home/index' }])
  })

  it('is undone by deciding again', async () => {
    const openid = await resident()
    await declare(openid)
    await decide(gridLeader, false, seenOf(openid), openid)
    await decide(gridLeader, true, seenOf(openid), openid)
    await decide(secretary, false, seenOf(openid), openid)
    expect(homeOf(openid)).toMatchObject({ state: 'declined' })
    expect(
      newsFor(openid)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['home.confirmed', 'home.declined', 'home.declined'])
    expect(auditsOf(secretary)).toMatchObject([{ verb: 'home.decline' }])
  })

  it('the same way by two at once is one decision', async () => {
    const openid = await resident()
    await declare(openid)
    const seen = seenOf(openid)
    const replies = await Promise.all([decide(gridLeader, true, seen, openid), decide(secretary, true, seen, openid)])
    expect(replies.map((reply) => reply.ok && reply.data.state)).toEqual(['confirmed', 'confirmed'])
    expect(newsFor(openid)).toHaveLength(1)
    expect(cloud.database.count('audits')).toBe(1)
  })

  it('two ways by two at once: one holds, the other is told', async () => {
    const openid = await resident()
    await declare(openid)
    const seen = seenOf(openid)
    const replies = await Promise.all([decide(gridLeader, true, seen, openid), decide(secretary, false, seen, openid)])
    expect(replies.map((reply) => (reply.ok ? 'done' : reply.refused)).sort()).toEqual(['done', 'home.changed'])
    expect(newsFor(openid)).toHaveLength(1)
  })

  it('on another place than the one that was listed is refused', async () => {
    const openid = await resident()
    await declare(openid)
    const seen = seenOf(openid)
    await declare(openid, { room: '502' })
    expect(await decide(gridLeader, true, seen, openid)).toMatchObject({ refused: 'home.changed' })
    expect(homeOf(openid)).toMatchObject({ state: 'declared' })
  })

  it('is nobody’s about their own', async () => {
    await declare(gridLeader)
    expect(await decide(gridLeader, true, seenOf(gridLeader), gridLeader)).toMatchObject({ refused: 'home.own' })
    expect(await decide(secretary, true, seenOf(gridLeader), gridLeader)).toMatchObject({ ok: true })
  })

  it.each([
    ['a leader of another grid', otherGridLeader],
    ['a secretary of another community', otherSecretary],
    ['a volunteer', volunteer],
    ['who lives there', null],
  ])('is not for %s', async (_, openid) => {
    const owner = await resident()
    await declare(owner)
    expect(await decide(openid ?? owner, true, seenOf(owner), owner)).toMatchObject({ refused: 'role.forbidden' })
    expect(homeOf(owner)).toMatchObject({ state: 'declared' })
  })

  it('is over with the role: revoked or past its end', async () => {
    const openid = await resident()
    await declare(openid)
    const [held] = cloud.database.find('memberships', { person: keys.person(gridLeader) })
    const change = (fields: Record<string, unknown>) => alter(cloud, 'memberships', held?._id as string, fields)
    try {
      change({ state: 'revoked' })
      expect(await decide(gridLeader, true, seenOf(openid), openid)).toMatchObject({ refused: 'role.forbidden' })
      change({ state: 'active', until: 1 })
      expect(await decide(gridLeader, true, seenOf(openid), openid)).toMatchObject({ refused: 'role.forbidden' })
    } finally {
      change({ state: 'active', until: held?.until })
    }
    expect(homeOf(openid)).toMatchObject({ state: 'declared' })
  })

  it('tells a keeper that a home is gone, and others nothing', async () => {
    const gone = { homeId: 'home-that-was', confirmed: true, seen: { declaredAt: 1, state: 'declared' } }
    expect(await callAs(cloud, gridLeader, 'home.confirm', gone)).toMatchObject({ refused: 'home.missing' })
    expect(await callAs(cloud, 'oSomebody_else', 'home.confirm', gone)).toMatchObject({ refused: 'role.forbidden' })
  })
})
