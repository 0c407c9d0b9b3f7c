import { homeId, membershipId } from '../../cloud/people/ids'
import type { Database } from '../../local/start'
import {
  checkDocument,
  codeOf,
  complaintDocument,
  homeDocument,
  invitationDocument,
  keys,
  membershipDocument,
  messageDocument,
  personDocument,
  put,
  sealedRoom,
  type CollectionName,
} from '../support/proof/documents'

/** The community that `fill` fills, and its grid. */
const place = { communityId: 'full-00000', gridId: 'full-grid' } as const
const whole = { communityId: place.communityId, gridId: null, agencyId: null } as const

/** Those who look at the full lists. */
export const fullPeople = {
  secretary: 'full-secretary',
  gridLeader: 'full-grid-leader',
  handler: 'full-handler',
  /** Has as many complaints and pieces of news as a list is long. */
  resident: 'full-resident',
} as const

const at = Date.parse('2026-11-01T09:00:00+08:00')
/** As long as the contract lets them be: the fullest a page can get. */
const longest = { name: '王'.repeat(20), room: '室'.repeat(20), words: '漏'.repeat(500), why: '因'.repeat(100) }

/** One of the full community's invitations. */
const invitationId = (number: number) => `1${String(number).padStart(11, '0')}`
export const fullInvitation = { invitationId: invitationId(0), code: codeOf({ _id: invitationId(0) }) }
/** One of the full resident's complaints. */
export const fullComplaint = 'full-complaint-000000'

const openidOf = (number: number) => `full-resident-${number}`
const padded = (number: number) => String(number).padStart(6, '0')

/** How much of it belongs to one person, and to one community: the rest is spread over others. */
export interface Spread {
  readonly count: number
  readonly ofOne: number
}

type Made = object & { readonly _id: string }
type Makers = Readonly<Partial<Record<CollectionName, (number: number) => Made>>>

/**
 * People's documents: `count` of each kind, of which `ofOne` are the full community's, in its grid, and the full
 * resident's; the others are spread over communities and people of whom nobody asks.
 */
export function fillPeople(database: Database, { count, ofOne }: Spread): void {
  keepers(database)
  const isOurs = (number: number) => number < ofOne
  for (const [name, make] of Object.entries({
    ...peopleMakers(isOurs),
    ...wordMakers(isOurs),
    ...lookedBackOn(isOurs),
  })) {
    for (let from = 0; from < count; from += batch) {
      const numbers = Array.from({ length: Math.min(batch, count - from) }, (_, number) => from + number)
      put(database, name as CollectionName, numbers.map(make))
    }
  }
}

const batch = 1000
const time = (number: number) => at + number * 1000
const where = (isOurs: boolean, number: number) =>
  isOurs ? place : { communityId: `far-${number % 100}`, gridId: 'far-grid' }
const personOf = (number: number) => keys.person(openidOf(number))
const ownerOf = (isOurs: boolean, number: number) => (isOurs ? keys.person(fullPeople.resident) : personOf(number))
const maker = {
  _id: membershipId(keys.person(fullPeople.secretary), { role: 'secretary', ...whole }),
  person: 'nobody',
}

/** What nobody asks for is sealed once for all: only its number and its place differ. */
function peopleMakers(isOurs: (number: number) => boolean): Makers {
  const far = personDocument('far', { phone: '00000000002' }, at)
  const volunteer = { role: 'volunteer', agencyId: null } as const
  const farMember = membershipDocument(far._id, { ...volunteer, ...place }, at)
  return {
    people: (number) =>
      isOurs(number)
        ? personDocument(openidOf(number), { name: longest.name, phone: '00000000002' }, at)
        : { ...far, _id: personOf(number), phoneLookup: `far-${number}` },
    homes: (number) => {
      const lives = personOf(number)
      const room = isOurs(number) ? sealedRoom(lives, longest.room) : null
      const over = { room, buildingId: 'full-building-00000', declaredAt: time(number) }
      return homeDocument(lives, where(isOurs(number), number), at, over)
    },
    memberships: (number) => {
      const held = { ...volunteer, ...where(isOurs(number), number), name: longest.name }
      const _id = membershipId(personOf(number), held)
      const document = isOurs(number)
        ? membershipDocument(personOf(number), held, at)
        : { ...farMember, ...volunteer, ...where(false, number), _id }
      return { ...document, person: personOf(number), from: time(number), until: at + 1e11 }
    },
    invitations: (number) =>
      invitationDocument(maker, { ...volunteer, ...where(isOurs(number), number) }, at, {
        ...{ _id: invitationId(number), createdAt: time(number), expiresAt: at + 1e11 },
      }),
  }
}

const wordMakers = (isOurs: (number: number) => boolean): Makers => ({
  complaints: (number) =>
    complaintDocument(ownerOf(isOurs(number), number), where(isOurs(number), number), at, {
      ...{
        _id: `full-complaint-${padded(number)}`,
        filedAt: time(number),
        ...(isOurs(number) ? { words: longest.words } : {}),
      },
    }),
  checks: (number) =>
    checkDocument(personOf(number), where(isOurs(number), number), at, {
      ...{
        about: { collection: 'complaints', id: `full-complaint-${padded(number)}`, part: null },
        dueAt: time(number),
      },
    }),
  messages: (number) => messageDocument(ownerOf(isOurs(number), number), at, { at: time(number) }),
})

const lookedBackOn = (isOurs: (number: number) => boolean): Makers => ({
  audits: (number) => ({
    ...{ _id: `full-audit-${padded(number)}`, communityId: where(isOurs(number), number).communityId },
    ...{ actor: personOf(number), role: 'secretary', membershipId: maker._id, verb: 'role.renew' },
    ...{ subject: null, why: isOurs(number) ? longest.why : null, at: time(number) },
  }),
  contactReports: (number) => ({
    ...{ _id: `full-report-${padded(number)}`, communityId: where(isOurs(number), number).communityId },
    ...{ buildingId: 'full-building-00000', agencyId: 'full-agency-0', phoneId: 'full-0-0', number: '000-000000' },
    ...{ matterId: null, kind: 'no-answer', reporter: ownerOf(isOurs(number), number), receivedAt: time(number) },
  }),
  searchMisses: (number) => ({
    ...{ _id: `full-miss-${padded(number)}`, communityId: where(isOurs(number), number).communityId },
    ...{ day: '2026-11-01', outcome: 'unsure', text: `说法${number}`, count: 1, shown: [] },
  }),
})

function keepers(database: Database): void {
  const until = { until: at + 1e11 }
  const secretary = keys.person(fullPeople.secretary)
  const leader = keys.person(fullPeople.gridLeader)
  const handler = keys.person(fullPeople.handler)
  put(
    database,
    'people',
    Object.values(fullPeople).map((openid) => personDocument(openid, { phone: '00000000003' }, at)),
  )
  put(database, 'memberships', [
    { ...membershipDocument(secretary, { role: 'secretary', ...whole }, at), ...until },
    { ...membershipDocument(leader, { role: 'grid-leader', agencyId: null, ...place }, at), ...until },
    { ...membershipDocument(handler, { role: 'handler', ...whole, agencyId: 'full-agency-0' }, at), ...until },
  ])
}

/** The role of one of the full community's volunteers. */
export const fullMember = (number: number): string =>
  membershipId(personOf(number), { role: 'volunteer', agencyId: null, ...place })
export const fullHome = (number: number): string => homeId(personOf(number))
export const fullPost = maker._id
/** Somebody who lives there. */
export const fullNeighbour = openidOf(0)
