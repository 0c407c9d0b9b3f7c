import { actNotice, isRefused, refuse, type InputOf } from '../../contract'
import { actOnNotice, type NoticeActRefused, type NoticeDeed, type NoticeSaid } from '../../domain/notice/act'
import type { NoticeEvent } from '../../domain/notice/notice'
import { askProblems } from '../../domain/notice/problems'
import { stateOf, type Judged } from '../content/words'
import { handle, written, type Context } from '../handle'
import { audit } from '../people/audit'
import type { Write } from '../store'
import { loadNotice, type NoticeRow } from './load'
import { afterStep, rowAfter, stepWrites } from './step'
import { actorsFor, firstOf, rolesHere, type NoticeActor } from './who'
import { editionPart, eventPart, judged, judgedNotice, noticeCheck } from './words'
import { placeNamesOf, ruleBuildings, worldOf, type NoticeWorld } from './world'

type Deed = InputOf<typeof actNotice>['deed'] & NoticeDeed
type Acting = Context<NoticeRow> & { readonly person: string }

/**
 * Does one step. Reads the notice, and the community with its buildings: they decide whose eyes a step takes. One commit
 * with the notice's version, with what stands at doors: of two who act at once one wins, and the other is told to look.
 */
export const act = handle(actNotice, {
  load: loadNotice,
  async work({ deed, seen }, context) {
    const { loaded: row, store, now } = context
    if (seen !== row.events.length) return refuse('notice.moved')
    const late = lateToAsk(deed, row, now)
    if (late) return late
    const world = await worldOf(store, row.communityId)
    if (!world) return refuse('notice.missing')
    const trial = await done(deed, { wordsState: 'shown' }, world, context)
    if (isRefused(trial)) return trial
    // Asked last, since it asks WeChat.
    const { judged: verdict, part } = await verdictOn(deed, trial, context)
    if (verdict === 'refused') return refuse('content.refused')
    const acted = await done(deed, { wordsState: stateOf(verdict) }, world, context)
    if (isRefused(acted)) return acted

    const next = rowAfter(named(deed.verb === 'release' ? released(acted.notice) : acted.notice, world), now)
    const author = deed.verb === 'send' ? (row.next?.writer ?? null) : context.person
    const check = verdict === 'shown' ? null : await noticeCheck(context, next, part, author, verdict)
    const writes = await stepWrites(context, {
      ...{ before: row, next, events: [acted.event], buildings: ruleBuildings(world) },
      beside: [...(check?.check ? [check.check] : []), ...auditLine(deed, acted.actor, context)],
      after: check?.news ?? [],
    })
    const data = { state: next.state, seen: next.events.length, words: stateOf(verdict) }
    return written(data, writes.writes, () => afterStep(context, next._id, writes))
  },
})

/** What it asks would be over before anybody could answer: nothing goes out for the first time with that. */
function lateToAsk({ verb }: Deed, row: NoticeRow, now: number) {
  if (row.outAt !== null || askProblems(row, now).length === 0) return null
  return verb === 'send' ? refuse('notice.not-ready') : verb === 'release' ? refuse('notice.over') : null
}

/** The names of what people read, as the directory has them now; of what nobody reads yet, of what is written. */
function named(notice: NoticeRow, world: NoticeWorld): NoticeRow {
  const edition = notice.shown ?? notice.next
  if (edition === null) return notice
  const { where } = edition.audience
  return { ...notice, communityName: world.community.name, placeNames: placeNamesOf(world, where) }
}

/** The deadline that was put off with the change holds from now on. */
function released({ nextUntil, ...notice }: NoticeRow): NoticeRow {
  const { consultation } = notice
  return nextUntil === undefined || consultation === null
    ? notice
    : { ...notice, consultation: { ...consultation, until: Math.max(consultation.until, nextUntil) } }
}

interface Done {
  readonly notice: NoticeRow
  readonly event: NoticeEvent
  readonly actor: NoticeActor
}

/** The step, by the role of the caller by which it goes. */
async function done(
  deed: Deed,
  said: NoticeSaid,
  world: NoticeWorld,
  context: Acting,
): Promise<Done | NoticeActRefused> {
  const { loaded: row } = context
  const roles = await rolesHere(context, row.communityId)
  const buildings = ruleBuildings(world)
  // Words that lie there are sent as they are judged now; what a person has refused stays so.
  const isJudged = deed.verb === 'send' && row.next !== null && row.next.wordsState !== 'refused'
  const from = isJudged && row.next ? { ...row, next: { ...row.next, ...said } } : row
  return firstOf(actorsFor(roles, deed.verb, row.gridId), (actor) =>
    actOnNotice(from, deed, actor, said, { buildings, gridId: actor.gridId }),
  )
}

/** What others will read of the step: the words that are sent, or those that are said beside. */
async function verdictOn(
  deed: Deed,
  { event, notice }: Done,
  context: Acting,
): Promise<{ readonly judged: Judged; readonly part: string }> {
  const { next } = context.loaded
  if (deed.verb !== 'send' || next === null)
    return { judged: await judged(context, event.words), part: eventPart(event) }
  const part = editionPart(next)
  if (next.wordsState === 'shown') return { judged: 'shown', part }
  return { judged: await judged(context, judgedNotice(next, notice)), part }
}

/** What one person decides about words that everybody reads is written down. */
function auditLine({ verb, ...deed }: Deed, { membership }: NoticeActor, context: Acting): Write[] {
  if (verb !== 'release' && verb !== 'withdraw') return []
  const { loaded, store, person, now } = context
  const words = 'words' in deed ? deed.words : null
  return [
    audit(
      { store, person, now, as: { role: membership.role, membership } },
      {
        ...{ verb: verb === 'release' ? 'notice.release' : 'notice.withdraw', communityId: loaded.communityId },
        subject: { collection: 'notices', id: loaded._id },
        ...(words === null ? {} : { why: words }),
      },
    ),
  ]
}
