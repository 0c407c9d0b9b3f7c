/** What to paint: boxes of one colour and lines of words, in px; see `domain/notice/card`. */
export interface CardPicture {
  readonly width: number
  readonly height: number
  readonly shapes: readonly CardShape[]
}
type CardShape =
  | Readonly<{ kind: 'box'; x: number; y: number; width: number; height: number; colour: string }>
  | Readonly<{ kind: 'line'; x: number; y: number; size: number; isBold: boolean; colour: string; words: string }>

/** The part of a 2d context that is needed. */
export interface Brush {
  fillStyle: unknown
  font: string
  fillRect(x: number, y: number, width: number, height: number): void
  fillText(words: string, x: number, y: number): void
}

/** The same on a phone and in a browser. */
export function paint(brush: Brush, { shapes }: CardPicture): void {
  for (const shape of shapes) {
    brush.fillStyle = shape.colour
    if (shape.kind === 'box') brush.fillRect(shape.x, shape.y, shape.width, shape.height)
    else {
      brush.font = `${shape.isBold ? 'bold' : 'normal'} ${shape.size}px sans-serif`
      brush.fillText(shape.words, shape.x, shape.y)
    }
  }
}
