import { firstDocument, type Definition, type Row } from '../../cloud/store/collection'
import { definitions } from '../../cloud/store/documents'
import { knowledge } from '../../knowledge'
import type { Database } from '../../local/start'

/**
 * How full a community is in the bench. The contract sets no limit to any of these lists, so these are ours: the
 * largest that we expect of a real one. Lists that come in pages are filled beyond their first page.
 */
export const full = {
  communities: 70,
  estatesEach: 4,
  buildings: 70,
  unitsEach: 10,
  agencies: 40,
  phonesEach: 2,
  mostAsked: 12,
} as const

const padded = (at: number) => String(at).padStart(5, '0')
const madeAt = Date.parse('2026-09-01T00:00:00+08:00')
const first = <Fields extends object>(
  definition: Definition<Fields>,
  fields: Fields & { readonly _id: string },
): Row<Fields> => firstDocument(definition, fields)
const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))

/** The building and the code of the full community's first door. */
export const fullDoor = { code: 'FULLDOOR01', buildingId: 'full-building-00000', estateId: 'full-estate' } as const

/** Agencies for the roles that matters name first, so that many of them are shown; with hours, as an office has. */
const agencies = (count: number) =>
  Object.entries(knowledge.roles)
    .filter(([, { person }]) => person !== true)
    .slice(0, count)
    .map(([role, { name }], at) => ({
      id: `full-agency-${at}`,
      name: `${name.slice(0, 8)}第${at + 1}服务站`,
      roles: [role],
      phones: times(full.phonesEach, (line) => ({
        id: `full-${at}-${line}`,
        number: `000-${padded(at)}${line}`,
        description: line === 0 ? '白天服务' : '值班',
        schedules: [
          { days: 'every' as const, opensAt: line === 0 ? '08:00' : '18:00', closesAt: line === 0 ? '18:00' : '08:00' },
        ],
        owner: '值班岗',
        verifiedAt: madeAt,
      })),
    }))

const estatesOf = (at: number) =>
  times(full.estatesEach, (estate) => ({
    id: at === 0 && estate === 0 ? fullDoor.estateId : `full-estate-${at}-${estate}`,
    name: `第${at}社区第${estate + 1}小区`,
    address: `和平路${at * 10 + estate}号`,
    settings: [],
  }))

/** A community as large as `full` says or, further down the lists, one with the same places and no directory. */
export const community = (at: number, size: { readonly agencies: number; readonly mostAsked: number }) =>
  first(definitions.communities, {
    _id: `full-${padded(at)}`,
    name: `社区${padded(at)}`,
    street: { name: '和平路街道' },
    province: '河北省',
    city: '石家庄市',
    district: '长安区',
    grids: [{ id: 'full-grid', name: '第一网格' }],
    estates: estatesOf(at),
    settings: [],
    agencies: agencies(size.agencies),
    commonMatters: knowledge.matters.slice(0, size.mostAsked).map(({ id }) => id),
    revision: 1,
    updatedAt: madeAt,
  })

export const building = (at: number, estateId: string = fullDoor.estateId) => {
  const _id = `full-building-${padded(at)}`
  return first(definitions.buildings, {
    _id,
    // Only the first estate belongs to the community.
    communityId: estateId === fullDoor.estateId ? 'full-00000' : 'full-elsewhere',
    estateId,
    gridId: 'full-grid',
    name: `${at + 1}号楼`,
    order: at,
    units: times(full.unitsEach, (unit) => ({ id: `${_id}-u${unit + 1}`, name: `${unit + 1}单元` })),
  })
}

export const doorCode = (code: string, buildingId: string) =>
  first(definitions.doorCodes, {
    _id: code,
    communityId: 'full-00000',
    buildingId,
    unitId: null,
    state: 'active',
    madeAt,
    revokedAt: null,
  })

/** Full lists beside the demo: a community with a large directory, and places enough for more than one page. */
export function fill(database: Database): void {
  const few = { agencies: 1, mostAsked: 1 }
  database.insert(
    'communities',
    times(full.communities, (at) => community(at, at === 0 ? full : few)),
  )
  database.insert(
    'buildings',
    times(full.buildings, (at) => building(at)),
  )
  database.insert('doorCodes', [doorCode(fullDoor.code, fullDoor.buildingId)])
}
