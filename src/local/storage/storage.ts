import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Clock } from '../clock'
import { contentTypeOf } from '../content-types'
import type { Sqlite } from '../database/sqlite'
import type { Files, StoredFile } from '../inside'
import { Blobs } from './blobs'
import { FileTable, type FileRow } from './file-table'
import { checkedPath, fileIdOf, pathOf } from './paths'
import { isPublic, type StorageRule } from './rules'
import { Signatures } from './signatures'

export interface StorageOptions {
  readonly sqlite: Sqlite
  /** The database's file; the contents of files lie beside it. For `:memory:`, in a folder that goes with the cloud. */
  readonly dataFile: string
  readonly rule: StorageRule
  readonly clock: Clock
  /** Where this cloud is reached; asked when it is needed, as the port is not known before. */
  readonly url: () => string
}

/** Permission to upload one file, as the SDK takes it from the platform. */
export interface UploadTicket {
  readonly url: string
  readonly authorization: string
  readonly fileId: string
}

export interface PutOptions {
  /** The openid of who uploads it; absent for a function. */
  readonly owner?: string
  /** What the upload says of itself; the ending of the path counts more. */
  readonly contentType?: string
  /** Throws if what is at the path now may not be replaced. */
  readonly check?: (present: FileRow | undefined) => void
}

/** Seconds. A private link lives ten minutes in WeChat; a day is the most that can be asked for. */
const usualAge = 600
const longestAge = 86_400
const uploadAge = 900

/** Where the contents of files lie, beside the data. */
export function filesFolder(dataFile: string): string {
  return join(dirname(dataFile), 'files')
}

/** The file storage: paths and their contents, and the links that show them. */
export class Storage implements Files {
  readonly rule: StorageRule
  private readonly table: FileTable
  private readonly blobs: Blobs
  private readonly signatures: Signatures
  private readonly temporary: string | undefined

  constructor(private readonly options: StorageOptions) {
    const { sqlite, dataFile, rule } = options
    this.rule = rule
    this.table = new FileTable(sqlite)
    this.signatures = new Signatures(sqlite)
    this.temporary = dataFile === ':memory:' ? mkdtempSync(join(tmpdir(), 'local-cloud-files-')) : undefined
    this.blobs = new Blobs(this.temporary ?? filesFolder(dataFile))
    this.blobs.sweep(this.table.hashes())
  }

  list(): readonly StoredFile[] {
    return this.table.all().map(({ path, bytes, contentType, at }) => {
      return { fileID: fileIdOf(path), path, bytes, contentType, at }
    })
  }

  /** The file behind an id; undefined if there is none. */
  find(fileId: string): FileRow | undefined {
    const path = pathOf(fileId)
    return path === undefined ? undefined : this.table.find(path)
  }

  /** The path is only looked at when the file comes: the SDK has words for that refusal, and none for this one. */
  ticket(path: string): UploadTicket {
    const until = this.seconds() + uploadAge
    return {
      url: `${this.options.url()}/storage/object?path=${encodeURIComponent(path)}&t=${until}`,
      authorization: this.signatures.sign('write', path, until),
      fileId: fileIdOf(path),
    }
  }

  acceptsUpload(path: string, authorization: string, until: number): boolean {
    return until >= this.seconds() && this.signatures.isValid(authorization, 'write', path, until)
  }

  /** Keeps a file in the place of what was there; answers its id, which stays. Then it is on the disk. */
  async put(path: string, source: AsyncIterable<Buffer>, options: PutOptions = {}): Promise<string> {
    const { owner = '', contentType = '', check } = options
    const type = contentTypeOf(checkedPath(path)) ?? (contentType === '' ? 'application/octet-stream' : contentType)
    check?.(this.table.find(path))
    const blob = await this.blobs.put(source)
    // Somebody else may have been faster.
    check?.(this.table.find(path))
    this.table.put({ path, ...blob, contentType: type, owner, at: this.options.clock.now() })
    return fileIdOf(path)
  }

  /** The contents stay until the next start, for whoever reads or copies them just now. */
  remove({ path }: FileRow): void {
    this.table.remove(path)
  }

  /**
   * A link to a file, for `maxAge` seconds. Where everybody may read, it is plain and does not expire, as WeChat's.
   * Its path is written as it is: the SDK encodes it.
   */
  link({ path }: FileRow, maxAge: number = usualAge): string {
    const plain = `${this.options.url()}/storage/file/${path}`
    if (isPublic(this.rule)) return plain
    const until = this.seconds() + Math.min(maxAge, longestAge)
    return `${plain}?sign=${this.signatures.sign('read', path, until)}&t=${until}`
  }

  /** The file that a link shows; undefined if there is none, or the link is forged or over. */
  linked(path: string, sign: string, until: number): FileRow | undefined {
    const open = isPublic(this.rule) || (until >= this.seconds() && this.signatures.isValid(sign, 'read', path, until))
    return open ? this.table.find(path) : undefined
  }

  read({ hash }: FileRow, range?: { start: number; end: number }): NodeJS.ReadableStream {
    return this.blobs.read(hash, range)
  }

  async contents(fileID: string): Promise<Buffer | undefined> {
    const file = this.find(fileID)
    return file && this.readAll(file)
  }

  readAll({ hash }: FileRow): Promise<Buffer> {
    return this.blobs.readAll(hash)
  }

  close(): void {
    if (this.temporary !== undefined) rmSync(this.temporary, { recursive: true, force: true })
  }

  private seconds(): number {
    return Math.floor(this.options.clock.now() / 1000)
  }
}
