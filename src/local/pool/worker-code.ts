import { transformSync } from 'esbuild'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

let code: string | undefined

/** The worker as JavaScript. Threads are not reached by the loaders of tsx or Jest, so it is compiled here, once. */
export function workerCode(): string {
  code ??= transformSync(readFileSync(join(__dirname, 'worker.ts'), 'utf8'), {
    loader: 'ts',
    format: 'cjs',
    target: 'node20',
  }).code
  return code
}
