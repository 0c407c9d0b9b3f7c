import type { Manifest } from './manifest'
import { resolve } from './paths'
import type { WeappPage } from './page'
import { WxFailure, type Answer } from './wx/caller'

export interface RoutesHost {
  /** Fetches the package of a page if that was not done before; throws if it cannot. */
  fetchFor(route: string): void
  create(route: string, query: Readonly<Record<string, string>>): WeappPage
}

/** WeChat opens no more than ten pages above each other. */
const deepest = 10

/** The pages above each other, and the tabs below: WeChat's rules of going from one to another. */
export class Routes {
  readonly stack: WeappPage[] = []
  /** Tab pages stay alive once they were opened. */
  private readonly tabs = new Map<string, WeappPage>()

  constructor(
    private readonly manifest: Manifest,
    private readonly host: RoutesHost,
  ) {}

  navigate(name: string, { url = '', delta = 1 }: Answer): void {
    if (name === 'navigateBack') return this.back(Number(delta))
    const { route, query } = this.parse(String(url))
    if (!this.manifest.pagePaths.includes(route)) throw new WxFailure(`page "${route}" is not found`)
    const isTab = this.manifest.isTab(route)
    if (name === 'switchTab') {
      if (!isTab) throw new WxFailure('can not switch to no-tabBar page')
      // Documented: the path of a tab takes no parameters.
      if (String(url).includes('?')) throw new WxFailure('url 不支持 queryString')
      return this.switchTab(route)
    }
    if (isTab && name !== 'reLaunch') throw new WxFailure(`can not ${name} a tabbar page`)
    if (name === 'navigateTo' && this.stack.length >= deepest) throw new WxFailure('webview count limit exceed')
    this.host.fetchFor(route)
    if (name === 'navigateTo') this.leave(this.stack.at(-1))
    else if (name === 'redirectTo') this.close()
    else this.closeAll()
    this.open(route, query)
  }

  /** A tap on the tab bar: also tells the page that is then on top. */
  tapTab(route: string): void {
    const index = this.manifest.tabs.findIndex(({ pagePath }) => pagePath === route)
    const tab = this.manifest.tabs[index]
    const { stack } = this
    const isBarShown = stack.length === 1 && this.manifest.isTab(stack[0]?.route ?? '')
    if (!tab || !isBarShown) throw new Error(`no tab ${route} is in sight`)
    this.switchTab(route)
    stack.at(-1)?.run('onTabItemTap', { index, pagePath: route, text: tab.text ?? '' })
  }

  open(route: string, query: Readonly<Record<string, string>>): void {
    const page = this.host.create(route, query)
    this.stack.push(page)
    if (this.manifest.isTab(route)) this.tabs.set(route, page)
    page.view.attach()
    page.run('onLoad', query)
    this.enter(page)
    page.run('onReady')
    page.view.root.triggerLifetime('ready', [])
  }

  closeAll(): void {
    while (this.stack.length) this.close()
    for (const page of [...this.tabs.values()]) this.unload(page)
  }

  enter(page: WeappPage | undefined): void {
    page?.view.place.show(true)
    page?.run('onShow')
    page?.view.root.triggerPageLifetime('show', [])
  }

  leave(page: WeappPage | undefined): void {
    page?.run('onHide')
    page?.view.root.triggerPageLifetime('hide', [])
    page?.view.place.show(false)
  }

  private back(delta: number) {
    const steps = Math.min(delta, this.stack.length - 1)
    if (steps < 1) throw new WxFailure('cannot navigate back at first page')
    for (let step = 0; step < steps; step += 1) this.close()
    this.enter(this.stack.at(-1))
  }

  private switchTab(route: string) {
    if (this.stack.at(-1)?.route === route) return
    const isCovered = this.stack.length > 1
    while (this.stack.length > 1) this.close()
    const below = this.stack[0]
    if (below && this.tabs.get(below.route) !== below) this.close()
    else if (below && below.route !== route) {
      this.stack.pop()
      // A tab page under others has heard of it when it was covered.
      if (!isCovered) this.leave(below)
    }
    const known = this.tabs.get(route)
    if (!known) return this.open(route, {})
    if (this.stack[0] !== known) this.stack.push(known)
    this.enter(known)
  }

  private close() {
    const page = this.stack.pop()
    if (page) this.unload(page)
  }

  private unload(page: WeappPage) {
    this.tabs.delete(page.route)
    page.run('onUnload')
    page.view.release()
  }

  /** WeChat hands a query on as it was written, without decoding it. */
  private parse(url: string) {
    const [where = '', ...parts] = url.split('?')
    const search = parts.join('?')
    const pairs = search
      .split('&')
      .filter(Boolean)
      .map((pair) => [pair.split('=')[0] ?? '', pair.split('=').slice(1).join('=')] as const)
    return { route: resolve(this.stack.at(-1)?.route ?? '', where), query: Object.fromEntries(pairs) }
  }
}
