import type { Output } from '../../src/client/named'
import { monthsAfter } from '../../src/domain/time/months'
import type { LocalCloud } from '../../src/local/start'
import { startProduct } from './support/cloud'
import {
  callAs,
  dataAs,
  gridLeader,
  keys,
  members as demoMembers,
  otherGridLeader,
  otherSecretary,
  secretary,
  street,
  volunteer,
} from './support/people'
import { alter, membershipOf, newMember } from './support/roles'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startProduct()
})
afterAll(() => cloud.close())

const row = (id: string) => cloud.database.find('memberships', { _id: id })[0]
const audits = (verb: string, id: string) =>
  cloud.database.find('audits', { verb }).filter(({ subject }) => (subject as { id: string } | null)?.id === id)
const news = (openid: string, kind: string) => cloud.database.find('messages', { person: keys.person(openid), kind })
const revoke = (by: string, membershipId: string, why = '换人了', key?: string) =>
  callAs(cloud, by, 'member.revoke', { membershipId, why }, key)
const west = { communityId: 'west-street', gridId: null, cursor: null }

type List = Output<'member.list'>
const list = (openid: string, input: object = {}) => callAs(cloud, openid, 'member.list', { ...west, ...input })
async function listed(openid: string, input: object = {}): Promise<List> {
  const reply = await list(openid, input)
  if (!reply.ok) throw new Error(reply.refused)
  return reply.data as List
}

describe('the list of members', () => {
  it('shows a secretary everybody of the community, with names and without numbers', async () => {
    const { members } = await listed(secretary)
    const shown = members.map(({ name }) => name)
    for (const { name, communityId } of demoMembers)
      expect([name, shown.includes(name)]).toEqual([name, communityId === 'west-street'])
    expect(members.filter(({ mine }) => mine).map(({ role }) => role)).toEqual(['secretary'])
    expect(members.every(({ hasPhone }) => hasPhone)).toBe(true)
    const said = JSON.stringify(members)
    for (const { phone, openid } of demoMembers)
      for (const secret of [phone, openid, keys.person(openid)])
        expect([secret, said.includes(secret)]).toEqual([secret, false])
  })

  it('shows a grid leader those of the own grid only', async () => {
    const { openid } = await newMember(cloud, gridLeader, { gridId: 'west-1' })
    const { members } = await listed(gridLeader, { gridId: 'west-1' })
    expect(members.map(({ membershipId }) => membershipId)).toEqual([
      membershipOf(openid, 'volunteer', { gridId: 'west-1' }),
      membershipOf(gridLeader, 'grid-leader', { gridId: 'west-1' }),
    ])
    expect(await list(gridLeader)).toMatchObject({ refused: 'role.forbidden' })
    expect(await list(gridLeader, { gridId: 'west-2' })).toMatchObject({ refused: 'role.forbidden' })
  })

  it.each([
    ['the street', street, 'ok'],
    ['a volunteer', volunteer, 'role.forbidden'],
    ['a secretary from elsewhere', otherSecretary, 'role.forbidden'],
    ['a resident', 'somebody', 'role.forbidden'],
  ])('is for %s: %#', async (_, openid, outcome) => {
    const reply = await list(openid)
    expect(reply.ok ? 'ok' : reply.refused).toBe(outcome)
  })

  it('says of each whether the role holds, is over or was taken back', async () => {
    const [over, gone] = [await newMember(cloud, secretary), await newMember(cloud, secretary)]
    alter(cloud, 'memberships', over.membershipId, { until: Date.now() - 1 })
    await revoke(secretary, gone.membershipId)
    const { members } = await listed(secretary)
    const stateOf = (id: string) => members.find(({ membershipId }) => membershipId === id)?.state
    expect([over, gone].map(({ membershipId }) => stateOf(membershipId))).toEqual(['over', 'revoked'])
  })
})

