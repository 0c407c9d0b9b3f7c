import { minute } from '../../domain/time/clock'
import type { Row, Store, Write } from '../store'
import { fewPictures, removePictures } from '../sweep'
import type { CheckFields } from '../store/documents'
import { audit } from './audit'
import { noticeParts } from './erase-notice'
import { changeAll, eraseBatch, of, removeAll, type ErasePart, type Erasing } from './erase-part'
import { withoutPerson } from './erase-request'
import { eraseFromOffer, eraseFromWish } from './erase-wish'

/** A call that began before the erasure has ended by then: what it wrote late is found, too. */
const aftermath = minute

/** Roles end at once and lose the name; the pseudonym stays for a year, for the audit log. */
const memberships: ErasePart = async ({ store, now }, person) => {
  const rows = (await store.memberships.page({ where: { person }, order: 'until', after: null, limit: 100 })).rows
  const left = rows.filter(({ name, state }) => name !== null || state === 'active')
  for (const row of left) {
    const writes: Write[] = [
      store.memberships.replacing({
        ...{ ...row, name: null, onDutyUntil: undefined },
        ...{ state: 'revoked' as const, endedAt: row.endedAt ?? now },
      }),
    ]
    if (row.state === 'active' && row.until > now) writes.push(roleEnded(store, now, person, row))
    await store.commit(writes)
  }
  return left.length
}

const roleEnded = (
  store: Store,
  now: number,
  person: string,
  { _id, communityId }: { _id: string; communityId: string },
) =>
  audit(
    { store, now, person, as: { role: 'resident', membership: null } },
    { verb: 'role.revoke', communityId, subject: { collection: 'memberships', id: _id } },
  )

/** A community keeps that there was a complaint, and how it was answered: not what was written, nor by whom. */
const complaints: ErasePart = async ({ store }, person) =>
  changeAll(store.complaints, await of(store.complaints, { person }, 'filedAt'), (row) => ({
    person: null,
    words: '',
    wordsState: 'refused' as const,
    pictures: [],
    state: row.state === 'open' ? ('withdrawn' as const) : row.state,
  }))

/** Answers are the office's words; who wrote them goes. */
const answers: ErasePart = async ({ store }, person) => {
  const rows = await of(store.complaints, { 'answers.author': person } as object, 'filedAt')
  return changeAll(store.complaints, rows, (row) => ({
    answers: row.answers.map((one) => (one.author === person ? { ...one, author: null } : one)),
  }))
}

/** Their own, those that they joined or wrote for others, and those that they did something about. */
const requests: ErasePart = async ({ store, now }, person) => {
  const found = [
    await of(store.requests, { people: person } as object, 'filedAt'),
    await of(store.requests, { actors: person } as object, 'filedAt'),
    await of(store.requests, { filer: person }, 'day'),
  ].flat()
  const rows = [...new Map(found.map((row) => [row._id, row])).values()]
  return changeAll(store.requests, rows, (row) => withoutPerson(row, person, now))
}

/** Their own cards, those that they wrote for others, and those that they helped with or did something about. */
const wishes: ErasePart = async ({ store, now }, person) => {
  const found = [
    await of(store.wishes, { people: person } as object, 'hungAt'),
    await of(store.wishes, { actors: person } as object, 'hungAt'),
  ].flat()
  const rows = [...new Map(found.map((row) => [row._id, row])).values()]
  for (const row of rows) await eraseFromWish(store, row, person, now)
  return rows.length
}

/** After the wishes, which give back the places that they had taken of them. */
const offers: ErasePart = async ({ store, now }, person) => {
  const found = [
    await of(store.offers, { person }, 'hungAt'),
    await of(store.offers, { filedBy: person }, 'hungAt'),
  ].flat()
  const rows = [...new Map(found.map((row) => [row._id, row])).values()]
  for (const row of rows) await eraseFromOffer(store, row, person, now)
  return rows.length
}

/** What waits for a look is gone; the office's words still have to be judged. */
const checks: ErasePart = async ({ store, now }, person) => {
  const rows = await of(store.checks, { author: person }, 'author')
  for (const row of rows) {
    const closed = { state: 'refused', open: false, decidedAt: now } as const
    const isTheirs = row.open && !(await isOffice(store, row))
    await store.checks.replace({ ...row, author: null, ...(isTheirs ? closed : {}) })
  }
  return rows.length
}

