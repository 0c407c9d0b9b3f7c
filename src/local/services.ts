import { clientRules, type FunctionSpec, type MessageTemplate } from '../cloud/deployment'
import type { Clock } from './clock'
import type { Database } from './database/database'
import type { Log } from './log'
import { checkTemplates } from './openapi/message-fields'
import { Platform } from './openapi/platform'
import type { Functions } from './pool/functions'
import { presetOf, type StorageRule } from './storage/rules'
import { Storage } from './storage/storage'
import { Ticker } from './timers/ticker'
import { Timers } from './timers/timers'

/** What a cloud has beside its database and its functions. */
export interface ServiceOptions {
  /** Who may reach the storage from a phone; what the deployment manifest says, unless told otherwise. */
  readonly storageRule?: StorageRule
  /** The subscribe messages that the mini program may send. */
  readonly messageTemplates?: readonly MessageTemplate[]
  /** The pages of the mini program, the first one first. Without them no page is refused. */
  readonly pages?: readonly string[]
  /** Runs the timers when they are due. Without it they run by hand: `timers.run`. */
  readonly timers?: boolean
  /** Brings the pushes when they are due. Without it they wait for `platform.deliver`. */
  readonly pushes?: boolean
  /** Brings each push twice, as it may happen in WeChat. */
  readonly deliverTwice?: boolean
}

export interface Surroundings {
  readonly options: ServiceOptions & {
    readonly dataFile: string
    readonly functions: Readonly<Record<string, FunctionSpec>>
  }
  readonly database: Database
  readonly clock: Clock
  readonly functions: Functions
  readonly url: () => string
  readonly log: Log
}

/** The function that receives message pushes. */
const pushReceiver = 'events'

export class Services {
  readonly storage: Storage
  readonly platform: Platform
  readonly timers: Timers
  private ticker: Ticker | undefined

  constructor(private readonly surroundings: Surroundings) {
    const { options, database, clock, functions, url, log } = surroundings
    const { dataFile, storageRule: rule = presetOf(clientRules.storage), messageTemplates: templates = [] } = options
    checkTemplates(templates)
    const { sqlite } = database
    this.timers = new Timers({
      functions: options.functions,
      clock,
      call: (name, event) => functions.call(name, event, { source: 'wx_trigger' }),
    })
    this.storage = new Storage({ sqlite, dataFile, rule, clock, url })
    this.platform = new Platform({
      sqlite,
      clock,
      storage: this.storage,
      functions: options.functions,
      templates,
      pages: options.pages,
      url,
      // WeChat's documentation names no source for a push. What matters is that it is no phone's.
      push: (event) => functions.call(pushReceiver, event, { source: 'wx_unknown' }),
      deliverTwice: options.deliverTwice ?? false,
      log,
    })
  }

  /** From here on, what is due happens by itself as far as the options say. */
  start(): void {
    const { options, log } = this.surroundings
    const work = [
      ...(options.timers ? [() => this.timers.tick()] : []),
      ...(options.pushes ? [() => this.platform.pushes.deliverDue()] : []),
    ]
    const onError = (error: unknown) => log({ level: 'error', source: 'cloud', text: String(error) })
    this.ticker = new Ticker(work, onError)
  }

  /** Nothing begins any more. */
  stop(): void {
    this.ticker?.stop()
    this.platform.pushes.stop()
  }

  /** After the functions have ended, and before the database. */
  async close(): Promise<void> {
    await this.platform.close()
    this.storage.close()
  }
}
