import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import cloud from 'wx-server-sdk'
import { backUp } from '../../src/local/backup/backup'
import { stampOf } from '../../src/local/backup/paths'
import { restore } from '../../src/local/backup/restore'
import { Database } from '../../src/local/database/database'
import { connectSdk, startCloud, temporaryFolder } from './support/cloud'
import { expectWhole, startScript } from './support/written'

const folder = temporaryFolder()
let count = 0
/** A data file in a folder of its own. */
function newDataFile(): string {
  const path = join(folder.path, String((count += 1)))
  mkdirSync(path)
  return join(path, 'data.db')
}
afterAll(() => folder.remove())

const cards = { name: 'cards', indexes: [{ name: 'code', fields: ['code'], unique: true as const }] }

/** Data with some documents. */
function aDataFile(codes: readonly string[]): string {
  const dataFile = newDataFile()
  const database = new Database(dataFile)
  database.ensureCollection(cards)
  database.insert(
    'cards',
    codes.map((code) => ({ code, text: 'x'.repeat(1000) })),
  )
  database.close()
  return dataFile
}
function codesIn(dataFile: string): unknown[] {
  const database = new Database(dataFile)
  try {
    return database
      .find('cards', { code: { $gte: '' } }, { order: { code: 1 }, scans: 'refuse' })
      .map(({ code }) => code)
  } finally {
    database.close()
  }
}
/** Everything in a folder, to see that nothing was touched. */
const contentsOf = (path: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file, readFileSync(file, 'base64')]),
  )
const reason = (name: string) => expect.objectContaining({ reason: name, message: expect.stringContaining(' | ') })

describe('a backup', () => {
  it('of data that are being written is the state of one moment', async () => {
    const dataFile = newDataFile()
    const writer = startScript(folder.path, 'writer', [dataFile])
    const ended = new Promise((resolve) => writer.on('exit', resolve))
    try {
      let acknowledged = 0
      await new Promise<void>((resolve) => {
        writer.on('message', (n: number) => {
          acknowledged = n
          if (n === 50) resolve()
        })
      })
      const first = acknowledged
      await backUp(dataFile, join(dirname(dataFile), 'copy'))
      const database = new Database(join(dirname(dataFile), 'copy/data.db'))
      expect(expectWhole(database)).toBeGreaterThanOrEqual(first)
      database.close()
    } finally {
      writer.kill('SIGKILL')
      await ended
    }
  })

  it('is not made over another one, unless that is asked for', async () => {
    const dataFile = aDataFile(['A'])
    const copy = join(dirname(dataFile), 'copy')
    await backUp(dataFile, copy)
    const before = contentsOf(copy)
    await expect(backUp(dataFile, copy)).rejects.toEqual(reason('backup'))
    expect(contentsOf(copy)).toEqual(before)
    const database = new Database(dataFile)
    database.insert('cards', [{ code: 'B' }])
    database.close()
    await backUp(dataFile, copy, { force: true })
    expect(codesIn(join(copy, 'data.db'))).toEqual(['A', 'B'])
  })

  it('is never made over what is no backup', async () => {
    const dataFile = aDataFile(['A'])
    const other = join(dirname(dataFile), 'photos')
    mkdirSync(other)
    writeFileSync(join(other, 'cat.jpg'), 'cat')
    await expect(backUp(dataFile, other, { force: true })).rejects.toEqual(reason('backup'))
    expect(readFileSync(join(other, 'cat.jpg'), 'utf8')).toBe('cat')
  })

  it('leaves alone what lies beside it, whatever its name', async () => {
    const dataFile = aDataFile(['A'])
    const copy = join(dirname(dataFile), 'copy')
    for (const name of ['copy.old', 'copy.incomplete']) {
      mkdirSync(join(dirname(dataFile), name))
      writeFileSync(join(dirname(dataFile), name, 'letter.txt'), 'kept')
    }
    await backUp(dataFile, copy)
    await backUp(dataFile, copy, { force: true })
    for (const name of ['copy.old', 'copy.incomplete']) {
      expect(readFileSync(join(dirname(dataFile), name, 'letter.txt'), 'utf8')).toBe('kept')
    }
    const beside = readdirSync(dirname(dataFile)).filter((name) => name.startsWith('copy'))
    expect(beside.sort()).toEqual(['copy', 'copy.incomplete', 'copy.old'])
  })

  it('in the place of a file, or under one, is refused with a sentence', async () => {
    const dataFile = aDataFile(['A'])
    const file = join(dirname(dataFile), 'letter.txt')
    writeFileSync(file, 'kept')
    await expect(backUp(dataFile, file, { force: true })).rejects.toEqual(reason('backup'))
    await expect(backUp(dataFile, join(file, 'copy'))).rejects.toEqual(reason('backup'))
    expect(readFileSync(file, 'utf8')).toBe('kept')
  })

  it('is refused of nothing and of damaged data, and leaves nothing behind', async () => {
    const missing = newDataFile()
    await expect(backUp(missing, join(dirname(missing), 'copy'))).rejects.toEqual(reason('backup'))
    const damaged = aDataFile(['A'])
    writeFileSync(damaged, readFileSync(damaged).fill(0xff, 4096))
    const before = contentsOf(dirname(damaged))
    await expect(backUp(damaged, join(dirname(damaged), 'copy'))).rejects.toEqual(reason('data-damaged'))
    expect(contentsOf(dirname(damaged))).toEqual(before)
  })

  it('has a name with the time in China', () => {
    expect(stampOf(Date.UTC(2026, 10, 21, 22, 30, 5))).toBe('2026-11-22_06-30-05')
  })
})

