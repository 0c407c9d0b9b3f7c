import { showNotice, type OutputOf } from '../../contract'
import { mayStep, needsSecond, type NoticeDeedVerb } from '../../domain/notice/act'
import { buildingsOf } from '../../domain/notice/audience'
import { dutyOfNotice } from '../../domain/notice/duty'
import { noticeVerbs, type NoticeVerb } from '../../domain/notice/verbs'
import { handle } from '../handle'
import { problemsIn } from './content'
import { loadNotice, type NoticeRow } from './load'
import { editionParts, knowsNext, viewEdition } from './view-edition'
import { actorsFor, rolesHere, type NoticeActor } from './who'
import { ruleBuildings, worldOf, type NoticeWorld } from './world'

type Shown = OutputOf<typeof showNotice>

/** A notice as the office sees it. Reads the notice, the community with its buildings, pictures and files. */
export const show = handle(showNotice, {
  load: loadNotice,
  async work(_, context) {
    const { loaded: row, store, person, now } = context
    const [world, parts, roles] = await Promise.all([
      worldOf(store, row.communityId),
      editionParts(row, context),
      rolesHere(context, row.communityId),
    ])
    const seen = row.next !== null && knowsNext(row, person) ? row.next : null
    const edition = row.shown ?? row.next
    const may = mayOf(row, roles)
    const { _id: noticeId, communityId, communityName, gridId, state, end, outAt, questions, placeNames } = row
    return {
      ...{ noticeId, communityId, communityName, gridId, state, outAt, questions, placeNames: [...placeNames] },
      seen: row.events.length,
      shown: row.shown && viewEdition(row, row.shown, person, parts),
      next: seen && viewEdition(row, seen, person, parts),
      end: end && { ...end, words: end.wordsState === 'refused' ? '' : end.words },
      isUnread: row.unread !== null,
      isSecond: may.includes('release') || may.includes('review'),
      isOthers: actorsFor(roles, 'withdraw', gridId).length === 0,
      may,
      problems: seen ? [...problemsIn(row, seen, row, now)] : [],
      asks: asksOf(row, world, roles),
      duty: dutyOfNotice(row, now),
      buildings: world && edition ? concerned(edition, world) : [],
      events: row.events.map((event) => viewEvent(event, person)),
    }
  },
})

/** Which steps the table lets the caller do now, by any of their roles. */
const mayOf = (row: NoticeRow, roles: readonly NoticeActor[]): NoticeVerb[] =>
  noticeVerbs
    .filter((verb): verb is NoticeDeedVerb => verb !== 'begin' && verb !== 'expire')
    .filter((verb) => actorsFor(roles, verb, row.gridId).some((actor) => mayStep(row, verb, actor)))

/** Whether what waits, or is written, takes a second person before it goes out. */
function asksOf({ next, shown, gridId }: NoticeRow, world: NoticeWorld | null, roles: readonly NoticeActor[]): boolean {
  const edition = next ?? shown
  const [actor] = actorsFor(roles, 'write', gridId)
  if (edition === null || world === null || edition.isEmergency) return false
  return needsSecond(edition, { buildings: ruleBuildings(world), gridId: actor?.gridId ?? null })
}

function concerned({ audience }: NonNullable<NoticeRow['shown']>, world: NoticeWorld): Shown['buildings'] {
  const ids = new Set(buildingsOf(audience, ruleBuildings(world)).map(({ id }) => id))
  return world.buildings
    .filter(({ _id }) => ids.has(_id))
    .map(({ _id: buildingId, name, estateId, gridId }) => ({
      ...{ buildingId, name, gridId },
      estateName: world.community.estates.find(({ id }) => id === estateId)?.name ?? '',
    }))
}

function viewEvent(event: NoticeRow['events'][number], person: string | null): Shown['events'][number] {
  const { id: eventId, at, verb, actor, to, edition, words, wordsState } = event
  const mine = event.person !== null && event.person === person
  return {
    ...{ eventId, at, verb, actor, mine, to, edition },
    words: words === '' || (wordsState === 'refused' && !mine) ? null : words,
  }
}
