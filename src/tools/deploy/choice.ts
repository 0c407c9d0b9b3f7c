import { parseArgs } from 'node:util'
import { Sentence } from '../support/entry'
import { recordFileOf } from './record'
import { mostDays, usualDays, type SetupChoice } from './setup-code'

export const usage = `npm run deploy -- [--plan] [--check] [--refresh] [--prune] [--yes] [--json] [--env 环境ID] [--record 文件]
  --plan     只看要做什么，不联网 | shows what would be done, off line
  --check    与 --plan 同用：有要做的就以 1 结束 | with --plan: ends with 1 if something would change
  --json     与 --plan 同用：给程序看 | with --plan: for machines
  --refresh  只读取环境并记录下来 | reads the environment and records it
  --prune    也删除多余的（集合除外）| also removes what is too much, collections excepted
  --yes      不再询问 | does not ask
环境ID 也可用 CLOUDBASE_ENV；密钥用 TENCENTCLOUD_SECRETID、TENCENTCLOUD_SECRETKEY。

npm run deploy -- --make-keys
  生成云函数要用的四个密钥，只显示在终端 | makes the functions' four secrets, for the terminal only
npm run deploy -- --setup-code [--community 社区ID] [--days ${usualDays}] [--local]
  第一位书记的开通码；--local 给本机用 | a code for the first secretary; --local for this machine's cloud`

export interface Choice {
  readonly mode: 'plan' | 'refresh' | 'apply' | 'make-keys' | 'setup-code'
  readonly check: boolean
  readonly prune: boolean
  readonly yes: boolean
  readonly json: boolean
  readonly environment: string | undefined
  readonly recordFile: string | undefined
  readonly setup: SetupChoice
}

const modes = ['plan', 'refresh', 'make-keys', 'setup-code'] as const

/** What was asked for; what makes no sense together is refused with the usage. */
export function choiceFrom(args: readonly string[], given: Readonly<Record<string, string | undefined>>): Choice {
  try {
    const { check, prune, yes, json, env, record, ...values } = valuesIn(args)
    const chosen = modes.filter((mode) => values[mode])
    if (chosen.length > 1) throw new Error(chosen.map((mode) => `--${mode}`).join(' '))
    const mode = chosen[0] ?? 'apply'
    if (check && mode !== 'plan') throw new Error('--check without --plan')
    if (json && mode !== 'plan') throw new Error('--json without --plan')
    if (mode !== 'setup-code' && (values.community !== undefined || values.days !== undefined || values.local)) {
      throw new Error('--community, --days, --local without --setup-code')
    }
    const environment = env || given.CLOUDBASE_ENV || undefined
    // It becomes part of a file's name.
    if (environment && !/^[\w-]+$/.test(environment)) throw new Error(`--env ${environment}`)
    const recordFile = record ?? (environment && recordFileOf(environment))
    return { mode, check, prune, yes, json, environment, recordFile, setup: setupFrom(values) }
  } catch (error) {
    throw new Sentence(`${usage}\n${error instanceof Error ? error.message : String(error)}`)
  }
}

function valuesIn(args: readonly string[]) {
  const flag = { type: 'boolean', default: false } as const
  const word = { type: 'string' } as const
  const options = {
    plan: flag,
    check: flag,
    refresh: flag,
    prune: flag,
    yes: flag,
    json: flag,
    env: word,
    record: word,
    'make-keys': flag,
    'setup-code': flag,
    community: word,
    days: word,
    local: flag,
  }
  return parseArgs({ args: [...args], options }).values
}

type SetupValues = Pick<ReturnType<typeof valuesIn>, 'community' | 'days' | 'local'>

function setupFrom({ community, days = String(usualDays), local }: SetupValues): SetupChoice {
  // As the contract has ids.
  if (community !== undefined && !/^[\w.-]{1,64}$/.test(community)) throw new Error(`--community ${community}`)
  const count = Number(days)
  if (!Number.isInteger(count) || count < 1 || count > mostDays) throw new Error(`--days 1…${mostDays}`)
  return { community: community ?? null, days: count, local }
}
