// Pairs of characters: what two cards say alike beyond their kinds and topics, such as the name of a book.

/** Characters that say little by themselves; a pair with one of them is left out. */
const empty =
  /[的了我你他她们是在有个和就也都不没很想要能可以会给帮把让到去来谁吗呢吧啊呀这那一二三两几些人家里上下大小多点儿着过得地为用还又请希望需]/
/** Characters beyond the basic plane are left out, so that each takes one place of the string. */
const han = /[\u4e00-\u9fff]/
const mostPairs = 20

/** The pairs of a text, each once, in one string. */
export function pairsOf(text: string): string {
  const characters = [...text]
  const pairs = new Set<string>()
  characters.forEach((first, at) => {
    const second = characters[at + 1]
    if (second === undefined || !han.test(first) || !han.test(second)) return
    if (empty.test(first) || empty.test(second)) return
    pairs.add(first + second)
  })
  return [...pairs].slice(0, mostPairs).join('')
}

function apart(pairs: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (let at = 0; at + 1 < pairs.length; at += 2) found.add(pairs.slice(at, at + 2))
  return found
}

/** Half of what can be had is had with so many pairs in common. */
const half = 1

/** 0 … 1: how much two texts say alike. */
export function likenessOf(one: string, other: string): number {
  const others = apart(other)
  let shared = 0
  for (const pair of apart(one)) if (others.has(pair)) shared += 1
  return shared / (shared + half)
}
