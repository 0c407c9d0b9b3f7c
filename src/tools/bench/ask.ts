import { release, type ActionName, type Call, type Reply } from '../../contract'
import { functionOf } from '../support/function-of'
import type { LocalCloud } from '../../local/start'

/** Calls an action as a page does, through its function; `null`: nobody is behind the call. */
export async function ask(
  cloud: Pick<LocalCloud, 'invoke'>,
  action: ActionName,
  call: Pick<Call, 'input' | 'key'>,
  openid: string | null = 'oBenchResident',
): Promise<Reply> {
  const caller = { source: 'wx_client', ...(openid === null ? {} : { openid }) }
  return (await cloud.invoke(functionOf(action), { action, release, ...call }, caller)) as Reply
}

/** The same, where anything but data is a failure of the bench: a refusal is quicker than an answer. */
export async function askForData(...asked: Parameters<typeof ask>): Promise<void> {
  const reply = await ask(...asked)
  if (!reply.ok) throw new Error(`${asked[1]} was refused: ${reply.refused}`)
}
