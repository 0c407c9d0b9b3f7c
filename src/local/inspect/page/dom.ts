type Child = Node | string | undefined | false
type Listeners = { readonly [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void }

interface Properties {
  readonly id?: string
  readonly class?: string
  /** Every other attribute, `aria-label` among them. */
  readonly set?: Readonly<Record<string, string | boolean | undefined>>
  readonly on?: Listeners
}

/**
 * Makes an element. Whatever is shown comes in as a child, and a text stays a text: a document that holds a script is
 * read here, never run.
 */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { id, class: classes, set = {}, on = {} }: Properties = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  if (id !== undefined) element.id = id
  if (classes !== undefined) element.className = classes
  for (const [name, value] of Object.entries(set)) {
    if (value === true) element.setAttribute(name, '')
    else if (typeof value === 'string') element.setAttribute(name, value)
  }
  for (const [name, listener] of Object.entries(on)) element.addEventListener(name, listener as EventListener)
  element.append(...present(children))
  return element
}

/** Puts these in the place of what an element holds. */
export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren(...present(children))
}

/** A button that says what it does. */
export function button(text: string, press: () => void, { id, kind = '' }: { id?: string; kind?: string } = {}) {
  return make(
    'button',
    { ...(id !== undefined && { id }), class: kind, set: { type: 'button' }, on: { click: press } },
    text,
  )
}

/** A field under its name. */
export function field(name: string, input: HTMLElement): HTMLLabelElement {
  return make('label', { class: 'field' }, make('span', {}, name), input)
}

/** What stands where there is nothing yet. */
export function empty(text: string): HTMLElement {
  return make('p', { class: 'empty' }, text)
}

/** Finds what index.html is sure to have. */
export function part(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (!element) throw new Error(`index.html has no #${id}`)
  return element
}

function present(children: Child[]): (Node | string)[] {
  return children.filter((child): child is Node | string => child !== undefined && child !== false)
}