/** Whether what is judged was said for a community or an agency: an answer, or a step of somebody who works on it; or of the office in a wish. */
async function isOffice(store: Store, { kind, about }: Row<CheckFields>): Promise<boolean> {
  if (kind === 'wish-step') {
    const said = (await store.wishes.find(about.id))?.events.find(({ id }) => id === about.part)
    return said !== undefined && said.role !== null
  }
  if (kind !== 'step') return kind === 'answer' || kind === 'notice'
  const event = (await store.requests.find(about.id))?.events.find(({ id }) => id === about.part)
  return event !== undefined && event.actor !== 'owner' && event.actor !== 'neighbour'
}

const pictures: ErasePart = async ({ store, platform }, person) => {
  const rows = await of(store.pictures, { person }, 'person', fewPictures)
  await removePictures(store, platform, rows)
  return rows.length
}

const invitations: ErasePart = async ({ store }, person) =>
  changeAll(store.invitations, await of(store.invitations, { createdBy: person }, 'createdBy'), () => ({
    createdBy: null,
    state: 'revoked' as const,
  }))

const reports: ErasePart = async ({ store }, person) =>
  changeAll(store.contactReports, await of(store.contactReports, { reporter: person }, 'reporter'), () => ({
    reporter: null,
  }))

const messages: ErasePart = async ({ store }, person) => {
  const unread = await of(store.messages, { person, unread: true }, 'at')
  const read = await of(store.messages, { person, unread: false }, 'at')
  return removeAll(store.messages, [...unread, ...read])
}

/** Pictures after the complaints, requests and notices that name them; everything before the person's own document. */
const parts: readonly ErasePart[] = [
  memberships,
  async ({ store }, person) => removeAll(store.homes, await of(store.homes, { person }, 'person')),
  complaints,
  answers,
  requests,
  wishes,
  offers,
  async ({ store }, person) => removeAll(store.blocks, await of(store.blocks, { people: person } as object, 'at')),
  ...noticeParts,
  checks,
  pictures,
  invitations,
  reports,
  messages,
  async ({ store }, person) => removeAll(store.subscriptions, await of(store.subscriptions, { person }, 'person')),
]

/**
 * Goes on with an erasure until nothing is left or time is short; answers whether it is over. A crash at any point
 * leaves it to be gone on with. A part that fails does not keep the others from being erased; then it throws.
 */
export async function erasePerson(erasing: Erasing, person: string): Promise<boolean> {
  const { store, now } = erasing
  const faults: unknown[] = []
  const failed = new Set<ErasePart>()
  for (let found = 1; found > 0;) {
    found = 0
    for (const part of parts) {
      if (!erasing.hasTime()) return false
      if (failed.has(part)) continue
      try {
        found += await part(erasing, person)
      } catch (fault) {
        failed.add(part)
        faults.push(fault)
      }
    }
  }
  if (faults.length > 0) throw faults[0]
  const erasure = await store.erasures.find(person)
  if (!erasure) return true
  await store.people.remove([person])
  if (now - erasure.askedAt < aftermath) return false
  await store.erasures.remove([person])
  return true
}

/** The timer's part: every erasure that is not over. One that fails does not hold up the others. */
export async function eraseDue(erasing: Erasing): Promise<Readonly<Record<string, number>>> {
  const { store, note, hasTime } = erasing
  const figures = { done: 0, open: 0, failed: 0 }
  let after: { value: number; id: string } | null = null
  while (hasTime()) {
    const { rows } = await store.erasures.page({ where: {}, order: 'askedAt', after, limit: eraseBatch })
    for (const { _id } of rows) {
      if (!hasTime()) break
      try {
        figures[(await erasePerson(erasing, _id)) ? 'done' : 'open']++
      } catch (fault) {
        figures.failed++
        note('erasure.failed', fault)
      }
    }
    const last: { _id: string; askedAt: number } | undefined = rows.at(-1)
    if (!last || rows.length < eraseBatch) break
    after = { value: last.askedAt, id: last._id }
  }
  return figures
}
