/** Half-width, lower case, simplified punctuation gone: what is left is compared by characters. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Script=Han}a-z0-9]+/gu, '')
}

/** Runs of one, two and three characters, each once. */
export function grams(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  const characters = [...text]
  for (let size = 1; size <= 3; size++) {
    for (let at = 0; at + size <= characters.length; at++) found.add(characters.slice(at, at + size).join(''))
  }
  return found
}
