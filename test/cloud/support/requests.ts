import { seenOf } from '../../../src/domain/request/act-said'
import type { actRequest, InputOf, listRequests, OutputOf, showRequest, submitRequest } from '../../../src/contract'
import type { RequestRow } from '../../../src/cloud/request/load'
import type { LocalCloud } from '../../../src/local/start'
import { documentOf } from './content'
import { callAs, dataAs } from './people'

/** Somebody who has agreed, once `consent` has said so, and lives nowhere in particular. */
export const filer = 'openid-of-a-filer'
export const joiner = 'openid-of-a-joiner'

/** The one agency of West Street that somebody of the demo handles for. */
export const property = 'west-property'

export type Filing = InputOf<typeof submitRequest>
export type Filed = OutputOf<typeof submitRequest>
export type Shown = OutputOf<typeof showRequest>
export type Listed = OutputOf<typeof listRequests>

/** A lamp that is out on the stairs of 1号楼, in 第一网格: it is the property company's, and can be seen. */
export const aFiling = (over: Partial<Filing> = {}): Filing => ({
  buildingId: 'heyuan-1',
  unitId: null,
  where: 'shared',
  room: null,
  spot: '楼梯口',
  matterId: 'corridor-light',
  answers: [],
  called: [],
  words: '楼道灯一直不亮',
  pictures: [],
  reach: 'message',
  phone: null,
  isPublic: true,
  isAnonymous: false,
  behalf: null,
  noticeId: null,
  ...over,
})

/** Files a request, as `filer` unless said. */
export const filed = (cloud: LocalCloud, over: Partial<Filing> = {}, openid = filer, key?: string): Promise<Filed> =>
  dataAs<Filed>(cloud, openid, 'request.submit', aFiling(over), key)

/** The same, with what came of it. */
export const filing = (cloud: LocalCloud, over: Partial<Filing> = {}, openid = filer, key?: string) =>
  callAs(cloud, openid, 'request.submit', aFiling(over), key)

/** A building of another community. */
export function elsewhere(cloud: LocalCloud): string {
  const [building] = cloud.database.find('buildings', { communityId: 'spinning-mill' }) as unknown as readonly {
    _id: string
  }[]
  if (!building) throw new Error('the demo has no building there')
  return building._id
}

/** What is kept of a request. */
export const requestOf = (cloud: LocalCloud, id: string): RequestRow =>
  documentOf(cloud, 'requests', id) as unknown as RequestRow

/** A request as somebody sees it. */
export const shownTo = (cloud: LocalCloud, openid: string, requestId: string): Promise<Shown> =>
  dataAs<Shown>(cloud, openid, 'request.show', { requestId })

/** Changes a request behind everybody's back: somebody worked on it. */
export function alterRequest(cloud: LocalCloud, id: string, fields: Partial<RequestRow>): void {
  cloud.database.modify('requests', { _id: id }, { $set: { ...fields, version: requestOf(cloud, id).version + 1 } })
}

/** A page of a desk's list; of the whole community unless said. */
export const deskOf = (
  cloud: LocalCloud,
  openid: string,
  over: Partial<InputOf<typeof listRequests>> = {},
): Promise<Listed> =>
  dataAs<Listed>(cloud, openid, 'request.list', {
    ...{ communityId: 'west-street', gridId: null, agencyId: null, show: 'open', buildingId: null, cursor: null },
    ...over,
  })

type Acting = InputOf<typeof actRequest>
export type Deed = Acting['deed']

/** Does a step, having seen how it stands now unless said. */
export const acting = (
  cloud: LocalCloud,
  openid: string,
  requestId: string,
  deed: Deed,
  over: Partial<Acting> = {},
  key?: string,
) => {
  const seen = seenOf(requestOf(cloud, requestId))
  return callAs(cloud, openid, 'request.act', { requestId, seen, deed, note: null, ...over }, key)
}

/** The same, where it has to work. */
export async function acted(
  cloud: LocalCloud,
  openid: string,
  requestId: string,
  deed: Deed,
  over: Partial<Acting> = {},
): Promise<OutputOf<typeof actRequest>> {
  const reply = await acting(cloud, openid, requestId, deed, over)
  if (!reply.ok) throw new Error(`${deed.verb} was refused: ${reply.refused}`)
  return reply.data as OutputOf<typeof actRequest>
}
