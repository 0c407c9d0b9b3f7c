import { mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { call, startCloud, temporaryFolder, type Started } from './support/cloud'

const site = temporaryFolder()
const html = '<!doctype html><html><head><title>家</title></head></html>'
let cloud: Started
beforeAll(async () => {
  mkdirSync(join(site.path, 'site'))
  writeFileSync(join(site.path, 'site/index.html'), html)
  cloud = await startCloud({
    bundles: { api: `exports.main = () => ({ ok: false, refused: 'door.revoked' })` },
    collections: [
      { name: 'doors', indexes: [{ name: 'byState', fields: ['state', '-at'] }] },
      { name: 'people', indexes: [{ name: 'byPhone', fields: ['phone'], unique: true }] },
    ],
    staticFolder: join(site.path, 'site'),
  })
  cloud.database.insert(
    'doors',
    Array.from({ length: 45 }, (_, n) => ({
      _id: `d${String(n).padStart(2, '0')}`,
      n,
      state: n % 2 ? 'odd' : 'even',
      at: new Date(n),
    })),
  )
  cloud.database.insert('people', [{ _id: 'p1', phone: '8881201', note: '<script>alert(1)</script>' }])
})
beforeEach(() => {
  cloud.clock.moveTo(0)
  cloud.faults.reset()
})
afterAll(async () => {
  await cloud.close()
  site.remove()
})

interface Reply {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: string
}
/** As raw as a hostile page may be: `fetch` forbids these headers. */
function send(
  path: string,
  headers: Record<string, string> = {},
  body: object | undefined = {},
  method = 'POST',
): Promise<Reply> {
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
    outgoing.end(method === 'GET' ? undefined : JSON.stringify(body))
  })
}
const own = { 'x-local-inspect': 'test', 'content-type': 'application/json' }
const ask = async (route: string, body: object = {}) => {
  const reply = await send(`/_local/api/${route}`, own, body)
  return { status: reply.status, value: JSON.parse(reply.body) }
}

describe('who may look inside', () => {
  const routes = ['state', 'collections', 'documents', 'messages', 'files', 'file', 'timers', 'people', 'name']
  const switches = ['move-clock', 'faults', 'reset', 'run-timer']

  it.each([...routes, ...switches])('%s: nobody from another site', async (route) => {
    const path = `/_local/api/${route}`
    const strangers: Record<string, string>[] = [
      { ...own, origin: 'http://evil.example' },
      { ...own, origin: 'null' },
      { ...own, 'sec-fetch-site': 'cross-site' },
      { ...own, 'sec-fetch-site': 'same-site' },
      { ...own, 'sec-fetch-site': 'none' },
      { ...own, host: 'evil.example' },
      // What a form of another site can send by itself.
      { 'content-type': 'application/json' },
      { 'x-local-inspect': 'test', 'content-type': 'text/plain' },
      {},
    ]
    for (const headers of strangers) expect((await send(path, headers)).status).toBe(403)
    expect((await send(path, own, undefined, 'GET')).status).toBe(403)
    // 400: let in, and asked for something that is not there.
    expect([200, 400]).toContain(
      (await send(path, { ...own, origin: cloud.url, 'sec-fetch-site': 'same-origin' })).status,
    )
  })

  it('a refused switch has switched nothing', async () => {
    await send('/_local/api/faults', { ...own, 'sec-fetch-site': 'cross-site' }, { networkDropped: true })
    await send('/_local/api/move-clock', { ...own, origin: 'http://evil.example' }, { offset: 1000 })
    expect(cloud.faults.state).toEqual({ networkDropped: false })
    expect(cloud.clock.offset).toBe(0)
  })

  it('no answer may be read or framed by another site, or run what it is not', async () => {
    for (const path of ['/_local', '/_local/page.js', '/_local/api/state']) {
      const { headers } = await send(path, own, {}, path.includes('api') ? 'POST' : 'GET')
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
        'content-security-policy': expect.stringMatching(
          /default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/,
        ),
      })
      expect(headers).not.toHaveProperty('access-control-allow-origin')
    }
  })

  it('what is not there is not found', async () => {
    expect(await ask('constructor')).toMatchObject({ status: 404 })
    for (const path of ['/_local/nothing', '/_local/main.ts', '/_local/../start.ts', '/_local/constructor']) {
      expect((await send(path, {}, undefined, 'GET')).status).toBe(404)
    }
  })
})

describe('the calls', () => {
  it('are told with a made-up name and never an openid', async () => {
    const before = (await ask('state')).value
    await call(cloud, 'api', { action: 'door.open' }, 'openid-not-to-be-seen')
    const { value } = await ask('state', { after: before.ended })
    expect(value.calls).toEqual([
      expect.objectContaining({
        action: 'door.open',
        name: expect.stringMatching(/^访客/),
        outcome: 'ok',
        refused: 'door.revoked',
      }),
    ])
    expect(JSON.stringify(value)).not.toContain('openid-not-to-be-seen')
    expect((await ask('state', { after: value.ended })).value.calls).toEqual([])
  })

  it('are the last five hundred for whoever has seen none', async () => {
    const { value } = await ask('state', { after: -5 })
    expect(value.calls).toHaveLength(Math.min(500, value.ended))
  })
})

