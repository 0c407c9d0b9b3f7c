import type { Output } from '../../../src/client/named'
import { membershipId } from '../../../src/cloud/people/ids'
import { invitationCode } from '../../../src/cloud/roles/code'
import { firstDocument } from '../../../src/cloud/store/collection'
import { definitions } from '../../../src/cloud/store/documents'
import type { HeldRole, RolePlace } from '../../../src/domain/people/roles'
import type { LocalCloud } from '../../../src/local/start'
import { consent, dataAs, keys, secretary } from './people'

/** The `_id` of somebody's role; at West Street unless said. */
export const membershipOf = (openid: string, role: HeldRole, place: Partial<RolePlace> = {}): string =>
  membershipId(keys.person(openid), { role, communityId: 'west-street', gridId: null, agencyId: null, ...place })

type Made = Output<'invitation.create'>
export const offer = { role: 'volunteer', communityId: 'west-street', gridId: null, agencyId: null } as const

/** Somebody invites: to be a volunteer of West Street, once, for a week, unless said. */
export const invite = (cloud: LocalCloud, openid: string, over: object = {}): Promise<Made> =>
  dataAs<Made>(cloud, openid, 'invitation.create', { ...offer, uses: 1, days: 7, months: 12, ...over })

let counted = 0
/** Somebody new who has agreed to the notice. */
export async function newcomer(cloud: LocalCloud): Promise<string> {
  const openid = `newcomer-${++counted}`
  await consent(cloud, openid)
  return openid
}

/** Somebody new who is given a role by this member. */
export async function newMember(cloud: LocalCloud, by: string, over: object = {}) {
  const openid = await newcomer(cloud)
  const { code } = await invite(cloud, by, over)
  const accepted = await dataAs<Output<'invitation.accept'>>(cloud, openid, 'invitation.accept', {
    code,
    name: '新来的',
  })
  return { openid, ...accepted }
}

/** Changes a document behind everybody's back: time passes, a colleague acts. */
export function alter(cloud: LocalCloud, collection: string, id: string, fields: Record<string, unknown>): void {
  const [row] = cloud.database.find(collection, { _id: id })
  if (!row) throw new Error(`nothing to alter in ${collection}`)
  cloud.database.remove(collection, { _id: id })
  cloud.database.insert(collection, [{ ...row, ...fields, version: Number(row['version']) + 1 }])
}

const fields = {
  _id: 'stand0000001',
  ...offer,
  ...{ uses: 5, used: 0, months: 12, state: 'open' },
  createdBy: keys.person(secretary),
  madeAs: membershipOf(secretary, 'secretary'),
  createdAt: Date.parse('2026-11-01T09:00:00+08:00'),
  expiresAt: Date.parse('2036-11-01T09:00:00+08:00'),
}
/** An invitation that is there from the beginning, and the code that opens it. */
export const standing = {
  code: invitationCode(keys, fields._id),
  document: firstDocument(definitions.invitations, fields),
}
