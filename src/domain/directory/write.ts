import type { Agency } from '../routing/types'
import { dayOf } from '../time/clock'
import { withChoices } from './choices'
import { hoursWords } from './hours'
import {
  type ColumnOf,
  type DirectoryWords,
  type Known,
  requiredColumns,
  sheetColumns,
  type SheetId,
  sheetIds,
} from './layout'
import { nameBook } from './names'
import { areaNames } from './read-agencies'
import { unitsCell } from './read-units'
import type { CellValue, WrittenSheet } from './sheet'
import { type Directory, emptyDirectory, type SettingValue } from './types'

type Cells<Id extends SheetId> = Readonly<Partial<Record<ColumnOf<Id>, CellValue>>>
type AllRows = { readonly [Id in SheetId]: readonly Cells<Id>[] }

/** What a writer of sheets has to know: the words, the roles and the questions. */
export type WriteKnown = Pick<Known, 'words' | 'roles' | 'settings'>

const nameIn = (things: readonly { readonly id: string; readonly name: string }[]) => {
  const names = new Map(things.map(({ id, name }) => [id, name]))
  return (id: string | null) => (id === null ? null : (names.get(id) ?? null))
}

/** Each place that an agency serves: by its name where that is enough, else with its kind before it, else by its id. */
function areaCell({ serviceArea: area }: Agency, directory: Directory, words: DirectoryWords): string | null {
  if (!area) return null
  const names = areaNames(directory)
  const book = nameBook(names)
  const of = (kind: 'estates' | 'buildings' | 'grids', single: string, ids: readonly string[] = []) => {
    const ofKind = names.filter(({ thing }) => thing.startsWith(`${single}:`))
    const kindBook = nameBook(ofKind)
    return ids.flatMap((id) => {
      const thing = `${single}:${id}`
      const name = ofKind.find((one) => one.thing === thing)?.name
      if (name === undefined) return []
      if (book.find(name) === thing) return [name]
      return [kindBook.find(name) === thing ? `${words.sheets[kind].name}:${name}` : id]
    })
  }
  const all = [...of('estates', 'estate', area.estateIds), ...of('buildings', 'building', area.buildingIds)]
  return [...all, ...of('grids', 'grid', area.gridIds)].join(words.listMark)
}

function placeRows(
  { estates, grids, buildings }: Directory,
  { words }: WriteKnown,
): Pick<AllRows, 'estates' | 'grids' | 'buildings'> {
  const estateName = nameIn(estates)
  const gridName = nameIn(grids)
  return {
    estates: estates.map(({ id, name, address }) => ({ name, address: address || null, code: id })),
    grids: grids.map(({ id, name }) => ({ name, code: id })),
    buildings: buildings.map(({ id, estateId, gridId, name, units, floors, roomsPerFloor }) => ({
      ...{ estate: estateName(estateId), name, grid: gridName(gridId), floors, roomsPerFloor, code: id },
      units: unitsCell(units, words.unitSuffix, words.listMark),
    })),
  }
}

function householdRows({ estates, buildings, households }: Directory, { words }: WriteKnown): AllRows['households'] {
  const byId = new Map(buildings.map((building) => [building.id, building]))
  const unitName = nameIn(buildings.flatMap(({ units }) => units))
  const estateName = nameIn(estates)
  const [yes = '', no = ''] = [words.yes[0], words.no[0]]
  return households.map(({ buildingId, unitId, room, floor, name, phone, needs, consent }) => {
    const building = byId.get(buildingId)
    return {
      ...{ estate: estateName(building?.estateId ?? null), building: building?.name ?? null, unit: unitName(unitId) },
      ...{ room, floor, name, phone, needs: needs.map((need) => words.needs[need]).join(words.listMark) || null },
      consent: consent ? yes : no,
    }
  })
}

function agencyRows(directory: Directory, { words, roles }: WriteKnown): Pick<AllRows, 'agencies' | 'phones'> {
  const roleName = nameIn(roles)
  return {
    agencies: directory.agencies.map((agency) => ({
      name: agency.name,
      roles: agency.roles.map((role) => roleName(role) ?? role).join(words.listMark),
      area: areaCell(agency, directory, words),
      code: agency.id,
    })),
    phones: directory.agencies.flatMap((agency) =>
      agency.phones.map(({ number, description, schedules, owner, verifiedAt }) => ({
        ...{
          agency: agency.name,
          number,
          description: description ?? null,
          hours: hoursWords(schedules, words),
          owner,
        },
        verified: verifiedAt === null ? null : { date: dayOf(verifiedAt) },
      })),
    ),
  }
}

