import { randomUUID } from 'node:crypto'
import { isRefused } from '../../contract'
import { leaveSignUp } from '../../domain/notice/sign-up'
import type { NoticeRow } from '../notice/load'
import { countQuestions } from '../notice/open-figure'
import { changed } from '../notice/signup-change'
import { signUpOf, type SignUpRow } from '../notice/signup-load'
import { askedBy } from '../notice/voice-asked'
import type { Row, Store, Write } from '../store'
import type { VoiceFields } from '../store/documents'
import { changeAll, of, removeAll, type ErasePart, type Erasing } from './erase-part'

/** Nobody knows any more that they opened it: the households that are counted become one fewer. */
const openings: ErasePart = async ({ store }, person) =>
  removeAll(store.openings, await of(store.openings, { person }, 'at'))

/** What they asked goes; what was answered to everybody stands in the notice as the office wrote it. */
const questions: ErasePart = async ({ store, note }, person) => {
  const rows = await of(store.noticeQuestions, { person }, 'at')
  for (const row of rows) {
    // Nobody finds it again by the call that asked it.
    const gone = { person: null, words: '', wordsState: 'refused', input: '', turn: row._id } as const
    await store.noticeQuestions.replace({ ...row, ...gone, state: row.state === 'open' ? 'closed' : row.state })
  }
  for (const noticeId of new Set(rows.map((row) => row.noticeId))) await countQuestions({ store, note }, noticeId)
  return rows.length
}

/** That somebody was told at the door stays, for whoever walks there next. */
const visits: ErasePart = async ({ store }, person) =>
  changeAll(store.noticeVisits, await of(store.noticeVisits, { actors: person } as object, 'until'), (row) => ({
    ticks: row.ticks.map((tick) => (tick.by === person ? { ...tick, by: null } : tick)),
    actors: row.actors.filter((one) => one !== person),
  }))

const groups: ErasePart = async ({ store }, person) =>
  removeAll(store.noticeGroups, await of(store.noticeGroups, { person }, 'madeAt'))

const voices: ErasePart = async ({ store, now }, person) => {
  const own = await of(store.voices, { person }, 'at')
  for (const row of own) await store.commit(await voiceWithout(store, row, now))
  const noted = await of(store.voices, { notedBy: person }, 'at')
  return own.length + (await changeAll(store.voices, noted, () => ({ notedBy: null })))
}

/**
 * Before the deadline a voice goes. After it the result stays as it was shown: without a name, and under an id that
 * nobody can work out of a notice and a person. Words that still waited for a look are shown to nobody.
 */
async function voiceWithout(store: Store, row: Row<VoiceFields>, now: number): Promise<Write[]> {
  const notice = await store.notices.find(row.noticeId)
  const asked = notice && askedBy(notice, now)
  if (!asked || isRefused(asked) || !asked.isOver) return [store.voices.removing(row)]
  const { shape: _shape, version: _version, ...fields } = row
  const nobodys = { ...fields, _id: randomUUID(), person: null, name: null }
  return [store.voices.removing(row), store.voices.inserting(nobodys)]
}

const signUps: ErasePart = async (erasing, person) => {
  const { store } = erasing
  const rows = await of(store.signUps, { people: person } as object, 'endsAt')
  for (const row of rows) await store.commit(await signUpWithout(erasing, row, person))
  return rows.length
}

/**
 * Before it begins the place is given back, and whoever has waited longest moves up and is told; after that only the name
 * goes. Without its notice nobody can see it.
 */
async function signUpWithout(erasing: Erasing, row: SignUpRow, person: string): Promise<readonly Write[]> {
  const notice = await erasing.store.notices.find(row._id)
  if (!notice) return [erasing.store.signUps.removing(row)]
  const keyOf = (number: number) => `gone-${number}`
  const theirs = row.entries.filter(({ who }) => who === person)
  const nobodys = row.entries.map((one) =>
    theirs.includes(one) ? { ...one, who: keyOf(one.number), name: null } : one,
  )
  const next = { ...row, entries: nobodys }
  const signUp = signUpOf(next)
  const place = theirs.find(({ state }) => state !== 'left')
  const left = place && leaveSignUp(signUp, keyOf(place.number), erasing.now)
  const done = left && !('refused' in left) ? left : { signUp, movedUp: [] }
  return (await changed(erasing, { notice, row: next }, done)).writes
}

/** A notice is the office's: its words stay, whoever wrote and did it goes, with the pictures that they took. */
const notices: ErasePart = async ({ store }, person) => {
  const rows = await of(store.notices, { actors: person } as object, 'madeAt')
  for (const row of rows) await store.notices.replace(await noticeWithout(store, row, person))
  return rows.length
}

async function noticeWithout(store: Store, row: NoticeRow, person: string): Promise<NoticeRow> {
  const ids = [row.shown, row.next].flatMap((edition) => edition?.pictures ?? [])
  const kept = (await store.pictures.findAll(ids)).filter((one) => one.person !== person).map(({ _id }) => _id)
  const edition = <Any extends NoticeRow['shown']>(one: Any): Any =>
    one && {
      ...one,
      writer: one.writer === person ? null : one.writer,
      pictures: one.pictures.filter((id) => kept.includes(id)),
    }
  return {
    ...row,
    ...{ shown: edition(row.shown), next: edition(row.next) },
    unread: row.unread && { ...row.unread, writers: row.unread.writers.filter((one) => one !== person) },
    events: row.events.map((event) => (event.person === person ? { ...event, person: null } : event)),
    shares: row.shares.map((share) => (share.person === person ? { ...share, person: null, groupId: null } : share)),
    reminds: row.reminds.map((remind) => (remind.by === person ? { ...remind, by: null } : remind)),
    actors: row.actors.filter((one) => one !== person),
  }
}

/** Goes with its notice, or as one that is in none. */
const files: ErasePart = async ({ store }, person) =>
  changeAll(store.noticeFiles, await of(store.noticeFiles, { person }, 'madeAt'), () => ({ person: null }))

/** What somebody did with notices, as a resident and by a role. */
export const noticeParts: readonly ErasePart[] = [openings, questions, visits, groups, voices, signUps, notices, files]
