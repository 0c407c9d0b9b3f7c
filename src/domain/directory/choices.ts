import { heldRoles } from '../people/roles'
import type { SettingSpec } from '../routing/types'
import { type ColumnOf, type DirectoryWords, sheetColumns, type SheetId } from './layout'
import type { Choices, WrittenSheet } from './sheet'
import { needs } from './types'

/** Where the rows of people begin in each sheet: 1 is the first. */
type FirstRows = Readonly<Record<SheetId, number>>

const numberOf = <Id extends SheetId>(id: Id, column: ColumnOf<Id>): number => {
  const columns: readonly ColumnOf<Id>[] = sheetColumns[id]
  return columns.indexOf(column) + 1
}

/** No spreadsheet opens a file with a longer list, or with a comma in one of its words. */
const longestList = 255
const isList = (from: readonly string[]) =>
  from.join(',').length <= longestList && from.every((one) => !one.includes(','))

/**
 * What a cell offers when somebody clicks into it, by sheet. Names come from the sheets where they are entered, and are an
 * offer only: more of them may be meant, or one that is written a little otherwise. What has a fixed list allows nothing
 * else.
 */
function choicesOf(words: DirectoryWords, first: FirstRows): Readonly<Partial<Record<SheetId, readonly Choices[]>>> {
  const named = (sheet: SheetId) => ({ sheet: words.sheets[sheet].name, column: 1, firstRow: first[sheet] })
  const yesOrNo = [...words.yes.slice(0, 1), ...words.no.slice(0, 1)]
  return {
    buildings: [
      { column: numberOf('buildings', 'estate'), from: named('estates') },
      { column: numberOf('buildings', 'grid'), from: named('grids') },
    ],
    households: [
      { column: numberOf('households', 'estate'), from: named('estates') },
      { column: numberOf('households', 'needs'), from: needs.map((need) => words.needs[need]) },
      { column: numberOf('households', 'consent'), from: yesOrNo, isOnly: true },
    ],
    phones: [{ column: numberOf('phones', 'agency'), from: named('agencies') }],
    members: [
      { column: numberOf('members', 'role'), from: heldRoles.map((role) => words.memberRoles[role]), isOnly: true },
    ],
    settings: [{ column: numberOf('settings', 'estate'), from: named('estates') }],
  }
}

/** What the answer to a question offers, in its row. */
function answerChoices(spec: SettingSpec, row: number, words: DirectoryWords, first: FirstRows): readonly Choices[] {
  const column = numberOf('settings', 'answer')
  if (spec.kind === 'agency')
    return [{ column, row, from: { sheet: words.sheets.agencies.name, column: 1, firstRow: first.agencies } }]
  const from = spec.kind === 'choice' ? spec.options.map(({ label }) => label) : []
  return from.length > 0 && isList(from) ? [{ column, row, from, isOnly: true }] : []
}

/** The sheets with what their cells offer; `questions` are those of the settings, in the order of its rows. */
export function withChoices(
  sheets: readonly (readonly [SheetId, WrittenSheet])[],
  questions: readonly SettingSpec[],
  words: DirectoryWords,
): readonly WrittenSheet[] {
  const firstOf = ({ rows }: WrittenSheet) => rows.filter(({ kind }) => kind !== 'data').length + 1
  // Of exactly these sheets.
  const first = Object.fromEntries(sheets.map(([id, sheet]) => [id, firstOf(sheet)])) as Record<SheetId, number>
  const offered = choicesOf(words, first)
  const answers = questions.flatMap((spec, at) => answerChoices(spec, first.settings + at, words, first))
  return sheets.map(([id, sheet]) => {
    const choices = [...(offered[id] ?? []), ...(id === 'settings' ? answers : [])]
    return choices.length > 0 ? { ...sheet, choices } : sheet
  })
}
