import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withTitles, type CardSide } from '../../knowledge/service-finder'
import {
  objectSign,
  type Around,
  type CardTexts,
  type CardsByKind,
  type Objects,
  type SeveralKinds,
  type WishSayings,
} from '../../knowledge/wish-sayings/check'
import type { Saying } from '../search-train/sayings'

export const sides = ['wish', 'offer'] as const satisfies readonly CardSide[]

/** What somebody may write on a card of one side. */
export interface CardSaying extends Saying {
  readonly side: CardSide
  readonly file: string
}

const folder = join(__dirname, '../../knowledge/wish-sayings')
/** Files of another form than cards by kind. */
const special = ['several.json', 'none.json', 'objects.json', 'around.json']
/** The short ways to say it that came with the kinds: all of these are put among other words, of the others some. */
const shortFile = 'phrases.json'

const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown

/** Reads the folder: no build imports it, so that nothing of it can ship. */
export function readWishSayings(): WishSayings {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.json') && !special.includes(file))
    .sort()
  return {
    cards: Object.fromEntries(files.map((file) => [file, read(file) as CardsByKind])),
    several: read('several.json') as readonly SeveralKinds[],
    none: read('none.json') as CardTexts,
    objects: read('objects.json') as readonly Objects[],
    around: read('around.json') as Around,
  }
}

const card = (side: CardSide, file: string, expect: readonly string[], text: string): CardSaying => ({
  text: withTitles(text),
  expect,
  danger: false,
  source: 'said',
  side,
  file,
})

const bySide = (texts: CardTexts, file: string, expect: readonly string[]): CardSaying[] =>
  sides.flatMap((side) => texts[side].map((text) => card(side, file, expect, text)))

/** So many sentences each object gets on either side; the steps are such that every sentence meets every kind. */
const sentences = { wish: 3, offer: 2 }
const objectStep = 7
const sentenceStep = 11

/** Each object in a few sentences, in turn: what is said of all of them is learnt to say nothing. */
function aboutObjects({ things, ...said }: Objects): CardSaying[] {
  return Object.entries(things).flatMap(([id, objects]) =>
    objects.flatMap((object, at) =>
      sides.flatMap((side) =>
        said[side].length === 0
          ? []
          : Array.from({ length: sentences[side] }, (_, turn) => {
              const sentence = said[side][(at * objectStep + turn * sentenceStep) % said[side].length] ?? objectSign
              return card(side, 'objects.json', [id], sentence.replace(objectSign, object))
            }),
      ),
    ),
  )
}

/** Each card with something before it and with something after it, in turn. */
function amongWords(cards: readonly CardSaying[], around: Around): CardSaying[] {
  const turns = { wish: 0, offer: 0 }
  return cards.flatMap((one) => {
    const { before, after } = around[one.side]
    const turn = turns[one.side]++
    return [
      { ...one, source: 'context', text: `${before[turn % before.length] ?? ''}${one.text}` },
      { ...one, source: 'context', text: `${one.text}${after[turn % after.length] ?? ''}` },
    ]
  })
}

/** A kind of which little is said counts as much as one of which much is said, but no saying more than this. */
const mostWeight = 5

function balanced(cards: readonly CardSaying[]): CardSaying[] {
  const counts = new Map<string, number>()
  const kindOf = ({ expect }: CardSaying) => expect[0] ?? ''
  for (const one of cards) counts.set(kindOf(one), (counts.get(kindOf(one)) ?? 0) + 1)
  const mean = cards.length / counts.size
  return cards.map((one) => ({ ...one, weight: Math.min(mostWeight, mean / (counts.get(kindOf(one)) ?? mean)) }))
}

/** One card in so many is put together with another; the step goes through all of them without repeating itself. */
const joinedEvery = 3
const joinedStep = 7919
const joinedFirst = 4243
const joinedWeight = 0.5

/** Two cards of one side as one that asks for both: people write down several wishes at once. */
function together(cards: readonly CardSaying[]): CardSaying[] {
  return cards.flatMap((one, at) => {
    const other = cards[(at * joinedStep + joinedFirst) % cards.length]
    const kinds = [...one.expect, ...(other?.expect ?? [])]
    if (at % joinedEvery !== 0 || other?.side !== one.side || new Set(kinds).size < 2) return []
    const text = `${one.text}，${other.text}`
    return [{ ...one, source: 'context', text, expect: kinds, weight: (one.weight ?? 1) * joinedWeight }]
  })
}

/** One other card in so many is put among words, beside all the short ones. */
const amongEvery = 2

/** Everything to learn from. */
export function cardSayings({ cards, several, none, objects, around }: WishSayings): readonly CardSaying[] {
  const ofOneKind = Object.entries(cards).flatMap(([file, kinds]) =>
    Object.entries(kinds).flatMap(([id, texts]) => bySide(texts, file, [id])),
  )
  const all = balanced([
    ...ofOneKind,
    ...several.map(({ side, text, expect }) => card(side, 'several.json', expect, text)),
    ...bySide(none, 'none.json', []),
    ...objects.flatMap(aboutObjects),
    ...amongWords(
      ofOneKind.filter(({ file }, at) => file === shortFile || at % amongEvery === 0),
      around,
    ),
  ])
  return [...all, ...together(all.slice(0, ofOneKind.length))]
}
