/** What stays of a text when it is compared: runs of characters that were said in one breath. */

/** Figures say little by themselves: every number becomes one sign. */
const figure = '0'
/** Latin words stand by themselves, whether or not somebody put a space beside them. */
const runPattern = /[a-z]+|[\p{Script=Han}0]+/gu

/** Half-width, lower case, without what is said to be polite; what stands between marks is a run of its own. */
export function runsOf(text: string, fillers: RegExp | null): readonly string[] {
  const plain = text.normalize('NFKC').toLowerCase()
  const bare = fillers ? plain.replaceAll(fillers, ' ') : plain
  return bare.replace(/[0-9]+/g, figure).match(runPattern) ?? []
}

/** A pattern that finds any of the words; null where there are none. The longest goes first: 谢谢您 before 谢谢. */
export function anyOf(words: readonly string[]): RegExp | null {
  if (words.length === 0) return null
  return new RegExp([...words].sort((a, b) => b.length - a.length).join('|'), 'g')
}

/** What one looks at in a long text: a piece of it of about this many characters, every so many characters. */
const windowSize = 10
const windowStep = 5
/** Fewer characters than these say too little to be heard alone. */
const leastPiece = 3
/** Nobody waits for the rest of a text that is longer than any story. */
const mostPieces = 40

function windowsOf(run: string): readonly string[] {
  const characters = [...run]
  if (characters.length <= windowSize + leastPiece) return [run]
  const starts = Math.ceil((characters.length - windowStep) / windowStep)
  return Array.from({ length: starts }, (_, at) =>
    characters.slice(at * windowStep, at * windowStep + windowSize).join(''),
  )
}

/** The pieces of a text, each to be heard alone: a matter in a long story is not drowned by what stands beside it. */
export function piecesOf(runs: readonly string[]): readonly string[] {
  return runs
    .filter((run) => run.length >= leastPiece)
    .flatMap(windowsOf)
    .slice(0, mostPieces)
}

/** Without what is denied, where the next run says what is so instead. */
export function affirmed(
  runs: readonly string[],
  { denials, turns }: { readonly denials: readonly string[]; readonly turns: readonly string[] },
): readonly string[] {
  const starts = (run: string | undefined, words: readonly string[]) => words.some((word) => run?.startsWith(word))
  return runs.filter((run, at) => !(starts(run, denials) && starts(runs[at + 1], turns)))
}
