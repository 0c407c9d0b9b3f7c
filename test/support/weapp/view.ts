import * as glassEasel from 'glass-easel'
import * as adapter from 'glass-easel-miniprogram-adapter'
import { plainEvent } from './crossing'
import { during, reportFaultsOf } from './faults'
import type { Definition } from './logic'
import type { Manifest } from './manifest'
import type { Realm } from './realm'
import { utf8Length } from './text'
import { builtIns, inner } from './vocabulary'

type Groups = glassEasel.template.ProcGenGroupList

/** The drawing side: nothing in Node, the document in a browser. */
export interface Surface {
  readonly context: glassEasel.GeneralBackendContext
  /** A place for one page, and how to take it away. */
  mount(route: string): Place
}
export interface Place {
  readonly parent: glassEasel.GeneralBackendElement
  readonly placeholder: glassEasel.GeneralBackendElement
  show(isShown: boolean): void
  remove(): void
}

/** One setData, as it crossed to the view. */
export interface Payload {
  readonly bytes: number
  readonly data: Readonly<Record<string, unknown>>
}

/** `this` of a page's methods. */
export type Instance = Record<string, unknown> & {
  readonly data: Readonly<Record<string, unknown>>
  setData(data: Record<string, unknown>, done?: () => void): void
}

export interface OpenView {
  readonly instance: Instance
  readonly root: glassEasel.GeneralComponent
  readonly place: Place
  attach(): void
  release(): void
}

/** WeChat takes 1,024 KB in one setData. */
const setDataLimit = 1024 * 1024

export interface ViewOptions {
  readonly surface: Surface
  readonly manifest: Manifest
  readonly realm: Realm
  readonly groups: Groups
  readonly builtInGroups: Groups
  /** The engine complained, or a handler threw. */
  readonly onFault: (text: string) => void
  /** The page may have given a field the keyboard. */
  readonly onFocusSet: (root: glassEasel.GeneralComponent) => void
  readonly onSetData: (root: glassEasel.GeneralComponent, payload: Payload) => void
  /** What a page set has been drawn. */
  readonly onDrawn: (root: glassEasel.GeneralComponent) => void
}

/** The view layer: WeChat's own component framework over the compiled templates. */
export class View {
  private readonly space: adapter.CodeSpace
  private readonly backend: adapter.AssociatedBackend

  constructor(private readonly options: ViewOptions) {
    const { groups, surface, onFault } = options
    const environment = new adapter.MiniProgramEnv()
    const everywhere = environment.getGlobalCodeSpace().getComponentSpace()
    this.space = environment.createCodeSpace('', true)
    const own = this.space.getComponentSpace()
    this.defineBuiltIns(everywhere, own)
    reportFaultsOf(everywhere, onFault)
    reportFaultsOf(own, onFault)
    for (const [path, content] of Object.entries(groups)) {
      this.space.addCompiledTemplate(path, { groupList: groups, content })
    }
    this.backend = environment.associateBackend(surface.context)
  }

  definePage(route: string, definition: Definition): void {
    this.configure(route)
    this.builder(route).pageDefinition(this.crossing(definition)).register()
  }

  defineComponent(name: string, definition: Definition): void {
    this.configure(name)
    this.builder(name).definition(this.crossing(definition)).register()
  }

  defineBehavior(definition: Definition): unknown {
    return this.space.behavior().definition(this.crossing(definition)).register()
  }

  open(route: string): OpenView {
    const { onFault } = this.options
    const created = during(onFault, () => this.backend.createRoot('page', this.space, `/${route}`))
    const place = this.options.surface.mount(route)
    return {
      instance: created.get() as unknown as Instance,
      root: created.getComponent(),
      place,
      attach: () => during(onFault, () => created.attach(place.parent, place.placeholder)),
      release: () => {
        created.release()
        place.remove()
      },
    }
  }

