import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { clientRules } from '../../cloud/deployment'
import { CloudError, StartError } from '../errors'
import type { Faults } from '../faults'
import type { Inspect } from '../inspect/inspect'
import { handleAdmin, type AdminOptions } from './admin'
import { handleCall } from './call'
import { handleFile } from './files'
import { comesFromPhone, hasServerKey, refusedBecause } from './guard'
import { sendError, sendJson } from './http'
import { handlePlatform } from './platform'
import { handleStorage } from './storage'

export interface ServerOptions extends AdminOptions {
  /** What the SDK has to show at `/admin`. */
  readonly secretId: string
  readonly faults: Faults
  /** `/_local`, and what the H5 pages are told of it. */
  readonly inspect: Inspect
  readonly staticFolder?: string
}

/** The one door of the local cloud: the SDK's gateway, the functions, and the H5 files. */
export class Gateway {
  private readonly server: Server

  constructor(private readonly options: ServerOptions) {
    // The local cloud knows one rule for the collections. If the manifest ever says otherwise, it has to learn it first.
    const allowed = Object.values(clientRules.collections).some(Boolean)
    if (allowed) throw new Error('the local cloud only knows clientRules that deny every collection')
    this.server = createServer((request, response) => void this.handle(request, response))
    // Five seconds unless said: on a busy machine a function then meets a connection that was just being closed.
    this.server.keepAliveTimeout = 10 * 60 * 1000
  }

  /** Listens on this machine only; answers the port. */
  listen(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, port)))
      this.server.listen(port, '127.0.0.1', () => resolve((this.server.address() as AddressInfo).port))
    })
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve())
      this.server.closeAllConnections()
    })
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const refused = refusedBecause(request)
      if (refused === undefined) await this.route(request, response)
      else sendError(response, new CloudError('INVALID_REQUEST_SOURCE', refused), 403)
    } catch (error) {
      this.options.log({ level: 'error', source: 'cloud', text: String(error instanceof Error ? error.stack : error) })
      if (response.headersSent) response.destroy()
      else sendError(response, error, 500)
    }
  }

  private async route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { options } = this
    const [pathname = '/'] = (request.url ?? '/').split('?')
    const [, first = '', rest = ''] = /^\/([^/]*)\/?(.*)$/.exec(pathname) ?? []
    if (options.faults.networkDropped && comesFromPhone(request, first)) return void request.socket.destroy()
    switch (first) {
      case 'admin':
        if (hasServerKey(request, options.secretId)) return handleAdmin(options, request, response)
        return sendError(response, denied('the gateway'), 403)
      case 'call':
        return handleCall(options.functions, rest, request, response)
      case '_local':
        return options.inspect.handle(rest, request, response)
      case 'health':
        return sendJson(response, JSON.stringify({ localCloud: true, pid: process.pid }))
      case 'database':
        return sendError(response, denied('the database'), 403)
      case 'storage':
        return handleStorage(options.storage, rest, request, response)
      case 'platform':
        return handlePlatform(options.platform, rest, request, response)
      default:
        if (await options.inspect.serveMovedPage(options.staticFolder, pathname, request, response)) return
        return handleFile(options.staticFolder, pathname, request, response)
    }
  }
}

function denied(what: string) {
  return new CloudError(
    'DATABASE_PERMISSION_DENIED',
    `permission denied: clientRules let no client reach ${what}; call a function instead`,
  )
}

function portError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== 'EADDRINUSE') return error
  return new StartError(
    'port-busy',
    `端口 ${port} 已被占用。请关掉占用它的程序，或换一个端口，例如 PORT=${port + 1} npm start。 | ` +
      `Port ${port} is in use. Stop what uses it, or choose another one, such as PORT=${port + 1} npm start.`,
  )
}
