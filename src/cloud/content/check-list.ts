import { listChecks, refuse } from '../../contract'
import { handle, type Surroundings } from '../handle'
import { decodeCursor, type Store } from '../store'
import type { CheckRow } from './checks'
import { loadPlace } from './load'
import { wordsOf, type Subject } from './settle'

/** Each may bring five hundred characters and a picture's link: fewer than of other lists. */
const pageSize = 10

export const list = handle(listChecks, {
  load: loadPlace,
  async work({ communityId, gridId, cursor: from }, context) {
    const { person, store } = context
    const after = from === null ? null : decodeCursor(from, 'number')
    if (from !== null && !after) return refuse('place.bad-cursor')
    const { rows, cursor } = await store.checks.page({
      where: { communityId, ...(gridId === null ? {} : { gridId }), open: true },
      order: 'dueAt',
      after,
      limit: pageSize,
    })
    const subjects = await subjectsOf(store, rows)
    const links = await linksOf(context, [...subjects.values()])
    const checks = rows.map((row) => {
      const subject = subjects.get(row._id) ?? null
      const fileId = subject && 'picture' in subject ? subject.picture.fileId : null
      return {
        checkId: row._id,
        kind: row.kind,
        words: wordsOf(subject, row),
        url: fileId === null ? null : (links.get(fileId) ?? null),
        at: row.at,
        dueAt: row.dueAt,
        because: row.state === 'unchecked' ? ('unchecked' as const) : ('review' as const),
        mine: row.author === person,
      }
    })
    return { checks, cursor }
  },
})

/** What each is about, by one read for each kind that is there. */
async function subjectsOf(store: Store, rows: readonly CheckRow[]): Promise<Map<string, Subject>> {
  const idsIn = (collection: string) =>
    rows.filter(({ about }) => about.collection === collection).map(({ about }) => about.id)
  const [complaints, pictures, requests, wishes, offers, notices, questions, voices] = await Promise.all([
    store.complaints.findAll(idsIn('complaints')),
    store.pictures.findAll(idsIn('pictures')),
    store.requests.findAll(idsIn('requests')),
    store.wishes.findAll(idsIn('wishes')),
    store.offers.findAll(idsIn('offers')),
    store.notices.findAll(idsIn('notices')),
    store.noticeQuestions.findAll(idsIn('noticeQuestions')),
    store.voices.findAll(idsIn('voices')),
  ])
  const found = new Map<string, Subject>([
    ...complaints.map((complaint) => [`complaints ${complaint._id}`, { complaint }] as const),
    ...pictures.map((picture) => [`pictures ${picture._id}`, { picture }] as const),
    ...requests.map((request) => [`requests ${request._id}`, { request }] as const),
    ...wishes.map((wish) => [`wishes ${wish._id}`, { wish }] as const),
    ...offers.map((offer) => [`offers ${offer._id}`, { offer }] as const),
    ...notices.map((notice) => [`notices ${notice._id}`, { notice }] as const),
    ...voices.map((voice) => [`voices ${voice._id}`, { voice }] as const),
    ...questions.map((question) => [`noticeQuestions ${question._id}`, { question }] as const),
  ])
  return new Map(rows.map(({ _id, about }) => [_id, found.get(`${about.collection} ${about.id}`) ?? null]))
}

async function linksOf({ platform, note }: Surroundings, subjects: readonly Subject[]) {
  const files = subjects.flatMap((one) => (one && 'picture' in one && one.picture.fileId ? [one.picture.fileId] : []))
  try {
    return await platform.links(files)
  } catch (fault) {
    note('picture.no-link', fault)
    return new Map<string, string>()
  }
}