describe('a role that is taken back', () => {
  it('ends with the next call, is logged with its reason, and its holder is told', async () => {
    const { openid, membershipId } = await newMember(cloud, secretary, { role: 'grid-leader', gridId: 'west-1' })
    expect(await list(openid, { gridId: 'west-1' })).toMatchObject({ ok: true })
    expect(await revoke(secretary, membershipId, '调走了')).toMatchObject({ ok: true, data: { state: 'revoked' } })
    expect(await list(openid, { gridId: 'west-1' })).toMatchObject({ refused: 'role.forbidden' })
    expect(audits('role.revoke', membershipId)).toEqual([
      expect.objectContaining({ why: '调走了', role: 'secretary', actor: keys.person(secretary) }),
    ])
    expect(news(openid, 'member.revoked')).toEqual([
      expect.objectContaining({ params: { role: 'grid-leader', community: '西街社区' } }),
    ])
  })

  it('ends once for two taps', async () => {
    const { openid, membershipId } = await newMember(cloud, secretary)
    const key = 'key-revoke-00000001'
    const replies = await Promise.all([
      revoke(secretary, membershipId, '换人', key),
      revoke(secretary, membershipId, '换人', key),
    ])
    expect([...replies, await revoke(secretary, membershipId)].every(({ ok }) => ok)).toBe(true)
    expect([audits('role.revoke', membershipId).length, news(openid, 'member.revoked').length]).toEqual([1, 1])
  })

  it('may be one’s own, and then nobody is told', async () => {
    const { openid, membershipId } = await newMember(cloud, secretary)
    expect(await revoke(openid, membershipId, '搬家了')).toMatchObject({ ok: true })
    expect(audits('role.revoke', membershipId)).toEqual([expect.objectContaining({ role: 'resident', why: '搬家了' })])
    expect(news(openid, 'member.revoked')).toEqual([])
  })

  it('is another’s only for those who could have given it', async () => {
    const inGrid = await newMember(cloud, secretary, { role: 'grid-leader', gridId: 'west-1' })
    const helper = await newMember(cloud, secretary, { gridId: 'west-1' })
    expect(await revoke(gridLeader, inGrid.membershipId)).toMatchObject({ refused: 'member.not-yours' })
    expect(await revoke(otherGridLeader, helper.membershipId)).toMatchObject({ refused: 'role.forbidden' })
    expect(await revoke(otherSecretary, helper.membershipId)).toMatchObject({ refused: 'role.forbidden' })
    expect(await revoke(street, helper.membershipId)).toMatchObject({ refused: 'role.forbidden' })
    expect(await revoke(gridLeader, helper.membershipId)).toMatchObject({ ok: true })
  })

  it.each(['', ' ', 'x'.repeat(101)])('needs a reason: %j is none', async (why) => {
    expect(await revoke(secretary, 'whatever', why)).toMatchObject({ refused: 'input.invalid' })
  })
})

describe('the last secretary', () => {
  const mill = { communityId: 'spinning-mill', role: 'secretary' } as const
  const inForce = () =>
    cloud.database.find('memberships', { ...mill, state: 'active' }).filter(({ until }) => Number(until) > Date.now())
  const first = () => membershipOf(otherSecretary, 'secretary', mill)

  it('cannot leave, nor be taken for another whose role is over', async () => {
    expect(await revoke(otherSecretary, first())).toMatchObject({ refused: 'member.last-secretary' })
    const { membershipId } = await newMember(cloud, otherSecretary, mill)
    alter(cloud, 'memberships', membershipId, { until: Date.now() - 1 })
    expect(await revoke(otherSecretary, first())).toMatchObject({ refused: 'member.last-secretary' })
    expect(inForce()).toHaveLength(1)
  })

  it.each([1, 2, 3, 4, 5])('is left when two send each other away at once, turn %i', async () => {
    const other = await newMember(cloud, otherSecretary, mill)
    const replies = await Promise.all([revoke(otherSecretary, other.membershipId), revoke(other.openid, first())])
    expect(inForce()).toHaveLength(1)
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    // Both start anew with the first one.
    alter(cloud, 'memberships', first(), { state: 'active', endedAt: null })
    alter(cloud, 'memberships', other.membershipId, { state: 'revoked' })
  })

  it('is left when all three leave at once', async () => {
    const [two, three] = [await newMember(cloud, otherSecretary, mill), await newMember(cloud, otherSecretary, mill)]
    const replies = await Promise.all([
      revoke(otherSecretary, first()),
      revoke(two.openid, two.membershipId),
      revoke(three.openid, three.membershipId),
    ])
    expect(inForce().length).toBeGreaterThanOrEqual(1)
    expect(replies.filter(({ ok }) => ok)).toHaveLength(3 - inForce().length)
  })
})

