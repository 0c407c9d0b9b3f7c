/** Content checks take nobody who has not used the mini program within two hours. */
const recent = 2 * 60 * 60 * 1000
const enoughToTidy = 10_000

/**
 * When each person was seen last. In memory only: to write it down would cost every call a write, and after a restart a
 * person is known again from the next call on, as they are whenever they do something that has to be checked.
 */
export class Visits {
  private readonly seen = new Map<string, number>()

  constructor(private readonly now: () => number) {}

  note(openid: string): void {
    this.seen.set(openid, this.now())
    if (this.seen.size % enoughToTidy === 0) this.tidy()
  }

  isRecent(openid: string): boolean {
    const at = this.seen.get(openid)
    return at !== undefined && Math.abs(this.now() - at) <= recent
  }

  private tidy(): void {
    for (const openid of this.seen.keys()) if (!this.isRecent(openid)) this.seen.delete(openid)
  }
}
