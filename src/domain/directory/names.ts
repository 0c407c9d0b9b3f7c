import { numberOf } from '../wish/match/numerals'
import { withoutUnseen } from './unseen'

/** Which form of a sign is drawn. A name keeps it; two names are the same without it. */
const variants = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu

/** What counts when names are compared: width, case, blanks and what nobody sees do not. */
export const plain = (text: string): string =>
  withoutUnseen(text).normalize('NFKC').toLowerCase().replace(variants, '').replace(/\s+/g, '')

/** As it is kept: no blanks around, one between, and nothing that nobody sees. */
export const tidy = (text: string): string => withoutUnseen(text).trim().replace(/\s+/g, ' ')

const numerals = /[〇零一二三四五六七八九十]+/g

/** What people call by number, however they say it: 3号楼, 3栋, 三号楼 and 3 are one; 2单元, 二单元 and 2门 too. */
export function placeKey(name: string): string {
  const figures = plain(name).replace(numerals, (sign) => `${numberOf(sign) || sign}`)
  return figures.replace(/(?:号楼|号|栋|幢|座|楼|单元|门)$/, '').replace(/^0+(?=\d)/, '') || plain(name)
}

/** How many characters have to be put in, left out or changed to make one of the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let line = 1; line <= one.length; line++) {
    const next = [line]
    for (let at = 1; at <= other.length; at++) {
      const same = one[line - 1] === other[at - 1] ? 0 : 1
      next.push(Math.min((row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, (row[at - 1] ?? 0) + same))
    }
    row = next
  }
  return row[other.length] ?? 0
}

/** 0 the same … 1 nothing in common. A piece of a name is near to it: 物业 to 物业服务中心. */
function farness(one: string, other: string): number {
  const longer = Math.max(one.length, other.length)
  const contained = Math.min(one.length, other.length) >= 2 && (one.includes(other) || other.includes(one))
  return contained ? 0.4 - 0.3 * (Math.min(one.length, other.length) / longer) : distance(one, other) / longer
}

/** The name that was probably meant, or null where none is near. */
export function nearest(typed: string, names: readonly string[]): string | null {
  const wanted = plain(typed)
  let best: { name: string; far: number } | null = null
  for (const name of names) {
    const far = farness(wanted, plain(name))
    if (far <= 0.5 && (best === null || far < best.far)) best = { name, far }
  }
  return best?.name ?? null
}

/** Things by their names. */
export interface NameBook<Thing> {
  /** The thing; `ambiguous` where several are called so; null where none is. */
  readonly find: (typed: string) => Thing | 'ambiguous' | null
  readonly nearest: (typed: string) => string | null
  readonly names: readonly string[]
}

interface Named<Thing> {
  readonly name: string
  /** What else it goes by. */
  readonly also?: readonly string[]
  readonly thing: Thing
}

/** Names as people type them: exactly first, then, with a looser key, if only one thing can be meant. */
export function nameBook<Thing>(
  things: readonly Named<Thing>[],
  loose: (name: string) => string = plain,
): NameBook<Thing> {
  const tables = [plain, loose].map((key) => {
    const table = new Map<string, Set<Thing>>()
    for (const { name, also = [], thing } of things)
      for (const word of [name, ...also]) table.set(key(word), (table.get(key(word)) ?? new Set()).add(thing))
    return { key, table }
  })
  const names = things.map(({ name }) => name)
  const hints = new Map<string, string | null>()
  return {
    names,
    find(typed) {
      for (const { key, table } of tables) {
        const found = table.get(key(typed))
        if (!found) continue
        const [only] = found
        return found.size > 1 || only === undefined ? 'ambiguous' : only
      }
      return null
    },
    nearest(typed) {
      const known = hints.get(typed)
      if (known !== undefined) return known
      const hint = nearest(typed, names)
      hints.set(typed, hint)
      return hint
    },
  }
}

const marks = /[、,，;；/／|\n+]/g

/**
 * What stands in one cell, one by one. Names may hold the marks themselves (大件、装修垃圾清运), so the longest piece that
 * is known is taken first.
 */
export function itemsOf(text: string, isKnown: (item: string) => boolean): readonly string[] {
  const ends = [...text.matchAll(marks)].map(({ index }) => index).concat(text.length)
  const items: string[] = []
  let from = 0
  for (let at = 0; at < ends.length; at++) {
    for (let further = Math.min(ends.length, at + mostMarks) - 1; further > at; further--)
      if (isKnown(text.slice(from, ends[further]).trim())) at = further
    const end = ends[at] ?? text.length
    const item = text.slice(from, end).trim()
    if (item !== '') items.push(item)
    from = end + 1
  }
  return items
}

/** No name has more marks in it. */
const mostMarks = 6
