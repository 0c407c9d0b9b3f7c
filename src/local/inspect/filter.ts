import { parseWireFields } from '../database/ejson'
import { CloudError } from '../errors'
import { Unusable } from './parts'

const comparisons: Readonly<Record<string, string | undefined>> = {
  '>': '$gt',
  '>=': '$gte',
  '<': '$lt',
  '<=': '$lte',
}

/** Reads what was typed into the filter: nothing, `field = value`, or a whole query as JSON. */
export function parseFilter(text: string): object {
  const typed = text.trim()
  if (typed === '') return {}
  return typed.startsWith('{') ? parseQuery(typed) : parseComparison(typed)
}

function parseQuery(text: string): object {
  try {
    return parseWireFields(text)
  } catch (error) {
    if (!(error instanceof CloudError)) throw error
    throw new Unusable(
      '这不是有效的 JSON：请检查引号、逗号和括号，例如 {"state": "active"}。 | This is not valid JSON, such as {"state": "active"}.',
    )
  }
}

function parseComparison(text: string): object {
  const [, path = '', sign = '', typed = ''] = /^([^\s=<>!$]+)\s*(!=|>=|<=|=|>|<)\s*(.+)$/s.exec(text) ?? []
  if (path === '') {
    throw new Unusable(
      '看不懂这个条件。请写“字段 = 值”（也可以用 != > >= < <=），或者一段 JSON 查询。 | Not understood. Write "field = value", or a query as JSON.',
    )
  }
  const values = readings(typed)
  if (sign === '=') return { [path]: { $in: values } }
  if (sign === '!=') return { [path]: { $nin: values } }
  return { [path]: { [comparisons[sign] ?? '$eq']: values[0] } }
}

/** What a typed value may mean: a bare 42 is the number, and also the text of a house number or a phone. */
function readings(typed: string): (string | number | boolean | null)[] {
  try {
    const value: unknown = JSON.parse(typed)
    if (typeof value === 'number') return [value, typed]
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return [value]
  } catch {
    // A text without quotes.
  }
  return [typed]
}
