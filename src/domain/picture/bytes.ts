/** Half-open: from `start` up to, not including, `end`. Bytes. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** A part of the picture as it is, or one made anew. */
export type Piece = Range | Uint8Array

/** Why a picture was not taken. `broken`: it begins as one and then breaks its format, or is cut short. */
export interface PictureRefusal {
  readonly refused: 'not-a-picture' | 'broken'
}

/** Big-endian, as JPEG and PNG are. NaN outside of the bytes, so that every comparison with it fails. */
export const uint16 = (bytes: Uint8Array, at: number): number =>
  at + 2 <= bytes.length ? ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0) : NaN

export const uint32 = (bytes: Uint8Array, at: number): number => uint16(bytes, at) * 65_536 + uint16(bytes, at + 2)

/** Whether exactly these bytes stand there. */
export const standsAt = (bytes: Uint8Array, at: number, expected: readonly number[]): boolean =>
  expected.every((byte, i) => bytes[at + i] === byte)

/** The character codes of a plain word: there is no TextEncoder in a mini program. */
export const codes = (word: string): readonly number[] => [...word].map((letter) => letter.charCodeAt(0))

/** Adds a part that is kept as it is; what follows at once grows the one before, so that many parts stay few. */
export function keep(pieces: Piece[], range: Range): void {
  const last = pieces[pieces.length - 1]
  if (last && !(last instanceof Uint8Array) && last.end === range.start) {
    pieces[pieces.length - 1] = { start: last.start, end: range.end }
  } else pieces.push(range)
}

/** One after another in new memory. */
export function joined(bytes: Uint8Array, pieces: readonly Piece[]): Uint8Array {
  const lengths = pieces.map((piece) => (piece instanceof Uint8Array ? piece.length : piece.end - piece.start))
  const whole = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0))
  let at = 0
  pieces.forEach((piece, i) => {
    whole.set(piece instanceof Uint8Array ? piece : bytes.subarray(piece.start, piece.end), at)
    at += lengths[i] ?? 0
  })
  return whole
}
