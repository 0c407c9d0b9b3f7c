import { readFileSync } from 'node:fs'
import path from 'node:path'
import { runInNewContext } from 'node:vm'
import { build } from 'esbuild'
import fc from 'fast-check'
import type { LoaderContext } from 'webpack'
import packed from '../../config/packed/loader'
import { pack } from '../../config/packed/pack'
import { unpack } from '../../config/packed/unpack'
import { hotlines, roles } from '../../src/knowledge/book'
import { emergencyMatters } from '../../src/knowledge/emergency'
import { laws, matterRules } from '../../src/knowledge/rules'

const folder = path.resolve(__dirname, '../../src/knowledge')

/** Runs the loader over a module, as webpack would. */
function load(file: string, source = readFileSync(file, 'utf8')) {
  const dependencies: string[] = []
  const context = { resourcePath: file, addDependency: (one: string) => void dependencies.push(one) }
  return { code: packed.call(context as unknown as LoaderContext<unknown>, source), dependencies }
}

/** What a module of the knowledge exports where these are packed, as it is on a phone. */
async function exportsOf(module: string): Promise<unknown> {
  const { outputFiles } = await build({
    entryPoints: [path.join(folder, `${module}.ts`)],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'found',
    plugins: [
      {
        name: 'packed',
        setup: ({ onLoad }) =>
          onLoad({ filter: /knowledge\/(rules|book|emergency)\.ts$/ }, (at) => ({
            contents: load(at.path).code,
            loader: 'ts',
          })),
      },
    ],
  })
  return JSON.parse(String(runInNewContext(`${outputFiles[0]?.text ?? ''}; JSON.stringify(found)`))) as unknown
}

/** Texts that repeat themselves, as knowledge does: noise would not get smaller. */
const values = fc
  .array(fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }), { minLength: 3, maxLength: 300 })
  .chain((words) => fc.array(fc.array(fc.constantFrom(...words), { maxLength: 30 }), { minLength: 60, maxLength: 120 }))
  .filter((rows) => JSON.stringify(rows).length > 4000)

describe('what is packed', () => {
  it('is unpacked as it was, whatever signs it has', () => {
    fc.assert(
      fc.property(values, (value) => {
        const { text, signs } = pack(value)
        expect(unpack(text, signs)).toEqual(value)
      }),
      { numRuns: 60 },
    )
  })

  it('stands in a script without an escape', () => {
    expect(pack(Object.values(laws)).text).toMatch(/^[!-~]+$/)
    expect(pack(Object.values(laws)).text).not.toMatch(/["\\~]/)
  })

  it('is less than a third of what it was', () => {
    const { text, signs } = pack(matterRules)
    expect(Buffer.byteLength(text + signs)).toBeLessThan(Buffer.byteLength(JSON.stringify(matterRules)) / 3)
  })

  it('is refused while building where it could not be unpacked', () => {
    expect(() => pack(['a'])).toThrow('no codes of its own')
    const allSigns = Array.from({ length: 0x2800 }, (_, at) => String.fromCharCode(at + 0x4e00)).join('')
    expect(() => pack([allSigns])).toThrow('different signs cannot be packed')
  })
})

describe('a module whose JSON is packed', () => {
  it.each([
    ['rules', { laws, matterRules }],
    ['book', { hotlines, roles }],
    ['emergency', { emergencyMatters }],
  ])('%s exports the same as without', async (module, plain) => {
    expect(await exportsOf(module)).toMatchObject(JSON.parse(JSON.stringify(plain)) as object)
  })

  it('is built again when a JSON of it changes', () => {
    const { dependencies } = load(path.join(folder, 'book.ts'))
    expect(dependencies).toEqual(['hotlines', 'roles'].map((name) => path.join(folder, 'data', `${name}.json`)))
  })

  it('is refused where it has none', () => {
    expect(() => load(path.join(folder, 'index.ts'))).toThrow('imports no JSON that could be packed')
  })
})
