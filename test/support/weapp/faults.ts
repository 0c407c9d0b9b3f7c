import * as glassEasel from 'glass-easel'
import { thrownText } from './text'

type Report = (text: string) => void

const owners = new WeakMap<glassEasel.ComponentSpace, Report>()
let current: Report | undefined
let last: Report | undefined
let isListening = false

/**
 * Hands what the engine complains of to the mini program that it happened in. The engine knows one list of listeners
 * for the whole process, and cannot always say where it was; then the one that is drawing gets it, else the last started.
 */
export function reportFaultsOf(space: glassEasel.ComponentSpace, report: Report): void {
  owners.set(space, report)
  last = report
  if (isListening) return
  isListening = true
  const reportTo = (component: glassEasel.GeneralComponent | string | undefined): Report | undefined => {
    const own = typeof component === 'object' ? owners.get(component.getRootBehavior().ownerSpace) : undefined
    return own ?? current ?? last
  }
  glassEasel.addGlobalErrorListener((error, where, component) => {
    reportTo(component)?.(`${where ?? ''}: ${thrownText(error)}`)
    return false
  })
  glassEasel.addGlobalWarningListener((text, component) => {
    if (!isUsual(text)) reportTo(component)?.(text)
    return false
  })
}

/** Draws something; what is complained of meanwhile belongs to it. */
export function during<T>(report: Report, work: () => T): T {
  const outer = current
  current = report
  try {
    return work()
  } finally {
    current = outer
  }
}

/** Taro leaves out the children of a node that has none; a list that is undefined draws nothing, in WeChat too. */
const isUsual = (text: string) => text.includes('for-list data is neither Array nor Object, got type "undefined"')
