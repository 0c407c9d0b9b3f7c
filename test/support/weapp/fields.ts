import type { WeappNode } from './node'
import { isOn } from './node'
import { formValues, hold, letGo, resetForm } from './values'

export interface WeappEvent {
  readonly type: string
  readonly detail?: unknown
}

type Send = (node: WeappNode, event: WeappEvent) => void

/** WeChat's limit where none is given. */
const usualMaxlength = 140
/** px, as WeChat tells with `focus`. */
const keyboardHeight = 300

const isText = (node: WeappNode) => node.tag === 'input' || node.tag === 'textarea'

/** What a person does with the fields of one page, and which of them has the keyboard. */
export class Fields {
  private focused: WeappNode | undefined
  /** The fields that the page has given the keyboard by their property `focus`. */
  private given = new WeakSet<object>()

  constructor(private readonly send: Send) {}

  type(field: WeappNode, text: string): void {
    if (!isText(field)) throw new Error(`${describe(field)} is no field to type into`)
    if (field.isHidden || field.isDisabled) throw new Error(`${describe(field)} cannot be typed into`)
    this.focus(field)
    const most = Number(field.attribute('maxlength') ?? usualMaxlength)
    const value = most < 0 ? text : text.slice(0, most)
    hold(field, value)
    this.send(field, {
      type: 'input',
      detail: { value, cursor: value.length, keyCode: value.charCodeAt(value.length - 1) || 8 },
    })
  }

  confirm(field: WeappNode): void {
    this.focus(field)
    this.send(field, { type: 'confirm', detail: { value: field.value } })
    if (!isOn(field.attribute('confirm-hold'))) this.blur()
  }

  focus(field: WeappNode): void {
    if (this.focused?.element === field.element) return
    this.blur()
    this.focused = field
    this.send(field, { type: 'focus', detail: { value: field.value, height: keyboardHeight } })
  }

  blur(): void {
    const field = this.focused
    this.focused = undefined
    if (field?.isAttached) {
      this.send(field, { type: 'blur', detail: { value: field.value, cursor: String(field.value).length } })
    }
  }

  /** The page has set data. */
  settle(root: WeappNode): void {
    for (const field of root.findAll('input, textarea, switch, checkbox, radio, slider, picker')) letGo(field)
  }

  /** Gives and takes the keyboard as the page has set `focus`. */
  follow(root: WeappNode): void {
    for (const field of root.findAll('input, textarea')) {
      const isWanted = isOn(field.attribute('focus'))
      if (isWanted === this.given.has(field.element)) continue
      if (isWanted) this.given.add(field.element)
      else this.given.delete(field.element)
      if (isWanted) this.focus(field)
      else if (this.focused?.element === field.element) this.blur()
    }
  }

  /** An input loses the keyboard before a tap elsewhere is heard, a textarea (WeChat's quirk) after it. */
  aroundTap(target: WeappNode, tap: () => void): void {
    const field = this.focused
    const leaves = field !== undefined && field.element !== target.element
    if (leaves && field.tag === 'input') this.blur()
    tap()
    if (leaves && field.tag === 'textarea') this.blur()
    if (isText(target) && !target.isDisabled) this.focus(target)
  }

  choose(field: WeappNode, value: unknown): void {
    if (field.isDisabled) return
    if (field.tag === 'swiper') return this.send(field, { type: 'change', detail: { current: value, source: 'touch' } })
    if (field.tag === 'checkbox-group' || field.tag === 'radio-group') {
      const values: readonly unknown[] = Array.isArray(value) ? value : [value]
      for (const box of field.findAll('checkbox, radio')) hold(box, values.includes(box.attribute('value')))
    } else hold(field, value)
    this.send(field, { type: 'change', detail: { value } })
  }

  /** What a tap on a switch, box or radio button does. */
  toggle(field: WeappNode): void {
    if (field.isDisabled) return
    if (field.tag === 'switch') this.choose(field, field.value !== true)
    if (field.tag === 'checkbox') {
      hold(field, field.value !== true)
      this.tellGroup(field, 'checkbox-group')
    }
    if (field.tag === 'radio' && field.value !== true) {
      for (const other of field.closest('radio-group')?.findAll('radio') ?? []) hold(other, false)
      hold(field, true)
      this.tellGroup(field, 'radio-group')
    }
  }

  submit(form: WeappNode): void {
    this.send(form, { type: 'submit', detail: { value: formValues(form) } })
  }

  reset(form: WeappNode): void {
    resetForm(form)
    this.send(form, { type: 'reset', detail: {} })
  }

  private tellGroup(box: WeappNode, tag: string) {
    const group = box.closest(tag)
    if (group) this.send(group, { type: 'change', detail: { value: group.value } })
  }
}

export const touch = (type: string): WeappEvent => ({ type, detail: { x: 1, y: 1 } })
export const describe = (node: WeappNode): string => `<${node.tag}${node.id ? ` id="${node.id}"` : ''}>`
