import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import type { Output } from '../../src/client/named'
import type { LocalCloud } from '../../src/local/start'
import { monthsAfter } from '../../src/domain/time/months'
import { day } from '../../src/domain/time/clock'
import { startProduct } from './support/cloud'
import {
  callAs,
  consent,
  dataAs,
  gridLeader,
  handlerMember,
  keys,
  otherGridLeader,
  otherSecretary,
  secretary,
  street,
  volunteer,
} from './support/people'
import { alter, invite, membershipOf, newcomer, newMember, offer } from './support/roles'

let cloud: LocalCloud
beforeAll(async () => {
  cloud = await startProduct()
})
afterAll(() => cloud.close())

const accept = (openid: string, code: string, name = '王新来', key?: string) =>
  callAs(cloud, openid, 'invitation.accept', { code, name }, key)
const open = (openid: string | undefined, code: string) => callAs(cloud, openid, 'invitation.open', { code })
const invitation = (id: string) => cloud.database.find('invitations', { _id: id })[0]
const membershipsOf = (openid: string) => cloud.database.find('memberships', { person: keys.person(openid) })
/** The name in a document, which only its own place opens. */
const unsealed = (collection: string, row: Record<string, unknown> = {}) =>
  keys.unseal(row['name'] as string, `${collection}.name:${row['_id'] as string}`)
const audits = (verb: string) => cloud.database.find('audits', { verb })

