import { said } from './plain'
import type { HeldCode, Rule } from './types'

export { said }

/** A rule whose pattern may use the classes of the plain form. */
export const rule = (code: HeldCode, pattern: RegExp, more: Omit<Partial<Rule>, 'code' | 'pattern'> = {}): Rule => ({
  code,
  pattern: said(pattern),
  ...more,
})