describe('a role that is renewed', () => {
  const renew = (by: string, membershipId: string, months: number) =>
    callAs(cloud, by, 'member.renew', { membershipId, months })

  it('ends as many months later, and its holder is told', async () => {
    const { openid, membershipId, until } = await newMember(cloud, secretary, { months: 3 })
    expect(await renew(secretary, membershipId, 6)).toMatchObject({ data: { until: monthsAfter(until, 6) } })
    expect(row(membershipId)).toMatchObject({ until: monthsAfter(until, 6), state: 'active' })
    expect(news(openid, 'member.renewed')).toEqual([
      expect.objectContaining({
        params: { role: 'volunteer', community: '西街社区', until: String(monthsAfter(until, 6)) },
      }),
    ])
    expect(audits('role.renew', membershipId)).toHaveLength(1)
  })

  it('counts from now where it was over', async () => {
    const { openid, membershipId } = await newMember(cloud, secretary)
    alter(cloud, 'memberships', membershipId, { until: Date.now() - 1 })
    const before = Date.now()
    const { until } = await dataAs<{ until: number }>(cloud, secretary, 'member.renew', { membershipId, months: 1 })
    expect(until).toBeGreaterThanOrEqual(monthsAfter(before, 1))
    expect(until).toBeLessThanOrEqual(monthsAfter(Date.now(), 1))
    expect(await callAs(cloud, openid, 'work.show', {})).toMatchObject({ data: { posts: [{ membershipId }] } })
  })

  it('never runs further ahead than three years', async () => {
    const { membershipId } = await newMember(cloud, secretary, { months: 30 })
    const { until } = await dataAs<{ until: number }>(cloud, secretary, 'member.renew', { membershipId, months: 36 })
    expect(until).toBeLessThanOrEqual(monthsAfter(Date.now(), 36))
  })

  it('is not one that was taken back, nor one that is not the caller’s to give', async () => {
    const helper = await newMember(cloud, secretary, { gridId: 'west-1' })
    expect(await renew(gridLeader, membershipOf(gridLeader, 'grid-leader', { gridId: 'west-1' }), 1)).toMatchObject({
      refused: 'member.not-yours',
    })
    expect(await renew(otherGridLeader, helper.membershipId, 1)).toMatchObject({ refused: 'role.forbidden' })
    expect(await renew(helper.openid, helper.membershipId, 1)).toMatchObject({ refused: 'role.forbidden' })
    await revoke(secretary, helper.membershipId)
    expect(await renew(secretary, helper.membershipId, 1)).toMatchObject({ refused: 'member.revoked' })
    expect(await renew(secretary, 'none', 1)).toMatchObject({ refused: 'member.missing' })
  })
})

describe('the number of a member', () => {
  const look = (by: string, membershipId: string, key?: string) =>
    callAs(cloud, by, 'member.phone', { membershipId, why: '有事商量' }, key)
  const leader = membershipOf(gridLeader, 'grid-leader', { gridId: 'west-1' })
  const number = demoMembers.find(({ openid }) => openid === gridLeader)?.phone

  it('is told with a reason, which is logged, and does not lie about with the resend', async () => {
    const key = 'key-phone-000000001'
    for (const _ of ['first', 'again']) expect(await look(secretary, leader, key)).toMatchObject({ data: { number } })
    expect(audits('member.phone', leader)).toEqual([expect.objectContaining({ why: '有事商量', role: 'secretary' })])
    expect(JSON.stringify([cloud.database.find('resends'), cloud.database.find('audits')])).not.toContain(number)
  })

  it('is not for those below or beside, nor for anybody elsewhere', async () => {
    const head = membershipOf(secretary, 'secretary')
    expect(await look(gridLeader, leader)).toMatchObject({ refused: 'member.not-yours' })
    for (const openid of [otherGridLeader, otherSecretary, street, volunteer, 'somebody'])
      expect([openid, await look(openid, leader)]).toMatchObject([openid, { refused: 'role.forbidden' }])
    expect(await look(gridLeader, head)).toMatchObject({ refused: 'role.forbidden' })
  })

  it('is not told of who has none, or is no member any more', async () => {
    const { membershipId } = await newMember(cloud, secretary)
    expect(await look(secretary, membershipId)).toMatchObject({ refused: 'phone.none' })
    alter(cloud, 'memberships', membershipId, { until: Date.now() - 1 })
    expect(await look(secretary, membershipId)).toMatchObject({ refused: 'member.over' })
    await revoke(secretary, membershipId)
    expect(await look(secretary, membershipId)).toMatchObject({ refused: 'member.revoked' })
  })
})
