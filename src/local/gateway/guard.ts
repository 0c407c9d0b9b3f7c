import type { IncomingMessage } from 'node:http'

/**
 * Only this machine is served. A page of another site can make the browser send requests to 127.0.0.1, either by a
 * name that resolves there or across origins; the Host and Origin headers tell.
 */
export function refusedBecause(request: IncomingMessage): string | undefined {
  const host = request.headers.host ?? ''
  if (!/^(localhost|127\.0\.0\.1)(:\d+)?$/i.test(host)) return 'only localhost and 127.0.0.1 are served'
  const { origin } = request.headers
  const own = origin === undefined || origin.toLowerCase() === `http://${host.toLowerCase()}`
  if (!own && !isPublic(request)) return 'requests of other origins are refused'
  return undefined
}

/** Files may be read from anywhere, as they could be from a web server. */
function isPublic({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD'
}

/**
 * Whether a phone, or the browser in its place, asks for what goes over its network. The page's own files and `/_local`
 * do not count: somebody has to see what is switched on, and an app does not load itself anew.
 */
export function comesFromPhone({ headers }: IncomingMessage, route: string): boolean {
  if (route === 'call') return true
  const isPhone = ['x-local-openid', 'origin', 'sec-fetch-site'].some((name) => headers[name] !== undefined)
  return isPhone && ['storage', 'platform'].includes(route)
}

/** Whether the SDK sent this with the key of this cloud. No browser can: functions and tests have the key. */
export function hasServerKey(request: IncomingMessage, secretId: string): boolean {
  return request.headers.origin === undefined && (request.headers.authorization ?? '').includes(`${secretId}/`)
}
