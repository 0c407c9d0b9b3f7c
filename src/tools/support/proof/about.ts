import type { ActionName } from '../../../contract'
import { makeSetupCode } from '../../../cloud/people/setup-code'
import { randomBytes } from 'node:crypto'
import { noticeVersion } from '../../../domain/people/consent'
import {
  checkDocument,
  codeOf,
  complaintDocument,
  homeDocument,
  hour,
  invitationDocument,
  keys,
  membershipDocument,
  messageDocument,
  pictureDocument,
  put,
} from './documents'
import { directoryAbout } from './about-directory'
import { filesAbout } from './about-files'
import { noticesAbout } from './about-notices'
import { requestsAbout } from './about-requests'
import { wishesAbout } from './about-wishes'
import { about, anywhere, list, ownerOf, peoples, somebody, wholeList, type About, type Making } from './making'
import { here, placeOf, type Side, type Situation } from './situations'

export type { About, Making } from './making'

const places: readonly Side[] = ['community', 'grid', 'agency']

const home = (inputOf: (id: string, document: ReturnType<typeof homeDocument> | null) => object) =>
  about(
    'homes',
    peoples,
    (making, situation) => homeDocument(ownerOf(making, situation), placeOf(situation), making.now),
    inputOf,
  )
const complaint = (inputOf: (id: string) => object) =>
  about(
    'complaints',
    peoples,
    (making, situation) => complaintDocument(ownerOf(making, situation), placeOf(situation), making.now),
    inputOf,
  )
const invitation = (inputOf: (id: string) => object) =>
  about('invitations', places, (making, situation) => anInvitation(making, situation), inputOf)

function anInvitation(making: Making, situation: Situation) {
  const person = somebody(making)
  const { communityId } = placeOf(situation)
  const secretary = { role: 'secretary', communityId, gridId: null, agencyId: null } as const
  const maker = membershipDocument(person, secretary, making.now)
  put(making.database, 'memberships', [maker])
  return invitationDocument(maker, { role: 'volunteer', ...placeOf(situation) }, making.now)
}

/** A role that is over gives its holder nothing beside what they have: the cell says what it means to own it. */
const member = (inputOf: (id: string) => object) =>
  about(
    'memberships',
    [...peoples, 'agency'],
    (making, situation) => {
      const standing = situation.owner === 'own' ? 'expired' : 'in force'
      const held = { role: 'volunteer', ...placeOf(situation), standing } as const
      // Who calls may be a volunteer of just this place: then what is theirs is a role of another kind.
      const role = making.database.get('memberships', membershipDocument(making.caller, held, making.now)._id)
      return membershipDocument(ownerOf(making, situation), role ? { ...held, role: 'duty' } : held, making.now)
    },
    inputOf,
  )

/** How to ask for each action. One without a line does not compile. */
export const aboutOf: Readonly<Record<ActionName, About>> = {
  'door.open': anywhere({ by: 'code', code: '7K2MXQ9RTD' }),
  'place.list': anywhere({ cursor: null }),
  'place.buildings': anywhere({ estateId: 'heyuan', cursor: null }),
  'contact.report': anywhere({
    ...{ buildingId: 'heyuan-1', agencyId: 'west-property', phoneId: 'p1201', matterId: null, kind: 'no-answer' },
  }),
  'search.missed': anywhere({ communityId: here, outcome: 'outside', text: null, shown: [] }),

  'consent.grant': anywhere({ version: noticeVersion, purposes: ['account'], atLeast14: true }),
  'consent.withdraw': anywhere({ purpose: 'messages' }),
  'me.show': anywhere({}),
  'me.name': anywhere({ name: '王阿姨' }),
  'me.export': anywhere({}),
  'me.erase': anywhere({}),
  'phone.give': anywhere({ by: 'typed', number: '13900001111' }),
  'phone.look': anywhere({}),
  'home.declare': anywhere({ buildingId: 'heyuan-1', unitId: null, room: '301' }),
  'home.list': list({ state: 'declared' }),
  'home.confirm': home((homeId, row) => ({
    ...{ homeId, confirmed: true, seen: { declaredAt: row?.declaredAt ?? 1, state: 'declared' } },
  })),

  'community.found': anywhere(({ now }) => ({
    code: makeSetupCode(keys, { communityId: null, expiresAt: now + hour, nonce: randomBytes(5) }),
    ...{ name: '李书记', communityId: null },
    community: { name: '新社区', streetName: '新街道', province: '河北省', city: '石家庄市', district: '长安区' },
  })),
  'invitation.create': {
    varies: places,
    input: (_, situation) => ({ role: 'volunteer', ...placeOf(situation), uses: 1, days: 1, months: 1 }),
  },
  'invitation.places': {
    varies: ['community', 'grid'],
    input: (_, situation) => {
      const { communityId, gridId } = placeOf(situation)
      return { communityId, gridId }
    },
  },
  'invitation.open': anywhere((making) => ({ code: offered(making) })),
  'invitation.accept': anywhere((making) => ({ code: offered(making), name: '王师傅' })),
  'invitation.list': list(),
  'invitation.revoke': invitation((invitationId) => ({ invitationId })),
  'invitation.picture': invitation((invitationId) => ({ invitationId })),
  'member.list': list(),
  'member.revoke': member((membershipId) => ({ membershipId, why: '调走了' })),
  'member.renew': member((membershipId) => ({ membershipId, months: 1 })),
  'member.check': member((membershipId) => ({ membershipId, checked: true })),
  'member.phone': member((membershipId) => ({ membershipId, why: '商量值班' })),
  'work.show': anywhere({}),

  'picture.begin': anywhere({}),
  'picture.add': about(
    'pictures',
    ['owner'],
    (making, situation) => pictureDocument(ownerOf(making, situation), making.now),
    (pictureId) => ({ pictureId, fileId: 'cloud://elsewhere.bucket/uploads/one.jpg' }),
  ),
  'complaint.file': anywhere({ communityId: here, kind: 'app', about: null, words: '字太小了', pictures: [] }),
  'complaint.mine': anywhere({ cursor: null }),
  'complaint.list': list({ state: 'open' }),
  'complaint.show': complaint((complaintId) => ({ complaintId })),
  'complaint.answer': complaint((complaintId) => ({ complaintId, words: '已经报修', close: false })),
  'complaint.withdraw': complaint((complaintId) => ({ complaintId })),
  'check.list': list(),
  'check.decide': about(
    'checks',
    peoples,
    (making, situation) => checkDocument(ownerOf(making, situation), placeOf(situation), making.now),
    (checkId) => ({ checkId, shown: true, why: '没有问题' }),
  ),

  'message.list': anywhere({ unread: true, cursor: null }),
  'message.unread': anywhere({}),
  'message.read': about(
    'messages',
    ['owner'],
    (making, situation) => messageDocument(ownerOf(making, situation), making.now),
    (messageId) => ({ messageId }),
  ),
  'message.read-all': anywhere(({ now }) => ({ until: now })),
  'message.subscribe': anywhere({ answers: [{ key: 'progress', answer: 'accept' }] }),

  ...requestsAbout,
  ...wishesAbout,
  ...directoryAbout,
  ...filesAbout,
  ...noticesAbout,

  'audit.list': wholeList,
  'report.list': wholeList,
  'miss.list': wholeList,
}

function offered(making: Making): string {
  const situation = { owner: 'other', community: 'here', grid: 'same', agency: 'none', missing: false } as const
  const document = anInvitation(making, situation)
  put(making.database, 'invitations', [document])
  return codeOf(document)
}
