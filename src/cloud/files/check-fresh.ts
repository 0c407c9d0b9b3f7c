import { isRefused, refuse, type Refused } from '../../contract'
import { cellName, type Directory, type Sheet } from '../../domain/directory'
import { findSetting } from '../../knowledge/setting-words'
import { unfitWords } from '../../text/directory-import'
import type { Surroundings } from '../handle'
import { checkName } from '../people/check-name'
import { inPieces } from './plan'
import type { Preview } from './preview'

type Asking = Pick<Surroundings, 'platform' | 'openid' | 'note'>
type Unchecked = Refused<'content.unchecked'>

/** Characters of one question: WeChat takes 2,500. */
const mostAsked = 2400
/** Questions at once. */
const atOnce = 4
const between = '，'

/** Everything of a directory that stands on phones as somebody has written it. */
function wordsOf({ estates, grids, buildings, agencies, settings }: Directory): readonly string[] {
  const answers = [...settings, ...estates.flatMap((estate) => estate.settings)]
  return [
    ...estates.flatMap(({ name, address }) => [name, address]),
    ...grids.map(({ name }) => name),
    ...buildings.flatMap(({ name, units }) => [name, ...units.map((unit) => unit.name)]),
    ...agencies.flatMap(({ name, phones }) => [
      name,
      ...phones.flatMap(({ description, owner }) => [description ?? '', owner]),
    ]),
    ...answers.filter(({ id }) => findSetting(id)?.kind === 'text').map(({ value }) => value),
  ]
}

/** Words that belong into one question. */
function questionsOf(words: readonly string[]): readonly (readonly string[])[] {
  const questions: string[][] = []
  let length = Infinity
  for (const one of words) {
    length += one.length + between.length
    if (length > mostAsked) {
      questions.push([])
      length = one.length
    }
    questions.at(-1)?.push(one)
  }
  return questions
}

/**
 * Asks the content check about what a workbook brings that was not there before, as a save by hand does: it stands on every
 * phone once it is confirmed. Answers what has to be mended; where nobody can be asked, that.
 */
export async function checkFresh(
  context: Asking,
  before: Directory,
  read: { readonly directory: Directory; readonly sheets: readonly Sheet[] },
): Promise<Preview['problems'] | Unchecked> {
  const known = new Set(wordsOf(before))
  const fresh = [...new Set(wordsOf(read.directory))].filter((words) => words !== '' && !known.has(words))
  const problems: Preview['problems'] = []
  for (const turn of inPieces(questionsOf(fresh), atOnce)) {
    const answers = await Promise.all(turn.map((words) => unfitIn(context, words)))
    for (const unfit of answers) {
      if (unfit !== null && isRefused(unfit)) return unfit
      if (unfit !== null) problems.push(problemOf(unfit.words, read.sheets))
    }
  }
  return problems
}

/** Null: they are fit, or unfit only side by side, as no phone shows them. Else the one among them that is not. */
type Unfit = { readonly words: string } | Unchecked | null

async function unfitIn(context: Asking, words: readonly string[]): Promise<Unfit> {
  const refusal = await checkName(context, words.join(between))
  if (!refusal) return null
  if (refusal.refused === 'content.unchecked') return refuse('content.unchecked')
  const [only = '', ...others] = words
  if (others.length === 0) return { words: only }
  const half = Math.ceil(words.length / 2)
  return (await unfitIn(context, words.slice(0, half))) ?? (await unfitIn(context, words.slice(half)))
}

function problemOf(words: string, sheets: readonly Sheet[]): Preview['problems'][number] {
  const at = placeOf(words, sheets)
  return { sheet: at?.sheet ?? null, cell: at?.cell ?? null, words: unfitWords(words), stops: true }
}

/** Where they stand first: a cell that says just this, else one that says it among others. */
function placeOf(words: string, sheets: readonly Sheet[]): { readonly sheet: string; readonly cell: string } | null {
  const cells = sheets.flatMap(({ name, rows }) =>
    rows.flatMap((row) =>
      row.cells.flatMap(({ column, value }) =>
        typeof value === 'string' ? [{ sheet: name, cell: cellName(column, row.number), value: value.trim() }] : [],
      ),
    ),
  )
  return cells.find(({ value }) => value === words) ?? cells.find(({ value }) => value.includes(words)) ?? null
}
