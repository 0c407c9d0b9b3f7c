import { useEffect, useRef } from 'react'

const reachable = '[tabindex="0"], input, textarea, button'

/** Marks the page below: it does not scroll, and its tab bar, which would lie over everything, is away (kit.scss). */
const below = 'below-dialog'
/** How long (ms) Taro's elements may lose the focus again, because they are made into components step by step. */
const settling = 500

/**
 * While something stands over the page: the keyboard's focus goes into it, stays there, and comes back; Escape closes;
 * what is below does not scroll.
 */
export function useDialog(id: string, close: () => void): void {
  const onClose = useRef(close)
  onClose.current = close
  useEffect(() => {
    const before = document.activeElement
    const sheet = () => document.getElementById(id)
    const inside = () => [...(sheet()?.querySelectorAll<HTMLElement>(reachable) ?? [])]
    let frame = 0
    const until = performance.now() + settling
    const enter = () => {
      if (!sheet()?.contains(document.activeElement)) sheet()?.focus()
      if (performance.now() < until) frame = requestAnimationFrame(enter)
    }
    enter()
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose.current()
      if (event.key !== 'Tab') return
      const all = inside()
      const [first, last] = [all[0], all.at(-1)]
      const now = document.activeElement
      const isAtEnd = event.shiftKey ? now === first || now === sheet() : now === last
      if (!isAtEnd && sheet()?.contains(now)) return
      event.preventDefault()
      ;(event.shiftKey ? last : first)?.focus()
    }
    document.body.classList.add(below)
    document.addEventListener('keydown', onKey)
    return () => {
      cancelAnimationFrame(frame)
      document.body.classList.remove(below)
      document.removeEventListener('keydown', onKey)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [id])
}
