import type { GeneralComponent } from 'glass-easel'
import { Logic } from './logic'
import { Manifest } from './manifest'
import type { WeappNode } from './node'
import { WeappPage } from './page'
import type { Platform, WeappOptions } from './options'
import { Packages } from './packages'
import { Problems } from './problems'
import type { Realm } from './realm'
import { Routes } from './routes'
import { Sharing, type ShareCard } from './sharing'
import { StandIns } from './stand-ins'
import { tapOn, type TapHost } from './tap'
import { View } from './view'
import { createWx, type Wx } from './wx'
import { WxFailure, type Answer, type OpenDialogue, type WxCall } from './wx/caller'
import { askCloud, type CloudAddress } from './wx/local-cloud'
import type { Rect, WaitingObserver } from './wx/query'
import type { Launch } from './wx/system'
import type { OpenUpload } from './wx/uploads'

/** The compiled mini program, running. */
export class Weapp {
  readonly storage: Map<string, string>
  private readonly trouble = new Problems((text) => this.tellApp('onError', 'onError', text))
  private readonly sharing = new Sharing(
    (route) => this.manifest.pagePaths.includes(route),
    (text) => this.trouble.fault(text),
  )
  private readonly packagesHere: Packages
  private readonly routes: Routes
  private readonly manifest: Manifest
  private readonly realm: Realm
  private readonly logic: Logic
  private readonly view: View
  private readonly native: Wx
  private readonly launched: Launch
  private entered: Launch
  private readonly standIns = new StandIns()
  private hasGesture = false
  private readonly taps: TapHost
  private readonly connect: CloudAddress | undefined

  constructor(
    private readonly platform: Platform,
    options: WeappOptions,
  ) {
    const { cloud, connect, storage = {}, launch = {}, fontSize = 17, privacy = {} } = options
    this.connect = connect
    this.manifest = new Manifest(platform.files)
    this.storage = new Map(Object.entries(storage).map(([key, value]) => [key, JSON.stringify(value)]))
    this.launched = { path: this.manifest.entry, query: {}, scene: 1001, ...launch }
    this.entered = this.launched
    this.realm = platform.createRealm({
      onError: (error) => this.trouble.raise(error),
      onComplaint: (text) => this.problems.push(text),
    })
    this.native = createWx({
      ...{ cloud, connect, fontSize, privacy, realm: this.realm, storage: this.storage },
      requiredPrivateInfos: this.manifest.app.requiredPrivateInfos ?? [],
      launched: () => this.launched,
      entered: () => this.entered,
      failing: (name, asked) => this.standIns.failing(name, asked),
      onMisuse: (text) => this.trouble.fault(text),
      navigate: (name, asked) => this.navigate(name, asked),
      hasGesture: () => this.hasGesture,
      nodes: (selector) => this.page.tree.findAll(selector),
      layout: () => ({
        rectOf: (node) => this.standIns.rectOf(node, this.platform.rectOf?.(node)),
        scrollTop: this.page.scrollTop,
      }),
      tabs: this.manifest.tabs.length,
      isTabShown: () => this.manifest.isTab(this.page.route),
      onRefresh: (isRefreshing) => this.refresh(isRefreshing),
      onScroll: (scrollTop) => this.page.scroll(scrollTop),
    })
    this.taps = this.createTaps()
    this.packagesHere = new Packages(this.manifest, () => this.native.network.isOffline)
    this.routes = new Routes(this.manifest, {
      fetchFor: (route) => this.packagesHere.fetchFor(route),
      create: (route, query) => this.create(route, query),
    })
    this.view = this.createView()
    this.logic = new Logic(platform.files, this.manifest, this.realm, {
      wx: this.native.wx,
      getCurrentPages: () => this.stack.map(({ instance }) => instance),
      onPage: (route, definition) => this.view.definePage(route, definition),
      onComponent: (name, definition) => this.view.defineComponent(name, definition),
      onBehavior: (definition) => this.view.defineBehavior(definition),
    })
    this.start()
  }

  /** What went wrong without anybody catching it, and what was logged as an error. A good test ends with none. */
  get problems(): string[] {
    return this.trouble.list
  }

  get stack(): readonly WeappPage[] {
    return this.routes.stack
  }

  /** The page on top. */
  get page(): WeappPage {
    this.trouble.assertSound()
    const page = this.stack.at(-1)
    if (!page) throw new Error('no page is open')
    return page
  }

  /** Every call of `wx` that has an effect outside the mini program, in order. */
  get calls(): readonly WxCall[] {
    return this.native.caller.calls
  }

  /** The cards that were sent, in order. */
  get shares(): readonly ShareCard[] {
    return this.sharing.cards
  }

