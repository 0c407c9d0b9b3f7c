import * as v from 'valibot'
import type { CardSide } from '../service-finder'

// What the kinds are learnt from, and for the tests whether it is in order. The files themselves are read by the tool
// that learns (src/tools/service-train): nothing imports them, so nothing of them can ship.

export type CardTexts = Readonly<Record<CardSide, readonly string[]>>

/** Kind → what is written on cards that ask for it and on cards that give it. */
export type CardsByKind = Readonly<Record<string, CardTexts>>

/** A card that speaks of several kinds, the main one first. */
export interface SeveralKinds {
  readonly side: CardSide
  readonly text: string
  readonly expect: readonly string[]
}

/** Objects, each of a kind, and what is said of any of them; `～` stands for the object. */
export interface Objects extends CardTexts {
  readonly things: Readonly<Record<string, readonly string[]>>
}

export const objectSign = '～'

/** What goes before and after the words of any card. */
export type Around = Readonly<
  Record<CardSide, { readonly before: readonly string[]; readonly after: readonly string[] }>
>

/** All that is known of how people write cards. */
export interface WishSayings {
  /** File → its kinds. */
  readonly cards: Readonly<Record<string, CardsByKind>>
  readonly several: readonly SeveralKinds[]
  /** Cards that are of none of the kinds. */
  readonly none: CardTexts
  readonly objects: readonly Objects[]
  readonly around: Around
}

const saying = v.pipe(v.string(), v.minLength(2, 'is too short'), v.maxLength(90, 'is too long'))
const sentence = v.pipe(saying, v.includes(objectSign, `has no ${objectSign}`))
const ofSides = <Item extends v.GenericSchema>(item: Item) =>
  v.strictObject({ wish: v.array(item), offer: v.array(item) })
const words = v.strictObject({ before: v.array(saying), after: v.array(saying) })

const shape = v.strictObject({
  cards: v.record(v.string(), v.record(v.string(), ofSides(saying))),
  several: v.array(
    v.strictObject({
      side: v.picklist(['wish', 'offer']),
      text: saying,
      expect: v.pipe(v.array(v.string()), v.minLength(1, 'has no kind')),
    }),
  ),
  none: ofSides(saying),
  objects: v.array(
    v.strictObject({
      things: v.record(v.string(), v.array(v.string())),
      wish: v.array(sentence),
      offer: v.array(sentence),
    }),
  ),
  around: v.strictObject({ wish: words, offer: words }),
})

/** Fewer cards of a kind than these, on either side, say too little of how people write. */
const leastCards = 60
const sides = ['wish', 'offer'] as const

/** Marks and spaces make no other saying. */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** The cards that people wrote, side by side with what they are of. */
function writtenIn({ cards, several, none }: WishSayings): readonly SeveralKinds[] {
  const bySide = (texts: CardTexts, expect: readonly string[]) =>
    sides.flatMap((side) => texts[side].map((text) => ({ side, text, expect })))
  return [
    ...Object.values(cards).flatMap((kinds) => Object.entries(kinds).flatMap(([id, texts]) => bySide(texts, [id]))),
    ...several,
    ...bySide(none, []),
  ]
}

/** What is wrong with the sayings, one line each; nothing when they may be learnt from. */
export function checkWishSayings(sayings: WishSayings, kinds: readonly string[]): string[] {
  const parsed = v.safeParse(shape, sayings)
  if (!parsed.success) return parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'sayings'} ${issue.message}`)
  const written = writtenIn(sayings)
  const named = [
    ...written.flatMap(({ expect }) => expect),
    ...sayings.objects.flatMap(({ things }) => Object.keys(things)),
  ]
  const unknown = [...new Set(named)].filter((id) => !kinds.includes(id))
  const few = kinds.flatMap((id) =>
    sides.flatMap((side) => {
      const count = written.filter((one) => one.side === side && one.expect[0] === id).length
      return count < leastCards ? [`${id}: only ${count} cards of the ${side} side`] : []
    }),
  )
  const seen = new Map<string, string>()
  const twice = written.flatMap(({ text, expect, side }) => {
    const where = expect.join('+') || 'none'
    const before = seen.get(`${side} ${bare(text)}`)
    seen.set(`${side} ${bare(text)}`, where)
    return before === undefined || before === where ? [] : [`“${text}” stands under ${before} and under ${where}`]
  })
  return [...unknown.map((id) => `no kind ${id}`), ...few, ...twice]
}
