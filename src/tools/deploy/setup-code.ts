import { randomBytes } from 'node:crypto'
import { readKeys, type Keys } from '../../cloud/keys'
import { makeSetupCode, setupNonceBytes } from '../../cloud/people/setup-code'
import { day, dayOf } from '../../domain/time/clock'
import { developmentKeys } from '../../local/development-keys'
import { readGivenKeys } from './make-keys'
import type { State } from './state'

export const usualDays = 7
export const mostDays = 60

export interface SetupChoice {
  /** Null: for a community that is not there yet. */
  readonly community: string | null
  readonly days: number
  /** For the local cloud: made with the development keys. */
  readonly local: boolean
}

/** A fresh code with how to use it, for the terminal. It is kept nowhere; `now` in ms. */
export function setupCodeText(
  { community, days, local }: SetupChoice,
  given: Readonly<Record<string, string | undefined>>,
  now: number,
): string {
  const keys = local ? readKeys(developmentKeys) : readGivenKeys(given)
  return textFor(keys, { community, days, local }, now)
}

function textFor(keys: Keys, { community, days, local }: SetupChoice, now: number): string {
  const expiresAt = now + days * day
  const code = makeSetupCode(keys, { communityId: community, expiresAt, nonce: randomBytes(setupNonceBytes) })
  const whose = community === null ? '新社区' : `社区 ${community} `
  const again = [community === null ? '' : ` --community ${community}`, local ? ' --local' : ''].join('')
  return `
${whose}第一位书记的开通码（用到 ${dayOf(expiresAt)} 为止，只能用一次）：

    ${code}

${local ? '只在本机有用：打开 npm start 的网页' : '请这位书记用自己的微信打开小程序'}，在“我的”里往下翻，点“我有开通码”${community === null ? '，再填社区的名称' : ''}。
大小写、横线都不要紧，字母 O 和数字 0 不分。只当面或打电话告诉本人，不要发到群里。
过期或用过就作废，再做一个：npm run deploy -- --setup-code${again}
`
}

/**
 * The code that ends a first deployment; empty where an earlier one has brought the key by which codes are read. It
 * is not worth a failure of what was done: where the keys are not all given, it says how to get one.
 */
export function firstSetupCode(
  before: State,
  given: Readonly<Record<string, string | undefined>>,
  now: number,
): string {
  if (before.functions.api?.variables.CODE_KEY !== undefined) return ''
  try {
    return setupCodeText({ community: null, days: usualDays, local: false }, given, now)
  } catch {
    return '\n第一位书记的开通码：设好四个密钥，再运行 npm run deploy -- --setup-code'
  }
}