  private configure(name: string) {
    const absolute = Object.entries(this.options.manifest.componentsOf(name)).map(([tag, path]) => [tag, `/${path}`])
    this.space.addComponentStaticConfig(name, {
      ...(this.options.manifest.component(name) as adapter.types.ComponentStaticConfig),
      usingComponents: Object.fromEntries(absolute) as Record<string, string>,
    })
  }

  /** Every setData of a page or a component crosses to the view as JSON. */
  private builder(name: string) {
    const { realm, onSetData, onFault, onFocusSet, onDrawn } = this.options
    return this.space.component(name).init(function () {
      const own = this as unknown as Instance & { readonly _$: glassEasel.GeneralComponent }
      const set = own.setData.bind(own)
      own.setData = (data, done) => {
        const text = JSON.stringify(data)
        const bytes = utf8Length(text)
        if (bytes > setDataLimit) {
          onFault(`setData: ${bytes} bytes, more than the 1,024 KB that WeChat takes`)
          return
        }
        onSetData(rootOf(own._$), { bytes, data: JSON.parse(text) as Record<string, unknown> })
        during(onFault, () => set(realm.copy(JSON.parse(text) as Record<string, unknown>), done))
        onDrawn(rootOf(own._$))
        if (text.includes('focus')) onFocusSet(rootOf(own._$))
      }
    })
  }

  /** A definition whose handlers get events as WeChat sends them, and whose types are this realm's. */
  private crossing<T extends Definition>(definition: T): T {
    const { realm } = this.options
    const handler = (work: unknown) =>
      typeof work === 'function'
        ? function (this: unknown, first: unknown, ...others: unknown[]): unknown {
            return Reflect.apply(work, this, [isEvent(first) ? realm.copy(plainEvent(first)) : first, ...others])
          }
        : work
    const handlers = (from: unknown) => (from instanceof Object || isRecord(from) ? mapValues(from, handler) : from)
    const crossed = mapValues(definition, handler)
    for (const name of ['methods', 'lifetimes', 'pageLifetimes']) {
      if (name in crossed) crossed[name] = handlers(crossed[name])
    }
    if (isRecord(crossed.properties)) crossed.properties = mapValues(crossed.properties, ownType)
    return crossed as T
  }

  private defineBuiltIns(everywhere: glassEasel.ComponentSpace, own: glassEasel.ComponentSpace) {
    for (const [tag, { properties }] of builtIns) {
      const name = inner(tag)
      const content = this.options.builtInGroups[name]
      const component = everywhere.defineComponent({
        is: name,
        // Style sheets and screen readers go by attributes.
        options: { reflectToAttributes: true },
        properties: Object.fromEntries(
          [...properties].map((each) => [camel(each), switches.has(each) ? Boolean : null]),
        ),
        ...(content ? { template: { groupList: this.options.builtInGroups, content } } : {}),
      })
      own.setGlobalUsingComponent(name, component as glassEasel.GeneralComponentDefinition)
    }
  }
}

/** Properties that are on or off, whatever they are given. */
const switches = new Set(['hidden', 'disabled', 'checked', 'plain', 'loading'])

const rootOf = (component: glassEasel.GeneralComponent): glassEasel.GeneralComponent => {
  let root = component
  for (let host = root.ownerShadowRoot?.getHostNode(); host; host = host.ownerShadowRoot?.getHostNode()) root = host
  return root
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const mapValues = (from: object, map: (value: unknown) => unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(from).map(([key, value]) => [key, map(value)]))
const isEvent = (value: unknown): value is glassEasel.ShadowedEvent<unknown> => value instanceof glassEasel.Event

export const camel = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

const types: Readonly<Record<string, unknown>> = { Object, String, Number, Boolean, Array, Function }
/** The realm's String is not ours; the engine compares constructors. */
function ownType(property: unknown): unknown {
  if (typeof property === 'function') return types[property.name] ?? null
  if (isRecord(property) && typeof property.type === 'function') return { ...property, type: types[property.type.name] }
  return property
}
