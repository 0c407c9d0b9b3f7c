/** The time that the local cloud lives in: the machine's, moved by whoever looks at tomorrow today. */
export class Clock {
  private moved = 0

  /** ms since epoch. */
  now(): number {
    return Date.now() + this.moved
  }

  /** How far this clock is ahead of the machine's, in ms; negative: behind. */
  get offset(): number {
    return this.moved
  }

  /** Sets how far ahead of the machine's clock this one is. */
  moveTo(offset: number): void {
    if (!Number.isFinite(offset)) throw new RangeError('an offset is a number of milliseconds')
    this.moved = Math.round(offset)
  }
}
