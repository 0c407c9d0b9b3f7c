import { randomBytes } from 'node:crypto'
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
 * when all of it is checked and on the disk; before that it is `<name>.incomplete-…`, a name that nobody else has used.
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
  try {
    const incomplete = besideOf(folder, 'incomplete')
    const report = await makeCopy(dataFile, incomplete).catch((error: unknown) => {
      // A cloud that starts meanwhile sweeps contents that nothing refers to any more; a later moment has no such gap.
      if (error instanceof StartError && error.reason === 'backup') return makeCopy(dataFile, incomplete)
      throw error
    })
    await replaceFolder(incomplete, folder)
    return { ...report, folder }
  } catch (error) {
    throw isWriteFailure(error) ? unwritable(folder, error) : error
  }
}

/** A name next to the folder's that is nobody's: what lies there already, such as an own `backup.old`, stays. */
function besideOf(folder: string, what: string): string {
  return `${folder}.${what}-${randomBytes(4).toString('hex')}`
}

/** What the machine says of a place that cannot be written: no right, no space, not a folder. */
function isWriteFailure(error: unknown): error is { code: string } {
  const { syscall, code } = Object(error) as { syscall?: unknown; code?: unknown }
  return typeof syscall === 'string' && typeof code === 'string'
}

function unwritable(folder: string, { code }: { code: string }): StartError {
  return new StartError(
    'backup',
    `无法写入 ${folder}（${code}），没有备份。请换个地方。 | ${folder} cannot be written (${code}); no backup was made. Choose another place.`,
  )
}

async function makeCopy(dataFile: string, folder: string): Promise<Omit<BackupReport, 'folder'>> {
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
  if (!(await stat(folder)).isDirectory()) return false
  const names = await readdir(folder)
  return names.includes('data.db') && names.every((name) => name === 'data.db' || name === 'files')
}

async function replaceFolder(from: string, to: string): Promise<void> {
  const old = besideOf(to, 'old')
  if (existsSync(to)) await rename(to, old)
  await rename(from, to)
  syncPath(dirname(to))
  await rm(old, { recursive: true, force: true })
}
