import { join } from 'node:path'
import { developmentKeys } from '../../src/local/development-keys'
import type { LogLine } from '../../src/local/log'
import { aFunction, call, startCloud, type Started } from './support/cloud'

const sdk = JSON.stringify(join(__dirname, '../../node_modules/wx-server-sdk'))
const withSdk = (body: string) => `
  const cloud = require(${sdk})
  cloud.init({ env: process.env.TCB_ENV })
  const db = cloud.database({ throwOnNotFound: false })
  exports.main = async (event, context) => { ${body} }
`
const identity = `const { OPENID, SOURCE, APPID, ENV } = cloud.getWXContext()`

const bundles = {
  who: withSdk(`${identity}
    await db.collection('visits').add({ data: { _id: event.id, by: OPENID } })
    // Other calls run meanwhile, in other instances.
    const stored = await db.collection('visits').doc(event.id).get()
    return { before: OPENID, after: cloud.getWXContext().OPENID, stored: stored.data.by, SOURCE, APPID, ENV, userInfo: event.userInfo }
  `),
  claim: withSdk(`${identity}
    const free = { _id: event.id, claimedBy: db.command.exists(false) }
    const { stats } = await db.collection('visits').where(free).update({ data: { claimedBy: OPENID } })
    return stats.updated === 1
  `),
  echo: `exports.main = ({ reply }) => reply`,
  environment: `exports.main = () => ({ ...process.env, hours: new Date(0).getHours() })`,
  secretive: `exports.main = () => ({ ...process.env })`,
  faulty: `
    let calls = 0
    exports.main = async (event) => {
      calls += 1
      if (event.do === 'throw') throw new Error('broken for ' + process.env.WX_OPENID)
      if (event.do === 'hang') await new Promise(() => setInterval(() => {}, 1000))
      if (event.do === 'spin') for (;;);
      if (event.do === 'crash') { setImmediate(() => { throw new Error('crashed') }); await new Promise(() => {}) }
      if (event.do === 'exit') process.exit(1)
      if (event.do === 'big') return 'x'.repeat(1024 * 1024)
      if (event.do === 'circle') { const circle = {}; circle.self = circle; return circle }
      if (event.do === 'print') console.log('served ' + process.env.WX_OPENID)
      if (event.do === 'nothing') return
      return { calls }
    }
  `,
  unloadable: `throw new Error('cannot load')`,
  mainless: `exports.other = 1`,
  timer: withSdk(`${identity}; return { OPENID, SOURCE }`),
  caller: withSdk(`return (await cloud.callFunction({ name: event.name, data: event.data })).result`),
}
const lines: LogLine[] = []
let cloud: Started

beforeAll(async () => {
  cloud = await startCloud({
    bundles,
    collections: [{ name: 'visits', indexes: [] }],
    functions: {
      ...Object.fromEntries(Object.keys(bundles).map((name) => [name, aFunction()])),
      faulty: aFunction({ timeout: 1 }),
      timer: aFunction({ callableBy: 'system' }),
      unbuilt: aFunction(),
      secretive: aFunction({ secrets: ['CODE_KEY'] }),
    },
    log: (line) => lines.push(line),
  })
})
afterAll(() => cloud.close())

describe('identity', () => {
  it('is never mixed up among forty callers at once', async () => {
    const callers = Array.from({ length: 40 }, (_, i) => `user-${i}`)
    const replies = await Promise.all(callers.map((openid, i) => call(cloud, 'who', { id: `v${i}` }, openid)))
    replies.forEach(({ result }, i) => {
      const openid = `user-${i}`
      expect(result).toEqual({
        before: openid,
        after: openid,
        stored: openid,
        SOURCE: 'wx_client',
        APPID: 'wxlocal',
        ENV: 'local-env',
        userInfo: { openId: openid, appId: 'wxlocal' },
      })
    })
  })

  it('is empty without the header, also after somebody else', async () => {
    await call(cloud, 'environment', {}, 'somebody')
    const { result } = await call(cloud, 'environment', {})
    expect(result).toMatchObject({ WX_OPENID: '' })
    expect(JSON.stringify(result)).not.toContain('somebody')
  })

  it('cannot be written into the event by the phone', async () => {
    const { result } = await call(cloud, 'who', { id: 'forged', userInfo: { openId: 'other' } }, 'me')
    expect(result).toMatchObject({ userInfo: { openId: 'me' }, before: 'me' })
  })

  it.each(['12345', '', 'a b', 'x'.repeat(65), '名字'.normalize()])('refuses %j as an openid', async (openid) => {
    const response = await fetch(`${cloud.url}/call/environment`, {
      method: 'POST',
      headers: { 'x-local-openid': encodeURI(openid) },
      body: '{}',
    })
    expect(await response.json()).toMatchObject({ errCode: -501007 })
  })

  it('lets one of forty people claim a thing', async () => {
    cloud.database.insert('visits', [{ _id: 'thing' }])
    const claims = await Promise.all(
      Array.from({ length: 40 }, (_, i) => call(cloud, 'claim', { id: 'thing' }, `racer-${i}`)),
    )
    expect(claims.filter(({ result }) => result === true)).toHaveLength(1)
  })
})

