import Taro from '@tarojs/taro'
import type { Call } from '../contract'

/** In the demo and test edition each browser is somebody of its own; in WeChat, WeChat says who calls. */
const identityKey = 'demo-identity'
const identityHeader = 'x-local-openid'

function identity(): string {
  const known: unknown = Taro.getStorageSync(identityKey)
  if (typeof known === 'string' && known !== '') return known
  const fresh = `demo-${Math.random().toString(36).slice(2, 12)}x`
  Taro.setStorageSync(identityKey, fresh)
  return fresh
}

/** Carries one call to the local cloud and brings back whatever it answered; throws when nothing came back. */
export async function send(call: Call): Promise<unknown> {
  const response = await fetch('/call/api', {
    method: 'POST',
    headers: { 'content-type': 'application/json', [identityHeader]: identity() },
    body: JSON.stringify({ data: call }),
  })
  const answer = (await response.json()) as { result?: unknown; errMsg?: string }
  if (answer.result === undefined) throw new Error(answer.errMsg ?? 'no result')
  return answer.result
}
