/** A letter as it is drawn, in thousandths of its size. */
export interface Outline {
  /** PDF's operators that draw its edge; empty for a blank. */
  readonly path: string
  /** What it fills: left, bottom, right, top. */
  readonly box: readonly [number, number, number, number]
}

interface Point {
  readonly x: number
  readonly y: number
  readonly onEdge: boolean
}

const nothing: Outline = { path: '', box: [0, 0, 0, 0] }

/** Reads a glyph of the table `glyf`. https://learn.microsoft.com/typography/opentype/spec/glyf */
export function outlineOf(glyph: Buffer, unitsPerEm: number): Outline {
  if (!glyph.length) return nothing
  const contours = glyph.readInt16BE(0)
  // Noto Sans SC has none that are put together out of others: the test of the poster's font walks over all of it.
  if (contours < 0) throw new Error('a letter is put together out of others')
  const scaled = (value: number) => Math.round((value * 1000) / unitsPerEm)
  const ends = Array.from({ length: contours }, (_, index) => glyph.readUInt16BE(10 + index * 2))
  const points = pointsOf(glyph, 10 + contours * 2, (ends.at(-1) ?? -1) + 1).map(({ x, y, onEdge }) => ({
    x: scaled(x),
    y: scaled(y),
    onEdge,
  }))
  const path = ends.map((end, index) => contourPath(points.slice((ends[index - 1] ?? -1) + 1, end + 1))).join('')
  const [left = 0, bottom = 0, right = 0, top = 0] = [2, 4, 6, 8].map((at) => scaled(glyph.readInt16BE(at)))
  return { path, box: [left, bottom, right, top] }
}

const flag = { onEdge: 1, repeats: 8 }
/** Of a coordinate: whether it is one byte, and whether that is to be added, or the one before stays. */
const axes = { x: { short: 2, same: 16 }, y: { short: 4, same: 32 } }

function pointsOf(glyph: Buffer, afterEnds: number, count: number): Point[] {
  let at = afterEnds + 2 + glyph.readUInt16BE(afterEnds)
  const flags: number[] = []
  while (flags.length < count) {
    const one = glyph.readUInt8(at++)
    const times = one & flag.repeats ? glyph.readUInt8(at++) : 0
    for (let time = 0; time <= times; time++) flags.push(one)
  }
  const coordinates = ({ short, same }: { short: number; same: number }) => {
    let value = 0
    return flags.map((one) => {
      if (one & short) return (value += one & same ? glyph.readUInt8(at++) : -glyph.readUInt8(at++))
      if (one & same) return value
      at += 2
      return (value += glyph.readInt16BE(at - 2))
    })
  }
  const xs = coordinates(axes.x)
  const ys = coordinates(axes.y)
  return flags.map((one, index) => ({ x: xs[index] ?? 0, y: ys[index] ?? 0, onEdge: (one & flag.onEdge) !== 0 }))
}

const middle = (one: Point, other: Point): Point => ({
  x: (one.x + other.x) / 2,
  y: (one.y + other.y) / 2,
  onEdge: true,
})

/** Fonts leave out the points of the edge that lie halfway between two which pull at it. */
function withMiddles(points: readonly Point[]): Point[] {
  const whole = points.flatMap((point, index) => {
    const before = points.at(index - 1)
    return before && !before.onEdge && !point.onEdge ? [middle(before, point), point] : [point]
  })
  const start = whole.findIndex(({ onEdge }) => onEdge)
  return [...whole.slice(start), ...whole.slice(0, start)]
}

/** A closed line: fonts bend it with one point between two, PDF with two. */
function contourPath(points: readonly Point[]): string {
  const [start, ...rest] = withMiddles(points)
  if (!start || rest.length < 2) return ''
  let path = `${pair(start)}m\n`
  let from = start
  let pull: Point | null = null
  for (const point of [...rest, start]) {
    if (!point.onEdge) {
      pull = point
      continue
    }
    path += pull ? `${pair(toward(from, pull))}${pair(toward(point, pull))}${pair(point)}c\n` : `${pair(point)}l\n`
    from = point
    pull = null
  }
  return `${path}h\n`
}

const toward = (end: Point, pull: Point) => ({
  x: end.x + (2 / 3) * (pull.x - end.x),
  y: end.y + (2 / 3) * (pull.y - end.y),
})
const pair = ({ x, y }: { readonly x: number; readonly y: number }) => `${Math.round(x)} ${Math.round(y)} `