describe('the environment of a function', () => {
  it('is what the manifest and the platform give, and nothing of this machine', async () => {
    process.env.SECRET_OF_THE_MACHINE = 'secret'
    const { result } = await call(cloud, 'environment', {}, 'me')
    expect(result).toMatchObject({
      TZ: 'Asia/Shanghai',
      TCB_ENV: 'local-env',
      TCB_SOURCE: 'wx_client',
      WX_OPENID: 'me',
    })
    expect(result).not.toHaveProperty('SECRET_OF_THE_MACHINE')
  })

  it('holds the development value of a secret that the manifest names, and of no other', async () => {
    expect((await call(cloud, 'secretive', {}, 'me')).result).toMatchObject({ CODE_KEY: developmentKeys.CODE_KEY })
    expect((await call(cloud, 'secretive', {}, 'me')).result).not.toHaveProperty('PERSON_KEY')
    expect((await call(cloud, 'environment', {}, 'me')).result).not.toHaveProperty('CODE_KEY')
  })
})

describe('a function that fails', () => {
  it.each([
    ['throws', 'throw', -504002, /broken/],
    ['hangs', 'hang', -504003, /timed out after 1 seconds/],
    ['never yields', 'spin', -504003, /timed out/],
    ['crashes', 'crash', -504002, /crashed/],
    ['exits', 'exit', -504002, /ended/],
    ['answers too much', 'big', -604001, /exceed/],
    ['answers a circle', 'circle', -504002, /circular/],
  ])('because it %s answers as WeChat does, and the next call is served', async (_, what, errCode, errMsg) => {
    expect(await call(cloud, 'faulty', { do: what }, 'me')).toEqual({ errCode, errMsg: expect.stringMatching(errMsg) })
    expect(await call(cloud, 'faulty', {}, 'me')).toMatchObject({ result: { calls: expect.any(Number) } })
  })

  it('spares the calls beside it', async () => {
    const calls = Array.from({ length: 12 }, (_, i) => call(cloud, 'faulty', { do: i % 3 === 0 ? 'crash' : 'fine' }))
    const replies = await Promise.all(calls)
    expect(replies.map(({ errCode }) => errCode)).toEqual(replies.map((_, i) => (i % 3 === 0 ? -504002 : undefined)))
  })

  it('is reported when its bundle does not load, has no main, or is missing', async () => {
    expect(await call(cloud, 'unloadable', {})).toMatchObject({
      errCode: -504002,
      errMsg: expect.stringMatching(/cannot load/),
    })
    expect(await call(cloud, 'mainless', {})).toMatchObject({ errCode: -504002, errMsg: expect.stringMatching(/main/) })
    expect(await call(cloud, 'unbuilt', {})).toMatchObject({
      errCode: -501000,
      errMsg: expect.stringMatching(/npm run build:cloud/),
    })
    expect(await call(cloud, 'nowhere', {})).toMatchObject({ errCode: -501000 })
    expect(await call(cloud, 'constructor', {})).toMatchObject({ errCode: -501000 })
  })

  it('answers null for nothing', async () => {
    expect(await call(cloud, 'faulty', { do: 'nothing' })).toEqual({ result: null })
  })
})

describe('a function of the system', () => {
  it('refuses a phone before it runs', async () => {
    expect(await call(cloud, 'timer', {}, 'me')).toMatchObject({ errCode: -501008 })
    const through = await call(cloud, 'caller', { name: 'timer', data: {} }, 'me')
    expect(through).toMatchObject({ errCode: -504002, errMsg: expect.stringContaining('by the system only') })
  })

  it('is started by the platform', async () => {
    expect(await cloud.invoke('timer', {}, { source: 'wx_trigger' })).toEqual({ OPENID: '', SOURCE: 'wx_trigger' })
    await expect(cloud.invoke('timer', {}, { source: 'wx_client' })).rejects.toMatchObject({ errCode: -501008 })
  })
})

