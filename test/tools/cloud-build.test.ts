import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { buildCloud } from '../../config/cloud'
import { version } from '../../package.json'
import { functions } from '../../src/cloud/deployment'

const root = path.resolve(__dirname, '../..')

describe('bundling the cloud functions', () => {
  let project: string
  beforeEach(async () => {
    project = await mkdtemp(path.join(os.tmpdir(), 'cloud-build-'))
    await cp(path.join(root, 'package.json'), path.join(project, 'package.json'))
    await symlink(path.join(root, 'node_modules'), path.join(project, 'node_modules'))
    for (const name of Object.keys(functions)) await put(`src/cloud/functions/${name}.ts`, working)
  })
  afterEach(() => rm(project, { recursive: true, force: true }))

  const working = "import cloud from 'wx-server-sdk'\nexport const main = () => typeof cloud.init\n"
  const put = async (file: string, source: string) => {
    await mkdir(path.dirname(path.join(project, file)), { recursive: true })
    await writeFile(path.join(project, file), source)
  }
  const build = () => buildCloud({ outFolder: path.join(project, 'out'), root: project })
  const read = async (file: string) => JSON.parse(await readFile(path.join(project, 'out', file), 'utf8')) as unknown

  it('puts the SDK inside and needs nothing installed', async () => {
    const { functions: built } = await build()
    expect(built.map(({ name }) => name)).toEqual(Object.keys(functions))
    for (const { name, file, bytes } of built) {
      expect(bytes).toBeGreaterThan(1_000_000)
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      expect((require(file) as { main: () => string }).main()).toBe('function')
      expect(await read(`${name}/package.json`)).toEqual({ name, version, main: 'index.js' })
    }
  })

  it('writes the open APIs and the timer of the manifest', async () => {
    await build()
    const { openapi, cron } = functions.timer
    expect(await read('api/config.json')).toEqual({ permissions: { openapi: functions.api.openapi } })
    expect(await read('timer/config.json')).toEqual({
      permissions: { openapi },
      triggers: [{ name: cron.name, type: 'timer', config: cron.config }],
    })
  })

  it.each(['src/local/secret.ts', 'src/tools/secret.ts', 'test/support/secret.ts'])('refuses %s', async (file) => {
    await put(file, 'export const secret = 1\n')
    await put('src/cloud/through.ts', `export * from '../../${file.replace('.ts', '')}'\n`)
    await put('src/cloud/functions/api.ts', "export { secret as main } from '../through'\n")
    await expect(build()).rejects.toThrow(`${file}, imported by src/cloud/through.ts`)
    expect(existsSync(path.join(project, 'out'))).toBe(false)
  })

  it('takes a warning for a failure', async () => {
    await put('src/cloud/functions/api.ts', 'export const main = (x: unknown) => typeof x === "nul"\n')
    await expect(build()).rejects.toThrow('esbuild warned')
  })

  it('fails when a function is missing', async () => {
    await rm(path.join(project, 'src/cloud/functions/events.ts'))
    await expect(build()).rejects.toThrow('events.ts')
  })
})
