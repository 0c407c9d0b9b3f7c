/** question id → option id. */
type Answers = Readonly<Record<string, string>>

interface Asked {
  readonly id: string
  readonly options: readonly { readonly id: string }[]
}

/** `a=scope:many,where:kitchen` for the path of a matter whose questions a text has answered; empty without answers. */
export function answersQuery(answers: Answers = {}): string {
  const pairs = Object.entries(answers).map(([question, option]) => `${question}:${option}`)
  return pairs.length === 0 ? '' : `a=${pairs.join(',')}`
}

/** The answers in a page's query: only to questions that the matter asks, with options that it has. */
export function answersOf(query: string | undefined, questions: readonly Asked[]): Answers {
  const pairs = (query ?? '').split(/,|%2C/i).map((pair) => pair.split(/:|%3A/i))
  return Object.fromEntries(
    questions.flatMap(({ id, options }) => {
      const said = pairs.find(([question]) => question === id)?.[1]
      return said !== undefined && options.some((option) => option.id === said) ? [[id, said]] : []
    }),
  )
}
