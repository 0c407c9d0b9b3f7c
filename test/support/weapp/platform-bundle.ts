import path from 'node:path'
import { build } from 'esbuild'

const folder = path.resolve(__dirname, '../../../src/platform')

/** Taro's calls are WeChat's own here: on a phone it hands them on as they are. */
const taroIsWx = {
  name: 'taro-is-wx',
  setup(plugins: Parameters<NonNullable<Parameters<typeof build>[0]['plugins']>[number]['setup']>[0]) {
    plugins.onResolve({ filter: /^@tarojs\/taro$/ }, () => ({ path: 'taro', namespace: 'wx' }))
    plugins.onLoad({ filter: /.*/, namespace: 'wx' }, () => ({ contents: 'export default wx' }))
  },
}

/** The phone's own twins of `src/platform` as one module of a mini program, for a fixture to require. */
export async function platformBundle(names: readonly string[]): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: names.map((name) => `export * from './${name}'`).join('\n'), resolveDir: folder },
    bundle: true,
    write: false,
    format: 'cjs',
    target: 'es2020',
    plugins: [taroIsWx],
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}
