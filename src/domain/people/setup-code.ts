/** Crockford's letters: no I, L, O, U, so that nothing looks like something else on paper. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const bitsEach = 5
const group = 4

/** How many bytes a set-up code carries: 120 bits, which fill 24 letters exactly. */
export const setupCodeBytes = 15
const length = (setupCodeBytes * 8) / bitsEach

/** A code as it is printed: "7K2M-XQ9R-…", six groups of four. */
export const formatSetupCode = (bytes: Uint8Array): string =>
  (base32(bytes).match(new RegExp(`.{1,${group}}`, 'g')) ?? []).join('-')

/**
 * What somebody typed or read out, as bytes; null where it is no such code. Small letters, blanks, dashes and
 * full-width letters do not matter; O is read as 0, I and L as 1.
 */
export function parseSetupCode(typed: string): Uint8Array | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-\u2010-\u2015\u2212]/g, '')
  const values = [...plain.replace(/O/g, '0').replace(/[IL]/g, '1')].map((letter) => letters.indexOf(letter))
  return values.length === length && values.every((value) => value >= 0) ? packed(values) : null
}

/** Bytes as Crockford's base32, small letters: for ids. */
export const idFrom = (bytes: Uint8Array): string => base32(bytes).toLowerCase()

function base32(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= bitsEach) {
      bits -= bitsEach
      text += letters[(held >> bits) & 31]
    }
    held &= (1 << bits) - 1
  }
  return bits > 0 ? text + letters[(held << (bitsEach - bits)) & 31] : text
}

function packed(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(setupCodeBytes)
  let held = 0
  let bits = 0
  let at = 0
  for (const value of values) {
    held = (held << bitsEach) | value
    bits += bitsEach
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = (held >> bits) & 255
    held &= (1 << bits) - 1
  }
  return bytes
}
