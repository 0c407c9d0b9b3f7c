import type { IncomingMessage } from 'node:http'

/** No form and no picture of another site can send it; a script there would have to be allowed to, and is not. */
export const pageHeader = 'x-local-inspect'

/**
 * Why a request may not look inside, or undefined. The gateway has already refused other hosts, and other origins that
 * post. Here nothing is public, whatever the method: every answer may hold documents.
 */
export function refusedFor({ method, headers }: IncomingMessage): string | undefined {
  if (method !== 'POST') return 'only POST is answered here'
  if (headers[pageHeader] === undefined) return `the header ${pageHeader} is required`
  if (!headers['content-type']?.startsWith('application/json')) return 'the content type has to be application/json'
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return 'requests of other sites are refused'
  return undefined
}
