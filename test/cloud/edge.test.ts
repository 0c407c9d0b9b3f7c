import fc from 'fast-check'
import { mostCallBytes } from '../../src/contract'
import type { LocalCloud, LogLine } from '../../src/local/start'
import { startProduct, until, type AnyReply } from './support/cloud'

let cloud: LocalCloud & { readonly lines: readonly LogLine[] }
beforeAll(async () => {
  cloud = await startProduct()
})
afterAll(() => cloud.close())

/** Sends the JSON text of an event as it is: not everything that JSON can say can be said by an object here. */
async function send(event: string): Promise<AnyReply> {
  const response = await fetch(`${cloud.url}/call/api`, { method: 'POST', body: `{"data":${event}}` })
  return ((await response.json()) as { result: AnyReply }).result
}
const sendCall = (call: object) => send(JSON.stringify({ action: 'door.open', release: 1, ...call }))
const refusal = (refused: string) => ({ ok: false, refused, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
const refusalsOfTheEdge =
  /^(action\.unknown|input\.(invalid|too-large)|place\.bad-cursor|door\.unknown|caller\.unknown)$/
const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`
const code = { by: 'code', code: '7K2MXQ9RTD' }

describe('the edge', () => {
  it('lets a right call through', async () => {
    expect(await sendCall({ input: code })).toMatchObject({ ok: true, requestId: expect.any(String) })
  })

  it.each(['door.destroy', 'constructor', '__proto__', 'toString', '', 'DOOR.OPEN'])(
    'knows no action %j',
    async (action) => {
      expect(await sendCall({ action, input: code })).toEqual(refusal('action.unknown'))
    },
  )

  it.each([5, null, ['door.open'], { name: 'door.open' }])('takes %j for no name of an action', async (action) => {
    expect(await sendCall({ action, input: code })).toEqual(refusal('action.unknown'))
  })

  it.each([
    ['of the wrong type', { by: 'code', code: 7 }],
    ['without a field', { by: 'code' }],
    ['with a field too many', { ...code, openid: 'somebody' }],
    ['of no known kind', { by: 'magic' }],
    ['that is null', null],
    ['that is a list', [code]],
    ['that is a text', 'code'],
    ['longer than anything one scans', { by: 'code', code: 'x'.repeat(1001) }],
    ['that is a query', { by: 'code', code: { $ne: '' } }],
  ])('refuses an input %s', async (_, input) => {
    expect(await sendCall({ input })).toEqual(refusal('input.invalid'))
  })

  it('refuses a call without an input', async () => {
    expect(await sendCall({})).toEqual(refusal('input.invalid'))
  })

  it.each([undefined, 0, -1, 1.5, '1', null])('refuses the release %j', async (release) => {
    expect(await sendCall({ input: code, release })).toEqual(refusal('input.invalid'))
  })

  it.each([5, {}, null])('refuses the key %j', async (key) => {
    expect(await sendCall({ input: code, key })).toEqual(refusal('input.invalid'))
  })

  it('refuses more than 64 KB, counted in bytes', async () => {
    expect(await sendCall({ input: { by: 'code', code: '门'.repeat(mostCallBytes / 3) } })).toEqual(
      refusal('input.too-large'),
    )
    expect(await sendCall({ input: { by: 'code', code: '门'.repeat(mostCallBytes / 3 - 100) } })).toEqual(
      refusal('input.invalid'),
    )
  })

  it.each([13, 100, 2000])('refuses what is nested %i levels deep', async (levels) => {
    expect(await send(`{"action":"door.open","release":1,"input":${nested(levels)}}`)).toEqual(refusal('input.invalid'))
  })

  it('is not even reached by what is nested deeper than JSON can be written, and serves the next call', async () => {
    const body = `{"data":{"action":"door.open","release":1,"input":${nested(100_000)}}}`
    const response = await fetch(`${cloud.url}/call/api`, { method: 'POST', body })
    expect(await response.json()).toEqual({ errCode: -501007, errMsg: 'the event cannot be sent as JSON' })
    expect(await sendCall({ input: code })).toMatchObject({ ok: true })
  })

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s, however deep it lies', async (key) => {
    const inputs = [`{"by":"code","code":"7K2MXQ9RTD","${key}":{"by":"place"}}`, `{"by":[{"${key}":1}]}`]
    for (const input of inputs) {
      expect(await send(`{"action":"door.open","release":1,"input":${input}}`)).toEqual(refusal('input.invalid'))
    }
  })

  it('takes nothing from the prototype of an event', async () => {
    const event = `{"__proto__":{"action":"door.open","release":1,"input":${JSON.stringify(code)}}}`
    expect(await send(event)).toMatchObject({ ok: false })
  })

  it.each(['null', '5', 'true', '"door.open"', '[]', '[{"action":"door.open"}]', '{}'])(
    'refuses %s, which is no call',
    async (event) => {
      expect(await send(event)).toMatchObject({ ok: false, refused: expect.stringMatching(/^(input|action)\./) })
    },
  )

  it('answers any JSON with a refusal, and never with a fault', async () => {
    const value = fc.jsonValue({ maxDepth: 4 })
    const action = fc.constantFrom('door.open', 'place.list', 'place.buildings', 'contact.report')
    const event = fc.oneof(value, fc.record({ action, input: value, release: fc.constantFrom(1, 2), key: fc.string() }))
    await fc.assert(
      fc.asyncProperty(event, async (sent) => {
        const reply = await send(JSON.stringify(sent))
        expect(reply).toEqual(refusal(expect.stringMatching(refusalsOfTheEdge) as string))
      }),
      { numRuns: 150 },
    )
    expect(cloud.lines.filter(({ level }) => level === 'error')).toEqual([])
  })
})

describe('a fault', () => {
  it('is answered by its number only, and logged once under that number with no word of the call', async () => {
    // A document of a release that is newer than this one.
    cloud.database.insert('doorCodes', [{ _id: 'FROMTHEFUTURE', shape: 99, version: 1, secret: '13800138000' }])
    const reply = await sendCall({ input: { by: 'code', code: 'FROMTHEFUTURE' } })
    expect(reply).toEqual(refusal('server.failed'))
    const logged = () => cloud.lines.filter(({ source, text }) => source === 'api' && text.includes(reply.requestId))
    await until(() => logged().length > 0)
    expect(logged()).toHaveLength(1)
    expect(JSON.parse(logged()[0]?.text ?? '')).toEqual({
      level: 'error',
      event: 'server.failed',
      requestId: reply.requestId,
      action: 'door.open',
      name: 'Error',
      code: null,
      frames: expect.any(Array),
    })
    expect(JSON.stringify(cloud.lines)).not.toMatch(/FROMTHEFUTURE|13800138000/)
  })
})
