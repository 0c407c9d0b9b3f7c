import type { Realm } from '../realm'
import { plainText } from '../text'
import { WxFailure, type Caller, type Options } from './caller'

const usual = 'wxfile://usr/'

/** The files of one mini program on the phone: temporary ones, and those it keeps under `wx.env.USER_DATA_PATH`. */
export class FileSystem {
  private readonly files = new Map<string, Uint8Array>()
  private count = 0

  /** Puts a file where an API would, and answers its temporary path. */
  add(bytes: Uint8Array, ending: string): string {
    this.count += 1
    const path = `http://tmp/${this.count}.${ending}`
    this.files.set(path, bytes)
    return path
  }

  read(path: unknown): Uint8Array {
    const bytes = this.files.get(String(path))
    if (!bytes) throw new WxFailure(`no such file or directory, open "${String(path)}"`, { errno: 1300002 })
    return bytes
  }

  write(path: unknown, bytes: Uint8Array): void {
    const place = String(path)
    if (!place.startsWith(usual)) throw new WxFailure(`permission denied, open "${place}"`, { errno: 1300013 })
    this.files.set(place, bytes)
  }

  remove(path: unknown): void {
    this.read(path)
    this.files.delete(String(path))
  }

  has(path: unknown): boolean {
    return this.files.has(String(path))
  }
}

const bytesOf = (data: unknown): Uint8Array =>
  typeof data === 'string' ? new TextEncoder().encode(data) : new Uint8Array(data as ArrayBuffer)

/** `wx.getFileSystemManager()`: the work on whole files. */
export function fileManager(caller: Caller, realm: Realm, files: FileSystem) {
  const read = (path: unknown, encoding: unknown): unknown => {
    const bytes = files.read(path)
    if (encoding === undefined) return realm.buffer(bytes)
    if (encoding === 'base64') return btoa(String.fromCharCode(...bytes))
    if (encoding === 'utf8' || encoding === 'utf-8') return new TextDecoder().decode(bytes)
    throw new WxFailure(`invalid encoding "${plainText(encoding)}"`)
  }
  const save = (temporary: unknown, path: unknown = `${usual}saved_${Date.now()}`) => {
    files.write(path, files.read(temporary))
    return path
  }
  const stat = (path: unknown) => ({ size: files.read(path).length, mode: 33206 })

  return () => ({
    // The answer holds bytes, which do not cross as JSON.
    readFile: ({ filePath, encoding, success, fail, complete }: Options) => {
      void Promise.resolve()
        .then(() => ({ errMsg: 'readFile:ok', data: read(filePath, encoding) }))
        .then(success, (error: Error) => fail?.(caller.copy({ errMsg: `readFile:fail ${error.message}` })))
        .then(() => complete?.(undefined))
    },
    readFileSync: (path: string, encoding?: string) => read(path, encoding),
    writeFile: caller.api('writeFile', ({ filePath, data }) => files.write(filePath, bytesOf(data))),
    writeFileSync: (path: string, data: unknown) => files.write(path, bytesOf(data)),
    saveFile: caller.api('saveFile', ({ tempFilePath, filePath }) => ({ savedFilePath: save(tempFilePath, filePath) })),
    saveFileSync: (temporary: string, path?: string) => save(temporary, path),
    copyFile: caller.api('copyFile', ({ srcPath, destPath }) => files.write(destPath, files.read(srcPath))),
    unlink: caller.api('unlink', ({ filePath }) => files.remove(filePath)),
    unlinkSync: (path: string) => files.remove(path),
    access: caller.api('access', ({ path }) => void files.read(path)),
    accessSync: (path: string) => void files.read(path),
    getFileInfo: caller.api('getFileInfo', ({ filePath }) => ({ size: files.read(filePath).length })),
    stat: caller.api('stat', ({ path }) => ({ stats: stat(path) })),
    statSync: (path: string) => caller.copy(stat(path)),
  })
}
