/*
 * The code of a worker thread: one instance of a cloud function, with its own modules and its own `process.env`,
 * making one call at a time. It is compiled on its own and given to the thread as text.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { moveDate } from '../moved-date'
import type { TimedCall, WorkerMessage, WorkerStart } from './messages'

type Main = (event: unknown, context: unknown) => unknown

const port = parentPort
const start = workerData as WorkerStart

/** The function's hour is the cloud's. Moved before the bundle loads, which may keep its own hold of `Date`. */
let ahead = start.offset
moveDate(globalThis, () => ahead)

function send(message: WorkerMessage): void {
  port?.postMessage(message)
}

async function run(main: Main, { event, environment, context, offset }: TimedCall): Promise<void> {
  ahead = offset
  Object.assign(process.env, environment)
  try {
    const result = await main(JSON.parse(event), context)
    send({ kind: 'result', json: JSON.stringify(result) ?? 'null' })
  } catch (error) {
    // The SDK throws objects with an errMsg, which have no message.
    const { errMsg, message, stack } = Object(error) as { errMsg?: string; message?: string; stack?: string }
    const words = errMsg ?? message ?? String(error)
    send({ kind: 'failure', message: words, stack: stack ?? words })
  } finally {
    // Nobody's identity stays behind for the next caller.
    for (const name of Object.keys(environment)) delete process.env[name]
  }
}

// Loaded as the cloud loads it; the path is absolute.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { main } = require(start.file) as { main?: unknown }
if (typeof main !== 'function') throw new Error('the bundle exports no function named main')
port?.on('message', (message: TimedCall) => void run(main as Main, message))
send({ kind: 'ready' })
