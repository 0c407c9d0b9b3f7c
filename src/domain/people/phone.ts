import { withoutUnseen } from '../directory/unseen'

const mobile = /^1[3-9]\d{9}$/
/** 010 and 02x have three digits and numbers of eight; the others have four, and numbers of seven or eight. */
const landline = /^(0(?:10|2\d)(?=[2-9]\d{7}$)|0[3-9]\d{2}(?=[2-9]\d{6,7}$))(\d+)$/

/**
 * A number of China as people type it, as digits: "138 0013-8000", "+86 138…", "（0371）6800 1234", full-width digits,
 * and what nobody sees round a number that was copied.
 * A landline needs its area code. Null where it is no such number, has an extension, or has other words beside it.
 */
export function normalisePhone(typed: string): string | null {
  const plain = withoutUnseen(typed)
    .normalize('NFKC')
    .replace(/[\s().\-\u2010-\u2015\u2212\u00b7]/g, '')
  const abroad = /^(?:\+|00)86(\d+)$/.exec(plain) ?? /^86(1\d{10})$/.exec(plain)
  // With the country's code an area code loses its zero.
  const digits = abroad?.[1] ? withZero(abroad[1]) : plain
  return mobile.test(digits) || landline.test(digits) ? digits : null
}

const withZero = (national: string) => (mobile.test(national) || national.startsWith('0') ? national : `0${national}`)

/**
 * A number as it may be shown to its owner and to whoever has to recognise it: 138****8000, 0371****234. What is no
 * number in the normal form is hidden whole.
 */
export function maskPhone(phone: string): string {
  if (mobile.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(-4)}`
  const area = landline.exec(phone)?.[1]
  return area === undefined ? '****' : `${area}****${phone.slice(-3)}`
}
