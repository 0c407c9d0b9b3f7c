import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError } from '../errors'
import { ageOf, listOf } from '../storage/actions'
import type { FileRow } from '../storage/file-table'
import { decodedPath } from '../storage/paths'
import { mayRead, mayWrite } from '../storage/rules'
import type { Storage } from '../storage/storage'
import { readIdentity } from './call'
import { readJson, sendError, sendJson } from './http'
import { sendStored } from './stored-file'

/**
 * `/storage/…`. Phones: `upload`, `links` and `delete`, which are what `wx.cloud` has, as far as the rule lets them.
 * `file` is a link to a file, `object` is where the SDK of a function puts one; both are signed.
 */
export async function handleStorage(
  storage: Storage,
  rest: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [, route = '', encoded = ''] = /^([^/]*)\/?(.*)$/.exec(rest) ?? []
  const query = new URLSearchParams((request.url ?? '').split('?')[1])
  try {
    switch (`${request.method} ${route}`) {
      case 'POST upload':
        return sendJson(response, JSON.stringify(await upload(storage, query, request)))
      case 'POST links':
        return sendJson(response, JSON.stringify(await links(storage, request)))
      case 'POST delete':
        return sendJson(response, JSON.stringify(await remove(storage, request)))
      case 'PUT object':
        return await putObject(storage, query, request, response)
      case 'GET file':
      case 'HEAD file': {
        const file = storage.linked(decodedPath(encoded), query.get('sign') ?? '', Number(query.get('t')))
        if (!file) return sendError(response, denied(), 403)
        return sendStored(storage, file, request, response)
      }
      default:
        return sendError(response, denied(), 403)
    }
  } catch (error) {
    if (!(error instanceof CloudError)) throw error
    // What is left of an upload is read and dropped, so that the answer arrives.
    request.resume()
    sendError(response, error)
  }
}

async function upload(storage: Storage, query: URLSearchParams, request: IncomingMessage): Promise<{ fileID: string }> {
  const openid = readIdentity(request)
  const check = (present: FileRow | undefined) => {
    if (!mayWrite(storage.rule, openid, present)) throw denied()
  }
  const options = { owner: openid, contentType: typeOf(request), check }
  return { fileID: await storage.put(query.get('path') ?? '', request, options) }
}

interface Answer {
  readonly fileID: string
  readonly tempFileURL?: string
  readonly status: number
  readonly errMsg: string
}

async function links(storage: Storage, request: IncomingMessage): Promise<{ fileList: Answer[] }> {
  const openid = readIdentity(request)
  const list = await readList(request)
  const fileList = list.map((item) => {
    const { fileID, maxAge } = typeof item === 'string' ? { fileID: item } : (Object(item) as Record<string, unknown>)
    const file = storage.find(String(fileID))
    const refused = mayRead(storage.rule, openid, file) ? missing(file) : denied()
    const tempFileURL = file && !refused ? storage.link(file, ageOf(maxAge)) : ''
    return { ...answer(String(fileID), refused), tempFileURL }
  })
  return { fileList }
}

async function remove(storage: Storage, request: IncomingMessage): Promise<{ fileList: Answer[] }> {
  const openid = readIdentity(request)
  const list = await readList(request)
  const fileList = list.map((fileID) => {
    const file = storage.find(String(fileID))
    const refused = mayWrite(storage.rule, openid, file) ? missing(file) : denied()
    if (file && !refused) storage.remove(file)
    return answer(String(fileID), refused)
  })
  return { fileList }
}

/** What Tencent's object storage is to the SDK: nothing for done, XML for refused. */
async function putObject(
  storage: Storage,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const { authorization = '' } = request.headers
    const path = query.get('path') ?? ''
    if (!storage.acceptsUpload(path, authorization, Number(query.get('t')))) {
      request.resume()
      return sendXml(response, 403, 'SignatureDoesNotMatch', 'The signature is wrong or too old.')
    }
    await storage.put(path, request, { contentType: typeOf(request) })
    response.writeHead(200).end()
  } catch (error) {
    if (!(error instanceof CloudError)) throw error
    request.resume()
    sendXml(response, 400, 'InvalidArgument', error.message)
  }
}

function sendXml(response: ServerResponse, status: number, code: string, message: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' })
  const body = `<Code>${code}</Code><Message>${message}</Message><RequestId>local</RequestId><TraceId>local</TraceId>`
  response.end(`<?xml version='1.0' encoding='utf-8' ?><Error>${body}</Error>`)
}

async function readList(request: IncomingMessage): Promise<readonly unknown[]> {
  const body = await readJson(request)
  return listOf((Object(body) as { fileList?: unknown }).fileList)
}

/** A type as it may stand in an answer's head. */
function typeOf(request: IncomingMessage): string {
  const [type = ''] = (request.headers['content-type'] ?? '').split(';')
  return /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : ''
}

function answer(fileID: string, refused: CloudError | undefined): Answer {
  return { fileID, status: refused?.errCode ?? 0, errMsg: refused?.message ?? 'ok' }
}

function missing(file: FileRow | undefined): CloudError | undefined {
  return file ? undefined : new CloudError('STORAGE_FILE_NONEXIST', 'storage file not exists')
}

function denied(): CloudError {
  return new CloudError('STORAGE_EXCEED_AUTHORITY', 'storage permission denied: the storage rule of this cloud says no')
}
