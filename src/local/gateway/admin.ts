import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Calls } from '../calls'
import { isRecord } from '../database/values'
import { CloudError, notSupported } from '../errors'
import type { Log } from '../log'
import { readForm } from '../openapi/form'
import type { Platform } from '../openapi/platform'
import { actions, type Surroundings } from './actions'
import { maxBodyBytes, readJson, sendBytes, sendJson, toCloudError } from './http'

export interface AdminOptions extends Omit<Surroundings, 'call'> {
  readonly calls: Calls
  readonly platform: Platform
  readonly log: Log
}

/** `POST /admin`: the gateway that the SDK takes for the platform's. Errors too are answered with status 200. */
export async function handleAdmin(
  options: AdminOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const requestId = randomBytes(8).toString('hex')
  try {
    if (isForm(request)) return sendBytes(response, await actOnForm(options, request))
    const json = JSON.stringify({ requestId, ...(await act(options, request)) })
    if (Buffer.byteLength(json) > maxBodyBytes)
      throw new CloudError('DATABASE_REQUEST_FAILED', 'the reply exceeds 6 MB')
    sendJson(response, json)
  } catch (error) {
    const { code, message } = toCloudError(error)
    if (!(error instanceof CloudError)) {
      options.log({ level: 'error', source: 'cloud', text: String(error instanceof Error ? error.stack : error) })
    }
    sendJson(response, JSON.stringify({ requestId, code, message }))
  }
}

async function act(options: AdminOptions, request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const params = await readJson(request)
  if (!isRecord(params)) throw new CloudError('INVALID_PARAM', 'the request is not an object')
  const name = String(params.action)
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined
  if (!action) throw notSupported(`the action ${name}`)
  const call = options.calls.byToken(params.wxCloudApiToken)
  if (call) call.meter.roundTrips += 1
  if (call && name.startsWith('database.')) call.meter.databaseTrips += 1
  const { database, functions, storage } = options
  return action(params, { database, functions, storage, call })
}

/** Open API calls come as forms, and their answers are not JSON. */
function isForm({ headers }: IncomingMessage): boolean {
  return headers['content-type']?.startsWith('multipart/') ?? false
}

async function actOnForm({ calls, platform }: AdminOptions, request: IncomingMessage): Promise<Buffer> {
  const form = await readForm(request, maxBodyBytes)
  const call = calls.byToken(form.get('wxCloudApiToken')?.toString())
  if (call) call.meter.roundTrips += 1
  return platform.openApis.answer(form, call)
}
