import type { ShownState } from '../../domain/content/check'
import { noticePath } from '../notice/tell-office'
import { say } from '../people/say'
import type { Store, Write } from '../store'
import { tellWriter } from './complaint-answer'
import { decidedCheck, type CheckRow } from './checks'
import type { PictureRow } from './files'
import { myComplaintPath, myRequestPath, workComplaintPath } from './keepers'
import type { ComplaintRow } from './load'
import { requestWords, settledRequest, type RequestSubject } from './settle-request'
import { noticeWords, settledNotice, type NoticeSubject } from './settle-notice'
import { opinionWords, pathOfOpinion, settledOpinion, type OpinionSubject } from './settle-opinion'
import { pathOfQuestion, questionWords, settledQuestion, type QuestionSubject } from './settle-question'
import { cardWords, settledCard, type CardSubject } from './settle-wish'

/** What a check is about, as it stands now; null where it is gone. */
export type Subject =
  | { readonly complaint: ComplaintRow }
  | { readonly picture: PictureRow }
  | RequestSubject
  | CardSubject
  | NoticeSubject
  | QuestionSubject
  | OpinionSubject
  | null

export async function subjectOf(store: Store, { about }: CheckRow): Promise<Subject> {
  if (about.collection === 'pictures') {
    const picture = await store.pictures.find(about.id)
    return picture && { picture }
  }
  if (about.collection === 'requests') {
    const request = await store.requests.find(about.id)
    return request && { request }
  }
  if (about.collection === 'wishes') {
    const wish = await store.wishes.find(about.id)
    return wish && { wish }
  }
  if (about.collection === 'offers') {
    const offer = await store.offers.find(about.id)
    return offer && { offer }
  }
  if (about.collection === 'notices') {
    const notice = await store.notices.find(about.id)
    return notice && { notice }
  }
  if (about.collection === 'noticeQuestions') {
    const question = await store.noticeQuestions.find(about.id)
    return question && { question }
  }
  if (about.collection === 'voices') {
    const voice = await store.voices.find(about.id)
    return voice && { voice }
  }
  const complaint = await store.complaints.find(about.id)
  return complaint && { complaint }
}

/** The words that wait, or null: a picture, or no longer there. */
export function wordsOf(subject: Subject, check: CheckRow): string | null {
  if (subject === null || 'picture' in subject) return null
  if ('request' in subject) return requestWords(subject.request, check)
  if ('wish' in subject || 'offer' in subject) return cardWords(subject, check)
  if ('notice' in subject) return noticeWords(subject.notice, check)
  if ('question' in subject) return questionWords(subject.question)
  if ('voice' in subject) return opinionWords(subject.voice, check)
  const { part } = check.about
  const { complaint } = subject
  return part === null ? complaint.words : (complaint.answers.find(({ id }) => id === part)?.words ?? null)
}

type Verdict = 'passed' | 'refused'

/**
 * A verdict, as one commit: the check, what it is about, and the news for its writer; where an answer is shown now, also
 * for whoever filed the complaint. Whoever reads and writes at the same moment loses by the versions.
 */
export async function settled(
  store: Store,
  now: number,
  check: CheckRow,
  subject: Subject,
  verdict: Verdict,
): Promise<Write[]> {
  const closing = decidedCheck(store, now, check, verdict)
  // Erased or taken back meanwhile: nothing is left to be shown.
  if (subject === null) return [closing]
  if ('picture' in subject) {
    const { picture } = subject
    return [
      closing,
      store.pictures.replacing({ ...picture, state: verdict }),
      ...tellAuthor(store, now, check, verdict, pathOfPicture(picture)),
    ]
  }
  if ('request' in subject) {
    const { changed, path } = settledRequest(subject.request, check, verdict)
    if (changed === null) return [closing]
    return [closing, store.requests.replacing(changed), ...tellAuthor(store, now, check, verdict, path)]
  }
  if ('wish' in subject || 'offer' in subject) {
    const { writes, path, isTold } = await settledCard(store, now, subject, check, verdict)
    if (writes.length === 0) return [closing]
    return [closing, ...writes, ...(isTold ? [] : tellAuthor(store, now, check, verdict, path))]
  }
  if ('notice' in subject) {
    const { writes, path } = await settledNotice(store, now, subject.notice, check, verdict)
    if (writes.length === 0) return [closing]
    return [closing, ...writes, ...tellAuthor(store, now, check, verdict, path)]
  }
  if ('question' in subject) {
    const changed = await settledQuestion(store, subject.question, verdict)
    if (changed.length === 0) return [closing]
    return [closing, ...changed, ...tellAuthor(store, now, check, verdict, pathOfQuestion(subject.question))]
  }
  if ('voice' in subject) {
    const changed = settledOpinion(store, subject.voice, check, verdict)
    if (changed.length === 0) return [closing]
    return [closing, ...changed, ...tellAuthor(store, now, check, verdict, pathOfOpinion(subject.voice))]
  }
  return [closing, ...settledWords(store, now, check, subject.complaint, verdict)]
}

/** The page on which its owner sees it. */
export function pathOfPicture({ complaintId, requestId, noticeId }: PictureRow): string | null {
  if (complaintId !== null) return myComplaintPath(complaintId)
  return requestId ? myRequestPath(requestId) : noticeId ? noticePath(noticeId) : null
}

function settledWords(store: Store, now: number, check: CheckRow, row: ComplaintRow, verdict: Verdict): Write[] {
  const state: ShownState = verdict === 'passed' ? 'shown' : 'refused'
  const { part } = check.about
  if (part === null) {
    return [
      store.complaints.replacing({ ...row, wordsState: state }),
      ...tellAuthor(store, now, check, verdict, myComplaintPath(row._id)),
    ]
  }
  const answers = row.answers.map((one) => (one.id === part ? { ...one, state } : one))
  return [
    store.complaints.replacing({ ...row, answers }),
    ...tellAuthor(store, now, check, verdict, workComplaintPath(row._id)),
    ...(verdict === 'passed' ? tellWriter(store, now, row, part) : []),
  ]
}

const tellAuthor = (
  store: Store,
  now: number,
  { _id, kind, author }: CheckRow,
  verdict: Verdict,
  path: string | null,
): Write[] =>
  author === null
    ? []
    : [
        say(store, now, {
          person: author,
          kind: verdict === 'passed' ? 'check.shown' : 'check.refused',
          params: { what: kind },
          path,
          cause: _id,
        }),
      ]
