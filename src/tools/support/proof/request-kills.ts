import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { release, type Reply } from '../../../contract'
import { collections } from '../../../cloud/store/documents'
import { Database } from '../../../local/start'
import { root } from '../paths'
import { aFiling } from './about-requests'
import { freshKey, keys, personDocument, put } from './documents'
import type { RequestDocument } from './request-document'

export interface Killing {
  readonly submissions: number
  readonly kills: number
  /** People who file at once, each one after the other. */
  readonly clients: number
}

export interface Killed {
  readonly submissions: number
  readonly kills: number
  /** Calls whose reply was lost by a kill, and which were sent once more. */
  readonly resent: number
  /** Acknowledged, and not there once the dust has settled, or there under another number. */
  readonly lost: number
  /** Words that are there more than once. */
  readonly twice: number
  /** There, and never acknowledged. */
  readonly unasked: number
  /** Numbers of the same community and day that more than one request has. */
  readonly sameNumber: number
  /** Refusals: nothing of what is filed here may be refused. */
  readonly refused: readonly string[]
}

/** Each files as many as a day lets one person. */
const each = 20
const openidOf = (client: number) => `killed-client-${client}`
const patience = 60_000

interface Running {
  readonly child: ChildProcess
  readonly url: string
}

/** A process as `npm start` is one; started by node itself, so that a kill meets the cloud and not its starter. */
function startCloud(folder: string): Promise<Running> {
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

const kill = ({ child }: Running) =>
  new Promise<void>((resolve) => {
    child.removeAllListeners('exit')
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })

interface Submission {
  readonly openid: string
  readonly key: string
  readonly words: string
}

const numeral = '甲乙丙丁戊己庚辛壬癸'
const inWords = (number: number) => [...String(number)].map((digit) => numeral[Number(digit)]).join('')

/** Files from many phones while the cloud is killed and started anew, again and again; whoever got no reply asks again. */
export async function killWhileFiling({ submissions, kills, clients }: Killing, folder: string): Promise<Killed> {
  if (submissions > clients * each) throw new Error(`${clients} people file ${clients * each} on a day at most`)
  fillPeople(folder, clients)
  let running = startCloud(folder)
  let acknowledgedNow = 0
  let resent = 0
  const refused: string[] = []
  const acknowledged = new Map<string, { readonly requestId: string; readonly number: string }>()

  /** Until it is answered; a lost reply, or nobody there, is asked again with the same key. */
  const file = async ({ openid, key, words }: Submission) => {
    for (;;) {
      const { url } = await running
      const reply = await send(url, openid, { input: { ...aFiling, words }, key })
      if (reply === null) {
        resent++
        continue
      }
      if (!reply.ok) {
        // Whoever is held up by others tries again, as a phone does.
        if (reply.refused === 'conflict') continue
        refused.push(reply.refused)
        return
      }
      acknowledgedNow++
      acknowledged.set(words, reply.data as { requestId: string; number: string })
      return
    }
  }
  const queue = Array.from({ length: submissions }, (_, at): Submission => ({
    openid: openidOf(at % clients),
    key: freshKey(),
    words: `楼道灯不亮${inWords(at)}`,
  })).values()
  const working = clients / 2
  const clientsDone = Promise.all(
    Array.from({ length: working }, async () => {
      for (const one of queue) await file(one)
    }),
  )
  let isOver = false
  void clientsDone.then(() => (isOver = true))
  let killed = 0
  while (!isOver && killed < kills) {
    const share = ((killed + 1) * submissions) / (kills + 1)
    await until(() => acknowledgedNow >= share || isOver)
    if (isOver) break
    const now = await running
    // In the same turn: whoever is refused by the dead waits for the next one.
    running = kill(now).then(() => startCloud(folder))
    killed++
  }
  await clientsDone
  await kill(await running)
  return { submissions, kills: killed, resent, refused, ...counted(folder, clients, acknowledged) }
}

const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 2))
}

async function send(url: string, openid: string, call: object): Promise<Reply | null> {
  try {
    const response = await fetch(`${url}/call/api`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-local-openid': openid },
      body: JSON.stringify({ data: { action: 'request.submit', release, ...call } }),
    })
    return ((await response.json()) as { readonly result?: Reply }).result ?? null
  } catch {
    return null
  }
}

const open = (folder: string): Database => {
  const database = new Database(path.join(folder, 'data.db'))
  for (const collection of collections) database.ensureCollection(collection)
  return database
}

function fillPeople(folder: string, clients: number): void {
  const database = open(folder)
  const people = Array.from({ length: clients }, (_, client) => personDocument(openidOf(client), {}, Date.now()))
  put(database, 'people', people)
  database.close()
}

/** What is there when everything has ended, held against what was acknowledged. */
function counted(
  folder: string,
  clients: number,
  acknowledged: ReadonlyMap<string, { requestId: string; number: string }>,
) {
  const database = open(folder)
  const ours = new Set([...Array(clients).keys()].map((client) => keys.person(openidOf(client))))
  const rows = (database.find('requests') as unknown as readonly RequestDocument[]).filter(
    ({ filer }) => filer !== null && ours.has(filer),
  )
  database.close()
  const byWords = new Map<string, RequestDocument[]>()
  for (const row of rows) byWords.set(row.words, [...(byWords.get(row.words) ?? []), row])
  const isThere = ([words, { requestId, number }]: [string, { requestId: string; number: string }]) =>
    byWords
      .get(words)
      ?.some(
        (row) =>
          row._id === requestId && `${row.day.replaceAll('-', '')}-${String(row.serial).padStart(3, '0')}` === number,
      ) ?? false
  const numbers = new Set(rows.map(({ communityId, day, serial }) => `${communityId} ${day} ${serial}`))
  return {
    lost: [...acknowledged].filter((one) => !isThere(one)).length,
    twice: [...byWords.values()].filter(({ length }) => length > 1).length,
    unasked: [...byWords.keys()].filter((words) => !acknowledged.has(words)).length,
    sameNumber: rows.length - numbers.size,
  }
}
