import { firstDocument, type Definition } from '../cloud/store/collection'
import { definitions } from '../cloud/store/documents'
import type { Settings } from '../domain/routing/types'
import { demo } from './demo'
import { demoNotices } from './demo/notices'
import { demoPeopleDocuments } from './demo/people'
import { demoRequests } from './demo/requests'
import { demoCards } from './demo/wishes'
import type { SeedRows } from './seed'

const rows = <Fields extends object>(
  definition: Definition<Fields>,
  documents: readonly (object & { readonly _id: string })[],
): SeedRows => ({ collection: definition.name, documents: documents.map((one) => firstDocument(definition, one)) })

/** As the collection keeps settings: their ids hold dots, which a database takes for paths. */
const pairs = (settings: Settings) => Object.entries(settings).map(([id, value]) => ({ id, value }))

/** Requests of the demo, with dates around `now` (ms). */
export const demoRequestRows = (now: number): SeedRows => rows(definitions.requests, demoRequests(now))

/** The wall of the demo, with dates around `now` (ms). */
export function demoWallRows(now: number): readonly SeedRows[] {
  const { wishes, offers } = demoCards(now)
  return [rows(definitions.wishes, wishes), rows(definitions.offers, offers)]
}

/** Notices of the demo, with dates around `now` (ms). */
export function demoNoticeRows(now: number): readonly SeedRows[] {
  const { notices, signUps } = demoNotices(now)
  return [rows(definitions.notices, notices.map(withoutKept)), rows(definitions.signUps, signUps)]
}

/** `firstDocument` puts them in. */
const withoutKept = ({
  shape: _shape,
  version: _version,
  ...fields
}: ReturnType<typeof demoNotices>['notices'][number]) => fields

/**
 * The demo communities and their members as documents, to seed a database with. With `alive` (ms) the notices of that
 * moment stand at the doors.
 */
export function demoRows(alive: number | null = null): readonly SeedRows[] {
  const atDoors = alive === null ? [] : demoNotices(alive).notices
  const boardOf = (communityId: string) =>
    atDoors.flatMap((notice) => (notice.communityId === communityId && notice.door ? [notice.door] : []))
  const { communities, buildings, doorCodes, people, memberships } = definitions
  const members = demoPeopleDocuments()
  const documents = demo.communities.map((community) => ({
    ...community,
    ...(alive === null ? {} : { notices: boardOf(community._id) }),
    settings: pairs(community.settings),
    estates: community.estates.map((estate) => ({ ...estate, settings: pairs(estate.settings) })),
  }))
  return [
    rows(communities, documents),
    rows(buildings, demo.buildings),
    rows(doorCodes, demo.doorCodes),
    rows(people, members.people),
    rows(memberships, members.memberships),
  ]
}
