import { isRefused, refuse, saveNotice, type InputOf, type OutputOf } from '../../contract'
import { actOnNotice, beginNotice, needsSecond, type NoticeActRefused, type NoticeSaid } from '../../domain/notice/act'
import type { NoticeContent, NoticeEvent } from '../../domain/notice/notice'
import type { NoticeProblem } from '../../domain/notice/problems'
import { isOut } from '../../domain/notice/verbs'
import { stateOf, type Judged } from '../content/words'
import { handle, written, type Context } from '../handle'
import { hashOf } from '../hash'
import { attached } from './attach'
import { asksAfter, asksOf, contentOf, isLike, isRewritten, problemsIn, type NoticeAsks } from './content'
import { freshFields } from './derive'
import { belongsOfNotice, loadNotice, loadNoticePlace, type NoticeRow } from './load'
import { afterStep, rowAfter, stepWrites } from './step'
import { actorsFor, firstOf, rolesHere, type NoticeActor } from './who'
import { editionPart, judged, judgedNotice, noticeCheck } from './words'
import { areThere, placeNamesOf, ruleBuildings, worldOf, type NoticeWorld } from './world'

type Input = InputOf<typeof saveNotice>
type Saving = Context<NoticeRow | null> & { readonly person: string }
type Output = OutputOf<typeof saveNotice>

/**
 * Keeps what is being written; with `send` it goes out, or waits, in the same commit. Reads the notice, the community with
 * its buildings (whether it reaches all of them decides who has to read it), pictures that are new in it; asks WeChat.
 */
export const save = handle(saveNotice, {
  async load(input, asking) {
    const { noticeId, communityId, gridId } = input
    const found = await loadNotice({ noticeId: idOf(input, asking.person) }, asking)
    if (isRefused(found))
      return noticeId === null ? { ...(await loadNoticePlace({ communityId, gridId })), loaded: null } : found
    return found.loaded.communityId === communityId
      ? { loaded: found.loaded, belongs: belongsOfNotice(found.loaded) }
      : refuse('notice.missing')
  },
  async work(input, context) {
    const { loaded: row, store, now } = context
    const unheard = input.noticeId === null ? row : null
    if (row !== null && !unheard && input.seen !== row.events.length) return refuse('notice.moved')
    if (row !== null && !unheard && isOut(row.state) && !input.send) return refuse('notice.not-now')
    const world = await worldOf(store, input.communityId)
    if (!world || !areThere(world, input.content.where)) return refuse('notice.no-place')
    const content = contentOf(input.communityId, input.content)
    if (unheard && !isStillWritten(unheard, context.person))
      return written(answerUnheard(unheard, { input, content, world }), [])
    const asks = asksAfter(row, asksOf(input.content), input.content)
    if (isRefused(asks)) return asks
    const problems = problemsIn(row, content, asks, now)
    const writing: Writing = { input, content, asks, world, problems, send: input.send && problems.length === 0 }
    // What people read already is changed and sent, or not changed at all.
    if (row !== null && isOut(row.state) && !writing.send) return written(answerOf(row, writing, null), [])
    return kept(writing, context)
  },
})

/** A new notice is who began it and what their phone calls it: a lost reply makes no second one, whatever is typed after. */
const idOf = ({ noticeId, draftId }: Input, person: string): string =>
  noticeId ?? hashOf('notice', person, draftId ?? '')

/** Nobody but its writer has had it: what they type now is what they mean, whether or not they heard that it was kept. */
const isStillWritten = ({ state, events }: NoticeRow, person: string): boolean =>
  state === 'draft' && events.every((event) => event.person === person)

/** To somebody who did not hear that it went: the same once more is done; other words are theirs to send as a change. */
function answerUnheard(
  row: NoticeRow,
  { input, content, world }: Pick<Writing, 'input' | 'content' | 'world'>,
): Output {
  const asks = asksOf(input.content)
  const edition = row.next ?? row.shown
  const isSent = isOut(row.state) || row.state === 'waiting'
  const isDone = input.send && isSent && edition !== null && isLike(edition, row, content, asks)
  const answer = answerOf(row, { input, content, asks, world, problems: [], send: false }, null)
  return isDone ? answer : { ...answer, isThere: true }
}

interface Writing {
  readonly input: Input
  readonly content: NoticeContent
  readonly asks: NoticeAsks
  readonly world: NoticeWorld
  readonly problems: readonly NoticeProblem[]
  /** It is ready, and goes. */
  readonly send: boolean
}

