import { demoMembers } from '../../../src/local/demo/people'
import { developmentKeys } from '../../../src/local/development-keys'
import { readKeys } from '../../../src/cloud/keys'
import { noticeVersion, purposes, type Purpose } from '../../../src/domain/people/consent'
import type { LocalCloud } from '../../../src/local/start'
import { callApi, type AnyReply } from './cloud'

/** The keys that the local cloud's functions have. */
export const keys = readKeys(developmentKeys)

/** Openids of the demo: one of each role at West Street (grid leader of west-1), and some elsewhere. */
export const secretary = 'demo-secretary'
export const gridLeader = 'demo-grid-leader'
/** Of the other grid of the same community, west-2. */
export const otherGridLeader = 'demo-grid-leader-2'
export const handlerMember = 'demo-handler'
export const dutyMember = 'demo-duty'
export const volunteer = 'demo-volunteer'
export const street = 'demo-street'
/** Of another community. */
export const otherSecretary = 'demo-secretary-2'
export const members = demoMembers

let counted = 0
/** A key that no call had before. */
export const freshKey = (): string => `test-key-${String(++counted).padStart(12, '0')}`

/** Calls a read or a write as somebody; a write gets a fresh key unless it brings one. */
export const callAs = (
  cloud: LocalCloud,
  openid: string | undefined,
  action: string,
  input: unknown,
  key: string = freshKey(),
): Promise<AnyReply> => callApi(cloud, { action, input, key }, openid)

/** The same, and fails the test where it is refused. */
export async function dataAs<Data = Record<string, unknown>>(
  cloud: LocalCloud,
  openid: string,
  action: string,
  input: unknown,
  key?: string,
): Promise<Data> {
  const reply = await callAs(cloud, openid, action, input, key)
  if (!reply.ok) throw new Error(`${action} was refused: ${reply.refused}`)
  return reply.data as Data
}

/** Somebody agrees to the privacy notice, for everything unless said. */
export const consent = (cloud: LocalCloud, openid: string, to: readonly Purpose[] = purposes) =>
  dataAs(cloud, openid, 'consent.grant', { version: noticeVersion, purposes: to, atLeast14: true })
