/** What a notice's card says, shortest first to be understood: what, where, when. */
export interface CardWords {
  /** 紧急通知, 恢复通知, 社区通知. */
  readonly head: string
  readonly what: string
  readonly where: string
  /** Empty: no time was said. */
  readonly when: string
  /** Who says it: the community, never a person. */
  readonly from: string
  readonly tone: 'calm' | 'danger' | 'done'
}

/** A box of one colour, or a line of words at its baseline; px of the picture. */
export type CardShape =
  | {
      readonly kind: 'box'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly colour: string
    }
  | {
      readonly kind: 'line'
      readonly x: number
      readonly y: number
      readonly size: number
      readonly isBold: boolean
      readonly colour: string
      readonly words: string
    }

export interface CardLayout {
  readonly width: number
  readonly height: number
  /** In the order in which they are painted. */
  readonly shapes: readonly CardShape[]
}

/** WeChat shows a card's picture as 5:4 and cuts off what is more. */
const width = 500
const height = 400
const margin = 32
const inside = width - 2 * margin
const headHeight = 88
const fromSize = 28
/** Baseline of the last line. */
const fromAt = height - 24
/** Between the head and the words, and between two of them. */
const gap = 14

const ink = '#22262B'
const soft = '#5A6169'
const tones = { calm: '#0F5B66', danger: '#B42318', done: '#1B6B3A' } as const

/** Letters and digits are about half as wide as a Chinese character, in every font that phones have. */
const wide = (letter: string): number => (/[\x20-\x7e–·]/u.test(letter) ? 0.58 : 1)
export const widthOf = (words: string, size: number): number =>
  size * [...words].reduce((sum, letter) => sum + wide(letter), 0)

/** Words in lines. 14:00–17:00 stays together, as far as a line can hold it, and no line begins with a comma. */
function linesOf(words: string, size: number): readonly string[] {
  const pieces = words.match(/[\x21-\x7e–]+[，。、；：？）”]*|[^\x21-\x7e–][，。、；：？）”]*/gu) ?? []
  const lines: string[] = []
  let line = ''
  for (const piece of pieces.flatMap((one) => (widthOf(one, size) > inside ? [...one] : [one]))) {
    if (line !== '' && widthOf(line + piece, size) > inside) {
      lines.push(line)
      line = ''
    }
    line += piece
  }
  return line === '' ? lines : [...lines, line]
}

/** So many lines at most; what does not fit ends in an ellipsis. */
function cut(lines: readonly string[], most: number, size: number): readonly string[] {
  if (lines.length <= most) return lines
  const letters = [...(lines[most - 1] ?? '')]
  while (letters.length > 0 && widthOf(`${letters.join('')}…`, size) > inside) letters.pop()
  return [...lines.slice(0, most - 1), `${letters.join('')}…`]
}

interface Part {
  readonly words: string
  readonly size: number
  readonly isBold: boolean
  readonly colour: string
}

/** Sizes of what, where and when; as large as fits. */
const sizes = [
  [88, 46, 42],
  [72, 42, 40],
  [58, 38, 36],
  [48, 34, 34],
  [34, 26, 26],
] as const
const mostLines = 2
const highOf = (size: number): number => Math.round(size * 1.25)

function partsOf({ what, where, when, tone }: CardWords, [first, second, third]: (typeof sizes)[number]): Part[] {
  return [
    { words: what, size: first, isBold: true, colour: tone === 'calm' ? ink : tones[tone] },
    { words: where, size: second, isBold: false, colour: ink },
    { words: when, size: third, isBold: true, colour: tones[tone] },
  ].filter(({ words }) => words !== '')
}

/** The parts as lines below each other, from the head down; `isWhole`: nothing was cut, and it ends above the last line. */
function bodyOf(parts: readonly Part[]) {
  const shapes: CardShape[] = []
  let y = headHeight
  let isWhole = true
  for (const { words, size, ...look } of parts) {
    y += gap
    const all = linesOf(words, size)
    isWhole &&= all.length <= mostLines
    for (const line of cut(all, mostLines, size)) {
      shapes.push({ kind: 'line', x: margin, y: y + size, size, ...look, words: line })
      y += highOf(size)
    }
  }
  return { shapes, isWhole: isWhole && y <= fromAt - fromSize }
}

/** The picture of a notice's card, in large type, as a list of what to paint. */
export function cardLayout(words: CardWords): CardLayout {
  const { head, from, tone } = words
  const bodies = sizes.map((three) => bodyOf(partsOf(words, three)))
  const body = bodies.find(({ isWhole }) => isWhole) ?? bodies.at(-1)
  const line = (text: string, size: number) => cut(linesOf(text, size), 1, size)[0] ?? ''
  return {
    ...{ width, height },
    shapes: [
      { kind: 'box', x: 0, y: 0, width, height, colour: '#FFFFFF' },
      { kind: 'box', x: 0, y: 0, width, height: headHeight, colour: tones[tone] },
      { kind: 'line', x: margin, y: 62, size: 48, isBold: true, colour: '#FFFFFF', words: line(head, 48) },
      ...(body?.shapes ?? []),
      { kind: 'line', x: margin, y: fromAt, size: fromSize, isBold: false, colour: soft, words: line(from, fromSize) },
    ],
  }
}
