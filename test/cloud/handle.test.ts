import fc from 'fast-check'
import * as v from 'valibot'
import { action, actions, isRefused, refuse, release, type Call } from '../../src/contract'
import { handle, written, type Context, type Handler, type Rules } from '../../src/cloud/handle'
import type { LogLine } from '../../src/cloud/log'
import { handlers, serve } from '../../src/cloud/router'
import { handlers as files } from './support/file-world'
import { connect, type Connected } from './support/cloud'
import { anEntry, surroundings } from './support/entry'

let cloud: Connected
beforeAll(async () => {
  cloud = await connect()
})
afterAll(() => cloud.close())

/** Serves one call with the handlers of the test, and keeps what is logged. */
async function ask(handler: Handler, call: Partial<Call> = {}, openid = 'openid-of-somebody') {
  const lines: LogLine[] = []
  const entry = anEntry(cloud.store, { caller: { openid, source: 'wx_client' }, log: (line) => void lines.push(line) })
  const event = { action: handler.action.name, input: {}, release, ...call }
  return { reply: await serve(event, entry, [handler]), lines }
}

/** Actions of the test's own stand in no table. */
const open: Rules = { allowed: { visitor: 'any' } }

const reading = <Output extends v.GenericSchema>(
  output: Output,
  work: (input: { text?: string | undefined }, context: Context) => unknown,
) => {
  const input = v.strictObject({ text: v.optional(v.string()) })
  const declared = action({ name: 'test.read', kind: 'read', input, output, refusals: ['test.no'] })
  return handle(declared, async (given, context) => work(given, context) as never, open)
}

describe('every action', () => {
  it('has one handler, and every handler an action', () => {
    const all = [...handlers, ...files]
    expect(all.map(({ action: { name } }) => name).sort()).toEqual(actions.map(({ name }) => name).sort())
    expect(all.every((handler) => actions.some((declared) => declared === handler.action))).toBe(true)
  })
})

describe('the reply', () => {
  it('holds what the view declares, and nothing else', async () => {
    const view = v.object({ name: v.string(), agencies: v.array(v.object({ name: v.string() })) })
    const full = { name: '和苑小区', openid: 'secret', agencies: [{ name: '物业', note: 'secret' }], extra: { a: 1 } }
    const { reply } = await ask(reading(view, () => full))
    expect(reply).toEqual({
      ok: true,
      data: { name: '和苑小区', agencies: [{ name: '物业' }] },
      requestId: expect.any(String),
    })
  })

  it('to a write holds no more than the view either, also when it is sent again', async () => {
    const declared = action({
      name: 'test.write',
      kind: 'write',
      input: v.strictObject({}),
      output: v.object({ done: v.boolean() }),
      refusals: [],
    })
    const handler = handle(declared, async () => written({ done: true, openid: 'secret' }, []), open)
    const call = { key: 'view-of-a-write-1' }
    expect((await ask(handler, call)).reply).toMatchObject({ ok: true, data: { done: true } })
    expect(JSON.stringify([await ask(handler, call), cloud.database.find('resends')])).not.toContain('secret')
  })

  it('to a refusal is its code', async () => {
    const { reply, lines } = await ask(reading(v.object({}), () => refuse('test.no')))
    expect(reply).toEqual({ ok: false, refused: 'test.no', requestId: expect.any(String) })
    expect(lines).toEqual([])
  })

  it('has a number of its own each time', async () => {
    const handler = reading(v.object({}), () => ({}))
    const replies = await Promise.all(Array.from({ length: 20 }, () => ask(handler)))
    expect(new Set(replies.map(({ reply }) => reply.requestId)).size).toBe(20)
  })

  it('tells the work who calls by a pseudonym only, and nobody as null', async () => {
    const view = v.object({ person: v.nullable(v.string()) })
    const handler = reading(view, (_, { person }) => ({ person }))
    const person = async (openid: string) => {
      const { reply } = await ask(handler, {}, openid)
      return reply.ok ? (reply.data as { person: string | null }).person : 'refused'
    }
    expect(await person('')).toBeNull()
    expect(await person('openid-a')).toMatch(/^[0-9a-f]{32}$/)
    expect(await person('openid-a')).toBe(await person('openid-a'))
    expect(await person('openid-a')).not.toBe(await person('openid-b'))
  })
})

