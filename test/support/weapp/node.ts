import * as glassEasel from 'glass-easel'
import { matches, type Selectable } from './selector'
import { plainText } from './text'
import { outer } from './vocabulary'
import { fieldValue } from './values'
import { camel } from './view'

/** One node of a page as a person sees it: built-in components and the product's own, without what draws nothing. */
export class WeappNode implements Selectable {
  constructor(readonly element: glassEasel.Element) {}

  get tag(): string {
    const component = this.element.asGeneralComponent()
    if (!component) return this.element.asNativeNode()?.is ?? ''
    return component.ownerShadowRoot ? outer(component.tagName) : 'page'
  }

  get id(): string {
    return this.element.id
  }

  /** Taro's key of this node, which an event must carry. */
  get sid(): string {
    return plainText(this.element.dataset?.sid)
  }

  get classes(): readonly string[] {
    return this.element.class.split(/\s+/).filter(Boolean)
  }

  get style(): string {
    return this.element.style
  }

  /** An attribute by its WXML name, such as `open-type` or `aria-label`. */
  attribute(name: string): unknown {
    if (name === 'id') return this.id || undefined
    if (name === 'class') return this.element.class || undefined
    if (name === 'style') return this.style || undefined
    if (name.startsWith('data-')) return this.element.dataset?.[camel(name.slice('data-'.length))]
    const value = this.element.asGeneralComponent()?.data[camel(name)] as unknown
    return value === null ? undefined : value
  }

  /** What a screen reader calls it: its role, else what its component is. */
  get role(): string {
    return plainText(this.attribute('aria-role'), this.tag)
  }

  /** What a screen reader says of it. */
  get label(): string {
    return plainText(this.attribute('aria-label'), this.text.trim())
  }

  /** What a field holds: typed, chosen or as the page set it. */
  get value(): unknown {
    return fieldValue(this)
  }

  get isDisabled(): boolean {
    return isOn(this.attribute('disabled'))
  }

  /** Whether it or something around it is hidden; what a style sheet hides is not known here. */
  get isHidden(): boolean {
    return [this, ...this.ancestors()].some(
      (node) => isOn(node.attribute('hidden')) || /(?:^|;)\s*display\s*:\s*none/.test(node.style),
    )
  }

  get isAttached(): boolean {
    return glassEasel.Element.isAttached(this.element)
  }

  get parent(): WeappNode | undefined {
    let above = this.element.getComposedParent()
    while (above && !isDrawn(above)) above = above.getComposedParent()
    return above ? new WeappNode(above) : undefined
  }

  get children(): readonly WeappNode[] {
    return partsOf(this.element).filter((part) => part instanceof WeappNode)
  }

  get text(): string {
    return partsOf(this.element)
      .map((part) => (typeof part === 'string' ? part : part.text))
      .join('')
  }

  /** This node and everything in it, in reading order. */
  *all(): Generator<WeappNode> {
    yield this
    for (const child of this.children) yield* child.all()
  }

  *ancestors(): Generator<WeappNode> {
    for (let node = this.parent; node; node = node.parent) yield node
  }

  /** This node or the nearest around it that fits. */
  closest(selector: string): WeappNode | undefined {
    return [this, ...this.ancestors()].find((node) => node.matches(selector))
  }

  matches(selector: string): boolean {
    return matches(this, selector)
  }

  findAll(selector: string): WeappNode[] {
    return [...this.all()].filter((node) => node.element !== this.element && node.matches(selector))
  }
}

export const isOn = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== false && value !== ''

/** Elements of the tree that a person sees: no virtual hosts and slots, and not the inside of built-in components. */
function isDrawn(element: glassEasel.Element): boolean {
  if (element.isVirtual() || element.asNativeNode()) return false
  return element.asGeneralComponent() !== null
}

function partsOf(element: glassEasel.Element): (WeappNode | string)[] {
  return element.getComposedChildren().flatMap((child) => {
    if (child instanceof glassEasel.TextNode) return [child.textContent]
    const inside = child
    return isDrawn(inside) ? [new WeappNode(inside)] : partsOf(inside)
  })
}
