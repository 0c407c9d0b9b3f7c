import { deflateRawSync } from 'node:zlib'
import { alphabet, bitsOfPair, oneByte, unpack } from './unpack'

export interface Packed {
  readonly text: string
  readonly signs: string
}

/** A JSON value as a text of about a quarter of its bytes. Throws where `unpack` would not give it back. */
export function pack(value: unknown): Packed {
  const json = JSON.stringify(value)
  const signs = byFrequency(json)
  const text = textOf(deflateRawSync(bytesOf(json, signs), { level: 9, memLevel: 9 }))
  // What is short, deflate writes with ready-made codes or not at all smaller: `unpack` knows neither and says so.
  if (JSON.stringify(unpack(text, signs.join(''))) !== json) throw new Error('What was packed cannot be unpacked')
  return { text, signs: signs.join('') }
}

// Everything below counts in UTF-16 units, as a string's index does.

function byFrequency(json: string): string[] {
  const counts = new Map<string, number>()
  for (const sign of json.split('')) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one).map(([sign]) => sign)
}

function bytesOf(json: string, signs: readonly string[]): Buffer {
  const most = oneByte * (257 - oneByte)
  if (signs.length > most) throw new Error(`More than ${most} different signs cannot be packed`)
  const numberOf = new Map(signs.map((sign, number) => [sign, number]))
  const bytes = json.split('').flatMap((sign) => {
    const number = numberOf.get(sign) ?? 0
    return number < oneByte ? [number] : [oneByte + Math.floor(number / oneByte) - 1, number % oneByte]
  })
  return Buffer.from(bytes)
}

function textOf(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let holds = 0
  const write = () => {
    const value = held & ((1 << bitsOfPair) - 1)
    text += `${alphabet[Math.floor(value / alphabet.length)] ?? ''}${alphabet[value % alphabet.length] ?? ''}`
    held >>= bitsOfPair
    holds -= bitsOfPair
  }
  for (const byte of bytes) {
    held |= byte << holds
    holds += 8
    if (holds >= bitsOfPair) write()
  }
  if (holds > 0) write()
  return text
}
