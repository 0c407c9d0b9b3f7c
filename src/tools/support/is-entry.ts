import { realpathSync } from 'node:fs'

/** Whether this file is what was started, and not imported. */
export const isEntry = (file: string): boolean =>
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === realpathSync(file)
