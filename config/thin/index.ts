import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Attributes of WeChat's components by name, as Taro lists them. */
export type Components = Record<string, Record<string, string>>

/** What is used here of Taro's plugin API, which its own types leave open. */
interface Platform {
  readonly template?: { readonly internalComponents: Components }
}
interface Chain {
  readonly module: {
    rule(name: string): {
      test(file: RegExp): { use(name: string): { loader(file: string): { options(options: object): void } } }
    }
  }
}
interface PluginContext {
  readonly paths: { readonly sourcePath: string }
  registerMethod(method: { name: 'onSetupClose'; fn: (platform: Platform) => void }): void
  modifyWebpackChain(change: (given: { readonly chain: Chain }) => void): void
}

/** Taro's files that list what WeChat has: the loader beside this one shortens each in its own way. */
const listing =
  /@tarojs[\\/](?:shared[\\/]dist[\\/](?:components|native-apis)|plugin-platform-weapp[\\/]dist[\\/]runtime|runtime[\\/]dist[\\/]dom[\\/]style_properties|taro[\\/]index)\.js$/

/**
 * A Taro plugin: of the components, attributes, APIs and style properties that Taro lists by the hundred, the phone gets
 * those whose names our sources have. Templates and runtime number the attributes of a component alike, so both are made
 * from one table. Whatever a source names for the first time comes along with the next build.
 *
 * Taro compiles this one file and nothing that it imports.
 */
export default function thin(ctx: PluginContext): void {
  const words = wordsIn(ctx.paths.sourcePath)
  let components: Components = {}
  ctx.registerMethod({
    name: 'onSetupClose',
    fn({ template }) {
      if (!template) return
      components = template.internalComponents
      for (const [name, attributes] of Object.entries(components)) shorten(name, attributes, words)
    },
  })
  ctx.modifyWebpackChain(({ chain }) => {
    const loader = path.resolve(__dirname, 'loader.ts')
    chain.module.rule('thin').test(listing).use('thin').loader(loader).options({ components, words })
  })
}

/** The component stays under its name, since they are numbered in the order of all of them. */
function shorten(name: string, attributes: Record<string, string>, words: ReadonlySet<string>): void {
  const isUsed = words.has(name)
  for (const attribute of Object.keys(attributes)) {
    // `$…` is a note of Taro's to itself. Events are in the templates only, where `lean.ts` looks after them.
    const stays = attribute.startsWith('$') || /^bind/.test(attribute) || words.has(camelCase(attribute))
    if (!isUsed || !stays) delete attributes[attribute]
  }
}

const camelCase = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** Folders of sources whose names never reach a page's markup. */
const without = /^(cloud|contract|domain|knowledge|local|text|tools)$/

/** Every word of the sources of pages and of what they use, dashed ones also in camel case. */
function wordsIn(folder: string): ReadonlySet<string> {
  const files = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() && !without.test(entry.name)
      ? readdirSync(path.join(folder, entry.name), { recursive: true, encoding: 'utf8' }).map((file) =>
          path.join(entry.name, file),
        )
      : [entry.name],
  )
  const sources = files.filter((file) => /\.tsx?$/.test(file) && !/\.h5\.tsx?$/.test(file))
  const words = sources.flatMap((file) => readFileSync(path.join(folder, file), 'utf8').match(/[A-Za-z][\w-]*/g) ?? [])
  return new Set(words.flatMap((word) => [word, camelCase(word)]))
}
