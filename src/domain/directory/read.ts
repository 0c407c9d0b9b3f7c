import type { Agency } from '../routing/types'
import { type Known, type SheetId, sheetIds } from './layout'
import { mostBuildings, mostOf } from './limits'
import { collectProblems, type Problem } from './problems'
import { readAgencies } from './read-agencies'
import { readHouseholds } from './read-households'
import { readMembers } from './read-members'
import { readBuildings, readEstates, readGrids } from './read-places'
import { readSettings } from './read-settings'
import type { Reading } from './reading'
import type { Sheet } from './sheet'
import { readTables } from './tables'
import type { Directory, SettingValue } from './types'

/** How many of each the sheets gave. */
export type Counts = Readonly<Record<SheetId | 'units', number>>

export interface ReadSheets {
  /** What could be read; it is good for an import only where nothing stops. */
  readonly directory: Directory
  /** At most `mostProblems`, in the order of reading. */
  readonly problems: readonly Problem[]
  /** How many there are in truth. */
  readonly found: number
  /** How many of them stop the import. */
  readonly stopping: number
  readonly counts: Counts
  /** Sheets that are missing or empty: what they are about stays as it is. */
  readonly untouched: readonly SheetId[]
}

type Area = NonNullable<Agency['serviceArea']>

const isNowhere = (area: Area) => Object.values(area).every(({ length }) => length === 0)

/** An agency's area without places that are gone; null where nothing is left of it. */
function areaLeft(area: Area, directory: Directory): Area | null {
  const left = (ids: readonly string[] | undefined, things: readonly { readonly id: string }[]) =>
    ids?.filter((id) => things.some((thing) => thing.id === id)) ?? []
  const estateIds = left(area.estateIds, directory.estates)
  const buildingIds = left(area.buildingIds, directory.buildings)
  const gridIds = left(area.gridIds, directory.grids)
  if (estateIds.length + buildingIds.length + gridIds.length === 0) return null
  return {
    ...(estateIds.length > 0 && { estateIds }),
    ...(buildingIds.length > 0 && { buildingIds }),
    ...(gridIds.length > 0 && { gridIds }),
  }
}

/**
 * Nothing points at what is gone: sheets that stayed at home may speak of things that the others took away. An agency
 * that served only such places is a problem, because an area of nothing would mean the whole community.
 */
function whole(directory: Directory, { tables, known, problems }: Reading): Directory {
  const estateIds = new Set(directory.estates.map(({ id }) => id))
  const gridIds = new Set(directory.grids.map(({ id }) => id))
  const agencyIds = new Set(directory.agencies.map(({ id }) => id))
  const gridOf = (gridId: string | null) => (gridId !== null && gridIds.has(gridId) ? gridId : null)
  const buildings = directory.buildings
    .filter(({ estateId }) => estateIds.has(estateId))
    .map((building) => ({ ...building, gridId: gridOf(building.gridId) }))
  const unitsOf = new Map(buildings.map(({ id, units }) => [id, new Set(units.map((unit) => unit.id))]))
  const namesAgency = new Set(known.settings.filter(({ kind }) => kind === 'agency').map(({ id }) => id))
  const settingsLeft = (settings: readonly SettingValue[]) =>
    settings.filter(({ id, value }) => !namesAgency.has(id) || agencyIds.has(value))
  const where = { sheet: tables.agencies?.name ?? null, cell: null }
  const isAboutPhones = [tables.agencies, tables.phones].some((table) => (table?.rows.length ?? 0) > 0)
  const left = { ...directory, buildings }
  sayTooMany(left, { tables, known, problems })
  return {
    ...left,
    estates: directory.estates.map((estate) => ({ ...estate, settings: settingsLeft(estate.settings) })),
    households: directory.households.filter(({ buildingId, unitId }) => {
      const units = unitsOf.get(buildingId)
      return units !== undefined && (unitId === null || units.has(unitId))
    }),
    agencies: directory.agencies.map((agency) => {
      if (agency.phones.length === 0 && isAboutPhones) problems.add(where, 'no-phone', { agency: agency.name })
      // Of a name that nobody knows it was said in its cell.
      if (!agency.serviceArea || isNowhere(agency.serviceArea)) return agency
      const serviceArea = areaLeft(agency.serviceArea, left)
      if (serviceArea) return { ...agency, serviceArea }
      problems.add(where, 'area-gone', { agency: agency.name })
      return agency
    }),
    members: directory.members
      .filter(({ agencyId }) => agencyId === null || agencyIds.has(agencyId))
      .filter(({ gridId }) => gridId === null || gridIds.has(gridId)),
    settings: settingsLeft(directory.settings),
  }
}

/** What is more than keepers can enter by hand: every visit reads it. */
function sayTooMany(directory: Directory, { tables, problems }: Reading): void {
  for (const kind of ['estates', 'grids', 'agencies'] as const) {
    const most = mostOf[kind]
    if (directory[kind].length > most)
      problems.add({ sheet: tables[kind]?.name ?? null, cell: null }, 'too-many', { kind, most })
  }
  const counts = new Map<string, number>()
  for (const { estateId } of directory.buildings) counts.set(estateId, (counts.get(estateId) ?? 0) + 1)
  if ([...counts.values()].some((count) => count > mostBuildings))
    problems.add({ sheet: tables.buildings?.name ?? null, cell: null }, 'too-many', {
      ...{ kind: 'buildings', most: mostBuildings },
    })
}

function countsOf({ tables }: Reading, directory: Directory): Counts {
  const rows = Object.fromEntries(sheetIds.map((id) => [id, tables[id]?.rows.length ?? 0])) as Record<SheetId, number>
  return { ...rows, units: directory.buildings.reduce((sum, { units }) => sum + units.length, 0) }
}

function directoryOf(reading: Reading): Directory {
  const grids = readGrids(reading)
  const estates = readEstates(reading)
  const buildings = readBuildings({ estates, grids }, reading)
  const households = readHouseholds({ estates, buildings }, reading)
  const agencies = readAgencies({ estates, buildings, grids }, reading)
  const members = readMembers({ grids, agencies }, reading)
  const answered = readSettings({ estates, agencies }, reading)
  return { grids, buildings, households, agencies, members, ...answered }
}

/**
 * A workbook → the directory that it says, and everything that is wrong with it, each with sheet and cell. A sheet that
 * has rows replaces what it is about as a whole: what does not stand in it goes, save answers to questions. A column that it
 * does not have, and a question without an answer, change nothing. A sheet that is missing or has no rows
 * leaves everything as it is, so that somebody can hand in the telephone numbers alone.
 */
export function readSheets(sheets: readonly Sheet[], known: Known): ReadSheets {
  const problems = collectProblems()
  const reading: Reading = { tables: readTables(sheets, known.words, problems), known, problems }
  const directory = whole(directoryOf(reading), reading)
  const { problems: kept, found, stopping } = problems.result()
  return {
    ...{ directory, problems: kept, found, stopping, counts: countsOf(reading, directory) },
    untouched: sheetIds.filter((id) => (reading.tables[id]?.rows.length ?? 0) === 0),
  }
}
