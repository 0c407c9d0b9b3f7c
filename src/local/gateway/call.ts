import type { IncomingMessage, ServerResponse } from 'node:http'
import { newCallId } from '../calls'
import { CloudError } from '../errors'
import { NoAnswer } from '../faults'
import type { Functions } from '../pool/functions'
import { openCloudIds } from './cloud-id'
import { readJson, sendError, sendJson } from './http'

/**
 * Who the demo's and the tests' callers say they are. In the real cloud WeChat says it; this header exists here and
 * in the H5 transport only.
 */
const identityHeader = 'x-local-openid'

/** `POST /call/<name>` with `{ data }`: what `wx.cloud.callFunction` is in the mini program. */
export async function handleCall(
  functions: Functions,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const id = newCallId()
  response.setHeader('x-local-request-id', id)
  try {
    if (request.method !== 'POST') throw new CloudError('INVALID_PARAM', 'a function is called by POST')
    const openid = readIdentity(request)
    const body = await readJson(request)
    const data = typeof body === 'object' && body !== null && 'data' in body ? body.data : {}
    const json = await functions.call(name, openCloudIds(data), { openid, source: 'wx_client' }, id)
    sendJson(response, `{"result":${json}}`)
  } catch (error) {
    if (error instanceof NoAnswer) return hangUp(request, response, error)
    if (!(error instanceof CloudError)) throw error
    sendError(response, error)
  }
}

/**
 * Ends the connection without a word. Where the function has run, the answer breaks off after its head: a browser sends
 * a request by itself once more if an older connection ends before any of the answer, and the app would see nothing.
 */
function hangUp({ socket }: IncomingMessage, response: ServerResponse, { arrived }: NoAnswer): void {
  if (!arrived) return void socket.destroy()
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1 })
  response.flushHeaders()
  socket.destroySoon()
}

/** Without the header the call is anonymous. The SDK turns digits into a number, so an identity needs a letter. */
export function readIdentity(request: IncomingMessage): string | undefined {
  const openid = request.headers[identityHeader]
  if (openid === undefined) return undefined
  if (typeof openid === 'string' && /^(?=.*[A-Za-z])[\w-]{1,64}$/.test(openid)) return openid
  throw new CloudError('INVALID_PARAM', `${identityHeader} is 1 to 64 of A-Z a-z 0-9 _ - with a letter among them`)
}
