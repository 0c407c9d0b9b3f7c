import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Database } from '../../src/local/database/database'
import { commandOf, run } from '../../src/tools/support/run'
import { startCloud } from '../local/support/cloud'

const folder = mkdtempSync(join(tmpdir(), 'local-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const dataFile = join(folder, 'data.db')
const copy = join(folder, 'copy')
const tool = (name: string, ...args: string[]) =>
  run(commandOf('tsx'), [`src/tools/local-${name}.ts`, ...args], { env: { LOCAL_DATA: folder } })

it('a backup of a running local cloud is restored once it has stopped', async () => {
  const running = await startCloud({ dataFile, collections: [{ name: 'rows', indexes: [] }] })
  running.database.insert('rows', [{ _id: 'a' }])
  expect(await tool('backup', copy)).toContain(`已备份到 ${copy} | Backed up`)
  running.database.remove('rows', { _id: 'a' })
  await expect(tool('restore', copy)).rejects.toMatchObject({
    output: expect.stringContaining(`already running at ${running.url}`),
  })
  await running.close()

  expect(await tool('restore', copy)).toContain('before-restore-')
  const database = new Database(dataFile)
  expect(database.get('rows', 'a')).toEqual({ _id: 'a' })
  database.close()
  await expect(tool('backup', copy)).rejects.toMatchObject({ output: expect.stringContaining('was not overwritten') })
  await expect(tool('restore')).rejects.toMatchObject({ output: 'npm run local:restore -- FOLDER\n' })
})
