import { createHash, randomBytes } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  type ReadStream,
} from 'node:fs'
import { open, readFile, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CloudError } from '../errors'

export interface Blob {
  /** The SHA-256 of its bytes, which is also its name. */
  readonly hash: string
  readonly bytes: number
}

/** Ours: more than a phone sends, and less than fills a disk by mistake. */
export const mostBytes = 50 * 1024 * 1024

/**
 * The contents of files, named by their hash in one folder. While the cloud runs, a blob is never changed or removed, so
 * that a copy of the folder taken after a copy of the database has everything. What nobody needs goes at the next start.
 */
export class Blobs {
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true })
    syncFolder(dirname(folder))
  }

  /** Keeps what the stream brings. When this answers, it is on the disk. */
  async put(source: AsyncIterable<Buffer>): Promise<Blob> {
    const temporary = join(this.folder, `upload-${randomBytes(8).toString('hex')}`)
    try {
      const blob = await write(temporary, source)
      await rename(temporary, this.file(blob.hash))
      // The name is on the disk once the folder is.
      syncFolder(this.folder)
      return blob
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
  }

  read(hash: string, range?: { start: number; end: number }): ReadStream {
    return createReadStream(this.file(hash), range)
  }

  readAll(hash: string): Promise<Buffer> {
    return readFile(this.file(hash))
  }

  /** Removes what no file refers to, and what a killed process left half-written. Only before anything is served. */
  sweep(needed: ReadonlySet<string>): void {
    for (const name of readdirSync(this.folder)) {
      // Whatever somebody else has put here is not ours to remove.
      const ours = /^(upload-[0-9a-f]{16}|[0-9a-f]{64})$/.test(name)
      if (ours && !needed.has(name)) rmSync(join(this.folder, name), { force: true })
    }
  }

  private file(hash: string): string {
    return join(this.folder, hash)
  }
}

async function write(path: string, source: AsyncIterable<Buffer>): Promise<Blob> {
  const handle = await open(path, 'wx')
  try {
    const blob = await writeAll(handle, source)
    await handle.sync()
    return blob
  } finally {
    await handle.close()
  }
}

async function writeAll(handle: FileHandle, source: AsyncIterable<Buffer>): Promise<Blob> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of source) {
    bytes += chunk.length
    // The rest is read and dropped, so that the answer arrives.
    if (bytes > mostBytes) continue
    hash.update(chunk)
    await handle.write(chunk)
  }
  if (bytes > mostBytes) throw new CloudError('INVALID_PARAM', `a file has ${mostBytes / 1024 / 1024} MB at most`)
  return { hash: hash.digest('hex'), bytes }
}

function syncFolder(folder: string): void {
  // Windows knows no such thing and says so.
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
