import { join } from 'node:path'
import { Faults, NoAnswer, type CallFault } from '../../src/local/faults'
import { call, startCloud, type Started } from './support/cloud'

const sdk = JSON.stringify(join(__dirname, '../../node_modules/wx-server-sdk'))
const bundles = {
  /** Writes once for each key, as the product's writes do. */
  write: `
    const cloud = require(${sdk})
    cloud.init({ env: process.env.TCB_ENV })
    const db = cloud.database({ throwOnNotFound: false })
    exports.main = async ({ key }) => {
      const before = (await db.collection('writes').doc(key).get()).data
      if (before) return { again: true }
      await db.collection('writes').add({ data: { _id: key } })
      return { again: false }
    }
  `,
  broken: `exports.main = () => { throw new Error('broken') }`,
  outer: `
    const cloud = require(${sdk})
    cloud.init({ env: process.env.TCB_ENV })
    exports.main = async (event) => (await cloud.callFunction({ name: 'write', data: event })).result
  `,
}
let cloud: Started
beforeAll(async () => {
  cloud = await startCloud({ bundles, collections: [{ name: 'writes', indexes: [] }] })
})
beforeEach(() => cloud.faults.reset())
afterAll(() => cloud.close())

const write = (key: string, action?: string) => call(cloud, 'write', { key, action }, 'me')
const isWritten = (key: string) => cloud.database.get('writes', key) !== undefined

// `fetch failed`: no connection. `terminated`: it broke off within the answer.
describe('a lost reply', () => {
  it('leaves the work done and the phone without a word, and the resend does not make two', async () => {
    cloud.faults.nextCall({ kind: 'lost' })
    await expect(write('lost')).rejects.toThrow('terminated')
    expect(isWritten('lost')).toBe(true)
    expect(await write('lost')).toEqual({ result: { again: true } })
    expect(cloud.database.count('writes', { _id: 'lost' })).toBe(1)
  })

  it('stands in the record beside what the function did', async () => {
    cloud.faults.nextCall({ kind: 'lost' })
    await expect(write('lost-record')).rejects.toThrow()
    expect(cloud.calls.at(-1)).toMatchObject({ outcome: 'ok', fault: 'lost', documentsWritten: 1 })
  })

  it('may be the one of a function that failed', async () => {
    cloud.faults.nextCall({ kind: 'lost' })
    await expect(call(cloud, 'broken', {}, 'me')).rejects.toThrow('terminated')
    expect(cloud.calls.at(-1)).toMatchObject({ outcome: 'FUNCTIONS_EXECUTE_FAIL', fault: 'lost' })
  })
})

describe('a call that is made to fail', () => {
  it.each([
    ['FUNCTIONS_EXECUTE_FAIL', -504002],
    ['FUNCTIONS_TIME_LIMIT_EXCEEDED', -504003],
    ['EXCEED_CONCURRENT_REQUEST_LIMIT', -501004],
    ['SYS_ERR', -501001],
  ] as const)('with %s answers %d once, without running', async (code, errCode) => {
    cloud.faults.nextCall({ kind: 'fail', code })
    expect(await write(code)).toMatchObject({ errCode })
    expect(isWritten(code)).toBe(false)
    expect(cloud.calls.at(-1)).toMatchObject({ outcome: code, fault: 'fail' })
    expect(await write(code)).toMatchObject({ result: { again: false } })
  })

  it('fails each time, until that is taken back', async () => {
    cloud.faults.everyCall({ kind: 'fail', code: 'SYS_ERR' })
    expect(await write('each')).toMatchObject({ errCode: -501001 })
    expect(await write('each')).toMatchObject({ errCode: -501001 })
    cloud.faults.everyCall(undefined)
    expect(await write('each')).toMatchObject({ result: { again: false } })
  })
})

