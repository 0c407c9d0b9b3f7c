import { withoutUnseen } from './unseen'

/** What a typed number is: as it is kept, or why it is none. */
export type TypedNumber =
  | { readonly number: string }
  | { readonly unclear: 'phone-unclear' | 'phone-no-area-code' }
  /** Excel took it for a number and dropped its first zero; so it was meant. */
  | { readonly lostZero: string }

const mobile = /^1[3-9]\d{9}$/
/** 400 and 800: written in groups of three, three and four. */
const service = /^([48]00)(\d{3})(\d{4})$/
/** 110, 12345, 10086, 116114, 95598, 96777: dialled as they are. */
const short = /^(?:1[12]\d|1[0-2]\d{3}|11[68]\d{3}|95\d{3,6}|96\d{3,6})$/
/** 010 and 02x have numbers of eight digits, the others have area codes of four and numbers of seven or eight. */
const landline = /^(010|02\d)([2-9]\d{7})$|^(0[3-9]\d{2})([2-9]\d{6,7})$/
const bareLandline = /^[2-9]\d{6,7}$/
/** 转8012, 分机8012, ext.8012, x8012, -8012 or # at the end. */
const extension = /(?:转接?|分机号?|总机转|ext\.?|x|#|,)[:.]?(\d{1,6})$/i
const dashExtension = /^(\(?0\d{2,3}\)?-?[2-9]\d{6,7}|[48]00-?\d{3}-?\d{4}|[48]00-?\d{4}-?\d{3})-(\d{1,6})$/

const withoutMarks = (text: string) => text.replace(/[().\-·]/g, '')

/** With +86 an area code loses its zero. */
function nationalOf(digits: string): string {
  const national = /^(?:\+|00)86(\d+)$/.exec(digits)?.[1] ?? /^86(1\d{10})$/.exec(digits)?.[1]
  if (national === undefined) return digits
  return mobile.test(national) || service.test(national) || national.startsWith('0') ? national : `0${national}`
}

function grouped(digits: string): string | null {
  if (mobile.test(digits) || short.test(digits)) return digits
  const [, first, second, third] = service.exec(digits) ?? []
  if (first !== undefined) return `${first}-${second}-${third}`
  const [, near, nearNumber, far, farNumber] = landline.exec(digits) ?? []
  const area = near ?? far
  return area === undefined ? null : `${area}-${nearNumber ?? farNumber ?? ''}`
}

/**
 * The number of an office as people type it → as it is kept and shown: 13800138000, 0371-68001234, 0371-68001234-8012,
 * 400-800-1234, 95598. A landline needs its area code: who calls from a mobile reaches nobody without it.
 */
export function officeNumber(typed: string): TypedNumber {
  const text = withoutUnseen(typed)
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[\u2010-\u2015\u2212~]/g, '-')
  const [, before, dashed] = dashExtension.exec(text) ?? []
  const spoken = extension.exec(text)
  const inner = dashed ?? spoken?.[1] ?? null
  const main = before ?? (spoken ? text.slice(0, spoken.index) : text)
  const digits = withoutMarks(main)
  const number = grouped(nationalOf(digits))
  const meant = number === null && inner === null ? grouped(`0${digits}`) : null
  if (meant !== null) return { lostZero: meant }
  if (number === null) return { unclear: bareLandline.test(digits) ? 'phone-no-area-code' : 'phone-unclear' }
  if (inner === null) return { number }
  // A mobile and a short number have nothing behind them.
  return /-/.test(number) ? { number: `${number}-${inner}` } : { unclear: 'phone-unclear' }
}
