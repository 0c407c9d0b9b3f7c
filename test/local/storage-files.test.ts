import { fork } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { resetData } from '../../src/local/reset'
import { startCloud, temporaryFolder } from './support/cloud'
import { phone } from './support/sdk-files'

const folder = temporaryFolder()
afterAll(() => folder.remove())

describe('the files', () => {
  it('are there again after a restart, under the links that were given out', async () => {
    const dataFile = join(folder.path, 'restart/data.db')
    const first = await startCloud({ dataFile, port: 0, storageRule: 'PRIVATE' })
    const { fileID = '' } = await phone(first, 'me').upload('kept.txt', 'still here')
    const link = (await phone(first, 'me').link(fileID))?.tempFileURL ?? ''
    await first.close()
    const second = await startCloud({ dataFile, storageRule: 'PRIVATE' })
    const response = await fetch(link.replace(first.url, second.url))
    expect(await response.text()).toBe('still here')
    await second.close()
  })

  it('keep their contents apart from their paths, and lose what nobody needs at the next start', async () => {
    const dataFile = join(folder.path, 'sweep/data.db')
    const blobs = join(folder.path, 'sweep/files')
    const first = await startCloud({ dataFile, storageRule: 'PRIVATE' })
    for (const path of ['a.txt', 'b.txt']) await phone(first, 'me').upload(path, 'the same')
    expect(readdirSync(blobs)).toHaveLength(1)
    await phone(first, 'me').upload('a.txt', 'another')
    await phone(first, 'me').remove('cloud://local-env.local-bucket/b.txt')
    // While the cloud runs, nothing goes: somebody may be copying the folder.
    expect(readdirSync(blobs)).toHaveLength(2)
    await first.close()
    writeFileSync(join(blobs, 'upload-0123456789abcdef'), 'half')
    writeFileSync(join(blobs, 'somebody-elses.txt'), 'stays')
    const second = await startCloud({ dataFile })
    const left = readdirSync(blobs).filter((name) => name !== 'somebody-elses.txt')
    expect(left.map((name) => readFileSync(join(blobs, name), 'utf8'))).toEqual(['another'])
    expect(readdirSync(blobs)).toContain('somebody-elses.txt')
    await second.close()
  })

  it('have nothing of an upload that breaks off', async () => {
    const dataFile = join(folder.path, 'broken/data.db')
    const blobs = join(folder.path, 'broken/files')
    const started = await startCloud({ dataFile, storageRule: 'PRIVATE' })
    const half = request(`${started.url}/storage/upload?path=half.bin`, {
      method: 'POST',
      headers: { 'x-local-openid': 'me', 'content-length': 1000 },
    })
    half.on('error', () => {})
    half.write('half')
    const names = async (count: number) => {
      while (readdirSync(blobs).length !== count) await new Promise((resolve) => setImmediate(resolve))
    }
    await names(1)
    half.destroy()
    await names(0)
    expect(started.files.list()).toEqual([])
    await started.close()
  })

  it('go with the data when somebody starts over', async () => {
    const dataFile = join(folder.path, 'reset/data.db')
    const started = await startCloud({ dataFile, storageRule: 'PRIVATE' })
    await phone(started, 'me').upload('a.txt')
    await started.close()
    await resetData(dataFile)
    expect(readdirSync(join(folder.path, 'reset'))).toEqual([])
  })

  it('survive a process that is killed after it has acknowledged them', async () => {
    const dataFile = join(folder.path, 'killed/data.db')
    const child = fork(join(__dirname, 'support/uploader.ts'), [dataFile], {
      execArgv: ['--require', 'tsx/cjs'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    let acknowledged = 0
    await new Promise<void>((resolve) => {
      child.on('message', (count: number) => {
        acknowledged = count
        if (count >= 40) child.kill('SIGKILL')
      })
      child.on('exit', () => resolve())
    })
    const started = await startCloud({ dataFile })
    expect(acknowledged).toBeGreaterThanOrEqual(40)
    for (let n = 1; n <= acknowledged; n++) {
      const bytes = await started.files.contents(`cloud://local-env.local-bucket/pictures/${n}.bin`)
      expect(bytes?.equals(Buffer.alloc(40_000, String(n)))).toBe(true)
    }
    await started.close()
  })
})
