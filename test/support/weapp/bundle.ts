import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'

export type Definition = Record<string, unknown>

interface AppJson {
  readonly pages: readonly string[]
  readonly entryPagePath?: string
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[]
  readonly tabBar?: { readonly list: readonly { readonly pagePath: string }[] }
  readonly usingComponents?: Readonly<Record<string, string>>
}

/**
 * The files of a compiled mini program, run untouched in a realm of their own that has neither window nor process.
 * Whatever a page's JSON names is loaded, and is missed here as it would be in WeChat.
 */
export class Bundle {
  readonly manifest: AppJson
  readonly pagePaths: readonly string[]
  /** What the bundle gave to App(). */
  app: Definition = {}
  private readonly realm: vm.Context
  private readonly parse: (text: string) => unknown
  private readonly modules = new Map<string, { exports: unknown }>()
  private readonly definitions = new Map<string, Definition>()
  private loading = ''

  constructor(
    private readonly folder: string,
    onProblem: (text: string) => void,
  ) {
    if (!existsSync(path.join(folder, 'app.json'))) throw new Error(`${folder} is not built: npm run build:weapp`)
    this.manifest = this.readJson('app.json') as unknown as AppJson
    this.pagePaths = [
      ...this.manifest.pages,
      ...(this.manifest.subPackages ?? []).flatMap(({ root, pages }) =>
        pages.map((page) => path.posix.join(root, page)),
      ),
    ]
    const keep = (...words: unknown[]) => onProblem(words.map((word) => String(word)).join(' '))
    const drop = () => undefined
    this.realm = vm.createContext({
      setTimeout,
      clearTimeout,
      setInterval,
      clearInterval,
      console: { log: drop, info: drop, debug: drop, warn: keep, error: keep },
      App: (definition: Definition) => (this.app = definition),
      Page: (definition: Definition) => this.definitions.set(this.loading, definition),
      Component: (definition: Definition) => this.definitions.set(this.loading, definition),
      getApp: () => this.app,
    })
    this.parse = vm.runInContext('JSON.parse', this.realm) as (text: string) => unknown
  }

  isTab(route: string): boolean {
    return this.manifest.tabBar?.list.some(({ pagePath }) => pagePath === route) ?? false
  }

  /** Copies a value into the bundle's realm through JSON, as WeChat's bridge does. */
  readonly toRealm = <T>(value: T): T => (value === undefined ? value : (this.parse(JSON.stringify(value)) as T))

  give(globals: Readonly<Record<string, unknown>>): void {
    Object.assign(this.realm, globals)
  }

  /** Runs a file once and answers what it exports. */
  load(file: string): unknown {
    const known = this.modules.get(file)
    if (known) return known.exports
    const module = { exports: {} as unknown }
    this.modules.set(file, module)
    const wrapped = `(function (require, module, exports) {${this.read(file)}\n})`
    const run = vm.runInContext(wrapped, this.realm, { filename: path.join(this.folder, file) }) as (
      ...args: unknown[]
    ) => void
    run((place: string) => this.load(withJs(resolve(file, place))), module, module.exports)
    return module.exports
  }

  /** What a page gave to Page(), with the components that its JSON declares registered before it. */
  pageDefinition(route: string): Definition {
    if (!this.pagePaths.includes(route)) throw new Error(`app.json has no page ${route}`)
    this.read(`${route}.wxml`)
    this.loadComponents(route)
    return this.define(route, 'Page')
  }

  read(file: string): string {
    return readFileSync(path.join(this.folder, file), 'utf8')
  }

  private readJson(file: string): Record<string, unknown> {
    return JSON.parse(this.read(file)) as Record<string, unknown>
  }

  private loadComponents(owner: string) {
    const { usingComponents = {} } = this.readJson(`${owner}.json`) as { usingComponents?: Record<string, string> }
    for (const place of Object.values({ ...this.manifest.usingComponents, ...usingComponents })) {
      const name = resolve(owner, place)
      if (this.definitions.has(name)) continue
      this.define(name, 'Component')
      this.loadComponents(name)
    }
  }

  private define(name: string, kind: 'Page' | 'Component'): Definition {
    this.loading = name
    this.load(`${name}.js`)
    const definition = this.definitions.get(name)
    if (!definition) throw new Error(`${name}.js did not call ${kind}`)
    return definition
  }
}

/** WeChat's paths: from the root with a leading slash, else from the file that names them. */
export function resolve(from: string, place: string): string {
  return place.startsWith('/') ? place.slice(1) : path.posix.join(path.posix.dirname(from), place)
}

const withJs = (file: string) => (file.endsWith('.js') ? file : `${file}.js`)
