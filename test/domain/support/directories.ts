import fc from 'fast-check'
import { type Building, type Directory, type Household, type Member, needs } from '../../../src/domain/directory'
import { plain, tidy } from '../../../src/domain/directory/names'
import { heldRoles, rolePlaces } from '../../../src/domain/people/roles'
import type { Agency, Phone, Schedule, SettingSpec } from '../../../src/domain/routing/types'
import { addDays } from '../../../src/domain/time/clock'
import { aKnown, now } from './directory'

const known = aKnown()

/** Names as communities have them, the odd ones too. */
const words = fc
  .string({ unit: fc.constantFrom(...'和苑柳园东西甲乙号楼区一二3456AbＣ（）·- '), minLength: 1, maxLength: 8 })
  .map(tidy)
const odd = fc.constantFrom(
  '大件、小件收运处',
  '第二网格（4、5号楼）',
  '12',
  '=1+1',
  '住建/房管',
  '0',
  '2026-1-2',
  '是',
)
const name = fc
  .oneof({ weight: 5, arbitrary: words }, { weight: 1, arbitrary: odd })
  .filter((text) => plain(text) !== '')
/** In lists, what marks stand between names cannot stand in two of them. */
const listed = words.filter((text) => plain(text) !== '')

const id = fc.stringMatching(/^[a-z][a-z0-9-]{3,10}$/)
const ids = (count: number) => fc.uniqueArray(id, { minLength: count, maxLength: count })
const unique = (of: fc.Arbitrary<string>, maxLength: number, minLength = 0) =>
  fc.uniqueArray(of, { selector: plain, minLength, maxLength })
const maybe = <Of>(of: fc.Arbitrary<Of>) => fc.option(of)

const named = (count: fc.Arbitrary<string[]>) =>
  count.chain((names) => ids(names.length).map((made) => names.map((text, at) => ({ id: made[at] ?? '', name: text }))))

const clock = fc.constantFrom('00:00', '08:30', '12:00', '17:30', '23:59')
const schedules: fc.Arbitrary<Schedule[]> = fc.array(
  fc.record({
    days: fc.constantFrom<Schedule['days']>('every', 'workday', 'restday', 'holiday'),
    opensAt: clock,
    closesAt: clock,
  }),
  { maxLength: 3 },
)
const digits = (length: number) =>
  fc.integer({ min: 0, max: 10 ** length - 1 }).map((number) => String(number).padStart(length, '0'))
const mobile = digits(4).map((last) => `1390000${last}`)
const number = fc.oneof(
  mobile,
  digits(4).map((last) => `0371-6800${last}`),
  digits(3).map((last) => `0371-68001234-${last}`),
  digits(4).map((last) => `400-800-${last}`),
  fc.constantFrom('95598', '12345'),
  // Of a kind that we do not know, but it is there already.
  digits(4).map((last) => `000-8888 ${last}`),
)

const phone = fc
  .record({
    number,
    description: maybe(name),
    schedules,
    owner: name,
    verifiedAt: maybe(fc.integer({ min: Date.parse('2020-01-01T00:00:00Z'), max: now })),
  })
  .map(({ description, ...rest }) => ({ ...rest, ...(description !== null && { description }) }))
const phones: fc.Arbitrary<Phone[]> = fc
  .uniqueArray(phone, { selector: (one) => one.number.replace(/\D/g, ''), maxLength: 3 })
  .chain((all) => ids(all.length).map((made) => all.map((one, at) => ({ id: made[at] ?? '', ...one }))))

function answersOf(spec: SettingSpec, agencyIds: readonly string[]): fc.Arbitrary<string | null> {
  if (spec.kind === 'text') return maybe(name)
  const values = spec.kind === 'agency' ? agencyIds : spec.options.map((option) => option.id)
  return values.length === 0 ? fc.constant(null) : maybe(fc.constantFrom(...values))
}
const settingsOf = (agencyIds: readonly string[]) =>
  fc
    .tuple(
      ...known.settings.slice(0, 12).map((spec) => answersOf(spec, agencyIds).map((value) => ({ id: spec.id, value }))),
    )
    .map((all) => all.flatMap(({ id: of, value }) => (value === null ? [] : [{ id: of, value }])))

const oneOf = <Of>(all: readonly Of[]) => fc.constantFrom(...all)
const some = (all: readonly string[]) =>
  all.length === 0 ? fc.constant([]) : fc.uniqueArray(oneOf(all), { maxLength: 3 })

function areaOf(places: {
  estateIds: string[]
  buildingIds: string[]
  gridIds: string[]
}): fc.Arbitrary<Agency['serviceArea']> {
  return fc
    .record({ estateIds: some(places.estateIds), buildingIds: some(places.buildingIds), gridIds: some(places.gridIds) })
    .map((area) => {
      const said = Object.entries(area).filter(([, list]) => list.length > 0)
      return said.length === 0 ? undefined : Object.fromEntries(said)
    })
}

type Placed = Pick<Directory, 'estates' | 'grids' | 'buildings'>

const estates = named(unique(listed, 3, 1)).chain((all) =>
  fc.tuple(...all.map((one) => fc.oneof(name, fc.constant('')).map((address) => ({ ...one, address, settings: [] })))),
)

