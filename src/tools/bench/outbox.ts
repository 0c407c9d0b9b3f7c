import path from 'node:path'
import { functions, messageTemplates } from '../../cloud/deployment'
import { readKeys } from '../../cloud/keys'
import { subscriptionId } from '../../cloud/message/ids'
import { sealedAt } from '../../cloud/people/ids'
import { firstDocument } from '../../cloud/store/collection'
import { collections, definitions } from '../../cloud/store/documents'
import { noticeVersion } from '../../domain/people/consent'
import { pushLease } from '../../domain/people/push'
import { developmentKeys } from '../../local/development-keys'
import { startLocalCloud, type LocalCloud } from '../../local/start'
import { fromRoot } from '../support/paths'
import { ask } from './ask'
import { inFolder, withCloud } from './cloud'
import type { Bench, Figure } from './figure'

/**
 * Messages to be sent while the timer is killed again and again, and what came of it.
 *
 * A kill is what WeChat does to a function that runs too long: the instance is ended wherever it stands, in the middle
 * of whatever it asked for, while the database, WeChat and the other instances go on. Killing the whole local cloud
 * would be milder: WeChat's book and our note of it would end in the same moment. (That an acknowledged write outlives
 * a killed process is held in `test/local/data.test.ts`.) Afterwards the cloud is started anew on the same data.
 */
export interface OutboxRun {
  readonly messages: number
  readonly kills: number
  /** Instances of the timer that run at once. */
  readonly timers: number
  /** Seconds that an instance lives until it is killed. */
  readonly life: number
}

export interface OutboxResult {
  readonly kills: number
  /** Messages that were claimed, and neither sent nor given up, when their sender was killed. */
  readonly inFlight: number
  /** Receivers whose list holds not exactly their one message. */
  readonly notOnceInList: number
  /** Messages that WeChat never got. */
  readonly neverSent: number
  /** How often WeChat got a message once more. */
  readonly repeats: number
  /** Receivers of whom more or less than one consent was taken. */
  readonly wronglyPaid: number
  /** Runs of the timer, the killed ones among them. */
  readonly runs: number
}

const template = messageTemplates[0]
/** More consents than messages: a repeat shows as one that WeChat has used up, and is not refused. */
const consents = 4
const keys = readKeys(developmentKeys)

const purposes = ['account', 'messages'] as const

const openidOf = (at: number) => `outbox-receiver-${at}`

/** One message for each receiver, so that WeChat's own ledger tells how often each was sent. */
function fill(cloud: LocalCloud, count: number): void {
  if (!template) throw new Error('there is no message template')
  const receivers = Array.from({ length: count }, (_, at) => ({
    openid: openidOf(at),
    person: keys.person(openidOf(at)),
  }))
  const now = cloud.clock.now()
  cloud.database.insert(
    'people',
    receivers.map(({ openid, person }) =>
      firstDocument(definitions.people, {
        ...{ _id: person, openid: keys.seal(openid, sealedAt('people', 'openid', person)), keyId: keys.currentKey },
        ...{ name: null, phone: null, phoneLookup: null, phoneFrom: null, phoneAt: null, since: now },
        ...{ consents: purposes.map((purpose) => ({ purpose, version: noticeVersion, at: now, withdrawnAt: null })) },
      }),
    ),
  )
  cloud.database.insert(
    'subscriptions',
    receivers.map(({ person }) =>
      firstDocument(definitions.subscriptions, {
        ...{ _id: subscriptionId(person, template.key), person, template: template.key, left: consents },
        ...{ banned: false, answeredAt: now, lastAnswer: 'accept' },
      }),
    ),
  )
  cloud.database.insert(
    'messages',
    receivers.map(({ person }, at) =>
      firstDocument(definitions.messages, {
        ...{ _id: `outbox-message-${at}`, person, kind: 'complaint.answered', params: {}, path: null, at: now },
        ...{ unread: true, push: 'waiting', template: template.key, paid: false, tries: 0, nextAt: now },
      }),
    ),
  )
  for (const { openid } of receivers) {
    for (let given = 0; given < consents; given++) cloud.platform.consent(openid, template.id, 'accept')
  }
}

const start = (folder: string, workers: number, life: number) => () =>
  startLocalCloud({
    dataFile: path.join(folder, 'data.db'),
    functionsFolder: fromRoot('dist', 'cloud'),
    collections,
    functions: { ...functions, timer: { ...functions.timer, timeout: life } },
    messageTemplates,
    workers,
  })

