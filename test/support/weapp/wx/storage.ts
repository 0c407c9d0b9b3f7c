import { utf8Length } from '../text'
import { WxFailure, type Caller, type Options } from './caller'

/** WeChat's limits, in bytes of JSON: 1 MB a key, 10 MB in all. */
const perKey = 1024 * 1024
const inAll = 10 * 1024 * 1024

/** The phone's storage: everything crosses as JSON, and ends where WeChat's ends. */
export function storageApis(caller: Caller, kept: Map<string, string>) {
  const total = () => [...kept].reduce((sum, [key, text]) => sum + utf8Length(key) + utf8Length(text), 0)
  const put = (key: unknown, value: unknown) => {
    if (typeof key !== 'string') {
      caller.misuse('setStorage: parameter.key has to be a text')
      throw new WxFailure('parameter error: parameter.key should be String')
    }
    const text = JSON.stringify(value) ?? '""'
    const added = utf8Length(text) - utf8Length(kept.get(key) ?? '')
    if (utf8Length(text) > perKey) throw new WxFailure('entry size limit reached')
    if (total() + added > inAll) throw new WxFailure('exceed storage max size 10Mb')
    kept.set(key, text)
  }
  const read = (key: unknown): unknown => {
    const text = kept.get(String(key))
    if (text === undefined) throw new WxFailure('data not found')
    return JSON.parse(text) as unknown
  }
  const info = () => ({ keys: [...kept.keys()], currentSize: Math.ceil(total() / 1024), limitSize: inAll / 1024 })
  /** A synchronous API throws what the other one fails with. */
  const atOnce = <T>(name: string, key: unknown, work: () => T): T => {
    caller.assertWorks(name, { key })
    try {
      return work()
    } catch (error) {
      throw error instanceof WxFailure ? new Error(`${name}Sync:fail ${error.message}`) : error
    }
  }

  return {
    getStorageSync: (key: string) => (kept.has(key) ? caller.copy(read(key)) : ''),
    setStorageSync: (key: string, value: unknown) => atOnce('setStorage', key, () => put(key, value)),
    removeStorageSync: (key: string) => atOnce('removeStorage', key, () => void kept.delete(key)),
    clearStorageSync: () => kept.clear(),
    getStorageInfoSync: () => caller.copy(info()),
    getStorage: caller.api('getStorage', ({ key }: Options) => ({ data: read(key) })),
    setStorage: caller.api('setStorage', ({ key, data }: Options) => put(key, data)),
    removeStorage: caller.api('removeStorage', ({ key }: Options) => void kept.delete(String(key))),
    clearStorage: caller.api('clearStorage', () => kept.clear()),
    getStorageInfo: caller.api('getStorageInfo', info),
  }
}