describe('an invitation', () => {
  it('shows anybody with its code what it offers, and nothing of who made it', async () => {
    const { code, expiresAt } = await invite(cloud, gridLeader, { gridId: 'west-1', uses: 3 })
    const reply = await open(undefined, code)
    expect(reply).toMatchObject({ ok: true })
    expect(reply.ok && reply.data).toEqual({
      role: 'volunteer',
      communityName: '西街社区',
      gridName: expect.any(String),
      agencyName: null,
      state: 'open',
      expiresAt,
      months: 12,
      already: false,
    })
  })

  it('is carried by a code of 24 letters that nobody can make up, and that is not kept', async () => {
    const { code, invitationId } = await invite(cloud, secretary)
    expect(code).toMatch(/^[0-9a-z]{24}$/)
    const kept = JSON.stringify(['invitations', 'resends'].map((name) => cloud.database.find(name)))
    expect(kept).not.toContain(code.slice(12))
    const other = code.at(-1) === '0' ? '1' : '0'
    for (const wrong of [
      `${code.slice(0, -1)}${other}`,
      `${invitationId}${'0'.repeat(12)}`,
      'abcdefgh',
      '家'.repeat(24),
    ])
      expect(await open(secretary, wrong)).toMatchObject({ ok: false, refused: 'invitation.unknown' })
  })

  it('is understood as a person types its code', async () => {
    const { code } = await invite(cloud, secretary)
    const typed = (code.toUpperCase().match(/.{4}/g) ?? []).join(' ')
    expect(await open(volunteer, typed)).toMatchObject({ ok: true, data: { state: 'open' } })
  })

  it('gives the role for its months, with the name sealed, and tells who invited', async () => {
    const openid = await newcomer(cloud)
    const { code, invitationId } = await invite(cloud, gridLeader, { gridId: 'west-1', months: 6 })
    const reply = await accept(openid, code, '钱小二')
    const [held] = membershipsOf(openid)
    expect(held).toMatchObject({ role: 'volunteer', gridId: 'west-1', state: 'active', invitationId })
    expect(held?.['until']).toBe(monthsAfter(Number(held?.['from']), 6))
    expect(reply).toMatchObject({ ok: true, data: { membershipId: held?._id, until: held?.['until'] } })
    expect(unsealed('memberships', held)).toBe('钱小二')
    expect(JSON.stringify([held, cloud.database.find('audits'), cloud.database.find('messages')])).not.toContain(
      '钱小二',
    )
    const news = cloud.database.find('messages', { person: keys.person(gridLeader), kind: 'invitation.accepted' })
    expect(news).toContainEqual(expect.objectContaining({ params: { role: 'volunteer', community: '西街社区' } }))
    expect(audits('role.accept')).toContainEqual(
      expect.objectContaining({ actor: keys.person(openid), subject: { collection: 'memberships', id: held?._id } }),
    )
  })

  it('keeps the name as the person’s own where there was none, and leaves alone the one there is', async () => {
    const openid = await newcomer(cloud)
    const first = await invite(cloud, secretary)
    await accept(openid, first.code, '第一个')
    const second = await invite(cloud, secretary, { role: 'duty' })
    await accept(openid, second.code, '第二个')
    const [person] = cloud.database.find('people', { _id: keys.person(openid) })
    expect(unsealed('people', person)).toBe('第一个')
  })

  it('asks for agreement first', async () => {
    const { code } = await invite(cloud, secretary)
    expect(await accept('somebody-without-consent', code)).toMatchObject({ ok: false, refused: 'consent.needed' })
    expect(membershipsOf('somebody-without-consent')).toEqual([])
  })

  it('gives the role once for two taps, and once for the same call sent again', async () => {
    const openid = await newcomer(cloud)
    const { code, invitationId } = await invite(cloud, secretary, { uses: 5 })
    const key = 'key-accept-00000001'
    const replies = await Promise.all([
      accept(openid, code, '甲', key),
      accept(openid, code, '甲', key),
      accept(openid, code),
    ])
    const again = await accept(openid, code, '甲', key)
    expect([...replies, again].map((reply) => reply.ok)).toEqual([true, true, true, true])
    expect(membershipsOf(openid)).toHaveLength(1)
    expect(invitation(invitationId)).toMatchObject({ used: 1 })
  })

  it('gives its last use to one of two who take it at once', async () => {
    const [one, two] = [await newcomer(cloud), await newcomer(cloud)]
    const { code, invitationId } = await invite(cloud, secretary)
    const replies = await Promise.all([accept(one, code), accept(two, code)])
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1)
    expect(replies.find((reply) => !reply.ok)).toMatchObject({ refused: 'invitation.used-up' })
    expect(invitation(invitationId)).toMatchObject({ used: 1, uses: 1 })
    expect([...membershipsOf(one), ...membershipsOf(two)]).toHaveLength(1)
  })

  it('can no longer be accepted once it expired, or was taken back', async () => {
    const openid = await newcomer(cloud)
    const late = await invite(cloud, secretary)
    alter(cloud, 'invitations', late.invitationId, { expiresAt: Date.now() - 1 })
    expect(await accept(openid, late.code)).toMatchObject({ refused: 'invitation.expired' })
    const back = await invite(cloud, secretary)
    await dataAs(cloud, secretary, 'invitation.revoke', { invitationId: back.invitationId })
    expect(await accept(openid, back.code)).toMatchObject({ refused: 'invitation.revoked' })
    expect(await open(openid, back.code)).toMatchObject({ data: { state: 'revoked' } })
    expect(membershipsOf(openid)).toEqual([])
  })

  it('falls with the role by which it was made', async () => {
    const { openid: leader, membershipId } = await newMember(cloud, secretary, {
      role: 'grid-leader',
      gridId: 'west-1',
    })
    const { code } = await invite(cloud, leader, { gridId: 'west-1' })
    await dataAs(cloud, secretary, 'member.revoke', { membershipId, why: '换人' })
    expect(await accept(await newcomer(cloud), code)).toMatchObject({ refused: 'invitation.revoked' })
  })

  it('does not come back with the role, where that is given anew', async () => {
    const place = { role: 'grid-leader', gridId: 'west-1' } as const
    const { openid: leader, membershipId } = await newMember(cloud, secretary, place)
    const { code } = await invite(cloud, leader, { gridId: 'west-1' })
    await dataAs(cloud, secretary, 'member.revoke', { membershipId, why: '换人' })
    const anew = await invite(cloud, secretary, place)
    expect(await accept(leader, anew.code)).toMatchObject({ ok: true, data: { membershipId } })
    expect(await accept(await newcomer(cloud), code)).toMatchObject({ refused: 'invitation.revoked' })
    const { code: later } = await invite(cloud, leader, { gridId: 'west-1' })
    expect(await accept(await newcomer(cloud), later)).toMatchObject({ ok: true })
  })

  it('from before does not bring back who was sent away; a new one does', async () => {
    const openid = await newcomer(cloud)
    const before = await invite(cloud, secretary, { uses: 9 })
    const { membershipId } = await dataAs<Output<'invitation.accept'>>(cloud, openid, 'invitation.accept', {
      code: before.code,
      name: '甲',
    })
    await dataAs(cloud, secretary, 'member.revoke', { membershipId, why: '不合适' })
    expect(await open(openid, before.code)).toMatchObject({ data: { state: 'revoked', already: false } })
    expect(await accept(openid, before.code)).toMatchObject({ refused: 'invitation.revoked' })
    const anew = await invite(cloud, secretary)
    expect(await accept(openid, anew.code)).toMatchObject({ ok: true, data: { membershipId } })
    expect(membershipsOf(openid)).toEqual([expect.objectContaining({ state: 'active', endedAt: null })])
  })

  it('of a name that the content check does not let stand gives nothing', async () => {
    const openid = await newcomer(cloud)
    const { code, invitationId } = await invite(cloud, secretary)
    expect(await accept(openid, code, '【违规】')).toMatchObject({ refused: 'content.refused' })
    expect([membershipsOf(openid), invitation(invitationId)?.['used']]).toEqual([[], 0])
  })
})

