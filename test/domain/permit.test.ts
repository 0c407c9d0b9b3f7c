import fc from 'fast-check'
import { nowhere, permit, scopes, type Allowed, type Belongs } from '../../src/domain/people/permit'
import { fitsRole, heldRoles, mayInvite, roles, type HeldRole, type Membership } from '../../src/domain/people/roles'

const now = 1000
const held = (role: HeldRole, over: Partial<Membership> = {}): Membership => ({
  role,
  communityId: 'c1',
  gridId: null,
  agencyId: null,
  from: 0,
  until: 2000,
  state: 'active',
  ...over,
})
const of = (over: Partial<Belongs> = {}): Belongs => ({ ...nowhere, communityId: 'c1', ...over })
const allows = (allowed: Allowed, memberships: readonly Membership[], belongs: Belongs, person: string | null = 'me') =>
  permit(allowed, person, memberships, belongs, now)?.role ?? null

describe('a row of the table of permissions', () => {
  it('that is empty lets nobody in, whatever they hold', () => {
    const everything = heldRoles.map((role) => held(role, { gridId: 'g1', agencyId: 'a1' }))
    expect(allows({}, everything, of({ owner: 'me', gridId: 'g1', agencyId: 'a1' }))).toBeNull()
  })

  it('for visitors lets in whoever comes, also without an identity', () => {
    expect(allows({ visitor: 'any' }, [], nowhere, null)).toBe('visitor')
  })

  it('for residents lets in whoever WeChat names, and nobody else', () => {
    expect(allows({ resident: 'any' }, [], nowhere)).toBe('resident')
    expect(allows({ resident: 'any' }, [], nowhere, null)).toBeNull()
  })

  it('for one’s own lets in the owner only', () => {
    expect(allows({ resident: 'own' }, [], of({ owner: 'me' }))).toBe('resident')
    expect(allows({ resident: 'own' }, [], of({ owner: 'somebody else' }))).toBeNull()
    expect(allows({ resident: 'own' }, [], of({ owner: null }), null)).toBeNull()
  })

  it.each([
    ['community', { communityId: 'c1' }, true],
    ['community', { communityId: 'c2' }, false],
    ['community', { communityId: null }, false],
    ['grid', { gridId: 'g1' }, true],
    ['grid', { gridId: 'g2' }, false],
    ['grid', { gridId: null }, false],
    ['grid', { communityId: 'c2', gridId: 'g1' }, false],
    ['agency', { agencyId: 'a1' }, true],
    ['agency', { agencyId: 'a2' }, false],
    ['agency', { agencyId: null }, false],
    ['agency', { communityId: 'c2', agencyId: 'a1' }, false],
  ] as const)('with the scope %s reaches %j: %s', (scope, place, is) => {
    const mine = held('grid-leader', { gridId: 'g1', agencyId: 'a1' })
    expect(allows({ 'grid-leader': scope }, [mine], of(place))).toBe(is ? 'grid-leader' : null)
  })

  it('for one’s own lets in whoever it is shared with, too', () => {
    const shared = of({ owner: null, shared: ['me', 'a neighbour'] })
    expect(allows({ resident: 'own' }, [], shared)).toBe('resident')
    expect(allows({ resident: 'own' }, [], shared, 'somebody else')).toBeNull()
  })

  it('for an agency lets in every agency that has a part in it', () => {
    const mine = held('handler', { agencyId: 'a1' })
    expect(allows({ handler: 'agency' }, [mine], of({ agencyId: 'a2', agencyIds: ['a3', 'a1'] }))).toBe('handler')
    expect(allows({ handler: 'agency' }, [mine], of({ agencyId: 'a2', agencyIds: ['a3'] }))).toBeNull()
  })

  it('does not take an empty grid or agency for the same as an empty one', () => {
    expect(allows({ duty: 'grid' }, [held('duty')], of())).toBeNull()
    expect(allows({ handler: 'agency' }, [held('handler')], of())).toBeNull()
  })

  it.each([
    ['that was revoked', { state: 'revoked' as const }],
    ['that has ended', { until: now }],
    ['that has not begun', { from: now + 1 }],
  ])('does not count a role %s', (_, over) => {
    expect(allows({ secretary: 'community' }, [held('secretary', over)], of())).toBeNull()
  })

  it('never lets in by a role that it does not name', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...heldRoles),
        fc.constantFrom(...scopes),
        fc.constantFrom(...heldRoles),
        (named, scope, mine) => {
          const everywhere = held(mine, { gridId: 'g1', agencyId: 'a1' })
          const role = allows({ [named]: scope }, [everywhere], of({ owner: 'me', gridId: 'g1', agencyId: 'a1' }))
          expect(role).toBe(named === mine ? mine : null)
        },
      ),
    )
  })

  it('says by which membership it let in', () => {
    const other = held('secretary', { communityId: 'c2' })
    const mine = held('secretary')
    expect(permit({ secretary: 'community' }, 'me', [other, mine], of(), now)?.membership).toBe(mine)
  })
})

describe('a role', () => {
  it.each([
    ['grid-leader', 'g1', null, true],
    ['grid-leader', null, null, false],
    ['handler', null, 'a1', true],
    ['handler', null, null, false],
    ['handler', 'g1', 'a1', false],
    ['secretary', null, null, true],
    ['secretary', 'g1', null, false],
    ['volunteer', 'g1', null, true],
    ['volunteer', null, null, true],
    ['duty', null, 'a1', false],
    ['street', null, null, true],
  ] as const)('%s with grid %s and agency %s has a place that fits: %s', (role, gridId, agencyId, fits) => {
    expect(fitsRole(role, { gridId, agencyId })).toBe(fits)
  })

  it('of secretary may bring in every other, of grid leader only those who help, and nobody else anybody', () => {
    const pairs = roles.flatMap((role) =>
      heldRoles.filter((one) => mayInvite(role, one)).map((one) => `${role}:${one}`),
    )
    expect(pairs.sort()).toEqual(
      [...heldRoles.map((one) => `secretary:${one}`), 'grid-leader:duty', 'grid-leader:volunteer'].sort(),
    )
  })
})
