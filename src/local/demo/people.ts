import { readKeys } from '../../cloud/keys'
import { membershipId, sealedAt } from '../../cloud/people/ids'
import { noticeVersion, purposes } from '../../domain/people/consent'
import type { HeldRole } from '../../domain/people/roles'
import { developmentKeys } from '../development-keys'

/** Somebody of the demo: made up, named by what they do. */
export interface DemoMember {
  readonly openid: string
  readonly name: string
  readonly role: HeldRole
  readonly communityId: string
  readonly gridId: string | null
  readonly agencyId: string | null
  /** A keeper has seen who it is. */
  readonly isChecked: boolean
  /** Made up as well: the prefix 000 does not exist. */
  readonly phone: string
}

const member = (
  openid: string,
  name: string,
  role: HeldRole,
  place: {
    readonly communityId?: string
    readonly gridId?: string
    readonly agencyId?: string
    readonly line: string
    readonly isNew?: boolean
  },
): DemoMember => ({
  openid,
  name,
  role,
  communityId: place.communityId ?? 'west-street',
  gridId: place.gridId ?? null,
  agencyId: place.agencyId ?? null,
  isChecked: place.isNew !== true,
  phone: `0008888${place.line}`,
})

/** One of each role at West Street, and a few elsewhere, so that one sees what stays shut. */
export const demoMembers: readonly DemoMember[] = [
  member('demo-secretary', '李书记', 'secretary', { line: '9001' }),
  member('demo-grid-leader', '张网格长', 'grid-leader', { gridId: 'west-1', line: '9002' }),
  member('demo-grid-leader-2', '陈网格长', 'grid-leader', { gridId: 'west-2', line: '9003' }),
  member('demo-handler', '王师傅', 'handler', { agencyId: 'west-property', line: '9004' }),
  member('demo-duty', '赵值班', 'duty', { line: '9005' }),
  member('demo-volunteer', '刘志愿者', 'volunteer', { line: '9006' }),
  member('demo-volunteer-2', '周志愿者', 'volunteer', { line: '9009' }),
  member('demo-volunteer-3', '吴志愿者', 'volunteer', { line: '9010', isNew: true }),
  member('demo-street', '街道小周', 'street', { line: '9007' }),
  member('demo-secretary-2', '孙书记', 'secretary', { communityId: 'spinning-mill', line: '9008' }),
]

const since = Date.parse('2026-10-01T00:00:00+08:00')
const until = Date.parse('2029-10-01T00:00:00+08:00')

/** The documents of the demo's members, sealed with the development keys. */
export function demoPeopleDocuments(members: readonly DemoMember[] = demoMembers) {
  const keys = readKeys(developmentKeys)
  const keyId = keys.currentKey
  return {
    people: members.map(({ openid, name, phone }) => {
      const person = keys.person(openid)
      return {
        _id: person,
        openid: keys.seal(openid, sealedAt('people', 'openid', person)),
        name: keys.seal(name, sealedAt('people', 'name', person)),
        phone: keys.seal(phone, sealedAt('people', 'phone', person)),
        phoneLookup: keys.lookup('phone', phone),
        phoneFrom: 'typed' as const,
        phoneAt: since,
        consents: purposes.map((purpose) => ({ purpose, version: noticeVersion, at: since, withdrawnAt: null })),
        since,
        keyId,
      }
    }),
    memberships: members.map(({ openid, name, role, communityId, gridId, agencyId, isChecked }) => {
      const person = keys.person(openid)
      const _id = membershipId(person, { role, communityId, gridId, agencyId })
      return {
        _id,
        person,
        role,
        communityId,
        gridId,
        agencyId,
        name: keys.seal(name, sealedAt('memberships', 'name', _id)),
        from: since,
        until,
        state: 'active' as const,
        endedAt: null,
        checkedAt: isChecked ? since : null,
        invitationId: null,
        keyId,
      }
    }),
  }
}
