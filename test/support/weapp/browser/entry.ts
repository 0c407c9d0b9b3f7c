import * as glassEasel from 'glass-easel'
import { Weapp } from '../app'
import type { WeappFiles } from '../files'
import { WeappNode } from '../node'
import type { WeappOptions } from '../options'
import type { Realm } from '../realm'
import type { Surface } from '../view'
import { bubbling } from '../vocabulary'

/** What the test hands to the page, as JSON. */
export interface BrowserStart {
  readonly files: WeappFiles
  /** The compiler's output. */
  readonly program: string
  readonly builtIns: string
  readonly options: Pick<WeappOptions, 'connect' | 'storage' | 'launch' | 'fontSize'>
}

declare global {
  interface Window {
    startWeapp(start: BrowserStart): void
    weapp: Weapp
  }
}

/**
 * The same host as in Node, with the document as its surface: real layout, real touches, real fields. It is bundled
 * and run by open.ts. The mini program's code runs beside the document here; what it must not see is hidden by names.
 */
window.startWeapp = ({ files, program, builtIns, options }) => {
  glassEasel.globalOptions.writeExtraInfoToAttr = true
  const context = new glassEasel.CurrentWindowBackendContext()
  const app = new Weapp(
    {
      files,
      groups: evaluate(program),
      builtInGroups: evaluate(builtIns),
      surface: { context, mount },
      createRealm: createRealm,
      rectOf: (node) => domOf(node).getBoundingClientRect(),
      afterTask: (work) => void setTimeout(work, 0),
    },
    options,
  )
  window.weapp = app
  context.onEvent((target, type, detail: unknown, eventOptions) => {
    if (type === 'tap') app.gesture(() => app.tap(app.page, nearest(target), false))
    else if (bubbling.has(type))
      glassEasel.Event.dispatchEvent(target, new glassEasel.Event(type, plain(detail), eventOptions))
    return undefined
  })
  followFields(app)
}

type Groups = glassEasel.template.ProcGenGroupList

// The compiler's output is an expression.
// eslint-disable-next-line @typescript-eslint/no-implied-eval
const evaluate = (source: string): Groups => new Function(`return ${source}`)() as Groups

const mount: Surface['mount'] = (route) => {
  const parent = document.createElement('div')
  parent.className = 'weapp-page'
  parent.dataset.route = route
  const placeholder = document.createElement('div')
  parent.append(placeholder)
  document.body.append(parent)
  return {
    parent: parent as unknown as glassEasel.GeneralBackendElement,
    placeholder: placeholder as unknown as glassEasel.GeneralBackendElement,
    show: (isShown) => {
      parent.style.display = isShown ? '' : 'none'
      if (isShown) window.scrollTo(0, 0)
    },
    remove: () => parent.remove(),
  }
}

/** Names of the browser that a mini program does not have. */
const hidden = [
  ...['window', 'document', 'frames', 'self', 'location', 'navigator', 'localStorage', 'sessionStorage', 'history'],
  ...['screen', 'alert', 'confirm', 'prompt', 'fetch', 'XMLHttpRequest', 'WebSocket', 'MessageChannel', 'process'],
]

function createRealm(): Realm {
  return {
    run: (file, code, names) => {
      // eslint-disable-next-line @typescript-eslint/no-implied-eval
      const work = new Function(...Object.keys(names), ...hidden, `${code}\n//# sourceURL=weapp/${file}`) as (
        ...values: unknown[]
      ) => void
      work(...Object.values(names))
    },
    copy: <T>(value: T) => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T)),
    buffer: (bytes) => bytes.slice().buffer,
    close: () => undefined,
  }
}

/** Built-in components have an inside; what happens there happened to the component. */
function nearest(target: glassEasel.Element): WeappNode {
  let element: glassEasel.Element | null = target
  while (element && (element.asNativeNode() || element.isVirtual())) element = element.getComposedParent()
  return new WeappNode(element ?? target)
}

const domOf = (node: WeappNode) => node.element.getBackendElement() as unknown as HTMLElement

/** What of a browser's event is JSON. */
function plain(detail: unknown): unknown {
  return Object.fromEntries(Object.entries(Object(detail) as object).filter(([, value]) => typeof value !== 'object'))
}

/** Typing in the document is typing in the mini program, and what its page sets is shown in the field. */
function followFields(app: Weapp) {
  const fieldOf = (target: EventTarget | null) => {
    const host = target instanceof Element ? target.closest('wx-input, wx-textarea') : null
    return host && app.page.findAll('input, textarea').find((node) => domOf(node) === host)
  }
  document.addEventListener(
    'input',
    ({ target }) => {
      const field = fieldOf(target)
      if (field) app.page.type(field, (target as HTMLInputElement).value)
    },
    true,
  )
  const show = () => {
    for (const field of app.page.tree.findAll('input, textarea')) {
      const inner = domOf(field).querySelector<HTMLInputElement>('input, textarea')
      const value = String(field.value)
      if (inner && inner.value !== value) inner.value = value
    }
  }
  new MutationObserver(show).observe(document.body, { subtree: true, childList: true, attributes: true })
  show()
}
