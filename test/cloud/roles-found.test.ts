import { randomBytes } from 'node:crypto'
import type { Output } from '../../src/client/named'
import { makeSetupCode, setupNonceBytes } from '../../src/cloud/people/setup-code'
import { day } from '../../src/domain/time/clock'
import { monthsAfter } from '../../src/domain/time/months'
import { findMatterName } from '../../src/knowledge/names'
import type { LocalCloud } from '../../src/local/start'
import { startProduct } from './support/cloud'
import { callAs, keys, secretary } from './support/people'
import { alter, invite, membershipOf, newcomer } from './support/roles'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startProduct()
})
afterAll(() => cloud.close())

const codeFor = (communityId: string | null, expiresAt = Date.now() + 7 * day) =>
  makeSetupCode(keys, { communityId, expiresAt, nonce: randomBytes(setupNonceBytes) })
const names = { name: '东街社区', streetName: '人民路街道', province: '河南省', city: '郑州市', district: '金水区' }
const found = (openid: string, code: string, over: object = {}, key?: string) =>
  callAs(cloud, openid, 'community.found', { code, name: '周书记', communityId: null, community: names, ...over }, key)
const communities = (name: string) => cloud.database.find('communities', { name })

describe('a new community', () => {
  it('begins with a set-up code: an empty directory, its first secretary, and a line in the log', async () => {
    const openid = await newcomer(cloud)
    const data = await found(openid, codeFor(null)).then((reply) =>
      reply.ok ? (reply.data as Output<'community.found'>) : null,
    )
    expect(communities('东街社区')).toEqual([
      expect.objectContaining({
        _id: data?.communityId,
        agencies: [],
        grids: [],
        estates: [],
        revision: 1,
        street: { name: '人民路街道' },
      }),
    ])
    const [held] = cloud.database.find('memberships', { _id: data?.membershipId })
    expect(held).toMatchObject({ role: 'secretary', communityId: data?.communityId, invitationId: null })
    expect(held?.['until']).toBe(monthsAfter(Number(held?.['from']), 36))
    expect(cloud.database.find('audits', { verb: 'community.found', communityId: data?.communityId })).toHaveLength(1)
    // The secretary is at work at once.
    await expect(invite(cloud, openid, { communityId: data?.communityId })).resolves.toBeDefined()
    expect(await callAs(cloud, openid, 'work.show', {})).toMatchObject({
      data: { posts: [{ communityName: '东街社区' }] },
    })
  })

  it('has what is asked everywhere on its doors', async () => {
    await found(await newcomer(cloud), codeFor(null), { community: { ...names, name: '门上有事的社区' } })
    const [{ commonMatters } = { commonMatters: [] }] = communities('门上有事的社区')
    const known = (commonMatters as readonly string[]).map((id) => findMatterName(id)?.id)
    expect(known).toEqual(commonMatters)
    expect(known.length).toBeGreaterThan(3)
  })

  it('begins once for one code, also when two people use it at once', async () => {
    const people = [await newcomer(cloud), await newcomer(cloud)]
    const code = codeFor(null)
    const community = { ...names, name: '只有一个社区' }
    const replies = await Promise.all(people.map((openid) => found(openid, code, { community })))
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ refused: 'setup.used' })
    expect(communities('只有一个社区')).toHaveLength(1)
  })

  it('begins once for the same call sent again', async () => {
    const openid = await newcomer(cloud)
    const [code, community] = [codeFor(null), { ...names, name: '发了两次社区' }]
    const replies = [1, 2].map(() => found(openid, code, { community }, 'key-found-000000001'))
    expect((await Promise.all(replies)).map((reply) => reply.ok && reply.data['communityId'])).toEqual([
      expect.any(String),
      expect.any(String),
    ])
    expect(communities('发了两次社区')).toHaveLength(1)
  })

  it.each([
    ['no names', () => codeFor(null), { community: null }, 'setup.no-community'],
    ['a code for a community that is there', () => codeFor('west-street'), {}, 'setup.unknown'],
    ['a code that is over', () => codeFor(null, Date.now() - 2 * day), {}, 'setup.unknown'],
    ['a made-up code', () => '7K2M-XQ9R-TD00-ABCD-EFGH-1234', {}, 'setup.unknown'],
    [
      'a name that the content check refuses',
      () => codeFor(null),
      { community: { ...names, name: '【违规】' } },
      'content.refused',
    ],
  ])('does not begin with %s', async (_, code, over, refused) => {
    const openid = await newcomer(cloud)
    expect(await found(openid, code(), over)).toMatchObject({ refused })
    expect(cloud.database.find('memberships', { person: keys.person(openid) })).toEqual([])
  })

  it('is nothing for who has not agreed to the notice', async () => {
    expect(await found('nobody-agreed', codeFor(null))).toMatchObject({ refused: 'consent.needed' })
  })
})

describe('a community that is there', () => {
  const there = { communityId: 'west-street', community: null }

  it('gets no second first secretary', async () => {
    const openid = await newcomer(cloud)
    expect(await found(openid, codeFor('west-street'), there)).toMatchObject({ refused: 'setup.has-secretary' })
  })

  it('counts a secretary whose role begins a moment later: the clocks of two who found at once are not the same', async () => {
    alter(cloud, 'memberships', membershipOf(secretary, 'secretary'), { from: Date.now() + 60_000 })
    const openid = await newcomer(cloud)
    expect(await found(openid, codeFor('west-street'), there)).toMatchObject({ refused: 'setup.has-secretary' })
  })

  it('that does not exist has none', async () => {
    const openid = await newcomer(cloud)
    const nowhere = { communityId: 'nowhere', community: null }
    expect(await found(openid, codeFor('nowhere'), nowhere)).toMatchObject({ refused: 'setup.no-community' })
  })

  it('gets one again after its last one’s time ran out, and one only for two codes at once', async () => {
    alter(cloud, 'memberships', membershipOf(secretary, 'secretary'), { until: Date.now() - 1 })
    const people = [await newcomer(cloud), await newcomer(cloud)]
    const replies = await Promise.all(people.map((openid) => found(openid, codeFor('west-street'), there)))
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ refused: 'setup.has-secretary' })
    const now = cloud.database.find('memberships', { communityId: 'west-street', role: 'secretary', state: 'active' })
    expect(now.filter(({ until }) => Number(until) > Date.now())).toHaveLength(1)
  })
})

describe('guessing a set-up code', () => {
  it('ends after ten tries a day', async () => {
    const openid = await newcomer(cloud)
    const replies = []
    for (let turn = 0; turn < 11; turn++) replies.push(await found(openid, '7K2M-XQ9R-TD00-ABCD-EFGH-1234'))
    expect(replies.map((reply) => !reply.ok && reply.refused)).toEqual([
      ...Array.from({ length: 10 }, () => 'setup.unknown'),
      'rate.limited',
    ])
  })
})
