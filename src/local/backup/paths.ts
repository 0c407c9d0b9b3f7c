import { closeSync, fsyncSync, openSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A backup is a folder with the same two things as a data folder: the database, and the contents of files by hash. */
export const databaseIn = (folder: string): string => join(folder, 'data.db')
export const filesIn = (folder: string): string => join(folder, 'files')

/** Where backups of a data file go if no place is named. */
export const backupsOf = (dataFile: string): string => join(dirname(dataFile), 'backups')

/** `2026-11-21_22-30-05` in China, whatever the machine's zone. */
export function stampOf(now: number): string {
  const china = new Date(now + 8 * 3_600_000).toISOString()
  return china.slice(0, 19).replace('T', '_').replaceAll(':', '-')
}

/** Waits until a file, or the names in a folder, are on the disk. */
export function syncPath(path: string): void {
  // Windows can only synchronize what is open for writing, and no folder at all.
  if (process.platform === 'win32') return
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
