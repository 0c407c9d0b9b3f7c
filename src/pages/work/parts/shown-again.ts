import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'

/** Runs each time the page comes back into sight, but not when it is first shown. */
export function useShownAgain(work: () => void): void {
  const wasShown = useRef(false)
  useDidShow(() => {
    if (wasShown.current) work()
    wasShown.current = true
  })
}
