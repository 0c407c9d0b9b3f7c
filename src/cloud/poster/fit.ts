/** What a text may take, in points. */
export interface Room {
  readonly width: number
  readonly height: number
  /** No larger, however short it is. */
  readonly largest: number
  /** From this size on it stays in one line. */
  readonly comfortable: number
}

export interface Fitted {
  readonly lines: readonly string[]
  readonly size: number
}

/** From base line to base line, in sizes. */
export const lineHeight = 1.2
/** A name that is cut in two has to gain so much by it. */
const costOfCut = 1.4
const mostLines = 4

/**
 * Sets parts that belong together, such as a building and its unit, as large as the room lets: in one line where that
 * is comfortable, else each in its own, and cut in two only where that makes it much larger. Nothing ever sticks out.
 */
export function fit(parts: readonly string[], room: Room, width: (text: string) => number): Fitted {
  const whole = parts.join(' ')
  const sized = (lines: readonly string[]): Fitted => ({ lines, size: sizeOf(lines, room, width) })
  const inOne = sized([whole])
  if (inOne.size >= Math.min(room.comfortable, room.largest)) return inOne
  const cuts = Array.from({ length: mostLines - 1 }, (_, index) => sized(cutInto(index + 2, whole)))
  const uncut = [inOne, sized(parts)].reduce(larger)
  return cuts.filter(({ size }) => size > uncut.size * costOfCut).reduce(larger, uncut)
}

const larger = (one: Fitted, other: Fitted) => (other.size > one.size ? other : one)

function sizeOf(lines: readonly string[], { width: most, height, largest }: Room, width: (text: string) => number) {
  const widest = Math.max(...lines.map(width), Number.MIN_VALUE)
  return Math.min(largest, most / widest, height / (lines.length * lineHeight))
}

/** Lines of about as many letters each. */
function cutInto(count: number, text: string): string[] {
  const letters = Array.from(text)
  const each = Math.ceil(letters.length / count)
  const lines = Array.from({ length: count }, (_, index) =>
    letters
      .slice(index * each, (index + 1) * each)
      .join('')
      .trim(),
  )
  return lines.filter((line) => line !== '')
}
