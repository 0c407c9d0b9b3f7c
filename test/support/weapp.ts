import path from 'node:path'
import { Bundle, resolve, type Definition } from './weapp/bundle'
import { WeappPage } from './weapp/page'
import { readVocabulary, type RawNode, type Vocabulary, type WeappNode } from './weapp/tree'
import { createWx, type Launch, type NavigationName, type OpenDialogue, type WxCall } from './weapp/wx'

export { WeappPage, type WeappNode, type WxCall }

export const builtWeapp = path.resolve(__dirname, '../../dist/weapp')

export interface WeappOptions {
  /** What a call of a cloud function answers; without it every call fails. */
  readonly cloud?: (name: string, data: unknown) => Promise<unknown>
  /** What an earlier visit left in the storage. */
  readonly storage?: Readonly<Record<string, unknown>>
  readonly launch?: Partial<Launch>
  /** WeChat's setting for the size of type; 17 is usual. */
  readonly fontSize?: number
  readonly folder?: string
}

export interface ShareCard {
  readonly title?: string
  readonly path?: string
  readonly imageUrl?: string
}

type Instance = Definition & { data: { root?: { cn?: RawNode[] } } }

const deepest = 10

/** Starts the compiled mini program as WeChat would: its files untouched, in a realm without window or process. */
export function startWeapp(options: WeappOptions = {}): Weapp {
  return new Weapp(options)
}

export class Weapp {
  readonly stack: WeappPage[] = []
  readonly shares: ShareCard[] = []
  /** What went wrong without anybody catching it, and what was logged as an error. A good test ends with none. */
  readonly problems: string[] = []
  readonly storage: Map<string, string>
  private readonly tabs = new Map<string, WeappPage>()
  private readonly bundle: Bundle
  private readonly vocabulary: Vocabulary
  private readonly native: ReturnType<typeof createWx>
  private offline = false
  private readonly failures = new Map<string, string>()

  constructor({ cloud, storage = {}, launch = {}, fontSize = 17, folder = builtWeapp }: WeappOptions) {
    this.bundle = new Bundle(folder, (text) => this.problems.push(text))
    this.vocabulary = readVocabulary(this.bundle.read('base.wxml'))
    this.storage = new Map(Object.entries(storage).map(([key, value]) => [key, JSON.stringify(value)]))
    const { entryPagePath, pages } = this.bundle.manifest
    const started: Launch = {
      path: launch.path ?? entryPagePath ?? pages[0] ?? '',
      query: launch.query ?? {},
      scene: launch.scene ?? 1001,
    }
    this.native = createWx(
      {
        toRealm: this.bundle.toRealm,
        launch: started,
        navigate: (name, asked) => this.navigate(name, asked),
        cloud: cloud ?? ((name) => Promise.reject(new Error(`-501000 no function ${name} in this test`))),
        isOffline: () => this.offline,
        fontSize,
        failing: (name, { url, key }) => {
          const what = typeof url === 'string' ? url.split('?')[0] : typeof key === 'string' ? key : ''
          return this.failures.get(name) ?? this.failures.get(`${name} ${what ?? ''}`)
        },
      },
      this.storage,
    )
    this.bundle.give({ wx: this.native.wx, getCurrentPages: () => this.stack.map(({ instance }) => instance) })
    this.bundle.load('app.js')
    this.tellApp('onLaunch', started)
    this.tellApp('onShow', started)
    this.open(started.path, started.query)
  }

  /** The page on top. */
  get page(): WeappPage {
    const page = this.stack.at(-1)
    if (!page) throw new Error('no page is open')
    return page
  }

  /** Every call of `wx` that has an effect outside the mini program, in order. */
  get calls(): readonly WxCall[] {
    return this.native.calls
  }

  callsOf(name: string): unknown[] {
    return this.calls.filter((call) => call.name === name).map(({ options }) => options)
  }

  /** The modal, action sheet, scanner or subscription question that waits for an answer. */
  get dialogue(): OpenDialogue | undefined {
    return this.native.dialogues[0]
  }

  /** Answers the open dialogue: `{ confirm: true }`, `{ tapIndex: 1 }`, `{ result: '…' }`; nothing means it was closed. */
  answer(result?: Readonly<Record<string, unknown>>): void {
    if (!this.dialogue) throw new Error('no dialogue is open')
    this.dialogue.answer(result)
  }

  /** What one of the bundle's own modules exports. */
  require(file: string): unknown {
    return this.bundle.load(file)
  }

  /** From now on an API fails, as `makePhoneCall` or, for one page or key only, `navigateTo /pages/x/index`. */
  fail(what: string, why: string | undefined): void {
    if (why === undefined) this.failures.delete(what)
    else this.failures.set(what, why)
  }

  setOffline(offline: boolean): void {
    this.offline = offline
    this.native.tellNetwork()
  }

  /** The person turns to another app. */
  hide(): void {
    this.page.run('onHide')
    this.tellApp('onHide')
  }

  show(launch: Partial<Launch> = {}): void {
    this.tellApp('onShow', { path: this.page.route, query: this.page.query, scene: 1001, ...launch })
    this.page.run('onShow')
  }

  /** The arrow of the navigation bar. */
  back(): void {
    this.navigate('navigateBack', {})
  }

