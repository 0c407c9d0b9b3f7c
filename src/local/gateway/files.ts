import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join, sep } from 'node:path'
import { contentTypeOf } from '../content-types'

/** Serves a folder of files; `/` is its `index.html`. */
export async function handleFile(
  folder: string | undefined,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD')
    return sendText(response, 405, 'Method not allowed')
  }
  const path = folder === undefined ? undefined : resolveFile(folder, pathname)
  const found = path === undefined ? undefined : await stat(path).catch(() => undefined)
  if (path === undefined || !found?.isFile()) return sendText(response, 404, 'Not found')
  response.writeHead(200, {
    'content-type': contentTypeOf(path) ?? 'application/octet-stream',
    'content-length': found.size,
    'cache-control': cacheControl(path),
    'x-content-type-options': 'nosniff',
  })
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  createReadStream(path)
    .on('error', () => response.destroy())
    .pipe(response)
}

/** The file a path names, or undefined if it would lead out of the folder. */
function resolveFile(folder: string, pathname: string): string | undefined {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return undefined
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return undefined
  const path = join(folder, decoded.endsWith('/') ? `${decoded}index.html` : decoded)
  return path.startsWith(join(folder, sep)) ? path : undefined
}

/** A name with a hash of its contents never changes them; every other file is asked for anew. */
function cacheControl(path: string): string {
  return /[.-][0-9a-f]{8,}\.\w+$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
  response.end(text)
}
