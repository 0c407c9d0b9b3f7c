import { numberOf } from '../wish/match/numerals'
import { longest, mostUnits } from './limits'
import { itemsOf, plain, tidy } from './names'
import { withoutUnseen } from './unseen'

// What stands in the cell of the units: a count (4, 四个单元), a span (1-3单元, 一至四, 甲-丁), a list, or that there are
// none. Names are free, and so whatever looks like something else is asked about: it would be a unit with a door of its own.

// Patterns, not words that anybody reads: parts of the expressions below.
const stems = /甲乙丙丁戊己庚辛壬癸/.source
const figures = /零一二三四五六七八九/.source
const figureTen = /十/.source
const numeral = /(\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])/
const counted = /(\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]|[两俩])/
const reference = new RegExp(`(${numeral.source.slice(1, -1)}|[A-Za-z]|[${stems}])`)
const single = new RegExp(`(${reference.source.slice(1, -1)}|${/[东西南北中]/.source})`)
const ordinal = /第?/
const mark = /(单元|门|号|#)?/
const whole = (...parts: readonly RegExp[]) => new RegExp(`^${parts.map(({ source }) => source).join('')}$`)

const one = whole(ordinal, single, /#?/)
const named = whole(ordinal, single, /[号#]?(?:单元|门洞?|楼门|座|梯)/)
const span = whole(ordinal, reference, mark, /-/, ordinal, reference, mark)
const count = whole(/(一?共有?|总共有?|共计|合计|总计|有)?/, counted, /(?:\.0+)?(个|座)?(单元|门洞?|楼门|楼道)?/)
const none =
  /^(?:[无没]|没有|暂无|[无没]有?单元|不[分设]单元|未分单元|none|null|no|n\/?a|[-/\\×]+|[0零〇](?:个?(?:单元|门)?))$/i
/** 1 2: nobody can tell it from 12. */
const apart = /[\d一二三四五六七八九十]\s+[\d一二三四五六七八九十]/
/** ①②, which would become 12. */
const ringed = /[\u2460-\u24ff]{2}/
/** Between two in one breath: 1单元和2单元. */
const and = /以及|[和及与跟&]/
/** What is written of units and is the name of none. */
const vague: readonly RegExp[] = [
  /[?!。:=*~^]|\d[\s.]+\d|[-到至]|\d楼|^\d+[a-z]{2,}|^[无没]|^[是有否对]$/i,
  /[几约各每等个层户室房栋幢]|左右|大概|不详|不清|未知|不知|待[定查核补]|若干|多少|同上|同前|号楼/,
  /^单元|单元[楼数]|^[双多单独]单元|[一二三四五六七八九十]{2,}|^\d+$/,
  // 甲乙丙 may be three, 东西 two.
  /^(?:[甲乙丙丁戊己庚辛壬癸]{2,}|(?!(?:[东西][南北])(?:单元|门)?$)[东西南北中]{2,}|[A-D]{2,})(?:单元|门)?$/i,
]

const halfWidth = (typed: string) => withoutUnseen(typed).normalize('NFKC').trim()
const withoutBlanks = (text: string) => text.replace(/\s+/g, '')
const dashed = (text: string) => withoutBlanks(text).replace(/[\u2010-\u2015\u2212~〜至到-]+/g, '-')

/** 12 → 十二; below a hundred. */
const chinese = (number: number) => {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return [tens > 1 && figures.charAt(tens), tens > 0 && figureTen, ones > 0 && figures.charAt(ones)]
    .filter(Boolean)
    .join('')
}
const range = (from: number, to: number) =>
  to > from && to - from < mostUnits ? Array.from({ length: to - from + 1 }, (_, at) => from + at) : null

/** 1 to 4, 一 to 四, A to D, 甲 to 丁: as they are written; null for what is no span. */
function spanned(first: string, last: string): readonly string[] | null {
  if (/^\d+$/.test(first) && /^\d+$/.test(last)) return range(Number(first), Number(last))?.map(String) ?? null
  if (/^(?:[a-z]{2}|[A-Z]{2})$/.test(first + last))
    return range(first.charCodeAt(0), last.charCodeAt(0))?.map((code) => String.fromCharCode(code)) ?? null
  if (stems.includes(first) && stems.includes(last))
    return range(stems.indexOf(first), stems.indexOf(last))?.map((at) => stems.charAt(at)) ?? null
  if (/[\da-z]/i.test(first + last) || stems.includes(first) || stems.includes(last)) return null
  return range(numberOf(first), numberOf(last))?.map(chinese) ?? null
}

/** How many there are, where the cell says only that; null where it does not. */
function countIn(text: string): number | null {
  const [, all, number = '', measure, word] = count.exec(text) ?? []
  const isPair = /^[两俩]$/.test(number)
  // 3单元 is the third, 3个单元 are three.
  if (number === '' || (word !== undefined && !all && !measure && !isPair)) return null
  return isPair ? 2 : numberOf(number)
}

/** The units that one piece of a list names; null where that cannot be told. */
function namesIn(item: string, suffix: string): readonly string[] | null {
  const text = halfWidth(item)
  const joined = withoutBlanks(text)
  const [, bare] = one.exec(joined) ?? []
  if (apart.test(text)) return null
  if (bare !== undefined) return [`${bare}${suffix}`]
  if (named.test(joined)) return [joined.replace('#', '')]
  const [, first = '', , last = '', word = '#'] = span.exec(dashed(text)) ?? []
  if (first !== '') return spanned(first, last)?.map((ref) => `${ref}${word === '#' ? suffix : word}`) ?? null
  const parts = named.test(text.split(/\s+/)[0] ?? '') ? text.split(/\s+/) : joined.split(and)
  if (parts.length > 1 && parts.every((part) => one.test(part) || named.test(part)))
    return parts.flatMap((part) => namesIn(part, suffix) ?? [])
  const isName = /\p{L}/u.test(text) && vague.every((pattern) => !pattern.test(text))
  return isName && !/\s/.test(text.replace(/[a-z]\s+(?=[a-z\d])/gi, '')) ? [tidy(item)] : null
}

/**
 * The names of the units: a count (3, 3个单元), a span (1-3单元), or a list (甲,乙; 1-2、4). Empty where it says that there are
 * none, null where it cannot be told. One number alone is a count, so that a single second unit is written 2单元. Names that
 * are there already stay as they are.
 */
export function unitNames(typed: string, suffix: string, before: readonly string[] = []): readonly string[] | null {
  const isKnown = (item: string) => before.some((name) => plain(name) === plain(item))
  const items = itemsOf(typed, isKnown)
  if (items.length > 0 && items.every(isKnown)) return items.map(tidy)
  const text = halfWidth(typed)
  if (none.test(dashed(text))) return []
  if (ringed.test(typed)) return null
  const many = apart.test(text) ? null : countIn(withoutBlanks(text))
  if (many !== null) return many > mostUnits ? null : Array.from({ length: many }, (_, at) => `${at + 1}${suffix}`)
  const read = items.map((item) => (isKnown(item) ? [tidy(item)] : namesIn(item, suffix)))
  const names = read.flatMap((each) => each ?? [])
  const isShort = names.every((name) => [...name].length <= longest.label)
  return names.length > 0 && names.length <= mostUnits && isShort && !read.includes(null) ? names : null
}

/** A building as people call it by number: 3, 3号楼, 三栋, A座. */
const buildingWord = /(?:#?号?楼|号|栋|幢|座|#)?/
const building = whole(ordinal, /(?:[A-Za-z]?\d{1,4}|[一二三四五六七八九十]{1,3}|[A-Za-z])/, buildingWord)
const numberedBuilding = whole(ordinal, /[\d一二三四五六七八九十]{1,4}/, buildingWord)
/** In a list a name will do: 1号楼、甲楼. */
const buildingName = /.(?:楼|栋|幢|座)$/
const buildings = whole(ordinal, reference, buildingWord, /-/, ordinal, reference, buildingWord)
const lettered = /^([a-z])(\d{1,3})(?:号楼|栋|幢|座|楼|#)?-\1(\d{1,3})(?:号楼|栋|幢|座|楼|#)?$/i
const manyBuildings =
  /^(?:一?共|总共|合计)[\d一二三四五六七八九十两]|^[两俩几](?:个|栋|幢|座)|[\d一二三四五六七八九十]个|等$|^\d+栋楼$|\d\.\d/

const isBuilding = (part: string) => building.test(part) || buildingName.test(part)

/** Whether the name of one building means several: 1-5号楼, 1、2栋, 1号楼 2号楼, 共5栋. */
export function isSeveralBuildings(typed: string): boolean {
  const text = halfWidth(typed)
  const [, first = '', last = ''] = buildings.exec(dashed(text)) ?? []
  const [, , from = '', to = ''] = lettered.exec(dashed(text)) ?? []
  if (first !== '' ? spanned(first, last) !== null : from !== '' && spanned(from, to) !== null) return true
  const pieces = itemsOf(text, () => false).flatMap((item) => item.split(and))
  if (pieces.length > 1 && pieces.every((part) => isBuilding(withoutBlanks(part)) || isSeveralBuildings(part)))
    return true
  const apartOnes = text.split(/\s+/)
  const isRow = apartOnes.length > 1 && apartOnes.every((part) => numberedBuilding.test(part))
  return isRow || manyBuildings.test(withoutBlanks(text))
}
