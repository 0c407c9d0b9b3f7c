/** A number of 64 bits as its two halves, each an unsigned one of 32: old phones have no BigInt. */
interface Halves {
  readonly high: number
  readonly low: number
}

/** Where FNV-1a begins, and its prime for 64 bits, which is 2^40 + `primeLow`. */
const startHigh = 0xcbf29ce4
const startLow = 0x84222325
const primeLow = 0x1b3
const all32 = 2 ** 32

/** FNV-1a of 64 bits: Fowler, Noll, Vo. Of characters beyond Latin-1 both bytes of UTF-16 count. */
function hashOf(text: string): Halves {
  let high = startHigh
  let low = startLow
  const take = (byte: number) => {
    const mixed = (low ^ byte) >>> 0
    const product = mixed * primeLow
    // Multiplied by 2^40, the low half lands eight bits up in the high one.
    high = (high * primeLow + Math.floor(product / all32) + ((mixed << 8) >>> 0)) % all32
    low = product % all32
  }
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    take(unit & 0xff)
    if (unit > 0xff) take(unit >>> 8)
  }
  return { high, low }
}

/** 16 hexadecimal digits. */
export function fnv64(text: string): string {
  const { high, low } = hashOf(text)
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('')
}

/** Without i, l, o and u, which are misread and make words (Crockford). */
const signs = '0123456789abcdefghjkmnpqrstvwxyz'

/** Signs of five bits each, from the top; the number has to be below 2^53, so that a double holds it. */
const written = (number: number, length: number): string =>
  Array.from({ length }, (_, at) => signs[Math.floor(number / 32 ** (length - 1 - at)) % 32]).join('')

/** 13 signs of base 32 for the whole hash. */
export function hash64(text: string): string {
  const { high, low } = hashOf(text)
  // 64 bits are 13 signs of five with one bit to spare: 6 signs of the upper 30, 7 of the 34 that are left.
  return written(Math.floor(high / 4), 6) + written((high % 4) * all32 + low, 7)
}

/** 7 signs, of both halves laid over each other. */
export function hash32(text: string): string {
  const { high, low } = hashOf(text)
  return written((high ^ low) >>> 0, 7)
}
