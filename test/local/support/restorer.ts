import { readFileSync } from 'node:fs'
import promises from 'node:fs/promises'
import { restore } from '../../../src/local/backup/restore'

/**
 * Restores a backup and is killed right before one of its steps on the disk, as a power cut or a person would: with
 * nothing cleaned up. Ends well if there are fewer steps.
 */
const [dataFile = '', backup = '', last = ''] = process.argv.slice(2)
let step = 0
for (const name of ['rename', 'rm', 'copyFile', 'mkdir'] as const) {
  const real = promises[name] as (...args: unknown[]) => Promise<unknown>
  const counted = async (...args: unknown[]) => {
    step += 1
    if (step === Number(last)) process.kill(process.pid, 'SIGKILL')
    // The signal may take a moment; nothing is done any more until it comes.
    while (step === Number(last)) readFileSync(__filename)
    return real(...args)
  }
  Object.assign(promises, { [name]: counted })
}
void restore(dataFile, backup, 0)
