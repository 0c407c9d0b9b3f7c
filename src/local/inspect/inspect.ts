import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { CloudError } from '../errors'
import { readJson, sendJson } from '../gateway/http'
import { scriptOf } from '../script'
import { refusedFor } from './access'
import { withMovedClock } from './moved-page'
import { Unusable, type Parts } from './parts'
import { sendPicture } from './picture'
import { answer } from './routes'

const page = (name: string) => join(__dirname, 'page', name)
const browser = { platform: 'browser', format: 'iife', target: 'es2022' } as const

/** The files of the page, made when they are asked for. */
const files: Readonly<Record<string, { type: string; read: () => Promise<string> } | undefined>> = {
  '': { type: 'text/html', read: () => readFile(page('index.html'), 'utf8') },
  'style.css': { type: 'text/css', read: () => readFile(page('style.css'), 'utf8') },
  'page.js': { type: 'text/javascript', read: async () => scriptOf(page('main.ts'), browser) },
  'clock.js': { type: 'text/javascript', read: async () => scriptOf(page('clock-script.ts'), browser) },
}

/** Nothing but its own files and answers, no frame around it, and no word of it to other sites. */
const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

/** `/_local`: a look inside the cloud, and switches to see how the product bears what may happen. */
export class Inspect {
  constructor(private readonly parts: Parts) {}

  async handle(rest: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    const [, route] = /^api\/([a-z-]+)$/.exec(rest) ?? []
    if (route !== undefined) return this.handleApi(route, request, response)
    const file = Object.hasOwn(files, rest) ? files[rest] : undefined
    if (!file || (request.method !== 'GET' && request.method !== 'HEAD')) return sendText(response, 404, 'Not found')
    return sendText(response, 200, await file.read(), file.type)
  }

  /** Serves the H5 page with a script that moves its clock; answers false where the clock is as usual. */
  async serveMovedPage(
    folder: string | undefined,
    pathname: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<boolean> {
    const { offset } = this.parts.clock
    const isPage = request.method === 'GET' && (pathname === '/' || pathname === '/index.html')
    if (offset === 0 || !isPage || folder === undefined) return false
    const html = await readFile(join(folder, 'index.html'), 'utf8').catch(() => undefined)
    if (html === undefined) return false
    response.setHeader('cache-control', 'no-store')
    sendText(response, 200, withMovedClock(html, offset), 'text/html')
    return true
  }

  private async handleApi(route: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refused = refusedFor(request)
    if (refused !== undefined) return sendJson(response, JSON.stringify({ error: refused }), 403)
    try {
      const body = await readJson(request)
      if (route === 'file') return await sendPicture(this.parts, body, response)
      const answered = await answer(route, body, this.parts)
      if (answered) sendJson(response, JSON.stringify(answered.value))
      else sendJson(response, JSON.stringify({ error: 'Not found' }), 404)
    } catch (error) {
      if (!(error instanceof Unusable || error instanceof CloudError)) throw error
      sendJson(response, JSON.stringify({ error: error.message }), 400)
    }
  }
}

function sendText(response: ServerResponse, status: number, text: string, type = 'text/plain'): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'content-length': Buffer.byteLength(text) })
  response.end(text)
}
