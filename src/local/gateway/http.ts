import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError } from '../errors'

/** WeChat's limit for a request. */
export const maxBodyBytes = 6 * 1024 * 1024

/** Reads a request's body as JSON; an empty one is an empty object. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request)
  if (body.length === 0) return {}
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new CloudError('INVALID_PARAM', 'the request is not JSON')
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    // The rest is read and dropped, so that the answer arrives.
    if (size <= maxBodyBytes) chunks.push(chunk)
  }
  if (size > maxBodyBytes) throw new CloudError('INVALID_PARAM', 'the request exceeds 6 MB')
  return Buffer.concat(chunks)
}

/** Answers a text that is JSON already. */
export function sendJson(response: ServerResponse, json: string, status = 200): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(json),
    'cache-control': 'no-store',
  })
  response.end(json)
}

/** Answers what is not text. */
export function sendBytes(response: ServerResponse, bytes: Buffer): void {
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes.length })
  response.end(bytes)
}

/** Answers an error as a client of the cloud sees it: a number and words. */
export function sendError(response: ServerResponse, error: unknown, status = 200): void {
  const { errCode, message } = toCloudError(error)
  sendJson(response, JSON.stringify({ errCode, errMsg: message }), status)
}

/** A defect of the local cloud itself answers as the real one does, without its details. */
export function toCloudError(error: unknown): CloudError {
  return error instanceof CloudError ? error : new CloudError('SYS_ERR', 'resource system error')
}