function buildingsOf(estate: { id: string }, grids: readonly { id: string }[]): fc.Arbitrary<Building[]> {
  return named(
    unique(
      listed.filter((text) => [...text].length <= 8),
      3,
    ),
  ).chain((all) =>
    fc.tuple(
      ...all.map((one) =>
        fc
          .record({
            gridId: maybe(grids.length === 0 ? fc.constant(null) : oneOf(grids.map((grid) => grid.id))),
            order: fc.integer({ min: 0, max: 99 }),
            units: named(unique(fc.oneof(fc.constantFrom('1单元', '2单元', '甲', '3', '东门'), listed), 3)),
            floors: maybe(fc.integer({ min: 1, max: 33 })),
            roomsPerFloor: maybe(fc.integer({ min: 1, max: 8 })),
          })
          .map((rest): Building => ({ ...one, estateId: estate.id, ...rest })),
      ),
    ),
  )
}

const placed: fc.Arbitrary<Placed> = fc.record({ estates, grids: named(unique(listed, 3)) }).chain((part) =>
  fc.tuple(...part.estates.map((estate) => buildingsOf(estate, part.grids))).map((all) => {
    // The names were made for each estate; ids have to be unique among all of them.
    const buildings = all.flat().map((building, at) => ({
      ...building,
      id: `${building.id}-${at}`,
      units: building.units.map((unit) => ({ ...unit, id: `${unit.id}-${at}` })),
    }))
    return { ...part, buildings }
  }),
)

function householdsOf(buildings: readonly Building[]): fc.Arbitrary<Household[]> {
  if (buildings.length === 0) return fc.constant([])
  const one = oneOf(buildings).chain((building) =>
    fc
      .record({
        unitId: building.units.length === 0 ? fc.constant(null) : oneOf(building.units.map((unit) => unit.id)),
        room: fc.oneof(digits(3), listed),
        floor: maybe(fc.integer({ min: -2, max: 33 })),
        known: maybe(
          fc.record({
            name: maybe(name.filter((text) => [...text].length <= 20)),
            phone: maybe(mobile),
            needs: fc.subarray([...needs]),
          }),
        ),
      })
      .map(({ known: given, ...rest }) => ({
        ...{ buildingId: building.id, ...rest, name: given?.name ?? null, phone: given?.phone ?? null },
        ...{ needs: given?.needs ?? [] },
        consent: given !== null,
      })),
  )
  const key = ({ buildingId, unitId, room }: Omit<Household, 'id'>) => [buildingId, unitId, plain(room)].join(' ')
  return fc
    .uniqueArray(one, { selector: key, maxLength: 6 })
    .chain((all) => ids(all.length).map((made) => all.map((rest, at) => ({ id: made[at] ?? '', ...rest }))))
}

function membersOf(grids: readonly { id: string }[], agencies: readonly { id: string }[]): fc.Arbitrary<Member[]> {
  const gridIds = grids.map((grid) => grid.id)
  const possible = heldRoles.filter(
    (role) =>
      (rolePlaces[role].grid !== 'must' || grids.length > 0) &&
      (rolePlaces[role].agency !== 'must' || agencies.length > 0),
  )
  const one = oneOf(possible).chain((role) => {
    const { grid, agency } = rolePlaces[role]
    const inGrid = grid === 'none' || gridIds.length === 0 ? fc.constant(null) : oneOf(gridIds)
    return fc.record({
      name: name.filter((text) => [...text].length <= 20),
      phone: maybe(mobile),
      role: fc.constant(role),
      gridId: grid === 'may' ? fc.oneof(inGrid, fc.constant(null)) : inGrid,
      agencyId: agency === 'must' ? oneOf(agencies.map((of) => of.id)) : fc.constant(null),
      until: maybe(fc.integer({ min: -900, max: 900 }).map((days) => addDays('2026-11-22', days))),
    })
  })
  const key = (member: Omit<Member, 'id'>) =>
    [plain(member.name), member.role, member.gridId, member.agencyId].join(' ')
  return fc
    .uniqueArray(one, { selector: key, maxLength: 4 })
    .chain((all) => ids(all.length).map((made) => all.map((rest, at) => ({ id: made[at] ?? '', ...rest }))))
}

function agenciesOf(part: Placed): fc.Arbitrary<Agency[]> {
  const area = areaOf({
    estateIds: part.estates.map((one) => one.id),
    buildingIds: part.buildings.map((one) => one.id),
    gridIds: part.grids.map((one) => one.id),
  })
  const roles = fc.uniqueArray(oneOf(known.roles.map((role) => role.id)), { minLength: 1, maxLength: 4 })
  return named(unique(name, 4)).chain((all) =>
    fc.tuple(
      ...all.map((one) =>
        fc
          .record({ roles, serviceArea: area, phones })
          .map(({ serviceArea, ...rest }): Agency => ({ ...one, ...rest, ...(serviceArea && { serviceArea }) })),
      ),
    ),
  )
}

/** Directories as a community may have them: nothing is called the same, and nothing points at what is not there. */
export const directories: fc.Arbitrary<Directory> = placed.chain((part) =>
  agenciesOf(part).chain((agencies) => {
    const settings = settingsOf(agencies.map((one) => one.id))
    return fc
      .record({
        own: fc.tuple(...part.estates.map(() => settings)),
        settings,
        households: householdsOf(part.buildings),
        members: membersOf(part.grids, agencies),
      })
      .map(({ own, ...rest }) => ({
        ...{ ...part, ...rest, agencies },
        estates: part.estates.map((estate, at) => ({ ...estate, settings: own[at] ?? [] })),
      }))
  }),
)
