import { release, type ActionName, type Reply, type WriteName } from '../../../contract'
import { functionOf } from '../function-of'
import type { LocalCloud } from '../../../local/start'
import { newCaller } from '../permission-walk'
import { aboutOf } from './about'
import { changesIn, contentsOf, freshKey, idOf, keys, type CollectionName, type Contents } from './documents'
import { situationsOf, type CallerKind, type Situation } from './situations'

type Counts = Readonly<Partial<Record<CollectionName, number>>>

/** A write, and what there is more of in the database once it is done, however often it was sent. */
export interface Resent {
  readonly action: WriteName
  readonly by: CallerKind
  readonly situation?: Partial<Situation>
  /** Documents that are new; beside these a resend record and a counter. */
  readonly added: Counts
  /** Documents that were there and have another version, the next one. */
  readonly changed?: Counts
  /** It settles alone: what it makes is its own resend record, and is counted by itself. */
  readonly alone?: true
}

const resident: CallerKind = { name: 'resident', identity: 'agreed', held: [] }
const newcomer: CallerKind = { name: 'newcomer', identity: 'new', held: [] }
const held = (role: 'secretary' | 'grid-leader' | 'volunteer' | 'duty'): CallerKind => ({
  name: role,
  identity: 'agreed',
  held: [{ role, standing: 'in force', at: 'here', hasGrid: role === 'grid-leader' }],
})

