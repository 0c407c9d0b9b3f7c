import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { version } from '../../package.json'
import { clientRules, functions, type FunctionName } from '../../src/cloud/deployment'
import { keyNames } from '../../src/cloud/keys'
import { posterFontFiles } from '../../src/cloud/poster'
import { developmentKeys } from '../../src/local/development-keys'
import { fromRoot } from '../../src/tools/support/paths'

const names = Object.keys(functions) as FunctionName[]
const file = (name: string, ...rest: string[]) => readFileSync(fromRoot('dist', 'cloud', name, ...rest), 'utf8')
/** What of a pattern stands in a bundle: a bundle itself is too long to be shown by a failing test. */
const found = (name: string, pattern: RegExp) => [...new Set(file(name, 'index.js').match(pattern) ?? [])]
// eslint-disable-next-line @typescript-eslint/no-require-imports
const load = (name: string) => require(fromRoot('dist', 'cloud', name, 'index.js')) as { main?: unknown }
const json = (name: string, ...rest: string[]) => JSON.parse(file(name, ...rest)) as unknown

describe('what is uploaded', () => {
  it('is one folder for each function, of three files and the letters of posters', () => {
    expect(readdirSync(fromRoot('dist', 'cloud')).sort()).toEqual([...names].sort())
    for (const name of names) {
      const font = name === 'files' ? ['font'] : []
      const files = ['config.json', ...font, 'index.js', 'package.json']
      expect(readdirSync(fromRoot('dist', 'cloud', name)).sort()).toEqual(files)
    }
  })

  it.each(names)('of %s knows nothing of the demo’s way to say who calls', (name) => {
    expect(found(name, /x-local-openid|local-env\b|\bwxlocal\b/g)).toEqual([])
  })

  it.each(names)('of %s holds nothing of the local cloud, the tools, the tests or the demo', (name) => {
    expect(found(name, /\bsrc\/(local|tools)\/|\btest\/support\/|和苑小区|纺机厂家属院|榕荫苑|000-8888/g)).toEqual([])
  })

  it.each(names)('of %s names no path of the machine it was built on', (name) => {
    expect(file(name, 'index.js').includes(fromRoot())).toBe(false)
  })

  it.each(['api', 'files', 'timer'] as const)('of %s does not start without its keys', (name) => {
    for (const key of keyNames) delete process.env[key]
    expect(() => load(name)).toThrow('SEAL_KEYS is missing')
  })

  it.each(names)('of %s has its main in index.js and nothing to install', (name) => {
    Object.assign(process.env, developmentKeys)
    expect(json(name, 'package.json')).toEqual({ name, version, main: 'index.js' })
    expect(typeof load(name).main).toBe('function')
  })

  it('declares the open APIs that each function uses, and the one timer', () => {
    expect(json('api', 'config.json')).toEqual({
      permissions: {
        openapi: [
          'security.msgSecCheck',
          'security.mediaCheckAsync',
          'phonenumber.getPhoneNumber',
          'subscribeMessage.send',
          'wxacode.getUnlimited',
        ],
      },
    })
    expect(json('events', 'config.json')).toEqual({ permissions: { openapi: [] } })
    expect(json('timer', 'config.json')).toEqual({
      permissions: { openapi: ['security.msgSecCheck', 'security.mediaCheckAsync', 'subscribeMessage.send'] },
      triggers: [{ name: 'every-minute', type: 'timer', config: '0 */1 * * * * *' }],
    })
  })
})

describe('the manifest', () => {
  it.each(names)('sets the clock of %s to China, and time-out and memory that WeChat allows', (name) => {
    const { environment, timeout, memory, runtime } = functions[name]
    expect(environment).toEqual({ TZ: 'Asia/Shanghai' })
    expect(runtime).toBe('Nodejs20.19')
    expect(timeout).toBeGreaterThan(3)
    expect(timeout).toBeLessThanOrEqual(60)
    expect([128, 256, 512, 1024, 2048]).toContain(memory)
  })

  it('lets phones call the functions api and files only', () => {
    const open = names.filter((name) => functions[name].callableBy === 'client')
    expect(open).toEqual(['api', 'files'])
  })

  it('lets phones read and write no collection, and of the files their own only', () => {
    expect(clientRules).toEqual({ collections: { read: false, write: false }, storage: { read: 'own', write: 'own' } })
  })
})

describe('the function files', () => {
  it('carries nothing of the pages’ calls', () => {
    expect(found('files', /^\/\/ src\/cloud\/(request|wish|offer|content|search)\//gm)).toEqual([])
  })

  it('has every letter that its font names beside it', () => {
    const folder = fromRoot('dist', 'cloud', 'files', 'font')
    expect(posterFontFiles(folder).filter((name) => !existsSync(`${folder}/${name}`))).toEqual([])
  })
})
