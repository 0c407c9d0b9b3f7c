/** Words that answer a question before it is asked: "整栋楼都没水" says how many homes it concerns. */

/** What speaks for an option of a question; patterns of regular expressions, on the text without marks and spaces. */
export interface Cue {
  readonly question: string
  readonly option: string
  readonly said: readonly string[]
  /** Where one of these stands too, the cue says nothing. */
  readonly unless?: readonly string[]
}

export interface Cues {
  readonly cues: readonly Cue[]
  /** Thing → question → the options that it has. */
  readonly asked: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
}

/** Tells which of a thing's questions a text answers. Two answers to one question are none. */
export function makeReader({ cues, asked }: Cues): (text: string) => (id: string) => Readonly<Record<string, string>> {
  const readers = cues.map(({ question, option, said, unless = [] }) => ({
    question,
    option,
    said: new RegExp(said.join('|')),
    unless: unless.length > 0 ? new RegExp(unless.join('|')) : null,
  }))
  return (text) => {
    const heard = readers.filter(({ said, unless }) => said.test(text) && !unless?.test(text))
    return (id) =>
      Object.fromEntries(
        Object.entries(asked[id] ?? {}).flatMap(([question, options]) => {
          const answers = new Set(
            heard.flatMap((cue) => (cue.question === question && options.includes(cue.option) ? [cue.option] : [])),
          )
          const [only] = answers
          return only !== undefined && answers.size === 1 ? [[question, only]] : []
        }),
      )
  }
}