/** One of each shape that a write has: a new document, a changed one, both, several, a look that is only noted. */
export const resent: readonly Resent[] = [
  { action: 'contact.report', by: resident, added: { contactReports: 1 } },
  { action: 'search.missed', by: resident, added: { searchMisses: 1 } },
  { action: 'consent.grant', by: newcomer, added: { people: 1 } },
  { action: 'me.name', by: resident, added: {}, changed: { people: 1 } },
  { action: 'phone.give', by: resident, added: {}, changed: { people: 1 } },
  { action: 'phone.look', by: resident, added: { audits: 1 } },
  // The news is for the one grid leader that the demo has there.
  { action: 'home.declare', by: resident, added: { homes: 1, messages: 1 } },
  {
    action: 'home.confirm',
    by: held('grid-leader'),
    added: { audits: 1, messages: 1 },
    changed: { homes: 1 },
  },
  { action: 'invitation.create', by: held('secretary'), added: { invitations: 1, audits: 1 } },
  {
    action: 'invitation.accept',
    by: resident,
    added: { memberships: 1, audits: 1, messages: 1 },
    changed: { invitations: 1 },
  },
  {
    action: 'community.found',
    by: resident,
    added: { communities: 1, memberships: 1, setups: 1, audits: 1 },
  },
  { action: 'member.phone', by: held('secretary'), added: { audits: 1 } },
  {
    action: 'member.revoke',
    by: held('secretary'),
    added: { audits: 1, messages: 1 },
    changed: { memberships: 1 },
  },
  { action: 'picture.begin', by: resident, added: { pictures: 1 } },
  // To the secretary; whoever says nothing of where they live has no grid leader.
  { action: 'complaint.file', by: resident, added: { complaints: 1, messages: 1 } },
  { action: 'complaint.answer', by: held('secretary'), added: { messages: 1 }, changed: { complaints: 1 } },
  { action: 'message.subscribe', by: resident, added: { subscriptions: 1 } },
  { action: 'request.submit', by: resident, added: { requests: 1 }, alone: true },
  // It counts by itself, and a resend once more.
  { action: 'request.join', by: resident, added: { counters: 1 }, changed: { requests: 1 }, alone: true },
  { action: 'request.act', by: held('grid-leader'), added: {}, changed: { requests: 1 } },
  { action: 'request.look', by: held('grid-leader'), added: { audits: 1 } },
  { action: 'wish.hang', by: resident, added: { wishes: 1 }, alone: true },
  // To the duty member that the demo has there.
  { action: 'wish.cry', by: newcomer, added: { wishes: 1, messages: 1 }, alone: true },
  // To whose wish it is.
  { action: 'wish.claim', by: held('volunteer'), added: { messages: 1 }, changed: { wishes: 1 } },
  { action: 'wish.act', by: resident, situation: { owner: 'own' }, added: {}, changed: { wishes: 1 } },
  { action: 'wish.look', by: held('duty'), added: { audits: 1 } },
  { action: 'wish.block', by: resident, situation: { owner: 'own' }, added: { blocks: 1 } },
  { action: 'offer.hang', by: held('volunteer'), added: { offers: 1 }, alone: true },
  { action: 'offer.act', by: resident, situation: { owner: 'own' }, added: {}, changed: { offers: 1 } },
  { action: 'member.check', by: held('secretary'), added: { audits: 1 }, changed: { memberships: 1 } },
  // A save, and what the directory was before it.
  {
    action: 'agency.save',
    by: held('secretary'),
    added: { audits: 1, directories: 1 },
    changed: { communities: 1 },
  },
  {
    action: 'report.answer',
    by: held('grid-leader'),
    added: { audits: 1 },
    changed: { contactReports: 1 },
  },
  {
    action: 'building.save',
    by: held('grid-leader'),
    added: { audits: 1, directories: 1 },
    changed: { communities: 1, buildings: 1 },
  },
  // The building is written as it is: two at once make no two for one door.
  { action: 'doorcode.make', by: held('grid-leader'), added: { doorCodes: 1, audits: 1 }, changed: { buildings: 1 } },
  {
    action: 'doorcode.replace',
    by: held('grid-leader'),
    added: { doorCodes: 1, audits: 1 },
    changed: { doorCodes: 1 },
  },
  // The community says which one is its latest.
  { action: 'import.start', by: held('secretary'), added: { imports: 1 }, changed: { communities: 1 } },
  // The one that was begun before is given up.
  { action: 'import.plan', by: held('secretary'), added: { imports: 1 }, changed: { imports: 1, communities: 1 } },
  { action: 'import.cancel', by: held('secretary'), added: {}, changed: { imports: 1 } },
  // Worked out anew for each that is sent, and noted once.
  { action: 'export.directory', by: held('secretary'), added: { audits: 1 } },
  { action: 'household.list', by: held('grid-leader'), added: { audits: 1 } },
  { action: 'request.tighten', by: held('secretary'), added: { audits: 1 }, changed: { communities: 1 } },
  { action: 'notice.acknowledge', by: resident, added: { openings: 1 } },
  // The figure of what waits is made true after it, and the one who wrote it is told.
  {
    action: 'notice.ask',
    by: resident,
    added: { noticeQuestions: 1, messages: 1 },
    changed: { notices: 1 },
    alone: true,
  },
  {
    action: 'notice.answer',
    by: held('grid-leader'),
    added: { messages: 1 },
    changed: { notices: 1, noticeQuestions: 1 },
  },
  { action: 'notice.save', by: held('grid-leader'), added: { notices: 1 } },
  // With what stands at doors; to whoever wrote it.
  {
    action: 'notice.act',
    by: held('grid-leader'),
    added: { messages: 1 },
    changed: { notices: 1, communities: 1 },
  },
  { action: 'notice.share', by: held('grid-leader'), added: {}, changed: { notices: 1 } },
  { action: 'notice.tick', by: held('grid-leader'), added: { noticeVisits: 1 } },
  // One member hears of it, and has one message less to get.
  {
    action: 'notice.remind',
    by: held('grid-leader'),
    added: { messages: 1 },
    changed: { notices: 1, subscriptions: 1 },
  },
  { action: 'group.name', by: held('grid-leader'), added: {}, changed: { noticeGroups: 1 } },
  { action: 'noticefile.begin', by: held('duty'), added: { noticeFiles: 1 } },
  { action: 'voice.say', by: resident, added: { voices: 1 } },
  { action: 'voice.note', by: held('grid-leader'), added: { voices: 1 } },
  { action: 'signup.join', by: resident, added: {}, changed: { signUps: 1 }, alone: true },
  { action: 'signup.leave', by: resident, added: {}, changed: { signUps: 1 } },
]

