import type { Command, Row, SdkDatabase, SdkQuery } from '../../local/support/cloud'
import { run, type Target } from './target'

/** The SDK's commands by name; a name that the SDK does not have fails the case. */
export function commands(target: Pick<Target, 'db'>) {
  return (name: string, ...operands: unknown[]): Command => {
    const make = target.db.command[name]
    if (!make) throw new Error(`the SDK has no command ${name}`)
    return make(...operands)
  }
}

/** The SDK's aggregation operators, `db.command.aggregate`. */
export function expressions(target: Pick<Target, 'db'>) {
  return (name: string, operand: unknown): unknown => {
    const { aggregate } = target.db.command as unknown as { aggregate: Record<string, (operand: unknown) => unknown> }
    const make = aggregate[name]
    if (!make) throw new Error(`the SDK has no aggregation operator ${name}`)
    return make(operand)
  }
}

export const errorOf = (work: Promise<unknown>): Promise<{ errCode?: number; errMsg?: string }> =>
  work.then(
    () => {
      throw new Error('this was expected to fail')
    },
    (error: object) => error,
  )

/** Adds documents of this run, one after the other. */
export async function fill(collection: ReturnType<SdkDatabase['collection']>, rows: readonly object[]): Promise<void> {
  for (const row of rows) await collection.add({ data: { run, ...row } })
}

/** The document without what every one has. */
export function bare(row: Row | null | undefined): Row | null {
  if (!row) return null
  const { _id, run: _run, ...rest } = row
  return rest
}

export const idOf = (name: string): string => `${run}-${name}`

/** The short names of what a query finds. */
export async function namesOf(query: SdkQuery): Promise<string[]> {
  return (await query.get()).data.map(({ _id }) => String(_id).replace(`${run}-`, ''))
}
