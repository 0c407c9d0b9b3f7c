import { runInNewContext } from 'node:vm'
import type { LoaderContext } from 'webpack'
import type { Components } from './index'

/** What the plugin hands over. */
export interface Options {
  /** What is left of the components; the templates are made from the same. */
  readonly components: Components
  /** Every word of our sources. */
  readonly words: ReadonlySet<string>
}
type Shortening = (source: string, options: Options) => string

/** How each of Taro's files is shortened, by the end of its name. */
const shortenings: Readonly<Record<string, Shortening>> = {
  'shared/dist/components.js': (source, { components }) =>
    replaced(
      source,
      /const View = [^]*?const internalComponents = \{[^]*?\n\};/,
      `const internalComponents = ${JSON.stringify(tableOf(components))};`,
    ),
  'shared/dist/native-apis.js': (source, { words }) => apisIn(source, words),
  // Its components stand in the table already.
  'plugin-platform-weapp/dist/runtime.js': (source, { words }) =>
    replaced(apisIn(source, words), /const components = \{[^]*?\n\};/, 'const components = {};'),
  'runtime/dist/dom/style_properties.js': (source, { words }) => {
    const list = runInNewContext(`${replaced(source, /export \{.*\};/, '')};styleProperties`) as string[]
    const used = list.filter((name) => words.has(name))
    return `export const styleProperties = ${JSON.stringify(used)}`
  },
  // The only name of the runtime that Taro asks for. Asked of the whole, all that nobody uses would come along.
  'taro/index.js': (source) =>
    replaced(source, /require\('@tarojs\/runtime'\)/, `require(${JSON.stringify(`${__dirname}/hooks.ts`)})`),
}

/** A webpack loader: see `index.ts`. Another form of Taro's files than the known one fails the build. */
export default function thin(this: LoaderContext<Options>, source: string): string {
  const file = this.resourcePath.replace(/\\/g, '/')
  const [, shorten] = Object.entries(shortenings).find(([end]) => file.endsWith(`/${end}`)) ?? []
  if (!shorten) throw new Error(`config/thin knows nothing of ${file}`)
  return shorten(source, this.getOptions())
}

function replaced(source: string, what: RegExp, by: string): string {
  if (!what.test(source)) throw new Error(`Taro writes its files otherwise than config/thin knows: no ${what}`)
  return source.replace(what, () => by)
}

/** Taro numbers what is in the templates, which events are not; what is the default is said there, too. */
const tableOf = (components: Components): Record<string, Record<string, number>> =>
  Object.fromEntries(
    Object.entries(components).map(([name, attributes]) => [
      name,
      Object.fromEntries(
        Object.keys(attributes)
          .filter((attribute) => !/^bind|^\$/.test(attribute))
          .map((attribute) => [attribute, 0]),
      ),
    ]),
  )

/** APIs that answer by callbacks, of which Taro makes promises. */
function apisIn(source: string, words: ReadonlySet<string>): string {
  const names = /const needPromiseApis = new Set\((\[[^]*?\])\);/
  const [, list = ''] = names.exec(source) ?? []
  const used = (list.match(/\w+/g) ?? []).filter((name) => words.has(name))
  return replaced(source, names, `const needPromiseApis = new Set(${JSON.stringify(used)});`)
}
