import { useRef, useState } from 'react'
import type { MissOutcome } from '../contract'
import { anonymousText, longestAnonymous } from '../domain/privacy/anonymous-text'
import type { Refusal } from './named'
import { submit } from './outbox'

/** What became of it; `unplaced`: there is no community to tell. */
export type Told = 'busy' | 'noted' | 'later' | 'unplaced' | Refusal<'search.missed'>

/** A search that did not help. */
export interface Miss {
  readonly outcome: MissOutcome
  readonly text: string
  /** Ids of the matters that were shown. */
  readonly shown: readonly string[]
}

const keyOf = ({ outcome, text }: Pick<Miss, 'outcome' | 'text'>) => `${outcome} ${text.trim()}`

/** The words as typed, or null where they stay on the phone. */
function tellable(text: string): string | null {
  const words = text.trim()
  return words.length <= longestAnonymous && anonymousText(words) !== null ? words : null
}

/**
 * Tells the community what was searched and not found. The same words are told once while the page lives, however
 * often they are said. Words that may tell of somebody do not leave the phone: then only the count is sent.
 */
export function useMissed(communityId: string | null): {
  tell(miss: Miss): void
  told(miss: Pick<Miss, 'outcome' | 'text'>): Told | null
} {
  const [all, setAll] = useState<Readonly<Record<string, Told>>>({})
  const begun = useRef(new Set<string>())

  const tell = (miss: Miss) => {
    const key = keyOf(miss)
    if (begun.current.has(key)) return
    const become = (told: Told) => setAll((before) => ({ ...before, [key]: told }))
    if (communityId === null) return become('unplaced')
    begun.current.add(key)
    become('busy')
    const { outcome, text, shown } = miss
    void submit('search.missed', { communityId, outcome, text: tellable(text), shown: [...shown] }).then((answer) => {
      become(answer === 'later' ? 'later' : answer.ok ? 'noted' : answer.refused)
      // What was refused may be said again.
      if (answer !== 'later' && !answer.ok) begun.current.delete(key)
    })
  }
  return { tell, told: (miss) => all[keyOf(miss)] ?? null }
}
