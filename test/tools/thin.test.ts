import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runInNewContext } from 'node:vm'
import { getComponentsAlias } from '@tarojs/shared'
import type { LoaderContext } from 'webpack'
import thin, { type Components } from '../../config/thin'
import shorten, { type Options } from '../../config/thin/loader'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'thin-'))
  for (const area of ['pages', 'text']) mkdirSync(path.join(folder, area))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** As Taro has it, shortened. */
const listed = (): Components => ({
  View: { 'hover-class': 'none', 'hover-start-time': '50', bindTap: '' },
  Button: { size: '', type: '' },
  Slider: { min: '0', max: '100' },
  Text: { selectable: '' },
  Image: { src: '', 'lazy-load': '' },
})

/** What the plugin leaves, and what it hands to its loader, where a page has this source. */
function thinned(page: string, words = '') {
  writeFileSync(path.join(folder, 'pages', 'index.tsx'), page)
  writeFileSync(path.join(folder, 'text', 'index.ts'), words)
  const components = listed()
  let options: Options | undefined
  const rule = { use: () => ({ loader: () => ({ options: (given: object) => void (options = given as Options) }) }) }
  thin({
    paths: { sourcePath: folder },
    registerMethod: ({ fn }) => fn({ template: { internalComponents: components } }),
    modifyWebpackChain: (change) => change({ chain: { module: { rule: () => ({ test: () => rule }) } } }),
  })
  return { components, options: options ?? { components: {}, words: new Set<string>() } }
}

/** A file of Taro's own, as the loader hands it on. */
function loaded(file: string, options: Options, source?: string): string {
  const resourcePath = createRequire(__filename).resolve(file)
  const context = { resourcePath, getOptions: () => options } as unknown as LoaderContext<Options>
  return shorten.call(context, source ?? readFileSync(resourcePath, 'utf8'))
}
/** What such a file calls by a name. */
const valueIn = (code: string, name: string): unknown =>
  JSON.parse(
    String(
      runInNewContext(`${code.replace(/^import .*$/gm, '').replace(/^export \{.*$/gm, '')};JSON.stringify(${name})`),
    ),
  )

describe('the components that the phone gets', () => {
  const page = '<View hoverClass="pressed" onClick={tap} /><Button type="primary" />'

  it('have the attributes that a source names, and their events', () => {
    expect(thinned(page).components).toEqual({
      View: { 'hover-class': 'none', bindTap: '' },
      Button: { type: '' },
      Slider: {},
      Text: {},
      Image: {},
    })
  })

  it('take no attribute for named that stands in a text only', () => {
    expect(thinned(page, 'hoverStartTime Slider min').components).toEqual(thinned(page).components)
  })

  it('are numbered on the phone as in the templates', () => {
    const { components, options } = thinned(page)
    const table = valueIn(loaded('@tarojs/shared/dist/components.js', options), 'internalComponents') as Components
    expect(getComponentsAlias(table)).toEqual(getComponentsAlias(components))
  })
})

describe('of what Taro lists', () => {
  const options = { components: {}, words: new Set(['scanCode', 'login', 'width', 'fontSize']) }

  it.each(['@tarojs/shared/dist/native-apis.js', '@tarojs/plugin-platform-weapp/dist/runtime.js'])(
    '%s keeps the APIs that a source names',
    (file) => {
      const names = new Set(
        loaded(file, options)
          .match(/(?<=new Set\(\[).*(?=\]\))/)?.[0]
          .match(/\w+/g) ?? [],
      )
      expect([...names].filter((name) => !options.words.has(name))).toEqual([])
      expect(names.has('scanCode')).toBe(file.includes('shared'))
    },
  )

  it('the style properties are those that a source names', () => {
    const code = loaded('@tarojs/runtime/dist/dom/style_properties.js', options)
    expect(code).toBe('export const styleProperties = ["width","fontSize"]')
  })

  it('Taro itself asks for nothing of the runtime but its hooks', () => {
    expect(loaded('@tarojs/taro/index.js', options)).not.toContain('@tarojs/runtime')
  })

  it.each([
    '@tarojs/shared/dist/components.js',
    '@tarojs/shared/dist/native-apis.js',
    '@tarojs/plugin-platform-weapp/dist/runtime.js',
    '@tarojs/runtime/dist/dom/style_properties.js',
    '@tarojs/taro/index.js',
  ])('%s in another form than the known one fails the build', (file) => {
    expect(() => loaded(file, options, 'another form')).toThrow('otherwise than config/thin knows')
  })

  it('a file that nobody knows fails it, too', () => {
    expect(() => loaded('@tarojs/shared/dist/utils.js', options)).toThrow('knows nothing of')
  })
})