describe('the places that an invitation may name', () => {
  const places = (openid: string, gridId: string | null, communityId = 'west-street') =>
    callAs(cloud, openid, 'invitation.places', { communityId, gridId })

  it('are all of the community for a secretary, and the own grid for its leader', async () => {
    const all = await places(secretary, null)
    expect(all).toMatchObject({ ok: true, data: { communityName: '西街社区' } })
    const { grids, agencies } = (all.ok ? all.data : {}) as Output<'invitation.places'>
    expect(grids.map(({ id }) => id)).toEqual(expect.arrayContaining(['west-1', 'west-2']))
    expect(agencies.map(({ id }) => id)).toContain('west-property')
    expect(await places(gridLeader, 'west-1')).toMatchObject({ data: { grids: [{ id: 'west-1' }], agencies: [] } })
    expect(JSON.stringify(all)).not.toContain('000-8888')
  })

  it('are not for others', async () => {
    for (const [openid, gridId] of [
      [gridLeader, null],
      [gridLeader, 'west-2'],
      [otherSecretary, null],
      [street, null],
      ['somebody', null],
    ] as const)
      expect([openid, await places(openid, gridId)]).toMatchObject([openid, { refused: 'role.forbidden' }])
  })
})

describe('who may invite whom', () => {
  it.each([
    ['a secretary', secretary, { role: 'secretary' }, 'ok'],
    ['a secretary', secretary, { role: 'grid-leader', gridId: 'west-2' }, 'ok'],
    ['a secretary', secretary, { role: 'handler', agencyId: 'west-property' }, 'ok'],
    ['a secretary', secretary, { role: 'street' }, 'ok'],
    ['a secretary', secretary, { role: 'grid-leader' }, 'invitation.bad-place'],
    ['a secretary', secretary, { role: 'handler' }, 'invitation.bad-place'],
    ['a secretary', secretary, { role: 'secretary', gridId: 'west-1' }, 'invitation.bad-place'],
    ['a secretary', secretary, { gridId: 'no-such-grid' }, 'invitation.bad-place'],
    ['a secretary', secretary, { role: 'handler', agencyId: 'river-property' }, 'invitation.bad-place'],
    ['a secretary', secretary, { communityId: 'spinning-mill' }, 'role.forbidden'],
    ['a grid leader', gridLeader, { gridId: 'west-1' }, 'ok'],
    ['a grid leader', gridLeader, { role: 'duty', gridId: 'west-1' }, 'ok'],
    ['a grid leader', gridLeader, { role: 'grid-leader', gridId: 'west-1' }, 'invitation.not-yours'],
    ['a grid leader', gridLeader, { gridId: 'west-2' }, 'role.forbidden'],
    ['a grid leader', gridLeader, {}, 'role.forbidden'],
    ['a street', street, {}, 'role.forbidden'],
    ['a handler', handlerMember, {}, 'role.forbidden'],
    ['a secretary from elsewhere', otherSecretary, {}, 'role.forbidden'],
    ['a resident', 'somebody', {}, 'role.forbidden'],
  ])('%s %s %j: %s', async (_, openid, over, outcome) => {
    const input = { ...offer, uses: 1, days: 7, months: 12, ...over }
    const reply = await callAs(cloud, openid, 'invitation.create', input)
    expect(reply.ok ? 'ok' : reply.refused).toBe(outcome)
  })

  it('somebody who leads a grid and is secretary too invites as secretary', async () => {
    const { openid } = await newMember(cloud, secretary, { role: 'secretary', months: 1 })
    const { code } = await invite(cloud, secretary, { role: 'grid-leader', gridId: 'west-1', months: 36 })
    await accept(openid, code)
    await expect(invite(cloud, openid, { role: 'grid-leader', gridId: 'west-1' })).resolves.toMatchObject({
      code: expect.any(String),
    })
  })
})

