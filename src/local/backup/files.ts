import { createHash } from 'node:crypto'
import { constants, createReadStream, existsSync } from 'node:fs'
import { copyFile, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Sqlite } from '../database/sqlite'
import { StartError } from '../errors'
import { filesIn, syncPath } from './paths'

/** The contents that a database refers to, by the name of their file. Data from before there was a storage has none. */
export function hashesIn(databaseFile: string): string[] {
  const sqlite = new Sqlite(databaseFile)
  try {
    const table = sqlite.get("SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'files'")
    if (!table) return []
    return sqlite.all<{ hash: string }>('SELECT DISTINCT hash FROM files ORDER BY hash').map(({ hash }) => hash)
  } finally {
    sqlite.close()
  }
}

/** Copies contents from one folder to another; what is there already stays. All of them are checked by their hash. */
export async function copyContents(hashes: readonly string[], from: string, to: string): Promise<void> {
  await mkdir(filesIn(to), { recursive: true })
  for (const hash of hashes) {
    const target = join(filesIn(to), hash)
    if (existsSync(target) && (await hashOf(target)) === hash) continue
    const temporary = `${target}.copying`
    const source = join(filesIn(from), hash)
    if (!existsSync(source)) throw incomplete(from)
    await copyFile(source, temporary, constants.COPYFILE_FICLONE)
    if ((await hashOf(temporary)) !== hash) {
      await rm(temporary, { force: true })
      throw incomplete(from)
    }
    syncPath(temporary)
    await rename(temporary, target)
  }
  syncPath(filesIn(to))
}

/** Says so if contents are missing in a folder, or are not what their name says. */
export async function checkContents(hashes: readonly string[], folder: string): Promise<void> {
  for (const hash of hashes) {
    const file = join(filesIn(folder), hash)
    if (!existsSync(file) || (await hashOf(file)) !== hash) throw incomplete(folder)
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) hash.update(chunk)
  return hash.digest('hex')
}

function incomplete(folder: string): StartError {
  return new StartError(
    'backup',
    `${folder} 里有文件缺失或已损坏，未作任何改动。 | Contents of files are missing or damaged in ${folder}; nothing was changed.`,
  )
}
