import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { action, refuse, release, type Refused } from '../../src/contract'
import { handle, resendsKept, written, type Written } from '../../src/cloud/handle'
import { serve } from '../../src/cloud/router'
import { Table } from '../../src/cloud/store/table'
import { connect, type AnyReply, type Connected } from './support/cloud'
import { anEntry } from './support/entry'
import { aThing, things } from './support/things'

const now = Date.parse('2026-11-18T12:00:00+08:00')
type Thing = Omit<ReturnType<typeof aThing>, '_id'>
let cloud: Connected
let table: Table<Thing>
beforeAll(async () => {
  cloud = await connect([things])
  table = new Table(cloud.sdk, things)
})
afterAll(() => cloud.close())

const declared = action({
  name: 'test.write',
  kind: 'write',
  input: v.strictObject({ group: v.string(), order: v.optional(v.number()) }),
  output: v.object({ made: v.string() }),
  refusals: ['test.no'],
})
type Work = (input: { group: string }) => Promise<Written<{ made: string }> | Refused<'test.no'>>

/** Serves the test's own write with `work`, and counts how often that ran. */
function writing(work: Work) {
  let runs = 0
  const handler = handle(
    declared,
    (input) => {
      runs++
      return work(input)
    },
    { allowed: { resident: 'any' } },
  )
  const send = (key: string | undefined, input: object, openid = 'openid-a'): Promise<AnyReply> => {
    const caller = { openid, source: 'wx_client' }
    const entry = anEntry(cloud.store, { caller, now })
    return serve({ action: 'test.write', input, release, key }, entry, [handler]) as Promise<AnyReply>
  }
  return { send, runs: () => runs }
}

let made = 0
/** Makes a document with a new name each time it runs: nothing but the resend record keeps it from doing so twice. */
const making: Work = async ({ group }) => {
  const _id = `made-${++made}`
  return written({ made: _id }, [table.inserting(aThing({ _id, group }))])
}
const count = (group: string) => cloud.database.count('things', { group })
const dataOf = (reply: AnyReply) => (reply.ok ? reply.data : reply.refused)

describe('a write that is sent again', () => {
  it('is answered as the first time, and not done again', async () => {
    const { send, runs } = writing(making)
    const first = await send('key-again-00000001', { group: 'again' })
    const second = await send('key-again-00000001', { group: 'again' })
    expect(first).toMatchObject({ ok: true })
    expect(dataOf(second)).toEqual(dataOf(first))
    expect([count('again'), runs()]).toEqual([1, 1])
  })

  it('is answered as the first time though the world has changed since', async () => {
    let open = true
    const { send } = writing(async (input) => (open ? making(input) : refuse('test.no')))
    const first = await send('key-changed-000001', { group: 'changed' })
    open = false
    expect(dataOf(await send('key-changed-000001', { group: 'changed' }))).toEqual(dataOf(first))
    expect(dataOf(await send('key-changed-000002', { group: 'changed' }))).toBe('test.no')
  })

  it('leaves nothing from which its input could be guessed: a number has few possibilities', async () => {
    const { send } = writing(making)
    const input = { group: '13800138000' }
    expect(await send('key-number-0000001', input)).toMatchObject({ ok: true })
    const records = JSON.stringify(cloud.database.find('resends'))
    const plain = createHash('sha256')
      .update(JSON.stringify([JSON.stringify(input)]))
      .digest('hex')
    expect(records).not.toContain(input.group)
    expect(records).not.toContain(plain.slice(0, 32))
  })

  it('is the same whatever the order of its fields', async () => {
    const { send } = writing(making)
    const first = await send('key-order-00000001', { group: 'order', order: 1 })
    expect(dataOf(await send('key-order-00000001', { order: 1, group: 'order' }))).toEqual(dataOf(first))
  })

  it('twenty times at once is done once, and answered twenty times the same', async () => {
    const { send } = writing(making)
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => send('key-parallel-00001', { group: 'parallel' })),
    )
    expect(new Set(replies.map((reply) => JSON.stringify(dataOf(reply)))).size).toBe(1)
    expect(replies.every(({ ok }) => ok)).toBe(true)
    expect(count('parallel')).toBe(1)
  })

  it('with another input is refused, and not done', async () => {
    const { send } = writing(making)
    await send('key-reused-0000001', { group: 'reused' })
    expect(dataOf(await send('key-reused-0000001', { group: 'reused', order: 2 }))).toBe('key.reused')
    expect(count('reused')).toBe(1)
  })

  it('is another write when another person sends it', async () => {
    const { send } = writing(making)
    const replies = [
      await send('key-person-0000001', { group: 'person' }, 'openid-a'),
      await send('key-person-0000001', { group: 'person' }, 'openid-b'),
    ]
    expect(replies.map(({ ok }) => ok)).toEqual([true, true])
    expect(count('person')).toBe(2)
  })

  it('is tried anew when it was refused the first time', async () => {
    let open = false
    const { send } = writing(async (input) => (open ? making(input) : refuse('test.no')))
    expect(dataOf(await send('key-refused-000001', { group: 'refused' }))).toBe('test.no')
    open = true
    expect(await send('key-refused-000001', { group: 'refused' })).toMatchObject({ ok: true })
  })

  it('finds its record for seven days, kept without a word of the input or the person', async () => {
    const before = cloud.database.find('resends').map(({ _id }) => _id)
    await writing(making).send('key-record-0000001', { group: 'words-of-the-input' }, 'openid-of-somebody')
    const [record, ...others] = cloud.database.find('resends').filter(({ _id }) => !before.includes(_id))
    expect(others).toEqual([])
    expect(record).toMatchObject({ expiresAt: now + resendsKept, shape: 1 })
    expect(resendsKept).toBe(7 * 24 * 60 * 60 * 1000)
    expect(JSON.stringify(record)).not.toMatch(/words-of-the-input|openid-of-somebody|key-record/)
  })
})

