import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')

/** Neighbours that the planted files import. */
const neighbours = {
  'src/app.scss': '',
  'src/domain/time.ts': 'export const hour = 3_600_000\n',
  'src/domain/deep/rule.ts': "import { hour } from '../time'\nexport const day = 24 * hour\n",
  'src/contract/action.ts': 'export const action = 1\n',
  'src/text/words.ts': "export const words = '你好'\n",
  'src/knowledge/pack.ts': 'export const pack = 1\n',
  'src/platform/phone.ts': 'export const phone = 1\n',
  'src/client/call.ts': 'export const call = 1\n',
  'src/components/row.ts': 'export const row = 1\n',
  'src/pages/kit.ts': 'export const kit = 1\n',
  'src/pages/door/parts/hits.ts': 'export const hits = 1\n',
  'src/pages/door/index.ts': 'export const door = 1\n',
  'src/cloud/store/sdk.ts': 'export const sdk = 1\n',
  'src/cloud/deployment.ts': 'export const functions = 1\n',
  'src/local/gateway.ts': 'export const gateway = 1\n',
  'src/tools/build.ts': 'export const build = 1\n',
  'config/cloud.ts': 'export const buildCloud = 1\n',
  'test/support/builders.ts': 'export const aWish = 1\n',
}

const from = (place: string) => `import * as thing from '${place}'\nexport const used = thing\n`
const dependencies = 'boundaries/dependencies'
const syntax = 'no-restricted-syntax'

/** Each planted file, what stands in it, and the rule that has to object. */
const forbidden: readonly (readonly [file: string, source: string, rule: string])[] = [
  ['src/domain/a.ts', from('../cloud/deployment'), dependencies],
  ['src/domain/b.ts', from('../contract/action'), dependencies],
  ['src/domain/c.ts', from('valibot'), dependencies],
  ['src/domain/d.ts', from('node:fs'), dependencies],
  ['src/domain/e.ts', "export { action } from '../contract/action'\n", dependencies],
  ['src/domain/f.ts', "export type Action = import('../contract/action').Action\n", dependencies],
  ['src/domain/g.ts', "import type { Action } from '../contract/action'\nexport type A = Action\n", dependencies],
  ['src/domain/h.ts', "export const late = () => import('../contract/action')\n", dependencies],
  ['src/domain/i.ts', from('../../test/support/builders'), dependencies],
  ['src/contract/a.ts', from('../text/words'), dependencies],
  ['src/text/a.ts', from('valibot'), dependencies],
  ['src/knowledge/a.ts', from('../cloud/deployment'), dependencies],
  ['src/platform/a.ts', from('../domain/time'), dependencies],
  ['src/client/a.ts', from('../components/row'), dependencies],
  ['src/client/b.ts', from('../text/words'), dependencies],
  ['src/components/a.ts', from('../client/call'), dependencies],
  ['src/components/b.ts', from('valibot'), dependencies],
  ['src/pages/matter/a.ts', from('../door/parts/hits'), dependencies],
  ['src/pages/matter/b.ts', from('../door/index'), dependencies],
  ['src/pages/c.ts', from('./door/parts/hits'), dependencies],
  ['src/pages/matter/d.ts', from('../../cloud/deployment'), dependencies],
  ['src/pages/matter/e.ts', from('valibot'), dependencies],
  ['src/cloud/a.ts', from('../client/call'), dependencies],
  ['src/cloud/b.ts', from('../local/gateway'), dependencies],
  ['src/cloud/c.ts', from('libsql'), dependencies],
  ['src/cloud/files/a.ts', from('qrcode/lib/core/qrcode'), dependencies],
  ['src/local/a.ts', from('../text/words'), dependencies],
  ['src/local/b.ts', from('playwright-core'), dependencies],
  ['src/tools/a.ts', from('../client/call'), dependencies],
  ['src/tools/b.ts', from('react'), dependencies],
  ['src/app.tsx', from('./cloud/deployment'), dependencies],
  ['config/a.ts', from('../src/local/gateway'), dependencies],
  ['src/elsewhere/a.ts', 'export const a = 1\n', 'boundaries/no-unknown-files'],
  ['src/cloud/d.ts', from('wx-server-sdk'), 'no-restricted-imports'],
  ['src/cloud/store/a.ts', "transaction.collection('a').where({ b: 1 }).update({})\n", syntax],
  ['src/domain/j.ts', 'export const now = () => Date.now()\n', syntax],
  ['src/domain/k.ts', 'export const now = () => new Date()\n', syntax],
  ['src/domain/l.ts', 'export const chance = () => Math.random()\n', syntax],
  ['src/domain/n.ts', "export const word = '你好'\n", syntax],
  ['src/pages/matter/f.tsx', "export const title = '你好'\n", syntax],
  ['src/pages/matter/g.tsx', 'export const title = (name: string) => `你好${name}`\n', syntax],
  ['src/pages/matter/h.tsx', 'export const title = <p>你好</p>\n', syntax],
  ['src/cloud/e.ts', "export const word = '你好'\n", syntax],
  ['src/client/c.ts', "console.log('x')\nexport {}\n", 'no-console'],
  ['src/client/d.ts', 'export const any = (x: any) => String(x)\n', '@typescript-eslint/no-explicit-any'],
  ['src/client/e.ts', 'Promise.resolve(1)\nexport {}\n', '@typescript-eslint/no-floating-promises'],
  [
    'src/client/f.ts',
    "import { call } from './call'\nexport type Call = typeof call\n",
    '@typescript-eslint/consistent-type-imports',
  ],
  ['src/client/g.ts', "import { h } from './h'\nexport const g = () => h\n", 'import-x/no-cycle'],
]

