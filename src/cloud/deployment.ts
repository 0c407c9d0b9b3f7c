import type { TemplateKey } from '../domain/people/messages'
import { templateTitles } from '../text/messages'

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
  /** Variables that whoever deploys may give: without them the function does less, and says so in its own way. */
  readonly settings?: readonly string[]
  /** client: the mini program may call it. system: timers and message pushes only. */
  readonly callableBy: 'client' | 'system'
  /** Whether the letters of posters lie beside it, in `font`. */
  readonly posterFont?: true
  /** Open APIs that `config.json` has to declare (else WeChat answers -604101). */
  readonly openapi: readonly string[]
  /** Seven fields (second first), in UTC+8; WeChat allows one a function. */
  readonly cron?: { readonly name: string; readonly config: string }
}

/** The clock of a cloud function is UTC unless told otherwise. */
const environment = { TZ: 'Asia/Shanghai' } as const

/** What `cloud/keys.ts` reads: every function that meets a person's data or a pseudonym needs all of them. */
const secrets = ['SEAL_KEYS', 'LOOKUP_KEY', 'PERSON_KEY', 'CODE_KEY'] as const

/** What `cloud/message/templates.ts` reads: the account's own ids of the templates below. */
const settings = ['MESSAGE_TEMPLATES'] as const

export const functions = {
  api: {
    runtime: 'Nodejs20.19',
    timeout: 10,
    memory: 256,
    environment,
    secrets,
    settings,
    callableBy: 'client',
    openapi: [
      'security.msgSecCheck',
      'security.mediaCheckAsync',
      'phonenumber.getPhoneNumber',
      'subscribeMessage.send',
      'wxacode.getUnlimited',
    ],
  },
  /** Workbooks and posters: what takes longer, or needs more, than a page's call. */
  files: {
    runtime: 'Nodejs20.19',
    timeout: 60,
    memory: 512,
    environment,
    secrets,
    settings: ['DOOR_LINK', 'NOTICE_LINK'],
    callableBy: 'client',
    posterFont: true,
    openapi: ['wxacode.getUnlimited', 'security.msgSecCheck'],
  },
  timer: {
    runtime: 'Nodejs20.19',
    timeout: 60,
    memory: 256,
    environment,
    secrets,
    settings,
    callableBy: 'system',
    openapi: ['security.msgSecCheck', 'security.mediaCheckAsync', 'subscribeMessage.send'],
    cron: { name: 'every-minute', config: '0 */1 * * * * *' },
  },
  events: {
    runtime: 'Nodejs20.19',
    timeout: 10,
    memory: 256,
    environment,
    callableBy: 'system',
    openapi: [],
  },
} as const satisfies Record<string, FunctionSpec>

export type FunctionName = keyof typeof functions

/** Who may do something from a phone. own: only whoever made it. */
export type ClientRight = boolean | 'own'

/** Security rules bind clients only: nobody reaches the database but through a function. */
export const clientRules = {
  /** For every collection there is. */
  collections: { read: false, write: false },
  /**
   * For every storage path: a phone uploads a picture, and until a function has taken it over, nobody else sees it. Its
   * uploader may replace it at any time, so what a function accepts it copies to a path of its own first.
   */
  storage: { read: 'own', write: 'own' },
} as const

/** A kind of subscribe message, registered by hand at mp.weixin.qq.com: there each account gets its own ids. */
export interface MessageTemplate {
  readonly id: string
  readonly title: string
  /** The fields as WeChat names them, such as `thing1`. */
  readonly fields: readonly string[]
}

/** One of this product's own, known in the code by its key. */
export interface ProductTemplate extends MessageTemplate {
  readonly key: TemplateKey
}

/**
 * The ids are those of the local cloud. An account gets its own when the template is registered, and mostly other
 * numbers in the names of the fields: they come by the variable MESSAGE_TEMPLATES, see `message/templates.ts`.
 */
export const messageTemplates: readonly ProductTemplate[] = [
  // What it is about, what became of it, when, and what to do.
  {
    key: 'progress',
    id: 'local-progress',
    title: templateTitles.progress,
    fields: ['thing1', 'phrase2', 'time3', 'thing4'],
  },
  {
    key: 'verdict',
    id: 'local-verdict',
    title: templateTitles.verdict,
    fields: ['thing1', 'phrase2', 'time3', 'thing4'],
  },
  { key: 'duty', id: 'local-duty', title: templateTitles.duty, fields: ['thing1', 'time2', 'thing3'] },
]
