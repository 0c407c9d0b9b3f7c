import { existsSync, readFileSync } from 'node:fs'
import { fromRoot } from '../support/paths'
import type { Bench } from './figure'

/** Where a whole `npm test` writes how long it took. */
export const lastRunFile = fromRoot('test-results', 'last-run.json')

/** What `npm test` writes down of itself when it ran everything. */
export interface LastRun {
  readonly at: number
  /** What was tested: the commit, with a plus where files were changed beside it. */
  readonly commit: string
  readonly seconds: number
  readonly passed: number
  readonly failed: number
}

const what = 'npm test, the last whole run'
/** Seconds on two cores. */
const most = 720

/** Taken from the last whole run: running it here again would measure the bench with it. */
export const tests: Bench = {
  name: 'tests',
  needs: [],
  run: () => {
    // Not measured is not reached.
    if (!existsSync(lastRunFile)) {
      const beside = 'no whole run yet'
      return Promise.resolve([{ bench: 'tests', what, value: Number.NaN, unit: 's', most, beside }])
    }
    const { commit, seconds, passed, failed } = JSON.parse(readFileSync(lastRunFile, 'utf8')) as LastRun
    return Promise.resolve([
      {
        bench: 'tests',
        what,
        value: Math.round(seconds),
        unit: 's',
        most,
        beside: `at ${commit}`,
      },
      { bench: 'tests', what: 'npm test: passed', value: passed, unit: 'tests', most: null, better: 'more' },
      { bench: 'tests', what: 'npm test: failed', value: failed, unit: 'tests', most: 0 },
    ])
  },
}
