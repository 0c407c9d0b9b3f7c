import { createHash } from 'node:crypto'
import { matterNames } from '../../knowledge/names'
import { contexts, danger, harmless, none, said, shared, synonyms } from '../../knowledge/sayings'

/** What somebody says, and what it belongs to; nothing: to none of ours. */
export interface Saying {
  readonly text: string
  readonly expect: readonly string[]
  /** Whether it cries for help; null where one may argue. */
  readonly danger: boolean | null
  /** Names and synonyms are each matter's own words; the rest is how people put it. */
  readonly source: 'name' | 'synonym' | 'said' | 'danger' | 'harmless' | 'shared' | 'none' | 'context'
  /** How much it counts, 1 unless said: for things of which far more is said than of others. */
  readonly weight?: number
}

const emergencies = new Set(matterNames.filter(({ emergency }) => emergency !== undefined).map(({ id }) => id))
const isEmergency = (id: string) => emergencies.has(id)

const under = (texts: Readonly<Record<string, readonly string[]>>, source: Saying['source']): Saying[] =>
  Object.entries(texts).flatMap(([id, list]) =>
    list.map((text) => ({ text, expect: [id], danger: isEmergency(id), source })),
  )

/**
 * The same words among others that would go with any matter, so that these are learnt to say nothing. Each gets one
 * before it and one after it, in turn: every matter stands beside as many different ones as it has words.
 */
function inContext(own: readonly Saying[]): Saying[] {
  const { before, after } = contexts
  return own.flatMap((saying, at) => [
    { ...saying, text: `${before[at % before.length] ?? ''}${saying.text}`, source: 'context' },
    { ...saying, text: `${saying.text}${after[at % after.length] ?? ''}`, source: 'context' },
  ])
}

const named: readonly Saying[] = [
  ...matterNames.map(({ id, name }) => ({
    text: name,
    expect: [id],
    danger: isEmergency(id),
    source: 'name' as const,
  })),
  ...under(synonyms, 'synonym'),
]

/** Everything to learn from. */
export const sayings: readonly Saying[] = [
  ...named,
  ...inContext(named),
  ...under(said, 'said'),
  ...under(danger, 'danger'),
  ...harmless.map((one) => ({ ...one, danger: false, source: 'harmless' as const })),
  // Two troubles of which one may be an emergency: whether it cries for help nobody has said.
  ...shared.map((one) => ({ ...one, danger: one.expect.some(isEmergency) ? null : false, source: 'shared' as const })),
  ...none.map((text) => ({ text, expect: [], danger: false, source: 'none' as const })),
]

/** Changes with whatever the model is learnt from. */
export function fingerprint(of: unknown): string {
  return createHash('sha256').update(JSON.stringify(of)).digest('hex').slice(0, 16)
}
