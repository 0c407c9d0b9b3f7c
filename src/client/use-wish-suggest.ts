import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from './call'
import type { Input, Output } from './named'

type Suggested = Output<'wish.suggest'>
/** What stands in the way of the words, and how they might be written instead. */
export type HeldWords = NonNullable<Suggested['held']>

/** What the server makes of the words of a card. */
export interface Suggesting {
  /** Of exactly these words; null: they are not looked at yet. */
  readonly suggested: Suggested | null
  /** The last ones, until there are newer: so that what stands on the page does not come and go with each letter. */
  readonly kinds: readonly string[]
  /** The server could not be asked. */
  readonly failed: boolean
  /** The same, once it is known; null where it could not be asked: a form never waits for it in vain. */
  ask(): Promise<Suggested | null>
}

interface State {
  readonly key: string
  readonly suggested: Suggested | null
  readonly kinds: readonly string[]
}

/** Somebody who stops typing for so long (ms) is taken to have said something. */
const pause = 900

/** Looks at what is being written, whenever the typing pauses, and on demand; empty words are not asked about. */
export function useWishSuggest(side: 'wish' | 'offer', words: string, wants: readonly string[]): Suggesting {
  const key = words.trim() === '' ? '' : JSON.stringify([words.trim(), wants])
  const [state, setState] = useState<State>({ key: '', suggested: null, kinds: [] })
  const current = useRef({ key, words, wants })
  current.current = { key, words, wants }
  const asked = useRef(new Map<string, Promise<Suggested | null>>())

  const ask = useCallback(async () => {
    const about = current.current
    if (about.key === '') return null
    const known = asked.current.get(about.key)
    if (known) return known
    const input: Input<'wish.suggest'> = { side, words: about.words.trim(), wants: [...about.wants] }
    const asking = call('wish.suggest', input).then((answer) => {
      // What failed may go better the next time.
      if (!answer.ok) asked.current.delete(about.key)
      const suggested = answer.ok ? answer.data : null
      if (current.current.key === about.key)
        setState(({ kinds }) => ({ key: about.key, suggested, kinds: suggested?.kinds ?? kinds }))
      return suggested
    })
    asked.current.set(about.key, asking)
    return asking
  }, [side])

  useEffect(() => {
    if (key === '') return
    const timer = setTimeout(() => void ask(), pause)
    return () => clearTimeout(timer)
  }, [key, ask])

  const isOfThese = state.key === key && key !== ''
  return {
    suggested: isOfThese ? state.suggested : null,
    kinds: key === '' ? [] : state.kinds,
    failed: isOfThese && state.suggested === null,
    ask,
  }
}
