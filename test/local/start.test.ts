import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { resetData } from '../../src/local/reset'
import { startLocalCloud, type LocalCloudOptions } from '../../src/local/start'
import { aFunction, temporaryFolder } from './support/cloud'

const folder = temporaryFolder()
const dataFile = join(folder.path, 'data/cloud.db')
const running = join(folder.path, 'data/running.json')
const options = (overrides: Partial<LocalCloudOptions> = {}): LocalCloudOptions => ({
  dataFile,
  functionsFolder: folder.path,
  collections: [{ name: 'c', indexes: [] }],
  functions: {},
  ...overrides,
})
afterAll(() => folder.remove())

describe('a start', () => {
  it('keeps the data and frees the folder when it closes', async () => {
    const first = await startLocalCloud(options())
    first.database.insert('c', [{ _id: 'a' }])
    expect(JSON.parse(readFileSync(running, 'utf8'))).toMatchObject({
      pid: process.pid,
      port: Number(new URL(first.url).port),
    })
    await first.close()
    await first.close()
    expect(existsSync(running)).toBe(false)
    await expect(fetch(first.url)).rejects.toThrow()
    const second = await startLocalCloud(options())
    expect(second.database.get('c', 'a')).toEqual({ _id: 'a' })
    await second.close()
  })

  it('on data in use names the address of who uses it', async () => {
    const first = await startLocalCloud(options())
    const refusal = {
      reason: 'already-running',
      message: expect.stringMatching(`已在运行：${first.url}.* \\| .*already running`),
    }
    await expect(startLocalCloud(options())).rejects.toMatchObject(refusal)
    await expect(resetData(dataFile)).rejects.toMatchObject(refusal)
    await first.close()
  })

  it.each([
    ['a dead process', () => ({ pid: spawnSync(process.execPath, ['--version']).pid, port: 1, startedAt: Date.now() })],
    ['a process of before the machine started', () => ({ pid: process.pid, port: 1, startedAt: 0 })],
    ['another program that has its number now', () => ({ pid: process.pid, port: 1, startedAt: Date.now() })],
  ])('takes over what %s left', async (_, left) => {
    writeFileSync(running, JSON.stringify(left()))
    const cloud = await startLocalCloud(options())
    await cloud.close()
  })

  it('lets one of several at once have the folder', async () => {
    writeFileSync(running, JSON.stringify({ pid: process.pid, port: 1, startedAt: 0 }))
    const starts = await Promise.allSettled(Array.from({ length: 5 }, () => startLocalCloud(options())))
    const started = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []))
    expect(started).toHaveLength(1)
    for (const cloud of started) await cloud.close()
  })

  it('refuses a secret that has no development value, by its name, and leaves the folder free', async () => {
    const functions = { api: aFunction({ secrets: ['CODE_KEY', 'UNKNOWN_KEY'] }) }
    const refusal = { reason: 'secret', message: expect.stringMatching(/api .*UNKNOWN_KEY/) }
    await expect(startLocalCloud(options({ functions }))).rejects.toMatchObject(refusal)
    expect(existsSync(running)).toBe(false)
  })

  it('on a busy port proposes another one, and frees the folder', async () => {
    const first = await startLocalCloud(options({ dataFile: ':memory:' }))
    const port = Number(new URL(first.url).port)
    const refusal = { reason: 'port-busy', message: expect.stringContaining(`PORT=${port + 1} npm start`) }
    await expect(startLocalCloud(options({ port }))).rejects.toMatchObject(refusal)
    expect(existsSync(running)).toBe(false)
    await first.close()
  })
})

it('a reset removes the data for good', async () => {
  const first = await startLocalCloud(options())
  first.database.insert('c', [{ _id: 'gone' }])
  await first.close()
  await resetData(dataFile)
  const second = await startLocalCloud(options())
  expect(second.database.count('c')).toBe(0)
  await second.close()
})
