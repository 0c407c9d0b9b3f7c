import type { MessageTemplate } from '../../cloud/deployment'

const chinese = /^\p{Script=Han}+$/u
const day = String.raw`\d{4}(年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2})`
const hour = String.raw`([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?`
const span = (moment: string) => new RegExp(`^${moment}( ?~ ?${moment})?$`)

/**
 * What each type of field may hold, by the table in the documentation of subscribeMessage.send: lengths in characters.
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html
 */
const fits: Readonly<Record<string, (text: string, length: number) => boolean>> = {
  thing: (_, length) => length <= 20,
  number: (text, length) => length <= 32 && /^\d+(\.\d+)?$/.test(text),
  letter: (text, length) => length <= 32 && /^[A-Za-z]+$/.test(text),
  symbol: (text, length) => length <= 5 && /^[^\p{L}\p{N}]+$/u.test(text),
  character_string: (text, length) => length <= 32 && /^[\x20-\x7e]+$/.test(text),
  time: (text) => span(`(${day} ?)?${hour}`).test(text),
  date: (text) => span(`${day}( ?${hour})?`).test(text),
  amount: (text) => /^\p{Sc}?\d{1,10}(\.\d+)?元?$/u.test(text),
  phone_number: (text, length) => length <= 17 && /^[\d+() -]+$/.test(text),
  car_number: (text, length) => length <= 8 && /^[\p{Script=Han}A-Za-z\d]+$/u.test(text),
  name: (text, length) => (chinese.test(text) ? length <= 10 : length <= 20 && /^[A-Za-z .'-]+$/.test(text)),
  phrase: (text, length) => length <= 5 && chinese.test(text),
}

/** Throws if a template has a field of a type that WeChat does not have. A field is its type and a number: `thing1`. */
export function checkTemplates(templates: readonly MessageTemplate[]): void {
  for (const { id, fields } of templates) {
    const odd = fields.find((field) => !(typeOf(field) in fits))
    if (odd !== undefined) throw new Error(`the message template ${id} has a field of no known type: ${odd}`)
  }
}

/** Why a value cannot stand in a field, in the words that WeChat uses; undefined if it can. */
export function fieldProblem(name: string, value: unknown): 'is empty' | 'invalid' | undefined {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || text === '') return 'is empty'
  if (/[\r\n]/.test(text)) return 'invalid'
  return fits[typeOf(name)]?.(text, [...text].length) ? undefined : 'invalid'
}

function typeOf(name: string): string {
  return name.replace(/\d+$/, '')
}
