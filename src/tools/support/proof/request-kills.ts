import { freshKey, keys, personDocument, put } from './documents'
import { aFiling } from './about-requests'
import { fragileCloud, kill, openKept, send } from './killed-cloud'
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
  const cloud = fragileCloud(folder)
  let acknowledgedNow = 0
  let resent = 0
  const refused: string[] = []
  const acknowledged = new Map<string, { readonly requestId: string; readonly number: string }>()

  /** Until it is answered; a lost reply, or nobody there, is asked again with the same key. */
  const file = async ({ openid, key, words }: Submission) => {
    for (;;) {
      const { url } = await cloud.running()
      const reply = await send<{ requestId: string; number: string }>(url, openid, 'request.submit', {
        input: { ...aFiling, words },
        key,
      })
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
      acknowledged.set(words, reply.data)
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
  const due = (killed: number) => acknowledgedNow >= ((killed + 1) * submissions) / (kills + 1)
  const killed = await cloud.killEach(due, kills, () => isOver)
  await clientsDone
  await kill(await cloud.running())
  return { submissions, kills: killed, resent, refused, ...counted(folder, clients, acknowledged) }
}

function fillPeople(folder: string, clients: number): void {
  const database = openKept(folder)
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
  const database = openKept(folder)
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
