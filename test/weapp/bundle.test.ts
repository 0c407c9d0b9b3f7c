import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { transformSync } from 'esbuild'
import { string } from 'valibot'
import { askedSettings } from '../../src/knowledge/setting-words'
import { keepersPackages, mostKilobytes } from '../../src/tools/support/packages'
import { builtWeapp } from '../support/weapp'

const files = readdirSync(builtWeapp, { recursive: true, encoding: 'utf8' }).filter((file) =>
  statSync(path.join(builtWeapp, file)).isFile(),
)
const read = (file: string) => readFileSync(path.join(builtWeapp, file), 'utf8')
/** Of destructuring, old iPhones get a single form wrong, which the build rewrites (babel.config.js). */
const supported = { destructuring: true }
const inWords = (code: string, target: string | string[]) => transformSync(code, { target, supported }).code
const scripts = files.filter((file) => file.endsWith('.js'))

describe('the compiled mini program', () => {
  it('has a main package of at most 600 KB, at most 900 for residents, and at most 1,400 in all', () => {
    const { subPackages = [] } = JSON.parse(read('app.json')) as { subPackages?: { root: string }[] }
    const roots = subPackages.map(({ root }) => root)
    const isIn = (file: string, some: readonly string[]) => some.some((root) => file.startsWith(`${root}/`))
    const kilobytes = (some: readonly string[]) =>
      some.reduce((sum, file) => sum + statSync(path.join(builtWeapp, file)).size, 0) / 1024
    expect(roots).toEqual(expect.arrayContaining([...keepersPackages]))
    expect(kilobytes(files.filter((file) => !isIn(file, roots)))).toBeLessThanOrEqual(mostKilobytes.main)
    expect(kilobytes(files.filter((file) => !isIn(file, keepersPackages)))).toBeLessThanOrEqual(mostKilobytes.residents)
    expect(kilobytes(files)).toBeLessThanOrEqual(mostKilobytes.all)
  })

  it('still has the page that is printed on paper, and opens with it', () => {
    const { pages } = JSON.parse(read('app.json')) as { pages: string[] }
    expect(pages[0]).toBe('pages/door/index')
  })

  it.each(['x-local-openid', 'getWXContext', 'node:fs', 'sourceMappingURL', 'localhost', '127.0.0.1'])(
    'knows nothing of %s',
    (word) => {
      expect(scripts.filter((file) => read(file).includes(word))).toEqual([])
    },
  )

  it('checks nothing with schemas: of the contract it has the names of actions, and the types have done their work', () => {
    // Every schema of valibot runs by this name, which no minifier may change.
    expect(string()).toHaveProperty('~run')
    expect(scripts.filter((file) => read(file).includes('~run'))).toEqual([])
  })

  it('leaves the words by which keepers are asked with the keepers', () => {
    const isKeepers = (file: string) => keepersPackages.some((root) => file.startsWith(`${root}/`))
    const residents = scripts.filter((file) => !isKeepers(file)).map(read)
    expect(askedSettings.filter(({ ask }) => residents.some((code) => code.includes(ask)))).toEqual([])
  })

  it('is written in the JavaScript of the oldest phones that it is built for', () => {
    const newer = (code: string) => inWords(code, ['ios14', 'chrome91']) !== inWords(code, 'esnext')
    // WeChat fills in what is missing of the library, and nothing of the language.
    expect(['/(?<=a)b/', 'class A { #b = 1 }', 'class A { static {} }'].filter(newer)).toHaveLength(3)
    expect(scripts.filter((file) => newer(read(file)))).toEqual([])
  })

  it('keeps lengths as they were written', () => {
    const styles = files.filter((file) => file.endsWith('.wxss')).map(read)
    expect(styles.join('\n')).toMatch(/\dpx/)
    expect(styles.join('\n')).not.toMatch(/\drpx/)
  })
})
