/*
 * As much of Protocol Buffers as the open API needs: messages of varints, texts and bytes.
 * https://protobuf.dev/programming-guides/encoding/
 */

export interface Field {
  readonly number: number
  readonly value: bigint | Buffer
}

const varint = 0
const lengthDelimited = 2

/** The fields of a message, in their order. Throws on what is no such message. */
export function readFields(message: Buffer): Field[] {
  const fields: Field[] = []
  const at = { index: 0 }
  while (at.index < message.length) {
    const tag = Number(readVarint(message, at))
    const number = tag >>> 3
    switch (tag & 7) {
      case varint:
        fields.push({ number, value: readVarint(message, at) })
        break
      case lengthDelimited:
        fields.push({ number, value: readBytes(message, at) })
        break
      default:
        throw new RangeError('not a message of varints and bytes')
    }
  }
  return fields
}

/** A message. Numbers are varints; a negative one is written as 64 bits, as protobuf's int32 is. */
export function writeFields(fields: readonly { number: number; value: number | string | Buffer }[]): Buffer {
  const parts = fields.flatMap(({ number, value }) => {
    if (typeof value === 'number') return [writeVarint((number << 3) | varint), writeVarint(value)]
    const bytes = Buffer.from(value as string)
    return [writeVarint((number << 3) | lengthDelimited), writeVarint(bytes.length), bytes]
  })
  return Buffer.concat(parts)
}

function readVarint(message: Buffer, at: { index: number }): bigint {
  let value = 0n
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const byte = message[at.index++]
    if (byte === undefined) break
    value |= BigInt(byte & 0x7f) << shift
    if ((byte & 0x80) === 0) return BigInt.asUintN(64, value)
  }
  throw new RangeError('a number does not end')
}

function readBytes(message: Buffer, at: { index: number }): Buffer {
  const length = Number(readVarint(message, at))
  const end = at.index + length
  if (end > message.length) throw new RangeError('a field is longer than its message')
  const bytes = message.subarray(at.index, end)
  at.index = end
  return bytes
}

function writeVarint(number: number): Buffer {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, BigInt(number))
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80)
  bytes.push(Number(rest))
  return Buffer.from(bytes)
}
