import type { HeldRole } from '../people/roles'
import type { Schedule, SettingSpec } from '../routing/types'
import type { Directory, Need } from './types'

/** The columns of each sheet, in the order of the template; those of `required` must be filled in. */
export const sheetColumns = {
  estates: ['name', 'address', 'code'],
  grids: ['name', 'code'],
  buildings: ['estate', 'name', 'grid', 'units', 'floors', 'roomsPerFloor', 'code'],
  households: ['estate', 'building', 'unit', 'room', 'floor', 'name', 'phone', 'needs', 'consent'],
  agencies: ['name', 'roles', 'area', 'code'],
  phones: ['agency', 'number', 'description', 'hours', 'owner', 'verified'],
  members: ['name', 'phone', 'role', 'place', 'until'],
  settings: ['question', 'answer', 'estate', 'choices'],
} as const
export type SheetId = keyof typeof sheetColumns
export type ColumnOf<Id extends SheetId> = (typeof sheetColumns)[Id][number]
export const sheetIds = Object.keys(sheetColumns) as readonly SheetId[]

export const requiredColumns: { readonly [Id in SheetId]: readonly ColumnOf<Id>[] } = {
  estates: ['name'],
  grids: ['name'],
  buildings: ['estate', 'name'],
  households: ['estate', 'building', 'room'],
  agencies: ['name', 'roles'],
  phones: ['agency', 'number'],
  members: ['name', 'role'],
  settings: ['question'],
}

export interface ColumnWords {
  readonly head: string
  /** What else people write above it. */
  readonly also?: readonly string[]
  /** One line that says what goes in. */
  readonly help: string
}

export interface SheetWords<Column extends string> {
  readonly name: string
  readonly also?: readonly string[]
  readonly columns: Readonly<Record<Column, ColumnWords>>
  readonly samples: readonly Readonly<Partial<Record<Column, string | number>>>[]
}

/** Every word of a workbook. They come in from `src/text/directory-sheets.ts`, since rules hold no words. */
export interface DirectoryWords {
  readonly sheets: { readonly [Id in SheetId]: SheetWords<ColumnOf<Id>> }
  /** The first sheet: words only. */
  readonly guide: { readonly name: string; readonly lines: readonly string[] }
  /** What the first cell of a sample row, and of the line of help, begins with. */
  readonly sampleMark: string
  readonly helpMark: string
  /** The first is written, all are read. */
  readonly yes: readonly string[]
  readonly no: readonly string[]
  /** What stands after a number: 3号楼, 2单元. */
  readonly buildingSuffix: string
  readonly unitSuffix: string
  /** Between two of a list. */
  readonly listMark: string
  readonly needs: Readonly<Record<Need, string>>
  readonly memberRoles: Readonly<Record<HeldRole, string>>
  readonly hours: Readonly<Record<Schedule['days'] | 'always' | 'nextDay' | 'between', string>>
}

/** What a workbook is read with. */
export interface Known {
  readonly communityId: string
  /** ms since epoch. */
  readonly now: number
  /** The directory as it is: what is in it keeps its ids, and sheets that are not there or empty leave it as it is. */
  readonly before: Directory
  readonly words: DirectoryWords
  /** Whom a community can list: the roles of the knowledge pack that somebody dials. */
  readonly roles: readonly { readonly id: string; readonly name: string }[]
  /** As keepers are asked, in that order. */
  readonly settings: readonly SettingSpec[]
}
