import { nameGroup as nameContract, noticeGroups as contract, refuse } from '../../contract'
import {
  buildingsWithoutGroup,
  countByGroup,
  likelyGroups,
  type CardOpening,
  type NoticeGroup,
  type Share,
} from '../../domain/notice/groups'
import { handle, written } from '../handle'
import { hashOf } from '../hash'
import type { Store } from '../store'
import { groupView, ownGroups, type GroupRow } from './group-own'
import { concernedBuildings } from './know-places'
import { audienceOf } from './know-world'
import { loadNotice, type NoticeRow } from './load'

/** Documents of one read, and more openings than a notice ever has. */
const batch = 1000
const most = 50_000

const asRule = ({ _id, name, buildingIds, wechatId }: GroupRow): NoticeGroup => ({
  id: _id,
  name,
  buildingIds,
  wechatId,
})

/** Who opened it by which card, and in which of WeChat's groups: by the thousand. */
async function cardOpenings({ openings }: Store, noticeId: string): Promise<readonly CardOpening[]> {
  const wanted = { person: true, at: true, token: true, group: true, openedIn: true } as const
  const { rows } = await openings.scan({ where: { noticeId }, order: 'person' }, wanted, { most, batch })
  return rows.map(({ person, at, token, group, openedIn }) => ({ person, at, token, wechatId: group, openedIn }))
}

/** What stands for one of WeChat's groups outside: of no use for another notice. */
export const markOf = (noticeId: string, wechatId: string): string => hashOf('group.mark', noticeId, wechatId)

/** The caller's groups, what went into them, and who opened it there. What others shared counts as another card. */
export const groups = handle(contract, {
  load: loadNotice,
  async work({ noticeId }, { store, person, loaded: notice }) {
    const { communityId, shown } = notice
    const audience = audienceOf(notice)
    const [own, openings, places] = await Promise.all([
      person === null ? [] : ownGroups(store, person, communityId),
      cardOpenings(store, noticeId),
      audience && concernedBuildings(store, audience),
    ])
    const rules = own.map(asRule)
    const buildings = places?.buildings ?? []
    const concerned = buildings.map(({ _id }) => _id)
    const counts = countByGroup(rules, notice.shares, openings)
    const without = new Set(buildingsWithoutGroup(rules, concerned))
    return {
      edition: shown?.number ?? 0,
      groups: own.map((row, at) => ({
        ...groupView(row),
        isConcerned: row.buildingIds.some((id) => concerned.includes(id)),
        ...lastSent(notice, row._id),
        ...(counts.groups[at] ?? { seen: 0, byCard: 0, passedOn: 0 }),
        groupId: row._id,
      })),
      without: buildings.flatMap(({ _id, name }) => (without.has(_id) ? [{ buildingId: _id, name }] : [])),
      ...{ otherCards: counts.otherCards, noCard: counts.noCard, people: counts.people },
      unnamed: unnamedIn(notice, person, rules, openings),
    }
  },
})

/** The newest edition that went into a group, and when that was last. */
function lastSent({ shares }: NoticeRow, groupId: string) {
  const into = shares.filter((one) => one.groupId === groupId)
  if (into.length === 0) return { sent: null, sentAt: null }
  return { sent: Math.max(...into.map(({ edition }) => edition)), sentAt: Math.max(...into.map(({ at }) => at)) }
}

/** Groups of WeChat in which the caller's own cards were opened, and of which the caller has not said which they are. */
function unnamedIn(
  { _id: noticeId, shares }: NoticeRow,
  person: string | null,
  groups: readonly NoticeGroup[],
  openings: readonly CardOpening[],
) {
  const known = new Set(groups.map(({ wechatId }) => wechatId))
  const ids = new Set(groups.map(({ id }) => id))
  const own = shares.filter((share: Share & { readonly person: string | null }) => share.person === person)
  return own
    .flatMap(({ token, groupId }) =>
      likelyGroups(token, openings)
        .filter(({ wechatId }) => !known.has(wechatId))
        .map(({ wechatId, people }) => ({
          ...{ token, mark: markOf(noticeId, wechatId), people },
          groupId: groupId !== null && ids.has(groupId) ? groupId : null,
        })),
    )
    .sort((one, other) => other.people - one.people || (one.mark < other.mark ? -1 : 1))
}

/**
 * 那个群就是这一个. From now on its openings count for this group, also earlier ones. What was said of another group of the
 * caller's before is taken back: one group of WeChat's is one of theirs.
 */
export const name = handle(nameContract, {
  load: loadNotice,
  async work({ noticeId, mark, groupId }, { store, person, loaded: notice }) {
    const [own, openings] = await Promise.all([
      ownGroups(store, person, notice.communityId),
      cardOpenings(store, noticeId),
    ])
    const group = own.find(({ _id }) => _id === groupId)
    const wechatId = openings.find((one) => one.wechatId !== null && markOf(noticeId, one.wechatId) === mark)?.wechatId
    if (!group || !wechatId) return refuse('group.missing')
    if (group.wechatId === wechatId) return written({}, [])
    const before = own.filter((one) => one.wechatId === wechatId)
    return written({}, [
      store.noticeGroups.replacing({ ...group, wechatId }),
      ...before.map((one) => store.noticeGroups.replacing({ ...one, wechatId: null })),
    ])
  },
})
