import { pinyin } from 'pinyin-pro'

/** The characters of GB 2312's first level (0xB0A1 … 0xD7F9), which people know, and those that the sayings need. */
const firstRow = 0xb0
const lastRow = 0xd7
const firstCell = 0xa1
const lastCell = 0xfe

function commonCharacters(): readonly string[] {
  const decoder = new TextDecoder('gb2312')
  const found: string[] = []
  for (let row = firstRow; row <= lastRow; row++)
    for (let cell = firstCell; cell <= lastCell; cell++) found.push(decoder.decode(Uint8Array.of(row, cell)))
  return found
}

/** What the ear, or a southern tongue, does not tell apart is one sound: zh/z, n/l, hu/f, -ng/-n. */
export function roughly(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=.)/, 'l')
    .replace(/^hu(?=[aeio])/, 'f')
    .replace(/^fu$/, 'hu')
    .replace(/([aei])ng$/, '$1n')
}

/** Syllables separated by commas, each as the characters that are read so, the first reading where there are more. */
export function soundsOf(texts: readonly string[]): string {
  const characters = new Set([...commonCharacters(), ...texts.flatMap((text) => [...text])])
  const bySound = new Map<string, string>()
  for (const character of [...characters].sort()) {
    if (!/^\p{Script=Han}$/u.test(character)) continue
    const sound = roughly(pinyin(character, { toneType: 'none', type: 'array' })[0] ?? character)
    bySound.set(sound, `${bySound.get(sound) ?? ''}${character}`)
  }
  return [...bySound]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, same]) => same)
    .join(',')
}
