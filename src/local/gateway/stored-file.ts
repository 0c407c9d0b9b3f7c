import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FileRow } from '../storage/file-table'
import type { Storage } from '../storage/storage'

/**
 * What a browser shows in the page. Everything else is only ever saved: a file that somebody uploaded must not run on
 * the address that the demo is served from. SVG can run scripts and is therefore not among them.
 */
const shown = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/heic', 'image/x-icon'])

/** Answers a stored file, or the part of it that is asked for. */
export function sendStored(storage: Storage, file: FileRow, request: IncomingMessage, response: ServerResponse): void {
  const range = readRange(request.headers.range, file.bytes)
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'content-range': `bytes */${file.bytes}` }).end()
    return
  }
  response.writeHead(range ? 206 : 200, {
    'content-type': file.contentType,
    'content-length': range ? range.end - range.start + 1 : file.bytes,
    ...(range && { 'content-range': `bytes ${range.start}-${range.end}/${file.bytes}` }),
    'accept-ranges': 'bytes',
    etag: `"${file.hash}"`,
    // The same path may hold other contents in a moment.
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'content-disposition': shown.has(file.contentType) ? 'inline' : 'attachment',
  })
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  storage
    .read(file, range)
    .on('error', () => response.destroy())
    .pipe(response)
}

/** One range, as players ask for it. Several at once are answered with the whole, which HTTP allows. */
function readRange(
  header: string | undefined,
  bytes: number,
): { start: number; end: number } | 'unsatisfiable' | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined
  const start = from === '' ? Math.max(0, bytes - Number(to)) : Number(from)
  const end = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1)
  return start > end ? 'unsatisfiable' : { start, end }
}
