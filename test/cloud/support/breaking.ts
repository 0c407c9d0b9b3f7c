import type { Store } from '../../../src/cloud/store'
import type { Platform } from '../../../src/cloud/store/platform'

/** What a killed function looks like from outside: whatever it had not done yet is not done. */
export class Killed extends Error {
  constructor() {
    super('killed here')
  }
}

/**
 * Store and platform of a function that is killed: the first `steps` calls go through, each later one fails. `taken`
 * tells how many were asked for. With `late`, the call at the edge is carried out and only its answer is lost.
 */
export function breaking(store: Store, platform: Platform, steps: number, late = false) {
  let taken = 0
  const guarded = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(from, name) {
        const value = Reflect.get(from, name) as unknown
        if (typeof value !== 'function' || /^(inserting|replacing|removing)$/.test(String(name))) return value
        return async (...args: unknown[]) => {
          taken++
          if (taken > steps && !(late && taken === steps + 1)) throw new Killed()
          const answer: unknown = await (value as (...args: unknown[]) => unknown).apply(from, args)
          if (taken > steps) throw new Killed()
          return answer
        }
      },
    })
  const tables = Object.fromEntries(
    Object.entries(store).map(([name, table]) => [
      name,
      typeof table === 'function' ? undefined : guarded(table as object),
    ]),
  )
  const commit = guarded({ commit: store.commit.bind(store) }).commit
  return {
    store: { ...tables, commit } as unknown as Store,
    platform: guarded({ ...platform }),
    taken: () => taken,
  }
}
