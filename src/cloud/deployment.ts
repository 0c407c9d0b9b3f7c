/**
 * What the cloud environment has to hold for this product, as data. The build writes each function's
 * `config.json` and `package.json` from it, and the local cloud enforces it.
 */
export interface FunctionSpec {
  /** WeChat's runtimes: Nodejs16.13, 18.15, 20.19; fixed once the function is created. */
  readonly runtime: 'Nodejs20.19'
  /** Seconds; WeChat's default is 3. */
  readonly timeout: number
  /** MB. */
  readonly memory: number
  readonly environment: Readonly<Record<string, string>>
  /**
   * Further variables whose values are not for this repository: whoever deploys gives them under the same names, at
   * least 32 characters each, and `npm run deploy` refuses to begin without them.
   */
  readonly secrets?: readonly string[]
  /** client: the mini program may call it. system: timers and message pushes only. */
  readonly callableBy: 'client' | 'system'
  /** Open APIs that `config.json` has to declare (else WeChat answers -604101). */
  readonly openapi: readonly string[]
  /** Seven fields (second first), in UTC+8; WeChat allows one a function. */
  readonly cron?: { readonly name: string; readonly config: string }
}

/** The clock of a cloud function is UTC unless told otherwise. */
const environment = { TZ: 'Asia/Shanghai' } as const

export const functions = {
  api: {
    runtime: 'Nodejs20.19',
    timeout: 10,
    memory: 256,
    environment,
    callableBy: 'client',
    openapi: ['security.msgSecCheck'],
  },
  timer: {
    runtime: 'Nodejs20.19',
    timeout: 60,
    memory: 256,
    environment,
    callableBy: 'system',
    openapi: [],
    cron: { name: 'every-ten-minutes', config: '0 */10 * * * * *' },
  },
  events: { runtime: 'Nodejs20.19', timeout: 10, memory: 256, environment, callableBy: 'system', openapi: [] },
} as const satisfies Record<string, FunctionSpec>

export type FunctionName = keyof typeof functions

/** Security rules bind clients only: nobody reaches the database or the storage but through a function. */
export const clientRules = {
  /** For every collection there is. */
  collections: { read: false, write: false },
  /** For every storage path. */
  storage: { read: false, write: false },
} as const

/** A kind of subscribe message, registered by hand at mp.weixin.qq.com: there each account gets its own ids. */
export interface MessageTemplate {
  readonly id: string
  readonly title: string
  /** The fields as WeChat names them, such as `thing1`. */
  readonly fields: readonly string[]
}

/** None so far: nothing sends messages yet. */
export const messageTemplates: readonly MessageTemplate[] = []
