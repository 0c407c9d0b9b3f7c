import { readFileSync } from 'node:fs'
import type { Settings } from '../../domain/routing'
import { Sentence } from '../support/entry'

/** What somebody typed or said, and what would have been right to answer. */
export interface Query {
  readonly text: string
  /** The matters that would do; empty: it is none of ours. */
  readonly expect: readonly string[]
  /** Whether danger has to be shown; null: arguable. */
  readonly danger: boolean | null
  /** How it was made, such as `typo`. */
  readonly kind: string
  /** What the community there says of itself; empty unless given. */
  readonly settings: Settings
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

/** One line of the file, or what is wrong with it, in both languages. */
function readLine(line: string): Query | readonly [string, string] {
  let parsed: unknown
  try {
    parsed = JSON.parse(line)
  } catch {
    return ['不是 JSON', 'is no JSON']
  }
  if (!isObject(parsed)) return ['不是一个对象', 'is no object']
  const text = parsed.q ?? parsed.text
  const { expect, danger, kind = 'unnamed', settings = {} } = parsed
  if (!isText(text)) return ['没有 q（说的话）', 'has no q, the words that were said']
  if (!Array.isArray(expect) || !expect.every(isText))
    return ['expect 要是事项 id 的列表', 'needs expect, a list of the ids of matters']
  if (danger !== true && danger !== false && danger !== null)
    return ['danger 要是 true、false 或 null', 'needs danger: true, false or null']
  if (!isText(kind)) return ['kind 要是一个词', 'needs kind as a word']
  if (!isObject(settings) || !Object.values(settings).every(isText))
    return ['settings 要是设置和选择', 'needs settings as settings with their choices']
  return { text, expect, danger, kind, settings: settings as Settings }
}

/** Reads labelled queries from the text of a JSONL file; what is wrong is a sentence that names the line. */
export function parseQueries(content: string, name: string): readonly Query[] {
  const queries = content.split('\n').flatMap((line, at) => {
    // The last line ends with a break; an empty one between says nothing.
    if (line.trim() === '') return []
    const query = readLine(line)
    if ('text' in query) return [query]
    const [chinese, english] = query
    throw new Sentence(`${name} 第 ${at + 1} 行${chinese}。 | ${name}, line ${at + 1}: ${english}.`)
  })
  if (queries.length === 0) throw new Sentence(`${name} 里一条也没有。 | ${name} holds no query.`)
  return queries
}

export function readQueries(file: string): readonly Query[] {
  let content: string
  try {
    content = readFileSync(file, 'utf8')
  } catch {
    throw new Sentence(`读不了 ${file}。 | ${file} cannot be read.`)
  }
  return parseQueries(content, file)
}