describe('a write needs', () => {
  it.each([undefined, 'short', 'x'.repeat(65), 'key with blanks 01', '钥匙'.repeat(10)])(
    'a key that is one, which %j is not',
    async (key) => {
      const { send, runs } = writing(making)
      expect(dataOf(await send(key, { group: 'keyless' }))).toBe('input.invalid')
      expect(runs()).toBe(0)
    },
  )

  it('somebody who sends it', async () => {
    const { send, runs } = writing(making)
    expect(dataOf(await send('key-nobody-0000001', { group: 'nobody' }, ''))).toBe('caller.unknown')
    expect(runs()).toBe(0)
  })
})

describe('a write that met another', () => {
  const disturb = (id: string) => cloud.database.modify('things', { _id: id }, { $inc: { version: 1 } })
  /** Changes a document that somebody else changes too, in the first `times` turns, after it was read. */
  const disturbed = (id: string, times: number): Work => {
    let turn = 0
    return async () => {
      const row = await table.find(id)
      if (!row) return refuse('test.no')
      if (turn++ < times) disturb(id)
      return written({ made: `version ${row.version}` }, [table.replacing({ ...row, order: row.order + 1 })])
    }
  }

  it('is worked out anew on what the other left', async () => {
    await table.insert(aThing({ _id: 'met', order: 0 }))
    const { send, runs } = writing(disturbed('met', 2))
    expect(dataOf(await send('key-met-0000000001', { group: 'met' }))).toEqual({ made: 'version 3' })
    expect(runs()).toBe(3)
    expect(cloud.database.get('things', 'met')).toMatchObject({ order: 1, version: 4 })
  })

  it('again and again is refused, has written nothing, and may be sent again', async () => {
    await table.insert(aThing({ _id: 'unlucky', order: 0 }))
    const { send } = writing(disturbed('unlucky', 16))
    expect(dataOf(await send('key-unlucky-000001', { group: 'unlucky' }))).toBe('conflict')
    expect(cloud.database.get('things', 'unlucky')).toMatchObject({ order: 0 })
    expect(await send('key-unlucky-000001', { group: 'unlucky' })).toMatchObject({ ok: true })
  })
})
