import {
  actOnNotice,
  beginNotice,
  type NoticeDeed,
  type NoticeRules,
  type NoticeWho,
} from '../../../src/domain/notice/act'
import type { Audience, NoticeBuilding, NoticePlace } from '../../../src/domain/notice/audience'
import { noticeMoveDue } from '../../../src/domain/notice/duty'
import type { Notice, NoticeContent } from '../../../src/domain/notice/notice'
import type { NoticeActor } from '../../../src/domain/notice/verbs'
import { day, hour } from '../../../src/domain/time/clock'

/** A Tuesday morning in China. */
export const began = Date.parse('2026-11-24T08:00:00+08:00')
export const at = (text: string): number => Date.parse(`2026-${text}:00+08:00`)

const building = (id: string, gridId: string): NoticeBuilding => ({
  ...{ id, estateId: 'heyuan', gridId, unitIds: [`${id}-1`, `${id}-2`] },
})
/** Two grids, three buildings. */
export const buildings = [building('one', 'west-1'), building('two', 'west-1'), building('five', 'west-2')]
export const rules: NoticeRules = { buildings, gridId: 'west-1' }

export const audience = (over: Partial<Audience> = {}): Audience => ({
  communityId: 'west-street',
  where: { kind: 'buildings', ids: ['one'] },
  needs: [],
  ...over,
})
export const everybody = audience({ where: { kind: 'community' } })

export const place = (over: Partial<NoticePlace> = {}): NoticePlace => ({
  communityId: 'west-street',
  estateId: 'heyuan',
  buildingId: 'one',
  unitId: null,
  needs: null,
  ...over,
})

/** Power is off this afternoon. */
export const content = (over: Partial<NoticeContent> = {}): NoticeContent => ({
  about: { kind: 'outage', what: 'power' },
  span: { from: began + 6 * hour, until: began + 9 * hour, isNow: false },
  audience: audience(),
  isEmergency: false,
  title: '1号楼11月24日14:00–17:00停电',
  body: '线路检修，请提前给手机充电。',
  pictures: [],
  fileId: null,
  validUntil: began + day,
  ...over,
})

export const who = (actor: NoticeActor, person: string | null, now = began): NoticeWho => ({ actor, person, now })
export const leader = (now = began): NoticeWho => who('grid-leader', 'leader', now)
export const secretary = (now = began): NoticeWho => who('secretary', 'secretary', now)
export const duty = (now = began): NoticeWho => who('duty', 'duty-member', now)
export const itself = (now = began): NoticeWho => who('system', null, now)

const shown = { wordsState: 'shown' } as const

/** A step, or why it was refused. A secretary and a duty member have no grid. */
export const tried = (notice: Notice, deed: NoticeDeed, by: NoticeWho, more: Partial<NoticeRules> = {}) =>
  actOnNotice(notice, deed, by, shown, { ...rules, gridId: by.actor === 'grid-leader' ? 'west-1' : null, ...more })

/** The notice after a step; a refusal fails the test. */
export function done(notice: Notice, deed: NoticeDeed, by: NoticeWho): Notice {
  const acted = tried(notice, deed, by)
  if ('refused' in acted) throw new Error(`${deed.verb} was refused: ${acted.refused}`)
  return acted.notice
}

export function draft(over: Partial<NoticeContent> = {}, by = leader()): Notice {
  const made = beginNotice({ communityId: 'west-street', gridId: 'west-1' }, content(over), by, shown)
  if ('refused' in made) throw new Error(`begin was refused: ${made.refused}`)
  return made.notice
}

export const sent = (over: Partial<NoticeContent> = {}, by = leader()): Notice =>
  done(draft(over, by), { verb: 'send' }, by)

/** Everything that happens by itself up to a moment. */
export function byItself(notice: Notice, now: number): Notice {
  const move = noticeMoveDue(notice, now)
  return move ? byItself(done(notice, move, itself(now)), now) : notice
}