async function kept(writing: Writing, context: Saving) {
  const { loaded: row, store, now, person } = context
  const { input, content, asks, world } = writing
  const noticeId = row?._id ?? idOf(input, person)
  const trial = await done(writing, noticeId, { wordsState: 'shown' }, context)
  if (isRefused(trial)) return trial
  if (trial.events.length === 0) return written(answerOf(trial.notice, writing, trial.actor), [])
  const place = { communityId: trial.notice.communityId, gridId: trial.notice.gridId }
  const parts = await attached({ store, now, person }, input.content, { noticeId, row, place })
  if (isRefused(parts)) return parts
  // Asked last, since it asks WeChat.
  const verdict = await verdictOn(row, content, asks, context)
  if (verdict === 'refused') return refuse('content.refused')
  const acted = await done(writing, noticeId, { wordsState: stateOf(verdict) }, context)
  if (isRefused(acted)) return acted

  const { where } = (acted.notice.shown ?? acted.notice.next ?? content).audience
  const named = {
    ...withDeadline(row, acted.notice),
    communityName: world.community.name,
    placeNames: placeNamesOf(world, where),
  }
  const next = rowAfter(named, now)
  const edition = next.next ?? next.shown
  // Nobody is asked to look at what is still being written.
  const isChecked = writing.send && edition !== null && (verdict === 'review' || verdict === 'unchecked')
  const check = isChecked ? await noticeCheck(context, next, editionPart(edition), person, verdict) : null
  const writes = await stepWrites(context, {
    ...{ before: row, next, events: acted.events, buildings: ruleBuildings(world) },
    beside: [...parts.writes, ...(check?.check ? [check.check] : [])],
    after: [...parts.checks, ...(check?.news ?? [])],
  })
  return written(answerOf(next, writing, acted.actor), writes.writes, () => afterStep(context, next._id, writes))
}

/** A later deadline waits with the change that it came with: what people answer to is not altered by one person. */
function withDeadline(row: NoticeRow | null, notice: NoticeRow): NoticeRow {
  const { nextUntil: _before, ...rest } = notice
  const asked = row?.consultation ?? null
  if (asked === null || notice.consultation === null || notice.state !== 'changing') return rest
  return { ...rest, consultation: asked, nextUntil: notice.consultation.until }
}

/** What WeChat says of the words; what it has passed already it is not asked about again. */
function verdictOn(row: NoticeRow | null, content: NoticeContent, asks: NoticeAsks, context: Saving): Promise<Judged> {
  const words = judgedNotice(content, asks)
  const passed = [row?.shown, row?.next]
    .filter((edition) => edition?.wordsState === 'shown')
    .flatMap((edition) => (edition && row ? [judgedNotice(edition, row)] : []))
  return passed.includes(words) ? Promise.resolve('shown') : judged(context, words)
}

interface Done {
  readonly notice: NoticeRow
  readonly events: readonly NoticeEvent[]
  readonly actor: NoticeActor
}

/** The steps that it takes, by the role of the caller by which they go. */
async function done(
  { input, content, asks, world, send }: Writing,
  noticeId: string,
  said: NoticeSaid,
  context: Saving,
): Promise<Done | NoticeActRefused> {
  const { loaded: row, now } = context
  const roles = await rolesHere(context, input.communityId)
  const buildings = ruleBuildings(world)
  const verb = row === null ? 'begin' : isOut(row.state) ? 'change' : 'write'
  const gridId = row === null ? input.gridId : row.gridId
  const attempt = (actor: NoticeActor): { notice: NoticeRow; events: readonly NoticeEvent[] } | NoticeActRefused => {
    const rules = { buildings, gridId: actor.gridId }
    const fresh = freshRow(noticeId, asks, now)
    const began =
      row === null ? beginNotice({ communityId: input.communityId, gridId: actor.gridId }, content, actor, said) : null
    if (began && isRefused(began)) return began
    const start: NoticeRow = began ? { ...fresh, ...began.notice } : { ...(row as NoticeRow), ...asks }
    const isSame = row !== null && verb === 'write' && !isRewritten(row, content, asks)
    const wrote =
      began || isSame
        ? { notice: start }
        : actOnNotice(start, { verb: verb as 'write' | 'change', content }, actor, said, rules)
    if (isRefused(wrote)) return wrote
    const sent =
      send && verb !== 'change'
        ? actOnNotice(judgedAs(wrote.notice, said), { verb: 'send' }, actor, said, rules)
        : wrote
    if (isRefused(sent)) return sent
    return { notice: sent.notice, events: sent.notice.events.slice(row?.events.length ?? 0) }
  }
  return firstOf(actorsFor(roles, verb, gridId), attempt)
}

/** Words that lie there unchanged are sent as they were judged just now; what a person has refused stays so. */
const judgedAs = (notice: NoticeRow, { wordsState }: NoticeSaid): NoticeRow => ({
  ...notice,
  next: notice.next && (notice.next.wordsState === 'refused' ? notice.next : { ...notice.next, wordsState }),
})

const freshRow = (noticeId: string, asks: NoticeAsks, now: number): NoticeRow => ({
  ...{ _id: noticeId, shape: 1, version: 0, communityId: '', gridId: null, communityName: '', placeNames: [] },
  ...{ state: 'draft', shown: null, next: null, unread: null, end: null, events: [] },
  ...{ madeAt: now, outAt: null, since: now, desk: 'writing', dueAt: now, door: null, doorUntil: 0, nextAt: now },
  ...{ closedAt: null, ...freshFields, ...asks },
})

function answerOf(row: NoticeRow, writing: Writing, actor: NoticeActor | null): Output {
  const { content, world, problems } = writing
  const rules = { buildings: ruleBuildings(world), gridId: actor?.gridId ?? null }
  const edition = row.next ?? row.shown
  return {
    noticeId: row._id,
    state: row.state,
    seen: row.events.length,
    problems: [...problems],
    asks: needsSecond(content, rules) && !content.isEmergency,
    words: edition?.wordsState ?? 'shown',
  }
}
