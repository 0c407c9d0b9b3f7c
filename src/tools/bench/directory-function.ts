import { spawn, type ChildProcess } from 'node:child_process'
import { release, type ActionName, type OutputOf, type AnyAction, type Reply } from '../../contract'
import { functions } from '../../cloud/deployment'
import { functionEnvironment } from '../../local/environment'
import type { BegunCall, LocalCloud } from '../../local/start'
import { freshKey } from '../support/proof/documents'
import { fromRoot } from '../support/paths'

/** What the process does: the bundle as the cloud loads it, one call at a time, and the most memory it ever had. */
const script = `
  const { readFileSync } = require('node:fs')
  const { main } = require(process.argv[1])
  const most = () => Number(/^VmHWM:\\s*(\\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024
  process.on('message', async ({ event, environment }) => {
    Object.assign(process.env, environment)
    const reply = await main(event).catch((fault) => ({ ok: false, refused: String(fault && fault.message) }))
    process.send({ reply, megabytes: most() })
  })
`

interface Answer {
  readonly reply: Reply
  readonly megabytes: number
}

/** The function `files` in a process of its own, so that it can be killed, and its memory is nobody else's. */
export class FunctionProcess {
  private readonly child: ChildProcess
  private call: BegunCall | undefined
  /** The most that it had in memory at any time. */
  megabytes = 0

  constructor(private readonly cloud: LocalCloud) {
    const { memory } = functions.files
    this.child = spawn(
      process.execPath,
      [`--max-old-space-size=${memory}`, '-e', script, fromRoot('dist', 'cloud', 'files', 'index.js')],
      {
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        env: {
          PATH: process.env.PATH ?? '',
          ...functionEnvironment(functions.files),
          ...cloud.sdkEnvironment(),
          SILENCE: 'true',
        },
      },
    )
  }

  /** How often the call that is being made, or was made last, has asked the cloud for something. */
  get trips(): number {
    return this.call?.meter.roundTrips ?? 0
  }

  private get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null
  }

  /** Null: it was killed before it answered. */
  async ask<Name extends ActionName>(action: Name, input: object, openid: string): Promise<Reply<Data<Name>> | null> {
    const event = { action, input, key: freshKey(), release }
    const call = this.cloud.begin('files', event, { openid, source: 'wx_client' })
    this.call = call
    const answer = await this.answerTo({ event, environment: call.environment })
    call.end(answer ? 'ok' : 'FUNCTIONS_EXECUTE_FAIL')
    this.megabytes = Math.max(this.megabytes, answer?.megabytes ?? 0)
    return answer && (answer.reply as Reply<Data<Name>>)
  }

  private answerTo(message: object): Promise<Answer | null> {
    return new Promise((resolve) => {
      if (this.hasEnded) return resolve(null)
      const over = () => resolve(null)
      this.child.once('exit', over)
      this.child.once('message', (answer: Answer) => {
        this.child.off('exit', over)
        resolve(answer)
      })
      this.child.send(message)
    })
  }

  /** As `ask`; a refusal, or no answer, is a failure of the bench. */
  async data<Name extends ActionName>(action: Name, input: object, openid: string): Promise<Data<Name>> {
    const reply = await this.ask(action, input, openid)
    if (!reply?.ok) throw new Error(`${action}: ${reply?.refused ?? 'killed'}`)
    return reply.data
  }

  kill(): Promise<void> {
    if (this.hasEnded) return Promise.resolve()
    return new Promise((resolve) => {
      this.child.once('exit', () => resolve())
      this.child.kill('SIGKILL')
    })
  }
}

type Data<Name extends ActionName> = OutputOf<Extract<AnyAction, { readonly name: Name }>>

/** Puts a file where a phone puts it; its id. */
export async function upload({ url }: LocalCloud, openid: string, path: string, bytes: Uint8Array): Promise<string> {
  const response = await fetch(`${url}/storage/upload?path=${encodeURIComponent(path)}`, {
    method: 'POST',
    headers: { 'x-local-openid': openid },
    body: Buffer.from(bytes),
  })
  const { fileID } = (await response.json()) as { readonly fileID: string }
  return fileID
}