describe('a slow call', () => {
  it('answers later, and as always', async () => {
    cloud.faults.nextCall({ kind: 'slow', ms: 300 })
    const started = performance.now()
    expect(await write('slow')).toMatchObject({ result: { again: false } })
    // A timer may be a little early by another clock.
    expect(performance.now() - started).toBeGreaterThan(290)
  })

  it('does not hold up the end', async () => {
    const other = await startCloud({ bundles: { quick: 'exports.main = () => 1' } })
    other.faults.nextCall({ kind: 'slow', ms: 60_000 })
    const outcome = other.invoke('quick', {}, { source: 'wx_client' }).catch((error: unknown) => error)
    await other.close()
    expect(await outcome).toMatchObject({ errCode: -504002 })
  })
})

describe('without the network', () => {
  it('no call of a phone arrives', async () => {
    cloud.faults.dropNetwork(true)
    const before = cloud.calls.length
    await expect(write('dropped')).rejects.toThrow('fetch failed')
    await expect(cloud.invoke('write', { key: 'dropped' }, { openid: 'me', source: 'wx_client' })).rejects.toThrow(
      NoAnswer,
    )
    expect(cloud.calls).toHaveLength(before)
    cloud.faults.dropNetwork(false)
    expect(isWritten('dropped')).toBe(false)
    expect(await write('dropped')).toMatchObject({ result: { again: false } })
  })

  it('a reply that was on its way is lost', async () => {
    cloud.faults.nextCall({ kind: 'slow', ms: 100 })
    const reply = write('on-its-way')
    while (cloud.faults.state.next) await new Promise((resolve) => setImmediate(resolve))
    cloud.faults.dropNetwork(true)
    await expect(reply).rejects.toThrow('terminated')
    expect(isWritten('on-its-way')).toBe(true)
  })

  it('a browser reaches no file of the storage', async () => {
    cloud.faults.dropNetwork(true)
    const headers = { 'sec-fetch-site': 'same-origin' }
    await expect(fetch(`${cloud.url}/storage/file/a.png`, { headers })).rejects.toThrow('fetch failed')
    expect((await fetch(`${cloud.url}/health`)).status).toBe(200)
  })

  it('the platform still reaches its functions, and they the database', async () => {
    cloud.faults.dropNetwork(true)
    expect(await cloud.invoke('write', { key: 'platform' }, { source: 'wx_trigger' })).toEqual({ again: false })
  })
})

describe('a fault', () => {
  it('strikes the action that it is meant for, and waits for it', async () => {
    cloud.faults.nextCall({ kind: 'fail', code: 'SYS_ERR', action: 'card.claim' })
    expect(await write('other', 'card.list')).toMatchObject({ result: {} })
    expect(await write('meant', 'card.claim')).toMatchObject({ errCode: -501001 })
    expect(await write('meant', 'card.claim')).toMatchObject({ result: {} })
  })

  it('spares what functions and the platform call', async () => {
    cloud.faults.everyCall({ kind: 'slow', ms: 0 })
    await call(cloud, 'outer', { key: 'inner' }, 'me')
    const inner = cloud.calls.filter((record) => record.function === 'write').at(-1)
    expect(inner).not.toHaveProperty('fault')
    expect(cloud.calls.at(-1)).toMatchObject({ function: 'outer', fault: 'slow' })
  })

  it.each([
    [{ kind: 'slow', ms: -1 }],
    [{ kind: 'slow', ms: NaN }],
    [{ kind: 'slow', ms: 60_001 }],
    [{ kind: 'fail', code: 'FUNCTION_NOT_FOUND' } as unknown as CallFault],
  ] satisfies [CallFault][])('refuses %j', (fault) => {
    const faults = new Faults()
    expect(() => faults.nextCall(fault)).toThrow(RangeError)
    expect(() => faults.everyCall(fault)).toThrow(RangeError)
    expect(faults.state).toEqual({ networkDropped: false })
  })

  it('is gone after a reset', () => {
    const faults = new Faults()
    faults.dropNetwork(true)
    faults.nextCall({ kind: 'lost' })
    faults.everyCall({ kind: 'lost' })
    faults.reset()
    expect(faults.state).toEqual({ networkDropped: false })
    expect(faults.take(undefined)).toBeUndefined()
  })
})
