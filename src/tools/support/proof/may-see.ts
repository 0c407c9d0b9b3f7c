import type { ActionName } from '../../../contract'
import type { Secret, SecretKind, Viewer, WorldRole } from './secret-world'

type May = (viewer: Viewer, secret: Secret) => boolean

const own: May = ({ openid }, { of }) => openid === of
const either =
  (...ways: readonly May[]): May =>
  (viewer, secret) =>
    ways.some((way) => way(viewer, secret))
const both =
  (...ways: readonly May[]): May =>
  (viewer, secret) =>
    ways.every((way) => way(viewer, secret))

const works = ({ standing }: WorldRole) => standing === 'in force'
const secretary: May = ({ roles }, { place }) =>
  roles.some((one) => works(one) && one.role === 'secretary' && one.communityId === place.communityId)
const leader: May = ({ roles }, { place }) =>
  roles.some(
    (one) =>
      works(one) &&
      one.role === 'grid-leader' &&
      one.communityId === place.communityId &&
      one.gridId !== null &&
      one.gridId === place.gridId,
  )
const street: May = ({ roles }, { place }) =>
  roles.some((one) => works(one) && one.role === 'street' && one.communityId === place.communityId)
const keeper = either(secretary, leader)
/** Whom a grid leader has brought in, or could have. */
const helper: May = (_, { role }) => role === 'volunteer' || role === 'duty'
const handsOut = either(secretary, both(leader, helper))

const shown: May = (_, { stand }) => stand === 'shown'
const waiting: May = (_, { stand }) => stand === 'waiting'
const filer: May = ({ openid }, { to }) => openid !== null && openid === to

/**
 * Who may find which secret in the reply of which action. What does not stand here nobody may see: no openid, no
 * pseudonym, no sealed text and no file id is for anybody, and no secret stands in a refusal.
 */
export const maySee: Readonly<Record<SecretKind, Readonly<Partial<Record<ActionName, May>>>>> = {
  openid: {},
  pseudonym: {},
  sealed: {},
  name: { 'me.show': own, 'me.name': own, 'me.export': own, 'home.list': keeper },
  'member name': { 'member.list': either(keeper, street), 'audit.list': secretary, 'me.export': own },
  phone: { 'phone.look': own, 'me.export': own, 'member.phone': handsOut },
  room: { 'me.show': own, 'me.export': own, 'home.list': keeper },
  complaint: {
    'complaint.mine': own,
    'me.export': own,
    'complaint.list': either(own, both(keeper, shown)),
    'complaint.show': either(own, both(keeper, shown)),
    'check.list': both(keeper, waiting),
  },
  answer: {
    'complaint.show': both(either(keeper, filer), shown),
    'me.export': both(filer, shown),
    'check.list': both(keeper, waiting),
  },
  news: { 'message.list': own, 'me.export': own },
  reason: { 'audit.list': secretary, 'me.export': own },
  code: { 'invitation.list': handsOut },
  file: { 'complaint.show': either(own, both(keeper, shown)), 'check.list': both(keeper, waiting) },
}
