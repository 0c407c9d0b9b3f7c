import { useMemo, useState } from 'react'
import { isShown, type Settings } from '../../../domain/routing'
import { makeFinder, type Finder, type Hit } from '../../../domain/search'
import { findMatterName, matterNames } from '../../../knowledge/names'

let made: Finder | null = null

/** Made at the first keystroke: the landing shows sooner without it. */
const finder = (): Finder =>
  (made ??= makeFinder(
    matterNames.map(({ id, name, synonyms, emergency }) => ({
      id,
      name,
      phrasings: synonyms,
      danger: emergency !== undefined,
    })),
  ))

/** What the resident is typing, and the matters it speaks of; on the phone, off line, at each keystroke. */
export function useSearch(settings: Settings): { text: string; setText: (text: string) => void; hits: readonly Hit[] } {
  const [text, setText] = useState('')
  const hits = useMemo(() => {
    if (text.trim() === '') return []
    return finder()
      .find(text, 8)
      .filter(({ id }) => {
        const matter = findMatterName(id)
        return matter !== undefined && isShown(matter, settings)
      })
      .slice(0, 5)
  }, [text, settings])
  return { text, setText, hits }
}
