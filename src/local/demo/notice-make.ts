import { isRefused } from '../../contract'
import { readKeys } from '../../cloud/keys'
import { freshFields } from '../../cloud/notice/derive'
import type { NoticeRow } from '../../cloud/notice/load'
import { newSignUp } from '../../cloud/notice/signup-new'
import { rowAfter } from '../../cloud/notice/step'
import { placeNamesOf } from '../../cloud/notice/world'
import type { NoticeFields, SignUpFields } from '../../cloud/store/documents'
import { actOnNotice, beginNotice, type NoticeDeed } from '../../domain/notice/act'
import type { NoticeContent } from '../../domain/notice/notice'
import { developmentKeys } from '../development-keys'
import { demo } from './index'
import { demoMembers } from './people'

const keys = readKeys(developmentKeys)
const communityId = 'west-street'

/** A step of the demo: by which member, and when (ms). */
interface DemoStep {
  readonly at: number
  readonly by: string
  readonly deed: NoticeDeed
}

export interface DemoNotice {
  readonly id: string
  /** openid of a member. */
  readonly by: string
  readonly at: number
  readonly content: Omit<NoticeContent, 'audience' | 'pictures' | 'fileId'> & {
    readonly where: NoticeContent['audience']['where']
    readonly needs?: NoticeContent['audience']['needs']
  }
  readonly consultation?: NoticeFields['consultation']
  readonly signUp?: NoticeFields['signUp']
  readonly steps: readonly DemoStep[]
}

const buildings = demo.buildings
  .filter((building) => building.communityId === communityId)
  .map(({ _id: id, estateId, gridId, units }) => ({ id, estateId, gridId, unitIds: units.map((unit) => unit.id) }))

/** By which role a member of the demo writes. */
function whoOf(openid: string, now: number) {
  const member = demoMembers.find((one) => one.openid === openid)
  const role = member?.role
  if (role !== 'secretary' && role !== 'duty' && role !== 'grid-leader') throw new Error(`${openid} writes no notices`)
  const gridId = role === 'grid-leader' ? (member?.gridId ?? null) : null
  return { who: { actor: role, person: keys.person(openid), now }, gridId }
}

/** As the directory of the demo names places. */
function namesOf(where: NoticeContent['audience']['where']) {
  const community = demo.communities.find(({ _id }) => _id === communityId)
  if (!community) throw new Error('the demo has no West Street')
  const own = demo.buildings.filter((building) => building.communityId === communityId)
  return { communityName: community.name, placeNames: placeNamesOf({ community, buildings: own }, where) }
}

/** A notice as the rules have made it, step by step; everybody has heard of all of it. */
export function noticeDocument(given: DemoNotice, now: number): NoticeRow {
  const { id: _id, by, at, content, consultation = null, signUp = null, steps } = given
  const { where, needs = [], ...rest } = content
  const { who, gridId } = whoOf(by, at)
  const said = { wordsState: 'shown' } as const
  const written = { ...rest, audience: { communityId, where, needs }, pictures: [], fileId: null }
  const began = beginNotice({ communityId, gridId }, written, who, said)
  if (isRefused(began)) throw new Error(`the demo may not begin ${_id}: ${began.refused}`)
  let notice = began.notice
  for (const { at: moment, by: openid, deed } of steps) {
    const actor = whoOf(openid, moment)
    const acted = actOnNotice(notice, deed, actor.who, said, { buildings, gridId: actor.gridId })
    if (isRefused(acted)) throw new Error(`the demo may not ${deed.verb} ${_id}: ${acted.refused}`)
    notice = acted.notice
  }
  const blank = { desk: 'writing', dueAt: now, door: null, doorUntil: 0, nextAt: now, closedAt: null } as const
  const kept = {
    ...freshFields,
    ...blank,
    _id,
    shape: 1,
    version: 1,
    consultation,
    signUp,
    ...namesOf(where),
    ...notice,
  }
  return rowAfter({ ...kept, told: notice.events.length }, now)
}

/** The sign-ups that these notices offer. */
export const signUpDocuments = (notices: readonly NoticeRow[]): readonly (SignUpFields & { readonly _id: string })[] =>
  notices.flatMap(({ _id, signUp, shown, outAt }) =>
    signUp === null || shown === null || outAt === null
      ? []
      : [{ _id, ...newSignUp(keys, outAt, { ...signUp, communityId, validUntil: shown.validUntil }) }],
  )
