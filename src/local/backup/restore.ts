import { existsSync } from 'node:fs'
import { copyFile, cp, mkdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { checkDataFile } from '../database/data-file'
import { Sqlite } from '../database/sqlite'
import { StartError } from '../errors'
import { lockFolder } from '../lock'
import { backUp, copyDatabase } from './backup'
import { checkContents, copyContents, hashesIn } from './files'
import { backupsOf, databaseIn, filesIn, stampOf, syncPath } from './paths'

export interface RestoreReport {
  /** Where the data from before lies; absent if there was none. */
  readonly before?: string
  readonly files: number
}

/**
 * Puts a backup in the place of the data; refused while the cloud runs on it. The data from before are kept among the
 * backups, so that a restore can be undone by another one. Whatever stops it in the middle, the folder holds either all
 * of the old data or all of the new: contents of files are only added, and the database changes by one renaming.
 */
export async function restore(dataFile: string, folder: string, now: number = Date.now()): Promise<RestoreReport> {
  const database = databaseIn(folder)
  if (!existsSync(database)) {
    throw new StartError(
      'backup',
      `${folder} 里没有备份（缺少 data.db）。 | There is no backup in ${folder}: data.db is missing.`,
    )
  }
  const lock = await lockFolder(dirname(dataFile))
  try {
    checkDataFile(database)
    const hashes = hashesIn(database)
    await checkContents(hashes, folder)
    const before = existsSync(dataFile) ? await keepAside(dataFile, now) : undefined
    await copyContents(hashes, folder, dirname(dataFile))
    await replaceDatabase(database, dataFile)
    return { ...(before && { before }), files: hashes.length }
  } finally {
    lock.release()
  }
}

/** Data that can be read become a backup; what is damaged is copied byte by byte, and somebody may still mend it. */
async function keepAside(dataFile: string, now: number): Promise<string> {
  const folder = await freeFolder(join(backupsOf(dataFile), `before-restore-${stampOf(now)}`))
  try {
    await backUp(dataFile, folder)
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    await mkdir(folder, { recursive: true })
    for (const suffix of ['', '-wal', '-shm']) {
      const file = dataFile + suffix
      if (existsSync(file)) await copyFile(file, join(folder, basename(databaseIn(folder)) + suffix))
    }
    const files = filesIn(dirname(dataFile))
    if (existsSync(files)) await cp(files, filesIn(folder), { recursive: true })
  }
  return folder
}

/** Two restores in one second. */
async function freeFolder(folder: string): Promise<string> {
  for (let i = 2; ; i++) {
    const name = i === 2 ? folder : `${folder}-${i}`
    if (!existsSync(name)) return name
  }
}

async function replaceDatabase(from: string, dataFile: string): Promise<void> {
  const temporary = `${dataFile}.restoring`
  for (const suffix of ['', '-wal', '-shm', '-journal']) await rm(temporary + suffix, { force: true })
  copyDatabase(from, temporary)
  settle(dataFile)
  // A side file of the old database must not be taken for one of the new.
  for (const suffix of ['-wal', '-shm']) await rm(dataFile + suffix, { force: true })
  await rename(temporary, dataFile)
  syncPath(dirname(dataFile))
}

/** Brings what the side file of the old database holds into it, so that it is whole by itself until the renaming. */
function settle(dataFile: string): void {
  if (!existsSync(`${dataFile}-wal`)) return
  try {
    const sqlite = new Sqlite(dataFile)
    try {
      sqlite.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } finally {
      sqlite.close()
    }
  } catch {
    // It cannot be read; its copy with its side file lies among the backups.
  }
}
