import { randomUUID } from 'node:crypto'
import type { Reply } from '../contract'
import { isRefused } from '../contract'
import { readCall } from './edge'
import type { Handler, Surroundings } from './handle'
import type { Keys } from './keys'
import { describeFault, type Log } from './log'
import type { Templates } from './message/templates'
import type { Store } from './store'
import type { Platform } from './store/platform'
import type { Caller } from './store/sdk'

/** What stands around a call: taken from the platform at the entry, never from the request. */
export interface Entry {
  readonly caller: Caller
  readonly now: number
  readonly store: Store
  readonly keys: Keys
  readonly platform: Platform
  /** None: nothing is pushed. */
  readonly templates?: Templates
  readonly log: Log
}

/** Answers one event by these handlers; never throws, never tells a detail of a fault. */
export async function serveBy(known: readonly Handler[], event: unknown, entry: Entry): Promise<Reply> {
  const requestId = randomUUID()
  const call = readCall(event)
  if (isRefused(call)) return { ok: false, refused: call.refused, requestId }
  const handler = known.find(({ action }) => action.name === call.action)
  if (!handler) return { ok: false, refused: 'action.unknown', requestId }
  const note = (happened: string, fault?: unknown) =>
    entry.log({
      level: 'error',
      requestId,
      action: handler.action.name,
      event: happened,
      ...(fault === undefined ? {} : describeFault(fault)),
    })
  try {
    const handled = await handler.run(call, surroundingsOf(entry, requestId, note))
    return isRefused(handled)
      ? { ok: false, refused: handled.refused, requestId }
      : { ok: true, data: handled.data, requestId }
  } catch (fault) {
    note('server.failed', fault)
    return { ok: false, refused: 'server.failed', requestId }
  }
}

function surroundingsOf(
  { caller: { openid }, now, store, keys, platform, templates = {}, log }: Entry,
  requestId: string,
  note: Surroundings['note'],
): Surroundings {
  return {
    person: openid === '' ? null : keys.person(openid),
    openid,
    now,
    store,
    keys,
    platform,
    templates,
    requestId,
    log,
    note,
    async isFit(text) {
      if (openid === '') return false
      try {
        return (await platform.checkText(text, openid)) === 'pass'
      } catch (fault) {
        // Words that nobody has checked are not kept; what they stand in goes on without them.
        note('content.unchecked', fault)
        return false
      }
    },
  }
}
