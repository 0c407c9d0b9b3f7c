/** What is due at a time; of things due at the same time, what was put in first comes out first. */
export interface Queue<Item> {
  readonly put: (at: number, item: Item) => void
  /** The next one, when that is before `end`; it is taken out. */
  readonly nextBefore: (end: number) => { readonly at: number; readonly item: Item } | null
}

interface Entry<Item> {
  readonly at: number
  readonly turn: number
  readonly item: Item
}

const isSooner = (one: Entry<unknown>, other: Entry<unknown>): boolean =>
  one.at < other.at || (one.at === other.at && one.turn < other.turn)

/** A binary heap. */
export function makeQueue<Item>(): Queue<Item> {
  const heap: Entry<Item>[] = []
  let turn = 0

  function rise(entry: Entry<Item>, from: number): void {
    let place = from
    while (place > 0) {
      const above = (place - 1) >> 1
      const parent = heap[above]
      if (!parent || isSooner(parent, entry)) break
      heap[place] = parent
      place = above
    }
    heap[place] = entry
  }

  function sink(entry: Entry<Item>): void {
    let place = 0
    for (;;) {
      const [left, right] = [heap[2 * place + 1], heap[2 * place + 2]]
      const goesRight = left !== undefined && right !== undefined && isSooner(right, left)
      const sooner = goesRight ? right : left
      if (!sooner || isSooner(entry, sooner)) break
      heap[place] = sooner
      place = 2 * place + (goesRight ? 2 : 1)
    }
    heap[place] = entry
  }

  return {
    put: (at, item) => rise({ at, turn: turn++, item }, heap.length),
    nextBefore: (end) => {
      const first = heap[0]
      if (!first || first.at >= end) return null
      const last = heap.pop()
      if (last && last !== first) sink(last)
      return first
    },
  }
}