describe('restoring', () => {
  it('brings back documents, indexes and files', async () => {
    const dataFile = newDataFile()
    const options = { dataFile, collections: [cards] }
    const first = await startCloud(options)
    const db = connectSdk(first)
    await db.collection('cards').add({ data: { code: 'A' } })
    const upload = (text: string) => cloud.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from(text) })
    const { fileID } = await upload('one')
    await backUp(dataFile, join(dirname(dataFile), 'copy'))
    await upload('two')
    await db.collection('cards').where({ code: 'A' }).remove()
    await first.close()
    // The next start sweeps the contents that only the backup still needs.
    const { close } = await startCloud(options)
    await close()

    expect(await restore(dataFile, join(dirname(dataFile), 'copy'))).toMatchObject({ files: 1 })
    const second = await startCloud(options)
    try {
      const again = connectSdk(second)
      expect((await again.collection('cards').where({ code: 'A' }).get()).data).toHaveLength(1)
      await expect(again.collection('cards').add({ data: { code: 'A' } })).rejects.toMatchObject({ errCode: -502001 })
      const { fileContent } = await cloud.downloadFile({ fileID })
      expect(fileContent.toString()).toBe('one')
    } finally {
      await second.close()
    }
  })

  it('keeps what was there, so that it can be undone', async () => {
    const [dataFile, other] = [aDataFile(['old']), aDataFile(['new'])]
    await backUp(other, join(dirname(other), 'copy'))
    const { before } = await restore(dataFile, join(dirname(other), 'copy'))
    expect(codesIn(dataFile)).toEqual(['new'])
    await restore(dataFile, before ?? '')
    expect(codesIn(dataFile)).toEqual(['old'])
  })

  it('keeps damaged data byte by byte', async () => {
    const [dataFile, other] = [aDataFile(['old']), aDataFile(['new'])]
    writeFileSync(dataFile, readFileSync(dataFile).fill(0xff, 4096))
    const bytes = readFileSync(dataFile)
    await backUp(other, join(dirname(other), 'copy'))
    const { before } = await restore(dataFile, join(dirname(other), 'copy'))
    expect(readFileSync(join(before ?? '', 'data.db')).equals(bytes)).toBe(true)
    expect(codesIn(dataFile)).toEqual(['new'])
  })

  it('takes over writes that lay in the side file', async () => {
    const dataFile = newDataFile()
    const writer = startScript(folder.path, 'writer', [dataFile])
    await new Promise((resolve) => {
      writer.on('message', (n) => n === 20 && writer.kill('SIGKILL'))
      writer.on('exit', resolve)
    })
    expect(existsSync(`${dataFile}-wal`)).toBe(true)
    const other = aDataFile(['new'])
    await backUp(other, join(dirname(other), 'copy'))
    const { before } = await restore(dataFile, join(dirname(other), 'copy'))
    expect(codesIn(dataFile)).toEqual(['new'])
    const kept = new Database(join(before ?? '', 'data.db'))
    expect(expectWhole(kept)).toBeGreaterThanOrEqual(20)
    kept.close()
  })

  it.each<[string, string, (copy: string) => void]>([
    [
      'is damaged',
      'data-damaged',
      (copy) => writeFileSync(join(copy, 'data.db'), readFileSync(join(copy, 'data.db')).fill(0xff, 4096)),
    ],
    ['is of a newer version', 'data-newer', (copy) => changeHeader(copy, 60, 99)],
    ['is foreign', 'data-foreign', (copy) => changeHeader(copy, 68, 1)],
    ['has no data', 'backup', (copy) => rmSync(join(copy, 'data.db'))],
    ['lacks a file', 'backup', (copy) => rmSync(join(copy, 'files', hash))],
    ['has a file with other contents', 'backup', (copy) => writeFileSync(join(copy, 'files', hash), 'changed')],
  ])('is refused where the backup %s, and nothing is touched', async (_, name, spoil) => {
    const dataFile = aDataFile(['old'])
    const other = aDataFile(['new'])
    addFile(other)
    const copy = join(dirname(other), 'copy')
    await backUp(other, copy)
    spoil(copy)
    const before = [contentsOf(dirname(dataFile)), contentsOf(copy)]
    await expect(restore(dataFile, copy)).rejects.toEqual(reason(name))
    expect([contentsOf(dirname(dataFile)), contentsOf(copy)]).toEqual(before)
  })

  it('is refused while the cloud runs', async () => {
    const dataFile = aDataFile(['old'])
    await backUp(dataFile, join(dirname(dataFile), 'copy'))
    const running = await startCloud({ dataFile, collections: [cards] })
    await expect(restore(dataFile, join(dirname(dataFile), 'copy'))).rejects.toEqual(reason('already-running'))
    await running.close()
  })

  it('leaves all of the old data or all of the new, wherever it is killed', async () => {
    const codes = (letter: string) => Array.from({ length: 50 }, (_, i) => `${letter}${String(i).padStart(3, '0')}`)
    const other = aDataFile(codes('B'))
    addFile(other)
    await backUp(other, join(dirname(other), 'copy'))
    const outcomes: unknown[] = []
    for (let step = 1; outcomes.at(-1) !== 'done'; step++) {
      const dataFile = aDataFile(codes('A'))
      const restorer = startScript(folder.path, 'restorer', [dataFile, join(dirname(other), 'copy'), String(step)])
      const code = await new Promise((resolve) => restorer.on('exit', resolve))
      const found = codesIn(dataFile)
      const name = found[0] === 'A000' ? 'old' : 'new'
      expect(found).toEqual(codes(name === 'old' ? 'A' : 'B'))
      if (name === 'new') expect(existsSync(join(dirname(dataFile), 'files', hash))).toBe(true)
      outcomes.push(code === 0 ? 'done' : name)
    }
    expect(outcomes.length).toBeGreaterThan(8)
    expect(outcomes[0]).toBe('old')
  })
})

/** The SHA-256 of "hello". */
const hash = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824'

/** A file as the storage keeps it. */
function addFile(dataFile: string): void {
  mkdirSync(join(dirname(dataFile), 'files'))
  writeFileSync(join(dirname(dataFile), 'files', hash), 'hello')
  const database = new Database(dataFile)
  database.sqlite.exec('CREATE TABLE files (path TEXT PRIMARY KEY, hash TEXT NOT NULL)')
  database.sqlite.run('INSERT INTO files VALUES (?, ?)', ['a.txt', hash])
  database.close()
}

function changeHeader(copy: string, at: number, value: number): void {
  const bytes = readFileSync(join(copy, 'data.db'))
  bytes.writeUInt32BE(value, at)
  writeFileSync(join(copy, 'data.db'), bytes)
}
