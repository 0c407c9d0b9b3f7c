import { pageNode, WeappNode, type RawNode, type Vocabulary } from './tree'

/** One setData, as it crossed to the view. */
export interface Payload {
  readonly bytes: number
  readonly data: Readonly<Record<string, unknown>>
}

export interface Event {
  readonly type: string
  readonly detail: unknown
}

type Lifecycle = 'onLoad' | 'onShow' | 'onReady' | 'onHide' | 'onUnload' | 'onShareAppMessage' | 'eh'

/** The running page: the product's own definition, its data, and what a person can do with what it shows. */
export class WeappPage {
  readonly payloads: Payload[] = []
  /** What was typed or chosen in a field, by its node; a real field keeps this by itself. */
  private readonly typed = new Map<string, unknown>()

  constructor(
    readonly route: string,
    readonly query: Readonly<Record<string, string>>,
    /** The object that is `this` in the page's methods. */
    readonly instance: Readonly<Record<string, unknown>> & { readonly data: { readonly root?: { cn?: RawNode[] } } },
    private readonly vocabulary: Vocabulary,
    private readonly toRealm: <T>(value: T) => T,
    private readonly onShare: (page: WeappPage, node: WeappNode) => void,
  ) {}

  run(name: Lifecycle, ...args: unknown[]): unknown {
    const method = this.instance[name]
    return typeof method === 'function' ? (method as (...args: unknown[]) => unknown)(...args) : undefined
  }

  /** What the page shows now; nothing until its first setData. */
  get tree(): WeappNode {
    return new WeappNode(pageNode(this.instance.data.root?.cn ?? []), this.vocabulary, undefined)
  }

  get text(): string {
    return this.tree.text
  }

  get bytes(): number {
    return this.payloads.reduce((sum, { bytes }) => sum + bytes, 0)
  }

  findAll(selector: string): WeappNode[] {
    return [...this.tree.all()].filter((node) => node.tag !== '#text' && node.matches(selector))
  }

  find(selector: string): WeappNode {
    const node = this.findAll(selector)[0]
    if (!node) throw new Error(`${this.route} shows no ${selector}, only: ${this.text}`)
    return node
  }

  /** The innermost node that holds the whole text. */
  byText(text: string): WeappNode {
    const node = [...this.tree.all()].reverse().find((each) => each.tag !== '#text' && each.text.includes(text))
    if (!node) throw new Error(`${this.route} does not say "${text}", only: ${this.text}`)
    return node
  }

  /** A tap, with what WeChat's own button does besides: nothing when disabled, share, submit or reset a form. */
  tap(target: WeappNode | string): void {
    const node = this.resolve(target)
    const button = [node, ...node.ancestors()].find(({ tag }) => tag === 'button')
    if (button && isOn(button.attribute('disabled'))) return
    this.dispatch(node, { type: 'tap', detail: { x: 1, y: 1 } })
    if (button?.attribute('open-type') === 'share') this.onShare(this, button)
    const purpose = button?.attribute('form-type')
    const form = button && [...button.ancestors()].find(({ tag }) => tag === 'form')
    if (form && purpose === 'submit') this.submit(form)
    if (form && purpose === 'reset') this.dispatch(form, { type: 'reset', detail: {} })
  }

  type(target: WeappNode | string, value: string): void {
    const node = this.resolve(target)
    this.typed.set(node.sid, value)
    this.dispatch(node, { type: 'input', detail: { value, cursor: value.length } })
  }

  /** A picker, switch, radio or checkbox group that was changed. */
  choose(target: WeappNode | string, value: unknown): void {
    const node = this.resolve(target)
    this.typed.set(node.sid, value)
    this.dispatch(node, { type: 'change', detail: { value } })
  }

  submit(target: WeappNode | string): void {
    const form = this.resolve(target)
    const value: Record<string, unknown> = {}
    for (const node of form.all()) {
      const name = node.tag === '#text' ? undefined : node.attribute('name')
      if (typeof name !== 'string' || !name || node.tag === 'button') continue
      value[name] = this.typed.has(node.sid) ? this.typed.get(node.sid) : (node.attribute('value') ?? '')
    }
    this.dispatch(form, { type: 'submit', detail: { value } })
  }

  /** Sends an event up from a node, to those whose compiled WXML binds it, as plain JSON. */
  dispatch(target: WeappNode | string, { type, detail }: Event): void {
    const from = this.resolve(target)
    const bubbles = ['tap', 'longpress', 'longtap', 'touchstart', 'touchmove', 'touchend'].includes(type)
    const path = bubbles ? [from, ...from.ancestors()] : [from]
    const timeStamp = Math.round(performance.now())
    for (const node of path.filter((each) => each.hears(type))) {
      this.run(
        'eh',
        this.toRealm({
          type,
          timeStamp,
          target: plain(from),
          currentTarget: plain(node),
          mark: {},
          detail,
          touches: [],
          changedTouches: [],
        }),
      )
      if (node.catches(type)) break
    }
  }

  private resolve(target: WeappNode | string): WeappNode {
    return typeof target === 'string' ? this.find(target) : target
  }
}

const isOn = (value: unknown) => value !== undefined && value !== null && value !== false && value !== ''

const plain = (node: WeappNode) => ({
  id: node.id || node.sid,
  dataset: { sid: node.sid },
  offsetLeft: 0,
  offsetTop: 0,
})
