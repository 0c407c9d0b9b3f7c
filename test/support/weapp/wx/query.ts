import type { WeappNode } from '../node'
import type { Caller } from './caller'

export interface Rect {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Where things stand: measured in a browser, given by the test in Node. */
export interface Layout {
  rectOf(node: WeappNode): Rect
  readonly scrollTop: number
}

interface QueryHost {
  /** The nodes of the page on top. */
  readonly nodes: (selector: string) => readonly WeappNode[]
  readonly layout: () => Layout
}

type Listener = (result: unknown) => void
interface Fields {
  readonly [name: string]: unknown
}

/**
 * What WeChat documents for selectors of a query: ids, classes, children, descendants, `>>>` and lists of these.
 * For a tag or an attribute a phone finds nothing.
 */
const step = String.raw`(?:[#.][\w-]+)+`
const path = String.raw`${step}(?:\s*(?:>>>|>|\s)\s*${step})*`
const documented = new RegExp(String.raw`^\s*${path}(?:\s*,\s*${path})*\s*$`)

function assertDocumented(caller: Caller, selector: string): void {
  if (!documented.test(selector)) caller.misuse(`selector ${selector}: WeChat’s queries know ids and classes only`)
}

const whole = (rect: Rect) => ({ ...rect, right: rect.left + rect.width, bottom: rect.top + rect.height })

/** `wx.createSelectorQuery()` over the tree that is drawn. */
export function selectorQuery(caller: Caller, host: QueryHost) {
  return () => {
    const asked: { readonly read: () => unknown; readonly listener: Listener | undefined }[] = []
    const view = () => ({ scrollLeft: 0, scrollTop: host.layout().scrollTop })
    const read = (node: WeappNode | undefined, fields: Fields) => node && fieldsOf(node, fields, host.layout())
    const chosen = (selector: string | undefined, isAll: boolean) => {
      const ask = (fields: Fields, listener?: Listener) => {
        const one = () => {
          if (selector === undefined) return { id: '', dataset: {}, ...(fields.scrollOffset ? view() : {}) }
          const nodes = host.nodes(selector)
          return isAll ? nodes.map((node) => read(node, fields)) : (read(nodes[0], fields) ?? null)
        }
        asked.push({ read: one, listener })
        return query
      }
      return {
        boundingClientRect: (listener?: Listener) => ask({ id: true, dataset: true, rect: true, size: true }, listener),
        scrollOffset: (listener?: Listener) => ask({ id: true, dataset: true, scrollOffset: true }, listener),
        fields: (fields: Fields, listener?: Listener) => ask(fields, listener),
      }
    }
    const query = {
      in: () => query,
      select: (selector: string) => (assertDocumented(caller, selector), chosen(selector, false)),
      selectAll: (selector: string) => (assertDocumented(caller, selector), chosen(selector, true)),
      selectViewport: () => chosen(undefined, false),
      exec: (listener?: Listener) => {
        // Answers come later, when what was set has been drawn.
        void Promise.resolve().then(() => {
          const results = asked.map(({ read: one, listener: each }) => {
            const result = caller.copy(one())
            each?.(result)
            return result
          })
          listener?.(caller.copy(results))
        })
        return query
      },
    }
    return query
  }
}

function fieldsOf(node: WeappNode, fields: Fields, layout: Layout) {
  const { left, top, right, bottom, width, height } = whole(layout.rectOf(node))
  return {
    ...(fields.id ? { id: node.id } : {}),
    ...(fields.dataset ? { dataset: { ...node.element.dataset } } : {}),
    ...(fields.rect ? { left, top, right, bottom } : {}),
    ...(fields.size ? { width, height } : {}),
    ...(fields.scrollOffset ? { scrollLeft: 0, scrollTop: Number(node.attribute('scroll-top') ?? 0) } : {}),
    ...Object.fromEntries(
      ((fields.properties as string[] | undefined) ?? []).map((name) => [name, node.attribute(name)]),
    ),
  }
}

/** One `observe` that waits; the test says what comes into sight. */
export interface WaitingObserver {
  readonly selector: string
  tell(intersectionRatio: number): void
}

/** `wx.createIntersectionObserver()`: nothing is laid out in Node, so the test tells it. */
export function intersectionObserver(caller: Caller, observers: Set<WaitingObserver>) {
  return () => {
    const own = new Set<WaitingObserver>()
    const observer = {
      relativeTo: () => observer,
      relativeToViewport: () => observer,
      observe: (selector: string, listener: Listener) => {
        assertDocumented(caller, selector)
        const waiting: WaitingObserver = {
          selector,
          tell: (intersectionRatio) => listener(caller.copy({ intersectionRatio, time: 0 })),
        }
        own.add(waiting)
        observers.add(waiting)
      },
      disconnect: () => {
        for (const each of own) observers.delete(each)
        own.clear()
      },
    }
    return observer
  }
}
