import type { Row, Store } from './index'
import type { BuildingFields, CommunityFields, HouseholdFields } from './documents'
import { encodeCursor, type PageQuery } from './page'

// What an import lays ready becomes visible by one compare-and-set of its community: `shownImport` names the import whose
// staged fields count. Everybody who reads buildings or households reads them through here.

type Shown = Pick<CommunityFields, 'shownImport'>

type Reading = Pick<Store, 'buildings' | 'communities'>

const isStaged = ({ isNew, staged }: Pick<BuildingFields, 'isNew' | 'staged'>) => isNew === true || staged !== undefined

/** The fields that people see instead of the document's own, of which some may be read only; null: it is not there. */
export function visible<
  Fields extends {
    readonly isNew?: true | undefined
    readonly staged?: { readonly importId: string; readonly fields: object | null } | undefined
  },
>(row: Fields, { shownImport }: Shown): Fields | null {
  if (row.staged === undefined || row.staged.importId !== shownImport) return row.isNew === true ? null : row
  return row.staged.fields === null ? null : { ...row, ...row.staged.fields, isNew: undefined }
}

/** The building as people see it, with the document's own `_id` and version; null: it is not there. */
export const visibleBuilding = (row: Row<BuildingFields>, community: Shown): Row<BuildingFields> | null =>
  visible(row, community)

/** The same of rooms; `isStaged` tells where their sealed text lies. */
export function visibleHousehold(
  row: Row<HouseholdFields>,
  community: Shown,
): { readonly row: Row<HouseholdFields>; readonly isStaged: boolean } | null {
  const shown = visible(row, community)
  return shown && { row: shown, isStaged: row.staged?.importId === community.shownImport && row.staged !== undefined }
}

/** Documents of one read by their ids. */
const mostFound = 100
/** Rows that are read at once where the first page holds fewer than were asked for, and how often. */
const further = 100
const mostFurther = 20

/**
 * A page, in their order, of the buildings that people see and that `fits`. What an import has laid ready lies between
 * them and is passed over, so that a page is short only at the end. One read where nothing is staged.
 */
export async function visiblePage(
  store: Reading,
  { where, limit, ...query }: Pick<PageQuery<BuildingFields>, 'where' | 'after' | 'limit'>,
  fits: (row: Row<BuildingFields>) => boolean = () => true,
): Promise<{ readonly rows: Row<BuildingFields>[]; readonly cursor: string | null }> {
  const found: Row<BuildingFields>[] = []
  let { after } = query
  for (let round = 0; round <= mostFurther && found.length < limit; round++) {
    const page = { where, order: 'order', after, limit: round === 0 ? limit : further } as const
    const { rows, cursor } = await store.buildings.page(page)
    const seen = (await visibleBuildings(store, rows)).filter(fits)
    found.push(...seen.slice(0, limit - found.length))
    // By the document's own order: what is seen of it may have another.
    const last = found.length < limit ? rows.at(-1) : rows.find(({ _id }) => _id === found.at(-1)?._id)
    if (!last || (cursor === null && last === rows.at(-1))) return { rows: found, cursor: null }
    after = { value: last.order, id: last._id }
  }
  return { rows: found, cursor: after && encodeCursor(after) }
}

/** Whether people see any of these buildings. */
export const isAnySeen = async (store: Reading, where: PageQuery<BuildingFields>['where']): Promise<boolean> =>
  (await visiblePage(store, { where, after: null, limit: 1 })).rows.length > 0

/**
 * Whether what a confirmed import has staged is not the documents' own yet: a query by a field finds only what they had
 * before.
 */
export const isSettling = async ({ imports }: Pick<Store, 'imports'>, { shownImport }: Shown): Promise<boolean> =>
  shownImport !== undefined && (await imports.find(shownImport))?.state === 'confirmed'

/** Those of these that people see. Reads their communities only where something is staged. */
export async function visibleBuildings(
  { communities }: Pick<Store, 'communities'>,
  rows: readonly Row<BuildingFields>[],
): Promise<Row<BuildingFields>[]> {
  const ids = rows.filter(isStaged).map(({ communityId }) => communityId)
  const found = new Map((await communities.findAll(ids)).map((community) => [community._id, community]))
  return rows.flatMap((row) => {
    const seen = isStaged(row) ? visibleBuilding(row, found.get(row.communityId) ?? {}) : row
    return seen ?? []
  })
}

/** The building, if people see it. One read; a second one where something is staged. */
export async function findBuilding(store: Reading, id: string) {
  const row = await store.buildings.find(id)
  return (row && (await visibleBuildings(store, [row]))[0]) ?? null
}

/** Those of these buildings that people see, in no order. A read for each hundred. */
export async function findBuildings(store: Reading, ids: readonly string[]): Promise<Row<BuildingFields>[]> {
  const found: Row<BuildingFields>[] = []
  for (let from = 0; from < ids.length; from += mostFound)
    found.push(...(await visibleBuildings(store, await store.buildings.findAll(ids.slice(from, from + mostFound)))))
  return found
}
