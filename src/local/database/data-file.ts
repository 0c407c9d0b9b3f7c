import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { StartError } from '../errors'
import { Sqlite } from './sqlite'

/** Raised with every change of the tables or of the index keys. */
export const dataFormat = 1
/** Marks the file as ours, in the place SQLite keeps for that. */
const applicationId = 0x6a6d6b6b

/**
 * Opens the data, in a new file if there is none. A file that is damaged, foreign or of a newer version is refused
 * before anything is written to it, which is why the first look reads bytes and does not ask SQLite.
 */
export function openDataFile(file: string): Sqlite {
  if (file === ':memory:') return prepare(new Sqlite(file))
  mkdirSync(dirname(file), { recursive: true })
  const fresh = !existsSync(file) || statSync(file).size === 0
  if (!fresh) checkHeader(file)
  const sqlite = new Sqlite(file)
  try {
    if (!fresh) checkContents(sqlite, file)
    return prepare(sqlite)
  } catch (error) {
    sqlite.close()
    throw error
  }
}

/** Says why a file cannot be used as data, as opening it would, and leaves it as it is. */
export function checkDataFile(file: string): void {
  checkHeader(file)
  const sqlite = new Sqlite(file)
  try {
    checkContents(sqlite, file)
  } finally {
    sqlite.close()
  }
}

/**
 * What survives what. A killed process takes nothing that was acknowledged: each write is one SQLite transaction in the
 * side file (WAL), synchronized before the answer. A power cut takes nothing acknowledged either, as long as the disk
 * does what it is told: `synchronous = FULL` waits for fsync at each commit, and `fullfsync` makes macOS empty the
 * drive's own cache too. A drive that lies about it may lose the last writes, but whole transactions only. What is lost
 * in any case: transactions of the SDK that were not committed, which live in memory.
 */
function prepare(sqlite: Sqlite): Sqlite {
  // Before the journal moves to the side file, so that the marks are in the first page whatever happens.
  sqlite.exec(`PRAGMA application_id = ${applicationId}`)
  sqlite.exec(`PRAGMA user_version = ${dataFormat}`)
  sqlite.exec('PRAGMA journal_mode = WAL')
  // An acknowledged write is on the disk, not in a buffer.
  sqlite.exec('PRAGMA synchronous = FULL')
  sqlite.exec('PRAGMA fullfsync = ON')
  sqlite.exec('PRAGMA checkpoint_fullfsync = ON')
  return sqlite
}

function checkHeader(file: string): void {
  const header = Buffer.alloc(100)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, header, 0, header.length, 0)
  } finally {
    closeSync(handle)
  }
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw damaged(file)
  if (header.readUInt32BE(68) !== applicationId) {
    throw new StartError(
      'data-foreign',
      `${file} 不是家门口本地云的数据文件，未作任何改动。 | This is not a data file of the local cloud; it was left as it is.`,
    )
  }
  checkFormat(file, header.readUInt32BE(60))
}

function checkFormat(file: string, format: number): void {
  if (format <= dataFormat) return
  throw new StartError(
    'data-newer',
    `${file} 由更新的版本写成（格式 ${format}，此版本只懂 ${dataFormat}），未作任何改动。请更新代码，或用 --reset 重新开始。 | ` +
      `The data was written by a newer version (format ${format}, this one knows ${dataFormat}) and was left as it is. ` +
      'Update the code, or start over with --reset.',
  )
}

function checkContents(sqlite: Sqlite, file: string): void {
  let verdict: unknown
  try {
    verdict = sqlite.get<{ quick_check: string }>('PRAGMA quick_check(1)')?.quick_check
  } catch {
    throw damaged(file)
  }
  if (verdict !== 'ok') throw damaged(file)
  // A newer version that was killed may have left its mark in the side file only.
  checkFormat(file, sqlite.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0)
}

function damaged(file: string): StartError {
  return new StartError(
    'data-damaged',
    `${file} 已损坏，未作任何改动。请恢复备份，或用 --reset 重新开始。 | ` +
      'The data file is damaged and was left as it is. Restore a copy, or start over with --reset.',
  )
}
