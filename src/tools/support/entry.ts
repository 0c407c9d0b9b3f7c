import { StartError } from '../../local/start'
import { explain } from './run'

export { isEntry } from './is-entry'

/** What a person at the terminal did wrong or has to know; shown as it is, without a stack. */
export class Sentence extends Error {}

/** Runs a tool to its end; a failure is told as a sentence where it is one, else in full. */
export function runTool(main: (args: readonly string[]) => Promise<void>): void {
  // `… | head` closes the pipe early; that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Sentence || error instanceof StartError ? error.message : explain(error))
    process.exitCode = 1
  })
}
