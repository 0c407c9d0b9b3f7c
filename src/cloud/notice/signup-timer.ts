import { dueBatch, lookAtAll, noFigures, sharing, type LookFigures, type OneLook } from '../filing/look-all'
import type { Looked, Looking } from '../filing/look'
import { messageOf, type Said } from '../people/say'
import type { Run } from '../run'
import type { Store } from '../store'
import { readPath } from './open-paths'
import { movedUpNews, withAccount } from './signup-change'
import { takesPlace, type SignUpRow } from './signup-load'
import { nextSignUpLook, reminderAt } from './signup-new'

const one: OneLook = { event: 'signup.undone', look: lookAtSignUp }

/** The timer's step: whoever moved up and has not heard, and whoever takes part tomorrow. Nothing due: one read. */
export async function signUpsDue(run: Run, clock?: () => number): Promise<LookFigures> {
  const given = sharing(run, clock)
  const figures = noFigures()
  const due = { where: {}, order: 'nextAt', until: given.now, after: null, limit: dueBatch } as const
  const { rows } = await given.store.signUps.page(due)
  await lookAtAll(given, rows, one, figures)
  return figures
}

/**
 * Tells what is due of one sign-up. News has its `_id` by what caused it and is told before it is noted as told: a crash
 * in between, or two runs at once, say nothing twice.
 */
async function lookAtSignUp({ store, now }: Looking, id: string): Promise<Looked> {
  const [row, notice] = await Promise.all([store.signUps.find(id), store.notices.find(id)])
  if (!row || row.nextAt > now) return { commits: 0, messages: [] }
  const isOn = notice !== null && takesPlace(notice) && now < row.beginsAt
  const isTime = !row.isReminded && reminderAt(row) <= now
  const untold = new Set(row.untold)
  // Who has left again in between hears nothing of it.
  const moved = row.entries.filter(({ number, state }) => untold.has(number) && state === 'in')
  const news = isOn ? [...(await movedUpNews(store, id, moved)), ...(isTime ? await soon(store, row) : [])] : []
  const messages: string[] = []
  for (const message of news.map((one) => messageOf(now, one)))
    if (await store.messages.insert(message)) messages.push(message._id)
  const told = { ...row, untold: [], isReminded: row.isReminded || isTime }
  // Somebody signed up or left meanwhile: the next run finds it as it is then.
  await store.signUps.replace({ ...told, nextAt: nextSignUpLook(told, now) })
  return { commits: 1, messages }
}

/** Once to everybody who is in it and has a phone, and again where it was put off. Who moves up later hears that instead. */
async function soon(store: Store, { _id, entries, beginsAt }: SignUpRow): Promise<Said[]> {
  const people = entries.filter(({ state, isNoted }) => state === 'in' && !isNoted).map(({ who }) => who)
  const known = await withAccount(store, people)
  return people
    .filter((person) => known.has(person))
    .map((person) => ({ person, kind: 'signup.soon', path: readPath(_id), cause: `${_id}:${beginsAt}` }))
}
