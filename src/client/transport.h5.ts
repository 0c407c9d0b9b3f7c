import type { Call } from '../contract'
import { identityHeader } from '../platform/identity.h5'
import { functionOf } from './runs-in'

/** Carries one call to the local cloud and brings back whatever it answered; throws when nothing came back. */
export async function send(call: Call): Promise<unknown> {
  const response = await fetch(`/call/${functionOf(call.action)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...identityHeader() },
    body: JSON.stringify({ data: call }),
  })
  const answer = (await response.json()) as { result?: unknown; errMsg?: string }
  if (answer.result === undefined) throw new Error(answer.errMsg ?? 'no result')
  return answer.result
}
