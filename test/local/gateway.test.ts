import { mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { startCloud, temporaryFolder, type Started } from './support/cloud'

let cloud: Started
const site = temporaryFolder()

beforeAll(async () => {
  mkdirSync(join(site.path, 'site/js'), { recursive: true })
  writeFileSync(join(site.path, 'secret.txt'), 'secret')
  writeFileSync(join(site.path, 'site/index.html'), '<!doctype html>家')
  writeFileSync(join(site.path, 'site/js/app.0a1b2c3d.js'), 'run()')
  writeFileSync(join(site.path, 'site/js/app.js'), 'run()')
  writeFileSync(join(site.path, 'site/a b.svg'), '<svg/>')
  cloud = await startCloud({
    bundles: { api: 'exports.main = (event) => event' },
    collections: [{ name: 'cards', indexes: [] }],
    staticFolder: join(site.path, 'site'),
  })
})
afterAll(async () => {
  await cloud.close()
  site.remove()
})

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** As raw as a hostile client may be: `fetch` would tidy the path and the Host header. */
function send(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { method = 'GET', headers = {}, body } = options
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port: new URL(cloud.url).port, path, method, headers },
      (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        )
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
const post = (path: string, headers: Record<string, string> = {}, body = '{"data":{"n":1}}') =>
  send(path, { method: 'POST', headers, body })

describe('who is served', () => {
  const port = () => new URL(cloud.url).port

  it('this machine, by its own names', async () => {
    for (const host of [`127.0.0.1:${port()}`, `localhost:${port()}`, 'localhost']) {
      expect((await post('/call/api', { host })).body).toBe(
        '{"result":{"n":1,"userInfo":{"openId":"","appId":"wxlocal"}}}',
      )
    }
  })

  it.each(['evil.example', 'evil.example:80', '127.0.0.1.evil.example', 'localhost.evil.example', '0.0.0.0'])(
    'not by the name %j',
    async (host) => {
      expect((await post('/call/api', { host })).status).toBeGreaterThanOrEqual(400)
      expect((await send('/', { headers: { host } })).status).toBeGreaterThanOrEqual(400)
    },
  )

  it('no page of another origin', async () => {
    const own = `http://127.0.0.1:${port()}`
    expect((await post('/call/api', { origin: own })).status).toBe(200)
    for (const origin of [
      'http://evil.example',
      'null',
      'https://127.0.0.1',
      `http://localhost:${port()}`,
      'http://127.0.0.1:1',
    ]) {
      expect((await post('/call/api', { origin })).status).toBe(403)
    }
  })

  it('no other machine', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
    for (const { address } of others) {
      await expect(fetch(`http://${address}:${port()}/health`)).rejects.toThrow()
    }
  })
})

describe('a client', () => {
  const admin = JSON.stringify({ action: 'database.getDocument', collectionName: 'cards', query: '{"_id":"x"}' })

  it('reaches neither the database nor the storage', async () => {
    expect(JSON.parse((await post('/database/cards')).body)).toMatchObject({
      errCode: -502003,
      errMsg: expect.stringMatching(/permission denied/),
    })
    expect(JSON.parse((await send('/database/cards')).body)).toMatchObject({ errCode: -502003 })
    expect(JSON.parse((await send('/storage/photo.jpg')).body)).toMatchObject({ errCode: -503002 })
    expect(JSON.parse((await send('/storage/photo.jpg', { method: 'PUT', body: 'x' })).body)).toMatchObject({
      errCode: -503002,
    })
  })

  it('reaches the gateway only with the key, and never from a page', async () => {
    const { TENCENTCLOUD_SECRETID: key = '' } = cloud.sdkEnvironment()
    const authorization = `TC3-HMAC-SHA256 Credential=${key}/2026-01-01/tcb/tc3_request`
    expect((await post('/admin', {}, admin)).status).toBe(403)
    expect((await post('/admin', { authorization: authorization.replace(key, 'other') }, admin)).status).toBe(403)
    expect((await post('/admin', { authorization, origin: cloud.url }, admin)).status).toBe(403)
    expect(JSON.parse((await post('/admin', { authorization }, admin)).body)).toMatchObject({ data: { list: [] } })
  })

  it('is answered clearly whatever it sends', async () => {
    expect(JSON.parse((await post('/call/api', {}, '{')).body)).toMatchObject({ errCode: -501007 })
    expect(JSON.parse((await send('/call/api')).body)).toMatchObject({ errCode: -501007 })
    expect(JSON.parse((await post('/call/', {}, '{}')).body)).toMatchObject({ errCode: -501000 })
    const huge = JSON.stringify({ data: 'x'.repeat(6 * 1024 * 1024) })
    expect(JSON.parse((await post('/call/api', {}, huge)).body)).toMatchObject({
      errCode: -501007,
      errMsg: expect.stringMatching(/6 MB/),
    })
  })
})

describe('files', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/index.html?x=1', 'text/html; charset=utf-8', 'no-cache'],
    ['/js/app.0a1b2c3d.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/js/app.js', 'text/javascript; charset=utf-8', 'no-cache'],
    ['/a%20b.svg', 'image/svg+xml', 'no-cache'],
  ])('%s is served', async (path, type, cache) => {
    const answer = await send(path)
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': type, 'cache-control': cache } })
    const head = await send(path, { method: 'HEAD' })
    expect(head).toMatchObject({
      status: 200,
      body: '',
      headers: { 'content-length': String(Buffer.byteLength(answer.body)) },
    })
  })

  it.each([
    '/nothing.js',
    '/js',
    '/js/',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%00',
    '/%zz',
    '//secret.txt',
  ])('%s is not found', async (path) => {
    expect(await send(path)).toMatchObject({ status: 404, body: 'Not found' })
  })

  it('are only read', async () => {
    expect((await post('/index.html')).status).toBe(405)
  })
})