/** Runs the timer as the platform does; answers whether it was killed. */
async function runTimer(cloud: LocalCloud): Promise<boolean> {
  try {
    await cloud.invoke('timer', { Type: 'Timer', TriggerName: 'by-hand' }, { source: 'wx_trigger' })
    return false
  } catch (error) {
    if ((error as { code?: unknown }).code === 'FUNCTIONS_TIME_LIMIT_EXCEEDED') return true
    throw error
  }
}

const waiting = ({ database }: LocalCloud) =>
  database.count('messages', { push: 'waiting' }) + database.count('messages', { push: 'sending' })

/** Timers in rounds, as many at once as asked for, until so many were killed or nothing is left to send. */
async function rounds(cloud: LocalCloud, { kills, timers }: OutboxRun, killing: boolean) {
  let killed = 0
  let inFlight = 0
  let runs = 0
  while (waiting(cloud) > 0 && (!killing || killed < kills)) {
    const now = killing ? Math.min(timers, kills - killed) : timers
    const ended = await Promise.all(Array.from({ length: now }, () => runTimer(cloud)))
    killed += ended.filter((wasKilled) => wasKilled).length
    runs += now
    inFlight += cloud.database.count('messages', { push: 'sending' })
    // The timer does not come for a while: meanwhile the claims of the dead end.
    cloud.clock.moveTo(cloud.clock.offset + 2 * pushLease)
  }
  return { killed, inFlight, runs, offset: cloud.clock.offset }
}

/** What the receivers see, what WeChat got, and what we took for it. */
async function counted(cloud: LocalCloud, count: number) {
  let notOnceInList = 0
  let neverSent = 0
  let repeats = 0
  let wronglyPaid = 0
  for (let at = 0; at < count; at++) {
    const openid = openidOf(at)
    const reply = await ask(cloud, 'message.list', { input: { unread: true, cursor: null } }, openid)
    const listed = reply.ok ? (reply.data as { messages: readonly unknown[] }).messages.length : 0
    if (listed !== 1) notOnceInList++
    const sql = 'SELECT left FROM consents WHERE openid = ?'
    const sent = consents - (cloud.database.sqlite.get<{ left: number }>(sql, [openid])?.left ?? consents)
    if (sent < 1) neverSent++
    repeats += Math.max(0, sent - 1)
    const ours = cloud.database.get('subscriptions', subscriptionId(keys.person(openid), template?.key ?? 'progress'))
    if (ours?.['left'] !== consents - 1) wronglyPaid++
  }
  return { notOnceInList, neverSent, repeats, wronglyPaid }
}

/** Sends while killing, then to the end on a cloud that was started anew, and counts. */
export async function killWhileSending(run: OutboxRun, folder: string): Promise<OutboxResult> {
  const first = await withCloud(start(folder, run.timers, run.life), async (cloud) => {
    fill(cloud, run.messages)
    return rounds(cloud, run, true)
  })
  return withCloud(start(folder, run.timers, functions.timer.timeout), async (cloud) => {
    cloud.clock.moveTo(first.offset)
    const rest = await rounds(cloud, run, false)
    const { killed: kills, inFlight } = first
    return { kills, inFlight, runs: first.runs + rest.runs, ...(await counted(cloud, run.messages)) }
  })
}

const run: OutboxRun = { messages: 1000, kills: 10, timers: 3, life: 0.8 }

const figure = (what: string, value: number, most: number | null, least: number | null, beside?: string): Figure => ({
  bench: 'outbox',
  what: `${run.messages} messages, ${run.timers} timers at once: ${what}`,
  value,
  unit: 'messages',
  most,
  least,
  ...(beside === undefined ? {} : { beside }),
})

export const outbox: Bench = {
  name: 'outbox',
  needs: ['cloud'],
  run: () =>
    inFolder(async (folder) => {
      const result = await killWhileSending(run, folder)
      const { kills, inFlight, notOnceInList, neverSent, repeats, wronglyPaid, runs } = result
      return [
        { ...figure('timers killed while sending', kills, run.kills, run.kills, `of ${runs} runs`), unit: 'kills' },
        figure('not exactly once in the receiver’s list', notOnceInList, 0, null),
        figure('never at WeChat’s door', neverSent, 0, null),
        figure('sent once more', repeats, kills, null, `${inFlight} were under way when their sender was killed`),
        figure('more or less than one consent taken', wronglyPaid, 0, null),
      ]
    }),
}
