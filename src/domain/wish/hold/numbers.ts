import { clauseAt, type Plain } from './plain'
import type { Finding, HeldCode } from './types'

// Numbers are read out of the words as written, however they are set: half-width or wide, spelt out, spread by blanks,
// dashes or commas. Times, dates and amounts are none.

const readings: readonly RegExp[] = [
  /[0０零〇○洞]/,
  /[1１一幺壹①❶]/,
  /[2２二两贰②❷]/,
  /[3３三叁③❸]/,
  /[4４四肆④❹]/,
  /[5５五伍⑤❺]/,
  /[6６六陆⑥❻]/,
  /[7７七拐柒⑦❼]/,
  /[8８八捌⑧❽]/,
  /[9９九勾玖⑨❾]/,
]
const spaces = /[\s\-\u2010-\u2015\u2212._·*#,，、/()（）~—]/
/** Signs that may stand between two digits of one number. */
const mostSpaces = 3

interface Run {
  readonly digits: string
  /** Where each digit stands in the words. */
  readonly at: readonly number[]
  /** Index in `digits` at which a group begins, that is, after a sign. */
  readonly groups: readonly number[]
  readonly from: number
  readonly to: number
}

const digitOf = (character: string): number => {
  const plain = character.normalize('NFKC')
  if (/^\d$/.test(plain)) return Number(plain)
  return readings.findIndex((reading) => reading.test(character))
}

/** Dates as figures ("2026-12-01", "20261201") become blanks of the same length, with a letter that ends a run. */
const withoutDates = (words: string) =>
  words.replace(
    /(?:19|20)\d{2}([-./]?)(?:0?[1-9]|1[0-2])\1(?:[12]\d|3[01]|0?[1-9])(?!\d)/g,
    (date: string, _sign: string, at: number) => (/\d$/.test(words.slice(0, at)) ? date : 'd'.repeat(date.length)),
  )

function runsOf(words: string): readonly Run[] {
  const runs: Run[] = []
  let digits = ''
  let at: number[] = []
  let groups: number[] = []
  let gap = 0
  let place = 0
  const close = () => {
    const last = at.at(-1)
    if (digits.length >= 4 && last !== undefined) runs.push({ digits, at, groups, from: at[0] ?? 0, to: last + 1 })
    digits = ''
    at = []
    groups = []
    gap = 0
  }
  for (const character of words) {
    const digit = digitOf(character)
    if (digit >= 0) {
      if (digits === '' || gap > 0) groups.push(digits.length)
      digits += String(digit)
      at.push(place)
      gap = 0
    } else if (digits !== '' && spaces.test(character) && gap < mostSpaces) gap++
    else close()
    place += character.length
  }
  close()
  return runs
}

const mobile = /1[3-9]\d{9}/
const contactWord =
  /(?:电话|手机|座机|号码|联系方式?|微信|薇信|威信|卫星|[vw]x|v信|qq|q|扣扣|企鹅|加v|找我|打我)[^，]{0,6}$/
const identityWord = /(?:身份证|证件|证号|学籍)[^，]{0,12}$/
const cardWord = /(?:卡号|账号|帐号|存折号?|银行卡|工资卡|社保卡|退休金卡|折号)[^，]{0,10}$/

/** The digits from `start` on make a whole number: they begin a group. */
const startsGroup = (run: Run, start: number) => run.groups.includes(start)

function mobileIn(run: Run): readonly [number, number] | null {
  for (const start of run.groups) {
    if (mobile.test(run.digits.slice(start, start + 11))) return [start, start + 11]
  }
  const found = /^(?:0086|86)(1[3-9]\d{9})$/.exec(run.digits)
  return found ? [0, run.digits.length] : null
}

/** Eight of a list ("1、2、3号楼") are no telephone. */
const isList = (run: Run) => run.groups.length > 4 && run.groups.length * 2 >= run.digits.length

function codeOf(run: Run, before: string, after: string): readonly [HeldCode, number, number] | null {
  const { digits } = run
  const all = [0, digits.length] as const
  const isIdentity = /^\d{17}$/.test(digits) && /^\s*x/i.test(after)
  const identity = /[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}\d?/.exec(digits)
  if (isIdentity || (identity && startsGroup(run, identity.index))) return ['id-number', ...all]
  if (identityWord.test(before) && digits.length >= 6) return ['id-number', ...all]
  const found = mobileIn(run)
  const isExact = found !== null && found[1] - found[0] === digits.length
  if (cardWord.test(before) && digits.length >= 6 && !isExact) return ['card-number', ...all]
  if (
    digits.length >= 16 &&
    digits.length <= 19 &&
    !run.groups.some((at) => at > 0 && found?.[0] === at && run.groups.length === 2)
  )
    return ['card-number', ...all]
  if (found) return ['phone', ...found]
  if (isList(run)) return null
  if (/^0(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}$/.test(digits) || /^[48]00\d{7}$/.test(digits)) return ['phone', ...all]
  if (digits.length >= 7 && (run.groups.length === 1 || contactWord.test(before))) return ['phone', ...all]
  return null
}

/** Numbers that lead to somebody: telephones, identity cards, bank cards. Indexes are those of the words as written. */
export function numbersIn(words: string): readonly Finding[] {
  const plainWords = withoutDates(words)
  return runsOf(plainWords).flatMap((run) => {
    const before = plainWords.slice(Math.max(0, run.from - 16), run.from).toLowerCase()
    const found = codeOf(run, before, plainWords.slice(run.to, run.to + 3))
    if (!found) return []
    const [code, start, end] = found
    const from = run.at[start] ?? run.from
    const to = (run.at[end - 1] ?? run.to - 1) + 1
    return [{ code, matterId: null, from, to, isWholeClause: false }]
  })
}

/** 7-2-601: building, unit and room. */
const dashedRoom = /(?:^|[^\d-])(\d{1,2}\s*[-\u2010-\u2015]\s*\d{1,2}\s*[-\u2010-\u2015]\s*\d{3,4})(?![\d-])/

export function dashedRoomIn(words: string): Finding | null {
  const found = dashedRoom.exec(words)
  if (!found?.[1]) return null
  const to = found.index + found[0].length
  return { code: 'address-or-key', matterId: null, from: to - found[1].length, to, isWholeClause: false }
}

const aim = /电话|手机|号码|联系我|找我|微信/
/** A number in pieces, with words between: "电话前面是139，中间1234，后面5678". Indexes are those of the plain form. */
export function brokenNumberIn({ text }: Plain): Finding | null {
  const from = text.search(aim)
  if (from < 0) return null
  const piece = text.slice(from, from + 36)
  if (/[点年月岁楼元块斤]/.test(piece) || !/前面|中间|后面|开头|尾号|然后|再/.test(piece)) return null
  const count = [...piece].filter((character) => digitOf(character) >= 0).length
  if (count < 7) return null
  const to = Math.min(text.length, from + piece.length)
  return { code: 'phone', matterId: null, from, to, isWholeClause: clauseAt(text, from).length > 0 }
}