  /** The card that "share" of the menu would send; undefined where the page cannot be shared. */
  shareFromMenu(): ShareCard | undefined {
    return this.share(this.page, 'menu')
  }

  /** Waits until something is so: answers of the cloud and React's work take a few turns. */
  async until(isSo: () => boolean, ms = 5000): Promise<void> {
    const end = Date.now() + ms
    while (!isSo()) {
      if (Date.now() > end) throw new Error(`never came true: ${String(isSo)}\n${this.page.route}: ${this.page.text}`)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }

  async untilText(text: string, ms?: number): Promise<void> {
    await this.until(() => this.page.text.includes(text), ms)
  }

  private navigate(name: NavigationName, { url = '', delta = 1 }: Readonly<Record<string, unknown>>) {
    if (name === 'navigateBack') return this.goBack(Number(delta))
    const { route, query } = this.parse(String(url))
    if (!this.bundle.pagePaths.includes(route)) return `page "${route}" is not found`
    const isTab = this.bundle.isTab(route)
    if (name === 'switchTab') {
      if (!isTab) return 'can not switch to no-tabBar page'
      this.switchTab(route)
      return undefined
    }
    if (isTab && name !== 'reLaunch') return `can not ${name} a tabbar page`
    if (name === 'navigateTo' && this.stack.length >= deepest) return 'webview count limit exceed'
    if (name === 'navigateTo') this.page.run('onHide')
    else if (name === 'redirectTo') this.close()
    else while (this.stack.length) this.close()
    this.open(route, query)
    return undefined
  }

  private goBack(delta: number) {
    const steps = Math.min(delta, this.stack.length - 1)
    if (steps < 1) return 'cannot navigate back at first page'
    for (let step = 0; step < steps; step += 1) this.close()
    this.page.run('onShow')
    return undefined
  }

  /** Tab pages stay alive below; everything above them is closed. */
  private switchTab(route: string) {
    if (this.page.route === route) return
    while (this.stack.length > 1 || (this.stack[0] && !this.tabs.has(this.stack[0].route))) this.close()
    this.stack.pop()?.run('onHide')
    const known = this.tabs.get(route)
    if (!known) return void this.open(route, {})
    this.stack.push(known)
    known.run('onShow')
  }

  private close() {
    const page = this.stack.pop()
    if (!page) return
    this.tabs.delete(page.route)
    page.run('onUnload')
  }

  /** WeChat hands a query on as it was written, without decoding it. */
  private parse(url: string) {
    const [where = '', search = ''] = url.split('?')
    const route = resolve(this.stack.at(-1)?.route ?? '', where)
    const pairs = search
      .split('&')
      .filter(Boolean)
      .map((pair) => [pair.split('=')[0] ?? '', pair.split('=').slice(1).join('=')] as const)
    return { route, query: Object.fromEntries(pairs) as Record<string, string> }
  }

  private open(route: string, query: Readonly<Record<string, string>>) {
    const { toRealm } = this.bundle
    const definition = this.bundle.pageDefinition(route)
    const instance: Instance = {
      data: toRealm((definition.data ?? {}) as Instance['data']),
      route,
      __route__: route,
      options: toRealm(query),
      selectComponent: () => null,
    }
    for (const [name, value] of Object.entries(definition)) {
      if (typeof value === 'function') instance[name] = (value as (...args: unknown[]) => unknown).bind(instance)
    }
    const page = new WeappPage(route, query, instance, this.vocabulary, toRealm, (from, node) =>
      this.share(from, 'button', node),
    )
    instance.setData = (data: Record<string, unknown>, done?: () => void) => {
      const text = JSON.stringify(data)
      page.payloads.push({ bytes: Buffer.byteLength(text), data: JSON.parse(text) as Record<string, unknown> })
      const crossed = JSON.parse(text) as Record<string, unknown>
      for (const [place, value] of Object.entries(crossed)) setAt(instance.data, place, toRealm(value))
      if (done) setTimeout(done, 0)
    }
    this.stack.push(page)
    if (this.bundle.isTab(route)) this.tabs.set(route, page)
    page.run('onLoad', toRealm(query))
    page.run('onShow')
    page.run('onReady')
    return page
  }

  private share(page: WeappPage, from: 'menu' | 'button', node?: WeappNode): ShareCard | undefined {
    if (typeof page.instance.onShareAppMessage !== 'function') return undefined
    const target = node && { id: node.id, dataset: { sid: node.sid } }
    const card = page.run('onShareAppMessage', this.bundle.toRealm({ from, target })) as ShareCard | undefined
    const plain = JSON.parse(JSON.stringify(card ?? {})) as ShareCard
    this.shares.push(plain)
    return plain
  }

  private tellApp(name: 'onLaunch' | 'onShow' | 'onHide', launch?: Launch) {
    const method = this.bundle.app[name]
    if (typeof method === 'function') {
      ;(method as (...args: unknown[]) => unknown).call(this.bundle.app, this.bundle.toRealm(launch))
    }
  }
}

/** Writes at one of setData's paths, such as `root.cn.[0].cn[2].v`. */
function setAt(data: unknown, place: string, value: unknown) {
  const keys = place
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean)
  const last = keys.pop()
  let holder = data as Record<string, unknown>
  for (const key of keys) holder = (holder[key] ??= {}) as Record<string, unknown>
  if (last !== undefined) holder[last] = value
}