function memberRows({ grids, agencies, members }: Directory, { words }: WriteKnown): AllRows['members'] {
  const placeName = { grid: nameIn(grids), agency: nameIn(agencies) }
  return members.map(({ name, phone, role, gridId, agencyId, until }) => ({
    ...{ name, phone, role: words.memberRoles[role] },
    place: placeName.grid(gridId) ?? placeName.agency(agencyId),
    until: until === null ? null : { date: until },
  }))
}

/** Which questions an estate answers for itself. */
const ownQuestions = ({ settings }: Directory['estates'][number], known: WriteKnown) =>
  known.settings.filter(({ id }) => settings.some((setting) => setting.id === id))

/** Every question with the answer of the community, then those that an estate answers for itself. */
function settingRows({ settings, estates, agencies }: Directory, known: WriteKnown): AllRows['settings'] {
  const agencyName = nameIn(agencies)
  const rowOf = (spec: WriteKnown['settings'][number], of: readonly SettingValue[], estate: string | null) => {
    const value = of.find(({ id }) => id === spec.id)?.value ?? null
    const options = spec.kind === 'choice' ? spec.options : []
    const answer = spec.kind === 'agency' ? agencyName(value) : (options.find(({ id }) => id === value)?.label ?? value)
    const choices = options.map(({ label }) => label).join('\n') || null
    return { question: spec.ask, answer, estate, choices }
  }
  const whole = known.settings.map((spec) => rowOf(spec, settings, null))
  const own = estates.flatMap((estate) =>
    ownQuestions(estate, known).map((spec) => rowOf(spec, estate.settings, estate.name)),
  )
  return [...whole, ...own]
}

/** How wide a column is that holds such a head (characters of Latin width; a Chinese one takes two). */
const widthOf = (head: string) => Math.max(10, [...head].length * 2 + 6)

const requiredMark = '*'

function sheetOf<Id extends SheetId>(
  id: Id,
  rows: readonly Cells<Id>[],
  { words }: WriteKnown,
  withSamples: boolean,
): WrittenSheet {
  const { name, columns, samples } = words.sheets[id]
  const order: readonly ColumnOf<Id>[] = sheetColumns[id]
  const needed: readonly string[] = requiredColumns[id]
  const heads = order.map((column) => columns[column].head + (needed.includes(column) ? requiredMark : ''))
  const help = order.map((column, at) => (at === 0 ? words.helpMark : '') + columns[column].help)
  const cellsOf = (row: Cells<Id>) => order.map((column) => row[column] ?? null)
  const marked = (cells: readonly CellValue[]) =>
    cells.map((cell, at) => (at === 0 ? `${words.sampleMark} ${typeof cell === 'string' ? cell : ''}` : cell))
  return {
    name,
    widths: heads.map(widthOf),
    rows: [
      { kind: 'head', cells: heads },
      { kind: 'help', cells: help },
      ...(withSamples
        ? samples.map((row) => ({ kind: 'sample' as const, cells: marked(cellsOf(row as Cells<Id>)) }))
        : []),
      ...rows.map((row) => ({ kind: 'data' as const, cells: cellsOf(row) })),
    ],
  }
}

const guideOf = ({ guide }: DirectoryWords): WrittenSheet => ({
  name: guide.name,
  widths: [80],
  rows: guide.lines.map((line) => ({ kind: 'words', cells: [line] })),
})

/** The directory as sheets: `readSheets` gives it back. Holds people's data: an export of it is logged. */
export function sheetsOf(directory: Directory, known: WriteKnown): readonly WrittenSheet[] {
  const rows: AllRows = {
    ...placeRows(directory, known),
    households: householdRows(directory, known),
    ...agencyRows(directory, known),
    members: memberRows(directory, known),
    settings: settingRows(directory, known),
  }
  const questions = [...known.settings, ...directory.estates.flatMap((estate) => ownQuestions(estate, known))]
  const sheets = sheetIds.map((id) => [id, sheetOf(id, rows[id], known, false)] as const)
  return [guideOf(known.words), ...withChoices(sheets, questions, known.words)]
}

/** Sheets to be filled in: heads, a line of help, samples, and every question with its choices. */
export function templateSheets(known: WriteKnown): readonly WrittenSheet[] {
  const settings: AllRows['settings'] = settingRows(emptyDirectory, known)
  const sheets = sheetIds.map((id) => [id, sheetOf(id, id === 'settings' ? settings : [], known, true)] as const)
  return [guideOf(known.words), ...withChoices(sheets, known.settings, known.words)]
}
