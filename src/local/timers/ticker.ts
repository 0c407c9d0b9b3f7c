/** Looks every so often whether something is due: the clock may jump, so nobody can be woken at a time. */
export class Ticker {
  private readonly timer: NodeJS.Timeout | undefined

  /** What `work` throws is its own affair: it is told, and the next look happens all the same. */
  constructor(work: readonly (() => Promise<unknown>)[], onError: (error: unknown) => void, everyMs = 250) {
    if (work.length === 0) return
    this.timer = setInterval(() => {
      for (const each of work) each().catch(onError)
    }, everyMs)
    // A cloud that nobody closed does not keep its process alive by this.
    this.timer.unref()
  }

  stop(): void {
    clearInterval(this.timer)
  }
}
