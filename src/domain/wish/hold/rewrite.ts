import type { Finding, HeldCode } from './types'

/** What can be left out so that a card stays. */
const leavable: ReadonlySet<HeldCode> = new Set([
  'phone',
  'id-number',
  'card-number',
  'address-or-key',
  'name',
  'illness',
])

const clause = /[^，。！？；,!?;\n]*[，。！？；,!?;\n]?/g
const edge = /^[，。！？；、：,!?;:\s]+|[，、：；,:;\s]+$/g
/** What only led to a number, before it and after it. */
const lead =
  /(?:请|可以|可|有需要的?|需要的?|有空的?|有事|随时|白天|就|也)*(?:打|拨打?|加|联系|找|留|记)?(?:一下)?(?:我|俺|我家|家里|我儿子|我女儿|我妈|本人|老伴)?(?:的)?(?:手机|电话|座机|微信|薇信|联系|身份证|证件|卡|银行卡|工资卡|社保卡|存折|邮箱)*(?:号码|号|方式)?(?:后[四六]位)?(?:上)?(?:就)?(?:是|为)?[：:\s]*$/
const trail = /^(?:x|找我|联系我|随时打|打给我|，?密码G{0,10})/i
/** A card says what is wished for or offered. */
const wishful = /[想要愿帮陪找教学送借修会能盼缺坏谁]|希望|可以|需要|求助|麻烦|免费/
const fewest = 4
const letters = (text: string) => (text.match(/[\p{L}\p{N}]/gu) ?? []).length

/** Of a clause that named somebody less may stay: "我妈". */
const fewestBesideName = 2

/** The words without the range and what led to it. */
function withoutRange(words: string, { code, from, to, instead = '' }: Finding): string {
  if (code === 'name') return words.slice(0, from) + instead + words.slice(to)
  const before = words.slice(0, from).replace(lead, '')
  const after = words.slice(to).replace(trail, '')
  return before + after
}

interface Piece {
  readonly from: number
  readonly text: string
}

function piecesOf(words: string): readonly Piece[] {
  const pieces: Piece[] = []
  for (const match of words.matchAll(clause)) {
    if (match[0] !== '') pieces.push({ from: match.index, text: match[0] })
  }
  return pieces
}

/** What only goes with what is left out: "随时打" after a number, "就我一个人在家" beside a room. */
const companions: Partial<Record<HeldCode, RegExp>> = {
  phone:
    /^(?:随时|有事|请|可以|都可以|白天|也可)*(?:打|联系|找我|打给我|联系我|加我|来电|呼我)?(?:都在|都行)?[，。！]?$/,
  'address-or-key': /一个.{0,6}在家|独居|没人|不在家/,
}

/** A clause with its findings left out; the whole clause where it would say nothing any more. */
function mended({ from, text }: Piece, findings: readonly Finding[]): string {
  const inside = findings.filter((finding) => finding.from < from + text.length && finding.to > from)
  if (findings.some(({ code }) => companions[code]?.test(text))) return ''
  if (inside.length === 0) return text
  if (inside.some(({ isWholeClause }) => isWholeClause)) return ''
  // From the end to the start, so that the indexes before stay true.
  const rest = apart(inside)
    .map((finding) => ({ ...finding, from: Math.max(0, finding.from - from), to: finding.to - from }))
    .sort((a, b) => b.from - a.from)
    .reduce(withoutRange, text)
  const named = inside.every(({ code }) => code === 'name')
  const says = inside.every(({ code }) => code === 'address-or-key' || code === 'name') || wishful.test(rest)
  return says && letters(rest) >= (named ? fewestBesideName : fewest) ? rest : ''
}

/** A name that is found in two ways is left out once, with all that either takes. */
const apart = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(
    (one, at) =>
      one.code !== 'name' ||
      !findings.some(
        (other, place) =>
          other.code === 'name' &&
          other.from <= one.from &&
          other.to >= one.to &&
          (place < at || other.to - other.from > one.to - one.from),
      ),
  )

/** The card without what was found in it; null where something must not be asked at all, or no card is left. */
export function rewritten(words: string, findings: readonly Finding[]): string | null {
  if (findings.some(({ code }) => !leavable.has(code))) return null
  const rest = piecesOf(words)
    .map((piece) => mended(piece, findings))
    .join('')
    .replace(edge, '')
    .replace(edge, '')
  if (letters(rest) < fewest || !wishful.test(rest)) return null
  return rest
}
