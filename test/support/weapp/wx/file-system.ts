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

  /** The names in a folder. */
  list(folder: unknown): string[] {
    const start = `${String(folder).replace(/\/$/, '')}/`
    return [...this.files.keys()].filter((path) => path.startsWith(start)).map((path) => path.slice(start.length))
  }

  has(path: unknown): boolean {
    return this.files.has(String(path))
  }
}

/** WeChat writes texts and whole buffers; a view of a buffer, such as Uint8Array, it refuses. */
function bytesOf(data: unknown, encoding: unknown = 'utf8'): Uint8Array {
  if (typeof data !== 'string') {
    if (ArrayBuffer.isView(data) || !isBuffer(data)) throw new WxFailure('invalid data, expected string or ArrayBuffer')
    return new Uint8Array(data).slice()
  }
  if (encoding === 'base64') return Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
  if (encoding === 'utf8' || encoding === 'utf-8') return new TextEncoder().encode(data)
  throw new WxFailure(`invalid encoding "${plainText(encoding)}"`)
}

/** Of whichever realm. */
const isBuffer = (data: unknown): data is ArrayBuffer => Object.prototype.toString.call(data) === '[object ArrayBuffer]'

/** `wx.getFileSystemManager()`: the work on whole files. */
export function fileManager(caller: Caller, realm: Realm, files: FileSystem) {
  const read = (path: unknown, encoding: unknown): unknown => {
    const bytes = files.read(path)
    if (encoding === undefined) return realm.buffer(bytes)
    if (encoding === 'base64') return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
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
    writeFile: caller.api('writeFile', ({ filePath, data, encoding }) =>
      files.write(filePath, bytesOf(data, encoding)),
    ),
    writeFileSync: (path: string, data: unknown, encoding?: string) => files.write(path, bytesOf(data, encoding)),
    readdir: caller.api('readdir', ({ dirPath }) => ({ files: files.list(dirPath) })),
    readdirSync: (path: string) => caller.copy(files.list(path)),
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
