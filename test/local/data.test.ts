import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Database } from '../../src/local/database/database'
import { seed } from '../../src/local/seed'
import { temporaryFolder } from './support/cloud'
import { expectWhole, startScript } from './support/written'

const folder = temporaryFolder()
const file = (name: string) => join(folder.path, name)
afterAll(() => folder.remove())

describe('the data', () => {
  const cards = { name: 'cards', indexes: [{ name: 'byTag', fields: ['tags', '-n'] }] }

  it('are there again after a restart, with their indexes', () => {
    const first = new Database(file('restart.db'))
    first.ensureCollection(cards)
    first.insert('cards', [{ _id: 'a', tags: ['x', 'y'], n: 1, at: new Date(5) }])
    first.close()
    const second = new Database(file('restart.db'))
    second.ensureCollection(cards)
    expect(second.find('cards', { tags: 'y' }, { scans: 'refuse' })).toEqual([
      { _id: 'a', tags: ['x', 'y'], n: 1, at: new Date(5) },
    ])
    second.close()
  })

  it('survive a process that is killed while it writes', async () => {
    const child = startScript(folder.path, 'writer', [file('killed.db')])
    let acknowledged = 0
    await new Promise<void>((resolve) => {
      child.on('message', (count: number) => {
        acknowledged = count
        if (count >= 100) child.kill('SIGKILL')
      })
      child.on('exit', () => resolve())
    })
    const database = new Database(file('killed.db'))
    expect(expectWhole(database)).toBeGreaterThanOrEqual(acknowledged)
    database.close()
  })

  it('are written all or not at all, where several are written at once', () => {
    const database = new Database(':memory:')
    database.ensureCollection({ name: 'c', indexes: [{ name: 'a', fields: ['a'], unique: true }] })
    expect(() => database.insert('c', [{ a: 1 }, { a: 2 }, { a: 1 }])).toThrow('E11000')
    expect(database.count('c')).toBe(0)
    database.insert('c', [
      { _id: 'x', a: 1 },
      { _id: 'y', a: 2 },
    ])
    const transaction = database.transactions.begin()
    database.transactions.modify(transaction, 'c', 'x', { $set: { a: 3 } })
    database.transactions.insert(transaction, 'c', { _id: 'z', a: 4 })
    database.insert('c', [{ a: 4 }])
    expect(() => database.transactions.commit(transaction)).toThrow('WriteConflict')
    expect(database.get('c', 'x')).toEqual({ _id: 'x', a: 1 })
    database.close()
  })

  it('get the indexes that the specification has, and lose the others', () => {
    const database = new Database(':memory:')
    database.ensureCollection({ name: 'c', indexes: [{ name: 'i', fields: ['a'] }] })
    database.insert('c', [
      { _id: '1', a: 1, b: 2 },
      { _id: '2', a: 1, b: 3 },
    ])
    database.ensureCollection({ name: 'c', indexes: [{ name: 'i', fields: ['b'], unique: true }] })
    expect(database.explain('c', { a: 1 })).toBe('scan')
    expect(database.find('c', { b: 3 }, { scans: 'refuse' })).toHaveLength(1)
    expect(() => database.insert('c', [{ b: 3 }])).toThrow('E11000')
    expect(() =>
      database.ensureCollection({ name: 'c', indexes: [{ name: 'u', fields: ['a'], unique: true }] }),
    ).toThrow(/--reset/)
    database.close()
  })

  it('are seeded once, all or nothing', () => {
    const database = new Database(file('seeded.db'))
    database.ensureCollection({ name: 'c', indexes: [{ name: 'u', fields: ['a'], unique: true }] })
    const rows = [
      {
        collection: 'c',
        documents: [
          { _id: '1', a: 1 },
          { _id: '2', a: 2 },
        ],
      },
    ]
    expect(() => seed(database, [...rows, { collection: 'c', documents: [{ a: 1 }] }])).toThrow('E11000')
    expect(database.count('c')).toBe(0)
    expect(seed(database, rows)).toBe(true)
    database.remove('c', { _id: '1' })
    database.close()
    const again = new Database(file('seeded.db'))
    expect(seed(again, rows)).toBe(false)
    expect(again.find('c')).toEqual([{ _id: '2', a: 2 }])
    again.close()
  })
})

describe('a file that cannot be used is left as it is', () => {
  const refused = (name: string, change: (bytes: Buffer) => void, reason: string) => {
    const database = new Database(file(name))
    database.ensureCollection({ name: 'c', indexes: [{ name: 'i', fields: ['a'] }] })
    database.insert(
      'c',
      Array.from({ length: 200 }, (_, a) => ({ a, text: 'x'.repeat(100) })),
    )
    database.close()
    const bytes = readFileSync(file(name))
    change(bytes)
    writeFileSync(file(name), bytes)
    const listed = readdirSync(folder.path)
    expect(() => new Database(file(name))).toThrow(
      expect.objectContaining({ reason, message: expect.stringContaining(' | ') }),
    )
    expect(readFileSync(file(name)).equals(bytes)).toBe(true)
    expect(readdirSync(folder.path)).toEqual(listed)
  }

  it('because it is of a newer version', () =>
    refused('newer.db', (bytes) => bytes.writeUInt32BE(99, 60), 'data-newer'))
  it('because a newer version was killed before its mark reached the file itself', () => {
    const newer = new Database(file('newer-wal.db'))
    newer.sqlite.exec('PRAGMA user_version = 99')
    // As a killed process leaves them.
    for (const suffix of ['', '-wal']) copyFileSync(file(`newer-wal.db${suffix}`), file(`left.db${suffix}`))
    newer.close()
    const contents = () => ['', '-wal'].map((suffix) => readFileSync(file(`left.db${suffix}`), 'base64'))
    const before = contents()
    expect(() => new Database(file('left.db'))).toThrow(expect.objectContaining({ reason: 'data-newer' }))
    expect(contents()).toEqual(before)
  })
  it('because it belongs to another program', () =>
    refused('foreign.db', (bytes) => bytes.writeUInt32BE(1, 68), 'data-foreign'))
  it('because it is no database', () =>
    refused('garbage.db', (bytes) => bytes.fill('garbage!', 0, 200), 'data-damaged'))
  it('because its pages are damaged', () =>
    refused('damaged.db', (bytes) => bytes.fill(0xff, 8192, 20_000), 'data-damaged'))
})
