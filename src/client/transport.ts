import Taro from '@tarojs/taro'
import type { Call } from '../contract'
import { functionOf } from './runs-in'

/** Carries one call to its function and brings back whatever it answered; throws when nothing came back. */
export async function send(call: Call): Promise<unknown> {
  const { result } = await Taro.cloud.callFunction({
    name: functionOf(call.action),
    data: { ...call, ...openedBy(call) },
  })
  return result
}

/** WeChat opens a CloudID only at the top of what is sent: there it goes once more. */
function openedBy({ action, input }: Call): object {
  if (action !== 'notice.open') return {}
  const { group } = Object(input) as { readonly group?: unknown }
  return typeof group === 'string' ? { group: Taro.cloud.CloudID(group) } : {}
}
