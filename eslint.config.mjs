import js from '@eslint/js'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import boundaries from 'eslint-plugin-boundaries'
import importX from 'eslint-plugin-import-x'
import reactHooks from 'eslint-plugin-react-hooks'
import { readFileSync } from 'node:fs'
import tseslint from 'typescript-eslint'

const { devDependencies } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'))

/** Who may import whom, and which packages each part may use. This table is the architecture. */
const parts = {
  app: {
    parts: ['app', 'pages', 'components', 'client', 'text', 'platform'],
    packages: ['react', '@tarojs/taro', '@tarojs/components'],
  },
  domain: { parts: [], packages: [] },
  contract: { parts: ['domain'], packages: ['valibot'] },
  text: { parts: ['domain', 'contract'], packages: [] },
  knowledge: { parts: ['domain'], packages: ['valibot'] },
  platform: { parts: [], packages: ['react', '@tarojs/taro'] },
  client: { parts: ['contract', 'domain', 'platform'], packages: ['react', '@tarojs/taro', 'valibot'] },
  components: {
    parts: ['text', 'platform', 'domain'],
    packages: ['react', '@tarojs/taro', '@tarojs/components'],
  },
  // A page sees its own area only: another area's parts are as far away as another part of the system.
  pages: {
    parts: ['shell', 'components', 'client', 'text', 'platform', 'contract', 'domain', 'knowledge'],
    packages: ['react', '@tarojs/taro', '@tarojs/components'],
  },
  // The few files that every area shares, directly in src/pages: they see what a page sees, and no page.
  shell: {
    parts: ['shell', 'components', 'client', 'text', 'platform', 'contract', 'domain', 'knowledge'],
    packages: ['react', '@tarojs/taro', '@tarojs/components'],
  },
  cloud: {
    parts: ['contract', 'domain', 'knowledge', 'text'],
    packages: ['wx-server-sdk', 'valibot', 'fflate'],
    node: true,
  },
  local: {
    parts: ['cloud', 'contract', 'domain', 'knowledge'],
    packages: ['libsql', 'mingo', 'esbuild', 'croner', 'qrcode', '@fastify/busboy'],
    node: true,
  },
  tools: {
    parts: ['local', 'cloud', 'contract', 'domain', 'knowledge', 'text', 'config', 'harness'],
    packages: Object.keys(devDependencies),
    node: true,
  },
  // The bench measures on what the tests run on: the compiled mini program.
  harness: { parts: [], packages: [] },
  // The build reads the deployment manifest.
  config: { parts: ['cloud'], packages: [...Object.keys(devDependencies), '@tarojs/shared'], node: true },
}

/** These two are a few files beside folders, so they are known by their files; everything else by its folder. */
const files = { app: 'src/app{.*,.*.*}', shell: 'src/pages/*.*' }
const entity = (part) => (part in files ? { file: { categories: part } } : { element: { type: part } })

const may = (part, packages) => ({
  from: entity(part),
  allow: { to: { module: { origin: 'external', source: packages } } },
})

const policies = Object.entries(parts).flatMap(([part, allowed]) => [
  ...(allowed.parts.length ? [{ from: entity(part), allow: { to: allowed.parts.map(entity) } }] : []),
  ...(allowed.packages.length ? [may(part, allowed.packages)] : []),
  ...(allowed.node ? [{ from: entity(part), allow: { to: { module: { origin: 'core' } } } }] : []),
])
const dependencies = (allowed) => [
  'error',
  { default: 'disallow', checkAllOrigins: true, checkUnknownLocals: true, policies: allowed },
]

const chinese = '/[\\u4e00-\\u9fff]/'
const screenWords = ['Literal[value=', 'JSXText[value=', 'TemplateElement[value.raw='].map((start) => ({
  selector: `${start}${chinese}]`,
  message: 'Words that people read live in src/text.',
}))
const hiddenInputs = [
  ['CallExpression[callee.object.name="Date"][callee.property.name="now"]', 'the clock'],
  ['NewExpression[callee.name="Date"][arguments.length=0]', 'the clock'],
  ['CallExpression[callee.name="Date"]', 'the clock'],
  ['CallExpression[callee.object.name="performance"]', 'the clock'],
  ['CallExpression[callee.object.name="Math"][callee.property.name="random"]', 'chance'],
  ['CallExpression[callee.object.name="crypto"]', 'chance'],
].map(([selector, what]) => ({ selector, message: `A rule is pure: ${what} comes in as an argument.` }))
const looseWrites = {
  selector: 'CallExpression[callee.property.name="where"][callee.object.callee.object.name=/^(transaction|tx)$/]',
  message: 'The SDK sends where() without the transaction: read and write documents by id inside one.',
}

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.local/', 'bench-results/', 'test-results/', 'coverage/', '.swc/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX, 'react-hooks': reactHooks },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver()],
      'import-x/extensions': ['.ts', '.tsx'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Our objects are literals and closures: their functions do not ask for `this`.
      '@typescript-eslint/unbound-method': 'off',
      // Handlers share one asynchronous signature, whether or not they wait for something.
      '@typescript-eslint/require-await': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'config/**/*.ts'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': Object.keys(parts)
        .filter((part) => !(part in files))
        .map((part) => {
          if (part === 'harness') return { type: part, pattern: 'test/support', partialMatch: false }
          if (part === 'config') return { type: part, pattern: 'config', partialMatch: false }
          if (part === 'pages') return { type: part, pattern: 'src/pages/*', capture: ['area'], partialMatch: false }
          return { type: part, pattern: `src/${part}`, partialMatch: false }
        }),
      'boundaries/files': Object.entries(files).map(([category, pattern]) => ({ category, pattern })),
      'boundaries/dependency-nodes': ['import', 'export', 'require', 'dynamic-import'],
      'boundaries/additional-dependency-nodes': [
        { selector: 'TSImportType > Literal', kind: 'type', name: 'type-import' },
      ],
      'boundaries/legacy-templates': false,
      'import/resolver': { typescript: true },
    },
    rules: {
      'boundaries/dependencies': dependencies(policies),
      'boundaries/no-unknown-files': 'error',
      'no-console': 'error',
    },
  },
  {
    // Posters alone draw codes on the server: no other function may come to weigh as much.
    files: ['src/cloud/files/poster.ts', 'src/cloud/files/notice-poster.ts'],
    rules: { 'boundaries/dependencies': dependencies([...policies, may('cloud', ['qrcode'])]) },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/text/**', 'src/knowledge/**', 'src/local/**', 'src/tools/**'],
    rules: { 'no-restricted-syntax': ['error', ...screenWords] },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...screenWords, ...hiddenInputs] },
  },
  {
    files: ['src/cloud/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...screenWords, looseWrites] },
  },
  {
    files: ['src/cloud/**/*.ts'],
    ignores: ['src/cloud/store/**', 'src/cloud/functions/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'wx-server-sdk', message: 'Only the store and the functions know the SDK.' }] },
      ],
    },
  },
  {
    files: ['src/tools/**', 'src/local/**', 'src/cloud/log.ts', 'config/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      // Tests look into JSON, compiled bundles and fakes, where types stop.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: { module: 'writable', process: 'readonly', URL: 'readonly', require: 'readonly' } },
  },
)
