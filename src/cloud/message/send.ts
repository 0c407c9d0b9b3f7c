import { agrees } from '../../domain/people/consent'
import { mostTries, pushLease, verdictOn, type PushAnswer, type PushVerdict } from '../../domain/people/push'
import type { Keys } from '../keys'
import { describeFault, type Log } from '../log'
import { sealedAt } from '../people/ids'
import type { Row, Store, Write } from '../store'
import type { MessageFields, SubscriptionFields } from '../store/documents'
import type { Platform } from '../store/platform'
import { subscriptionId } from './ids'
import { fieldsFor, type OwnTemplate, type Templates } from './templates'

export type MessageRow = Row<MessageFields>

/** What sending needs. */
export interface Sender {
  readonly store: Store
  readonly keys: Keys
  readonly platform: Pick<Platform, 'push'>
  readonly templates: Templates
  readonly clock: () => number
  readonly log: Log
  readonly requestId: string
}

/** Where a message leads that has no page of its own. Without a leading slash, as WeChat takes it. */
const ownPage = 'pages/mine/messages/index'
/** How often what became of a message is written again where somebody else wrote it meanwhile. */
const mostNotes = 8

/** Whether it is anybody's to send: it waits, or whoever sent it did not say what became of it in time. */
const isDue = ({ push, nextAt }: MessageRow, now: number): boolean =>
  (push === 'waiting' || push === 'sending') && nextAt <= now

/**
 * Takes a message to WeChat's door, if it is due and nobody else takes it. Answers whether anything became of it here.
 * Whoever dies on the way leaves it claimed; when the claim is over it is anybody's again, and its consent is taken.
 */
export async function sendOne(sender: Sender, row: MessageRow): Promise<boolean> {
  if (!isDue(row, sender.clock())) return false
  const ready = await prepare(sender, row)
  if (ready === null) return false
  if ('verdict' in ready) return settle(sender, row, ready.verdict)
  const claimed = await claim(sender, row, ready.subscription)
  if (!claimed) return false
  const answer = await knock(sender, claimed, ready)
  const verdict = verdictOn(answer, claimed.tries, Math.random())
  if (verdict.odd) {
    const { kind, template } = claimed
    sender.log({ level: 'error', event: 'message.failed', requestId: sender.requestId, kind, template, answer })
  }
  return settle(sender, claimed, verdict)
}

interface Ready {
  readonly openid: string
  readonly template: OwnTemplate
  /** null: a consent was taken at an earlier try. */
  readonly subscription: Row<SubscriptionFields> | null
}

const stays: PushVerdict = { push: 'none', pause: 0, consent: 'spent', counts: true, odd: false }

/** What is needed to send it, or what becomes of it without. Null where it cannot be told now. */
async function prepare(sender: Sender, row: MessageRow): Promise<Ready | { verdict: PushVerdict } | null> {
  const { store, keys, templates, log, requestId } = sender
  const template = row.template === null ? undefined : templates[row.template]
  // What somebody has read already needs no message.
  if (row.template === null || !template || !row.unread) return { verdict: { ...stays, consent: unused(row) } }
  if (row.tries >= mostTries) return { verdict: { ...stays, push: 'failed', consent: unused(row) } }
  const person = await store.people.find(row.person)
  if (!person || !agrees(person.consents, ['account', 'messages'])) return { verdict: stays }
  const subscription = row.paid ? null : await store.subscriptions.find(subscriptionId(row.person, row.template))
  if (!row.paid && (!subscription || subscription.left < 1 || subscription.banned)) return { verdict: stays }
  try {
    return { openid: keys.unseal(person.openid, sealedAt('people', 'openid', row.person)), template, subscription }
  } catch (fault) {
    // Its key is gone: nobody can be told who it is, now or later.
    log({ level: 'error', event: 'message.unsealable', requestId, ...describeFault(fault) })
    return { verdict: { ...stays, push: 'failed' } }
  }
}

const unused = ({ paid }: MessageRow): PushVerdict['consent'] => (paid ? 'back' : 'spent')

/** Takes the message for this sender, and a consent with it. Null where somebody else was quicker. */
async function claim(
  { store, clock }: Sender,
  row: MessageRow,
  subscription: Ready['subscription'],
): Promise<MessageRow | null> {
  const now = clock()
  const claimed: MessageRow = {
    ...row,
    push: 'sending',
    paid: true,
    tries: row.tries + 1,
    nextAt: now + pushLease,
  }
  const won = subscription
    ? (await store.commit([
        store.messages.replacing(claimed),
        store.subscriptions.replacing({ ...subscription, left: subscription.left - 1 }),
      ])) === 'done'
    : await store.messages.replace(claimed)
  return won ? { ...claimed, version: row.version + 1 } : null
}

async function knock({ platform, log, requestId }: Sender, row: MessageRow, ready: Ready): Promise<PushAnswer> {
  const { openid, template } = ready
  const { path, template: key } = row
  if (key === null) return 40037
  try {
    const page = path === null ? ownPage : path.replace(/^\/+/, '')
    return await platform.push({ openid, templateId: template.id, page, data: fieldsFor(key, template, row) })
  } catch (fault) {
    log({ level: 'error', event: 'message.unreachable', requestId, ...describeFault(fault) })
    return 'unreachable'
  }
}

/**
 * Writes down what became of it. Its receiver may have read it meanwhile: then it is read again and noted once more.
 * Where the claim is no longer ours, whoever has it now says what becomes of it.
 */
async function settle(sender: Sender, from: MessageRow, verdict: PushVerdict): Promise<boolean> {
  const { store, clock } = sender
  let row = from
  for (let attempt = 0; attempt < mostNotes; attempt++) {
    const noted: MessageRow = {
      ...row,
      push: verdict.push,
      tries: verdict.counts ? row.tries : row.tries - 1,
      paid: verdict.consent === 'back' ? false : row.paid,
      nextAt: clock() + verdict.pause,
    }
    const consent = await consentWrite(sender, from, verdict)
    const won = consent
      ? (await store.commit([store.messages.replacing(noted), consent])) === 'done'
      : await store.messages.replace(noted)
    if (won) return true
    const now = await store.messages.find(from._id)
    if (!now || now.push !== from.push || now.nextAt !== from.nextAt) return false
    row = now
  }
  return false
}

/** What the ledger of consents learns from it; null where nothing. */
async function consentWrite({ store }: Sender, row: MessageRow, { consent }: PushVerdict): Promise<Write | null> {
  if (consent === 'spent' || row.template === null) return null
  const subscription = await store.subscriptions.find(subscriptionId(row.person, row.template))
  if (!subscription) return null
  if (consent === 'back') return store.subscriptions.replacing({ ...subscription, left: subscription.left + 1 })
  if (consent === 'banned') return store.subscriptions.replacing({ ...subscription, banned: true })
  // Agreed to anew while this one was on its way: WeChat's answer may be older than that.
  const fresh = subscription.answeredAt > row.nextAt - pushLease
  return fresh ? null : store.subscriptions.replacing({ ...subscription, left: 0 })
}
