import { useMemo, useState } from 'react'
import { isShown, type Settings } from '../../../domain/routing'
import { makeFinder, type Finder, type Found } from '../../../domain/search'
import { findMatterName } from '../../../knowledge/names'
import { searchCues, searchEntries, searchModel } from '../../../knowledge/search'

let made: Finder | null = null

/** Made at the first keystroke: the landing shows sooner without it. */
const finder = (): Finder => (made ??= makeFinder({ entries: searchEntries, model: searchModel, cues: searchCues }))

const nothing: Found = { outcome: 'nothing', hits: [], groups: [] }

/** What the resident is typing, and what it speaks of; on the phone, off line, at each keystroke. */
export function useSearch(settings: Settings): { text: string; setText: (text: string) => void; found: Found } {
  const [text, setText] = useState('')
  const found = useMemo(() => {
    if (text.trim() === '') return nothing
    const shown = (id: string) => {
      const matter = findMatterName(id)
      return matter !== undefined && isShown(matter, settings)
    }
    return finder().look(text, { shown })
  }, [text, settings])
  return { text, setText, found }
}
