import type { Role, HeldRole, RolePlace } from '../../../domain/people/roles'
import { heldRoles } from '../../../domain/people/roles'
import type { Standing } from './documents'

/** How what a call is about stands to who calls. `same` grid and agency are those of a caller who has one. */
export interface Situation {
  readonly owner: 'own' | 'other'
  readonly community: 'here' | 'there'
  readonly grid: 'same' | 'other' | 'none'
  readonly agency: 'same' | 'other' | 'none'
  /** Whether there is no such thing. */
  readonly missing: boolean
}
export type Side = 'owner' | 'community' | 'grid' | 'agency'

const sides = {
  owner: ['other', 'own'],
  community: ['here', 'there'],
  grid: ['same', 'other', 'none'],
  agency: ['none', 'same', 'other'],
} as const

const usual: Situation = { owner: 'other', community: 'here', grid: 'same', agency: 'none', missing: false }

/** Every combination of the sides that make a difference to an action; and, where it is about a document, that it is gone. */
export function situationsOf(varies: readonly Side[], canMiss: boolean): readonly Situation[] {
  const all = varies.reduce<readonly Situation[]>(
    (found, side) => found.flatMap((one) => sides[side].map((value) => ({ ...one, [side]: value }))),
    [usual],
  )
  return canMiss ? [...all, { ...usual, missing: true }] : all
}

export const here = 'west-street'
export const there = 'spinning-mill'
export const hereGrid = 'west-1'
export const hereAgency = 'west-property'

/**
 * The ids of a situation. A grid of the same id in another community is still another grid: that is what `same` means
 * there.
 */
export const placeOf = ({ community, grid, agency }: Situation): RolePlace => ({
  communityId: community === 'here' ? here : there,
  gridId: grid === 'same' ? hereGrid : grid === 'none' ? null : community === 'here' ? 'west-2' : 'mill-1',
  agencyId: agency === 'same' ? hereAgency : agency === 'none' ? null : 'west-power',
})

/** One role of a caller. Those of `there` have no grid. */
export interface CallersRole {
  readonly role: HeldRole
  readonly standing: Standing
  readonly at: 'here' | 'there'
  readonly hasGrid: boolean
}

export interface CallerKind {
  readonly name: string
  /** null: nobody is behind the call. `new`: agreed to nothing yet. */
  readonly identity: null | 'new' | 'agreed'
  readonly held: readonly CallersRole[]
}

const one = (role: HeldRole, standing: Standing, hasGrid = role === 'grid-leader'): CallerKind => ({
  name: `${role}${hasGrid && role !== 'grid-leader' ? ' of a grid' : ''}, ${standing}`,
  identity: 'agreed',
  held: [{ role, standing, at: 'here', hasGrid }],
})
const standings: readonly Standing[] = ['in force', 'revoked', 'expired', 'not begun']
const secretaryThere: CallersRole = { role: 'secretary', standing: 'in force', at: 'there', hasGrid: false }

/** Everybody who can call, as far as the table of permissions can tell them apart. */
export const callerKinds: readonly CallerKind[] = [
  { name: 'visitor', identity: null, held: [] },
  { name: 'resident who agreed to nothing', identity: 'new', held: [] },
  { name: 'resident', identity: 'agreed', held: [] },
  ...heldRoles.flatMap((role) => standings.map((standing) => one(role, standing))),
  ...(['volunteer', 'duty'] as const).map((role) => one(role, 'in force', true)),
  { name: 'secretary elsewhere', identity: 'agreed', held: [secretaryThere] },
  {
    name: 'secretary elsewhere, revoked here',
    identity: 'agreed',
    held: [secretaryThere, { role: 'secretary', standing: 'revoked', at: 'here', hasGrid: false }],
  },
  {
    name: 'grid leader and handler',
    identity: 'agreed',
    held: [
      { role: 'handler', standing: 'in force', at: 'here', hasGrid: false },
      { role: 'grid-leader', standing: 'in force', at: 'here', hasGrid: true },
    ],
  },
]

/** The table of permissions as plain data. */
export type Table = Readonly<Record<string, Readonly<Partial<Record<Role, string>>>>>

/** `in`: past the gate, whatever comes then. */
export type Expected = 'in' | 'caller.unknown' | 'role.forbidden' | 'consent.needed'

/**
 * What the table says of a cell, read off as a person would: it shares nothing with `permit`, nor with what the
 * loaders answer.
 */
export function expectedOf(
  table: Table,
  action: string,
  caller: CallerKind,
  situation: Situation,
  needs: boolean,
): Expected {
  const row = table[action] ?? {}
  if (row.visitor === 'any') return 'in'
  if (caller.identity === null) return 'caller.unknown'
  const working = caller.held.filter(({ standing }) => standing === 'in force')
  if (situation.missing) return row.resident || working.length > 0 ? 'in' : 'role.forbidden'
  const isTheirs =
    row.resident === 'any' ||
    (row.resident === 'own' && situation.owner === 'own') ||
    working.some((held) => reaches(row[held.role], held, situation))
  if (!isTheirs) return 'role.forbidden'
  return needs && caller.identity === 'new' ? 'consent.needed' : 'in'
}

function reaches(scope: string | undefined, held: CallersRole, { owner, community, grid, agency }: Situation): boolean {
  const inTheirCommunity = held.at === community
  switch (scope) {
    case 'any':
      return true
    case 'own':
      return owner === 'own'
    case 'community':
      return inTheirCommunity
    case 'grid':
      return inTheirCommunity && held.hasGrid && grid === 'same'
    case 'agency':
      return inTheirCommunity && held.role === 'handler' && agency === 'same'
    default:
      return false
  }
}
