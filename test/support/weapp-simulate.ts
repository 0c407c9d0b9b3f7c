import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import * as simulate from 'miniprogram-simulate'
import { builtWeapp } from './weapp'

/** An event as the compiled WXML sends it to the page's `eh`. */
export interface ViewEvent {
  readonly type: string
  readonly detail: unknown
  readonly currentTarget: { readonly id: string; readonly dataset: { readonly sid?: string } }
}

/** What WeChat's own (older) engine made of a page's data. */
export interface Rendered {
  readonly html: string
  readonly text: string
  readonly events: readonly ViewEvent[]
  /** Shows other data, for instance what the page set after an event. */
  show(data: PageData): Promise<void>
  /** A tap on the element with this id: the compiled WXML decides whether and where it is heard. */
  tap(id: string): Promise<void>
  dispose(): void
}

export interface PageData {
  readonly root?: unknown
}

const settle = () => simulate.sleep(20)

/**
 * Renders data that a page really gave to setData through its compiled WXML, with miniprogram-simulate. Needs a jsdom
 * test environment. `onEvent` may hand an event on to the running page (`page.run('eh', event)`).
 */
export async function renderWithSimulate(
  route: string,
  data: PageData,
  { folder = builtWeapp, onEvent }: { folder?: string; onEvent?: (event: ViewEvent) => void } = {},
): Promise<Rendered> {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'weapp-simulate-'))
  cpSync(folder, copy, { recursive: true })
  const events: ViewEvent[] = []
  const hear = `__hear_${path.basename(copy).replace(/\W/g, '_')}`
  Object.assign(globalThis, {
    [hear]: (event: ViewEvent) => {
      events.push(event)
      onEvent?.(event)
    },
  })
  const methods = `methods: { eh: function (event) { globalThis.${hear}(event) } }`
  // The engine knows components only: the page and Taro's recursive one become components of nothing but their view.
  writeFileSync(
    path.join(copy, 'comp.js'),
    `Component({ properties: { i: { type: Object, value: { nn: '9', v: '' } }, l: { type: String, value: '' } }, options: { addGlobalClass: true, virtualHost: true }, ${methods} })`,
  )
  writeFileSync(path.join(copy, `${route}.js`), `Component({ data: { root: { cn: [] } }, ${methods} })`)

  const component = simulate.render(simulate.load(path.join(copy, route), { rootPath: copy, compiler: 'official' }))
  const holder = document.createElement('div')
  document.body.append(holder)
  component.attach(holder)
  const show = async ({ root }: PageData) => {
    component.setData({ root: JSON.parse(JSON.stringify(root)) as unknown })
    await settle()
  }
  await show(data)

  return {
    get html() {
      return component.dom?.innerHTML ?? ''
    },
    get text() {
      return component.dom?.textContent ?? ''
    },
    events,
    show,
    tap: async (id) => {
      const element = component.querySelector(`#${id}`)
      if (!element) throw new Error(`the WXML of ${route} drew no #${id}`)
      element.dispatchEvent('tap')
      await settle()
    },
    dispose: () => {
      component.detach()
      holder.remove()
      Reflect.deleteProperty(globalThis, hear)
      rmSync(copy, { recursive: true, force: true })
    },
  }
}
