import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { checkDataFile } from '../database/data-file'
import { Sqlite } from '../database/sqlite'
import { StartError } from '../errors'
import { copyContents, hashesIn } from './files'
import { databaseIn, syncPath } from './paths'

export interface BackupReport {
  readonly folder: string
  /** Contents of files in it. */
  readonly files: number
  /** Of the database. */
  readonly bytes: number
}

/**
 * Copies the data into a folder, also while the cloud runs on it: SQLite writes the state of one moment, then come the
 * contents of files that this state refers to, which a running cloud never changes or removes. The folder gets its name
 * when all of it is checked and on the disk; before that it is `<name>.incomplete`.
 */
export async function backUp(dataFile: string, folder: string, { force = false } = {}): Promise<BackupReport> {
  if (!existsSync(dataFile)) {
    throw new StartError('backup', `没有数据可以备份：${dataFile} | There is no data to back up at ${dataFile}.`)
  }
  if (existsSync(folder) && !force) {
    throw new StartError(
      'backup',
      `${folder} 已经存在，没有覆盖。换个名字，或加 --force。 | ${folder} exists and was not overwritten: choose another name, or add --force.`,
    )
  }
  if (existsSync(folder) && !(await isBackup(folder))) {
    throw new StartError('backup', `${folder} 不是备份，没有覆盖。 | ${folder} is no backup and was not overwritten.`)
  }
  checkDataFile(dataFile)
  const report = await makeCopy(dataFile, `${folder}.incomplete`).catch((error: unknown) => {
    // A cloud that starts meanwhile sweeps contents that nothing refers to any more; a later moment has no such gap.
    if (error instanceof StartError && error.reason === 'backup') return makeCopy(dataFile, `${folder}.incomplete`)
    throw error
  })
  await replaceFolder(`${folder}.incomplete`, folder)
  return { ...report, folder }
}

async function makeCopy(dataFile: string, folder: string): Promise<Omit<BackupReport, 'folder'>> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  try {
    copyDatabase(dataFile, databaseIn(folder))
    const hashes = hashesIn(databaseIn(folder))
    await copyContents(hashes, dirname(dataFile), folder)
    syncPath(folder)
    return { files: hashes.length, bytes: (await stat(databaseIn(folder))).size }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

/** SQLite does not wait for the disk here, so that is done afterwards; a copy that cannot be read is no copy. */
export function copyDatabase(from: string, to: string): void {
  const sqlite = new Sqlite(from)
  try {
    sqlite.copyTo(to)
  } finally {
    sqlite.close()
  }
  checkDataFile(to)
  syncPath(to)
}

/** Whether everything in a folder looks like a backup of ours, so that replacing it removes nothing else. */
async function isBackup(folder: string): Promise<boolean> {
  const names = await readdir(folder)
  return names.includes('data.db') && names.every((name) => name === 'data.db' || name === 'files')
}

async function replaceFolder(from: string, to: string): Promise<void> {
  const old = `${to}.old`
  await rm(old, { recursive: true, force: true })
  if (existsSync(to)) await rename(to, old)
  await rename(from, to)
  syncPath(dirname(to))
  await rm(old, { recursive: true, force: true })
}
