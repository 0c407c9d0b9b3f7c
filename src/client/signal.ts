import { useSyncExternalStore } from 'react'

/** A value that pages can watch. */
export interface Signal<T> {
  get(): T
  set(value: T): void
  watch(listener: () => void): () => void
}

export function signal<T>(initial: T): Signal<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      listeners.forEach((listener) => listener())
    },
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const useSignal = <T>(of: Signal<T>): T => useSyncExternalStore(of.watch, of.get, of.get)
