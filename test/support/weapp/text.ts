/** The length of a text in bytes, as WeChat counts what crosses; jsdom has no TextEncoder. */
export function utf8Length(text: string): number {
  let bytes = 0
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}

/** A value of a template as text; what is no text, number or switch has none. */
export const plainText = (value: unknown, otherwise = ''): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : otherwise

/** What was thrown, with where it was; an error of another realm is no Error of ours. */
export const thrownText = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'stack' in error ? String(error.stack) : String(error)