export interface ResentResult {
  readonly action: ActionName
  readonly replies: number
  /** Different data among the replies, and the refusals: 1 is what is asked. */
  readonly answers: readonly string[]
  readonly added: Counts
  readonly changed: Counts
  /** Documents that were written more than once, or are gone. */
  readonly odd: readonly string[]
}

async function send(
  cloud: LocalCloud,
  call: { readonly action: ActionName; readonly input: unknown; readonly key: string },
  openid: string,
): Promise<string> {
  const response = await fetch(`${cloud.url}/call/${functionOf(call.action)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-local-openid': openid },
    body: JSON.stringify({ data: { ...call, release } }),
  })
  const { result } = (await response.json()) as { readonly result?: Reply }
  if (!result) return 'no reply'
  return result.ok ? JSON.stringify(result.data) : `refused: ${result.refused}`
}

/** Sends one write so many times at once, under one key, over HTTP as phones do. */
export async function sendAtOnce(cloud: LocalCloud, row: Resent, times: number): Promise<ResentResult> {
  const { action, by } = row
  const { database, clock } = cloud
  const members = database.find('memberships').map(idOf)
  const openid = newCaller(cloud, by) ?? ''
  const [usual] = situationsOf([], false)
  const making = { database, now: clock.now(), caller: keys.person(openid) }
  const input = aboutOf[action].input(making, { ...(usual as Situation), ...row.situation })
  const before = contentsOf(database)
  const key = freshKey()
  const replies = await Promise.all(Array.from({ length: times }, () => send(cloud, { action, input, key }, openid)))
  const after = contentsOf(database)
  // Who keeps a community hears of what comes next: those made for this row would count there.
  for (const _id of database.find('memberships').map(idOf)) {
    if (!members.includes(_id)) database.remove('memberships', { _id })
  }
  const touched = changesIn(before, after)
  const isNew = (name: string) => !before.has(name)
  // What a notice counts, whom it tells and by which cards it went are no steps of its history.
  const isNext = (name: string) =>
    isNew(name)
      ? after.get(name)?.version === 1 || /^(requests|wishes) /.test(name)
      : stepsOf(name, before, after) === 1 || (name.startsWith('notices ') && stepsOf(name, before, after) === 0)
  return {
    action,
    replies: replies.length,
    answers: [...new Set(replies)],
    added: countsOf(touched.filter(isNew)),
    changed: countsOf(touched.filter((name) => !isNew(name))),
    // What becomes of a message at WeChat's door is noted in it afterwards, and in its ledger; what counts by itself
    // counts a resend, too.
    odd: touched.filter(
      (name) =>
        !isNext(name) && !/^(messages|subscriptions) /.test(name) && !(row.alone && name.startsWith('counters ')),
    ),
  }
}

const stepsOf = (name: string, before: Contents, after: Contents): number =>
  Number(after.get(name)?.version) - Number(before.get(name)?.version)

function countsOf(names: readonly string[]): Counts {
  const counts: Partial<Record<CollectionName, number>> = {}
  for (const name of names) {
    const collection = name.split(' ')[0] as CollectionName
    counts[collection] = (counts[collection] ?? 0) + 1
  }
  return counts
}

/** What a write should have left behind: its own documents once, one resend record, one counter. */
export const expectedAfter = ({
  action,
  added,
  changed = {},
  alone,
}: Resent): Omit<ResentResult, 'replies' | 'answers'> => ({
  action,
  added: { ...added, ...(alone ? {} : { resends: 1, counters: 1 }) },
  changed,
  odd: [],
})
