import { useMemo } from 'react'
import { isShown, type Settings } from '../domain/routing'
import { makeFinder, type Finder, type Found } from '../domain/search'
import { findMatterName } from '../knowledge/names'
import { searchCues, searchEntries, searchModel } from '../knowledge/search'

let made: Finder | null = null

/** Made at the first keystroke: a page shows sooner without it. */
const finder = (): Finder => (made ??= makeFinder({ entries: searchEntries, model: searchModel, cues: searchCues }))

const nothing: Found = { outcome: 'nothing', hits: [], groups: [] }

/** What a text speaks of, among what exists under these settings; on the phone, off line, at each keystroke. */
export const useFound = (text: string, settings: Settings): Found =>
  useMemo(() => {
    if (text.trim() === '') return nothing
    const shown = (id: string) => {
      const matter = findMatterName(id)
      return matter !== undefined && isShown(matter, settings)
    }
    return finder().look(text, { shown })
  }, [text, settings])
