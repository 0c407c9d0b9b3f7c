import vm from 'node:vm'
import type { Realm, RealmEvents } from './realm'
import { thrownText } from './text'

type Work = (...args: unknown[]) => unknown

/**
 * The one text that WeChat makes a function of is 'return this'; every other, and `eval`, is refused:
 * developers.weixin.qq.com/miniprogram/dev/framework/runtime/js-support.html
 */
const allowedFunction = `{
  const whole = globalThis
  const make = (texts) => {
    if (texts.length === 1 && String(texts[0]).trim() === 'return this') return () => whole
    throw new EvalError('WeChat makes no function of a text: ' + texts.join(', '))
  }
  globalThis.Function = new Proxy(Function, { apply: (_, self, texts) => make(texts), construct: (_, texts) => make(texts) })
}`

/** A realm of Node's own: nothing of the host is in it but timers and a console that is listened to. */
export function createNodeRealm({ onError, onComplaint }: RealmEvents): Realm {
  const timers = new Set<NodeJS.Timeout>()
  const guarded = (work: Work, args: readonly unknown[]) => {
    try {
      work(...args)
    } catch (error) {
      onError(error)
    }
  }
  const keep = (timer: NodeJS.Timeout) => {
    timers.add(timer)
    // Whoever waits for something keeps the process alive; an app that is left alone does not.
    timer.unref?.()
    return Number(timer)
  }
  const later = (work: Work, ms?: number, ...args: unknown[]) => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      guarded(work, args)
    }, ms)
    return keep(timer)
  }
  const again = (work: Work, ms?: number, ...args: unknown[]) => {
    const timer = setInterval(() => guarded(work, args), ms)
    return keep(timer)
  }
  const complain = (...words: unknown[]) => onComplaint(words.map(thrownText).join(' '))
  const silent = () => undefined
  // WeChat runs no code that is made while it runs.
  const options = { codeGeneration: { strings: false, wasm: false } }
  const names = {
    setTimeout: later,
    setInterval: again,
    clearTimeout: (timer?: number) => clearTimeout(timer),
    clearInterval: (timer?: number) => clearInterval(timer),
    console: { log: silent, info: silent, debug: silent, warn: complain, error: complain },
  }
  const context = vm.createContext(names, options)
  vm.runInContext(allowedFunction, context)
  const parse = vm.runInContext('JSON.parse', context) as (text: string) => unknown
  const newBuffer = vm.runInContext('(length) => new ArrayBuffer(length)', context) as (length: number) => ArrayBuffer

  return {
    run(file, code, names) {
      const wrapped = `(function (${Object.keys(names).join(', ')}) {${code}\n})`
      const work = vm.runInContext(wrapped, context, { filename: file }) as (...values: unknown[]) => void
      work(...Object.values(names))
    },
    copy: <T>(value: T) => (value === undefined ? value : (parse(JSON.stringify(value)) as T)),
    buffer(bytes) {
      const buffer = newBuffer(bytes.byteLength)
      new Uint8Array(buffer).set(bytes)
      return buffer
    },
    close() {
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
    },
  }
}