describe('the documents', () => {
  const documents = async (filter: string, rest: object = {}) =>
    ask('documents', { collection: 'doors', filter, ...rest })

  it('stand beside their count and their indexes', async () => {
    expect((await ask('collections')).value).toEqual([
      { name: 'doors', count: 45, indexes: [{ name: 'byState', fields: ['state', '-at'], unique: false }] },
      { name: 'people', count: 1, indexes: [{ name: 'byPhone', fields: ['phone'], unique: true }] },
    ])
  })

  it('are turned by twenty', async () => {
    const ids = await Promise.all(
      [0, 20, 40, 60].map(async (skip) =>
        (await documents('', { skip })).value.documents.map(({ id }: { id: string }) => id),
      ),
    )
    expect(ids.map((page: string[]) => page.length)).toEqual([20, 20, 5, 0])
    expect(new Set(ids.flat()).size).toBe(45)
  })

  it.each([
    ['', 45],
    ['state = odd', 22],
    ['state="odd"', 22],
    ['state != odd', 23],
    ['n = 7', 1],
    ['n > 40', 4],
    ['n<=3', 4],
    ['gone = null', 45],
    ['{"state": "odd", "n": {"$gte": 40}}', 2],
    ['{"at": {"$gt": {"$date": "1970-01-01T00:00:00.040Z"}}}', 4],
  ])('are filtered by %j', async (filter, total) => {
    expect((await documents(filter)).value).toMatchObject({ total })
  })

  it('are found by digits that are a text', async () => {
    expect((await ask('documents', { collection: 'people', filter: 'phone = 8881201' })).value.total).toBe(1)
  })

  it('are told with the plan that a function would need', async () => {
    expect((await documents('state = odd')).value.plan).toBe('byState(1/2)')
    expect((await documents('n = 1')).value.plan).toBe('scan')
  })

  it.each([
    ['{"state": ', /不是有效的 JSON/],
    ['state', /看不懂/],
    ['= 3', /看不懂/],
    ['$where = 1', /看不懂/],
    ['{"n": {"$near": 1}}', /用不了.*\$near/],
  ])('refuse the filter %j in a sentence', async (filter, error) => {
    expect(await documents(filter)).toEqual({ status: 400, value: { error: expect.stringMatching(error) } })
  })

  it('refuse a collection that is not there', async () => {
    expect(await ask('documents', { collection: 'nothing', filter: '' })).toMatchObject({ status: 400 })
  })
})

describe('the switches', () => {
  it('move the clock by a distance, to an hour, and back', async () => {
    expect((await ask('move-clock', { offset: 3600_000 })).value).toEqual({ offset: 3600_000 })
    expect(cloud.clock.offset).toBe(3600_000)
    const at = Date.parse('2030-01-01T08:00:00+08:00')
    await ask('move-clock', { at })
    expect(Math.abs(cloud.clock.now() - at)).toBeLessThan(60_000)
    await ask('move-clock', { offset: 0 })
    expect(cloud.clock.offset).toBe(0)
  })

  it.each([{}, { offset: 'x' }, { offset: 1e15 }, { at: null }, { at: -1 }])('refuse the time %j', async (asked) => {
    expect(await ask('move-clock', asked)).toMatchObject({ status: 400 })
    expect(cloud.clock.offset).toBe(0)
  })

  it('drop the network, and make calls fail, slow or lost', async () => {
    await ask('faults', { networkDropped: true })
    await ask('faults', { next: { kind: 'lost', action: 'card.claim' } })
    await ask('faults', { every: { kind: 'slow', ms: 500 } })
    expect(cloud.faults.state).toEqual({
      networkDropped: true,
      next: { kind: 'lost', action: 'card.claim' },
      every: { kind: 'slow', ms: 500 },
    })
    await ask('faults', { every: null, networkDropped: false })
    expect(cloud.faults.state).toEqual({ networkDropped: false, next: { kind: 'lost', action: 'card.claim' } })
  })

  it.each([
    { next: { kind: 'slow', ms: 60_001 } },
    { next: { kind: 'slow', ms: null } },
    { every: { kind: 'fail', code: 'nothing' } },
    { every: { kind: 'other' } },
    { networkDropped: true, next: { kind: 'lost', action: 'a b' } },
  ])('refuse %j and switch nothing of it', async (asked) => {
    expect(await ask('faults', asked)).toMatchObject({ status: 400 })
    expect(cloud.faults.state).toEqual({ networkDropped: false })
  })

  it('all go back at once', async () => {
    await ask('faults', { networkDropped: true, next: { kind: 'lost' }, every: { kind: 'lost' } })
    await ask('move-clock', { offset: 1000 })
    await ask('reset')
    expect(cloud.faults.state).toEqual({ networkDropped: false })
    expect(cloud.clock.offset).toBe(0)
  })
})

describe('the H5 page', () => {
  it('is served as it is while the clock is', async () => {
    expect((await send('/', {}, undefined, 'GET')).body).toBe(html)
  })

  it('gets the script that moves its clock, before any other, while the clock is moved', async () => {
    cloud.clock.moveTo(-5000)
    for (const path of ['/', '/index.html', '/?visit=1']) {
      const { body, headers } = await send(path, {}, undefined, 'GET')
      expect(body).toBe(html.replace('<head>', '<head><script src="/_local/clock.js" data-offset="-5000"></script>'))
      expect(headers['cache-control']).toBe('no-store')
    }
    expect((await send('/_local/clock.js', {}, undefined, 'GET')).body).toContain('Date')
  })
})
