import { isRefused, refuse, submitRequest, type InputOf, type OutputOf, type Refused } from '../../contract'
import { dayOf } from '../../domain/time/clock'
import { numberOf } from '../../domain/request/number'
import { judgeWords, type Judged } from '../content/words'
import { filedBehalf, writingRoles, type Behalf } from '../filing/behalf'
import { readPlace, staffOf, type FoundPlace } from '../filing/place'
import { countRefusedWords } from '../filing/refused-words'
import { handle, type Alone, type Context } from '../handle'
import { filed, type Filing } from './filed'
import { judgedWords } from './judged-words'
import type { RequestRow } from './load'
import { handledBy, isMatter, ownerIn } from './place'
import { nextSerial, nextTurn } from './turn'

type Input = InputOf<typeof submitRequest>
type Answer = OutputOf<typeof submitRequest>
type Refusal = Refused<(typeof submitRequest)['refusals'][number] | 'rate.limited'>
type Called = Context & { readonly person: string }

/** What a filing rests on, and what does not change while it is tried again under another number. */
interface Prepared {
  readonly place: FoundPlace
  readonly behalf: Behalf
  readonly owner: Filing['owner']
  readonly judged: Exclude<Judged, 'refused'>
  readonly noticeId: Filing['noticeId']
}

/** By the call's input, which is the same object at each try and goes with the call. */
const prepared = new WeakMap<Input, Promise<Prepared | Refusal>>()

/**
 * Files a request: one document, which is the whole write. Its number and its turn are unique, so that whoever is too
 * late by a moment tries the next ones. Reads the caller, the building, the community, who deals with requests there,
 * how many were theirs today and the last number of the day; where somebody writes for a visitor, instead of how many,
 * whose the visitor's number is. Six reads, and the write; one more where it is filed below a notice.
 */
export const submit = handle(submitRequest, async (input, context) => {
  const outcome = await attempt(input, context)
  if (!isRefused(outcome)) return outcome
  // What was filed before stands, whatever has changed since: a place that was renamed, or the day's last turn.
  const before = await context.store.requests.find(context.call.id)
  return before ? again(before) : outcome
})

async function attempt(input: Input, context: Called): Promise<Alone<Answer> | Refusal> {
  const { store, now, person, call } = context
  const day = dayOf(now)
  const known = prepared.get(input) ?? prepare(input, context)
  prepared.set(input, known)
  const turn = nextTurn(store, { person, day, now, isOffice: input.behalf?.kind === 'office', attempt: call.attempt })
  const [found, own] = await Promise.all([known, turn])
  if (isRefused(found)) return found
  if (own === null) return { refused: 'rate.limited' }
  const serial = await nextSerial(store, { communityId: found.place.community._id, day, attempt: call.attempt })
  const document = filed(input, context, { ...found, day, serial, turn: own })
  return {
    insert: () => store.requests.insert(document),
    async present() {
      const row = await store.requests.find(call.id)
      return row && { input: row.input, data: answerOf(row) }
    },
    data: answerOf(document),
  }
}

/** What this very call has filed already. */
const again = (row: RequestRow): Alone<Answer> => ({
  insert: () => Promise.resolve(false),
  present: () => Promise.resolve({ input: row.input, data: answerOf(row) }),
  data: answerOf(row),
})

async function prepare(input: Input, context: Called): Promise<Prepared | Refusal> {
  const { store, now } = context
  if (!isMatter(input.matterId)) return refuse('request.no-matter')
  const place = await readPlace(store, input)
  if (!place) return refuse('request.no-place')
  const communityId = place.community._id
  const isOffice = input.behalf?.kind === 'office'
  const staff = await staffOf(store, now, communityId, isOffice ? [...writingRoles, 'handler'] : ['handler'])
  const behalf = await filedBehalf(input, context, staff, 'request.not-office')
  if (isRefused(behalf)) return behalf
  // Whatever others will read.
  const judged = await judgeWords(context, judgedWords(input))
  if (judged === 'refused')
    return { refused: (await countRefusedWords(context, context.person, 'request.submit')) ?? 'rate.limited' }
  const noticeId = await noticeBelow(store, input, communityId)
  return { place, behalf, owner: ownerIn(place.place, input, handledBy(staff)), judged, noticeId }
}

/** The notice below which help is asked for: help counts in its figures, so that it has to be one that people here read. */
async function noticeBelow({ notices }: Called['store'], { noticeId }: Input, communityId: string) {
  const notice = noticeId === null ? null : await notices.find(noticeId)
  return notice?.shown && notice.communityId === communityId ? notice._id : null
}

/** Asked again, it says how it stands now. */
const answerOf = (row: Omit<RequestRow, 'shape' | 'version'>): Answer => ({
  requestId: row._id,
  number: numberOf(row),
  state: row.state,
  agencyName: row.agencyName,
  responseDueAt: row.responseDueAt,
  dueAt: row.dueAt,
  provisional: row.provisional,
  words: row.wordsState,
})
