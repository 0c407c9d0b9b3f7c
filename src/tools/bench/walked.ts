import { walkAll } from '../support/walk'
import type { Bench } from './figure'

export const walked: Bench = {
  name: 'walk',
  needs: [],
  run: () => {
    const { cases, broken } = walkAll()
    return Promise.resolve([
      { bench: 'walk', what: 'exhaustive routing walk: cases', value: cases, unit: 'cases', most: null },
      ...Object.entries(broken).map(([rule, names]) => ({
        bench: 'walk',
        what: `cases where not: ${rule}`,
        value: names.length,
        unit: 'cases',
        most: 0,
      })),
    ])
  },
}
