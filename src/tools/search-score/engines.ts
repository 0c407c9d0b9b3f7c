import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import { isShown, type Settings } from '../../domain/routing'
import { makeFinder } from '../../domain/search'
import { findMatterName } from '../../knowledge/names'
import { danger, said, synonyms } from '../../knowledge/sayings'
import { searchCues, searchEntries, searchModel } from '../../knowledge/search'
import type { Shown } from './score'

/** Something that finds matters from words, made from the same data as the others. */
export interface Engine {
  readonly name: string
  /** Makes the index; the answer is asked once for each text. */
  readonly make: () => (text: string, settings: Settings) => readonly Shown[]
}

/** What the others search: what the matters are called, and all that ours has learnt from. */
export const phrased = searchEntries.map(({ id, name }) => ({
  id,
  name,
  phrasings: [...(synonyms[id] ?? []), ...(said[id] ?? []), ...(danger[id] ?? [])],
}))
type Phrased = (typeof phrased)[number]
export const emergencies: ReadonlySet<string> = new Set(
  searchEntries.filter((entry) => entry.danger).map(({ id }) => id),
)

const mostShown = 5
/** Asked for beyond what is shown, since some may not exist in the community. */
const mostFound = 8

const isShownThere = (id: string, settings: Settings) => {
  const matter = findMatterName(id)
  return matter !== undefined && isShown(matter, settings)
}
const shownThere = (found: readonly Shown[], settings: Settings) =>
  found.filter(({ id }) => isShownThere(id, settings)).slice(0, mostShown)

/** The product's own, asked exactly as the landing asks it: `pages/door/parts/use-search.ts`, which a test holds. */
export const ours: Engine = {
  name: 'ours',
  make: () => {
    const finder = makeFinder({ entries: searchEntries, model: searchModel, cues: searchCues })
    return (text, settings) => finder.look(text, { shown: (id) => isShownThere(id, settings) }).hits
  },
}

/** Chinese has no spaces: each two characters that stand together are a word, and a single one where it is alone. */
export function bigrams(text: string): string[] {
  const runs =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}+|[a-z0-9]+/gu) ?? []
  return runs.flatMap((run) => {
    const characters = [...run]
    if (/^[a-z0-9]/.test(run) || characters.length === 1) return [run]
    return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`)
  })
}

const dangerOf = (id: string): Shown => ({ id, danger: emergencies.has(id) })

/** MiniSearch as its documentation has it, with bigrams for words. It knows no danger: what it finds of one is one. */
const miniSearch: Engine = {
  name: 'MiniSearch',
  make: () => {
    const index = new MiniSearch<Phrased>({
      fields: ['name', 'phrasings'],
      tokenize: bigrams,
      extractField: (entry, field) => {
        if (field === 'id') return entry.id
        return field === 'name' ? entry.name : entry.phrasings.join(' ')
      },
      searchOptions: { boost: { name: 2 } },
    })
    index.addAll(phrased)
    return (text, settings) => {
      const found = index.search(text).slice(0, mostFound)
      return shownThere(
        found.map(({ id }) => dangerOf(String(id))),
        settings,
      )
    }
  },
}

/** Fuse.js with its search by words, and bigrams for words: these are whole or not there, half of one says nothing. */
const fuse: Engine = {
  name: 'Fuse.js',
  make: () => {
    const index = new Fuse(phrased, {
      keys: [{ name: 'name', weight: 2 }, 'phrasings'],
      ignoreLocation: true,
      useTokenSearch: true,
      tokenize: bigrams,
      tokenMatch: 'any',
      threshold: 0,
    })
    return (text, settings) => {
      const found = index.search(text, { limit: mostFound })
      return shownThere(
        found.map(({ item }) => dangerOf(item.id)),
        settings,
      )
    }
  },
}

export const others: readonly Engine[] = [miniSearch, fuse]