  callsOf(name: string): unknown[] {
    return this.calls.filter((call) => call.name === name).map(({ options }) => options)
  }

  /** The modal, action sheet, scanner, picker or question that waits for an answer. */
  get dialogue(): OpenDialogue | undefined {
    return this.native.caller.dialogues[0]
  }

  /** Answers the open dialogue: `{ confirm: true }`, `{ tapIndex: 1 }`, `{ result: '…' }`; nothing means it was closed. */
  answer(result?: Answer): void {
    if (!this.dialogue) throw new Error('no dialogue is open')
    this.dialogue.answer(result)
  }

  /** Waits for a dialogue of this API or component. */
  async untilAsked(name: string): Promise<OpenDialogue> {
    await this.until(() => this.dialogue?.name === name)
    return this.dialogue!
  }

  /** The sub-packages that were fetched so far, by their root. */
  get packages(): readonly string[] {
    return this.packagesHere.present
  }

  /** Uploads to the cloud that are under way. */
  get uploads(): readonly OpenUpload[] {
    return this.native.uploads.open
  }

  /** From now on uploads wait until each is released, so that a test sees them under way. */
  holdUploads(isHeld = true): void {
    this.native.uploads.isHeld = isHeld
  }

  /** The tabs that have a red dot, by their index. */
  get tabDots(): ReadonlySet<number> {
    return this.native.tabBar.dots
  }

  /** The files that the mini program keeps under `wx.env.USER_DATA_PATH`, by their names. */
  get ownFiles(): readonly string[] {
    return this.native.files.list('wxfile://usr')
  }

  /** Elements that wait to come into sight. */
  get observers(): ReadonlySet<WaitingObserver> {
    return this.native.observers
  }

  /** Runs an expression as the mini program's own code, with `wx` and the `page` on top. */
  evaluate(expression: string): unknown {
    let value: unknown
    const give = (given: unknown) => (value = given)
    this.realm.run('test.js', `give(${expression})`, { wx: this.native.wx, page: this.page.instance, give })
    return value
  }

  /** What one of the bundle's own modules exports. */
  require(file: string): unknown {
    return this.logic.load(file)
  }

  /** Puts a file on the phone, for an answer to `chooseMedia` or `chooseMessageFile`; its temporary path. */
  addFile(bytes: Uint8Array, ending: string): string {
    return this.native.files.add(bytes, ending)
  }

  /** Where the first node of a selector stands, where nothing is laid out. */
  place(selector: string, rect: Rect): void {
    this.standIns.place(selector, rect)
  }

  /** From now on an API fails, as `makePhoneCall` or, for one page or key only, `navigateTo /pages/x/index`. */
  fail(what: string, why: string | undefined): void {
    this.standIns.fail(what, why)
  }

  setOffline(isOffline: boolean): void {
    this.native.network.setOffline(isOffline)
  }

  /** The person turns to another app. */
  hide(): void {
    this.routes.leave(this.page)
    this.tellApp('onHide', 'onAppHide')
  }

  /**
   * The person comes back, or enters anew by a code, a card or a message; then its page opens in place of all others,
   * even when it is the one on top: developers.weixin.qq.com/miniprogram/dev/framework/runtime/operating-mechanism.html
   */
  show(launch: Partial<Launch> = {}): void {
    const { route, query } = this.page
    this.entered = { path: route, query, scene: 1001, ...launch }
    this.tellApp('onShow', 'onAppShow', this.entered)
    if (launch.path !== undefined) this.enter(this.entered)
    else this.routes.enter(this.page)
  }

  /** The arrow of the navigation bar. */
  back(): void {
    this.navigate('navigateBack', {})
  }

  /** A tap on the tab bar. */
  tapTab(route: string): void {
    this.gesture(() => this.routes.tapTab(route))
  }

  /** The card that "share" of the menu would send; undefined where the page cannot be shared. */
  shareFromMenu(): ShareCard | undefined {
    return this.sharing.share(this.page, 'menu')
  }

  /** The same for Moments. */
  shareToTimeline(): Answer | undefined {
    if (!this.page.has('onShareTimeline')) return undefined
    return JSON.parse(JSON.stringify(this.page.run('onShareTimeline') ?? {})) as Answer
  }

  /** A promise of the mini program was rejected and nobody heard. */
  rejectUnheard(reason: unknown): void {
    this.problems.push(`unhandled rejection: ${String(reason)}`)
    this.tellApp('onUnhandledRejection', 'onUnhandledRejection', { reason })
  }

