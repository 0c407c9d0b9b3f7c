/**
 * What `pack` of this folder has packed, on the phone. The text is what deflate (RFC 1951) made of the signs of a JSON,
 * thirteen bits in two of 91 characters; `signs` are the signs, the frequent ones first.
 */
export function unpack(text: string, signs: string): unknown {
  const numbers = inflate(bytesOf(text))
  let json = ''
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] ?? 0
    json += signs[number < oneByte ? number : (number - oneByte + 1) * oneByte + (numbers[++at] ?? 0)]
  }
  return JSON.parse(json)
}

/** So many signs are one byte; for the others there is a first byte above it and a second one below. */
export const oneByte = 224

/** Characters that stand in JavaScript and in JSON as themselves. */
export const alphabet = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at))
  .filter((sign) => !['"', '\\', '~'].includes(sign))
  .join('')
export const bitsOfPair = 13

function bytesOf(text: string): Uint8Array {
  const values = new Uint8Array(128)
  ;[...alphabet].forEach((sign, value) => (values[sign.charCodeAt(0)] = value))
  const bytes = new Uint8Array((text.length * bitsOfPair) >> 4)
  let held = 0
  let holds = 0
  let filled = 0
  for (let at = 0; at < text.length; at += 2) {
    held |= ((values[text.charCodeAt(at)] ?? 0) * alphabet.length + (values[text.charCodeAt(at + 1)] ?? 0)) << holds
    for (holds += bitsOfPair; holds >= 8; holds -= 8, held >>= 8) bytes[filled++] = held
  }
  return bytes
}

/** Lengths and distances that begin at so much, and how many more bits say by how much more (RFC 1951, 3.2.5). */
const lengths = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
]
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
const distanceBits = Array.from({ length: 30 }, (_, at) => Math.max(0, (at >> 1) - 1))
const distances = distanceBits.map((bits, at) => (at < 2 ? at : (2 | (at & 1)) << bits) + 1)
const codeOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
/** No code is longer, in bits. */
const longest = 15
/** The sign after which a block ends; those above it are lengths. */
const end = 256
/** The kind of block that brings its codes along. */
const ownCodes = 2

/** Blocks of deflate with Huffman codes of their own, which is what `pack` makes. */
function inflate(bytes: Uint8Array): number[] {
  const bits = bitsFrom(bytes)
  const out: number[] = []
  for (let isLast = 0; !isLast;) {
    isLast = bits.read(1)
    if (bits.read(2) !== ownCodes) throw new Error('This block has no codes of its own')
    const [signs, distanceCodes] = readTables(bits)
    for (let sign = bits.decode(signs); sign !== end; sign = bits.decode(signs)) {
      if (sign < end) out.push(sign)
      else {
        const at = sign - end - 1
        const length = (lengths[at] ?? 0) + bits.read(lengthBits[at] ?? 0)
        const code = bits.decode(distanceCodes)
        const from = out.length - (distances[code] ?? 0) - bits.read(distanceBits[code] ?? 0)
        for (let copied = from; copied < from + length; copied++) out.push(out[copied] ?? 0)
      }
    }
  }
  return out
}

type Bits = ReturnType<typeof bitsFrom>

function bitsFrom(bytes: Uint8Array) {
  let place = 0
  let held = 0
  let holds = 0
  const fill = (bits: number) => {
    for (; holds < bits; holds += 8) held |= (bytes[place++] ?? 0) << holds
  }
  const take = (bits: number) => {
    const value = held & ((1 << bits) - 1)
    held >>>= bits
    holds -= bits
    return value
  }
  return {
    read: (bits: number) => {
      fill(bits)
      return take(bits)
    },
    decode: (table: Uint16Array) => {
      fill(longest)
      const entry = table[held & (table.length - 1)] ?? 0
      take(entry & 15)
      return entry >> 4
    },
  }
}

/** The codes of a block: how many bits each has is written in codes, too (RFC 1951, 3.2.7). */
function readTables(bits: Bits): readonly [signs: Uint16Array, distances: Uint16Array] {
  const signs = end + 1 + bits.read(5)
  const all = signs + 1 + bits.read(5)
  const ofWidths = new Array<number>(codeOrder.length).fill(0)
  for (let left = 4 + bits.read(4), at = 0; at < left; at++) ofWidths[codeOrder[at] ?? 0] = bits.read(3)
  const table = tableOf(ofWidths)
  const widths: number[] = []
  while (widths.length < all) {
    const width = bits.decode(table)
    if (width <= longest) widths.push(width)
    else if (width === 16) repeat(widths, widths[widths.length - 1] ?? 0, 3 + bits.read(2))
    else repeat(widths, 0, width === 17 ? 3 + bits.read(3) : 11 + bits.read(7))
  }
  return [tableOf(widths.slice(0, signs)), tableOf(widths.slice(signs))]
}

function repeat(widths: number[], width: number, times: number): void {
  for (let left = times; left > 0; left--) widths.push(width)
}

/** For all bits that may come, as many as the longest code has: which sign they begin with, and how many are its own. */
function tableOf(widths: readonly number[]): Uint16Array {
  const most = Math.max(...widths)
  const table = new Uint16Array(1 << most)
  let code = 0
  for (let width = 1; width <= most; width++) {
    widths.forEach((own, sign) => {
      if (own !== width) return
      let turned = 0
      for (let bit = 0; bit < width; bit++) turned |= ((code >> bit) & 1) << (width - 1 - bit)
      for (let at = turned; at < table.length; at += 1 << width) table[at] = (sign << 4) | width
      code++
    })
    code <<= 1
  }
  return table
}
