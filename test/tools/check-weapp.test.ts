import { appendFileSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { examineWeapp } from '../../src/tools/check-weapp'
import { adviceIn, faultsIn, sizesIn, type QualityCheck } from '../../src/tools/check-weapp/rules'
import { miniprogramCi } from '../../src/tools/check-weapp/tool'
import { isHere } from '../../src/tools/support/on-demand'
import { fromRoot } from '../../src/tools/support/paths'

const sizes = (detail: unknown): QualityCheck => ({ name: 'PACKAGE_SIZE_LIMIT', success: true, text: 'size', detail })
const limit = 2 * 1024 * 1024

describe("what WeChat's answer means", () => {
  it('names the main package first, then the others', () => {
    expect(sizesIn({ quality: [sizes({ __APP__: 5, 'pages/matter/': 7 })] })).toEqual([
      { name: '主包 main', bytes: 5 },
      { name: 'pages/matter/', bytes: 7 },
    ])
  })

  it('takes a package of exactly 2 MB and refuses one byte more', () => {
    expect(faultsIn({ quality: [sizes({ __APP__: limit })] })).toEqual([])
    expect(faultsIn({ quality: [sizes({ __APP__: 1, 'pages/a/': limit + 1 })] })).toEqual([
      expect.stringContaining('pages/a/'),
    ])
  })

  it('refuses more than 30 MB in all', () => {
    const packages = Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`pages/${index}/`, limit]))
    expect(faultsIn({ quality: [sizes(packages)] })).toEqual([expect.stringContaining('30 MB')])
  })

  it('takes an answer without sizes for no answer', () => {
    expect(faultsIn({ quality: [] })).toHaveLength(1)
  })

  it('passes on advice, but not about switches of DevTools', () => {
    const quality = [
      { name: 'JS_COMPRESS_OPEN', success: false, text: 'switch' },
      { name: 'IMAGE_AND_AUDIO_LIMIT', success: false, text: 'large pictures' },
      { name: 'LAZYCODE_LOADING', success: true, text: 'lazy' },
    ]
    expect(adviceIn({ quality })).toEqual(['large pictures'])
  })
})

const compiled = fromRoot('dist', 'weapp')
const missing = [
  ...(isHere(miniprogramCi) ? [] : ['miniprogram-ci is not here; `npm run check:weapp` fetches it']),
  ...(existsSync(compiled) ? [] : ['dist/weapp is not built']),
].join('; ')
const describeHere = missing ? describe.skip : describe

describeHere(`WeChat's own compiler${missing && ` (skipped: ${missing})`}`, () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'broken-weapp-'))
    cpSync(compiled, folder, { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  /** The compiler of a large tool on a busy machine. */
  const patience = 180_000
  const faults = async () => faultsIn(await examineWeapp(folder))
  const page = (end: string) => path.join(folder, `pages/door/index.${end}`)

  it(
    'takes dist/weapp as it is',
    async () => {
      expect(await faults()).toEqual([])
    },
    patience,
  )

  it.each<[string, () => void, RegExp]>([
    [
      'WXML that does not close',
      () => appendFileSync(path.join(folder, 'base.wxml'), '<view><text></view>'),
      /base\.wxml/,
    ],
    [
      'a page that is not there',
      () => ['js', 'json', 'wxml', 'wxss'].forEach((end) => rmSync(page(end), { force: true })),
      /pages\/door\/index/,
    ],
    ['JavaScript that does not parse', () => appendFileSync(page('js'), '\nconst = 1'), /index\.js/],
    ['WXSS that does not parse', () => appendFileSync(path.join(folder, 'app.wxss'), '.a { color: ; } } {'), /wxss/i],
    ['more than 2 MB', () => appendFileSync(page('js'), `\nvar a = ${JSON.stringify('x'.repeat(limit))}`), /2 MB/],
  ])(
    'refuses %s',
    async (_what, damage, says) => {
      damage()
      expect((await faults()).join('\n')).toMatch(says)
    },
    patience,
  )
})