const allowed: Readonly<Record<string, string>> = {
  'src/client/h.ts': "import { g } from './g'\nexport const h = () => g\n",
  'src/domain/z.ts': [
    "import { day } from './deep/rule'",
    '// 注释可以是中文',
    'export const at = (now: number) => [new Date(now), day]',
    '',
  ].join('\n'),
  'src/contract/z.ts':
    "import * as v from 'valibot'\nimport { hour } from '../domain/time'\nexport const z = [v, hour]\n",
  'src/pages/door/z.tsx': [
    "import { View } from '@tarojs/components'",
    "import { call } from '../../client/call'",
    "import { row } from '../../components/row'",
    "import { pack } from '../../knowledge/pack'",
    "import { words } from '../../text/words'",
    "import { kit } from '../kit'",
    "import { hits } from './parts/hits'",
    'export const z = <View>{[call, row, pack, words, kit, hits]}</View>',
    '',
  ].join('\n'),
  'src/cloud/store/z.ts':
    "import cloud from 'wx-server-sdk'\nimport { pack } from '../../knowledge/pack'\nexport const z = [cloud, pack]\n",
  'src/cloud/files/poster.ts': "import { create } from 'qrcode/lib/core/qrcode'\nexport const z = create\n",
  'src/cloud/log.ts': "console.log('{}')\nexport {}\n",
  'src/tools/z.ts': [
    "import { chromium } from 'playwright-core'",
    "import { readFileSync } from 'node:fs'",
    "import { buildCloud } from '../../config/cloud'",
    "import { gateway } from '../local/gateway'",
    "console.log('完成', chromium, readFileSync, buildCloud, gateway)",
    '',
  ].join('\n'),
  'config/z.ts': "import { functions } from '../src/cloud/deployment'\nexport const z = functions\n",
}

interface Result {
  readonly filePath: string
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[]
}

/** As a command: jest's own module loader cannot load ESLint's configuration. */
function lint(folder: string): Result[] {
  const eslint = path.join(root, 'node_modules/eslint/bin/eslint.js')
  const args = [eslint, '--config', path.join(root, 'eslint.config.mjs'), '--format', 'json', 'src', 'config']
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  if (!stdout) throw new Error(stderr)
  return JSON.parse(stdout) as Result[]
}

describe('the linter', () => {
  let folder: string
  let objections: ReadonlyMap<string, readonly string[]>

  beforeAll(async () => {
    // Beside node_modules' real place, so that packages resolve; in a folder of its own, so that plants stay plants.
    await mkdir(path.join(root, 'test-results'), { recursive: true })
    folder = await mkdtemp(path.join(root, 'test-results', 'lint-'))
    const files = {
      ...neighbours,
      ...Object.fromEntries(forbidden.map(([file, source]) => [file, source])),
      ...allowed,
      'tsconfig.json': JSON.stringify({ extends: '../../tsconfig.json', include: ['src', 'config', 'test', 'types'] }),
    }
    for (const [file, source] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
      await writeFile(path.join(folder, file), source)
    }
    await symlink(path.join(root, 'types'), path.join(folder, 'types'))
    const results = lint(folder)
    objections = new Map(
      results.map(({ filePath, messages }) => [
        path.relative(folder, filePath),
        [...new Set(messages.map(({ ruleId, message }) => ruleId ?? message))],
      ]),
    )
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it.each(forbidden)('objects to %s: %j', (file, _, rule) => {
    expect(objections.get(file)).toContain(rule)
  })

  it.each(Object.keys({ ...neighbours, ...allowed }).filter((file) => /^(src|config).*\.tsx?$/.test(file)))(
    'has nothing against %s',
    (file) => {
      expect(objections.get(file)?.filter((rule) => rule !== 'import-x/no-cycle')).toEqual([])
    },
  )
})
