import { Sentence } from '../support/entry'

export interface Asked {
  /** Names of benches; empty: all of them. */
  readonly only: readonly string[]
  readonly json: boolean
  /** An earlier run to compare with. */
  readonly compare: string | null
  /** Labelled queries to score the search with. */
  readonly queries: string | null
}

/** What a call of the bench asks for; what is not understood is answered by how to ask. */
export function readArguments(args: readonly string[], names: readonly string[]): Asked {
  const usage =
    `npm run bench [-- --only NAME[,NAME]] [--json] [--compare FILE] [--queries FILE.jsonl]\n` +
    `NAME: ${names.join(' ')}`
  let asked: Asked = { only: [], json: false, compare: null, queries: null }
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? ''
    const value = () => {
      const next = args[++at]
      if (next === undefined || next === '' || next.startsWith('--')) throw new Sentence(`${arg}?\n${usage}`)
      return next
    }
    if (arg === '--json') asked = { ...asked, json: true }
    else if (arg === '--compare') asked = { ...asked, compare: value() }
    else if (arg === '--queries') asked = { ...asked, queries: value() }
    // Several names come with commas, or as words one after the other.
    else if (arg === '--only') asked = { ...asked, only: [...asked.only, ...value().split(',')] }
    else if (asked.only.length > 0 && !arg.startsWith('--')) asked = { ...asked, only: [...asked.only, arg] }
    else throw new Sentence(`${arg}?\n${usage}`)
  }
  const unknown = asked.only.filter((name) => !names.includes(name))
  if (unknown.length > 0) throw new Sentence(`${unknown.join(', ')}?\n${usage}`)
  return asked
}
