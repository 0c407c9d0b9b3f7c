import type { Agency, SettingSpec } from '../routing/types'
import type { RowReader } from './cells'
import type { ColumnOf } from './layout'
import { longest } from './limits'
import { nameBook, plain, tidy } from './names'
import { bookOf, choiceNamed, idNamed, onceOnly, type Reading, rowsOf } from './reading'
import type { Estate, SettingValue } from './types'

type Row = RowReader<ColumnOf<'settings'>>

/** Marks at the end are left out by some and doubled by others. */
const questionKey = (ask: string) => plain(ask).replace(/[?？。.!！,，、;；:：()（）"'“”]/g, '')

/** The value of an answer: the choice's id, the agency's id, or the words. */
function valueOf(row: Row, spec: SettingSpec, agencies: readonly Agency[], { problems }: Reading): string | null {
  if (spec.kind === 'text') return row.text('answer', longest.answer)
  if (spec.kind === 'agency') return idNamed(row, 'answer', bookOf(agencies), 'agencies', problems)
  const typed = row.text('answer', longest.answer)
  if (typed === null) return null
  const choices = nameBook(
    spec.options.map(({ id, label }) => ({ name: label, thing: id })),
    questionKey,
  )
  return choiceNamed(row, 'answer', typed, choices, problems)
}

interface Answer extends SettingValue {
  /** null: of the whole community. */
  readonly estateId: string | null
}

function answersOf(
  estates: readonly Estate[],
  agencies: readonly Agency[],
  rows: readonly Row[],
  reading: Reading,
): readonly Answer[] {
  const { known, problems } = reading
  const questions = nameBook(
    known.settings.map((spec) => ({ name: spec.ask, thing: spec })),
    questionKey,
  )
  const estateBook = bookOf(estates)
  const read = rows.flatMap((row) => {
    if (!row.needed('question')) return []
    const ask = tidy(row.text('question', longest.answer) ?? '')
    const spec = questions.find(ask)
    if (spec === null || spec === 'ambiguous') {
      if (ask !== '')
        problems.add(row.where('question'), 'unknown-name', () => ({
          kind: 'settings',
          name: ask,
          nearest: questions.nearest(ask),
        }))
      return []
    }
    const estateId = idNamed(row, 'estate', estateBook, 'estates', problems)
    const isLost = estateId === null && !row.isBlank('estate')
    const value = valueOf(row, spec, agencies, reading)
    if (value === null || isLost) return []
    return [
      { id: spec.id, value, estateId, name: spec.ask, key: `${estateId ?? ''} ${spec.id}`, at: row.where('question') },
    ]
  })
  return onceOnly(read, problems)
}

/** In the order in which they are asked. What the sheet does not answer, or what is not asked any more, stays as it was. */
function inOrder(
  answers: readonly SettingValue[],
  before: readonly SettingValue[],
  specs: readonly SettingSpec[],
): readonly SettingValue[] {
  const answerTo = (id: string) =>
    answers.find((answer) => answer.id === id) ?? before.find((answer) => answer.id === id)
  const asked = specs.flatMap(({ id }) => answerTo(id) ?? [])
  const rest = before.filter(({ id }) => !specs.some((spec) => spec.id === id))
  return [...asked.map(({ id, value }) => ({ id, value })), ...rest]
}

/** The answers of the community, and the estates with theirs. */
export function readSettings(
  { estates, agencies }: { readonly estates: readonly Estate[]; readonly agencies: readonly Agency[] },
  reading: Reading,
): { readonly settings: readonly SettingValue[]; readonly estates: readonly Estate[] } {
  const { known, tables } = reading
  const rows = rowsOf(tables.settings, reading)
  if (rows === null) return { settings: known.before.settings, estates }
  const answers = answersOf(estates, agencies, rows, reading)
  const of = (estateId: string | null) => answers.filter((answer) => answer.estateId === estateId)
  return {
    settings: inOrder(of(null), known.before.settings, known.settings),
    estates: estates.map((estate) => ({
      ...estate,
      settings: inOrder(of(estate.id), estate.settings, known.settings),
    })),
  }
}
