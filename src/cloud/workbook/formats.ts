import type { OfficePackage } from './package'
import { damaged } from './refusal'

/** What a number means by the format of its cell. moment: a day with a time of day. */
export type NumberMeaning = 'number' | 'date' | 'time' | 'moment'

/**
 * The formats that need no text in the file. 27 to 36 and 50 to 58 differ by the country; in Chinese ones they are days
 * but for a few times of day.
 */
const builtIn: readonly (readonly [NumberMeaning, readonly number[]])[] = [
  ['date', [14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]],
  ['time', [18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56]],
  ['moment', [22]],
]
const meanings = new Map(builtIn.flatMap(([meaning, ids]) => ids.map((id) => [id, meaning] as const)))

/** What stands in a format for itself: in quotes, behind a backslash, or as room and filling. */
const literal = /"[^"]*"|\\.|[_*]./g
/** Colours, conditions, countries. */
const bracket = /\[[^\][]*\]/g
/** Hours, minutes or seconds that were counted together (`[h]:mm`): no time of day. */
const elapsed = /\[(h+|m+|s+)\]/i

/** Excel takes no longer one. */
const longestFormat = 255

/** By the text of a format, such as `yyyy"年"m"月"d"日"`. The first of its parts is the one for positive numbers. */
export function meaningOf(format: string): NumberMeaning {
  const [first = ''] = format.slice(0, longestFormat).replace(literal, '').split(';')
  if (elapsed.test(first)) return 'number'
  const code = first
    .replace(bracket, '')
    .toLowerCase()
    .replace(/general|am\/pm|a\/p/g, '')
  // An m is a month, unless hours or seconds stand beside it. aaa is a day of the week.
  const hasDay = /[yd]|aaa|^[^hs]*m[^hs]*$/.test(code)
  const hasTime = /[hs]/.test(code)
  if (hasDay && hasTime) return 'moment'
  if (hasDay) return 'date'
  return hasTime ? 'time' : 'number'
}

/** Excel's own limit of looks. */
const mostLooks = 65_490

/** What a number means for each look (`s`) of a cell; empty where the file has no styles. */
export function readMeanings(office: OfficePackage, part: string): readonly NumberMeaning[] {
  const own = new Map<number, NumberMeaning>()
  const looks: number[] = []
  let section = ''
  office.read(part, {
    open: (name, attributes, depth) => {
      if (depth === 1) section = name
      if (depth !== 2) return
      const id = Number(attributes.get('numFmtId') ?? 0)
      if (section === 'numFmts' && name === 'numFmt') own.set(id, meaningOf(attributes.get('formatCode') ?? ''))
      if (section === 'cellXfs' && name === 'xf') looks.push(id)
      if (own.size > mostLooks || looks.length > mostLooks) throw damaged()
    },
  })
  return looks.map((id) => own.get(id) ?? meanings.get(id) ?? 'number')
}
