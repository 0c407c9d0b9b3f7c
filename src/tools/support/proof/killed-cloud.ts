import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { release, type ActionName, type Reply } from '../../../contract'
import { collections } from '../../../cloud/store/documents'
import { Database } from '../../../local/start'
import { root } from '../paths'

const patience = 60_000

export interface Running {
  readonly child: ChildProcess
  readonly url: string
}

/** A process as `npm start` is one; started by node itself, so that a kill meets the cloud and not its starter. */
export function startCloud(folder: string): Promise<Running> {
  const script = path.join(root, 'src', 'tools', 'support', 'proof', 'request-cloud.ts')
  const child = fork(script, [folder], {
    cwd: root,
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the cloud did not start')), patience)
    child.once('message', (url: string) => {
      clearTimeout(late)
      resolve({ child, url })
    })
    child.once('exit', () => reject(new Error('the cloud ended')))
  })
}

export const kill = ({ child }: Running): Promise<void> =>
  new Promise((resolve) => {
    child.removeAllListeners('exit')
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })

/** A cloud that is killed and started anew under the feet of those who call it. */
export interface Fragile {
  /** The one that runs, or that is about to. */
  running(): Promise<Running>
  /** Kills it as soon as `due` says so, again and again, until `isOver`; answers how often. */
  killEach(due: (killed: number) => boolean, most: number, isOver: () => boolean): Promise<number>
}

export function fragileCloud(folder: string): Fragile {
  let running = startCloud(folder)
  return {
    running: () => running,
    async killEach(due, most, isOver) {
      for (let killed = 0; killed < most; killed++) {
        await until(() => due(killed) || isOver())
        if (isOver()) return killed
        const now = await running
        // In the same turn: whoever is refused by the dead waits for the next one.
        running = kill(now).then(() => startCloud(folder))
      }
      return most
    },
  }
}

export const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 2))
}

/** A call over HTTP; null: no reply came. */
export async function send<Data>(
  url: string,
  openid: string,
  action: ActionName,
  call: { readonly input: object; readonly key?: string },
): Promise<Reply<Data> | null> {
  try {
    const response = await fetch(`${url}/call/api`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-local-openid': openid },
      body: JSON.stringify({ data: { action, release, ...call } }),
    })
    return ((await response.json()) as { readonly result?: Reply<Data> }).result ?? null
  } catch {
    return null
  }
}

/** What the cloud keeps in its folder, while it does not run. */
export function openKept(folder: string): Database {
  const database = new Database(path.join(folder, 'data.db'))
  for (const collection of collections) database.ensureCollection(collection)
  return database
}
