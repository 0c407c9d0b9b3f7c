import type * as glassEasel from 'glass-easel'
import type { WeappNode } from './node'
import { plainText } from './text'

interface Held {
  /** What the page had set when the person changed it. */
  readonly set: unknown
  readonly value: unknown
}

const held = new WeakMap<glassEasel.Element, Held>()

/** The property that a field starts from. */
const propertyOf = (tag: string) => (['switch', 'checkbox', 'radio'].includes(tag) ? 'checked' : 'value')

/** Fields keep what a person gave them by themselves, until the page sets another value than it had set before. */
export function hold(field: WeappNode, value: unknown): void {
  held.set(field.element, { set: field.attribute(propertyOf(field.tag)), value })
}

/** The page has set something: what a person gave a field counts no more where the page gave it another value since. */
export function letGo(field: WeappNode): void {
  const kept = held.get(field.element)
  if (kept && !Object.is(kept.set, field.attribute(propertyOf(field.tag)))) held.delete(field.element)
}

export function fieldValue(field: WeappNode): unknown {
  const set = field.attribute(propertyOf(field.tag))
  const kept = held.get(field.element)
  if (kept && Object.is(kept.set, set)) return kept.value
  switch (field.tag) {
    case 'input':
    case 'textarea':
      return plainText(set)
    case 'switch':
    case 'checkbox':
    case 'radio':
      return set === true || (typeof set === 'string' && set !== '')
    case 'checkbox-group':
      return chosenIn(field, 'checkbox').map((box) => box.attribute('value') ?? '')
    case 'radio-group':
      return chosenIn(field, 'radio')[0]?.attribute('value') ?? ''
    case 'slider':
      return Number(set ?? field.attribute('min') ?? 0)
    default:
      return set ?? ''
  }
}

const chosenIn = (group: WeappNode, tag: string) => group.findAll(tag).filter((each) => fieldValue(each) === true)

const fields = ['input', 'textarea', 'switch', 'slider', 'picker', 'checkbox-group', 'radio-group']

/** What a form sends when it is submitted: its fields that have a name. */
export function formValues(form: WeappNode): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const node of form.all()) {
    const name = fields.includes(node.tag) ? node.attribute('name') : undefined
    if (typeof name === 'string' && name) values[name] = fieldValue(node)
  }
  return values
}

/** WeChat's reset empties: text to '', switches and boxes to off, a slider to its least. */
export function resetForm(form: WeappNode): void {
  for (const node of form.all()) {
    if (['input', 'textarea'].includes(node.tag)) hold(node, '')
    if (['switch', 'checkbox', 'radio'].includes(node.tag)) hold(node, false)
    if (node.tag === 'slider') hold(node, Number(node.attribute('min') ?? 0))
    if (node.tag === 'picker') held.delete(node.element)
  }
}
