import * as glassEasel from 'glass-easel'
import { describe, Fields, touch, type WeappEvent } from './fields'
import type { PageJson } from './manifest'
import { WeappNode } from './node'
import type { Instance, OpenView, Payload } from './view'
import { bubbling } from './vocabulary'

/** What a page asks of the phone around it. */
export interface PageHost {
  copy<T>(value: T): T
  /** Does something as a person's tap: WeChat allows some APIs only then. */
  gesture(work: () => void): void
  tap(page: WeappPage, node: WeappNode): void
  /** Throws if the engine has complained: no test goes on over a broken view. */
  assertSound(): void
}

/** px; nothing is measured in Node, so a test that needs another height sets it. */
const standInHeight = 2000
export const windowHeight = 724

/** The running page: the product's own code, what it shows, and what a person can do with that. */
export class WeappPage {
  readonly payloads: Payload[] = []
  /** How high the page's content is (px); decides when the bottom is reached. */
  contentHeight = standInHeight
  /** Whether the animation of a pull-down is showing. */
  isRefreshing = false
  scrollTop = 0
  readonly fields = new Fields((node, event) => this.dispatch(node, event))
  private isAtBottom = false

  constructor(
    readonly route: string,
    readonly query: Readonly<Record<string, string>>,
    readonly settings: PageJson,
    readonly view: OpenView,
    private readonly host: PageHost,
  ) {}

  /** The object that is `this` in the page's methods. */
  get instance(): Instance {
    return this.view.instance
  }

  has(name: string): boolean {
    return typeof this.instance[name] === 'function'
  }

  run(name: string, ...args: unknown[]): unknown {
    const method = this.instance[name]
    return typeof method === 'function'
      ? (Reflect.apply(
          method,
          this.instance,
          args.map((each) => this.host.copy(each)),
        ) as unknown)
      : undefined
  }

  /** What the page shows now. */
  get tree(): WeappNode {
    return new WeappNode(this.view.root)
  }

  get text(): string {
    return this.tree.text
  }

  /** Bytes of all setData so far. */
  get bytes(): number {
    return this.payloads.reduce((sum, { bytes }) => sum + bytes, 0)
  }

  findAll(selector: string): WeappNode[] {
    this.host.assertSound()
    return this.tree.findAll(selector)
  }

  find(selector: string): WeappNode {
    const node = this.findAll(selector)[0]
    if (!node) throw new Error(`${this.route} shows no ${selector}, only: ${this.text}`)
    return node
  }

  /** The innermost node that holds the whole text. */
  byText(text: string): WeappNode {
    this.host.assertSound()
    const node = [...this.tree.all()].reverse().find((each) => each.text.includes(text))
    if (!node) throw new Error(`${this.route} does not say "${text}", only: ${this.text}`)
    return node
  }

  /** By what a screen reader is told: its role and, if given, a part of its label. */
  byRole(role: string, label = ''): WeappNode {
    const node = this.findAll('*').find((each) => each.role === role && each.label.includes(label))
    if (!node) throw new Error(`${this.route} has no ${role} "${label}", only: ${this.text}`)
    return node
  }

  /** A tap, with what WeChat's own components do besides. Nothing happens on what is disabled. */
  tap(target: WeappNode | string): void {
    const node = this.resolve(target)
    if (node.isHidden) throw new Error(`${this.route}: ${describe(node)} is hidden, nobody can tap it`)
    this.host.gesture(() => this.host.tap(this, node))
    this.host.assertSound()
  }

  longPress(target: WeappNode | string): void {
    const node = this.resolve(target)
    for (const type of ['touchstart', 'longpress', 'longtap', 'touchend']) this.dispatch(node, touch(type))
  }

  /** Sends an event from a node; those of touch go up through the tree, through catches and captures as WXML says. */
  dispatch(target: WeappNode | string, { type, detail = {} }: WeappEvent): void {
    const node = this.resolve(target)
    if (!node.isAttached) return
    const goesUp = bubbling.has(type)
    const point = [{ identifier: 0, pageX: 1, pageY: 1, clientX: 1, clientY: 1 }]
    const event = new glassEasel.Event(type, detail, {
      bubbles: goesUp,
      composed: goesUp,
      capturePhase: true,
      extraFields: goesUp ? { touches: type === 'touchend' ? [] : point, changedTouches: point } : {},
    })
    glassEasel.Event.dispatchEvent(node.element, event)
  }

  /** The person scrolls the page; near the bottom the page hears of that, once until it was left again. */
  scroll(scrollTop: number): void {
    this.scrollTop = Math.max(0, Math.min(scrollTop, this.contentHeight - windowHeight))
    this.run('onPageScroll', { scrollTop: this.scrollTop })
    const left = this.contentHeight - windowHeight - this.scrollTop
    const isAtBottom = left <= (this.settings.onReachBottomDistance ?? 50)
    if (isAtBottom && !this.isAtBottom) this.run('onReachBottom')
    this.isAtBottom = isAtBottom
  }

  scrollToBottom(): void {
    this.scroll(this.contentHeight)
  }

  /** The person scrolls a scroll-view: to its end, to its start, or to a place between (px). */
  scrollIn(target: WeappNode | string, to: 'upper' | 'lower' | number): void {
    const view = this.resolve(target)
    const isVertical = view.attribute('scroll-y') === true
    const place = typeof to === 'number' ? to : to === 'upper' ? 0 : standInHeight
    const detail = { scrollTop: isVertical ? place : 0, scrollLeft: isVertical ? 0 : place }
    this.dispatch(view, { type: 'scroll', detail })
    if (typeof to === 'string') {
      const direction = { upper: isVertical ? 'top' : 'left', lower: isVertical ? 'bottom' : 'right' }[to]
      this.dispatch(view, { type: `scrollto${to}`, detail: { direction } })
    }
  }

  /** The person pulls the page down; only where its JSON allows it. */
  pullDown(): void {
    if (!this.settings.enablePullDownRefresh) throw new Error(`${this.route} does not enable pull-down refresh`)
    this.isRefreshing = true
    this.run('onPullDownRefresh')
  }

  /** The phone was turned. */
  resize(windowWidth: number, height: number): void {
    this.run('onResize', { size: { windowWidth, windowHeight: height }, deviceOrientation: 'landscape' })
  }

  resolve(target: WeappNode | string): WeappNode {
    return typeof target === 'string' ? this.find(target) : target
  }

  /** Types into an input or textarea, after a tap into it. */
  type(target: WeappNode | string, value: string): void {
    this.fields.type(this.resolve(target), value)
  }

  /** The key at the keyboard's lower right. */
  confirm(target: WeappNode | string): void {
    this.fields.confirm(this.resolve(target))
  }

  /** Chooses in a picker, switch, slider, swiper, checkbox-group or radio-group: the value as its change event has it. */
  choose(target: WeappNode | string, value: unknown): void {
    this.fields.choose(this.resolve(target), value)
  }

  submit(target: WeappNode | string): void {
    this.fields.submit(this.resolve(target))
  }
}
