import { useEffect, useRef } from 'react'
import type { HeldWords } from '../../../client/use-wish-suggest'
import { targetQuery, type Target } from '../../../client'
import type { Found } from '../../../domain/search'
import { findMatterName } from '../../../knowledge/names'
import { go, matterPath, pathTo } from '../../go'
import type { Crying } from './use-cry'

/** A danger that the words of a card speak of. */
export interface Danger {
  /** As the server holds it back; null: this phone alone takes it for one. */
  readonly code: string | null
  /** The matter among those of 找谁 that says what to do; null: none. */
  readonly matterId: string | null
}

/**
 * The server's word. Only where it cannot be asked, this phone's own search, which takes one harmless wish in eight for a
 * danger: that is said softly, and nothing happens by itself.
 */
export function dangerOf(held: HeldWords | null, found: Found | null): Danger | null {
  if (held?.isDanger) return { code: held.code, matterId: held.matterId }
  const hit = found?.hits.find(({ danger }) => danger)
  return hit ? { code: null, matterId: hit.id } : null
}

interface Telling {
  readonly danger: Danger | null
  readonly words: string
  /** They said that it is none. */
  readonly isDone: boolean
  readonly here: Target | null
  readonly crying: Crying
}

/** What happens by itself where words are a cry for help: the duty member is told, and what helps now opens, once. */
export function useDangerTold({ danger, words, isDone, here, crying }: Telling): void {
  const opened = useRef<string | null>(null)
  const code = isDone ? null : (danger?.code ?? null)
  const latest = useRef({ words, crying, path: '' })
  latest.current = { words, crying, path: pathOf(danger, here) }
  useEffect(() => {
    if (code === null || opened.current === code) return
    opened.current = code
    void latest.current.crying.tell(latest.current.words)
    void go(latest.current.path)
  }, [code])
}

/** The danger's own matter, whose hotline stands on top; the page of all dangers where there is none. */
function pathOf(danger: Danger | null, here: Target | null): string {
  const matter = findMatterName(danger?.matterId ?? '')
  return matter ? matterPath(matter.id, here) : pathTo('door/danger', targetQuery(here))
}
