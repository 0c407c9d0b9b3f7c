import { membershipId } from '../../src/cloud/people/ids'
import type { listMembers, OutputOf } from '../../src/contract'
import type { LocalCloud } from '../../src/local/start'
import { startProduct } from './support/cloud'
import { documentOf } from './support/content'
import {
  callAs,
  dataAs,
  dutyMember,
  gridLeader,
  handlerMember,
  keys,
  members,
  otherSecretary,
  secretary,
  volunteer,
} from './support/people'
import { newVolunteer, offered, offerOf, offering } from './support/wishes'

jest.setTimeout(120_000)

let cloud: LocalCloud
beforeEach(async () => {
  cloud = await startProduct()
})
afterEach(() => cloud.close())

function idOf(openid: string): string {
  const found = members.find((one) => one.openid === openid)
  if (!found) throw new Error('nobody of the demo')
  return membershipId(keys.person(openid), found)
}
const membershipOf = (openid: string) =>
  documentOf(cloud, 'memberships', idOf(openid)) as unknown as { readonly checkedAt: number | null }
const checking = (openid: string, of: string, checked = true) =>
  callAs(cloud, openid, 'member.check', { membershipId: idOf(of), checked })
const audits = () => cloud.database.find('audits') as unknown as readonly { readonly verb: string }[]

describe('a member’s identity', () => {
  it('is checked by a keeper who has seen it, and written into the log', async () => {
    expect(membershipOf(newVolunteer).checkedAt).toBeNull()
    expect(await checking(secretary, newVolunteer)).toMatchObject({ data: { checked: true } })
    expect(membershipOf(newVolunteer).checkedAt).not.toBeNull()
    expect(audits().map(({ verb }) => verb)).toEqual(['member.check'])
  })

  it('is taken back, and that stands in the log as well', async () => {
    expect(await checking(secretary, volunteer, false)).toMatchObject({ data: { checked: false } })
    expect(membershipOf(volunteer).checkedAt).toBeNull()
    expect(audits().map(({ verb }) => verb)).toEqual(['member.uncheck'])
  })

  it('checked twice is checked once', async () => {
    await checking(secretary, newVolunteer)
    const before = membershipOf(newVolunteer).checkedAt
    await checking(secretary, newVolunteer)
    expect(membershipOf(newVolunteer).checkedAt).toBe(before)
    expect(audits()).toHaveLength(1)
  })

  it('stands on the cards that hang already', async () => {
    const { offerId } = await offered(cloud, {}, newVolunteer)
    expect(offerOf(cloud, offerId).isChecked).toBe(false)
    await checking(secretary, newVolunteer)
    expect(offerOf(cloud, offerId).isChecked).toBe(true)
    await checking(secretary, newVolunteer, false)
    expect(offerOf(cloud, offerId).isChecked).toBe(false)
  })

  it('of as many cards as can be open goes in one commit', async () => {
    for (let n = 0; n < 10; n++) await offering(cloud, {}, newVolunteer)
    expect(await checking(secretary, newVolunteer)).toMatchObject({ ok: true })
    const cards = cloud.database.find('offers') as unknown as readonly { readonly isChecked: boolean }[]
    expect(cards.map(({ isChecked }) => isChecked)).toEqual(Array.from({ length: 10 }, () => true))
  })

  it.each([
    ['a grid leader, whom the grid of a member of the whole community is not', gridLeader, 'role.forbidden'],
    ['a duty member', dutyMember, 'role.forbidden'],
    ['a volunteer', volunteer, 'role.forbidden'],
    ['somebody who deals with requests', handlerMember, 'role.forbidden'],
    ['a secretary elsewhere', otherSecretary, 'role.forbidden'],
  ])('is not checked by %s', async (_, openid, refused) => {
    expect(await checking(openid, newVolunteer)).toMatchObject({ refused })
  })

  it('is nobody’s own to check', async () => {
    expect(await checking(secretary, secretary)).toMatchObject({ refused: 'member.own' })
  })

  it('is not checked of a role that has ended', async () => {
    cloud.database.modify('memberships', { _id: idOf(newVolunteer) }, { $set: { state: 'revoked' } })
    expect(await checking(secretary, newVolunteer)).toMatchObject({ refused: 'member.missing' })
  })

  it('stands in the list of members; keepers need none', async () => {
    const { members: rows } = await dataAs<OutputOf<typeof listMembers>>(cloud, secretary, 'member.list', {
      ...{ communityId: 'west-street', gridId: null, cursor: null },
    })
    const checkedOf = (openid: string) => rows.find((row) => row.membershipId === idOf(openid))?.checked
    expect([volunteer, newVolunteer, gridLeader, secretary].map(checkedOf)).toEqual([true, false, true, true])
  })
})

describe('red cards of a member whose role is taken away', () => {
  const revoking = (of: string) =>
    dataAs(cloud, secretary, 'member.revoke', { membershipId: idOf(of), why: '不再担任志愿者' })

  it('come off the wall in the same commit', async () => {
    const { offerId } = await offered(cloud)
    await revoking(volunteer)
    expect(offerOf(cloud, offerId)).toMatchObject({
      state: 'paused',
      zone: 'off',
      isChecked: false,
      keys: [],
      finds: [],
    })
  })

  it('stay where another role lets them take wishes on', async () => {
    const { offerId } = await offered(cloud)
    const row = documentOf(cloud, 'memberships', idOf(volunteer))
    cloud.database.insert('memberships', [{ ...row, _id: 'another-role', role: 'duty', checkedAt: null }])
    await revoking(volunteer)
    expect(offerOf(cloud, offerId)).toMatchObject({ state: 'open', zone: 'wall', isChecked: false })
  })

  it('leave those of others alone', async () => {
    const { offerId } = await offered(cloud, {}, newVolunteer)
    await revoking(volunteer)
    expect(offerOf(cloud, offerId)).toMatchObject({ state: 'open', zone: 'wall' })
  })
})
