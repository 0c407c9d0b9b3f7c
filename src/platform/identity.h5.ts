import Taro from '@tarojs/taro'

/** In the demo and test edition each browser is somebody of its own; in WeChat, WeChat says who calls. */
const identityKey = 'demo-identity'

function identity(): string {
  const known: unknown = Taro.getStorageSync(identityKey)
  if (typeof known === 'string' && known !== '') return known
  const fresh = `demo-${Math.random().toString(36).slice(2, 12)}x`
  Taro.setStorageSync(identityKey, fresh)
  return fresh
}

/** The header by which the local cloud knows this browser. */
export const identityHeader = (): Record<'x-local-openid', string> => ({ 'x-local-openid': identity() })

/** Asks the local cloud for what WeChat itself does on a phone; throws when it refuses or cannot be reached. */
export async function askPlatform(route: 'phone-code' | 'consent', body: object): Promise<Record<string, unknown>> {
  const response = await fetch(`/platform/${route}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...identityHeader() },
    body: JSON.stringify(body),
  })
  const answer = (await response.json()) as Record<string, unknown>
  if (answer.errCode !== undefined && answer.errCode !== 0) throw new Error(String(answer.errMsg))
  return answer
}
