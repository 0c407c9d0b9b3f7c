import { execFileSync } from 'node:child_process'
import { createHash, createHmac } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { TLSSocket } from 'node:tls'
import { StandInEnvironment } from './tencent-environment'

/** What was asked of Tencent's API: `tcb.CreateTable`, with its body. */
export interface Asked {
  readonly action: string
  readonly body: Readonly<Record<string, unknown>>
}

export interface StandIn {
  /** What a child process needs in order to take this for Tencent's API. */
  readonly environment: Readonly<Record<string, string>>
  readonly asked: readonly Asked[]
  readonly cloud: StandInEnvironment
  /** From now on this action fails with this code, until it is called without one. */
  fail(action: string, code?: string): void
  close(): Promise<void>
}

/** Whether this machine can make the certificate that the stand-in shows. */
export function canStandIn(): boolean {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const hosts = ['tcb.tencentcloudapi.com', 'scf.tencentcloudapi.com']

/**
 * Stands in for Tencent's API behind a proxy with a certificate for its names, so that the unmodified library sends
 * its real, signed requests. Requests and answers have the forms of Tencent's documentation; nothing here proves that
 * the real API does the same.
 */
export async function startStandIn(environmentId: string, secretKey: string): Promise<StandIn> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'stand-in-'))
  const [keyFile, certificateFile] = [path.join(folder, 'key.pem'), path.join(folder, 'certificate.pem')]
  const names = hosts.map((host) => `DNS:${host}`).join(',')
  const request = `req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=stand-in -addext subjectAltName=${names}`
  execFileSync('openssl', [...request.split(' '), '-keyout', keyFile, '-out', certificateFile], { stdio: 'ignore' })
  const identity = { key: readFileSync(keyFile), cert: readFileSync(certificateFile) }

  const asked: Asked[] = []
  const failing = new Map<string, string>()
  const cloud = new StandInEnvironment(environmentId)
  const answer = (host: string, action: string, text: string, incoming: IncomingMessage): object => {
    if (!isSigned(host, text, incoming, secretKey)) return failure('AuthFailure.SignatureFailure')
    const body = JSON.parse(text) as Record<string, unknown>
    const name = `${host.split('.')[0]}.${action}`
    asked.push({ action: name, body })
    const code = failing.get(name)
    if (code) return failure(code)
    try {
      return { ...cloud.answer(name, body), RequestId: 'r' }
    } catch (error) {
      return failure(error instanceof Error ? error.message : String(error))
    }
  }

  const server = createServer((incoming, response) => {
    let text = ''
    incoming.on('data', (chunk: Buffer) => (text += chunk.toString()))
    incoming.on('end', () => {
      const action = String(incoming.headers['x-tc-action'])
      response.end(JSON.stringify({ Response: answer(incoming.headers.host ?? '', action, text, incoming) }))
    })
  })
  server.on('connect', (_incoming, socket) => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n')
    const secure = new TLSSocket(socket, { isServer: true, ...identity })
    secure.on('error', () => secure.destroy())
    server.emit('connection', secure)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    environment: { http_proxy: `http://127.0.0.1:${port}`, NODE_EXTRA_CA_CERTS: certificateFile },
    asked,
    cloud,
    fail: (action, code) => (code ? void failing.set(action, code) : void failing.delete(action)),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const failure = (code: string) => ({ Error: { Code: code, Message: `refused with ${code}` }, RequestId: 'r' })

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Tencent's TC3-HMAC-SHA256, as cloud.tencent.com/document/api/213/30654 describes it. */
function isSigned(host: string, body: string, { headers }: IncomingMessage, secretKey: string): boolean {
  const seconds = Number(headers['x-tc-timestamp'])
  const date = new Date(seconds * 1000).toISOString().slice(0, 10)
  const scope = `${date}/${host.split('.')[0]}/tc3_request`
  const canonical = `POST\n/\n\ncontent-type:application/json\nhost:${host}\n\ncontent-type;host\n${sha256(body)}`
  const key = scope.split('/').reduce<string | Buffer>((last, part) => hmac(last, part), `TC3${secretKey}`)
  const signature = hmac(key, `TC3-HMAC-SHA256\n${seconds}\n${scope}\n${sha256(canonical)}`).toString('hex')
  return headers.authorization?.endsWith(`Signature=${signature}`) ?? false
}
