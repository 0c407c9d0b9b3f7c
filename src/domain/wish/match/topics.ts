import type { TopicBook, TopicFamily } from './types'

// What words speak of, by a lexicon: whoever repairs clocks does not repair televisions, whoever repairs appliances does.

interface Place {
  readonly family: TopicFamily
  readonly group: string
  readonly alike: number
}

/** In front of a topic, these say that it is not done. */
const denying = /(不会|不教|不修|不看|不做|不接|不送|不碰|不管|不含|不打|不下|不带|不收)[^，。；]{0,2}$/
/** How well a word that stands for all topics of a group does for one of them. */
const covering = 0.75
/** In a family that is not closed another topic says little. */
const elsewhere = null

/** Ids: "family:name" of a topic, "family:*group" of what covers a group. */
export function makeTopicBook(families: readonly TopicFamily[]): TopicBook {
  const places = new Map<string, Place>()
  const ids = new Map<string, string[]>()
  const add = (word: string, id: string) => ids.set(word, [...(ids.get(word) ?? []), id])
  for (const family of families) {
    for (const { id: group, alike, topics } of family.groups)
      for (const [name, words] of Object.entries(topics)) {
        const id = `${family.id}:${name}`
        places.set(id, { family, group, alike })
        // A single character stands in too many other words.
        for (const word of [name, ...words.split('|')]) if (word.length > 1) add(word, id)
      }
    for (const { words, groups } of family.covers)
      for (const group of groups) {
        const id = `${family.id}:*${group}`
        places.set(id, { family, group, alike: 1 })
        for (const word of words.split('|')) add(word, id)
      }
  }
  const words = [...ids.keys()]
  const longest = Math.max(...words.map((word) => word.length))

  /** The words that stand in a text, the longer before the shorter where they overlap: 电风扇, not 家电, in 我家电风扇. */
  function wordsIn(text: string): readonly { readonly word: string; readonly at: number }[] {
    const isTaken = new Uint8Array(text.length)
    const found: { word: string; at: number }[] = []
    for (let length = Math.min(longest, text.length); length > 0; length--)
      for (let at = 0; at + length <= text.length; at++) {
        const word = text.slice(at, at + length)
        if (!ids.has(word) || isTaken.subarray(at, at + length).includes(1)) continue
        isTaken.fill(1, at, at + length)
        found.push({ word, at })
      }
    return found.sort((a, b) => a.at - b.at)
  }

  function read(text: string) {
    const said = new Set<string>()
    const denied = new Set<string>()
    for (const { word, at } of wordsIn(text)) {
      const into = denying.test(text.slice(0, at)) ? denied : said
      for (const id of ids.get(word) ?? []) into.add(id)
    }
    return { said: [...said], denied: [...denied].filter((id) => !said.has(id)) }
  }

  function likeness(wished: string, offered: string): number | null {
    if (wished === offered) return 1
    const one = places.get(wished)
    const other = places.get(offered)
    if (!one || !other || one.family !== other.family) return null
    const isCover = wished.includes(':*') || offered.includes(':*')
    if (one.group === other.group)
      return isCover ? covering : one.alike > 0 || one.family.isClosed ? one.alike : elsewhere
    return one.family.isClosed ? 0 : elsewhere
  }

  const telling = new Map<string, Set<string>>()
  for (const { id, kinds } of families)
    for (const kind of kinds) telling.set(kind, (telling.get(kind) ?? new Set()).add(id))
  const within = (kind: string, topics: readonly string[]) => {
    const of = telling.get(kind)
    return of === undefined ? [] : topics.filter((topic) => of.has(places.get(topic)?.family.id ?? ''))
  }

  return { read, within, likeness }
}

export interface TopicFit {
  /** The best likeness of anything wished with anything offered; null if they speak of different matters. */
  readonly best: number | null
  /** Which topic that is. */
  readonly wished: string
  readonly offered: string
}

const noTopic: TopicFit = { best: null, wished: '', offered: '' }

/** How well what an offer speaks of does for what a wish speaks of. */
export function topicFit(book: TopicBook, wished: readonly string[], offered: readonly string[]): TopicFit {
  let fit = noTopic
  for (const one of wished)
    for (const other of offered) {
      const best = book.likeness(one, other)
      if (best !== null && (fit.best === null || best > fit.best)) fit = { best, wished: one, offered: other }
    }
  return fit
}

/** What is shown of a topic: "arts:象棋" → 象棋; nothing of what only covers others. */
export const nameOfTopic = (id: string): string | undefined => {
  const name = id.slice(id.indexOf(':') + 1)
  return name.startsWith('*') ? undefined : name
}
