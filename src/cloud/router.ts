import { randomUUID } from 'node:crypto'
import type { Reply } from '../contract'
import { reportContact } from './contact/report'
import { openDoor } from './door/open'
import { listBuildings, listPlaces } from './door/places'
import { readCall } from './edge'
import { isRefused } from '../contract'
import type { Handler } from './handle'
import { hashOf } from './hash'
import { describeFault, type Log } from './log'
import { missedSearch } from './search/missed'
import type { Store } from './store'
import type { CheckText } from './store/content'
import type { Caller } from './store/sdk'

/** Every handler, one for each action of the contract. */
export const handlers: readonly Handler[] = [openDoor, listPlaces, listBuildings, reportContact, missedSearch]

/** What stands around a call: taken from the platform at the entry, never from the request. */
export interface Surroundings {
  readonly caller: Caller
  readonly now: number
  readonly store: Store
  readonly checkText: CheckText
  readonly log: Log
}

const personOf = ({ openid }: Caller) => (openid === '' ? null : hashOf('person', openid))

/** Answers one event of the function `api`; never throws, never tells a detail of a fault. */
export async function serve(
  event: unknown,
  { caller, now, store, checkText, log }: Surroundings,
  known = handlers,
): Promise<Reply> {
  const requestId = randomUUID()
  const call = readCall(event)
  if (isRefused(call)) return { ok: false, refused: call.refused, requestId }
  const handler = known.find(({ action }) => action.name === call.action)
  if (!handler) return { ok: false, refused: 'action.unknown', requestId }
  const told = { level: 'error', requestId, action: handler.action.name } as const
  const isFit = async (text: string) => {
    if (caller.openid === '') return false
    try {
      return await checkText(text, caller.openid)
    } catch (fault) {
      // Words that nobody has checked are not kept; what they stand in goes on without them.
      log({ ...told, event: 'content.unchecked', ...describeFault(fault) })
      return false
    }
  }
  try {
    const handled = await handler.run(call, { person: personOf(caller), now, store, isFit })
    return isRefused(handled)
      ? { ok: false, refused: handled.refused, requestId }
      : { ok: true, data: handled.data, requestId }
  } catch (fault) {
    log({ ...told, event: 'server.failed', ...describeFault(fault) })
    return { ok: false, refused: 'server.failed', requestId }
  }
}
