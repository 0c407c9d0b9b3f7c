import type { WeappFiles } from './files'
import { join, resolve } from './paths'

interface Package {
  readonly root: string
  readonly pages: readonly string[]
  readonly independent?: boolean
}

interface Tab {
  readonly pagePath: string
  readonly text?: string
  readonly iconPath?: string
  readonly selectedIconPath?: string
}

interface AppJson {
  readonly pages: readonly string[]
  readonly entryPagePath?: string
  readonly subPackages?: readonly Package[]
  readonly subpackages?: readonly Package[]
  readonly preloadRule?: Readonly<Record<string, { readonly packages: readonly string[] }>>
  readonly tabBar?: { readonly list: readonly Tab[] }
  readonly usingComponents?: Readonly<Record<string, string>>
  readonly lazyCodeLoading?: string
  readonly requiredPrivateInfos?: readonly string[]
  readonly window?: PageJson
}

/** What a page's or component's JSON says. */
export interface PageJson {
  readonly component?: boolean
  readonly usingComponents?: Readonly<Record<string, string>>
  readonly enablePullDownRefresh?: boolean
  /** px from the bottom at which `onReachBottom` runs. */
  readonly onReachBottomDistance?: number
  readonly styleIsolation?: string
  readonly componentPlaceholder?: Readonly<Record<string, string>>
}

/** WeChat: 40 KB for a tab's picture, two to five tabs. */
const iconLimit = 40 * 1024

/** What app.json and the pages' JSON files declare, checked as WeChat checks it before anything runs. */
export class Manifest {
  readonly app: AppJson
  readonly packages: readonly Package[]
  readonly pagePaths: readonly string[]

  constructor(private readonly files: WeappFiles) {
    this.app = this.json('app.json') as unknown as AppJson
    this.packages = (this.app.subPackages ?? this.app.subpackages ?? []).map((each) => ({
      ...each,
      root: each.root.replace(/^\/|\/$/g, ''),
    }))
    this.pagePaths = [
      ...this.app.pages,
      ...this.packages.flatMap(({ root, pages }) => pages.map((page) => join(root, page))),
    ]
    const faults = [
      ...this.pagePaths.flatMap((page) => this.missing(page)),
      ...this.tabFaults(),
      ...this.preloadFaults(),
    ]
    if (faults.length) throw new Error(faults.join('\n'))
  }

  get entry(): string {
    return this.app.entryPagePath ?? this.app.pages[0] ?? ''
  }

  get tabs(): readonly Tab[] {
    return this.app.tabBar?.list ?? []
  }

  isTab(route: string): boolean {
    return this.tabs.some(({ pagePath }) => pagePath === route)
  }

  /** The root of the sub-package that a file lies in; undefined for the main package. */
  packageOf(file: string): string | undefined {
    return this.packages.find(({ root }) => file.startsWith(`${root}/`))?.root
  }

  /** The packages that WeChat fetches while this page is being read. */
  preloadedBy(route: string): readonly string[] {
    return (this.app.preloadRule?.[route]?.packages ?? []).map((each) => each.replace(/^\/|\/$/g, ''))
  }

  /** A page's settings, with those of the whole app's window below them. */
  page(route: string): PageJson {
    return { ...this.app.window, ...this.json(`${route}.json`) }
  }

  component(name: string): PageJson {
    return this.json(`${name}.json`)
  }

  /** The components that a page or component may use, by tag, as paths from the root. */
  componentsOf(owner: string): Record<string, string> {
    const absolute = (from: string, used: Readonly<Record<string, string>> = {}) =>
      Object.entries(used).map(([tag, place]) => [tag, resolve(from, place)] as const)
    return Object.fromEntries([
      ...absolute('app.json', this.app.usingComponents),
      ...absolute(owner, this.component(owner).usingComponents),
    ])
  }

  private missing(page: string): string[] {
    return ['js', 'json', 'wxml'].flatMap((ending) =>
      this.files.texts[`${page}.${ending}`] === undefined
        ? [`${page}.${ending}, of a page of app.json, is missing`]
        : [],
    )
  }

  private tabFaults(): string[] {
    if (!this.app.tabBar) return []
    const { list } = this.app.tabBar
    if (!Array.isArray(list) || list.length < 2 || list.length > 5)
      return ['app.json: tabBar.list has two to five items']
    return this.tabs.flatMap(({ pagePath, text, iconPath, selectedIconPath }) => [
      ...(text ? [] : [`app.json: the tab of ${pagePath} has no text`]),
      ...(this.app.pages.includes(pagePath) ? [] : [`app.json: tabBar names ${pagePath}, no page of the main package`]),
      ...[iconPath, selectedIconPath].flatMap((icon) => {
        if (icon === undefined) return []
        const bytes = this.files.assets[icon.replace(/^\.?\//, '')]
        if (bytes === undefined) return [`app.json: tabBar’s picture ${icon} is missing`]
        return bytes > iconLimit ? [`app.json: tabBar’s picture ${icon} has more than 40 KB`] : []
      }),
    ])
  }

  private preloadFaults(): string[] {
    const known = this.packages.map(({ root }) => root)
    return Object.keys(this.app.preloadRule ?? {}).flatMap((page) => [
      ...(this.pagePaths.includes(page) ? [] : [`app.json: preloadRule names ${page}, no page`]),
      ...this.preloadedBy(page).flatMap((each) =>
        known.includes(each) || each === '__APP__' ? [] : [`app.json: preloadRule names ${each}, no package`],
      ),
    ])
  }

  private json(file: string): Record<string, unknown> {
    const text = this.files.texts[file]
    if (text === undefined) throw new Error(`${file} is missing`)
    try {
      return JSON.parse(text) as Record<string, unknown>
    } catch {
      throw new Error(`${file} is no JSON`)
    }
  }
}
