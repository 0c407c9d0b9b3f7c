import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { functions } from '../../cloud/deployment'
import { developmentKeys } from '../../local/development-keys'
import { sdkEnvironment } from '../../local/environment'
import { fromRoot } from '../support/paths'
import { bundle, inFolder } from './cloud'
import type { Bench, Figure } from './figure'
import { median } from './measure'

const runs = 7
/** What a fresh process loads, in its own ms, and how long the whole process took. */
interface Start {
  readonly loading: number
  readonly whole: number
}

/** A fresh process that loads a file, or nothing: as a new instance of a function does. */
async function start(file: string | null): Promise<Start> {
  const load = file === null ? '' : `require(${JSON.stringify(file)});`
  const script = `const from = performance.now(); ${load} console.log(performance.now() - from); process.exit(0)`
  const environment = {
    ...sdkEnvironment('http://127.0.0.1:9', 'bench'),
    // A function refuses to start without its keys.
    ...developmentKeys,
    PATH: process.env.PATH ?? '',
    // For the bundle that has the SDK outside.
    NODE_PATH: fromRoot('node_modules'),
  }
  const begun = performance.now()
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], { env: environment })
  return { whole: performance.now() - begun, loading: Number(stdout) }
}

export const cold: Bench = {
  name: 'cold',
  needs: ['cloud'],
  run: () =>
    inFolder(async (folder) => {
      const outside = path.join(folder, 'api', 'index.js')
      await bundle('src/cloud/functions/api.ts', outside, { sdkOutside: true })
      const names = Object.keys(functions)
      const files = [null, outside, ...names.map((name) => fromRoot('dist', 'cloud', name, 'index.js'))]
      const starts: Start[][] = files.map(() => [])
      // In turns, so that a busy moment meets all of them.
      for (let run = 0; run < runs; run++) for (const [at, file] of files.entries()) starts[at]?.push(await start(file))
      const whole = (at: number) => median((starts[at] ?? []).map((one) => one.whole))
      const loading = (at: number) => median((starts[at] ?? []).map((one) => one.loading))
      const inside = loading(names.indexOf('api') + 2)
      const bundled: Figure = {
        bench: 'cold',
        what: 'function api: require with the SDK in the bundle to the same with it outside',
        value: inside / loading(1),
        unit: '×',
        // The bundle is made for this.
        most: 1,
        beside: `${Math.round(inside)} ms to ${Math.round(loading(1))} ms`,
      }
      const each = names.flatMap((name, at): Figure[] => [
        {
          bench: 'cold',
          what: `function ${name}: require in a fresh process`,
          value: loading(at + 2),
          unit: 'ms',
          most: null,
          better: 'less',
        },
        {
          bench: 'cold',
          what: `function ${name}: a fresh process with it to an empty one`,
          value: whole(at + 2) / whole(0),
          unit: '×',
          most: null,
          better: 'less',
          beside: `${Math.round(whole(at + 2))} ms to ${Math.round(whole(0))} ms`,
        },
      ])
      return [bundled, ...each]
    }),
}
