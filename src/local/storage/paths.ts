import { environmentId } from '../environment'
import { CloudError } from '../errors'

const prefix = `cloud://${environmentId}.local-bucket/`

/** Bytes of a path, as its link writes it. */
const longestPath = 850
/**
 * WeChat advises A-Z a-z 0-9 - ! _ . * and lets through what then breaks in links (# % ? and the like). Here, only what
 * it advises and the letters of any language pass, so that a path that works here works there.
 */
const allowed = /^[\p{L}\p{N}!_.*/-]+$/u

/** `cloud://<env>.<bucket>/<path>`; it stays the same however often the file is uploaded. */
export function fileIdOf(path: string): string {
  return prefix + path
}

/** The path behind a file id, or undefined for one that is not of this cloud. */
export function pathOf(fileId: string): string | undefined {
  return fileId.startsWith(prefix) ? fileId.slice(prefix.length) : undefined
}

/** The path in an address. What cannot be decoded is the path of no file. */
export function decodedPath(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return ''
  }
}

/** A path that a file may have, or why not. */
export function checkedPath(path: unknown): string {
  const problem = problemOf(path)
  if (problem === undefined) return path as string
  throw new CloudError('INVALID_PARAM', `cloudPath ${problem}`)
}

function problemOf(path: unknown): string | undefined {
  if (typeof path !== 'string' || path === '') return 'is a text that is not empty'
  if (path.startsWith('/')) return 'does not begin with "/"'
  if (path.endsWith('/')) return 'ends in the name of a file'
  const parts = path.split('/')
  if (parts.some((part) => part === '')) return 'has no "//"'
  if (parts.some((part) => part === '.' || part === '..')) return 'has no "." or ".." as a folder'
  if (!allowed.test(path)) return 'has letters, digits and - ! _ . * / only'
  if (encodeURIComponent(path).length > longestPath) return `is ${longestPath} bytes long at most`
  return undefined
}
