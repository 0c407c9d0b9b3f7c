import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { LoaderContext } from 'webpack'
import { pack } from './pack'

const jsonImport = /^import (\w+) from '(\.[^']+\.json)'$/gm

/**
 * A webpack loader: what a module imports as JSON travels to the phone packed, in one piece. The source stays as it is,
 * and everything else (H5, the functions, the tests) reads the same JSON as it stands.
 */
export default function packed(this: LoaderContext<unknown>, source: string): string {
  const names: string[] = []
  const values: unknown[] = []
  const rest = source.replace(jsonImport, (_, name: string, from: string) => {
    const file = path.resolve(path.dirname(this.resourcePath), from)
    this.addDependency(file)
    names.push(name)
    values.push(JSON.parse(readFileSync(file, 'utf8')))
    return ''
  })
  if (names.length === 0) throw new Error(`${this.resourcePath} imports no JSON that could be packed`)
  const { text, signs } = pack(values)
  return `import { unpack } from ${JSON.stringify(path.resolve(__dirname, 'unpack.ts'))}
const [${names.join(', ')}] = unpack(${JSON.stringify(text)}, ${JSON.stringify(signs)})
${rest}`
}
