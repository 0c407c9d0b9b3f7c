import Taro from '@tarojs/taro'

/** Everything that this app keeps on the phone begins with this. */
const prefix = 'jmk:'
/** Grows when what is kept changes its form: what an older release kept is then left aside. */
const form = 1

interface Kept {
  readonly form: number
  readonly at: number
  readonly value: unknown
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && (value as Kept).form === form

/** What was kept under a name, and when (ms). A full or broken storage is as good as an empty one. */
export function recall<T>(name: string): { value: T; at: number } | null {
  try {
    const kept: unknown = Taro.getStorageSync(prefix + name)
    return isKept(kept) ? { value: kept.value as T, at: kept.at } : null
  } catch {
    return null
  }
}

/** Answers false where the phone has no room for it. */
export function keep(name: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(prefix + name, { form, at: Date.now(), value } satisfies Kept)
    return true
  } catch {
    return false
  }
}

export function forget(name: string): void {
  try {
    Taro.removeStorageSync(prefix + name)
  } catch {
    // Nothing can be done about it, and nothing depends on it.
  }
}

/** Forgets everything that this app kept on the phone. */
export function forgetAll(): void {
  try {
    for (const key of Taro.getStorageInfoSync().keys) if (key.startsWith(prefix)) Taro.removeStorageSync(key)
  } catch {
    // As above.
  }
}