  /** Waits until something is so: answers of the cloud and React's work take a few turns, a function's first call seconds. */
  async until(isSo: () => boolean, ms = 15_000): Promise<void> {
    const end = Date.now() + ms
    while (!isSo()) {
      this.trouble.assertSound()
      if (Date.now() > end) throw new Error(`never came true: ${String(isSo)}\n${this.state}`)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }

  async untilText(text: string, ms?: number): Promise<void> {
    await this.until(() => this.page.text.includes(text), ms)
  }

  /** Ends it: pages are closed, timers stopped. */
  close(): void {
    this.routes.closeAll()
    this.realm.close()
  }

  /** WeChat allows some APIs to a tap only: until the task that the tap started is over. */
  gesture(work: () => void): void {
    this.hasGesture = true
    this.platform.afterTask(() => (this.hasGesture = false))
    work()
  }

  /** A person's tap on a node; in a browser the touches were heard already. */
  tap(page: WeappPage, node: WeappNode, withTouch = true): void {
    tapOn(page, node, this.taps, withTouch)
  }

  private createView() {
    const { surface, groups, builtInGroups } = this.platform
    const pageOf = (root: GeneralComponent) => this.stack.find(({ view }) => view.root === root)
    return new View({
      ...{ surface, groups, builtInGroups, manifest: this.manifest, realm: this.realm },
      onFault: (text) => this.trouble.fault(text),
      onSetData: (root, payload) => pageOf(root)?.payloads.push(payload),
      onDrawn: (root) => {
        const page = pageOf(root)
        page?.fields.settle(page.tree)
      },
      onFocusSet: (root) => {
        const page = pageOf(root)
        page?.fields.follow(page.tree)
      },
    })
  }

  private createTaps(): TapHost {
    const { caller, consent } = this.native
    return {
      ask: (name, options) => caller.ask(name, options),
      share: (from, kind, target) => void this.sharing.share(from, kind, target),
      navigate: async (name, options) => this.navigate(name, options),
      agreeToPrivacy: () => consent.agree(),
      record: (name, options) => caller.record(name, options),
      allowPrivate: async (name) => (await consent.refusal(name))?.message,
      phoneCode: async (phoneNumber) =>
        String((await askCloud(this.connect, 'platform/phone-code', { phoneNumber })).code),
    }
  }

  private start() {
    this.logic.load('app.js')
    this.tellApp('onLaunch', '', this.launched)
    this.tellApp('onShow', 'onAppShow', this.launched)
    this.enter(this.launched)
    this.trouble.assertSound()
  }

  /** Opens what a code, a card or a message names, or tells that there is no such page. */
  private enter({ path, query }: Launch) {
    if (!this.manifest.pagePaths.includes(path)) {
      const missing = { path, query, isEntryPage: true }
      if (typeof this.logic.app.onPageNotFound !== 'function') throw new Error(`app.json has no page ${path}`)
      this.tellApp('onPageNotFound', 'onPageNotFound', missing)
      return
    }
    this.packagesHere.fetchFor(path)
    this.routes.closeAll()
    this.routes.open(path, query)
  }

  /** Where the app stands, for whoever reads that a test failed. */
  private get state(): string {
    return [`${this.page.route}: ${this.page.text}`, ...this.problems].join('\n')
  }

  /** WeChat's refusals are answers; code of a page that throws is a fault. */
  private navigate(name: string, asked: Answer) {
    try {
      this.routes.navigate(name, asked)
    } catch (error) {
      if (!(error instanceof WxFailure)) this.trouble.fault(error)
      throw error
    }
  }

  private create(route: string, query: Readonly<Record<string, string>>): WeappPage {
    this.logic.inject()
    const root = this.manifest.packageOf(route)
    if (root !== undefined) this.logic.inject(root)
    this.logic.define(route)
    const view = this.view.open(route)
    Object.assign(view.instance, { route, __route__: route, options: this.realm.copy(query) })
    return new WeappPage(route, query, this.manifest.page(route), view, {
      copy: (value) => this.realm.copy(value),
      gesture: (work) => this.gesture(work),
      tap: (page, node) => this.tap(page, node),
      assertSound: () => this.trouble.assertSound(),
    })
  }

  private refresh(isRefreshing: boolean) {
    if (isRefreshing) this.page.pullDown()
    else this.page.isRefreshing = false
  }

  /** Tells App() and whoever listens by `wx`. */
  private tellApp(method: string, listener: string, value?: unknown) {
    const own = this.logic.app[method]
    if (typeof own === 'function') Reflect.apply(own, this.logic.app, [this.realm.copy(value)])
    this.native.tell(listener, ...(value === undefined ? [] : [value]))
  }
}
