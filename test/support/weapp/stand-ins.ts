import type { WeappNode } from './node'
import type { Answer } from './wx/caller'
import type { Rect } from './wx/query'

const nowhere: Rect = { left: 0, top: 0, width: 0, height: 0 }

/** What a test says instead of the phone: which APIs fail, and where things stand where nothing is laid out. */
export class StandIns {
  private readonly failures = new Map<string, string>()
  private readonly rects = new Map<string, Rect>()

  /** @param what an API such as `makePhoneCall` or, for one page or key only, `navigateTo /pages/x/index` */
  fail(what: string, why: string | undefined): void {
    if (why === undefined) this.failures.delete(what)
    else this.failures.set(what, why)
  }

  /** Why a call fails now, or undefined. */
  failing(name: string, { url, key }: Answer): string | undefined {
    const what = typeof url === 'string' ? url.split('?')[0] : typeof key === 'string' ? key : ''
    return this.failures.get(name) ?? this.failures.get(`${name} ${what ?? ''}`)
  }

  place(selector: string, rect: Rect): void {
    this.rects.set(selector, rect)
  }

  rectOf(node: WeappNode, measured: Rect | undefined): Rect {
    return [...this.rects].find(([selector]) => node.matches(selector))?.[1] ?? measured ?? nowhere
  }
}