describe('the input of the previous release', () => {
  const input = v.strictObject({ place: v.strictObject({ building: v.string() }) })
  const output = v.object({ building: v.string() })
  const declared = { name: 'test.place', kind: 'read', input, output, refusals: [] } as const
  const previous = {
    input: v.strictObject({ building: v.string() }),
    upgrade: ({ building }: { building: string }) => ({ place: { building } }),
  }
  const upgrading = handle(action({ ...declared, previous }), async ({ place }) => place, open)
  const strict = handle(action(declared), async ({ place }) => place, open)
  const run = (handler: Handler, call: { input: unknown; release: number }) =>
    // Straight to the handler: the first release has no earlier one that could pass the edge.
    handler.run({ action: 'test.place', ...call }, surroundings(cloud.store))

  it('is upgraded', async () => {
    const handled = await run(upgrading, { input: { building: '3号楼' }, release: release - 1 })
    expect(handled).toEqual({ data: { building: '3号楼' } })
  })

  it('may be today’s already', async () => {
    const handled = await run(strict, { input: { place: { building: '3号楼' } }, release: release - 1 })
    expect(handled).toEqual({ data: { building: '3号楼' } })
  })

  it.each([
    ['of a release before that', upgrading, { building: '3号楼' }, release - 2, 'client.too-old'],
    ['that was wrong then too', upgrading, { house: '3号楼' }, release - 1, 'client.too-old'],
    ['where nothing upgrades it', strict, { building: '3号楼' }, release - 1, 'client.too-old'],
    ['from today’s release', upgrading, { building: '3号楼' }, release, 'input.invalid'],
    ['from a release to come', upgrading, { building: '3号楼' }, release + 1, 'input.invalid'],
  ])('%s is refused', async (_, handler, old, from, refused) => {
    const handled = await run(handler, { input: old, release: from })
    expect(isRefused(handled) && handled.refused).toBe(refused)
  })
})

describe('a fault', () => {
  const secret = fc.constantFrom('oAbCdEf1234567890', '13800138000', '王小明', '0371-6655 4433', 'ding@example.cn')
  const around = fc.constantFrom('', 'duplicate key: ', '\n    at ', '\n', 'at x (/', '{"openid":"')
  const planted = fc.tuple(around, secret, around).map(([before, hidden, after]) => ({
    hidden,
    words: `${before}${hidden}${after}`,
  }))
  const kinds: Readonly<Record<string, (words: string) => unknown>> = {
    'an error': (words) => new Error(words),
    'an error with a cause': (words) => new Error('outer', { cause: new Error(words) }),
    'an error named after it': (words) => Object.assign(new Error('x'), { name: words }),
    'an error whose message came later': (words) => Object.assign(new Error('first'), { message: words }),
    'an error whose stack came later': (words) => Object.assign(new Error('x'), { stack: `Error: y\n at ${words}` }),
    'an error with codes': (words) => Object.assign(new Error(words), { code: words, errCode: words }),
    'an error of the SDK': (words) => ({ errCode: -502001, errMsg: words }),
    'a number': (words) => ({ errCode: Number(words.replace(/\D/g, '')) }),
    'a text': (words) => words,
    nothing: () => undefined,
    'a wrong view': (words) => ({ view: words }),
  }

  it('is answered as one, and logged once under the reply’s number, without a word of what it was about', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(kinds)), planted, async (kind, { hidden, words }) => {
        const handler = reading(v.object({ view: v.number() }), () => {
          const thrown = kinds[kind]?.(words)
          if (kind === 'a wrong view') return thrown
          throw thrown
        })
        const { reply, lines } = await ask(handler, { input: { text: words } }, `openid-${hidden}`)
        expect(reply).toEqual({ ok: false, refused: 'server.failed', requestId: expect.any(String) })
        expect(lines).toHaveLength(1)
        expect(lines[0]).toMatchObject({ level: 'error', event: 'server.failed', requestId: reply.requestId })
        expect(JSON.stringify(lines)).not.toContain(hidden)
        expect(JSON.stringify(lines)).not.toContain(JSON.stringify(hidden).slice(1, -1))
      }),
      { numRuns: 300 },
    )
  })

  it('is told where it came from and by the machine’s own code', async () => {
    const handler = reading(v.object({}), () => {
      throw Object.assign(new TypeError('x'), { errCode: -502001 })
    })
    const { lines } = await ask(handler)
    expect(lines[0]).toMatchObject({ action: 'test.read', name: 'TypeError', code: -502001 })
    expect((lines[0]?.['frames'] as string[])[0]).toMatch(/^at .*handle\.test\.ts:\d+:\d+/)
  })
})
