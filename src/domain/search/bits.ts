/** Numbers written as bits, and bits as text: a learnt table is small enough for a phone only like this. */

/** The 91 signs that can stand in JSON as they are; two of them tell 8281 numbers apart, which is 13 bits and a little. */
const alphabet = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at))
  .filter((sign) => !['"', '\\', '~'].includes(sign))
  .join('')
const bitsPerWord = 13

export interface BitReader {
  /** A number of so many bits, thirteen at most. */
  readonly read: (bits: number) => number
  /** A number that is mostly small (Golomb–Rice): how often 2^bits goes into it in ones, and the rest. */
  readonly readSmall: (bits: number) => number
}

export function bitReader(text: string): BitReader {
  const values = new Uint8Array(128)
  ;[...alphabet].forEach((sign, value) => (values[sign.charCodeAt(0)] = value))
  let place = 0
  let held = 0
  let holds = 0
  const read = (bits: number) => {
    // Never more than 2 × 13 bits are held, so they stay a small whole number. Beyond the end there are noughts.
    while (holds < bits) {
      const first = values[text.charCodeAt(place) & 127] ?? 0
      const second = values[text.charCodeAt(place + 1) & 127] ?? 0
      held = (held << bitsPerWord) | (place < text.length ? first * alphabet.length + second : 0)
      holds += bitsPerWord
      place += 2
    }
    holds -= bits
    const value = held >>> holds
    held &= (1 << holds) - 1
    return value
  }
  const readSmall = (bits: number) => {
    let times = 0
    while (read(1) === 1) times++
    return (times << bits) | read(bits)
  }
  return { read, readSmall }
}

export interface BitWriter {
  readonly write: (value: number, bits: number) => void
  readonly writeSmall: (value: number, bits: number) => void
  readonly text: () => string
}

export function bitWriter(): BitWriter {
  const written: number[] = []
  const write = (value: number, bits: number) => {
    for (let left = bits - 1; left >= 0; left--) written.push((value >> left) & 1)
  }
  const writeSmall = (value: number, bits: number) => {
    for (let times = value >> bits; times > 0; times--) written.push(1)
    written.push(0)
    write(value & ((1 << bits) - 1), bits)
  }
  const text = () => {
    let signs = ''
    for (let at = 0; at < written.length; at += bitsPerWord) {
      let value = 0
      for (let bit = 0; bit < bitsPerWord; bit++) value = (value << 1) | (written[at + bit] ?? 0)
      signs += `${alphabet[Math.floor(value / alphabet.length)] ?? ''}${alphabet[value % alphabet.length] ?? ''}`
    }
    return signs
  }
  return { write, writeSmall, text }
}
