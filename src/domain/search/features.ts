/**
 * What a text is recognised by, each as a number: its characters, two sounds that stand together (so that 下水到 is
 * heard as 下水道), and the two characters with which it starts and ends.
 */

/** Character → the number of its syllable, sounds that are often taken for one another being one. */
export type Sounds = ReadonlyMap<string, number>

/** Syllables are numbered from beyond the last character, so that none is taken for one. */
const firstSyllable = 0x110000

/** Syllables are separated by a comma; each is written as the characters that are read so. */
export function readSounds(table: string): Sounds {
  const sounds = new Map<string, number>()
  table.split(',').forEach((characters, syllable) => {
    for (const character of characters) sounds.set(character, firstSyllable + syllable)
  })
  return sounds
}

/** Kinds of features: the same characters say different things as different kinds. */
const kind = { one: 1, soundPair: 4, start: 5, end: 6 } as const

/** As many bits of a feature's number are kept: two features are rarely one. */
export const featureBits = 21

/** A whole number for a feature; the multipliers are those of MurmurHash 3 and xxHash. */
function numberOf(of: number, first: number, second: number): number {
  let mixed = Math.imul(of, 0x9e3779b1)
  mixed = Math.imul(mixed ^ first, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed ^ second, 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x27d4eb2f)
  return (mixed ^ (mixed >>> 15)) >>> (32 - featureBits)
}

/** What stands beyond the end of a run. */
const nothing = 0

/** The features of a text, each once. */
export function featuresOf(runs: readonly string[], sounds: Sounds): ReadonlySet<number> {
  const features = new Set<number>()
  for (const run of runs) {
    const characters = [...run]
    const codes = characters.map((character) => character.codePointAt(0) ?? nothing)
    const heard = characters.map((character, at) => sounds.get(character) ?? codes[at] ?? nothing)
    const add = (of: number, from: readonly number[], first: number, second: number) =>
      features.add(numberOf(of, from[first] ?? nothing, from[second] ?? nothing))
    const last = codes.length - 1
    codes.forEach((_, at) => {
      add(kind.one, codes, at, -1)
      if (at < last) add(kind.soundPair, heard, at, at + 1)
    })
    add(kind.start, codes, 0, 1)
    add(kind.end, codes, last, last - 1)
  }
  return features
}
