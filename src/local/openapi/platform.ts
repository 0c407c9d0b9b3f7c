import type { FunctionSpec, MessageTemplate } from '../../cloud/deployment'
import type { Clock } from '../clock'
import type { Sqlite } from '../database/sqlite'
import type { Messages } from '../inside'
import type { Log } from '../log'
import type { Storage } from '../storage/storage'
import { codeImages } from './code-image'
import { contentChecks } from './content-check'
import { loadMedia } from './media'
import { OpenApis } from './open-apis'
import { PhoneCodes } from './phone-number'
import { Pushes } from './pushes'
import { subscribeMessages } from './subscribe-message'
import { Subscriptions, type ConsentAnswer } from './subscriptions'
import { Visits } from './visits'

export interface PlatformOptions {
  readonly sqlite: Sqlite
  readonly clock: Clock
  readonly storage: Storage
  readonly functions: Readonly<Record<string, FunctionSpec>>
  readonly templates: readonly MessageTemplate[]
  /** The pages of the mini program, the first one first; undefined if they are not known. */
  readonly pages: readonly string[] | undefined
  readonly url: () => string
  /** Calls the function that receives pushes. */
  readonly push: (event: unknown) => Promise<unknown>
  /** Whether each push arrives twice. */
  readonly deliverTwice: boolean
  readonly log: Log
}

/** What is WeChat's and not the cloud's: consents and messages, content checks, codes, phone numbers, pushes. */
export class Platform {
  readonly openApis: OpenApis
  readonly pushes: Pushes
  private readonly visits: Visits
  private readonly subscriptions: Subscriptions
  private readonly phoneCodes: PhoneCodes

  constructor(private readonly options: PlatformOptions) {
    const { sqlite, clock, storage, templates, pages, url, push: send, deliverTwice: twice, log } = options
    this.visits = new Visits(() => clock.now())
    this.pushes = new Pushes({ sqlite, clock, send, twice, log })
    this.subscriptions = new Subscriptions(sqlite)
    this.phoneCodes = new PhoneCodes(clock)
    const load = (link: string) => loadMedia(storage, url(), link)
    const apis = {
      ...contentChecks({ clock, visits: this.visits, pushes: this.pushes, load }),
      ...subscribeMessages({ clock, subscriptions: this.subscriptions, templates, pages }),
      ...codeImages({ pages, url }),
      ...this.phoneCodes.apis,
    }
    this.openApis = new OpenApis(apis, options.functions)
  }

  get messages(): Messages {
    return this.subscriptions
  }

  /** Notes that somebody uses the mini program just now. */
  visited(openid: string): void {
    this.visits.note(openid)
  }

  /** Writes down what a person has answered when they were asked for messages of a template. */
  consent(openid: string, templateId: string, answer: ConsentAnswer): void {
    if (!this.options.templates.some(({ id }) => id === templateId)) {
      throw new RangeError(`there is no message template ${templateId}`)
    }
    this.subscriptions.consent(openid, templateId, answer)
  }

  /** The code that a phone gets when a person agrees to give this number to the mini program. */
  phoneCode(openid: string, number: string): string {
    return this.phoneCodes.make(openid, number)
  }

  /** Brings the pushes that wait, due or not; answers how many events have arrived. */
  deliver(): Promise<number> {
    return this.pushes.deliver()
  }

  close(): Promise<void> {
    return this.pushes.close()
  }
}