it('one function calls another for the same person', async () => {
  const { result } = await call(cloud, 'caller', { name: 'who', data: { id: 'nested' } }, 'me')
  expect(result).toMatchObject({ before: 'me', SOURCE: 'wx_client,scf' })
})

describe('the record of a call', () => {
  it('counts what it cost', async () => {
    await call(cloud, 'who', { id: 'counted', action: 'visit.add' }, 'me')
    expect(cloud.calls.at(-1)).toEqual({
      id: expect.stringMatching(/^req-/),
      function: 'who',
      action: 'visit.add',
      caller: 'user',
      name: expect.stringMatching(/^访客 \d+$/),
      at: expect.any(Number),
      ms: expect.any(Number),
      roundTrips: 2,
      databaseTrips: 2,
      documentsRead: 1,
      documentsWritten: 1,
      plans: ['visits: _id_(1/1)'],
      outcome: 'ok',
    })
  })

  it('calls a person by a made-up name, always the same one', async () => {
    const named = async (openid?: string) => {
      await call(cloud, 'environment', {}, openid)
      return cloud.calls.at(-1)?.name
    }
    expect(await named('demo-person-a')).toBe('居民甲')
    const visitor = await named('somebody-else')
    expect(visitor).toMatch(/^访客 \d+$/)
    expect(await named('one-more')).not.toBe(visitor)
    expect(await named('somebody-else')).toBe(visitor)
    expect(await named()).toBeUndefined()
  })

  it('tells a refusal from a success, and keeps only what looks like a code', async () => {
    const record = async (reply: unknown) => {
      await call(cloud, 'echo', { reply })
      return cloud.calls.at(-1)
    }
    expect(await record({ ok: false, refused: 'door.revoked', requestId: '1' })).toMatchObject({
      outcome: 'ok',
      refused: 'door.revoked',
    })
    for (const reply of [
      { ok: true, refused: 'door.revoked' },
      { ok: false, refused: '138 0000 0000' },
      { ok: false, refused: { code: 'x' } },
      'refused',
      null,
    ]) {
      expect(await record(reply)).not.toHaveProperty('refused')
    }
  })

  it('names the call that made it', async () => {
    await call(cloud, 'caller', { name: 'environment', data: {} }, 'me')
    const [inner, outer] = cloud.calls.slice(-2)
    expect(inner).toMatchObject({ function: 'environment', parent: outer?.id })
    expect(outer).not.toHaveProperty('parent')
  })

  it('has the number that the answer carries', async () => {
    const response = await fetch(`${cloud.url}/call/faulty`, { method: 'POST', body: '{"data":{"do":"throw"}}' })
    expect(cloud.calls.at(-1)).toMatchObject({
      id: response.headers.get('x-local-request-id'),
      caller: 'anonymous',
      outcome: 'FUNCTIONS_EXECUTE_FAIL',
    })
  })

  it('and the log never say who called', async () => {
    const openid = 'openid-that-must-not-be-seen'
    await call(cloud, 'faulty', { do: 'print' }, openid)
    await call(cloud, 'faulty', { do: 'throw' }, openid)
    await call(cloud, 'who', { id: 'quiet' }, openid)
    // Closing waits for the instances, and with them for what they have printed.
    while (!lines.some(({ text }) => text === 'served <openid>')) await new Promise((resolve) => setImmediate(resolve))
    expect(lines.some(({ text }) => text.includes('broken for <openid>'))).toBe(true)
    expect(JSON.stringify([lines, cloud.calls])).not.toContain(openid)
  })
})

it('refuses more calls than can wait', async () => {
  const small = await startCloud({ bundles: { quick: bundles.faulty }, workers: 1 })
  const calls = Array.from({ length: 260 }, () => small.invoke('quick', {}, { source: 'scf' }))
  const outcomes = await Promise.allSettled(calls)
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []))
  // One runs, two hundred wait.
  expect(refused).toHaveLength(260 - 201)
  expect(refused[0]).toMatchObject({ errCode: -501004 })
  await small.close()
})

it('gives up the calls that wait when it closes', async () => {
  const closing = await startCloud({ bundles: { slow: bundles.faulty }, workers: 1 })
  const waiting = [
    closing.invoke('slow', { do: 'hang' }, { source: 'scf' }),
    closing.invoke('slow', {}, { source: 'scf' }),
  ]
  const outcomes = Promise.allSettled(waiting)
  await closing.close()
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})
