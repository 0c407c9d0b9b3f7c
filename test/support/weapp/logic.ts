import type { WeappFiles } from './files'
import type { Manifest } from './manifest'
import { resolve } from './paths'
import type { Realm } from './realm'

export type Definition = Readonly<Record<string, unknown>>

/** What the logic layer needs from the host around it. */
export interface LogicHost {
  readonly wx: unknown
  readonly getCurrentPages: () => unknown[]
  readonly onPage: (route: string, definition: Definition) => void
  readonly onComponent: (name: string, definition: Definition) => void
  readonly onBehavior: (definition: Definition) => unknown
}

/**
 * Loads the mini program's modules as WeChat does: a file once, and code of a package not from another one, except that
 * all may use the main package's.
 */
export class Logic {
  /** What the bundle gave to App(). */
  app: Record<string, unknown> = {}
  private readonly modules = new Map<string, { exports: unknown }>()
  private readonly defined = new Set<string>()
  /** The page or component whose file is being run. */
  private defining: string | undefined
  private readonly names: Readonly<Record<string, unknown>>

  constructor(
    private readonly files: WeappFiles,
    private readonly manifest: Manifest,
    private readonly realm: Realm,
    host: LogicHost,
  ) {
    const named = (kind: string, tell: (name: string, definition: Definition) => void) => (definition: Definition) => {
      if (this.defining === undefined) throw new Error(`${kind}() was called outside of a file of its own`)
      this.defined.add(this.defining)
      tell(this.defining, definition)
    }
    this.names = {
      wx: host.wx,
      App: (definition: Record<string, unknown>) => (this.app = definition),
      getApp: () => this.app,
      getCurrentPages: host.getCurrentPages,
      Page: named('Page', host.onPage),
      Component: named('Component', host.onComponent),
      Behavior: host.onBehavior,
    }
  }

  /** Runs a file once and answers what it exports. */
  load(file: string): unknown {
    const known = this.modules.get(file)
    if (known) return known.exports
    const code = this.files.texts[file]
    if (code === undefined) throw new Error(`module '${file}' is not defined`)
    const module = { exports: this.realm.copy({}) as unknown }
    this.modules.set(file, module)
    this.realm.run(file, code, {
      ...this.names,
      require: (place: string) => this.require(file, place),
      module,
      exports: module.exports,
    })
    return module.exports
  }

  /** Runs a page's or component's file, after those of the components that it uses. */
  define(name: string): void {
    if (this.defined.has(name)) return
    // Recursive components, such as Taro's, name themselves.
    this.defined.add(name)
    for (const used of Object.values(this.manifest.componentsOf(name))) this.define(used)
    this.defined.delete(name)
    const outer = this.defining
    this.defining = name
    try {
      this.load(`${name}.js`)
    } finally {
      this.defining = outer
    }
    if (!this.defined.has(name)) throw new Error(`${name}.js calls neither Page nor Component`)
  }

  /**
   * Without `lazyCodeLoading` WeChat runs the code of all pages of a package as soon as it needs the package.
   * @param root the sub-package's, undefined for the main package
   */
  inject(root?: string): void {
    if (this.manifest.app.lazyCodeLoading === 'requiredComponents') return
    for (const page of this.manifest.pagePaths) {
      if (this.manifest.packageOf(page) === root) this.define(page)
    }
  }

  private require(from: string, place: string): unknown {
    const named = resolve(from, place)
    const file = named.endsWith('.js') ? named : `${named}.js`
    const [own, other] = [this.manifest.packageOf(from), this.manifest.packageOf(file)]
    if (other !== undefined && other !== own) {
      throw new Error(`${from} may not require ${file}: it lies in the sub-package ${other}`)
    }
    return this.load(file)
  }
}
