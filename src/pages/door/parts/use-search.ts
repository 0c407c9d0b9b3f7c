import { useState } from 'react'
import type { Settings } from '../../../domain/routing'
import type { Found } from '../../../domain/search'
import { useFound } from '../../use-found'

/** What the resident is typing, and what it speaks of. */
export function useSearch(settings: Settings): { text: string; setText: (text: string) => void; found: Found } {
  const [text, setText] = useState('')
  return { text, setText, found: useFound(text, settings) }
}
