import type { Surroundings } from '../handle'
import type { ImportRow } from './load'
import { Contended, fold, Overtaken, readPart, removeParts, stage } from './stage'

/** The next version of a row that was replaced. */
export const replaced = (row: ImportRow): ImportRow => ({ ...row, version: row.version + 1 })

/**
 * One batch of an import that is laid ready or tidied up: first the documents, then the count, so that whoever is killed
 * in between does the batch once more. Null where somebody else wrote at the same moment; `over` where a later import has
 * taken its place, or its parts are gone.
 */
export async function advance(
  context: Pick<Surroundings, 'store' | 'keys'>,
  row: ImportRow,
): Promise<ImportRow | null | 'over'> {
  const { store } = context
  const isFolding = row.state === 'confirmed'
  const isLast = row.done >= row.parts
  try {
    if (!isLast) {
      const changes = await readPart(context, row, row.done + 1)
      if (!changes) return 'over'
      await (isFolding ? fold(context, row, changes) : stage(context, row, changes))
    }
  } catch (fault) {
    if (fault instanceof Overtaken) return 'over'
    if (fault instanceof Contended) return null
    throw fault
  }
  const done = isLast ? row.done : row.done + 1
  // Before it is said to be done: whoever is killed in between finds it confirmed, and goes on with it.
  if (isFolding && isLast) await removeParts(store, row)
  const isOver = isFolding ? isLast : done >= row.parts
  const next: ImportRow = { ...row, done, state: isOver ? (isFolding ? 'done' : 'ready') : row.state }
  return (await store.imports.replace(next)) ? replaced(next) : null
}
