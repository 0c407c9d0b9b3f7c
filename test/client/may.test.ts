import { mayAs, mayGiveAs, type Post } from '../../src/client/may'
import type { HeldRole } from '../../src/domain/people/roles'

const post = (role: HeldRole, gridId: string | null = null, communityId = 'c1'): Post => ({
  membershipId: `${role}-1`,
  role,
  communityId,
  communityName: '某社区',
  gridId,
  gridName: null,
  agencyId: null,
  agencyName: null,
  until: 1,
  homes: null,
  checks: null,
  complaints: null,
  requests: null,
})
const at = (gridId: string | null, communityId = 'c1') => ({ communityId, gridId, agencyId: null })

describe('what the own roles make possible', () => {
  it.each([
    ['a secretary sees the log of the community', [post('secretary')], 'audit.list', at(null), true],
    ['a secretary sees none of another community', [post('secretary')], 'audit.list', at(null, 'c2'), false],
    ['a grid leader does not see the log', [post('grid-leader', 'g1')], 'audit.list', at('g1'), false],
    ['a grid leader confirms homes of the own grid', [post('grid-leader', 'g1')], 'home.list', at('g1'), true],
    ['a grid leader does not for another grid', [post('grid-leader', 'g1')], 'home.list', at('g2'), false],
    ['a grid leader does not for the whole community', [post('grid-leader', 'g1')], 'home.list', at(null), false],
    ['the street reads the list of members', [post('street')], 'member.list', at(null), true],
    ['the street does not renew', [post('street')], 'member.renew', at(null), false],
    ['a volunteer keeps nothing', [post('volunteer')], 'member.list', at(null), false],
    ['nobody may nothing', [], 'home.list', at(null), false],
  ] as const)('%s', (_, posts, action, place, may) => {
    expect(mayAs(posts, action, place)).toBe(may)
  })

  it.each([
    ['a secretary gives every role', [post('secretary')], 'secretary', at(null), true],
    ['a grid leader gives volunteers of the grid', [post('grid-leader', 'g1')], 'volunteer', at('g1'), true],
    ['a grid leader gives no grid leaders', [post('grid-leader', 'g1')], 'grid-leader', at('g1'), false],
    ['who is both gives as secretary', [post('grid-leader', 'g1'), post('secretary')], 'grid-leader', at('g1'), true],
    ['a secretary gives nothing elsewhere', [post('secretary')], 'volunteer', at(null, 'c2'), false],
  ] as const)('%s', (_, posts, role, place, may) => {
    expect(mayGiveAs(posts, role, place)).toBe(may)
  })
})
