import type { ActionName, Call } from '../../../contract'
import type { LocalCloud } from '../../../local/start'
import { newCaller } from '../../support/permission-walk'
import { aboutOf } from '../../support/proof/about'
import { freshKey, keys } from '../../support/proof/documents'
import { callerKinds, situationsOf, type Situation } from '../../support/proof/situations'
import { ask } from '../ask'

/** What an action asks of the database, as the local cloud counts it. */
export interface Cost {
  readonly roundTrips: number
  /** Documents looked at, which is more than those given back if an index narrows little. */
  readonly documentsRead: number
  readonly documentsWritten: number
}

/** A call, and who makes it: somebody new unless said. */
export type Asked = Pick<Call, 'input' | 'key'> & { readonly openid?: string }

/** One row of the table: an action in a situation, how to bring it about, and what it may cost there. */
export interface Priced {
  readonly action: ActionName
  readonly situation: string
  readonly call: Asked | ((cloud: LocalCloud) => Asked)
  /** Calls and documents that come before, and are not counted; given what will be asked, and by whom. */
  readonly before?: (cloud: LocalCloud, asked: Asked & { readonly openid: string }) => Promise<void>
  /** Whether anybody is behind the call; somebody unless said. */
  readonly anonymous?: true
  readonly cost: Cost
}

export const cost = (roundTrips: number, documentsRead: number, documentsWritten = 0): Cost => ({
  ...{ roundTrips, documentsRead, documentsWritten },
})

/** As the server writes them: a full list is asked for from here on. */
export const cursor = (value: string | number, id: string) =>
  Buffer.from(JSON.stringify([value, id])).toString('base64url')

/** The usual call of an action, by somebody of this kind, about something made for it. */
export const usual =
  (action: ActionName, by: string = 'resident', over: Partial<Situation> = {}, fields: object = {}) =>
  (cloud: LocalCloud): Asked => {
    const kind = callerKinds.find(({ name }) => name === by)
    const openid = kind && newCaller(cloud, kind)
    if (openid === undefined) throw new Error(`nobody is a ${by}`)
    const { database, clock } = cloud
    const [situation] = situationsOf([], false)
    const making = { database, now: clock.now(), caller: keys.person(openid) }
    const input = aboutOf[action].input(making, { ...(situation as Situation), ...over })
    return { openid, input: { ...input, ...fields }, key: freshKey() }
  }

/** The same call once before. */
export const already =
  (action: ActionName): NonNullable<Priced['before']> =>
  async (cloud, { openid, ...call }) => {
    await ask(cloud, action, call, openid)
  }

/** The same input once before, under another key. */
export const alreadyElse =
  (action: ActionName, over: object = {}): NonNullable<Priced['before']> =>
  async (cloud, { openid, input }) => {
    await ask(cloud, action, { input: { ...(input as object), ...over }, key: freshKey() }, openid)
  }
