import { randomUUID } from 'node:crypto'
import {
  listGroups as listContract,
  mostGroups,
  refuse,
  removeGroup as removeContract,
  saveGroup as saveContract,
  type Refused,
} from '../../contract'
import { plain } from '../../domain/directory/names'
import { handle, written, type Found, type Surroundings } from '../handle'
import { hashOf } from '../hash'
import { loadWhole } from '../keeper/whole'
import { checkName } from '../people/check-name'
import type { Row, Store } from '../store'
import type { NoticeGroupFields } from '../store/documents'
import { findBuildings } from '../store/visible'

export type GroupRow = Row<NoticeGroupFields>

/** 我的群 of a community, in the order in which they were made. One read. */
export async function ownGroups(store: Store, person: string, communityId: string): Promise<readonly GroupRow[]> {
  const { rows } = await store.noticeGroups.page({
    ...{ where: { person, communityId }, order: 'madeAt', after: null, limit: mostGroups },
  })
  return rows
}

/** A group as its owner sees it. Of WeChat's id nothing leaves but whether it is known. */
export const groupView = ({ _id, name, buildingIds, wechatId }: GroupRow) => ({
  ...{ groupId: _id, name, buildingIds: [...buildingIds], isKnown: wechatId !== null },
})

export const list = handle(listContract, {
  load: loadWhole,
  work: async ({ communityId }, { store, person }) => ({
    groups: person === null ? [] : (await ownGroups(store, person, communityId)).map(groupView),
  }),
})

/**
 * By its name, so that two calls at once make one group of it. A group that was called so when it was made keeps its id
 * when it is renamed: another one then gets any id.
 */
function newId(person: string, communityId: string, name: string, groups: readonly GroupRow[]): string {
  const byName = hashOf('group', person, communityId, plain(name))
  return groups.some(({ _id }) => _id === byName) ? randomUUID() : byName
}

/** A new group, or what one is called and which buildings it serves. Its name passes the content check where it is new. */
export const save = handle(saveContract, {
  load: loadWhole,
  async work({ communityId, groupId, name, buildingIds }, context) {
    const { store, person, now } = context
    const asked = [...new Set(buildingIds)]
    const [groups, found] = await Promise.all([ownGroups(store, person, communityId), findBuildings(store, asked)])
    const there = new Set(found.filter((one) => one.communityId === communityId).map(({ _id }) => _id))
    // A building that was removed meanwhile drops out: nobody could save the group with it.
    const ids = asked.filter((id) => there.has(id))
    const before = groups.find(({ _id }) => _id === groupId)
    if (groupId !== null && !before) return refuse('group.missing')
    if (!before && groups.length >= mostGroups) return refuse('group.too-many')
    if (groups.some((one) => one !== before && plain(one.name) === plain(name))) return refuse('group.same-name')
    if (ids.length === 0 && asked.length > 0) return refuse('notice.no-place')
    const refusal = before?.name === name ? null : await checkName(context, name)
    if (refusal) return refusal
    const fields = { name, buildingIds: ids }
    if (before) return written({ groupId: before._id }, [store.noticeGroups.replacing({ ...before, ...fields })])
    const _id = newId(person, communityId, name, groups)
    const made = { _id, person, communityId, ...fields, wechatId: null, madeAt: now }
    return written({ groupId: _id }, [store.noticeGroups.inserting(made)])
  },
})

/** A group that a call is about. Whose it is, decides. */
async function loadGroup(
  { groupId }: { readonly groupId: string },
  { store }: Pick<Surroundings, 'store'>,
): Promise<Found<GroupRow> | Refused<'group.missing'>> {
  const loaded = await store.noticeGroups.find(groupId)
  if (!loaded) return refuse('group.missing')
  const { person: owner, communityId } = loaded
  return { loaded, belongs: { owner, communityId, gridId: null, agencyId: null } }
}

/** What was shared into it stays noted; its openings count as those of a card of which nobody said where it went. */
export const remove = handle(removeContract, {
  load: loadGroup,
  work: (_, { store, loaded }) => Promise.resolve(written({}, [store.noticeGroups.removing(loaded)])),
})