describe('the list of invitations', () => {
  type List = Output<'invitation.list'>
  const list = (openid: string, input: object = {}) =>
    callAs(cloud, openid, 'invitation.list', { communityId: 'west-street', gridId: null, cursor: null, ...input })
  const listed = (openid: string, input: object = {}) =>
    list(openid, input).then((reply) => (reply.ok ? (reply.data as List).invitations : []))

  it('shows a grid leader what concerns the own grid, without the codes of roles that are not theirs to give', async () => {
    const mine = await invite(cloud, gridLeader, { gridId: 'west-1' })
    const colleague = await invite(cloud, secretary, { gridId: 'west-1' })
    const higher = await invite(cloud, secretary, { role: 'grid-leader', gridId: 'west-1' })
    const rows = await listed(gridLeader, { gridId: 'west-1' })
    const codeOf = (id: string) => rows.find(({ invitationId }) => invitationId === id)?.code
    expect([codeOf(mine.invitationId), codeOf(colleague.invitationId)]).toEqual([mine.code, colleague.code])
    expect(codeOf(higher.invitationId)).toBeNull()
    expect(await list(gridLeader, { gridId: 'west-2' })).toMatchObject({ refused: 'role.forbidden' })
    expect(await list(gridLeader)).toMatchObject({ refused: 'role.forbidden' })
  })

  it('goes page by page, newest first, each once', async () => {
    for (let turn = 0; turn < 25; turn++) await invite(cloud, otherSecretary, { communityId: 'spinning-mill' })
    const ids: string[] = []
    for (let cursor: string | null = null, pages = 0; pages === 0 || cursor !== null; pages++) {
      const reply = await list(otherSecretary, { communityId: 'spinning-mill', cursor })
      const page = (reply.ok ? reply.data : {}) as List
      expect(page.invitations.length).toBeLessThanOrEqual(20)
      ids.push(...page.invitations.map(({ invitationId }) => invitationId))
      cursor = page.cursor
    }
    expect([ids.length, new Set(ids).size]).toEqual([25, 25])
  })

  it('refuses a cursor that is none', async () => {
    expect(await list(secretary, { cursor: 'WyJhIl0' })).toMatchObject({ refused: 'place.bad-cursor' })
  })
})

