import type { Realm } from '../realm'
import { wrongParameter } from './parameters'

export interface WxCall {
  readonly name: string
  readonly options: unknown
}

interface Callbacks {
  readonly success?: (result: unknown) => void
  readonly fail?: (error: unknown) => void
  readonly complete?: (result: unknown) => void
}
export type Options = Callbacks & Readonly<Record<string, unknown>>

export type Answer = Readonly<Record<string, unknown>>

/** A dialogue that waits for the person who holds the phone. */
export interface OpenDialogue {
  /** The API, or the component, that asks. */
  readonly name: string
  readonly options: Answer
  answer(result: Answer | undefined): void
}

/** A refusal of WeChat's own, with the numbers that it documents (`errCode`, `errno`). */
export class WxFailure extends Error {
  constructor(
    why: string,
    readonly numbers: Readonly<Record<string, number>> = {},
  ) {
    super(why)
  }
}

/** How every API of `wx` answers, and what is kept of it for the test. */
export class Caller {
  /** Every call with an effect outside of the mini program, in order. */
  readonly calls: WxCall[] = []
  readonly dialogues: OpenDialogue[] = []

  constructor(
    private readonly realm: Realm,
    /** Why an API fails now by the test's wish, or undefined. */
    private readonly failing: (name: string, options: Answer) => string | undefined,
    /** An API was used as WeChat forbids it: always a fault of the program, even where it bears the refusal. */
    readonly misuse: (text: string) => void,
  ) {}

  record(name: string, options: unknown = {}): void {
    this.calls.push({ name, options: JSON.parse(JSON.stringify(options)) as unknown })
  }

  /** WeChat answers callbacks, or a promise where no callback was given (else nothing); later in both cases. */
  settle(name: string, options: Options | undefined, work: Promise<object>): Promise<unknown> | undefined {
    const heard = Boolean(options?.success ?? options?.fail ?? options?.complete)
    const answered = work
      .then(
        (result) => ({ failed: false, result: this.copy({ errMsg: `${name}:ok`, ...result }) }),
        (error: unknown) => ({ failed: true, result: this.copy(failureOf(name, error)) }),
      )
      .then(({ failed, result }) => {
        if (failed) options?.fail?.(result)
        else options?.success?.(result)
        options?.complete?.(result)
        // WeChat rejects with this plain object.
        // eslint-disable-next-line @typescript-eslint/only-throw-error
        if (failed && !heard) throw result
        return result
      })
    // A callback that throws stays a rejection that nobody hears, which fails the test.
    return heard ? undefined : answered
  }

  /** An API that does its work at once; what it throws is its failure. */
  api(name: string, work: (options: Options) => object | void | Promise<object | void>) {
    return (options: Options = {}): Promise<unknown> | undefined => {
      const wrong = wrongParameter(name, options)
      if (wrong !== undefined) this.misuse(`${name}: ${wrong}`)
      const why = wrong ?? this.failing(name, options)
      const done = async () => {
        if (why !== undefined) throw new WxFailure(why)
        return (await work(options)) ?? {}
      }
      return this.settle(name, options, done())
    }
  }

  /** An API whose effect a test reads from `calls`. */
  recorded(name: string, work: (options: Options) => object | void | Promise<object | void> = () => undefined) {
    const run = this.api(name, work)
    return (options: Options = {}): Promise<unknown> | undefined => {
      this.record(name, options)
      return run(options)
    }
  }

  /** An API that opens a dialogue; without an answer it fails as WeChat's cancel does. */
  asked(name: string, shape: (answer: Answer) => Answer | Promise<Answer> = (answer) => answer) {
    const run = this.api(name, async (options) => {
      const answer = await this.ask(name, options)
      if (!answer) throw new WxFailure('cancel')
      return shape(answer)
    })
    return (options: Options = {}): Promise<unknown> | undefined => {
      this.record(name, options)
      return run(options)
    }
  }

  ask(name: string, options: object): Promise<Answer | undefined> {
    return new Promise((resolve) => {
      const dialogue: OpenDialogue = {
        name,
        options: options as Answer,
        answer: (result) => {
          this.dialogues.splice(this.dialogues.indexOf(dialogue), 1)
          resolve(result)
        },
      }
      this.dialogues.push(dialogue)
    })
  }

  /** A synchronous API fails by throwing. */
  assertWorks(name: string, options: Answer): void {
    const why = this.failing(name, options)
    if (why !== undefined) throw new WxFailure(`${name}:fail ${why}`)
  }

  /** An API of the cloud fails by the test's wish. */
  assertNotFailing(name: string, options: Answer): void {
    const why = this.failing(name, options)
    if (why !== undefined) throw new WxFailure(why, { errCode: -1 })
  }

  copy<T>(value: T): T {
    return this.realm.copy(value)
  }
}

function failureOf(name: string, error: unknown) {
  const numbers = error instanceof WxFailure ? error.numbers : { errCode: -1 }
  const text = error instanceof Error ? error.message : String(error)
  return { errMsg: `${name}:fail ${text}`, ...numbers }
}
