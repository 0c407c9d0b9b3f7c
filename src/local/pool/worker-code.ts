import { join } from 'node:path'
import { scriptOf } from '../script'

/** The worker as JavaScript: a thread is given its code as text. */
export function workerCode(): string {
  return scriptOf(join(__dirname, 'worker.ts'), { platform: 'node', format: 'cjs', target: 'node20' })
}