describe('taking an invitation back', () => {
  const takeBack = (openid: string, invitationId: string) =>
    callAs(cloud, openid, 'invitation.revoke', { invitationId })

  it('is done once, however often it is said', async () => {
    const { invitationId } = await invite(cloud, secretary)
    const before = audits('invitation.revoke').length
    for (const _ of [1, 2])
      expect(await takeBack(secretary, invitationId)).toMatchObject({ data: { state: 'revoked' } })
    expect(audits('invitation.revoke')).toHaveLength(before + 1)
  })

  it('leaves the role to whoever has accepted it', async () => {
    const openid = await newcomer(cloud)
    const { code, invitationId } = await invite(cloud, secretary, { uses: 2 })
    await accept(openid, code)
    await takeBack(secretary, invitationId)
    expect(membershipsOf(openid)).toEqual([expect.objectContaining({ state: 'active' })])
    // To accept once more changes nothing, and is no mistake.
    expect(await accept(openid, code)).toMatchObject({ ok: true })
  })

  it('is for those who could have made it', async () => {
    const { invitationId } = await invite(cloud, secretary, { role: 'grid-leader', gridId: 'west-1' })
    expect(await takeBack(gridLeader, invitationId)).toMatchObject({ refused: 'invitation.not-yours' })
    expect(await takeBack(otherGridLeader, invitationId)).toMatchObject({ refused: 'role.forbidden' })
    expect(await takeBack(otherSecretary, invitationId)).toMatchObject({ refused: 'role.forbidden' })
    expect(await takeBack(secretary, 'none')).toMatchObject({ refused: 'invitation.missing' })
    expect(await takeBack('somebody', 'none')).toMatchObject({ refused: 'role.forbidden' })
  })
})

describe('the picture of an invitation', () => {
  const picture = (openid: string, invitationId: string) =>
    callAs(cloud, openid, 'invitation.picture', { invitationId })

  it('opens the page where it is accepted, with the code', async () => {
    const { code, invitationId } = await invite(cloud, secretary)
    const reply = await picture(secretary, invitationId)
    expect(reply).toMatchObject({ ok: true, data: { type: 'png' } })
    const bytes = Buffer.from(String(reply.ok && reply.data['picture']), 'base64')
    const { data, width, height } = PNG.sync.read(bytes)
    const text = jsQR(new Uint8ClampedArray(data), width, height)?.data
    expect(text).toBe(`${cloud.url}/#/pages/mine/join/index?scene=${code}`)
  })

  it('is not drawn once nobody can accept it, nor for a role that is not the caller’s to give', async () => {
    const { invitationId } = await invite(cloud, secretary, { role: 'grid-leader', gridId: 'west-1' })
    expect(await picture(gridLeader, invitationId)).toMatchObject({ refused: 'invitation.not-yours' })
    alter(cloud, 'invitations', invitationId, { expiresAt: Date.now() - day })
    expect(await picture(secretary, invitationId)).toMatchObject({ refused: 'invitation.over' })
  })
})

it('nothing private stands in any reply about invitations', async () => {
  const openid = 'openid-of-a-private-person'
  await consent(cloud, openid)
  const { code } = await invite(cloud, secretary, { uses: 3 })
  const replies = [
    await open(openid, code),
    await accept(openid, code, '只给书记看的名字'),
    await callAs(cloud, secretary, 'invitation.list', { communityId: 'west-street', gridId: null, cursor: null }),
  ]
  const said = JSON.stringify(replies)
  for (const secret of [
    openid,
    keys.person(openid),
    keys.person(secretary),
    membershipOf(secretary, 'secretary'),
    '只给书记',
  ])
    expect([secret, said.includes(secret)]).toEqual([secret, false])
})
